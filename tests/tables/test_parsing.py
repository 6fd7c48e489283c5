"""Wrong mappings, each fault told at its line."""

from __future__ import annotations

import pytest

from relgraph.reading.held import HeldFile
from relgraph.tables.parsing import read_mapping
from relgraph.vocabulary.load import shipped_vocabulary
from tests.tables.small_mappings import EACH


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("section: visits", "section: visitings", "visitings is not a section of facts; did you mean visits?"),
        ("who, make: person", "who, make: persons", "persons is not a kind of actor; did you mean person?"),
        ("flags: {state: state,", "flags: {state: stately,", "stately is not a kind of visits; did you mean state?"),
        ("{from: day, to: end}", "{to: end}", "on must say the column of a date, or those of its year"),
        ("    host: {column: where, scheme: name, at: day}\n", "", "host is missing: say which column it is"),
        ("column: who,", "colum: who,", "colum is not a field here; did you mean column?"),
        ("{path: table.csv, key: [no]}", "{path: t.csv, encoding: ebcdic}", "ebcdic is not"),
    ],
)
def test_a_wrong_mapping_is_told_at_its_line(right: str, wrong: str, said: str) -> None:
    text = EACH.replace(right, wrong)
    assert text != EACH
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is None
    assert any(said in one.message for one in problems), problems
