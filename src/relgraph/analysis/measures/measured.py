"""The network that a ranking is taken on, with what is not sure of it, and what check refuses."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from relgraph.analysis.measures import directed, scores
from relgraph.analysis.measures.cut_points import PAIR
from relgraph.checks.refused import is_refused
from relgraph.graph.counted_ties import by_counts
from relgraph.graph.projection import links_of, maybe_pairs, project, project_links
from relgraph.graph.ties import collect_ties, walked_actors
from relgraph.graph.weighing import BY_RUNG, IN, NONE, OUT, PLAIN
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from relgraph.analysis.measures.engines import Graph
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.ties import Ties
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Links, Pair, Weighing


@dataclass(frozen=True)
class Measured:
    """A network to measure on.

    `facts` is how many make its edges, `unsure` are those of these (from, to where the `direction` is not none) that
    rest on nothing but what may not hold; `refused` counts the edges that rest on nothing but facts that check
    refuses, `weight` says what an edge weighs, `left_out` why facts make none, and how many.
    """

    graph: Graph
    kinds: tuple[str, ...]
    summary: Mapping[str, float | int | None]
    unsure: Collection[Pair]
    refused: int
    weight: str = BY_RUNG
    facts: int | None = None
    left_out: tuple[tuple[str, int], ...] = ()
    direction: str = NONE

    @property
    def maybes(self) -> int:
        """How many edges may not hold."""
        return len(self.unsure)

    def maybe(self, one: str) -> int:
        """How many edges of a node may not hold, by the direction that counts; of a pair, 1 if it may not."""
        return int(tuple(one.split(PAIR)) in self.unsure) if PAIR in one else self._maybe[one]

    @cached_property
    def _maybe(self) -> Counter[str]:
        return Counter(one for pair in self.unsure for one in _counting(pair, self.direction))


def work_out(dataset: Dataset, view: View, asked: Weighing, *, isolates: bool) -> Measured:
    """The network of a view that a weighing asks for, with all who were there, or those alone that a tie touches."""
    if asked != PLAIN:
        links = links_of(dataset, view, asked)
        return _of_links(dataset, links, asked, walked_actors(dataset, view, links.kinds) if isolates else ())
    ties = collect_ties(dataset, view, lazily=False)
    weigh, weight = by_counts(dataset, ties.kinds) or (None, BY_RUNG)
    graph = project(ties, walked_actors(dataset, view, ties.kinds) if isolates else (), weigh)
    return Measured(graph, ties.kinds, scores.summary(graph), frozenset(_unsure(ties)), _refused(dataset, ties), weight)


def _unsure(ties: Ties) -> Iterator[Pair]:
    """The pairs that are tied by nothing but what may not hold."""
    for one, others in ties.between.items():
        for other, between in others.items():
            if one < other and all(tie.truth is Truth.MAYBE for tie in between):
                yield one, other


def _refused(dataset: Dataset, ties: Ties) -> int:
    """How many pairs are tied by nothing but facts that check refuses."""
    pairs = (between for one, side in ties.between.items() for other, between in side.items() if one < other)
    return sum(all(is_refused(dataset, tie.fact) for tie in between) for between in pairs)


def _of_links(dataset: Dataset, links: Links[Any], asked: Weighing, isolates: list[str] | tuple[str, ...]) -> Measured:
    graph: Any = project_links(links, isolates)  # directed or not
    summary = directed.summary if links.directed else scores.summary
    sound = links.without(lambda piece: is_refused(dataset, piece.fact))
    return Measured(
        graph,
        links.kinds,
        summary(graph),
        maybe_pairs(links),
        0 if sound is None else graph.number_of_edges() - len(sound),
        links.weight,
        len({piece.fact.id for piece in links.pieces}),
        links.left_out,
        asked.direction,
    )


def _counting(pair: Pair, direction: str) -> tuple[str, ...]:
    """The ends of a link for whom it counts: the one that it leads to, or from, or both."""
    return {IN: pair[1:], OUT: pair[:1]}.get(direction, pair)
