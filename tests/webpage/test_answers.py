"""The page and the command give the same answers, in small worlds, in many made up, and on the curated facts."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relgraph.graph.changes import CHANGES
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE
from tests.checkout import ROOT
from tests.several import Small, several
from tests.webpage.asking import asked
from tests.webpage.known_worlds import KNOWN_WORLDS, told
from tests.webpage.random_worlds import random_questions, random_world

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.golden import Golden
    from tests.node import Node
    from tests.webpage.asking import Record
    from tests.world import World

GOLDEN = Path(__file__).parent / "golden" / "answers.txt"
SCRIPT = ROOT / "tests" / "js" / "answers.mjs"
SEEDS = range(60)


@pytest.fixture
def known(world: World) -> list[Record]:
    """The worlds written by hand, asked."""
    return [asked(name, world(one.facts, one.files), one.questions, one.days) for name, one in KNOWN_WORLDS.items()]


@pytest.fixture(scope="module")
def made_up() -> list[Record]:
    """The worlds made up by chance, asked."""
    return [random_world(seed) for seed in SEEDS]


def asked_alike(worlds: list[Record], node: Node) -> int:
    """How much was asked of the page that was asked of the command; fails where an answer differs."""
    assert node(SCRIPT, stdin=json.dumps(worlds)) == f"{sum(map(size, worlds))}\n"
    return sum(map(size, worlds))


def size(world: Record) -> int:
    return sum(len(world[asked]) for asked in ("paths", "days", "compared", "pairs", "silent"))


def test_the_answers_of_the_command_are_as_ever(known: list[Record], golden: Golden) -> None:
    golden(GOLDEN, "\n".join(line for world in known for line in told(world)))


def test_the_page_answers_as_the_command_does(known: list[Record], node: Node) -> None:
    assert asked_alike(known, node) > 60


def test_the_page_answers_as_the_command_does_where_one_of_several_switches_a_rule_off(
    tmp_path: Path, node: Node
) -> None:
    broken = """
        diplomatic_relations: [{{of: vietnam, with: {other}}}]
        diplomatic_steps: [{{by: kenya, with: {other}, kind: severance, on: 1979}}]
    """
    dataset = several(
        tmp_path,
        a=Small("", broken.format(other="egypt"), vocabulary="rules_off: [relations-severed]"),
        b=Small("", broken.format(other="brazil")),
    )
    world = asked("several", dataset, (), ("1980-01-01",))

    assert {tuple(sorted(case["pair"])) for case in world["silent"] for one in case["no"] if one["said"]} == {
        ("brazil", "kenya")
    }
    assert asked_alike([world], node) > 0


@pytest.mark.slow
def test_the_page_answers_as_the_command_does_in_many_more_worlds(made_up: list[Record], node: Node) -> None:
    assert asked_alike(made_up, node) > 1_500


def test_the_many_worlds_have_paths_of_every_sort(made_up: list[Record]) -> None:
    answers = [case["answer"] for world in made_up for case in world["paths"]]
    steps = [[step for path in answer["paths"] for step in path["ties"]] for answer in answers]
    sorts = {
        "none": [not answer["paths"] for answer in answers],
        "equals": [len(answer["paths"]) > 1 for answer in answers],
        "incomparable": [answer["incomparable"] for answer in answers],
        "without a rung": [any(path["rung"] is None for path in answer["paths"]) for answer in answers],
        "parallel": [any(len(ties) > 1 for ties in path) for path in steps],
        "maybe": [any(truth == "maybe" for ties in path for _, truth, _, _ in ties) for path in steps],
        "planned": [any(holds == "no" for ties in path for _, _, holds, _ in ties) for path in steps],
    }

    assert {sort: sum(found) for sort, found in sorts.items() if sum(found) < 10} == {}


def test_the_worlds_are_silent_in_every_way(known: list[Record], made_up: list[Record]) -> None:
    cases = [case for world in (*known, *made_up) for case in world["silent"]]

    assert {case["answer"] for case in cases} == {"no", "not known", "not covered"}
    assert any(one["by"] for case in cases for one in case["no"])
    assert any(one["said"] for case in cases for one in case["no"])
    assert any(case["sought"] for case in cases)


def test_the_worlds_have_changes_of_every_sort(known: list[Record], made_up: list[Record]) -> None:
    cases = [case for world in (*known, *made_up) for case in world["compared"]]
    found = {(word, certain) for case in cases for word, certain, *_ in case["changes"]}

    assert found >= {(word, certain) for word in CHANGES for certain in (True, False)}
    assert any(case["open"] for case in cases)


def test_the_page_answers_as_the_command_does_on_the_curated_facts(curated: Dataset, node: Node) -> None:
    days = random.Random(0).sample(sorted(turns(curated)), 12)  # noqa: S311 - chance, not secrets
    questions = random_questions(random.Random(1), curated, days, 40)  # noqa: S311 - as above

    assert asked_alike([asked("curated", curated, questions, days)], node) > 60


def turns(dataset: Dataset) -> set[str]:
    """The first and the last day of each date of the facts: there answers change."""
    dates = [when for fact in dataset.facts for when in (fact.when.on, fact.when.since, fact.when.until) if when]
    days = {day for when in dates for day in (when.first, when.last) if ALWAYS_BEFORE < day < ALWAYS_AFTER}
    return {str(date.fromordinal(day)) for day in days}


def test_the_many_worlds_have_pairs_of_every_sort(made_up: list[Record]) -> None:
    days = [day for world in made_up for day in world["pairs"]]
    pairs = [pair for day in days for pair in day["pairs"]]
    sorts = {
        "planned": [not pair["holding"] for pair in pairs],
        "derived": [pair["derived"] for pair in pairs],
        "maybe": [pair["maybe"] for pair in pairs],
        "both": [pair["holding"] and pair["planned"] for pair in pairs],
        "incomparable": [len(pair["best"]) > 1 for pair in pairs],
        "common": [day["compared"] and day["compared"]["common"] for day in days],
        "only": [day["compared"] and any(day["compared"]["only"].values()) for day in days],
    }

    assert {sort: sum(map(bool, found)) for sort, found in sorts.items() if sum(map(bool, found)) < 10} == {}


def test_a_wrong_answer_would_be_noticed(known: list[Record], node: Node) -> None:
    known[1]["paths"][0]["answer"]["paths"][0]["nodes"].reverse()

    with pytest.raises(AssertionError, match="node ended with status 1"):
        asked_alike(known, node)
