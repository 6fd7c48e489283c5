"""Who is tied to whom: each pair by the closest of what holds, and what is only planned where nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.matrix import matrix
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from relgraph.analysis.pairs import TiedPair
    from tests.world import World

FACTS = """
    partnerships:
      - {id: close, of: vietnam, with: kenya, tier: sp, since: 2020, evidence: {p: 1}}
      - {id: closer, of: vietnam, with: kenya, tier: csp, status: intended, evidence: {p: 1}}
      - {id: planned, of: vietnam, with: egypt, tier: cp, status: intended, evidence: {p: 1}}
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp, since: ../2024, evidence: {p: 2}}
      - {id: special, of: vietnam, with: malaysia, tier: special, evidence: {p: 1}}
    diplomatic_relations:
      - {id: seen, of: kenya, with: egypt, seen: 2018, evidence: {p: 1}}
    agreements:
      waters: {name: the Waters, parties: [kenya, egypt], on: 2020, evidence: {p: 1}}
"""
PLANNED = frozenset({"intended"})


def told(pair: TiedPair | None) -> tuple[list[str], int, int, bool, bool] | None:
    return pair and ([tie.fact.id for tie in pair.best], pair.holding, pair.planned, pair.is_derived, pair.is_maybe)


def test_a_pair_is_told_by_the_closest_of_what_holds(world: World) -> None:
    found = matrix(world(FACTS), View(statuses=PLANNED))

    assert told(found.between("kenya", "vietnam")) == (["close"], 2, 1, False, False)
    assert told(found.between("vietnam", "egypt")) == (["planned"], 0, 1, False, False)
    assert told(found.between("egypt", "kenya")) == (["seen"], 2, 0, False, False)
    assert found.between("kenya", "france") is None
    assert found.between("vietnam", "france") == found.between("france", "vietnam")
    assert found.actors[0] == "vietnam"


def test_plans_are_left_out_unless_they_are_asked_for(world: World) -> None:
    found = matrix(world(FACTS))

    assert found.between("vietnam", "egypt") is None
    assert told(found.between("kenya", "vietnam")) == (["close"], 2, 0, False, False)


def test_what_follows_by_a_rule_and_what_may_be_are_told_as_such(world: World) -> None:
    dataset = world(FACTS)
    found = matrix(dataset, View(as_of=parse_date("2020-06-30")))
    derived = found.between("vietnam", "russia")

    assert derived is not None
    assert (derived.is_derived, derived.is_maybe, derived.told(dataset)) == (
        *(True, True),
        "Comprehensive Strategic Partnership [derived, maybe]",
    )
    assert matrix(dataset, View(stated=True)).between("vietnam", "russia") is None


def test_what_holds_for_certain_is_not_maybe_for_what_may_hold_beside_it(world: World) -> None:
    facts = """
        partnerships:
          - {of: vietnam, with: kenya, tier: sp, since: 2000}
          - {of: vietnam, with: kenya, tier: sp, since: 2024/2026, note: another}
          - {of: vietnam, with: france, tier: sp, since: 2024/2026}
    """
    found = matrix(world(facts), View(as_of=parse_date("2024-12-31")))
    beside, alone = found.between("vietnam", "kenya"), found.between("vietnam", "france")

    assert beside is not None
    assert alone is not None
    assert (len(beside.best), beside.is_maybe, alone.is_maybe) == (2, False, True)


def test_each_actor_is_told_with_its_partners_by_how_close_they_are(world: World) -> None:
    lines = list(matrix(world(FACTS), View(statuses=PLANNED)).lines())

    assert lines[0] == "6 actors, 6 tied pairs, 1 of them only planned"
    assert lines[1] == (
        "  Việt Nam: Comprehensive Strategic Partnership [derived] 2; Comprehensive Partnership [planned] 1; "
        "Strategic Partnership 1; special relations 1"
    )
    assert lines[2] == "  Egypt: Comprehensive Partnership [planned] 1; diplomatic relations 1"


def test_what_is_stated_is_not_derived_for_what_follows_beside_it(world: World) -> None:
    found = matrix(world(FACTS))
    stated, derived = found.between("kenya", "vietnam"), found.between("vietnam", "russia")

    assert stated is not None
    assert derived is not None
    assert stated._replace(best=(*stated.best, *derived.best)).is_derived is False
