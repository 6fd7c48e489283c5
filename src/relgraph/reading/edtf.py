"""One date of EDTF (ISO 8601-2) as the days that it may mean: a year, month or day, a season, a quarter, a decade.

Of level 0 dates; of level 1 the marks `?`, `~` and `%`, digits left open (201X, 2004-XX) and seasons; of level 2
quarters and half-years.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

ALWAYS_BEFORE = 0
ALWAYS_AFTER = date.max.toordinal() + 1
DECEMBER = 12
DECADE, CENTURY = 10, 100
OPEN = "XX"

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}
HALVES = {40: "first half", 41: "second half"}
PARTS = QUARTERS | HALVES
MARKS = "?~%"
"""Uncertain, approximate, and both at once: the mark stands at the end of a date."""


class Span(NamedTuple):
    """First and last day, as proleptic Gregorian ordinals, both included, and whether a mark makes it unsure."""

    first: int
    last: int
    unsure: bool = False


class NoSuchDay(ValueError):  # noqa: N818 - it says what the text is not
    """The form is right, and the calendar has no such day."""


_FORM = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?", re.ASCII)
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?([?~%])?", re.ASCII)
_LEAP_YEAR = 2000


def span(text: str) -> Span | None:
    """The days that one date may mean; None if it is of another form. Raises NoSuchDay.

    A season is three months as in the north, winter from December to February of the year after; a month or day of a
    year that is not stated (XXXX-02) may be any time.
    """
    if found := _YEARLESS.fullmatch(text):
        _days(_LEAP_YEAR, int(found.group(1)), _number(found.group(2)))  # is there such a day in any year
        return Span(ALWAYS_BEFORE, ALWAYS_AFTER, bool(found.group(3)))
    found = _FORM.fullmatch(text)
    if not found:
        return None
    year, month, day, mark = found.groups()
    if "X" in year:
        return None if month else Span(*_years(year), bool(mark))
    if (month == OPEN and day not in {None, OPEN}) or (day and (_number(month) or 0) > DECEMBER):
        return None
    return Span(*_days(int(year), _number(month), _number(day)), bool(mark))


def _number(part: str | None) -> int | None:
    """A month or day as a number; None if it is not given, or left open."""
    return int(part) if part and part != OPEN else None


def _years(text: str) -> tuple[int, int]:
    """A decade (201X) or a century (20XX)."""
    first = int(text.replace("X", "0"))
    size = CENTURY if text.endswith("XX") else DECADE
    return _days(max(first, 1), None, None)[0], _days(first + size - 1, None, None)[1]


def _days(year: int, month: int | None, day: int | None) -> tuple[int, int]:
    """First and last day of a year, season, quarter, half-year, month or day."""
    try:
        if month in SEASONS:
            return _months(year, 3 * (month - 20), 3)
        if month in QUARTERS:
            return _months(year, 3 * (month - 33) + 1, 3)
        if month in HALVES:
            return _months(year, 6 * (month - 40) + 1, 6)
        first = date(year, 1 if month is None else month, 1 if day is None else day).toordinal()
        return first, first if day is not None else _last_day(year, DECEMBER if month is None else month)
    except ValueError:
        raise NoSuchDay from None


def _months(year: int, first: int, size: int) -> tuple[int, int]:
    """Some months from the first of one, into the next year if they go so far."""
    last = first + size - 1
    end = (year, last) if last <= DECEMBER else (year + 1, last - DECEMBER)
    return date(year, first, 1).toordinal(), _last_day(*end)


def _last_day(year: int, month: int) -> int:
    """Ordinal of the last day of a month."""
    return date(year, month, 31).toordinal() if month == DECEMBER else date(year, month + 1, 1).toordinal() - 1
