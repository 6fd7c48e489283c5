"""How pairs of actors are tied: by what paths walk, the closest of what holds first, and what is only planned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.tiers import tier_label
from relgraph.graph.ties import each_tie, path_kinds
from relgraph.graph.views import select
from relgraph.reading.dates import Truth
from relgraph.vocabulary.rungs import UNRANKED, label_in_full, ladders_of_some

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.steps import Tie
    from relgraph.graph.views import View


class TiedPair(NamedTuple):
    """Two actors that something ties, `one` before `other` by id.

    `best` are the ties that no other is above, stated ones first: of what holds, and where nothing does of what is
    only planned. `holding` and `planned` are the numbers of facts of either sort.
    """

    one: str
    other: str
    best: tuple[Tie, ...]
    holding: int
    planned: int

    @property
    def is_planned(self) -> bool:
        """Whether nothing that holds ties the two."""
        return not self.holding

    @property
    def is_derived(self) -> bool:
        """Whether the best of it only follows by a rule."""
        return all(tie.fact.derived for tie in self.best)

    @property
    def is_maybe(self) -> bool:
        """Whether the best of it may not hold, or may not be planned, on the day asked for."""
        return all(tie.truth is Truth.MAYBE or tie.holds is Truth.MAYBE for tie in self.best)

    def far(self, near: str) -> str:
        """The one of the two that is not `near`."""
        return self.other if near == self.one else self.one

    def tier(self, dataset: Dataset) -> str:
        """What the best of it is called: its rungs in full, or for what stands on none its kinds."""
        near = ladders_of_some(dataset.vocabulary, (self.one, self.other))
        called = (
            tier_label(dataset, tie.fact)
            if tie.level == UNRANKED
            else label_in_full(dataset.vocabulary, dataset.rungs, tie.level, near)
            for tie in self.best
        )
        return " and ".join(dict.fromkeys(called))

    def told(self, dataset: Dataset) -> str:
        """Its tier, marked where that is planned, derived or uncertain."""
        marks = {"planned": self.is_planned, "derived": self.is_derived, "maybe": self.is_maybe}
        said = ", ".join(mark for mark, on in marks.items() if on)
        return f"{self.tier(dataset)} [{said}]" if said else self.tier(dataset)

    def row(self, dataset: Dataset) -> dict[str, Any]:
        """The pair as a row, or as plain data: its ends, its tier, the facts that bear it, and what they are not."""
        return {
            "one": self.one,
            "other": self.other,
            "tier": self.tier(dataset),
            "best": [tie.fact.id for tie in self.best],
            "holding": self.holding,
            "planned": self.planned,
            "derived": self.is_derived,
            "maybe": self.is_maybe,
        }


PAIR_COLUMNS = ("one", "other", "tier", "best", "holding", "planned", "derived", "maybe")


def tied_pairs(
    dataset: Dataset, view: View, only: Callable[[Fact], bool] = lambda _: True
) -> dict[tuple[str, str], TiedPair]:
    """The pairs of countries, bodies and whoever else paths go through that a view ties, by their ids in order.

    With `only`, by no other facts than those.
    """
    kinds = view.kinds if view.kinds is not None else frozenset(path_kinds(dataset))
    found: dict[tuple[str, str], list[Tie]] = {}
    held = (one for one in select(dataset, view) if one.fact.kind in kinds and only(one.fact))
    for tie in each_tie(held, dataset, view):
        found.setdefault(in_order(tie.source, tie.target), []).append(tie)
    return {pair: _tied(dataset, pair, found[pair]) for pair in sorted(found)}


def in_order(one: str, other: str) -> tuple[str, str]:
    """Two ids, as pairs have them."""
    return (one, other) if one < other else (other, one)


def _tied(dataset: Dataset, pair: tuple[str, str], ties: list[Tie]) -> TiedPair:
    holding = [tie for tie in ties if tie.holds is not Truth.NO]
    best = _highest(dataset, holding or ties)
    return TiedPair(*pair, best, len(holding), len(ties) - len(holding))


def _highest(dataset: Dataset, ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Those that no other of them is above, stated ones first."""
    every = list(ties)
    tops = dataset.rungs.highest(tie.level for tie in every)
    return tuple(sorted((tie for tie in every if tie.level in tops), key=lambda tie: (tie.fact.derived, tie.fact.id)))
