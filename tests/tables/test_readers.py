"""Values out of cells: dates as precise as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tables.small_mappings import EACH, told

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


@pytest.mark.parametrize(
    ("date", "cell", "expected"),
    [
        ("{column: day}", "1995-03-02", "on 1995-03-02"),
        ("{column: day}", "19950302", "on 1995-03-02"),
        ("{column: day, precision: year}", "1995-03-02", "on 1995"),
        ("{column: day, order: dmy}", "02/03/1995", "on 1995-03-02"),
        ("{column: day, order: mdy}", "03/02/1995", "on 1995-03-02"),
        ('{column: day, rough: {"-01-01T00:00:00Z": year}}', "1995-01-01T00:00:00Z", "on 1995"),
        ("{column: day}", "1995-01-01T00:00:00Z", "on 1995-01-01"),
        ("{year: day}", "1995.0", "on 1995"),
        ("{column: day}", "1995?", "on 1995?"),
        ("{column: day}", "2 Mar 1995", "on 1995-03-02"),
        ("{column: day}", "2-Mar-1995 00:00", "on 1995-03-02"),
        ("{column: day}", '"March 2nd, 1995"', "on 1995-03-02"),
        ("{column: day}", "2. März 1995", "on 1995-03-02"),
        ("{column: day}", "Mar 1995", "on 1995-03"),
        ("{column: day, precision: year}", "2 Mar 1995", "on 1995"),
        ("{column: day}", "1995-03-02 12:30:00+00", "on 1995-03-02"),
    ],
)
def test_dates_are_as_precise_as_they_are(make: Make, date: str, cell: str, expected: str) -> None:
    mapping = EACH.replace("{from: day, to: end}", date).replace(", at: day", "")
    facts, _ = make(mapping, f"no,who,where,day,end,state,official\n1,Ada,Kenya,{cell},,0,0\n")
    assert told(facts) == [("ada", "kenya", "", expected)]


@pytest.mark.parametrize(
    ("cell", "advice"),
    [
        ("31/12/2022", "; say order: dmy, or mdy, where the year stands last"),
        ("02/03/12", ""),
        ("spring", ""),
        ("-9", ""),
        ("2 Mar 95", ""),
        ("12", ""),
        ("2 Mar 1995 d", ""),
        ("1995-03-02 (about)", ""),
        (f"1995{' ' * 500_000}x", ""),
    ],
)
def test_a_date_that_is_none_is_left_out_with_what_may_help(make: Make, cell: str, advice: str) -> None:
    mapping = EACH.replace("{from: day, to: end}", "{column: day}").replace(", at: day", "")
    facts, report = make(mapping, f"no,who,where,day,end,state,official\n1,Ada,Kenya,{cell},,0,0\n")

    assert facts == []
    assert [one.reason for one in report.left_out] == [f"column day has no date that can be read{advice}"]


def test_a_year_of_very_many_digits_is_none(make: Make) -> None:
    mapping = EACH.replace("{from: day, to: end}", "{year: day}").replace(", at: day", "")
    facts, _ = make(mapping, f"no,who,where,day,end,state,official\n1,Ada,Kenya,{'9' * 5000},,0,0\n")
    assert told(facts) == [("ada", "kenya", "")]


def test_a_template_of_which_no_column_says_anything_says_nothing(make: Make) -> None:
    facts, _ = make(
        EACH.replace("{who} in {where}", "{state}{official} visit"),
        "no,who,where,day,end,state,official\n1,Ada,Kenya,1995,,,\n2,Ada,Kenya,1996,,yes,\n",
    )
    assert [fact.note for fact in facts] == [None, "yes visit"]


def test_a_line_break_within_quotation_marks_is_a_blank(make: Make) -> None:
    facts, _ = make(EACH, 'no,who,where,day,end,state,official\n1,"Ada\r\nMade","Kenya\n",1995,,,\n')
    assert told(facts) == [("ada-made", "kenya", "", "on 1995")]
    assert facts[0].note == "Ada Made in Kenya"


def test_a_flag_that_says_neither_yes_nor_no_is_reported(make: Make) -> None:
    facts, report = make(
        EACH, "no,who,where,day,end,state,official\n1,Ada,Kenya,1995,,-9,yes\n2,Ada,Kenya,1996,,0,No\n"
    )
    assert [fact.type for fact in facts] == ["official", None]
    assert [(one.value, one.rows, one.column) for one in report.unmatched] == [("-9", 1, "state")]
