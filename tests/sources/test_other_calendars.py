"""Years of other calendars are told with the years of the common one that they may be, and never converted."""

from __future__ import annotations

import pytest

from relgraph.sources.dates_said import dates_in_text
from relgraph.sources.other_calendars import other_years


def told(line: str, language: str | None) -> list[str]:
    return [str(one) for one in other_years(line, dates_in_text(line, language).years, language)]


@pytest.mark.parametrize(
    ("language", "line", "years"),
    [
        ("th", "เมื่อ ๕ ธันวาคม ๒๕๐๖", "2506 of the Buddhist era, 1963 of the common one"),
        ("th", "พ.ศ. 2480", "2480 of the Buddhist era, 1937 to 1938 of the common one"),
        ("ar", "في ٥ محرم ١٣٨٣", "1383 of the Hijri calendar, 1963 to 1964 of the common one"),
        ("en", "in 1445 AH they met", "1445 of the Hijri calendar, 2023 to 2024 of the common one"),
        ("en", "in B.E. 2566 they met", "2566 of the Buddhist era, 2023 of the common one"),
        ("ne", "सन् २०७७ मा", "2077 of Bikram Sambat, 2020 to 2021 of the common one"),
        ("am", "በ1956 ዓ.ም.", "1956 of the Ethiopian calendar, 1963 to 1964 of the common one"),
        ("bn", "১৪২৭ সালে", "1427 of the Bengali calendar, 2020 to 2021 of the common one"),
        ("ja", "令和7年1月12日", "令和7年 of the era 令和, 2025 of the common one"),
        ("ja", "令和元年", "令和元年 of the era 令和, 2019 of the common one"),
        ("zh-TW", "民國113年", "民國113年 of the era 民國, 2024 of the common one"),
    ],
)
def test_a_year_is_told_with_those_that_it_may_be(language: str, line: str, years: str) -> None:
    assert told(line, language) == [years]


def test_a_year_of_the_iranian_calendar_may_be_of_either() -> None:
    assert told("در ۱۵ خرداد ۱۳۴۲", "fa") == [
        "1342 of the Solar Hijri calendar, 1963 to 1964 of the common one",
        "1342 of the Hijri calendar, 1923 to 1924 of the common one",
    ]


@pytest.mark.parametrize(
    ("language", "line"), [("en", "in 1445 they met"), ("th", "ค.ศ. 1963"), ("ar", "عام 1963"), (None, "2506 votes")]
)
def test_a_year_of_the_common_calendar_is_none_of_another(language: str | None, line: str) -> None:
    assert told(line, language) == []
