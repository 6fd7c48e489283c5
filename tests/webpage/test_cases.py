"""The page and the command give the same answers: one file of cases for both, and more worlds than fit into it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support import ROOT
from tests.webpage.cases import FILE, SEEDS, made_world, worlds

if TYPE_CHECKING:
    from tests.node import Node

STALE = "the cases are not what the command says now: look why, then run python -m tests.webpage.cases"
MORE = range(1_000, 1_100)
SCRIPT = f"""
    import {{ readFileSync }} from "node:fs";
    import {{ checkDays, checkPaths }} from "{(ROOT / "tests" / "js" / "answers.mjs").as_uri()}";
    const worlds = JSON.parse(readFileSync(0, "utf8"));
    console.log(worlds.reduce((sum, world) => sum + checkPaths(world) + checkDays(world), 0));
"""


def test_the_answers_in_the_file_are_those_of_the_command() -> None:
    written = json.loads(FILE.read_text(encoding="utf-8"))
    fresh = json.loads(json.dumps(list(worlds())))

    assert [world["name"] for world in written] == ["the real facts", *(f"world {seed}" for seed in SEEDS)]
    for was, now in zip(written, fresh, strict=True):
        assert was == now, f"{was['name']}: {STALE}"


def test_the_page_answers_as_the_command_does_in_many_more_worlds(node: Node) -> None:
    made = [made_world(seed) for seed in MORE]
    asked = sum(len(world["paths"]) + len(world["days"]) for world in made)

    assert asked > 3_000
    assert node(SCRIPT, stdin=json.dumps(made)) == f"{asked}\n"


def test_a_wrong_answer_would_be_noticed(node: Node) -> None:
    world = next(world for world in map(made_world, MORE) if any(case["answer"]["paths"] for case in world["paths"]))
    case = next(case for case in world["paths"] if case["answer"]["paths"])
    case["answer"]["paths"][0]["nodes"].reverse()

    with pytest.raises(AssertionError, match="node ended with status 1"):
        node(SCRIPT, stdin=json.dumps([world]))
