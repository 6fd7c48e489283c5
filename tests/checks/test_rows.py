from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.facts.dataset import load
from tests.tables.small_table import FILES

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from tests.fixture_types import Command, WriteFolder

    Wrong: TypeAlias = Callable[[str, str], list[str]]

PLEDGES = """\
no,from_code,to_code,usd,year,form
1,KE,EG,1200000,2019,grant
2,EG,VN,5000000,2018,loan
3,VN,KE,700000,2017,grant
"""
MAPPING = """\
what: Pledges that were made up
card: {publisher: nobody, published: 2020}
table: {path: pledges.csv, key: [no]}
skip: [{where: {form: [grant, loan]}, why: entered by hand}]
facts:
  - section: contributions
    kind: {column: form, values: {grant: grant, loan: loan}}
    giver: {column: from_code, scheme: iso2}
    recipient: {column: to_code, scheme: iso2}
    amount: {template: "{usd} USD"}
    on: {column: year}
"""


@pytest.fixture
def wrong(dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> Wrong:
    """What check finds wrong with one fact of the notes, by its section and record."""
    root = dataset(FILES | {"graph/tables/pledges.yaml": MAPPING, "seeds/texts/pledges.csv": PLEDGES})
    monkeypatch.chdir(root)
    assert relgraph("import", "missions").exit_code == 0
    assert relgraph("import", "pledges").exit_code == 1  # nothing is made of it: all is entered by hand

    def found(section: str, record: str) -> list[str]:
        notes = f"source: notes\n{section}:\n  - {{{record}}}\n"
        dataset({"graph/notes.yaml": notes, "seeds/notes.yaml": "id: notes\ntitle: Notes\n"})
        report = check(load("graph"))
        return [one.message for one in report.problems if one.rule == "row" and one.place.file == "graph/notes.yaml"]

    return found


RIGHT = (
    "giver: kenya, recipient: egypt, kind: grant, amount: 1.2 million USD, on: 2019, evidence: {in: pledges, row: '1'}"
)


def test_what_a_row_says_is_borne_out(wrong: Wrong) -> None:
    assert wrong("contributions", RIGHT) == []
    columns = "giver: from_code, recipient: to_code, amount: usd, on: year, kind: form"
    named = f"{{in: pledges, row: '#row=2', columns: {{{columns}}}}}"
    assert wrong("contributions", RIGHT.replace("{in: pledges, row: '1'}", named)) == []


@pytest.mark.parametrize(
    ("right", "instead", "said"),
    [
        (
            "giver: kenya, recipient: egypt",
            "giver: egypt, recipient: kenya",
            'gives kenya (column from_code: "KE") at giver, not egypt',
        ),
        ("recipient: egypt", "recipient: vietnam", 'gives egypt (column to_code: "EG") at recipient, not vietnam'),
        ("1.2 million USD", "5000000 USD", "for amount, not 5000000 USD"),
        ("1.2 million USD", "1.2 million EUR", "for amount, not 1.2 million EUR"),
        ("on: 2019", "on: 2018", "gives 2019 for on, not 2018"),
        ("on: 2019", "on: 2019-05", "gives 2019 for on, not 2019-05"),
        ("kind: grant", "kind: loan", 'gives "grant" for kind, not loan'),
        ("row: '1'", "row: '2'", "at giver, not kenya"),
        ("row: '1'", "row: '9'", "pledges has no row 9"),
        (
            "row: '1'",
            "row: '1', columns: {giver: from_code}",
            "no column of row 1 of pledges is said to give recipient",
        ),
        ("row: '1'", "row: '1', columns: {giver: form_code}", "has no column form_code; did you mean from_code?"),
        ("kind: grant", "kind: grant, purpose: roads", "no column of row 1 of pledges is said to give purpose"),
        ("{in: pledges, row: '1'}", "{in: pledges, p: 1, terms: [grant]}", "pledges is a table: cite row"),
        ("{in: pledges, row: '1'}", "{row: '1'}", "notes is no table: cite p"),
    ],
)
def test_what_a_row_does_not_say_is_refused(
    wrong: Wrong,
    right: str,
    instead: str,
    said: str,
) -> None:
    told = wrong("contributions", RIGHT.replace(right, instead))
    assert any(said in one for one in told), told


def test_exchanged_amounts_are_told_of_each_row(wrong: Wrong) -> None:
    for row, giver, recipient, amount in (("1", "kenya", "egypt", "700000"), ("3", "vietnam", "kenya", "1200000")):
        record = (
            f"giver: {giver}, recipient: {recipient}, amount: {amount} USD, evidence: {{in: pledges, row: '{row}'}}"
        )
        assert any("for amount, not" in one for one in wrong("contributions", record))


def test_a_mission_turned_round_is_refused(wrong: Wrong) -> None:
    record = (
        "of: vietnam, to: kenya, kind: ambassador, evidence: {in: missions, row: m1, columns: {of: sender, to: host}}"
    )
    assert 'row m1 of missions gives kenya (column sender: "KE") at of, not vietnam' in wrong("accreditations", record)


def test_where_the_table_is_not_at_hand_it_is_only_cited(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = "id: pledges\ntitle: Pledges\nfile: pledges.csv\ntable: {key: [no], rows: 3}\n"
    notes = f"source: notes\ncontributions:\n  - {{{RIGHT}}}\n"
    files = {"graph/notes.yaml": notes, "seeds/notes.yaml": "id: notes\ntitle: Notes\n", "seeds/pledges.yaml": card}
    monkeypatch.chdir(dataset(files))
    told = relgraph("facts", "Kenya")

    assert "pledges row 1 (only cited)" in told.stdout
    assert "the table of pledges is not at hand: its facts are only cited" in relgraph("check").stdout
