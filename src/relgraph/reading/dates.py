"""Dates at the precision that a source gives, and comparison that may answer "maybe".

EDTF (ISO 8601-2) of levels 0 and 1, as far as diplomatic history goes: year, month, day, season, quarter, half-year,
decade, marked `?` where source or curator is unsure, `~` for about, `%` for both; intervals `a/b`, with `..` for an
open side and nothing for one that is not known (`a/..`, `/b`); `XXXX-02` for a February of a year that is not stated;
and of level 2 one of several dates (`[1667, 1670..1672]`, `[..1984]`). A date is kept as the span of days it may lie
in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as calendar_date
from enum import Enum
from functools import cache

from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE, NoSuchDay, Span, span


class Truth(Enum):
    """Yes, no, or maybe: what can be said when dates are known only so far."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"

    def __and__(self, other: Truth) -> Truth:
        """No if either is no, yes if both are yes, else maybe."""
        if self is other or other is Truth.YES:
            return self
        return other if self is Truth.YES else Truth.NO

    def __invert__(self) -> Truth:
        """The opposite; maybe stays maybe."""
        if self is Truth.MAYBE:
            return self
        return Truth.NO if self is Truth.YES else Truth.YES


@dataclass(frozen=True, slots=True)
class Date:
    """A span of days, `first` to `last` as proleptic Gregorian ordinals, both included.

    `text` is the date as written, which alone takes part in equality. `unsure` carries the `?`, `~` or `%`. An
    `interval` was written with a slash, or as one of several; a side that is open, or not known, lies at ALWAYS_BEFORE
    or ALWAYS_AFTER. `ongoing` marks an end that had not come when the source spoke.
    """

    text: str
    first: int = field(compare=False)
    last: int = field(compare=False)
    unsure: bool = field(default=False, compare=False)
    interval: bool = field(default=False, compare=False)
    ongoing: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        """Write the date as it was written."""
        return self.text

    def before(self, other: Date) -> Truth:
        """Whether this day lies before the other's, for all days that either may mean."""
        if self.last < other.first and not (self.unsure or other.unsure):
            return Truth.YES
        if self.first >= other.last and not (self.unsure or other.unsure):
            return Truth.NO
        return Truth.MAYBE

    def is_on(self, day: Date) -> bool:
        """Whether this is certainly the other day: neither is unsure, and it lies within no more than it."""
        return day.first <= self.first and self.last <= day.last and not (self.unsure or day.unsure)

    def by(self, other: Date) -> Truth:
        """Whether this day has come when the other has: not later than it."""
        return ~other.before(self)


def at_latest(start: Date) -> Date | None:
    """What is known of a beginning that lies no later than another: ../2025 for 2025, nothing for 2025/.."""
    return parse_date(f"../{_end(start)}") if start.last < ALWAYS_AFTER else None


def come_by(date: Date) -> Date | None:
    """The date by which another had come, if it is known no nearer: 2025 for ../2025 and [..2025]; else itself."""
    return parse_date(_end(date)) if date.interval and date.first == ALWAYS_BEFORE < date.last < ALWAYS_AFTER else date


def latest(date: Date) -> Date | None:
    """The latest that a date may be, as it was written: 2025 for ../2025 and 2020/2025; None where that is open."""
    return (parse_date(_end(date)) if date.interval else date) if date.last < ALWAYS_AFTER else None


def between(one: Date, other: Date) -> Date | None:
    """Some day from the earliest that one may be to the latest that another may be."""
    return parse_date(f"{sides(one.text)[0]}/{_end(other)}")


def _end(date: Date) -> str:
    """The later limit of a date, as it was written."""
    return sides(date.text)[-1]


def sides(text: str) -> tuple[str, ...]:
    """The single dates that a date is written with: both sides of an interval, each of several; none that is open."""
    separators = text.strip("[]").replace("..", "/").replace(",", "/")
    return tuple(side for part in separators.split("/") if (side := part.strip()))


class NotADate(ValueError):  # noqa: N818 - it says what the text is not
    """The text is not in the subset; the message says what to write instead."""


@cache
def parse_date(text: str) -> Date | None:
    """Read a date; None for `unknown`. Raises NotADate with advice for anything else."""
    if text == "unknown":
        return None
    if text == "ongoing":
        return Date(text, ALWAYS_AFTER, ALWAYS_AFTER, ongoing=True)
    try:
        found, interval = _read(text)
    except NoSuchDay:
        raise NotADate(f'"{text}" is not a day of the calendar{_advised("years_meant", text)}') from None
    if found is None:
        raise NotADate(_advised("advice", text))
    if found.first > found.last:
        raise NotADate(f'"{text}" ends before it starts')
    return Date(text, found.first, found.last, unsure=found.unsure, interval=interval)


def _advised(what: str, text: str) -> str:
    """Advice on a text that is no date, whose module is loaded only then."""
    from relgraph.reading import advice  # noqa: PLC0415

    told: str = getattr(advice, what)(text)
    return told


def day_asked(day: object) -> Date:
    """A date that is asked about, by its text, as a year's number or a day of datetime: neither unknown nor ongoing.

    Raises NotADate.
    """
    if isinstance(day, Date):
        return day
    text = _as_text(day)
    found = parse_date(text)
    if found is None or found.ongoing:
        raise NotADate(f'"{text}" is no day to ask about; write one such as 2025-06-30')
    return found


def _as_text(day: object) -> str:
    """How a day that Python has in a form of its own is written: the day of a datetime, a year of four digits."""
    if isinstance(day, calendar_date):
        return calendar_date.isoformat(day)
    return f"{day:04}" if isinstance(day, int) and not isinstance(day, bool) else str(day)


def _read(text: str) -> tuple[Span | None, bool]:
    """The days that a date may mean, and whether it was written as an interval."""
    if text[:1] == "[" and text[-1:] == "]":
        return _one_of(text[1:-1].split(",")), True
    start, slash, end = text.partition("/")
    return (_between(start, end), True) if slash and (start or end) else (span(text), False)


def _between(start: str, end: str) -> Span | None:
    """From one date to another; a side that is open (..) or not known (empty) has no limit."""
    first = NO_LIMIT if start in _NO_LIMIT else span(start)
    last = NO_LIMIT if end in _NO_LIMIT else span(end)
    return Span(first.first, last.last, first.unsure or last.unsure) if first and last else None


NO_LIMIT = Span(ALWAYS_BEFORE, ALWAYS_AFTER)
_NO_LIMIT = frozenset({"", ".."})


def _one_of(items: list[str]) -> Span | None:
    """One of several dates or runs of them (1670..1672): from the earliest to the latest."""
    found = [_run(item.strip()) for item in items]
    spans = [one for one in found if one is not None]
    if len(spans) < len(found) or any(one.first > one.last for one in spans):
        return None
    return Span(min(one.first for one in spans), max(one.last for one in spans), any(one.unsure for one in spans))


def _run(item: str) -> Span | None:
    start, dots, end = item.partition("..")
    return _between(start, end) if dots and (start or end) else span(item)
