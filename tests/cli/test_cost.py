"""What a small file may cost: neither time nor lines grow out of measure with what is wrong in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from relgraph.facts.load import load
from relgraph.facts.parsing.facts import MOST_PAIRS
from relgraph.reading.place import MOST_TOLD
from tests.world import world_files

if TYPE_CHECKING:
    from tests.fixture_types import Command, WriteFolder


def test_two_lists_in_a_record_make_no_more_facts_than_anybody_means(dataset: WriteFolder, relgraph: Command) -> None:
    ids = ", ".join(f"land-{n}" for n in range(800))
    facts = f"friendships:\n  - of: [{ids}]\n    with: [{ids}]\n"
    vocabulary = """
        relations:
          friendship:
            section: friendships
            label: friendship
            form: tie
            symmetric: true
            time: state
            statuses: [in-force]
            status: in-force
            ends: {of: {types: [country], many: true}, with: {types: [country], many: true}}
            reads: {forward: "{of} is a friend of {with}"}
    """
    folder = dataset(world_files(facts, {"graph/vocabulary.yaml": vocabulary}))
    result = relgraph("facts", "--graph", folder / "graph")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == (
        f"{folder}/graph/talks.yaml:3: of (800) and with (800) make 640,000 facts; "
        "one record may pair 1,000; write several records, each with one list"
    )
    pairs = "{of: [kenya, egypt], with: [brazil, russia]}"
    some = f"friendships: [{{of: [kenya, egypt, {ids[:4000]}], with: vietnam}}, {pairs}]"
    loaded = load(dataset(world_files(some, {"graph/vocabulary.yaml": vocabulary})) / "graph")
    assert loaded.problems == ()
    assert len(loaded.facts) > 4 + 2
    assert MOST_PAIRS == 1_000


def test_of_each_rule_the_first_hundred_are_told_then_how_many_more(dataset: WriteFolder, relgraph: Command) -> None:
    record = "  - {of: vietnam, with: kenya, evidence: {p: 1, terms: [never%s]}}\n"
    facts = "diplomatic_relations:\n" + "".join(record % number for number in range(MOST_TOLD + 20))
    folder = dataset(world_files(facts))
    told = relgraph("check", "--graph", folder / "graph").output.splitlines()
    assert sum("does not say" in line for line in told) == MOST_TOLD
    assert "and 20 more of the rule term; relgraph check --output json has all" in told
    assert told[-1].startswith("checked 120 facts")
    plain = json.loads(relgraph("check", "--graph", folder / "graph", "--output", "json").output)
    assert sum(problem["rule"] == "term" for problem in plain["problems"]) == MOST_TOLD + 20


def test_what_kept_a_command_from_an_answer_is_told_so_too(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(world_files("visits:\n" + "  - x\n" * (MOST_TOLD + 1)))
    told = relgraph("facts", "--graph", folder / "graph").stderr.splitlines()
    assert len(told) == MOST_TOLD + 2
    assert told[-2] == "and 1 more of the rule shape; relgraph check --output json has all"


def test_one_broken_file_of_actors_is_one_error(dataset: WriteFolder, relgraph: Command) -> None:
    facts = "diplomatic_relations:\n" + "".join(f"  - {{of: land-{n}, with: land-{n + 1}}}\n" for n in range(500))
    actors = "countries:\n" + "".join(f"  land-{n}: {{name: Land {n}}}\n" for n in range(501)) + "  x: {name: \x07}\n"
    folder = dataset(world_files(facts, {"graph/actors/all.yaml": actors}))
    plain = json.loads(relgraph("check", "--graph", folder / "graph", "--output", "json").output)
    assert {problem["rule"] for problem in plain["problems"]} == {"yaml", "evidence-missing"}
    assert sum(problem["rule"] == "yaml" for problem in plain["problems"]) == 1
