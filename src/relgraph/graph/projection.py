"""Projections: the ties of a view as a simple graph, on which measures are defined.

Parallel ties and the two directions of a symmetric tie become one edge, so that nothing is counted twice. It has no
direction, unless a weighing asks for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relgraph.facts.tiers import tier_label
from relgraph.graph.affiliations import affiliations
from relgraph.graph.counted_ties import by_counts, counted_ties
from relgraph.graph.ties import collect_ties, walked_actors
from relgraph.graph.views import DEFAULT_VIEW, as_known
from relgraph.graph.weighing import PLAIN, TIES
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.counted_ties import Weigh
    from relgraph.graph.ties import Ties
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Links, Pair, Weighing


def projection(
    dataset: Dataset, view: View = DEFAULT_VIEW, *, isolates: bool = True, weighing: Weighing = PLAIN
) -> nx.Graph[str]:
    """The undirected network of paths and ranks: what to measure on, where `build_graph` is what to look at.

    One node for each country and body that the dataset declares and that may have been there then, tied or not (for
    each tied one, without `isolates`), with `label`,
    `kind` and `iso`; one edge for each tied pair, with the attributes of `project`, and `label` (the tier of its best
    tie, or else its kind), `relation` (the kind of that tie) and `certainty` (yes, or maybe where all its ties are so).
    Measures of networkx on it equal those of `rank`: pass weight="distance" where a path is short, weight="strength"
    where a tie counts.

    A `weighing` that asks for a direction, another weight or another network has the edges of `project_links`, with
    `relation` the kind of all, or the network, where these are several; `label` is the same in words. Raises
    MisuseError for what it cannot give.
    """
    if weighing != PLAIN:
        links = links_of(dataset, view, weighing)
        graph = project_links(links, walked_actors(dataset, view, links.kinds) if isolates else ())
        _tell_links(graph, links, links.kinds[0] if len(links.kinds) == 1 else weighing.network)
    else:
        ties = collect_ties(dataset, view)
        weigh, _ = by_counts(dataset, ties.kinds) or (None, "")
        graph = project(ties, walked_actors(dataset, view, ties.kinds) if isolates else (), weigh)
        _tell_ties(graph, dataset, ties)
    for node, about in graph.nodes(data=True):
        actor = dataset.actors[node]
        about.update(label=dataset.names.label(node), kind=actor.kind, **({"iso": actor.iso} if actor.iso else {}))
    return graph


def _tell_ties(graph: nx.Graph[str], dataset: Dataset, ties: Ties) -> None:
    """Put what the best tie of each pair is beside its edge."""
    for one, other, about in graph.edges(data=True):
        best = ties.best(one, other)[0].fact
        sure = any(tie.truth is Truth.YES for tie in ties.between[one][other])
        certainty = Truth.YES if sure else Truth.MAYBE
        about.update(label=tier_label(dataset, best), relation=best.kind, certainty=certainty.value)


def _tell_links(graph: nx.Graph[str], links: Links[Any], relation: str) -> None:
    """Put beside each edge what it is, and whether it holds for certain."""
    maybe = maybe_pairs(links)
    for one, other, about in graph.edges(data=True):
        certainty = Truth.MAYBE if (one, other) in maybe else Truth.YES
        about.update(label=relation.replace("-", " "), relation=relation, certainty=certainty.value)


def links_of(dataset: Dataset, view: View, weighing: Weighing) -> Links[Any]:
    """The links of a network as they are counted. Raises MisuseError for what a weighing cannot ask for."""
    asked = weighing.checked()
    count = counted_ties if asked.network == TIES else affiliations
    return count(as_known(dataset, view), view, asked)


def maybe_pairs(links: Links[Any]) -> set[Pair]:
    """The pairs that are linked by nothing but what may not hold."""
    sure = links.without(lambda piece: piece.truth is Truth.MAYBE)
    return set() if sure is None else set(links.make(links.pieces)) - sure


def project_links(links: Links[Any], isolates: Iterable[str] = ()) -> nx.Graph[str]:
    """Links as a graph of networkx, a DiGraph where they are directed; nodes and edges in order of id.

    What others take part in is no node of what they share.

    Edge attributes: `ties` (how many facts, things shared or joint votes it stands for), `strength` (its weight, more
    is closer) and `distance` (1 / strength).
    """
    import networkx as nx

    found = links.make(links.pieces)
    graph: nx.Graph[str] = nx.DiGraph() if links.directed else nx.Graph()
    graph.add_nodes_from(sorted({*(one for pair in found for one in pair), *isolates} - links.aside))
    for (one, other), link in sorted(found.items()):
        graph.add_edge(one, other, ties=link.ties, strength=link.weight, distance=1 / link.weight)
    return graph


def project(ties: Ties, isolates: Iterable[str] = (), weigh: Weigh | None = None) -> nx.Graph[str]:
    """One node for each actor that is tied, and for those `isolates` that are not; one edge for each tied pair.

    All are in order of id.

    Edge attributes: `rung` (the height of the pair's best tie: 0 without a rung, 1 for the lowest), `ties` (how
    many parallel ties it stands for), `strength` (1 + rung, or what `weigh` gives for its ties; more is closer) and
    `distance` (1 / strength).
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({*ties.between, *isolates}))
    network = ties.network
    for source in sorted(ties.between):
        for target, between in sorted(ties.between[source].items()):
            if source < target:
                rung = network.rungs.height(network.levels[source][target])
                strength = weigh(between) if weigh else 1.0 + rung
                found = {"rung": rung, "ties": len(between), "strength": strength, "distance": 1 / strength}
                graph.add_edge(source, target, **found)
    return graph
