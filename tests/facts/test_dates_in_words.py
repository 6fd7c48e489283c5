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
        ("XXXX-02-08", "on 8 February of an unstated year"),
        ("2025~", "in about 2025"),
        ("2025-05-03~", "on about 3 May 2025"),
        ("2025%", "in about 2025 (unsure)"),
        ("1984~/2004-06?", "between about 1984 and June 2004 (unsure)"),
        ("201X", "in the 2010s"),
        ("20XX", "in the 21st century"),
        ("2004-XX", "in some month of 2004"),
        ("1985-04-XX", "on some day of April 1985"),
        ("1985-XX-XX", "on some day of 1985"),
        ("2001-21", "in spring 2001"),
        ("2001-33", "in the first quarter of 2001"),
        ("2001-41", "in the second half of 2001"),
        ("2004/", "between 2004 and a date not known"),
        ("/2004", "between a date not known and 2004"),
        ("../..", "at whatever time"),
        ("[..1984]", "by 1984"),
        ("[1667, 1668, 1670..1672]", "in 1667, 1668 or any time from 1670 to 1672"),
        ("[1667, 1760-12..]", "in 1667 or December 1760 or later"),
    ],
)
def test_when_something_happened(written: str, told: str) -> None:
    assert moment(date(written)) == told


@pytest.mark.parametrize(
    ("written", "began", "ended", "bare"),
    [
        ("2025", "since 2025", "until 2025", "2025"),
        ("2025-09-02", "since 2 September 2025", "until 2 September 2025", "2 September 2025"),
        ("[..2025]", "since 2025 at the latest", "until 2025 at the latest", "2025 at the latest"),
        ("[..1667, 1700]", "since 1667 or earlier or 1700", "until 1667 or earlier or 1700", "1667 or earlier or 1700"),
        ("../..", "since whatever time", "until whatever time", "whatever time"),
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
