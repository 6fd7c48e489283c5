from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts import tiers
from relgraph.vocabulary.rungs import rungs_of
from relgraph.webpage.data.walks import (
    SOURCE,
    TARGET,
    climb_records,
    group_records,
    path_record,
    span_records,
    step_records,
)
from tests.world import beside_vietnam

if TYPE_CHECKING:
    from collections.abc import Collection

    import pytest

    from relgraph.facts.dataset import Dataset
    from relgraph.vocabulary.model import Vocabulary
    from relgraph.vocabulary.rungs import Rungs
    from tests.world import World


def steps(dataset: Dataset, fact: str) -> object:
    return step_records(dataset, [fact]).records.get(fact)


def readings(dataset: Dataset, *facts: str) -> list[str]:
    """The readings of some facts, with A and B for the two ends of a step."""
    return [text.replace(SOURCE, "A").replace(TARGET, "B") for text in step_records(dataset, facts).readings]


def test_each_class_of_rungs_names_itself_and_those_above(world: World) -> None:
    rungs = path_record(world(), [])["rungs"]

    assert [(rung["name"], rung["label"], rung["above"]) for rung in rungs] == [
        ("relations", "diplomatic relations", [0, 1, 2, 3]),
        ("cp", "Comprehensive Partnership", [1, 2, 3]),
        ("sp", "Strategic Partnership", [2, 3]),
        ("csp", "Comprehensive Strategic Partnership", [3]),
    ]


def test_a_rung_that_several_ladders_have_tells_whose_it_is(world: World) -> None:
    both = beside_vietnam("kenya: {owner: kenya, label: Kenya's ladder, rungs: {sp: near}}")
    rungs = path_record(world(files=both), [])["rungs"]

    assert {"kenya:sp", "vietnam:sp"} <= {rung["name"] for rung in rungs}
    assert "near (Kenya's ladder)" in {rung["label"] for rung in rungs}


def test_a_tie_is_one_step_on_its_rung(world: World) -> None:
    dataset = world("partnerships: [{id: one, of: vietnam, with: kenya, tier: sp}]")

    assert steps(dataset, "one") == {"steps": [[0, 1, "vietnam", "kenya"]], "level": 2}
    assert readings(dataset, "one") == ["A has a Strategic Partnership with B", "B has a Strategic Partnership with A"]


def test_facts_that_read_alike_share_a_reading(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: one, of: vietnam, with: kenya, tier: sp}
          - {id: two, of: egypt, with: vietnam, tier: sp}
          - {id: three, of: vietnam, with: france, tier: sp, per: vietnam, status: intended}
        """
    )
    found = step_records(dataset, ["one", "two", "three"])

    assert [record["steps"][0][:2] for record in found.records.values()] == [[0, 1], [0, 1], [2, 3]]
    assert readings(dataset, "three") == [
        "According to A, A intends a Strategic Partnership with B",
        "According to A, B intends a Strategic Partnership with A",
    ]


def test_a_mission_is_a_step_for_each_walk_and_has_no_rung(world: World) -> None:
    dataset = world("missions: {m: {name: a mission, sender: kenya, host: egypt, covers: [vietnam, france]}}")

    assert steps(dataset, "m") == {
        "steps": [[0, 1, "kenya", "vietnam"], [0, 1, "kenya", "france"], [2, 3, "kenya", "egypt"]]
    }
    assert readings(dataset, "m") == [
        "A is accredited to B through a diplomatic mission in Egypt",
        "B is covered by A through a diplomatic mission in Egypt",
        "A keeps a diplomatic mission in B, accredited to Việt Nam and France",
        "B hosts a diplomatic mission of A, accredited to Việt Nam and France",
    ]


def test_what_paths_do_not_walk_has_no_steps(world: World) -> None:
    dataset = world(
        """
        partnerships: [{id: group, of: vietnam, with: {every: two-powers}, tier: csp}]
        cooperations: [{id: other, of: vietnam, with: kenya}]
        """
    )

    assert step_records(dataset, ["group", "other", "no such fact"]) == ({}, [])


def test_dates_are_spans_of_days(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: kenya, since: 2025-02?, until: 2026-01-01}]")

    assert span_records(dataset) == {
        "2025-02?": [739283, 739310, 1],
        "2026-01-01": [739617, 739617],
        "2025-06-15": [739417, 739417],  # when the source was published
    }


def test_the_order_of_rungs_is_worked_out_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = world("partnerships: [{id: every, of: vietnam, with: [kenya, egypt, brazil], tier: sp}]")
    asked: list[Vocabulary] = []

    def counting(vocabulary: Vocabulary, idle: Collection[tuple[str, str]] = ()) -> Rungs:
        asked.append(vocabulary)
        return rungs_of(vocabulary, idle)

    monkeypatch.setattr(tiers, "rungs_of", counting)
    assert group_records(dataset, dataset.by_id) == {}
    assert path_record(dataset, [])["rungs"]
    assert len(asked) == 1


def test_what_a_pair_climbed_is_told_with_the_heights_of_its_rungs(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: first, of: vietnam, with: kenya, tier: cp, since: 2010}
          - {id: later, of: kenya, with: vietnam, tier: csp, since: 2020}
          - {id: other, of: vietnam, with: egypt, tier: sp}
        standings: [{id: door, holder: kenya, in: asean, kind: observer, since: 2001}]
        memberships: [{id: table, member: kenya, in: asean, since: 2011}]
        accreditations:
          - {id: there, of: kenya, to: egypt, kind: charge-d-affaires}
          - {id: back, of: egypt, to: kenya, kind: ambassador}
    """)

    assert climb_records(dataset, dataset.by_id) == {
        "door": [[0, 1]],
        "table": [[0, 3]],
        "first": [[1, 2]],
        "later": [[1, 4]],
    }
