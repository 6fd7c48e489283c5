"""Dates: what may be written, and comparison that may answer "maybe"."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.reading.dates import ALWAYS_AFTER, ALWAYS_BEFORE, Date, NotADate, Truth, at_latest, parse_date

YES, MAYBE, NO = Truth.YES, Truth.MAYBE, Truth.NO


def dated(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


def span(text: str) -> tuple[str, str]:
    found = dated(text)
    return str(date.fromordinal(found.first)), str(date.fromordinal(found.last))


def spans_of_days() -> st.SearchStrategy[str]:
    """Days, months and years of two leap years and what lies between, so that brute force is quick."""
    days = st.dates(date(2023, 12, 1), date(2025, 2, 28))
    return days.flatmap(lambda day: st.sampled_from([str(day), f"{day:%Y-%m}", f"{day:%Y}"]))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-09-02", "2025-09-02", "2025-09-02"),
        ("2026/2028", "2026-01-01", "2028-12-31"),
        ("2025-01/2025-02-03", "2025-01-01", "2025-02-03"),
        ("2025/2025-03", "2025-01-01", "2025-03-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_date_is_kept_as_the_days_it_may_mean(text: str, first: str, last: str) -> None:
    assert span(text) == (first, last)


def test_an_open_side_has_no_end() -> None:
    assert (dated("../2025").first, dated("2025/..").last) == (ALWAYS_BEFORE, ALWAYS_AFTER)


def test_a_question_mark_makes_it_unsure() -> None:
    assert dated("2025-02?").unsure
    assert dated("2025?/2026").unsure
    assert not dated("2025-02").unsure


def test_a_month_of_a_year_that_is_not_stated_may_be_any_time() -> None:
    assert (dated("XXXX-02").first, dated("XXXX-02").last) == (ALWAYS_BEFORE, ALWAYS_AFTER)
    assert dated("XXXX-02-29?").unsure


def test_unknown_is_no_date_and_ongoing_has_not_come() -> None:
    assert parse_date("unknown") is None
    assert dated("ongoing").ongoing
    assert dated("2025").before(dated("ongoing")) is YES


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Feb 2025", '"Feb 2025" is not a date; write 2025-02, with ? if unsure'),
        ("12 Sept 2025", '"12 Sept 2025" is not a date; write 2025-09, with ? if unsure'),
        ("the mayor of 2025", '"the mayor of 2025" is not a date; write 2025, with ? if unsure'),
        ("last week", '"last week" is not a date; write 2025, 2025-02 or 2025-02-14, with ? if unsure, or unknown'),
        ("2025-02-30", '"2025-02-30" is not a day of the calendar'),
        ("2025-13", '"2025-13" is not a day of the calendar'),
        ("2025-00", '"2025-00" is not a day of the calendar'),
        ("0000", '"0000" is not a day of the calendar'),
        ("XXXX-02-30", '"XXXX-02-30" is not a day of the calendar'),
        ("2026/2025", '"2026/2025" ends before it starts'),
        ("2025/unknown", '"2025/unknown" is not a date; write 2025, with ? if unsure'),
        ("２０２５", '"２０２５" is not a date; write 2025, 2025-02 or 2025-02-14, with ? if unsure, or unknown'),  # noqa: RUF001 - full-width digits
    ],
)
def test_what_is_no_date_is_told_with_advice(text: str, advice: str) -> None:
    with pytest.raises(NotADate) as told:
        parse_date(text)
    assert str(told.value) == advice


def test_both_sides_open_is_no_date() -> None:
    with pytest.raises(NotADate):
        parse_date("../..")


@given(st.text())
def test_any_text_is_a_date_or_is_told_not_to_be(text: str) -> None:
    try:
        found = parse_date(text)
    except NotADate:
        return
    assert found is None or str(found) == text


DATES = spans_of_days() | st.tuples(spans_of_days(), spans_of_days()).map(sorted).map("/".join)


@given(DATES, st.sampled_from(["", "?"]))
def test_a_date_reads_back_as_it_was_written(text: str, unsure: str) -> None:
    try:
        written = dated(text + unsure)
    except NotADate:
        assert "/" in text  # months sort as text before their own days, which may end before they start
        return
    assert parse_date(str(written)) == written


def true_of_all_days(one: Date, other: Date) -> Truth:
    """Whether a day of one span lies before a day of another, by trying all of both."""
    tried = {a < b for a in range(one.first, one.last + 1) for b in range(other.first, other.last + 1)}
    return MAYBE if len(tried) > 1 else YES if tried == {True} else NO


@settings(max_examples=40)
@given(spans_of_days(), spans_of_days())
def test_before_agrees_with_trying_all_days(one: str, other: str) -> None:
    assert dated(one).before(dated(other)) is true_of_all_days(dated(one), dated(other))


@given(spans_of_days(), spans_of_days())
def test_by_means_not_later(one: str, other: str) -> None:
    assert dated(one).by(dated(other)) is ~dated(other).before(dated(one))


@given(spans_of_days(), spans_of_days())
def test_nothing_is_certain_of_an_unsure_date(one: str, other: str) -> None:
    assert dated(f"{one}?").before(dated(other)) is MAYBE


def test_before_by_hand() -> None:
    assert dated("2024").before(dated("2025")) is YES
    assert dated("2025").before(dated("2025-06")) is MAYBE
    assert dated("2025").before(dated("2024")) is NO
    assert dated("2025-06-01").by(dated("2025-06-01")) is YES
    assert dated("../2020").before(dated("2025")) is YES


TRUTHS = st.sampled_from(Truth)


@given(TRUTHS, TRUTHS, TRUTHS)
def test_and_and_not_obey_the_laws_of_three_values(one: Truth, other: Truth, third: Truth) -> None:
    assert one & other is other & one
    assert (one & other) & third is one & (other & third)
    assert one & one is one
    assert one & YES is one
    assert one & NO is NO
    assert ~~one is one


@pytest.mark.parametrize(
    ("start", "latest"),
    [("2025", "../2025"), ("2026/2028", "../2028"), ("../2025", "../2025"), ("2025-02?", "../2025-02?")],
)
def test_what_follows_from_a_beginning_began_no_later(start: str, latest: str) -> None:
    assert at_latest(dated(start)) == dated(latest)


@pytest.mark.parametrize("start", ["2025/..", "ongoing", "XXXX-02"])
def test_nothing_is_known_of_what_follows_from_an_open_beginning(start: str) -> None:
    assert at_latest(dated(start)) is None
