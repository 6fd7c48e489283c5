"""Panels to spells: rows that say what was so in each year become the times during which it was so.

A spell says no more than the data do. That it began is known where the data have a year before it without it; that it
ended, where they have one after it. Where years lie `gap` apart, it began and ended somewhere in between.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relgraph.tables.mapping import Spells

_ROW_BITS = 40


def observed(year: int, row: int) -> int:
    """A year and the number of a row as one number, which is in the order of the years."""
    return year << _ROW_BITS | row


def year_in(one: int) -> int:
    """The year of an observation."""
    return one >> _ROW_BITS


def row_in(one: int) -> int:
    """The row of an observation."""
    return one & ((1 << _ROW_BITS) - 1)


class Spell(NamedTuple):
    """The first and the last observation of something that went on: see `observed`."""

    first: int
    last: int


def spells_of(observations: Sequence[int], gap: int) -> Iterator[Spell]:
    """The spells of some observations: years of one lie at most `gap` apart."""
    ordered = sorted(observations)
    first = ordered[0]
    for one, following in pairwise(ordered):
        if year_in(following) - year_in(one) > gap:
            yield Spell(first, one)
            first = following
    yield Spell(first, ordered[-1])


def parted(observations: Sequence[int], turns: Sequence[int]) -> Iterator[list[int]]:
    """Observations in order, parted at the years from which something may mean another."""
    ordered = sorted(observations)
    if not turns or year_in(ordered[0]) == year_in(ordered[-1]):
        yield ordered
        return
    at = [bisect_left(ordered, observed(turn, 0)) for turn in turns]
    for start, end in pairwise((0, *at, len(ordered))):
        if start < end:
            yield ordered[start:end]


class Limits(NamedTuple):
    """The dates of a spell, each with its word, and whether it is over."""

    dates: tuple[tuple[str, str], ...]
    over: bool


def limits_of(spell: Spell, spells: Spells, first: int, last: int) -> Limits:
    """Since when until when a spell lasted, in data from a `first` year to a `last`; `seen` where it lasts still."""
    start, end, gap = year_in(spell.first), year_in(spell.last), spells.gap
    since = f"../{start:04}" if start <= first else f"{start:04}" if gap == 1 else f"{start - gap + 1:04}/{start:04}"
    if end >= last:
        return Limits((("since", since), ("seen", f"{end:04}")), over=False)
    until = f"{end:04}" if gap == 1 else f"{end:04}/{end + gap - 1:04}"
    return Limits((("since", since), ("until", until)), over=True)
