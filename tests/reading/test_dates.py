"""Dates: what may be written, and comparison that may answer "maybe"."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relgraph.reading.advice import FORMS
from relgraph.reading.dates import Date, NotADate, Truth, at_latest, come_by, day_asked, parse_date
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE

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
        ("196X", "1960-01-01", "1969-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2003-24", "2003-12-01", "2004-02-29"),
        ("2001-33", "2001-01-01", "2001-03-31"),
        ("2001-40", "2001-01-01", "2001-06-30"),
        ("2001-41", "2001-07-01", "2001-12-31"),
        ("2001-36", "2001-10-01", "2001-12-31"),
        ("2004-06~", "2004-06-01", "2004-06-30"),
        ("2004-06-11%", "2004-06-11", "2004-06-11"),
        ("1984?/2004-06~", "1984-01-01", "2004-06-30"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
        ("[1667, 1668, 1670..1672]", "1667-01-01", "1672-12-31"),
        ("[1760-12-03,1760-01]", "1760-01-01", "1760-12-03"),
    ],
)
def test_a_date_is_kept_as_the_days_it_may_mean(text: str, first: str, last: str) -> None:
    assert span(text) == (first, last)


def test_an_open_side_has_no_end() -> None:
    assert (dated("../2025").first, dated("2025/..").last) == (ALWAYS_BEFORE, ALWAYS_AFTER)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("../..", ALWAYS_BEFORE, ALWAYS_AFTER),
        ("/1985-04-12", ALWAYS_BEFORE, date(1985, 4, 12).toordinal()),
        ("1985-04/", date(1985, 4, 1).toordinal(), ALWAYS_AFTER),
        ("/..", ALWAYS_BEFORE, ALWAYS_AFTER),
        ("[..1984]", ALWAYS_BEFORE, date(1984, 12, 31).toordinal()),
        ("[1760-12..]", date(1760, 12, 1).toordinal(), ALWAYS_AFTER),
    ],
)
def test_what_is_open_and_what_is_not_known_has_no_limit(text: str, first: int, last: int) -> None:
    assert (dated(text).first, dated(text).last) == (first, last)


@pytest.mark.parametrize("mark", ["?", "~", "%"])
def test_each_mark_makes_it_unsure(mark: str) -> None:
    assert dated(f"2025-02{mark}").unsure
    assert dated(f"196X{mark}").unsure
    assert dated(f"[1667, 1668{mark}]").unsure
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
        ("12 Sept 2025", '"12 Sept 2025" is not a date; write 2025-09-12, with ? if unsure'),
        ("the mayor of 2025", f'"the mayor of 2025" is not a date; {FORMS}'),
        ("last week", f'"last week" is not a date; {FORMS}'),
        ("2025-02-30", '"2025-02-30" is not a day of the calendar'),
        ("2025-13", '"2025-13" is not a day of the calendar'),
        ("2025-00", '"2025-00" is not a day of the calendar'),
        ("0000", '"0000" is not a day of the calendar'),
        ("XXXX-02-30", '"XXXX-02-30" is not a day of the calendar'),
        ("2026/2025", '"2026/2025" ends before it starts'),
        ("2025-27", '"2025-27" is not a day of the calendar; write 2025/2027 for the years from one to the other'),
        ("2025/unknown", '"2025/unknown" is not a date; write 2025/, with ? if unsure'),
        ("2004-XX-05", f'"2004-XX-05" is not a date; {FORMS}'),
        ("2001-21-05", '"2001-21-05" is not a day of the calendar'),
        ("[2025, soon]", f'"[2025, soon]" is not a date; {FORMS}'),
        ("30 February 2025", '"30 February 2025" is not a day of the calendar'),
        ("/", f'"/" is not a date; {FORMS}'),
        ("２０２５", '"２０２５" is not a date; write 2025, with ? if unsure'),  # noqa: RUF001 - full-width digits
    ],
)
def test_what_is_no_date_is_told_with_advice(text: str, advice: str) -> None:
    with pytest.raises(NotADate) as told:
        parse_date(text)
    assert str(told.value) == advice


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
    [
        ("2025", "../2025"),
        ("2026/2028", "../2028"),
        ("../2025", "../2025"),
        ("2025-02?", "../2025-02?"),
        ("[1667, 1668]", "../1668"),
    ],
)
def test_what_follows_from_a_beginning_began_no_later(start: str, latest: str) -> None:
    assert at_latest(dated(start)) == dated(latest)


@pytest.mark.parametrize(
    ("text", "day"), [("../2025", "2025"), ("[..2025]", "2025"), ("/2025", "2025"), ("2026", "2026")]
)
def test_a_date_that_is_known_by_its_later_limit_had_come_then(text: str, day: str) -> None:
    assert come_by(dated(text)) == dated(day)


def test_a_day_that_is_asked_about_is_one() -> None:
    assert day_asked("2025-06-30") == dated("2025-06-30")
    for text in ("unknown", "ongoing", "yesterday"):
        with pytest.raises(NotADate):
            day_asked(text)


@pytest.mark.parametrize("start", ["2025/..", "ongoing", "XXXX-02", "2025/"])
def test_nothing_is_known_of_what_follows_from_an_open_beginning(start: str) -> None:
    assert at_latest(dated(start)) is None
