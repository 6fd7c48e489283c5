"""Projections: the ties of a view as a simple undirected graph, on which measures are defined.

Parallel ties and the two directions of a symmetric tie become one edge, so that nothing is counted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.tiers import tier_label
from relgraph.graph.ties import collect_ties, walked_actors
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.ties import Ties
    from relgraph.graph.views import View


def projection(dataset: Dataset, view: View = DEFAULT_VIEW, *, isolates: bool = True) -> nx.Graph[str]:
    """The undirected network of paths and ranks: what to measure on, where `build_graph` is what to look at.

    One node for each country and body that the dataset declares (for each tied one, without `isolates`), with `label`,
    `kind` and `iso`; one edge for each tied pair, with the attributes of `project`, and `label` (the tier of its best
    tie, or else its kind), `relation` (the kind of that tie) and `certainty` (yes, or maybe where all its ties are so).
    Measures of networkx on it equal those of `rank`: pass weight="distance" where a path is short, weight="strength"
    where a tie counts.
    """
    ties = collect_ties(dataset, view)
    graph = project(ties, walked_actors(dataset) if isolates else ())
    for node, about in graph.nodes(data=True):
        actor = dataset.actors[node]
        about.update(label=dataset.names.label(node), kind=actor.kind, **({"iso": actor.iso} if actor.iso else {}))
    for one, other, about in graph.edges(data=True):
        best = ties.best(one, other)[0].fact
        sure = any(tie.truth is Truth.YES for tie in ties.between[one][other])
        certainty = Truth.YES if sure else Truth.MAYBE
        about.update(label=tier_label(dataset, best), relation=best.kind, certainty=certainty.value)
    return graph


def project(ties: Ties, isolates: Iterable[str] = ()) -> nx.Graph[str]:
    """One node for each actor that is tied, and for those `isolates` that are not; one edge for each tied pair.

    All are in order of id.

    Edge attributes: `rung` (the height of the pair's best tie: 0 without a rung, 1 for the lowest), `ties` (how
    many parallel ties it stands for), `strength` (1 + rung, more is closer) and `distance` (1 / strength).
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({*ties.between, *isolates}))
    network = ties.network
    for source in sorted(ties.between):
        for target, between in sorted(ties.between[source].items()):
            if source < target:
                rung = network.rungs.height(network.levels[source][target])
                found = {"rung": rung, "ties": len(between), "strength": 1.0 + rung, "distance": 1 / (1 + rung)}
                graph.add_edge(source, target, **found)
    return graph
