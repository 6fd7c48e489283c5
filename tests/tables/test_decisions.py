"""Decisions on values that match nobody, or several."""

from __future__ import annotations

import pytest

from relgraph.reading.held import HeldFile
from relgraph.tables.decisions import Decision, clashing, read_decisions


def read(text: str) -> tuple[tuple[Decision, ...], list[str]]:
    found, problems = read_decisions(HeldFile("one.decisions.yaml", text.encode()), "one.decisions.yaml")
    return found, [f"{one.place.line}: {one.message}" for one in problems]


def test_a_decision_is_for_its_years() -> None:
    (always, limited), problems = read(
        "decisions:\n"
        "  - {scheme: cow, value: '345', actor: serbia, who: an editor, when: 2026-01-02, why: known}\n"
        "  - {scheme: cow, value: '345', from: 1992, until: 2002, actor: yugoslavia-fr}\n"
    )
    assert problems == []
    assert (always.actor, always.who, always.when, always.why) == ("serbia", "an editor", "2026-01-02", "known")
    assert [limited.holds(year) for year in (1991, 1992, 2002, 2003, None)] == [False, True, True, False, False]
    assert always.holds(None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("decisions: [{scheme: cow, value: x}]\n", "1: actor is missing"),
        ("decisions: [{scheme: cow, value: x, actor: kenya, from: 2000, until: 1990}]\n", "1: from 2000 lies after"),
        ("decisons: []\n", "1: decisons is not a field here; did you mean decisions?"),
        ("decisions: [", "2: not YAML"),
    ],
)
def test_a_wrong_decision_is_told_at_its_line(text: str, said: str) -> None:
    _, problems = read(text)
    assert any(one.startswith(said) for one in problems), problems


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("actor: kenya", "actor: egypt", True),
        ("actor: kenya", "actor: kenya", False),
        ("actor: kenya, from: 1990, until: 1995", "actor: egypt, from: 1995", True),
        ("actor: kenya, from: 1990, until: 1995", "actor: egypt, from: 1996", False),
        (
            "actor: kenya, until: 1995",
            "actor: egypt",
            False,
        ),  # what is said of some years goes before what is always so
    ],
)
def test_two_decisions_on_one_value_of_one_year_clash(first: str, second: str, *, clash: bool) -> None:
    records = "".join(f"  - {{scheme: cow, value: '1', {one}}}\n" for one in (first, second))
    found, problems = read(f"decisions:\n{records}")
    assert problems == []
    assert len(list(clashing(found))) == clash
