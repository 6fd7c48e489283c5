"""Which names are near to one that nobody has: by the commands and by the page alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts.near_names import LONGEST, NearNames, plain, slips_between
from tests.checkout import ROOT

if TYPE_CHECKING:
    from tests.node import Node

SHARED = json.loads((ROOT / "tests/near_names.json").read_text(encoding="utf-8"))
MODULE = ROOT / "src/relgraph/webpage/script/basics/near_names.mjs"


@pytest.mark.parametrize(("text", "near"), SHARED["cases"])
def test_what_was_likely_meant(text: str, near: list[str]) -> None:
    assert NearNames(SHARED["names"]).near(text) == near


def test_the_page_has_the_same_names_near(node: Node) -> None:
    script = f"""
        import {{ readFileSync }} from "node:fs";
        import {{ nearNames }} from "{MODULE.as_uri()}";
        const {{ names, cases }} = JSON.parse(readFileSync(0, "utf8"));
        const entries = Object.entries(names).map(([id, called]) => ({{ id, label: id, names: called, weight: 0 }}));
        console.log(JSON.stringify(cases.map(([text]) => nearNames(entries, text).map(({{ entry }}) => entry.id))));
    """
    assert json.loads(node(script, stdin=json.dumps(SHARED))) == [near for _, near in SHARED["cases"]]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("kenya", "kenya", 0),
        ("kenia", "kenya", 1),  # changed
        ("keny", "kenya", 1),  # left out
        ("kennya", "kenya", 1),  # added
        ("keyna", "kenya", 1),  # changed over
        ("kneia", "kenya", 2),
        ("chad", "kenya", None),
    ],
)
def test_slips(one: str, other: str, slips: int | None) -> None:
    assert slips_between(one, other, 2) == slips


def test_the_nearest_comes_first_and_no_more_than_asked_for() -> None:
    names = {"a": ["Northlandia"], "b": ["Northland"], "c": ["Northlande"]}
    assert NearNames(names).near("Northlant", most=2) == ["b", "c"]


def test_nothing_is_near_to_a_name_that_is_too_long() -> None:
    assert NearNames({"x": ["x" * (LONGEST + 1)]}).near("x" * (LONGEST + 1)) == []


@pytest.mark.slow
@given(st.text(max_size=20), st.text(max_size=20))
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert slips_between(one, other, 3) == slips_between(other, one, 3)


@given(st.text(max_size=40))
def test_what_is_compared_is_settled(name: str) -> None:
    assert plain(plain(name)) == plain(name)
