"""What to write in place of a text that is no date: the date that was meant, or none."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from relgraph.reading.advice import FORMS, advice, years_meant
from relgraph.reading.dates import NotADate, parse_date
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("before 2020", "../2020"),
        ("by the end of 2020", "../2020"),
        ("no later than 3 March 2020", "../2020-03-03"),
        ("2020 at the latest", "../2020"),
        ("after 2020", "2020/.."),
        ("since May 2020", "2020-05/.."),
        ("2025 or later", "2025/.."),
        ("2020 to present", "2020/.."),
        ("2004/open", "2004/.."),
        ("2025-2027", "2025/2027"),
        ("between 2025 and 2027", "2025/2027"),
        ("from May 2025 to 2027", "2025-05/2027"),
        ("3-5 March 2026", "2026-03-03/2026-03-05"),
        ("3 March - 5 May 2026", "2026-03-03/2026-05-05"),
        ("2025/unknown", "2025/"),
        ("unknown/2025", "/2025"),
        ("1667 or 1668", "[1667, 1668]"),
        ("3 March 2026", "2026-03-03"),
        ("Tuesday, March 3rd, 2026", "2026-03-03"),
        ("the 3rd of March 2026", "2026-03-03"),
        ("2026-3-3", "2026-03-03"),
        ("2026/03/03", "2026-03-03"),
        ("20260303", "2026-03-03"),
        ("3. 3. 2026", "2026-03-03"),
        ("13/04/2026", "2026-04-13"),
        ("03/04/2026", "2026-04-03 or 2026-03-04"),
        ("12 Sept 2025", "2025-09-12"),
        ("12 mai 1965", "1965-05-12"),
        ("5 de diciembre de 1963", "1963-12-05"),
        ("2026年1月12日", "2026-01-12"),
        ("١٩٦٣", "1963"),
        ("2/2025", "2025-02"),
        ("February 8", "XXXX-02-08"),
        ("the 1960s", "196X"),
        ("196u", "196X"),
        ("spring 2025", "2025-21"),
        ("Q1 2025", "2025-33"),
        ("the first quarter of 2025", "2025-33"),
        ("the second half of 2025", "2025-41"),
        ("H1 2025", "2025-40"),
        ("2025 H2", "2025-41"),
        ("19th century", "18XX"),
        ("prior to 1999", "../1999"),
        ("<2020", "../2020"),
        ("≤ 2020", "../2020"),
        ("from 2020 on", "2020/.."),
        ("12 and 13 May 1965", "1965-05-12/1965-05-13"),
        ("12 V 1965", "1965-05-12"),
        ("avant mai 2020", "../2020-05"),
        ("después de 1999", "1999/.."),
        ("до 1999", "../1999"),
        ("2020年以前", "../2020"),
        ("12 мая 1965 года", "1965-05-12"),
        ("1965년 5월 12일", "1965-05-12"),
        ("ngày 13/5/1965", "1965-05-13"),
        ("12 tháng 5 năm 1965", "1965-05-12"),
        ("१२ मई १९६५", "1965-05-12"),
    ],
)
def test_the_date_that_was_meant_is_told(text: str, meant: str) -> None:
    assert advice(text) == f'"{text}" is not a date; write {meant}, with ? if unsure'


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("circa 1963", "1963~"),
        ("about May 1963", "1963-05~"),
        ("~1963", "1963~"),
        ("maybe 1963", "1963?"),
        ("2004 (?)", "2004?"),
        ("2004-06~-11", "2004-06-11~"),
        ("n.d.", "unknown"),
    ],
)
def test_doubt_has_its_mark(text: str, meant: str) -> None:
    assert advice(text) == f'"{text}" is not a date; write {meant}'


@pytest.mark.parametrize(
    "text",
    [
        "the mayor of 2025",
        "early 1960s",
        "mid-April 2025",
        "0th century",
        "12 XIII 1965",
        "156X-12-25",
        "15 listopad 1963",
        "x" * 200,
    ],
)
def test_what_is_not_understood_whole_is_not_guessed_at(text: str) -> None:
    assert (
        advice(text) == f'"{text}" is not a date; {FORMS}'
    )  # listopad is October in one language, November in another


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1985-04-12T23:20:30Z", "has a time of day, which is not kept; write 1985-04-12"),
        ("1963-12-05 10:00", "has a time of day, which is not kept; write 1963-12-05"),
        ("-1985", "lies before the year 1, and years are those from 0001 to 9999"),
        ("Y170000002", "is a year of another form; years are of four digits, 0001 to 9999"),
        ("1950S2", "is a year of another form; years are of four digits, 0001 to 9999"),
        ("{1667,1668}", "stands for all of several dates; write a fact for each, or [a, b] for one of them"),
    ],
)
def test_what_is_valid_and_not_read_is_refused_with_the_reason(text: str, reason: str) -> None:
    assert advice(text) == f'"{text}" {reason}'


@pytest.mark.parametrize("text", ["30 February 1965", "32 May 1965", "2025-04-31"])
def test_what_is_no_day_of_the_calendar_is_told_so(text: str) -> None:
    assert advice(text) == f'"{text}" is not a day of the calendar'


def test_two_years_are_not_taken_for_a_month() -> None:
    assert years_meant("2025-27") == "; write 2025/2027 for the years from one to the other"
    assert years_meant("2025-13") == years_meant("2025-02-30") == ""


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 28))
MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
WRITTEN = (
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{MONTHS[day.month - 1][:3]}. {day.day}, {day.year}",
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{day}T10:30:00",
    lambda day: f"{day.year}?-{day.month:02}-{day.day:02}",
)


@given(DAYS, st.sampled_from(WRITTEN))
def test_a_day_in_whatever_form_is_advised_as_that_day(day: date, write: object) -> None:
    assert callable(write)
    assume(write(day) != str(day))
    assert [one.rstrip("?") for one in advised(write(day))] == [str(day)]


@given(
    DAYS,
    st.integers(1, 4000),
    st.sampled_from(WRITTEN[:5]),
    st.sampled_from(["{} - {}", "from {} to {}", "between {} and {}"]),
)
def test_a_span_keeps_both_of_its_ends(day: date, length: int, write: object, pattern: str) -> None:
    assert callable(write)
    last = day + timedelta(days=length)
    assert advised(pattern.format(write(day), write(last))) == [f"{day}/{last}"]


@given(DAYS, st.sampled_from(WRITTEN[:5]))
def test_a_limit_stays_a_limit(day: date, write: object) -> None:
    assert callable(write)
    assert advised(f"before {write(day)}") == [f"../{day}"]
    assert advised(f"after {write(day)}") == [f"{day}/.."]


YEARS = st.integers(1600, 2090).map(str)
PARTS = st.tuples(YEARS, st.integers(1, 12), st.integers(1, 28)).map(lambda one: f"{one[0]}-{one[1]:02}-{one[2]:02}")
LEVEL_TWO = st.one_of(
    st.tuples(PARTS, st.sampled_from("?~%")).map(lambda one: one[0][:4] + one[1] + one[0][4:]),
    st.tuples(PARTS, st.sampled_from("?~%")).map(lambda one: one[0][:7] + one[1] + one[0][7:]),
    st.tuples(PARTS, st.sampled_from("?~%")).map(lambda one: one[1] + one[0]),
    st.tuples(YEARS, st.integers(25, 32)).map(lambda one: f"{one[0]}-{one[1]}"),
    st.tuples(PARTS, PARTS).map(lambda two: "{" + ",".join(two) + "}"),
    PARTS.map(lambda day: f"{day}T23:20:30"),
    PARTS.map(lambda day: day[:3] + "X" + day[4:]),
    PARTS.map(lambda day: "XXXX-XX" + day[7:]),
    YEARS.map(lambda year: f"-{year}"),
    YEARS.map(lambda year: f"Y{year}000"),
    YEARS.map(lambda year: f"{year}S2"),
)


@given(LEVEL_TWO)
def test_advice_for_a_valid_text_has_the_days_that_it_has(text: str) -> None:
    for one in advised(text):
        found, days = parse_date(one), days_of(text)
        assert found is not None
        assert found.first <= days[0]
        assert days[1] <= found.last


def days_of(text: str) -> tuple[int, int]:
    """The days of a text of level 2 that has any advice at all, by another way than the reader's."""
    if found := re.fullmatch(r"(\d{4})-(2[5-9]|3[0-2])", text):
        start = date(int(found[1]), (int(found[2]) - 25) % 4 * 3 + 3 if int(found[2]) < 29 else 1, 1)
        return start.toordinal(), start.toordinal()
    numbers = [int(one) for one in re.findall(r"\d+", text)[:3]]
    day = date(*numbers).toordinal()
    return day, day


def advised(text: str) -> list[str]:
    """The dates that a message on a text says to write."""
    with pytest.raises(NotADate) as told:
        parse_date(text)
    found = re.search(r"; write (.*?)(?:, with \? if unsure| for the years.*)?$", str(told.value))
    return (
        found[1].split(" or ") if found and FORMS not in str(told.value) and "a fact for each" not in found[1] else []
    )


@given(st.text(max_size=30) | st.from_regex(r"[0-9XxTZ?~%./\[\],{}: -]{1,14}", fullmatch=True))
def test_advice_can_be_read(text: str) -> None:
    with suppress(NotADate):
        parse_date(text)
        return
    for one in advised(text):
        found = parse_date(one)
        assert found is None or ALWAYS_BEFORE <= found.first <= found.last <= ALWAYS_AFTER
