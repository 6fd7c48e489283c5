"""The matrix: who is tied to whom, each pair by the closest of what ties the two."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.pairs import PAIR_COLUMNS, in_order, tied_pairs
from relgraph.analysis.silence import silence
from relgraph.facts.coverage import covered_kinds, covered_told
from relgraph.graph.ties import collect_kinds
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.analysis.pairs import TiedPair
    from relgraph.analysis.silence import Silence
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


@dataclass(frozen=True, slots=True, repr=False)
class Matrix(Answer):
    """The tied pairs of a view, by the ids of the two in order; and their `actors`, who has most partners first."""

    columns: ClassVar = PAIR_COLUMNS

    actors: tuple[str, ...]
    pairs: Mapping[tuple[str, str], TiedPair]
    view: View
    dataset: Dataset = field(repr=False, compare=False)

    def between(self, one: str, other: str) -> TiedPair | None:
        """How two are tied, given by their ids in either order; None if they are not."""
        return self.pairs.get(in_order(one, other))

    def silence(self, one: str, other: str) -> Silence | None:
        """Of two who are not tied, given by their ids: not there, not known or not covered; None if they are."""
        if self.between(one, other) is not None:
            return None
        return silence(self.dataset, (one, other), collect_kinds(self.dataset, self.view), self.view)

    @property
    def coverage(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """For each kind that is looked at the sources that say what they cover of it."""
        return covered_kinds(self.dataset, collect_kinds(self.dataset, self.view), self.view.as_of, self.view.known)

    def lines(self) -> Iterator[str]:
        """How many are tied, then each actor with the number of its partners by how close they are."""
        yield headline(self.pairs)
        told: dict[str, Counter[str]] = {actor: Counter() for actor in self.actors}
        for pair in self.pairs.values():
            for end in (pair.one, pair.other):
                told[end][pair.told(self.dataset)] += 1
        for actor, counts in told.items():
            each = "; ".join(
                f"{tier} {count}" for tier, count in sorted(counts.items(), key=lambda one: (-one[1], one))
            )
            yield f"  {self.dataset.names.label(actor)}: {each}"
        yield f"coverage: {covered_told(self.coverage)}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A pair a row, in order of its ids."""
        return (pair.row(self.dataset) for pair in self.pairs.values())

    def plain(self) -> dict[str, Any]:
        """The actors, and the pairs with the ids of the facts that bear them."""
        facts = (tie.fact for pair in self.pairs.values() for tie in pair.best)
        question = asked(self.dataset, self.view, facts)
        covered = {kind: list(by) for kind, by in self.coverage}
        return {"asked": question, "actors": list(self.actors), "pairs": list(self.rows()), "coverage": covered}


def headline(pairs: Mapping[tuple[str, str], TiedPair]) -> str:
    """How many actors some pairs tie, how many pairs there are, and how many of them are only planned."""
    actors = {end for pair in pairs for end in pair}
    planned = sum(pair.is_planned for pair in pairs.values())
    more = f", {planned} of them only planned" if planned else ""
    return f"{counted(len(actors), 'actor')}, {counted(len(pairs), 'tied pair')}{more}"


@paused_collector()
def matrix(dataset: Dataset, view: View = DEFAULT_VIEW) -> Matrix:
    """Who is tied to whom in a view: countries, bodies, and whoever else paths go through.

    A pair is told by the closest of what holds between the two. What is only planned counts where nothing holds, if the
    statuses of the view let it in. Raises MisuseError for a kind or a status that the vocabulary lacks.
    """
    pairs = tied_pairs(dataset, view)
    partners = Counter(end for pair in pairs for end in pair)
    return Matrix(tuple(sorted(partners, key=lambda one: (-partners[one], one))), pairs, view, dataset)
