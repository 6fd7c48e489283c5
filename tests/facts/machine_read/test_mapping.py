"""Mappings of ties: what is wrong with them is told with its place."""

from __future__ import annotations

from textwrap import dedent

import pytest

from relgraph.facts.machine_read.mapping import Least
from relgraph.facts.machine_read.parsing import read_ties_mapping
from relgraph.reading.held import HeldFile
from relgraph.vocabulary.load import shipped_vocabulary

MAPPING = """
what: Events that were made up
table: {path: made-up.parquet}
least: {events: 2, days: 2}
weight: days
ties:
  - {kind: clashes, of: [fight, threaten], least: {events: 1}}
  - {kind: consult, label: consultations}
"""


def read(text: str) -> tuple[object, list[str]]:
    file = HeldFile("made-up.ties.yaml", dedent(text).encode())
    mapping, problems = read_ties_mapping(file, "made-up.ties.yaml", shipped_vocabulary())
    return mapping, [str(one) for one in problems]


def test_a_mapping_says_which_events_are_which_ties() -> None:
    file = HeldFile("made-up.ties.yaml", MAPPING.encode())
    mapping, problems = read_ties_mapping(file, "made-up.ties.yaml", shipped_vocabulary())

    assert problems == []
    assert mapping is not None
    assert (mapping.id, mapping.path, mapping.weight) == ("made-up", "made-up.parquet", "days")
    assert [(one.id, one.label, one.of, one.least) for one in mapping.kinds] == [
        ("clashes", "clashes", ("fight", "threaten"), Least(1, 0, 2)),
        ("consult", "consultations", ("consult",), Least(2, 0, 2)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("kind: clashes", "kind: visit", "7: visit is a kind of curated facts, and what a machine read is never mixed"),
        ("kind: clashes", "kind: visits", "7: visits is a kind of curated facts"),
        ("kind: clashes", "kind: Clashes", "7: Clashes is not an id"),
        ("kind: consult,", "kind: clashes,", "8: the kind clashes is named twice under ties"),
        ("kind: consult,", "kind: c, of: fight,", "8: the kind of event fight is named twice under ties"),
        ("label: consultations", 'label: "a {b}"', "8: a label has none of"),
        ("weight: days", "weight: tone", "5: tone is not a weight; it may be events, sources, days"),
        ("events: 2", "events: few", '4: events must be a whole number, not "few"'),
        ("{path: made-up.parquet}", "{}", "table must say the path of the file"),
        ("ties:", "tie:", "tie is not a field here"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(old: str, new: str, wrong: str) -> None:
    mapping, problems = read(MAPPING.replace(old, new))
    assert mapping is None
    assert any(wrong in one for one in problems), problems
