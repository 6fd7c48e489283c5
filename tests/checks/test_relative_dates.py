"""Dates told from another day, by a calendar that is known by hand: 15 January 2026 is a Thursday."""

from __future__ import annotations

from datetime import date

import pytest

from relgraph.checks.relative_dates import nearest, told_from
from relgraph.reading.dates import Date, parse_date


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


THURSDAY = day("2026-01-15")


def shown(days: tuple[tuple[int, int], ...]) -> list[str]:
    return ["/".join(dict.fromkeys(str(date.fromordinal(end)) for end in one)) for one in days]


@pytest.mark.parametrize(
    ("what", "days"),
    [
        ("day+0", "2026-01-15"),
        ("day-1", "2026-01-14"),
        ("day+1", "2026-01-16"),
        ("week+0", "2026-01-12/2026-01-18"),
        ("week-1", "2026-01-05/2026-01-11"),
        ("month+0", "2026-01-01/2026-01-31"),
        ("month-1", "2025-12-01/2025-12-31"),
        ("month+1", "2026-02-01/2026-02-28"),
        ("year+0", "2026-01-01/2026-12-31"),
        ("year-1", "2025-01-01/2025-12-31"),
        ("w2", "2026-01-13"),
        ("w4", "2026-01-15"),
        ("w5", "2026-01-09"),
        ("w4-1", "2026-01-08"),
        ("w4+1", "2026-01-22"),
        ("w5+1", "2026-01-16"),
        ("w5+0", "2026-01-16"),
        ("m6-1", "2025-06-01/2025-06-30"),
        ("m1-1", "2025-01-01/2025-01-31"),
        ("m1+0", "2026-01-01/2026-01-31"),
        ("m1+1", "2027-01-01/2027-01-31"),
        ("m2+1", "2026-02-01/2026-02-28"),
    ],
)
def test_words_mean_days(what: str, days: str) -> None:
    assert shown(told_from(what, THURSDAY, ahead=False)) == [days]


def test_what_is_to_come_may_be_on_the_next_such_day() -> None:
    assert shown(told_from("w2", THURSDAY, ahead=True)) == ["2026-01-13", "2026-01-20"]
    assert shown(nearest(2, 8, THURSDAY, ahead=True)) == ["2025-02-08", "2026-02-08"]


def test_a_month_without_a_year_is_the_last_one() -> None:
    assert shown(nearest(2, 8, THURSDAY, ahead=False)) == ["2025-02-08"]
    assert shown(nearest(1, None, THURSDAY, ahead=False)) == ["2026-01-01/2026-01-31"]
    assert shown(nearest(2, 29, THURSDAY, ahead=False)) == ["2024-02-29"]
    assert nearest(2, 30, THURSDAY, ahead=False) == ()


def test_nothing_rests_on_a_day_that_is_not_known_well_enough() -> None:
    assert shown(told_from("year+0", day("2026"), ahead=False)) == ["2026-01-01/2026-12-31"]
    assert shown(told_from("day-1", day("2026-01"), ahead=False)) == ["2025-12-31/2026-01-30"]
    assert nearest(6, None, day("2026"), ahead=False) == ()  # of that year, or of the one before
    for unknown in ("2026-01-15?", "../2026", "2026/.."):
        assert told_from("day-1", day(unknown), ahead=False) == nearest(6, None, day(unknown), ahead=False) == ()


def test_the_year_that_is_spoken_of_is_not_told_from_a_day() -> None:
    assert told_from("year", THURSDAY, ahead=False) == ()
