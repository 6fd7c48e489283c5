"""Figures of rows that say the same in all else are added up: held against plain csv, or known by hand."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.errors import InputError
from relgraph.facts.figures import Figure
from relgraph.reading.held import HeldFile
from relgraph.tables.parsing import read_mapping
from relgraph.vocabulary.load import shipped_vocabulary
from tests.tables.small_mappings import told

if TYPE_CHECKING:
    from relgraph.facts.records import Fact
    from tests.tables.small_mappings import Make

AID = """\
what: Aid that was made up
table: {path: table.csv, key: [project], missing: ["-99"]}
facts:
  - section: contributions
    kind: grant
    giver: {column: donor, scheme: iso3}
    recipient: {column: to, scheme: iso3}
    amount: {sum: usd, unit: USD}
    on: {column: day, precision: year}
"""
HEAD = "project,donor,to,day,usd\n"


def amounts(facts: list[Fact]) -> list[tuple[str, ...]]:
    """Giver, recipient, year, amount and note of each fact."""
    found = []
    for fact in facts:
        amount = fact.fields.get("amount")
        found.append((*fact.pair, str(fact.when.on), str(amount or ""), fact.note or ""))
    return found


def test_rows_that_say_the_same_in_all_else_are_one_fact_that_cites_each_of_them(make: Make) -> None:
    facts, report = make(
        AID,
        HEAD + 'p1,NOR,KEN,1995-02-01,0.1\np2,NOR,KEN,1995-11-30,0.2\np3,NOR,KEN,1996-01-01,"1,000.50"\n'
        "p4,SWE,KEN,1995-03-03,1.2e+06\np5,XXX,KEN,1995,7\n",
    )
    assert amounts(facts) == [
        ("norway", "kenya", "1995", "0.3 USD", ""),
        ("norway", "kenya", "1996", "1000.5 USD", ""),
        ("sweden", "kenya", "1995", "1200000 USD", ""),
    ]
    assert [[(one.row, one.address) for one in fact.evidence] for fact in facts[:1]] == [
        [("p1", "#row=2"), ("p2", "#row=3")]
    ]
    assert dict(facts[0].evidence[0].columns)["amount"] == "usd"
    assert (report.rows, [(one.rows, one.first_row) for one in report.left_out]) == (5, [(1, 6)])


def test_a_row_without_a_figure_is_not_one_of_zero(make: Make) -> None:
    facts, report = make(
        AID,
        HEAD + "p1,NOR,KEN,1995,5\np2,NOR,KEN,1995,\np3,NOR,KEN,1995,-99\np4,NOR,KEN,1996,\np5,NOR,KEN,1997,-1\n"
        "p6,NOR,KEN,1997,\np7,NOR,KEN,1998,5\np8,NOR,KEN,1998,about 7\np9,NOR,KEN,1999,0\n",
    )
    assert amounts(facts) == [
        ("norway", "kenya", "1995", "at least 5 USD", "2 of 3 rows give no usd"),
        ("norway", "kenya", "1996", "", ""),
        (
            "norway",
            "kenya",
            "1997",
            "",
            "1 of 2 rows gives no usd, and others are below zero, so that no sum can be told",
        ),
        ("norway", "kenya", "1998", "at least 5 USD", "1 of 2 rows gives no usd"),
        ("norway", "kenya", "1999", "0 USD", ""),
    ]
    assert [(one.reason, one.rows, one.first_row) for one in report.left_out] == [
        ("no number in column usd: the row counts as one without", 1, 9)
    ]


def test_what_a_spreadsheet_would_run_is_no_number(make: Make) -> None:
    facts, report = make(AID, HEAD + "p1,NOR,KEN,1995,=1+1\np2,NOR,KEN,1995,5\n=p3,NOR,=KEN,1995,6\n")
    assert amounts(facts) == [("norway", "kenya", "1995", "at least 5 USD", "1 of 2 rows gives no usd")]
    assert [(one.reason, one.rows, one.first_row) for one in report.left_out] == [
        ("a formula in a cell that is used", 1, 4),
        ("no number in column usd: the row counts as one without", 1, 2),
    ]


def test_figures_of_two_units_are_not_added_up(make: Make) -> None:
    mapping = AID.replace("unit: USD", "unit: {column: money}, decimal: ','").replace(
        "\ntable: {", "\ntable: {delimiter: ;, "
    )
    rows = (
        "project;donor;to;day;usd;money\np1;NOR;KEN;1995;1.000,5;EUR\np2;NOR;KEN;1995;2;USD\np3;NOR;KEN;1995;0,5;EUR\n"
    )
    facts, _ = make(mapping, rows)
    assert amounts(facts) == [
        ("norway", "kenya", "1995", "1001 EUR", ""),
        ("norway", "kenya", "1995", "2 USD", ""),
    ]


def test_rows_are_counted_where_a_column_says_something(make: Make) -> None:
    mapping = AID.replace("{sum: usd, unit: USD}", "{count: usd, unit: gifts}")
    facts, _ = make(mapping, HEAD + "p1,NOR,KEN,1995,x\np2,NOR,KEN,1995,-99\np3,NOR,KEN,1995,y\np4,NOR,KEN,1996,\n")
    assert [row[3:] for row in amounts(facts)] == [("2 gifts", ""), ("0 gifts", "")]


def test_totals_stand_beside_spells_and_facts_of_single_rows(make: Make) -> None:
    mapping = AID + (
        "  - section: diplomatic_relations\n    of: {column: donor, scheme: iso3}\n"
        "    with: {column: to, scheme: iso3}\n    spells: {by: day}\n"
        "  - section: visits\n    unless: {usd: ''}\n    visitor: {column: project, make: person}\n"
        "    host: {column: to, scheme: iso3}\n    on: {column: day}\n"
    )
    facts, report = make(mapping, HEAD + "p1,NOR,KEN,1995,1\np2,NOR,KEN,1995,2\np3,NOR,KEN,1996,\n")
    assert [(one.kind, *said) for one, said in zip(facts, told(facts), strict=True)] == [
        ("visit", "p1", "kenya", "", "on 1995"),
        ("visit", "p2", "kenya", "", "on 1995"),
        ("contribution", "norway", "kenya", "grant", "on 1995"),
        ("contribution", "norway", "kenya", "grant", "on 1996"),
        ("diplomatic-relations", "kenya", "norway", "", "since ../1995", "seen 1996"),
    ]
    assert (str(facts[2].fields["amount"]), report.left_out) == ("3 USD", ())


def test_of_too_many_rows_none_are_added_up(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relgraph.tables.totals.MOST_ROWS", 2)
    with pytest.raises(InputError, match=r"row 4: more than 2 rows would be added up"):
        make(AID, HEAD + "p,NOR,KEN,1995,1\n" * 3)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("amount: {sum: usd, unit: USD}", "purpose: {sum: usd}", "made.yaml:8: purpose is no figure"),
        ("giver: {column: donor, scheme: iso3}", "giver: {sum: donor}", "made.yaml:6: giver is an end"),
        ("on: {column: day, precision: year}", "spells: {by: day}", "made.yaml:8: rows of a spell are not added up"),
        ("{sum: usd, unit: USD}", "{column: usd, unit: USD}", "made.yaml:8: unit is said of a sum or a count"),
        ("{sum: usd, unit: USD}", "{sum: usd, count: usd}", "made.yaml:8: amount must say one of column, template"),
        ("{sum: usd, unit: USD}", "{sum: usd, unit: {col: money}}", "made.yaml:8: col is not a field here"),
    ],
)
def test_what_cannot_be_added_up_is_told(old: str, new: str, wrong: str) -> None:
    file = HeldFile("made.yaml", AID.replace(old, new).encode())
    mapping, problems = read_mapping(file, "made.yaml", shipped_vocabulary())
    assert mapping is None
    assert any(str(problem).startswith(wrong) for problem in problems), problems


NUMBERS = st.decimals(-10_000, 10_000, places=3) | st.none()


@given(st.lists(st.tuples(st.sampled_from(("NOR", "SWE")), st.sampled_from((1995, 1996)), NUMBERS), max_size=12))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_are_those_of_plain_csv(make: Make, rows: list[tuple[str, int, object]]) -> None:
    text = HEAD + "".join(
        f"p{n},{a},KEN,{year},{'' if usd is None else usd}\n" for n, (a, year, usd) in enumerate(rows)
    )
    facts, _ = make(AID, text)

    given: dict[tuple[str, str], list[Fraction | None]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text)):
        given[row["donor"], row["day"]].append(Fraction(row["usd"]) if row["usd"] else None)
    expected = {}
    for key, values in given.items():
        known = [one for one in values if one is not None]
        lacks = len(known) < len(values)
        expected[key] = None if not known or (lacks and min(known) < 0) else (lacks, sum(known))
    codes = {"norway": "NOR", "sweden": "SWE"}
    found = {(codes[fact.pair[0]], str(fact.when.on)): fact.fields.get("amount") for fact in facts}
    assert {
        key: one and (one.bound == "at least", Fraction(one.text.split()[-2])) for key, one in found.items()
    } == expected
    assert all(one is None or isinstance(one, Figure) for one in found.values())
