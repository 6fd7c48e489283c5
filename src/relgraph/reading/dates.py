"""Dates at the precision that a source gives, and comparison that may answer "maybe".

A subset of EDTF (ISO 8601-2): year, month or day, each with `?` where the source or the curator is
unsure, `XXXX-02` for a February of a year that is not stated, and intervals `a/b`, `../b`, `a/..`. A
date is kept as the span of days it may lie in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache

ALWAYS_BEFORE = 0
ALWAYS_AFTER = date.max.toordinal() + 1
DECEMBER = 12


class Truth(Enum):
    """Yes, no, or maybe: what can be said when dates are known only so far."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"

    def __and__(self, other: Truth) -> Truth:
        """No if either is no, yes if both are yes, else maybe."""
        if Truth.NO in (self, other):
            return Truth.NO
        return Truth.YES if self is other is Truth.YES else Truth.MAYBE

    def __invert__(self) -> Truth:
        """The opposite; maybe stays maybe."""
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, Truth.MAYBE)


@dataclass(frozen=True, slots=True)
class Date:
    """A span of days, `first` to `last` as proleptic Gregorian ordinals, both included.

    `text` is the date as written, which alone takes part in equality. `unsure` carries the `?`. An
    `interval` was written with a slash; its open side lies at ALWAYS_BEFORE or ALWAYS_AFTER.
    `ongoing` marks an end that had not come when the source spoke.
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
    end = start.text.rpartition("/")[2]
    return parse_date(f"../{end}") if start.last < ALWAYS_AFTER else None


class NotADate(ValueError):  # noqa: N818 - it says what the text is not
    """The text is not in the subset; the message says what to write instead."""


@cache
def parse_date(text: str) -> Date | None:
    """Read a date; None for `unknown`. Raises NotADate with advice for anything else."""
    if text == "unknown":
        return None
    if text == "ongoing":
        return Date(text, ALWAYS_AFTER, ALWAYS_AFTER, ongoing=True)
    if found := _YEARLESS.fullmatch(text):
        _span(f"{_LEAP_YEAR}{found.group(1)}", text)  # is there such a day in any year
        return Date(text, ALWAYS_BEFORE, ALWAYS_AFTER, unsure=bool(found.group(2)))
    start, slash, end = text.partition("/")
    if not slash:
        first, last, unsure = _span(text, text)
        return Date(text, first, last, unsure=unsure)
    return _interval(text, start, end)


_YEARLESS = re.compile(r"XXXX(-\d\d(?:-\d\d)?)(\?)?", re.ASCII)
_LEAP_YEAR = 2000


def _interval(text: str, start: str, end: str) -> Date:
    if start == end == "..":
        raise NotADate(_advice(text))
    first, _, unsure = (ALWAYS_BEFORE, ALWAYS_BEFORE, False) if start == ".." else _span(start, text)
    _, last, also_unsure = (ALWAYS_AFTER, ALWAYS_AFTER, False) if end == ".." else _span(end, text)
    if first > last:
        raise NotADate(f'"{text}" ends before it starts')
    return Date(text, first, last, unsure=unsure or also_unsure, interval=True)


_FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(\?)?", re.ASCII)


def _span(part: str, whole: str) -> tuple[int, int, bool]:
    """First and last day of a year, month or day, and whether it is unsure."""
    found = _FORM.fullmatch(part)
    if not found:
        raise NotADate(_advice(whole))
    year, month, day = (int(group) if group else None for group in found.group(1, 2, 3))
    try:
        first = date(year or 0, 1 if month is None else month, 1 if day is None else day).toordinal()
        last = first if day is not None else _last_day(year or 0, month or DECEMBER)
    except ValueError:
        raise NotADate(f'"{whole}" is not a day of the calendar') from None
    return first, last, bool(found.group(4))


def _last_day(year: int, month: int) -> int:
    """Ordinal of the last day of a month."""
    return date(year, month, 31).toordinal() if month == DECEMBER else date(year, month + 1, 1).toordinal() - 1


_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def _advice(text: str) -> str:
    """Say what to write, guessing year and month from the words where they can be told."""
    years = re.findall(r"\b\d{4}\b", text, re.ASCII)
    words = re.findall(r"[a-z]{3,}", text.lower())
    months = [number for word in words for number, name in enumerate(_MONTHS, start=1) if name.startswith(word)]
    if not years:
        return f'"{text}" is not a date; write 2025, 2025-02 or 2025-02-14, with ? if unsure, or unknown'
    likely = f"{years[0]}-{months[0]:02}" if months else years[0]
    return f'"{text}" is not a date; write {likely}, with ? if unsure'
