"""The order in which facts are told: the closest tie first, then what holds before what does not, by date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.graph.ties import level_of
from relgraph.reading.dates import Truth
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date


def first_day(date: Date) -> int:
    """By which day a date is told: its earliest; where its beginning is open, its last."""
    return date.last if date.first == ALWAYS_BEFORE else date.first


def closest_first(dataset: Dataset, facts: Iterable[Held], about: Iterable[str]) -> list[Held]:
    """Facts by closeness; then what holds, what those it is `about` do themselves, the earlier, what is stated."""
    rungs, own = dataset.rungs, frozenset(about)

    def order(one: Held) -> tuple[int, bool, bool, int, bool, str]:
        fact = one.fact
        foreign = own.isdisjoint(end.id for end in fact.ends)
        first = min((first_day(date) for date in fact.dates if not date.ongoing), default=ALWAYS_AFTER)
        return -level_of(fact, dataset, rungs), one.holds is Truth.NO, foreign, first, fact.derived, fact.id

    return sorted(facts, key=order)
