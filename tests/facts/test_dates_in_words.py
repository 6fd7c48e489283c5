"""Dates as they are told."""

from __future__ import annotations

import pytest

from relgraph.facts.dates_in_words import moment, since, until, when_in_words, whole_date
from relgraph.facts.records import When
from relgraph.reading.dates import Date, parse_date


def date(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2025", "in 2025"),
        ("2025-05", "in May 2025"),
        ("2025-09-02", "on 2 September 2025"),
        ("XXXX-02", "in February of an unstated year"),
        ("../2025", "by 2025"),
        ("2025/..", "in 2025 or later"),
        ("2026/2028", "between 2026 and 2028"),
        ("2025-02?", "in February 2025 (unsure)"),
    ],
)
def test_when_something_happened(written: str, told: str) -> None:
    assert moment(date(written)) == told


@pytest.mark.parametrize(
    ("written", "began", "ended", "bare"),
    [
        ("2025", "since 2025", "until 2025", "2025"),
        ("2025-09-02", "since 2 September 2025", "until 2 September 2025", "2 September 2025"),
        ("../2025", "since 2025 at the latest", "until 2025 at the latest", "2025 at the latest"),
        ("2025/..", "since 2025 at the earliest", "until 2025 at the earliest", "2025 at the earliest"),
        (
            "2026/2028",
            "since some time between 2026 and 2028",
            "until some time between 2026 and 2028",
            "2026 to 2028",
        ),
    ],
)
def test_the_limits_of_a_state(written: str, began: str, ended: str, bare: str) -> None:
    assert (since(date(written)), until(date(written)), whole_date(date(written))) == (began, ended, bare)


def test_all_dates_of_a_fact_are_told_in_order() -> None:
    when = When(date("2025-02"), date("2024"), date("ongoing"), date("2025-06-30"))

    assert when_in_words(when) == "in February 2025, since 2024, ongoing, seen on 30 June 2025"
    assert when_in_words(When()) == ""
