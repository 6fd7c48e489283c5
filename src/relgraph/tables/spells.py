"""Panels to spells: rows that say what was so in each year become the times during which it was so.

A spell says no more than the data do. That it began is known where the data have a year before it without it; that it
ended, where they have one after it. Where years lie `gap` apart, it began and ended somewhere in between.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise, repeat
from operator import rshift
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from relgraph.tables.mapping import Spells

    Observations: TypeAlias = array[int]
    """Years, each with the number of its row: see `observed`."""

_ROW_BITS = 40
NONE_UNKNOWN: frozenset[int] = frozenset()


def no_observations() -> Observations:
    """Room for observations, 8 bytes each: a panel has hundreds of thousands."""
    return array("q")


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

    @property
    def rows(self) -> tuple[int, ...]:
        """The numbers of its first row and its last; one where they are the same."""
        first, last = row_in(self.first), row_in(self.last)
        return (first,) if first == last else (first, last)


class Limits(NamedTuple):
    """The dates of a spell, each with its word, and whether it is over."""

    dates: tuple[tuple[str, str], ...]
    over: bool


class Years:
    """The years of a panel, and how far apart two of them may lie: `gap`, or with 0 as far as the data have it.

    Of `unknown` years the data say that nothing is known: they are as if the data did not have them.
    """

    def __init__(self, years: Collection[int], spells: Spells, unknown: frozenset[int] = NONE_UNKNOWN) -> None:
        """`years` are all that the data have: where these part the spells, nothing is known before and after them."""
        known = [year for year in years if year not in unknown]
        first, last = min(known, default=0), max(known, default=0)
        self.first = _past(max(spells.first or first, first if not spells.gap else 0), 1, unknown)
        self.last = _past(min(spells.last or last, last) if not spells.gap else spells.last or last, -1, unknown)
        self._gap = spells.gap
        self._ordered = sorted(known)
        self._limits: dict[tuple[int, int], Limits] = {}
        self._unknown = unknown

    def before(self, year: int) -> int:
        """The latest year before another in which the data would have said so."""
        if self._gap:
            return _past(year - self._gap, -1, self._unknown)
        return max(self._ordered[: bisect_left(self._ordered, year)], default=year)

    def after(self, year: int) -> int:
        """The first year after another in which the data would say so."""
        if self._gap:
            return _past(year + self._gap, 1, self._unknown)
        return min(self._ordered[bisect_right(self._ordered, year) :], default=year)

    def limits(self, spell: Spell) -> Limits:
        """Since when until when a spell lasted; `seen` where it lasts to the end of the data."""
        start, end = year_in(spell.first), year_in(spell.last)
        found = self._limits.get((start, end))
        if found is None:
            found = self._limits[start, end] = self._limits_of(start, end)
        return found

    def _limits_of(self, start: int, end: int) -> Limits:
        since = f"../{start:04}" if start <= self.first else _between(self.before(start) + 1, start)
        if end >= self.last:
            return Limits((("since", since), ("seen", f"{end:04}")), over=False)
        return Limits((("since", since), ("until", _between(end, self.after(end) - 1))), over=True)


def _past(year: int, step: int, unknown: frozenset[int]) -> int:
    """A year, or the next of which something is known."""
    while year in unknown:
        year += step
    return year


def spells_of(observations: Sequence[int], years: Years) -> Iterator[Spell]:
    """The spells of some observations, in which no year is left out in which the data would say so."""
    ordered = sorted(observations)
    first = ordered[0]
    if not _has_every_year(ordered):
        for one, following in pairwise(ordered):
            year = one >> _ROW_BITS  # not by the functions above: there are hundreds of thousands
            if following >> _ROW_BITS > year + 1 and year_in(following) > years.after(year):
                yield Spell(first, one)
                first = following
    yield Spell(first, ordered[-1])


def _has_every_year(ordered: Sequence[int]) -> bool:
    """Whether no year is left out of observations in order: most panels leave out few."""
    span = year_in(ordered[-1]) - year_in(ordered[0]) + 1
    return span <= len(ordered) and len({*map(rshift, ordered, repeat(_ROW_BITS))}) == span


def parted(observations: Sequence[int], turns: Sequence[int]) -> Iterator[Observations]:
    """Observations, in order, parted at the years from which something may mean another."""
    ordered = array("q", sorted(observations))
    at = [bisect_left(ordered, observed(turn, 0)) for turn in turns]
    for start, end in pairwise((0, *at, len(ordered))):
        if start < end:
            yield ordered[start:end]


def _between(first: int, last: int) -> str:
    """A year, or one of some."""
    return f"{last:04}" if first >= last else f"{first:04}/{last:04}"
