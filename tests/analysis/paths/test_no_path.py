"""Why there is no path, and what would open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from tests.analysis.paths.test_find import network

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World


def reason(dataset: Dataset, one: str, other: str, wanted: Wanted | None = None, view: View | None = None) -> str:
    """What the answer says; there must be no path."""
    answer = find_path(dataset, one, other, wanted, view or View())
    assert not answer.found
    return answer.reason or ""


def test_the_components_of_both_are_told() -> None:
    assert reason(network("ab bc de"), "a", "d") == (
        "no ties join them: A is in a component of 3, D is in a component of 2"
    )


def test_who_has_no_tie_at_all_is_told(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: kenya, tier: sp}]")

    assert reason(dataset, "kenya", "brazil") == "Brazil has no tie in this view"
    assert reason(dataset, "france", "brazil") == "France and Brazil have no tie in this view"


def test_an_empty_dataset_has_no_ties(world: World) -> None:
    assert reason(world(), "france", "brazil") == "France and Brazil have no tie in this view"


def test_the_lower_rung_at_which_they_connect_is_told() -> None:
    dataset = network("ab:mid bc:low")

    assert reason(dataset, "a", "c", Wanted(min_tier="mid")) == (
        "C has no tie in this view at mid or above; they connect at low"
    )
    assert reason(network("ab:high bc"), "a", "c", Wanted(min_tier="low")).endswith(
        "they connect only by ties without a rung"
    )


PLANS = """
    partnerships:
      - {of: vietnam, with: kenya, tier: cp, status: proposed, since: 2030}
      - {of: kenya, with: egypt, tier: relations}
      - {of: vietnam, with: france, tier: csp}
"""


def test_an_intended_tie_that_would_open_a_way_is_named(world: World) -> None:
    assert reason(world(PLANS), "egypt", "france") == (
        "no ties join them: Egypt is in a component of 2, France is in a component of 2; "
        "it would open with Việt Nam – Kenya (partnership, proposed, from 2030)"
    )


def test_a_tie_that_is_planned_would_rather_open_a_way_than_one_that_is_over(world: World) -> None:
    facts = """
        agreements:
          a-treaty: {parties: [kenya, egypt], status: ended, since: 1999, until: 2009}
          new-treaty: {parties: [kenya, egypt], status: intended, on: ../2027}
    """

    assert reason(world(facts), "kenya", "egypt").endswith("(agreement, intended, by 2027)")


def test_only_ties_of_the_kinds_that_are_asked_for_would_open_a_way(world: World) -> None:
    facts = PLANS + "    agreements: {plan: {parties: [vietnam, egypt], status: negotiated}}"
    view = View(kinds=frozenset({"partnership"}))

    assert "would open with Egypt – Việt Nam (agreement, under negotiation)" in reason(world(facts), "egypt", "france")
    assert "would open with Việt Nam – Kenya (partnership" in reason(world(facts), "egypt", "france", view=view)


def test_a_derived_tie_that_is_left_out_is_named(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp}]")

    assert reason(dataset, "vietnam", "russia", view=View(stated=True)) == (
        "Việt Nam and Russia have no tie in this view; it would open with Việt Nam – Russia (partnership, derived)"
    )


def test_a_tie_of_another_time_is_named_with_its_date(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: france, tier: csp, since: 2025}]")
    told = reason(dataset, "vietnam", "france", Wanted(min_tier="csp"), View(as_of=parse_date("2020")))

    assert told.endswith("it would open with Việt Nam – France (partnership, in force, since 2025)")


def test_what_would_open_a_way_meets_the_tier_that_is_asked_for(world: World) -> None:
    facts = """
        partnerships: [{of: vietnam, with: kenya, tier: cp}, {of: vietnam, with: egypt, tier: csp}]
        agreements: {plan: {parties: [kenya, egypt], status: proposed}}
    """

    assert "it would open" not in reason(world(facts), "kenya", "egypt", Wanted(min_tier="csp"))


def test_below_the_tier_that_is_asked_for_a_way_would_open_too(world: World) -> None:
    facts = """
        partnerships: [{of: vietnam, with: egypt, tier: csp}]
        agreements: {plan: {parties: [vietnam, kenya], status: proposed}}
    """

    assert reason(world(facts), "kenya", "egypt", Wanted(min_tier="csp")).endswith(
        "at a lower rung it would open with Kenya – Việt Nam (agreement, proposed)"
    )


def test_avoiding_what_every_way_passes_is_told() -> None:
    assert reason(network("ab bc"), "a", "c", Wanted(avoid=("b",))) == (
        "every way passes an actor that is avoided, or passes one twice"
    )


def test_a_way_that_would_open_stays_out_of_what_is_avoided(world: World) -> None:
    facts = """
        partnerships:
          - {of: vietnam, with: [kenya, egypt], tier: sp}
          - {of: france, with: [kenya, egypt], status: proposed}
    """
    told = reason(world(facts), "kenya", "egypt", Wanted(avoid=("vietnam",)))

    assert told.startswith("every way passes an actor that is avoided")
    assert "France" in told
    assert "Việt Nam" not in told


def test_passing_a_dead_end_is_told() -> None:
    assert reason(network("ab bc bd"), "a", "c", Wanted(via=("d",))) == (
        "every way passes an actor that is avoided, or passes one twice"
    )


def test_an_actor_to_pass_that_is_out_of_reach_is_told(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: [kenya, egypt], tier: sp}]")

    assert reason(dataset, "kenya", "egypt", Wanted(via=("brazil",))) == "Brazil has no tie in this view"


def test_a_tie_that_had_ended_before_its_source_spoke_is_told_as_over(world: World) -> None:
    dataset = world("diplomatic_relations: [{of: kenya, with: egypt, until: 1985, evidence: {p: 1, terms: [csp]}}]")

    assert reason(dataset, "kenya", "egypt").endswith(
        "it would open with Kenya – Egypt (diplomatic relations, over, until 1985)"
    )
