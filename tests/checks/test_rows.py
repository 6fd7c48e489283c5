from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.facts.load import load
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
    dataset({"graph/tables/panel.yaml": PANEL, "seeds/texts/panel.csv": HEADS})
    dataset({"graph/tables/ties.yaml": TIES, "seeds/texts/ties.csv": PAIRS})
    monkeypatch.chdir(root)
    assert relgraph("import", "missions").exit_code == 0
    for name in ("panel", "ties"):
        assert relgraph("import", name).exit_code == 0
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
        ("1.2 million USD", "5000000 USD", 'gives "1200000 USD" for amount, not 5000000 USD (#cell=2,4)'),
        ("1.2 million USD", "1.2 million EUR", "for amount, not 1.2 million EUR"),
        ("on: 2019", "on: 2018", "gives 2019 for on, not 2018 (#cell=2,5)"),
        ("on: 2019", "on: 2019-05", "gives 2019 for on, not 2019-05"),
        ("kind: grant", "kind: loan", 'gives "grant" for kind, not loan (#cell=2,6)'),
        ("row: '1'", "row: '2'", "at giver, not kenya"),
        ("row: '1'", "row: '9'", "pledges has no row 9"),
        (
            "row: '1'",
            "row: '1', columns: {giver: from_code}",
            "no column of row 1 of pledges is said to give recipient",
        ),
        ("row: '1'", "row: '1', columns: {giver: form_code}", "has no column form_code; did you mean from_code?"),
        ("kind: grant", "kind: grant, purpose: roads", "no column of row 1 of pledges is said to give purpose"),
        (
            "row: '1'",
            "row: '1', columns: {giver: from_code, recipient: to_code, amount: form}",
            'gives "grant" for amount, not 1.2 million USD',
        ),
        (
            "row: '1'",
            "row: '1', columns: {giver: from_code, recipient: to_code, amount: usd, kind: form}",
            "no column of row 1 of pledges is said to give on",
        ),
        (
            "row: '1'",
            "row: '1', columns: {giver: from_code, recipient: to_code, amount: usd, on: form}",
            "gives no date for on, not 2019",
        ),
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
    assert 'row m1 of missions gives kenya (column sender: "KE") at of, not vietnam (#cell=2,2)' in wrong(
        "accreditations", record
    )


PANEL = """\
what: Heads of mission that were made up
table: {path: panel.csv, key: [no]}
facts:
  - section: accreditations
    of: {column: a, scheme: iso2}
    to: {column: b, scheme: iso2}
    kind: {column: class, values: {"3": ambassador}}
    spells: {by: year}
"""
HEADS = "no,a,b,class,year\n1,KE,EG,3,1995\n2,KE,EG,3,1996\n4,KE,EG,3,once\n"
TIES = """\
what: Ties that were made up
table: {path: ties.csv, key: [no]}
facts:
  - section: diplomatic_relations
    of: {column: a, scheme: iso2}
    with: {column: b, scheme: iso2}
    since: {column: year}
"""
PAIRS = "no,a,b,year\n3,KE,EG,1990\n"


@pytest.mark.parametrize(
    ("section", "record", "said"),
    [
        ("accreditations", "of: kenya, to: egypt, kind: ambassador, since: 1995, until: 1996, ROW 1", ""),
        (
            "accreditations",
            "of: kenya, to: egypt, kind: ambassador, since: 1996, ROW 1",
            "row 1 of panel is of 1995, which is outside of what the fact says",
        ),
        (
            "accreditations",
            "of: kenya, to: egypt, kind: ambassador, since: 1990, until: 1994, ROW 2",
            "row 2 of panel is of 1996, which is outside of what the fact says",
        ),
        ("accreditations", "of: kenya, to: egypt, kind: ambassador, ROW 4", "row 4 of panel is of None"),
        ("diplomatic_relations", "of: egypt, with: kenya, since: 1990, ROW 3", ""),  # neither is the first
        ("diplomatic_relations", "of: egypt, with: vietnam, since: 1990, ROW 3", "row 3 of ties gives"),
        (
            "visits",
            "visitor: kenya, host: egypt, ROW 1",
            "the mapping makes no visits of row 1 of panel; name its columns",
        ),
    ],
)
def test_a_row_of_a_panel_and_of_a_tie_without_direction(wrong: Wrong, section: str, record: str, said: str) -> None:
    table = "panel" if section != "diplomatic_relations" else "ties"
    told = wrong(section, record.replace("ROW ", f"evidence: {{in: {table}, row: '") + "'}")
    assert [said in one for one in told] == ([True] * len(told) if said else []), told


def test_a_table_without_a_mapping_cannot_bear_a_row(wrong: Wrong, dataset: WriteFolder) -> None:
    rows = "no,a\n1,KE\n"
    card = f"id: bare\ntitle: Bare\nfile: bare.csv\nsha256: {sha256(rows.encode()).hexdigest()}\n"
    dataset({"seeds/bare.yaml": f"{card}table: {{key: [no], rows: 1}}\n", "seeds/texts/bare.csv": rows})

    told = wrong("supports", "supporter: kenya, supported: egypt, on: 2019, evidence: {in: bare, row: '1'}")
    assert told == ["bare has no mapping in graph/tables that says what its columns mean"]


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
