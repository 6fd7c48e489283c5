"""What follows from a few records is bounded: a large group, or many at two ends, make no millions of facts or ties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts import bounds
from relgraph.facts.bounds import MOST_FOLLOWING
from relgraph.facts.load import load
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder
    from tests.world import World

LANDS = [f"land-{n}" for n in range(500)]
COUNTRIES = "countries:\n" + "".join(f"  {one}: {{name: {one}}}\n" for one in LANDS)
LARGE = f"{COUNTRIES}groups:\n  all: {{name: all lands, members: [{', '.join(LANDS)}], basis: test}}\n"
PACT = """
    relations:
      pact:
        section: pacts
        label: pact
        form: node
        path: true
        time: state
        statuses: [in-force]
        status: in-force
        ends: {parties: {types: [country], many: true}}
        reads: {forward: "{parties} made {fact}"}
"""
TIES = "        walks: [{from: parties, to: parties, forward: x, back: x}]\n"
RELATIONS = (
    "        implies: [{kind: diplomatic-relations, from: parties, to: parties, rule: a pact gives relations}]\n"
)
PARTIES = f"pacts:\n  wide: {{name: wide, parties: [{', '.join(LANDS)}]}}\n"


def told(number: int, folder: Path) -> str:
    return (
        f"{folder}/graph/talks.yaml:{number}: of all records together more than 200,000 facts and ties would follow by "
        "rule, and with this one they do; name fewer in it, or a smaller group"
    )


def test_a_large_group_in_many_records(dataset: WriteFolder, relgraph: Command) -> None:
    record = "  - {{of: vietnam, with: {{every: all}}, tier: csp, since: {}}}\n"
    facts = "partnerships:\n" + "".join(record.format(1800 + year) for year in range(220))
    folder = dataset(world_files(facts, {"graph/actors/large.yaml": LARGE}))
    asked = relgraph("facts", "--graph", folder / "graph")

    fitting = MOST_FOLLOWING // (2 * len(LANDS))  # each member has the partnership, and the relations that it implies
    assert asked.exit_code == 1
    assert asked.stderr.splitlines()[0] == told(3 + fitting, folder)
    assert len(load(folder / "graph").facts) == fitting


@pytest.mark.parametrize("more", [TIES, RELATIONS])
def test_many_at_two_ends_of_a_node(dataset: WriteFolder, relgraph: Command, more: str) -> None:
    files = {"graph/actors/large.yaml": LARGE, "graph/vocabulary.yaml": PACT + more}
    folder = dataset(world_files(PARTIES, files))

    assert relgraph("facts", "--graph", folder / "graph").stderr.splitlines()[0] == told(3, folder)


def test_a_convention_of_many_ties_no_two_of_them(world: World) -> None:
    convention = f"agreements:\n  convention: {{name: convention, parties: [{', '.join(LANDS)}]}}\n"
    loaded = world(convention, {"graph/actors/large.yaml": COUNTRIES})

    assert loaded.problems == ()
    assert len(loaded.facts[0].ends) == len(LANDS)


def test_what_rests_on_a_record_that_is_left_out_is_not_blamed(
    dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_FOLLOWING", 10)
    facts = """
        pacts:
          first: {name: first, parties: [kenya, egypt, brazil]}
          second: {name: second, parties: [kenya, vietnam, brazil]}
        diplomatic_relations:
          - {of: kenya, with: vietnam, per: second}
    """
    loaded = load(dataset(world_files(facts, {"graph/vocabulary.yaml": PACT + RELATIONS})) / "graph")

    assert [fact.id for fact in loaded.facts] == ["first", "talks:diplomatic-relations:kenya:vietnam"]
    assert "second" in loaded.unread
    assert [problem.rule for problem in loaded.problems] == ["shape"]


def test_of_a_group_that_nobody_knows_nothing_follows(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_FOLLOWING", 0)
    loaded = load(dataset(world_files("partnerships: [{of: vietnam, with: {every: nobody}, tier: csp}]")) / "graph")

    assert loaded.problems == ()
    assert [fact.pair for fact in loaded.facts] == [("vietnam", "nobody")]
