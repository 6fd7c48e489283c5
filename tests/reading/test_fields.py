"""Typed fields out of a map, and what is wrong with them."""

from __future__ import annotations

from textwrap import dedent

import pytest

from relgraph.reading.dates import parse_date
from relgraph.reading.fields import Fields
from relgraph.reading.place import Place, Problem
from relgraph.reading.tree import read_bytes


def fields(text: str) -> Fields:
    found, problems = read_bytes(dedent(text).encode(), "x.yaml")
    assert found is not None
    return Fields(found, "x.yaml", problems)


def told(one: Fields) -> list[str]:
    return [str(problem) for problem in one.problems]


def test_fields_of_every_type() -> None:
    one = fields("""
        name: Việt Nam
        aliases: [Vietnam, Viet Nam]
        alias: VN
        many: yes
        most: 2
        since: 2025-02
        form: tie
        rungs: {sp: Strategic Partnership}
        walks: [{from: a}, {from: b}]
        walk: {from: a}
    """)

    assert one.text("name") == one.required("name") == "Việt Nam"
    assert (one.texts("aliases"), one.texts("alias")) == (("Vietnam", "Viet Nam"), ("VN",))
    assert one.flag("many")
    assert one.number("most") == 2
    assert one.date("since") == parse_date("2025-02")
    assert one.one_of("form", ("tie", "node")) == "tie"
    assert one.map("rungs") == one.named_texts("rungs") == {"sp": "Strategic Partnership"}
    assert [entry["from"] for entry in (*one.maps("walks"), *one.maps("walk"))] == ["a", "b", "a"]
    assert told(one) == []


def test_what_is_absent_or_empty_is_nothing_and_no_problem() -> None:
    one = fields("empty:")

    for key in ("empty", "absent"):
        assert (one.text(key), one.texts(key), one.number(key), one.date(key)) == (None, (), None, None)
        assert (one.map(key), one.maps(key), one.one_of(key, ("a",))) == ({}, (), None)
        assert one.flag(key, default=True)
    assert told(one) == []


WRONG = """
    text: [a]
    texts: {a: b}
    items: [a, [b]]
    blank: [a, ""]
    flag: "NO"
    number: -1
    large: 99999999999999999999
    date: Feb 2025
    map: [a]
    maps: [{a: b}, c]
    choice: tye
    gone:
"""


@pytest.mark.parametrize(
    ("method", "key", "problem"),
    [
        ("text", "text", "x.yaml:2: text must be text, not a list; a text in brackets needs quotes"),
        ("required", "text", "x.yaml:2: text must be text, not a list; a text in brackets needs quotes"),
        ("required", "gone", "x.yaml:13: gone is missing"),
        ("required", "absent", "x.yaml:2: absent is missing"),
        (
            "texts",
            "texts",
            (
                "x.yaml:3: texts must be text or a list of texts; "
                'the colon after "a" makes a field of it: put the whole text in quotes'
            ),
        ),
        ("texts", "items", "x.yaml:4: items must be text or a list of texts"),
        ("texts", "blank", "x.yaml:5: blank must be text or a list of texts"),
        ("flag", "flag", "x.yaml:6: flag must be yes or no"),
        ("number", "number", 'x.yaml:7: number must be a whole number, not "-1"'),
        ("number", "large", 'x.yaml:8: large must be a whole number, not "99999999999999999999"'),
        ("date", "date", 'x.yaml:9: "Feb 2025" is not a date; write 2025-02, with ? if unsure'),
        ("date", "text", "x.yaml:2: text must be text, not a list; a text in brackets needs quotes"),
        ("map", "map", "x.yaml:10: map must be a mapping"),
        ("maps", "maps", "x.yaml:11: maps must be a mapping or a list of mappings"),
        ("maps", "date", "x.yaml:9: date must be a mapping or a list of mappings"),
        ("named_texts", "maps", "x.yaml:11: maps must be a mapping"),
    ],
)
def test_what_is_wrong_is_told_once_at_its_line(method: str, key: str, problem: str) -> None:
    one = fields(WRONG)

    getattr(one, method)(key)

    assert told(one) == [problem]


def test_a_choice_is_told_what_it_may_be() -> None:
    one = fields(WRONG)

    one.one_of("choice", ("tie", "node"))
    one.one_of("choice", ())

    assert told(one) == [
        "x.yaml:12: tye is not a choice; it may be tie, node; did you mean tie?",
        "x.yaml:12: tye is not a choice; there is none here",
    ]


def test_of_many_choices_the_likely_one_is_told() -> None:
    one = fields(WRONG)
    kinds = [f"kind-{number}" for number in range(50)]

    one.one_of("choice", (*kinds, "tie"))
    one.one_of("choice", kinds)

    assert told(one) == [
        "x.yaml:12: tye is not a choice; did you mean tie?",
        f"x.yaml:12: tye is not a choice; there are {', '.join(kinds[:16])} and more",
    ]


def test_only_names_each_field_that_is_not_known() -> None:
    one = fields("""
        name: x
        alliases: [y]
        zzz: 1
    """)

    one.only(("name", "aliases"))

    assert told(one) == [
        "x.yaml:3: alliases is not a field here; did you mean aliases?",
        "x.yaml:4: zzz is not a field here; there are name, aliases",
    ]


def test_entries_are_fields_of_their_own_and_share_the_problems() -> None:
    one = fields("""
        vietnam:
          name: [x]
        kenya: Kenya
    """)

    assert [(key, entry.text("name"), entry.place.line) for key, entry in one.entries()] == [("vietnam", None, 3)]
    assert told(one) == [
        "x.yaml:3: name must be text, not a list; a text in brackets needs quotes",
        "x.yaml:4: kenya must be a mapping of fields",
    ]


def test_a_problem_carries_the_rule() -> None:
    one = fields("name: x")

    one.problem("wrong", "name")
    one.problem("worse", rule="date")

    assert one.problems == [
        Problem(Place("x.yaml", 1), "shape", "wrong"),
        Problem(Place("x.yaml", 1), "date", "worse"),
    ]


def test_a_field_without_its_blank_is_told_so() -> None:
    one = fields("-of: kenya")
    one.only(["of"])

    assert told(one) == ["x.yaml:1: -of is not a field here; write a blank after the hyphen"]


def test_after_very_many_mistakes_no_field_is_guessed() -> None:
    one = fields("\n".join(f"zz{number}: x" for number in range(1500)))
    one.only(["of"])

    assert told(one)[0] == "x.yaml:1: zz0 is not a field here; there are of"
    assert told(one)[-1] == "x.yaml:1500: zz1499 is not a field here"
