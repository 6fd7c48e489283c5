"""Dates as the full days that a timeline wants."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts.days import ALWAYS, Days, days_of, days_of_fact, days_of_when, precision
from relgraph.facts.records import When
from relgraph.reading.dates import parse_date


@pytest.mark.parametrize(
    ("about", "days"),
    [
        ({}, ALWAYS),
        ({"since": "1977"}, Days("1977-01-01", "", "since: year")),
        ({"since": "1977-09", "until": "1980-02"}, Days("1977-09-01", "1980-02-29", "since: month; until: month")),
        ({"until": "ongoing"}, Days("", "", "until: ongoing")),
        ({"since": "../2025", "until": "2026/.."}, Days("", "", "since: open; until: open")),
        ({"on": "2025-04-17"}, Days("2025-04-17", "2025-04-17", "on: day")),
        ({"on": "2025-21?"}, Days("2025-03-01", "2025-05-31", "on: season, unsure")),
        ({"on": "2025", "since": "2026"}, Days("2026-01-01", "", "since: year")),
        ({"since": "2026", "until": "2025"}, ALWAYS),
    ],
)
def test_days_of_a_fact(about: dict[str, str], days: Days) -> None:
    assert days_of_fact(about) == days
    assert days_of_when(When(**{word: parse_date(text) for word, text in about.items()})) == days


def test_what_was_only_seen_is_there_then_on_a_timeline_and_may_be_always() -> None:
    assert days_of_fact({"seen": "2025-06"}) == Days("2025-06-01", "2025-06-30", "seen: month")
    assert days_of_fact({"seen": "2025-06", "since": "2020"}) == Days("2020-01-01", "", "since: year")
    assert days_of_when(When(seen=parse_date("2025-06"))) == ALWAYS


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("2025-02-03", "day"),
        ("2025-02", "month"),
        ("2025-33", "season"),
        ("2025", "year"),
        ("201X", "decade"),
        ("19XX", "longer"),
    ],
)
def test_how_near_a_date_is_known(text: str, near: str) -> None:
    day = parse_date(text)

    assert day is not None
    assert precision(day) == near


def test_no_date_is_always() -> None:
    assert days_of(None) == ALWAYS


@given(st.dates(), st.dates())
def test_days_are_real_and_in_order(one: date, other: date) -> None:
    days = days_of_fact({"since": one.isoformat(), "until": other.isoformat()})

    if one <= other:
        assert (date.fromisoformat(days.start), date.fromisoformat(days.end)) == (one, other)
    else:
        assert days == ALWAYS
