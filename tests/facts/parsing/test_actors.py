"""Reading actors."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.parsing.actors import ID, read_actors
from relgraph.facts.records import Actor
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from pathlib import Path


def actors_of(folder: Path, text: str) -> tuple[list[Actor], list[str]]:
    path = folder / "a.yaml"
    path.write_text(dedent(text), encoding="utf-8")
    actors, problems, _ = read_actors(path, "a.yaml", shipped_vocabulary())
    return actors, [str(problem) for problem in problems]


def test_actors_of_every_kind(tmp_path: Path) -> None:
    actors, problems = actors_of(
        tmp_path,
        """\
        countries:
          norway: {name: Norge, aliases: [Norway, Noreg], adjectives: [Norwegian], iso: NO, capital: oslo}
        cities:
          oslo: {name: Oslo, of: norway}
        groups:
          nordic:
            name: Nordic countries
            members: [norway]
            basis: Helsinki Treaty
            note: five of them
          baltic: {name: Baltic, members: unknown}
        """,
    )

    assert problems == []
    assert actors == [
        Actor("norway", "country", "Norge", ("Norway", "Noreg"), ("Norwegian",), "NO", capital="oslo"),
        Actor("oslo", "city", "Oslo", part_of="norway"),
        Actor("nordic", "group", "Nordic countries", members=("norway",), basis="Helsinki Treaty", note="five of them"),
        Actor("baltic", "group", "Baltic"),
    ]
    assert [actor.place.line for actor in actors] == [2, 4, 7, 11]


def test_where_an_actor_stands(tmp_path: Path) -> None:
    actors, problems = actors_of(
        tmp_path,
        """\
        bodies:
          union: {name: Union, seat: brussels}
          council: {name: Council, coordinates: [46.23, -6]}
        """,
    )

    assert problems == []
    assert [(actor.seat, actor.coordinates) for actor in actors] == [("brussels", None), (None, (46.23, -6.0))]


@pytest.mark.parametrize(
    "told", ["46.23", "[46.23]", "[91, 0]", "[0, -181]", "[north, 6]", "[1, 2, 3]", "[nan, 0]", "{a: b}", ""]
)
def test_coordinates_are_two_numbers_of_degrees(tmp_path: Path, told: str) -> None:
    actors, problems = actors_of(tmp_path, f"bodies:\n  x:\n    name: X\n    coordinates: {told}")

    assert actors[0].coordinates is None
    assert "a.yaml:4: coordinates must be degrees north and east, as in [47.37, 8.55]" in problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("country:\n  x: {name: X}", "a.yaml:1: country is not a section of actors; did you mean countries?"),
        ("x: {name: X}", "a.yaml:1: x is not a section of actors; an actor is indented under its section"),
        ("visits: []", "a.yaml:1: visits is not a section of actors; facts stand in the file of their source"),
        ("countries: [x]", "a.yaml:1: countries must be a mapping"),
        ("countries:\n  x: X", "a.yaml:2: x must be a mapping of fields"),
        ("countries:\n  x: {iso: XX}", "a.yaml:2: name is missing"),
        ("countries:\n  x:\n    name: X\n    alias: Y", "a.yaml:4: alias is not a field here; did you mean aliases?"),
        ("countries:\n  x:\n    name: X\n    aliases: {a: b}", "a.yaml:4: aliases must be text or a list of texts"),
        ("countries:\n  x:\n    name: [X]", "a.yaml:3: name must be text"),
        ("groups:\n  x:\n    name: X\n    members: {all: y}", "a.yaml:4: members must be text or a list of texts"),
        ("countries:\n  Viet Nam: {name: X}", "a.yaml:2: 'Viet Nam' is not an id; use lower-case letters, digits and"),
        ("countries:\n  x--y: {name: X}", "a.yaml:2: 'x--y' is not an id"),
        ("countries:\n  việt: {name: X}", "a.yaml:2: 'việt' is not an id"),
        ("- x", "a.yaml:1: a mapping is expected here, not a list: fields, each with a name, a colon and a blank"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, text: str, problem: str) -> None:
    assert problem in actors_of(tmp_path, text)[1][0]


def test_a_name_may_be_anything_that_can_be_printed(tmp_path: Path) -> None:
    (actor,), problems = actors_of(tmp_path, "people:\n  x: {name: '</script><img src=x onerror=alert(1)>'}")

    assert (actor.name, problems) == ("</script><img src=x onerror=alert(1)>", [])


@pytest.mark.parametrize("text", ["vietnam", "p4g-summit-4", "a", "007"])
def test_ids(text: str) -> None:
    assert ID.fullmatch(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "a_b", "a:b", "a/b", "a\n", "à"])
def test_what_is_no_id(text: str) -> None:
    assert not ID.fullmatch(text)


def test_a_scheme_of_codes_is_a_short_word(tmp_path: Path) -> None:
    actors, problems = actors_of(tmp_path, "countries: {a: {name: A, codes: {cow: 255, Big One: 1}}}")

    assert actors[0].codes[0] == ("cow", "255")
    assert problems == ["a.yaml:1: 'Big One' is no scheme of codes; use lower-case letters and digits, as in cow"]
