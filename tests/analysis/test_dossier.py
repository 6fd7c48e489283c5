"""The dossier of an actor or a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.dossier import Dossier, dossier
from relgraph.errors import MisuseError
from relgraph.graph.views import View

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    partnerships:
      - {id: cp, of: vietnam, with: egypt, tier: cp, evidence: {p: 1}}
      - {id: csp, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 2}]}
      - {id: plan, of: vietnam, with: brazil, tier: csp, status: intended, per: ruto}
    holds: [{id: office, holder: cuong, office: president-of-vietnam}]
    missions: {embassy: {name: the Embassy, sender: vietnam, host: egypt}}
"""


def chapters(found: Dossier) -> dict[str, list[str]]:
    """Ids of the stated facts by chapter."""
    return {one.kind: [held.fact.id for held in one.facts if not held.fact.derived] for one in found.chapters}


def test_a_dossier_is_in_chapters_the_highest_tier_first(world: World) -> None:
    found = dossier(world(FACTS), "Vietnam")

    assert (found.id, found.name, found.kind) == ("vietnam", "Việt Nam", "country")
    assert chapters(found)["partnership"] == ["csp", "plan", "cp"]
    assert chapters(found)["mission"] == ["embassy"]


def test_what_holds_stands_before_what_is_planned_or_over(world: World) -> None:
    facts = """
        partnerships:
          - {id: a-plan, of: vietnam, with: brazil, tier: csp, status: intended}
          - {id: b-over, of: vietnam, with: egypt, tier: csp, status: ended}
          - {id: c-group, of: vietnam, with: {every: two-powers}, tier: csp}
          - {id: d-held, of: vietnam, with: kenya, tier: csp}
          - {id: e-low, of: vietnam, with: malaysia, tier: sp}
    """
    (partnerships,) = (one for one in dossier(world(facts), "vietnam").chapters if one.kind == "partnership")

    assert [held.fact.id for held in partnerships.facts] == [
        *("c-group", "d-held"),
        *("c-group:france", "c-group:russia"),  # derived ones after stated ones
        *("a-plan", "b-over"),
        "e-low",
    ]


def test_what_was_replaced_or_is_in_doubt_is_in_a_dossier_too(world: World) -> None:
    facts = """
        partnerships:
          - {id: now, of: vietnam, with: kenya, tier: csp, since: 2025}
          - {id: before, of: vietnam, with: kenya, tier: sp, since: 2010}
          - {id: denied, of: egypt, with: kenya, tier: relations, stance: against}
    """
    (partnerships,) = dossier(world(facts), "kenya", View(stated=True)).chapters

    assert [(held.fact.id, held.superseded.value) for held in partnerships.facts] == [
        ("now", "no"),
        ("before", "yes"),
        ("denied", "no"),
    ]


def test_an_actor_that_is_a_part_of_something_takes_part_for_itself_alone(world: World) -> None:
    facts = """
        affiliations: [{id: belongs, part: chamber-hanoi, of: vietnam}]
        visits: [{id: visit, visitor: chamber-hanoi, host: kenya}]
        counts: [{id: total, of: vietnam, what: x, says: 3}]
    """

    assert chapters(dossier(world(facts), "Vietnam")) == {"affiliation": ["belongs"], "count": ["total"]}
    assert chapters(dossier(world(facts), "chamber-hanoi")) == {"affiliation": ["belongs"], "visit": ["visit"]}


def test_chapters_are_called_as_their_sections_are(world: World) -> None:
    facts = "diplomatic_relations: [{of: kenya, with: egypt}]\nvisits: [{visitor: kenya, host: egypt}]"
    found = dossier(world(facts), "kenya").chapters

    assert [(one.kind, one.label) for one in found] == [
        ("diplomatic-relations", "diplomatic relations"),
        ("visit", "visits"),
    ]


def test_the_offices_of_a_country_are_in_its_dossier(world: World) -> None:
    found = dossier(world(FACTS), "vietnam")

    assert found.parts == ("chamber-hanoi", "hanoi", "president-of-vietnam")
    assert chapters(found)["hold"] == ["office"]


def test_who_says_a_thing_has_it_in_the_dossier(world: World) -> None:
    assert chapters(dossier(world(FACTS), "ruto")) == {"partnership": ["plan"]}


def test_a_fact_that_is_a_node_has_a_dossier(world: World) -> None:
    found = dossier(world(FACTS), "the embassy")

    assert found.actor is None
    assert found.fact is not None
    assert (found.kind, found.name) == ("mission", "the Embassy")
    assert chapters(found) == {"mission": ["embassy"]}


def test_facts_that_rest_on_one_source_are_named(world: World) -> None:
    found = dossier(world(FACTS), "kenya", View(stated=True))

    assert found.single_source == ("csp",)  # two paragraphs of one source
    two = FACTS.replace("[{p: 1}, {p: 2}]", "[{p: 1}, {p: 1, in: other}]")
    assert dossier(world(two, {"seeds/other.yaml": "{id: other, title: x}"}), "kenya").single_source == ()


def test_a_view_limits_a_dossier(world: World) -> None:
    assert chapters(dossier(world(FACTS), "vietnam", View(kinds=frozenset({"mission"})))) == {"mission": ["embassy"]}


def test_statuses_that_are_asked_for_come_beside_what_holds(world: World) -> None:
    found = dossier(world(FACTS), "brazil", View(statuses=frozenset({"ended"})))

    assert chapters(found) == {}


def test_an_actor_of_whom_nothing_is_said_has_an_empty_dossier(world: World) -> None:
    assert dossier(world(FACTS), "France").chapters == ()


def test_an_unknown_name_is_misuse(world: World) -> None:
    with pytest.raises(MisuseError, match='no actor is called "Atlantis"'):
        dossier(world(FACTS), "Atlantis")
