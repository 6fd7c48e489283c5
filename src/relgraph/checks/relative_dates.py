"""Dates that rest on another: a Tuesday, last June, February 8, this year, told from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE, NoSuchDay, span

if TYPE_CHECKING:
    from relgraph.reading.dates import Date

Days: TypeAlias = tuple[int, int]
"""First and last day of a span, as ordinals, both included."""

WEEK, YEAR = 7, 12
LEAP_YEARS = 8
"""How many years there may be from one 29 February to the next."""


@cache
def told_from(what: str, day: Date, *, ahead: bool) -> tuple[Days, ...]:
    """The days that words may mean when they are said on a day: `what` as in sources.dates_said.Relative.

    A bare day of the week is the last one, or that very day; with `ahead`, of what is still to come, the next one too.
    Nothing for what does not rest on the day of speaking, nor where that is not known.
    """
    found = _WORDS.fullmatch(what)
    if not found or what == SPOKEN_OF or not is_known(day):
        return ()
    unit, number, turn = found.group(1), int(found.group(2) or 0), found.group(3)
    turns = [int(turn)] if turn else [BARE, 1] if ahead else [BARE]
    ways = [[_days(unit, number, one, date.fromordinal(end)) for end in (day.first, day.last)] for one in turns]
    return tuple((first[0], last[1]) for first, last in ways)


_WORDS = re.compile(r"(year|month|week|day|w|m)(\d*)([+-]\d{1,3})?")
SPOKEN_OF = "year"
"""The year that a text speaks of, whichever that is."""
BARE = -WEEK
"""The turn of a bare day of the week."""


@cache
def nearest(month: int, number: int | None, day: Date, *, ahead: bool) -> tuple[Days, ...]:
    """The days that a month, or a day of it, may mean whose year is not said: the last such, or with `ahead` the next.

    Nothing where the day of speaking is not known well enough to tell.
    """
    if not is_known(day):
        return ()
    first, last = date.fromordinal(day.first), date.fromordinal(day.last)
    choices = [{_named(month, number, one, -1) for one in (first, last)}]
    choices += [{_named(month, number, one, 1) for one in (first, last)}] if ahead else []
    return tuple(days for choice in choices if len(choice) == 1 for days in choice if days is not None)


def is_known(day: Date) -> bool:
    """Whether a day of speaking has limits, and is sure."""
    return day.first > ALWAYS_BEFORE and day.last < ALWAYS_AFTER and not day.unsure


def _named(month: int, number: int | None, on: date, turn: int) -> Days | None:
    """The last month or day of that name that has begun on a day, or the first that has not ended."""
    for back in range(LEAP_YEARS + 1):
        days = days_of(on.year + turn * back, month, number)
        if days and (days[0] <= on.toordinal() if turn < 0 else days[1] >= on.toordinal()):
            return days
    return None


def days_of(year: int, month: int | None = None, number: int | None = None) -> Days | None:
    """The days of a year, month or day; None if the calendar has none such."""
    parts = (f"{year:04}", *(f"{part:02}" for part in (month, number) if part))
    try:
        found = span("-".join(parts))
    except NoSuchDay:
        return None
    return (found.first, found.last) if found else None


def _days(unit: str, number: int, turn: int, on: date) -> Days:
    """The days of one unit, some turns from that of a day."""
    if unit == "w":
        return _weekday(number, turn, on)
    if unit == "m":
        return _turned_month(number, turn, on)
    if unit == "day":
        return (on.toordinal() + turn,) * 2
    if unit == "week":
        monday = on - timedelta(days=on.weekday()) + timedelta(weeks=turn)
        return monday.toordinal(), monday.toordinal() + WEEK - 1
    months = 12 * (on.year + (turn if unit == "year" else 0)) + on.month - 1 + (turn if unit == "month" else 0)
    month = None if unit == "year" else months % YEAR + 1
    return days_of(months // YEAR, month) or (ALWAYS_AFTER, ALWAYS_BEFORE)


def _weekday(number: int, turn: int, on: date) -> Days:
    back = (on.isoweekday() - number) % WEEK
    shift = {BARE: -back, 0: number - on.isoweekday(), 1: WEEK - back, -1: -(back or WEEK)}.get(
        turn, WEEK * turn - back
    )
    return (on.toordinal() + shift,) * 2


def _turned_month(number: int, turn: int, on: date) -> Days:
    """Last June is the last that is over, next June the first that has not begun, this June that of the year."""
    before, after = number < on.month, number > on.month
    year = on.year + {-1: 0 if before else -1, 1: 0 if after else 1}.get(turn, turn)
    return days_of(year, number) or (ALWAYS_AFTER, ALWAYS_BEFORE)
