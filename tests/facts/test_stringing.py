"""What follows from one premise after another is one state, and an event that ended it stands between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

LOWERED = """
    partnerships:
      - {of: vietnam, with: kenya, tier: sp, since: 2010, until: 2015}
      - {of: vietnam, with: kenya, tier: cp, since: 2015, until: 2020}
"""
RAISED = "      - {of: vietnam, with: kenya, tier: csp, since: 2020}\n"


def spans(dataset: Dataset) -> list[tuple[str, str]]:
    """From when until when relations are derived, in order of their ids."""
    return [(str(fact.when.since), str(fact.when.until)) for fact in dataset.derived]


def test_a_tier_that_is_lowered_or_raised_ends_no_relations(world: World) -> None:
    assert spans(world(LOWERED)) == [("../2010", "2020")]
    (fact,) = world(LOWERED + RAISED).derived

    assert (str(fact.when.since), fact.when.until, fact.status) == ("../2010", None, "in-force")
    assert fact.id == "derived:diplomatic-relations:kenya:vietnam"
    assert fact.derivation is not None
    assert len(fact.derivation.premises) == 3


def test_an_embassy_that_is_closed_ends_none_that_follow_from_something_else(world: World) -> None:
    dataset = world("""
        missions: {m: {sender: kenya, host: vietnam, kind: embassy, since: 2005, until: 2012}}
        partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2001}]
    """)

    (fact,) = dataset.derived
    assert (str(fact.when.since), fact.when.until) == ("../2001", None)
    assert fact.derivation is not None
    assert fact.derivation.premises == ("talks:partnership:vietnam:kenya:sp:2001",)


@pytest.mark.parametrize(
    ("ended", "next_one", "expected"),
    [
        ("since: 1990, until: 1995", "since: 2000", [("../2000", "None"), ("../1990", "1995")]),
        ("since: 1990, until: 1995", "seen: 2000", [("None", "None"), ("../1990", "1995")]),
        ("since: 1990, status: ended", "since: 2000", [("../2000", "None"), ("../1990", "None")]),
        ("until: 2004", "since: 2000", [("../2000", "None")]),
        ("since: 1990, until: 2004", "since: 2000, until: 2003", [("../1990", "2004")]),
    ],
)
def test_what_leaves_a_time_between_stays_two(
    world: World, ended: str, next_one: str, expected: list[tuple[str, str]]
) -> None:
    dataset = world(f"""
        missions:
          first: {{sender: kenya, host: vietnam, kind: embassy, {ended}}}
          second: {{sender: vietnam, host: kenya, kind: embassy, {next_one}}}
    """)

    assert spans(dataset) == expected


def test_what_an_event_ended_is_not_gone_on_with(world: World) -> None:
    dataset = world("""
        diplomatic_steps:
          - {by: kenya, with: vietnam, kind: establishment, on: 1990}
          - {by: kenya, with: vietnam, kind: severance, on: 2001}
          - {by: kenya, with: vietnam, kind: resumption, on: 2001}
        partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2001}]
    """)

    assert ("1990", "2001") in spans(dataset)
