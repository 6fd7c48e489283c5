"""What rows make, each by itself: answers known by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.tables.report import LeftOut
from tests.tables.small_mappings import EACH, told

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


def test_values_of_a_row(make: Make) -> None:
    table = (
        "no,who,where,day,end,state,official\n1,Ada Made-Up,Yugoslavia,1970-05-01,1970-05-03,1,1\n"
        "2,Ada Made-Up,Yugoslavia,1930-05-01,,0,yes\n3,Ada Made-Up,Atlantis,1930-05-01,,0,0\n4,,Kenya,1990-13-01,,0,0\n"
    )
    facts, report = make(EACH, table)

    assert told(facts) == [
        ("ada-made-up", "yugoslavia-sfr", "state", "on 1970-05-01/1970-05-03"),
        ("ada-made-up", "yugoslavia-kingdom", "official", "on 1930-05-01"),
    ]
    assert facts[0].note == "Ada Made-Up in Yugoslavia"
    assert [(one.scheme, one.value, one.since) for one in report.unmatched] == [("name", "Atlantis", 1930)]
    assert sum(one.rows for one in report.left_out) == 2


def test_columns_become_rows(make: Make) -> None:
    mapping = (
        "what: made up\ntable: {path: table.csv, key: [state]}\n"
        "unpivot: {but: [state], name: body, value: standing, keep: ['1', '2']}\n"
        "facts:\n  - section: memberships\n    where: {standing: '1'}\n    member: {column: state, scheme: iso3}\n"
        "    in: {column: body, make: body}\n"
    )
    facts, report = make(mapping, "state,Red Body,Blue Body,Green Body\nKEN,1,0,2\nEGY,1,1,0\n")

    assert [[end.id for end in fact.ends] for fact in facts] == [
        ["kenya", "red-body"],
        ["egypt", "red-body"],
        ["egypt", "blue-body"],
    ]
    assert [(one.reason, one.rows) for one in report.left_out] == [("the mapping has no facts for such a row", 1)]


def test_a_million_unknown_codes_are_told_in_bounds(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relgraph.tables.report.MOST_UNMATCHED", 5)
    table = "no,who,where,day,end,state,official\n" + "".join(f"{n},Ada,Nowhere {n},1990,,0,0\n" for n in range(50))
    _, report = make(EACH, table)
    assert (len(report.unmatched), report.more, report.left_out[0].rows) == (5, 45, 50)


def test_a_value_as_long_as_a_book_is_told_by_its_beginning(make: Make) -> None:
    table = "no,who,where,day,end,state,official\n" + "".join(f"{n},Ada,{'Nowhere' * 900},1990,,0,0\n" for n in "ab")
    _, report = make(EACH, table)
    assert [(len(one.value), one.rows) for one in report.unmatched] == [(200, 2)]


GIFTS = """\
what: made up
table: {path: table.csv, key: [no]}
facts:
  - section: contributions
    giver: {column: a, scheme: iso2}
    recipient: {column: b, scheme: iso2}
    kind: {column: form, values: {"1": grant, "2": loan}, other: OTHER}
    amount: {column: usd}
    on: {column: day}
"""
GIVEN = "no,a,b,form,usd,day\n"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,KE,EG,1,much,2019", "amount: "),
        ("1,KE,KE,1,5 USD,2019", "the same at giver and at recipient"),
        ("1,KE,EG,9,5 USD,2019", "the mapping does not name the value of kind (column form)"),
        ("1,KE,EG,1,5 USD", "not 6 cells, as the line of heads has"),
    ],
)
def test_a_row_that_no_fact_can_hold_is_left_out_with_why(make: Make, row: str, reason: str) -> None:
    facts, report = make(GIFTS.replace("OTHER", "report"), f"{GIVEN}{row}\n\n2,KE,EG,1,7 USD,2019\n")
    assert [str(fact.fields["amount"]) for fact in facts] == ["7 USD"]
    assert [one.rows for one in report.left_out] == [1]
    assert reason in report.left_out[0].reason


def test_values_that_are_passed_over(make: Make) -> None:
    facts, report = make(GIFTS.replace("OTHER", "skip"), f"{GIVEN}1,KE,EG,9,5 USD,2019\n2,KE,EG,2,7 USD,2019\n")
    assert [fact.type for fact in facts] == ["loan"]
    assert [one.reason for one in report.left_out] == ["a value of kind that is passed over (column form)"]
    assert report.unmatched == ()


def test_facts_of_one_node_that_two_rows_tell_are_two(make: Make) -> None:
    mapping = EACH.replace("section: visits", "section: events").replace(
        "visitor: {column: who, make: person}", "name: {column: who}"
    )
    mapping = mapping.replace("host: {column: where, scheme: name, at: day}", "host: {column: where, scheme: name}")
    mapping = mapping.replace("    kind: {flags: {state: state, official: official}}\n", "").replace(", key: [no]", "")
    facts, _ = make(mapping, "no,who,where,day,end,state,official\n1,Fair,Kenya,1990,,0,0\n1,Fair,Kenya,1991,,0,0\n")
    assert len({fact.id for fact in facts}) == len(facts) == 2


def test_of_many_values_that_are_no_figure_or_no_date_the_first_is_told(make: Make) -> None:
    mapping = (
        "what: made up\ntable: {path: table.csv, key: [no]}\nfacts:\n  - section: contributions\n"
        "    giver: {column: giver, scheme: iso3}\n    recipient: kenya\n"
        "    amount: {column: amount}\n    on: {from: day, to: end}\n"
    )
    rows = [f"{number},EGY,2020,2020,x{number}y\n" for number in range(9)]
    rows += [f"{number},EGY,2020,2020,{'7' * 400}\n" for number in range(9, 11)]
    rows += [f"{number},EGY,2020,{number},5\n" for number in range(2001, 2004)]
    facts, report = make(mapping, f"no,giver,day,end,amount\n{''.join(rows)}99,EGY,2020,2020,5\n")

    assert len(facts) == 1
    figures, dates = sorted(report.left_out, key=lambda one: -one.rows)
    assert (figures.rows, figures.first_row) == (11, 2)
    assert figures.reason.startswith('amount: "x0y" is not a figure; write 14')
    assert figures.reason.endswith("; and others like it")
    assert (dates.rows, dates.reason) == (
        3,
        'a date that cannot be: "2020/2001" ends before it starts; and others like it',
    )
    alone = make(mapping, f"no,giver,day,end,amount\n1,EGY,2020,2020,{'7' * 400}\n")[1].left_out
    assert [len(one.reason) < 200 for one in alone] == [True]


def test_a_date_that_cannot_be_read_is_told_even_of_a_row_that_makes_something_else(make: Make) -> None:
    mapping = (
        "what: made up\ntable: {path: table.csv, key: [state]}\nfacts:\n"
        "  - {section: agreements, id: pact, name: the Harbour Pact}\n"
        "  - section: treaty_actions\n    unless: {acceded: ''}\n    kind: accession\n"
        "    participant: {column: state, scheme: iso3}\n    treaty: made-pact\n    on: {column: acceded}\n"
    )
    facts, report = make(mapping, "state,acceded\nKEN,12 Mar 1986\nEGY,12 Mar 1986 a\nVNM,\n")
    assert [(fact.kind, str(fact.when.on or "")) for fact in facts] == [
        ("agreement", ""),
        ("treaty-action", "1986-03-12"),
    ]
    assert report.left_out == (LeftOut("column acceded has no date that can be read", 1, 3),)
