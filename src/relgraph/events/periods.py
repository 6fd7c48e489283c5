"""Months, quarters and years as numbers that follow one another, and the days with which each begins and ends."""

from __future__ import annotations

from datetime import date, timedelta

from relgraph.events.mapping import MONTH, QUARTER, YEAR

A_YEAR = {MONTH: 12, QUARTER: 4, YEAR: 1}
"""How many periods there are in a year."""

A_WORD = 62
"""Days that are told by the bits of one number, which has 64 and a sign."""
MOST_DAYS = {MONTH: 31, QUARTER: 92, YEAR: 366}


def words_of(period: str) -> int:
    """How many numbers it takes to tell the days of a period by their bits."""
    return -(-MOST_DAYS[period] // A_WORD)


def period_of(day: date, period: str) -> int:
    """The number of the period that a day lies in, from year 0."""
    in_year = A_YEAR[period]
    return day.year * in_year + (day.month - 1) * in_year // 12


def first_day(number: int, period: str) -> date:
    """The day with which a period begins."""
    in_year = A_YEAR[period]
    return date(number // in_year, number % in_year * (12 // in_year) + 1, 1)


def last_day(number: int, period: str) -> date:
    """The day with which a period ends."""
    following = number + 1
    if following // A_YEAR[period] > date.max.year:
        return date.max
    return first_day(following, period) - timedelta(days=1)
