"""Whether the entries of a vocabulary fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.load import shipped_vocabulary
from tests.vocabulary.entries import PACT, told

if TYPE_CHECKING:
    from pathlib import Path


def test_what_ships_with_the_package_fits_together() -> None:
    assert incoherences(shipped_vocabulary()) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("section: pacts", "section: partnerships", "the section partnerships belongs to partnership"),
        ("section: pacts", "section: source", "the section source belongs to every file"),
        ("statuses: [in-force]", "statuses: [in-force, endet]", "endet is not a status; did you mean ended?"),
        ("statuses: [in-force]", "statuses: [ended]", "the usual status in-force is not among its statuses"),
        ("of: {types: [country]}", "of: {types: [contry]}", "contry cannot stand at the end of; did you mean country?"),
        ("of: {types: [country]}", "of: {types: [visit]}", "visit cannot stand at the end of"),
        ("of: {types: [country]}, ", "", "a tie needs two ends"),
        (
            "[country]}, with",
            "[country], optional: yes}, with",
            "neither of the first two ends of a tie can be optional",
        ),
        ("    reads: {", "    # reads: {", "a tie needs to be read from either end: reads {forward, back}"),
        ("ends: {of", "ends: {status: {types: [city]}, of", "the end status is called like a field"),
        ("    reads", "    fields: {with: text}\n    reads", "the end with is called like a field"),
        ("    reads", "    fields: {for what: text}\n    reads", "the field 'for what' cannot be named in a sentence"),
        ("    reads", "    fields: {evidence: text}\n    reads", "the field evidence is called like one that every"),
        ("    reads", "    rung: cps\n    reads", "cps is not a rung of any ladder; did you mean"),
        ("    reads", "    distinct: [[of, wiht]]\n    reads", "wiht is not one of its ends; did you mean with?"),
        ("{of} with {with}", "{off} with {with}", '{off} means nothing in "{off} with {with}"; did you mean of?'),
        ("{of} with {with}", "{of.__class__}", '{of.__class__} means nothing in "{of.__class__}"'),
        ("{of} with {with}", "{of!r:>9999999999}", "{of!r:>9999999999} means nothing in"),
        ("{of} with {with}", "{} with", "{} means nothing in"),
        ("{of} with {with}", "[{of} with {with}]" * 60, "a reading of 1,080 letters is too long; at most 1,000"),
        ("{of} with {with}", "{of with", 'a brace is not closed in "{of with"'),
        ("{of} with {with}", "{of}[ with {with}", "a bracket is not closed, or stands in another, in"),
        ("{of} with {with}", "{of}[ with[ {with}]]", "a bracket is not closed, or stands in another, in"),
        ("    reads", "    fields: {tea: text}\n    unsaid: [tee]\n    reads", "unsaid: tee is not one of its fields"),
    ],
)
def test_what_does_not_fit_is_told_at_the_line_of_its_entry(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in PACT
    assert any(line.startswith(f"v.yaml:2: pact: {problem}") for line in told(tmp_path, PACT.replace(old, new)))


IMPLIES = "    implies: [{kind: diplomatic-relations, from: of, to: with, rule: r}]\n"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "diplomatic-relations",
            "diplomatic-relation",
            "implies diplomatic-relation, which is not a tie; did you mean",
        ),
        ("diplomatic-relations", "agreement", "implies agreement, which is not a tie"),
        ("from: of", "from: off", "off is not one of its ends; did you mean of?"),
        ("rule: r", "rule: r, kinds: [secret]", "secret is not one of its kinds"),
        ("rule: r", "rule: r, types: [contry]", "contry is not a kind of actor; did you mean country?"),
    ],
)
def test_an_implication_names_what_there_is(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert told(tmp_path, PACT + IMPLIES) == []
    assert any(problem in line for line in told(tmp_path, PACT + IMPLIES.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("compare:\n- {genral: sp}", "v.yaml:2: compare: genral is not a ladder; did you mean general?"),
        ("compare:\n- {vietnam: sp}", "vietnam is not a ladder; it is now a ladder for the vocabulary of a dataset"),
        ("compare:\n- {general: csps}", "v.yaml:2: compare: csps is not a rung of general; did you mean csp?"),
        (
            "ladders:\n  one: {owner: kenya, rungs: {a: b}}\n  two: {owner: [egypt, kenya], rungs: {a: b}}",
            "v.yaml:3: two: kenya has a ladder already: one",
        ),
        ("ladders:\n  k: {rungs: {a: b}}", "v.yaml:2: k: whose is it? Give an owner, or the kind of relation that"),
        ("ladders:\n  k: {owner: kenya, kind: visit, rungs: {a: b}}", "v.yaml:2: k: it has an owner and a kind"),
        (
            "ladders:\n  k: {kind: visti, rungs: {a: b}}",
            "v.yaml:2: k: visti is not a kind of relation; did you mean visit?",
        ),
        ("ladders:\n  general: {owner: kenya}", "v.yaml:2: general: the general ladder is that of all who have none"),
        ("ladders_off: [genral]", "v.yaml:1: ladders_off: genral is not a ladder; did you mean general?"),
        ("ladders:\n  k: {owner: kenya, rungs: {a: b}, beside: {a: c}}", "k: a is a rung and stands beside the ladder"),
        ("actors:\n  bloc: {section: countries, label: b}", "v.yaml:2: bloc: the section countries belongs to country"),
        ("actors:\n  visit: {section: v, label: v}", "v.yaml:2: visit: it is a kind of relation too"),
        ("actors:\n  b: {section: b, label: b, part_of: [cty]}", "b: cty is not a kind of actor; did you mean city?"),
    ],
)
def test_other_parts_must_fit_too(tmp_path: Path, text: str, problem: str) -> None:
    assert any(problem in line for line in told(tmp_path, text))


def test_a_line_is_that_of_the_entry(tmp_path: Path) -> None:
    text = PACT + PACT.partition("relations:\n")[2].replace("  pact:", "  second:").replace("[in-force]", "[gone]")

    assert told(tmp_path, text)[0] == "v.yaml:11: second: the section pacts belongs to pact"
    assert {line.split(":")[1] for line in told(tmp_path, text)} == {"11"}


CHANGES = """
    closes: [{kind: mission, from: of, to: with, leaves: [sender], rule: r}]
    settles: [{kind: agreement, to: with, status: signed, unstated: unstated, rule: r}]
"""


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[sender]", "[sendr]", "sendr is not one of the ends of mission; did you mean sender?"),
        ("status: signed", "status: singed", "singed is not a status of agreement; did you mean signed?"),
        ("unstated: unstated", "unstated: held", "held is not a status of agreement"),
        ("kind: mission", "kind: misson", "closes misson, which is neither a tie nor a node; did you mean mission?"),
    ],
)
def test_what_changes_another_kind_names_what_that_has(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert not [line for line in told(tmp_path, PACT + CHANGES) if "is not" in line]
    assert any(problem in line for line in told(tmp_path, PACT + CHANGES.replace(old, new)))
