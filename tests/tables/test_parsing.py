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
        ("{from: day, to: end}", "{month: m, day: d}", "on must say the column of a date, or those of its year"),
        ("{from: day, to: end}", "{from: day, year: y}", "on must say the column of a date, or those of its year"),
        (
            "{from: day, to: end}",
            "{from: day, rough: {-01-01: yearly}}",
            "how much of a date is kept, not yearly; did you mean year?",
        ),
        ("    host: {column: where, scheme: name, at: day}\n", "", "host is missing: say which column it is"),
        ("column: who,", "colum: who,", "colum is not a field here; did you mean column?"),
        ("{path: table.csv, key: [no]}", "{path: t.csv, encoding: ebcdic}", "ebcdic is not"),
        ("{path: table.csv, key: [no]}", "{key: [no]}", "table must say the path of its file"),
        ("{path: table.csv, key: [no]}", "{path: t.csv, header: no}", "a table without a line of heads needs columns"),
        ("facts:\n", "skip: [{why: none}]\nfacts:\n", "where must say in which columns which values stand"),
        ("facts:\n", "skip: [{where: {no: {a: b}}, why: x}]\nfacts:\n", "no must be a value or a list of values"),
        ("facts:\n", "unpivot: {name: a, value: b}\nfacts:\n", "unpivot must say which columns become rows"),
        (
            "column: who, make",
            "column: who, template: x, make",
            "visitor must say one of column, template, flags, sum, count",
        ),
        ("    note:", "    spells: {by: day}\n    note:", "spells give the dates of a fact; take on out"),
        ("    note:", "    spells: {by: day, gap: 0}\n    note:", "gap must be a number of years, 1 or more, or data"),
        (
            "    note:",
            "    spells: {by: day, first: 2010, last: 1990}\n    note:",
            "the data end (1990) before they begin",
        ),
        (
            "    note:",
            "    spells: {by: day, unknown: {}}\n    note:",
            "unknown must say in which columns which values",
        ),
        ('"{who} in {where}"', '"{who in {where}"', "a template has a brace without the other"),
        ("at: day", 'at: "20141"', "20141 is no year"),
    ],
)
def test_a_wrong_mapping_is_told_at_its_line(right: str, wrong: str, said: str) -> None:
    text = EACH.replace(right, wrong)
    assert text != EACH
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is None
    assert any(said in one.message for one in problems), problems


def test_a_file_that_is_no_yaml_makes_no_mapping() -> None:
    mapping, problems = read_mapping(HeldFile("made.yaml", b"what: [made"), "made.yaml", shipped_vocabulary())
    assert mapping is None
    assert [one.place.file for one in problems] == ["made.yaml"]


def test_a_mapping_that_makes_nothing_is_refused() -> None:
    text = EACH.partition("facts:")[0]
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is None
    assert [one.message for one in problems] == ["a mapping says under facts, or under codes, what its rows make"]


def test_the_flags_of_what_lies_outside_the_data_are_read() -> None:
    text = EACH.replace("    note:", "    censored: {left: state, right: official}\n    note:")
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    assert mapping.templates[0].censored == ("state", "official")


def test_a_date_may_be_a_year_alone() -> None:
    text = EACH.replace("{from: day, to: end}", "{year: day}")
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    assert [date.parts for date in mapping.templates[0].dates.values()] == [("day", "", "")]
