"""Nodes that rows make, told apart by what a column says, and facts about them in the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.reading.held import HeldFile
from relgraph.tables.parsing import read_mapping
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make

VOTES = """\
what: made up
table: {path: table.csv, key: [text, voter]}
card: {published: 2000}
facts:
  - section: resolutions
    id: {column: text}
    name: {column: name}
    body: {template: "The Assembly", make: body}
    on: {column: day}
  - section: votes
    kind: {column: vote, values: {"1": in-favour, "3": against}}
    voter: {column: voter, scheme: iso3}
    on_text: {column: text, node: resolutions}
    on: {column: day}
"""
HEADS = "text,name,day,voter,vote\n"


def test_rows_with_one_id_make_one_node_that_their_facts_name(make: Make) -> None:
    rows = "R 1,On salt,1990-01-01,KEN,1\nR 1,On salt,1990-01-01,EGY,3\nR 2,On tea,1990-01-02,KEN,1\n"
    facts, report = make(VOTES, HEADS + rows)

    assert [(one.id, one.name, one.evidence[0].paragraph) for one in facts if one.kind == "resolution"] == [
        ("made-r-1", "On salt", 2),
        ("made-r-2", "On tea", 4),
    ]
    assert [(*one.pair, one.type) for one in facts if one.kind == "vote"] == [
        ("kenya", "made-r-1", "in-favour"),
        ("egypt", "made-r-1", "against"),
        ("kenya", "made-r-2", "in-favour"),
    ]
    assert report.left_out == ()
    assert "id" not in dict(facts[0].evidence[0].columns)


def test_a_row_that_says_otherwise_of_a_node_is_told(make: Make) -> None:
    rows = "R 1,On salt,1990-01-01,KEN,1\nR 1,On pepper,1990-01-01,EGY,3\n"
    facts, report = make(VOTES, HEADS + rows)

    assert [(one.reason, one.rows, one.first_row) for one in report.left_out] == [
        ("says otherwise of what an earlier row has the id of", 1, 3)
    ]
    assert [one.name for one in facts if one.kind == "resolution"] == ["On salt"]


@pytest.mark.parametrize("cell", ["", "###"])
def test_a_row_whose_id_is_none_makes_no_node(make: Make, cell: str) -> None:
    facts, report = make(VOTES, f"{HEADS}{cell},On salt,1990-01-01,KEN,1\n")

    assert facts == []
    assert "no id that could be one" in [one.reason for one in report.left_out]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    id: {column: text}\n", "", "no facts of this mapping have the section resolutions and an id"),
        ("node: resolutions", "node: agreements", "no facts of this mapping have the section agreements and an id"),
        ("    kind: {column: vote", "    id: {column: vote", "id"),
    ],
)
def test_a_mapping_that_names_a_node_nobody_makes_is_wrong(old: str, new: str, told: str) -> None:
    file = HeldFile("made.yaml", VOTES.replace(old, new, 1).encode())
    _, problems = read_mapping(file, "made.yaml", shipped_vocabulary())

    assert told in str(problems[0])


OFFICES = """\
what: made up
table: {path: table.csv, key: [no]}
card: {published: PUBLISHED}
facts:
  - section: holds
    holder: {column: who, make: person}
    office: {template: "head of {land}", make: office, part_of: {column: land, scheme: iso3}}
    since: {column: start}
    until: {column: end}
"""


def test_who_is_made_is_part_of_whom_a_code_means(make: Make) -> None:
    rows = "no,who,land,start,end\n1,Ada,KEN,1990,1995\n2,Bo,XYZ,1990,1995\n"
    facts, report = make(OFFICES.replace("PUBLISHED", "2000"), rows)

    assert [one.pair for one in facts] == [("ada", "head-of-ken-kenya")]
    assert [(one.reason, one.rows) for one in report.left_out] == [
        ("nobody whom the office is part of (column land)", 1)
    ]
    assert [(one.scheme, one.value) for one in report.unmatched] == [("iso3", "XYZ")]


@pytest.mark.parametrize(("published", "status"), [("1996", "ended"), ("1994", "in-force"), ("1995", "in-force")])
def test_what_had_ended_when_its_table_was_published_is_over(make: Make, published: str, status: str) -> None:
    facts, _ = make(OFFICES.replace("PUBLISHED", published), "no,who,land,start,end\n1,Ada,KEN,1990,1995\n")

    assert [one.status for one in facts] == [status]
