"""The network that a ranking is taken on, with what is not sure of it, what check refuses, and who covers it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.analysis.measures import directed, scores
from relgraph.analysis.measures.cut_points import PAIR
from relgraph.checks.refused import is_refused
from relgraph.graph.counted_ties import by_counts
from relgraph.graph.projection import links_of, maybe_pairs, project, project_links
from relgraph.graph.ties import collect_ties, walked_actors
from relgraph.graph.weighing import BY_RUNG, IN, OUT, PLAIN
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from relgraph.analysis.measures.engines import Graph
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.ties import Ties
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Links, Pair, Weighing


class Measured(NamedTuple):
    """A network to measure on.

    `facts` is how many make its edges, `maybes` how many of these rest on nothing but what may not hold, `maybe` how
    many of those are edges of a node, or of a pair (1 or 0); `refused` counts the edges that rest on nothing but facts
    that check refuses, `weight` says what an edge weighs, `left_out` why facts make none, and how many.
    """

    graph: Graph
    kinds: tuple[str, ...]
    summary: Mapping[str, float | int | None]
    maybes: int
    maybe: Callable[[str], int]
    refused: int
    weight: str = BY_RUNG
    facts: int | None = None
    left_out: tuple[tuple[str, int], ...] = ()


def measured(dataset: Dataset, view: View, asked: Weighing, *, isolates: bool) -> Measured:
    """The network of a view that a weighing asks for, with all who were there, or those alone that a tie touches."""
    if asked != PLAIN:
        links = links_of(dataset, view, asked)
        return _of_links(dataset, links, asked, walked_actors(dataset, view, links.kinds) if isolates else ())
    ties = collect_ties(dataset, view, lazily=False)
    weigh, weight = by_counts(dataset, ties.kinds) or (None, BY_RUNG)
    graph = project(ties, walked_actors(dataset, view, ties.kinds) if isolates else (), weigh)
    summary, refused = scores.summary(graph), _refused(dataset, ties)
    return Measured(graph, ties.kinds, summary, ties.maybes, lambda one: _maybe(ties, one), refused, weight)


def _refused(dataset: Dataset, ties: Ties) -> int:
    """How many pairs are tied by nothing but facts that check refuses."""
    pairs = (between for one, side in ties.between.items() for other, between in side.items() if one < other)
    return sum(all(is_refused(dataset, tie.fact) for tie in between) for between in pairs)


def _maybe(ties: Ties, one: str) -> int:
    """Of a node, its pairs that may not hold; of a pair, 1 if it may not."""
    if PAIR not in one:
        return ties.maybe(one)
    first, second = one.split(PAIR)
    return int(all(tie.truth is Truth.MAYBE for tie in ties.between[first][second]))


def _of_links(dataset: Dataset, links: Links[Any], asked: Weighing, isolates: list[str] | tuple[str, ...]) -> Measured:
    graph: Any = project_links(links, isolates)  # directed or not
    summary = directed.summary if links.directed else scores.summary
    unsure = maybe_pairs(links)
    sound = links.without(lambda piece: is_refused(dataset, piece.fact))
    touched = Counter(one for pair in unsure for one in _counting(pair, asked))
    touched.update(PAIR.join(pair) for pair in unsure)
    return Measured(
        graph,
        links.kinds,
        summary(graph),
        len(unsure),
        lambda one: touched[one],
        0 if sound is None else graph.number_of_edges() - len(sound),
        links.weight,
        len({piece.fact.id for piece in links.pieces}),
        links.left_out,
    )


def _counting(pair: Pair, asked: Weighing) -> tuple[str, ...]:
    """The ends of a link for whom it counts: the one that it leads to, or from, or both."""
    return {IN: pair[1:], OUT: pair[:1]}.get(asked.direction, pair)
