"""Stated totals and the members behind them."""

import pytest

from relgraph.facts.counted import Counted
from relgraph.facts.dataset import Dataset
from relgraph.facts.reconcile import Reconciliation, counts, reconcile
from relgraph.reading.dates import Truth
from tests.world import World

PARTNERS = """
    partnerships:
      - {of: vietnam, with: [kenya, malaysia], tier: csp, since: 2025}
      - {of: brazil, with: vietnam, tier: csp, since: 2025}
      - {of: vietnam, with: {every: two-powers}, tier: csp, since: ../2024}
      - {of: vietnam, with: france, tier: csp, since: 2024}
      - {of: vietnam, with: egypt, tier: csp, status: intended}
      - {of: vietnam, with: united-kingdom, tier: sp, since: 2010}
      - {of: vietnam, with: malaysia, tier: sp, since: 2015}
"""

INCLUSIVE = """
    ladders:
      kenya: {owner: kenya, counts: inclusive, rungs: {low: low, high: high}, beside: {special: special}}
"""


def only(dataset: Dataset) -> Reconciliation:
    (count,) = counts(dataset)
    return reconcile(dataset, count)


def test_the_members_of_the_curated_totals_are_told_once_and_no_more_than_are_stated(curated: Dataset) -> None:
    found = [one for count in counts(curated) if (one := reconcile(curated, count)).has_members]

    assert any(one.named and one.derived for one in found)
    for one in found:
        assert not {*one.named} & {*one.derived}
        assert {*one.corroborated} <= {*one.named}
        assert one.unnamed >= 0
        assert not one.exact or len(one.named) + len(one.derived) + one.unnamed == one.says


def test_a_curated_figure_without_members_lacks_none(curated: Dataset) -> None:
    figures = [one for count in counts(curated) if not (one := reconcile(curated, count)).has_members]

    assert figures
    assert {(one.named, one.derived, one.unnamed) for one in figures} == {((), (), 0)}


def test_named_derived_corroborated_and_unnamed(world: World) -> None:
    found = only(world(PARTNERS + "    counts: [{of: vietnam, counts: partnership, tier: csp, says: 9, what: x}]"))
    assert found.named == ("brazil", "france", "kenya", "malaysia")
    assert found.derived == ("russia",)
    assert found.corroborated == ("france",)
    assert (found.says, found.unnamed, found.exact) == (9, 4, True)


def test_on_a_day_a_member_may_be_one_by_name_or_by_rule(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: sure, of: vietnam, with: kenya, tier: csp}
          - {id: unsure, of: vietnam, with: brazil, tier: csp}
          - {id: lost, of: vietnam, with: egypt, tier: csp}
          - {id: one, of: vietnam, with: france, tier: csp}
          - {id: group, of: vietnam, with: {every: two-powers}, tier: csp}
        counts: [{of: vietnam, counts: partnership, tier: csp, says: 9, what: x}]
    """)
    held = {"sure": Truth.YES, "unsure": Truth.MAYBE, "one": Truth.MAYBE, "group": Truth.MAYBE}
    (count,) = counts(dataset)
    found = reconcile(dataset, count, Counted(dataset, held | {"group:russia": Truth.MAYBE}))

    assert (found.named, found.derived) == (("brazil", "france", "kenya"), ("russia",))
    assert found.corroborated == ("france",)
    assert found.maybe == ("brazil", "france", "russia")
    without_russia, france_alone = Counted(dataset, held), Counted(dataset, {"one": Truth.YES})
    assert reconcile(dataset, count, without_russia).derived == ()
    assert reconcile(dataset, count, france_alone).corroborated == ()  # what would bear it out does not hold
    assert reconcile(dataset, count).maybe == ()


def test_who_surely_stands_higher_is_not_counted_lower(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: low, of: vietnam, with: kenya, tier: sp}
          - {id: high, of: vietnam, with: kenya, tier: csp}
        counts: [{of: vietnam, counts: partnership, tier: sp, says: 9, what: x}]
    """)
    (count,) = counts(dataset)

    assert reconcile(dataset, count, Counted(dataset, {"low": Truth.YES, "high": Truth.YES})).named == ()
    assert reconcile(dataset, count, Counted(dataset, {"low": Truth.YES, "high": Truth.MAYBE})).maybe == ("kenya",)
    assert reconcile(dataset, count, Counted(dataset, {"low": Truth.YES})).maybe == ()


@pytest.mark.parametrize(
    ("tier", "as_of", "named"),
    [
        ("sp", "2025", ("united-kingdom",)),  # Malaysia is counted where it stands now
        ("sp", "2020", ("malaysia", "united-kingdom")),
        ("sp", "2012", ("united-kingdom",)),
        ("csp", "2024", ("france",)),
        ("cp", "2025", ()),
    ],
)
def test_a_partner_counts_at_its_highest_rung_of_the_time(
    world: World, tier: str, as_of: str, named: tuple[str, ...]
) -> None:
    count = f"    counts: [{{of: vietnam, counts: partnership, tier: {tier}, says: 9, what: x, as_of: {as_of}}}]"
    assert only(world(PARTNERS + count)).named == named


@pytest.mark.parametrize(
    ("tier", "named"), [("low", ("egypt", "france")), ("high", ("egypt",)), ("special", ("russia",))]
)
def test_an_inclusive_ladder_counts_a_partner_at_every_rung_up_to_its_own(
    world: World, tier: str, named: tuple[str, ...]
) -> None:
    facts = f"""
        partnerships:
          - {{of: kenya, with: egypt, tier: high}}
          - {{of: kenya, with: france, tier: low}}
          - {{of: kenya, with: russia, tier: special}}
        counts: [{{of: kenya, counts: partnership, tier: {tier}, says: 2, what: x}}]
    """
    assert only(world(facts, {"graph/vocabulary.yaml": INCLUSIVE})).named == named


def test_a_group_is_no_member_even_if_its_own_are_unknown(world: World) -> None:
    groups = {"graph/actors/g.yaml": "groups: {all: {name: all states}}"}
    facts = """
        diplomatic_relations: [{of: vietnam, with: all}, {of: vietnam, with: kenya}]
        counts: [{of: vietnam, counts: diplomatic-relations, says: 195, what: x}]
    """
    found = only(world(facts, groups))
    assert (found.named, found.unnamed) == (("kenya",), 194)


def test_facts_that_are_nodes_count_themselves(world: World) -> None:
    facts = """
        agreements:
          pact: {kind: free-trade, parties: [vietnam, kenya]}
          plan: {kind: free-trade, parties: [vietnam, egypt], status: proposed}
          memo: {kind: memorandum, parties: [vietnam, egypt]}
          far: {kind: free-trade, parties: [kenya, egypt]}
        counts: [{of: vietnam, counts: agreement, kind: free-trade, says: 3, what: x}]
    """
    assert only(world(facts)).named == ("pact",)


@pytest.mark.parametrize(
    ("role", "named"), [("inviter", ("kenya",)), ("invited", ("egypt",)), (None, ("egypt", "kenya"))]
)
def test_a_role_tells_where_the_one_counted_for_stands(world: World, role: str | None, named: tuple[str, ...]) -> None:
    more = f"role: {role}, " if role else ""
    facts = f"""
        invitations: [{{inviter: vietnam, invited: kenya}}, {{inviter: egypt, invited: vietnam}}]
        counts: [{{of: vietnam, counts: invitation, {more}says: 2, what: x}}]
    """
    assert only(world(facts)).named == named


def test_a_count_of_a_year_takes_what_happened_in_it(world: World) -> None:
    facts = """
        visits:
          - {visitor: cuong, host: kenya, on: 2024-05}
          - {visitor: cuong, host: egypt, on: 2025-05}
          - {visitor: cuong, host: france}
        counts:
          - {of: kenya, counts: visit, on: 2025, says: 2, what: x}
          - {of: egypt, counts: visit, on: 2025, says: 2, what: x}
    """
    dataset = world(facts)
    assert {count.ends[0].id: reconcile(dataset, count).named for count in counts(dataset)} == {
        "kenya": (),
        "egypt": ("cuong",),
    }
    dataset = world(facts.replace("on: 2025, says", "says"))
    assert {count.ends[0].id: reconcile(dataset, count).named for count in counts(dataset)} == {
        "kenya": ("cuong",),
        "egypt": ("cuong",),
    }


def test_what_the_holders_of_its_offices_do_is_the_actors(world: World) -> None:
    facts = """
        holds: [{holder: cuong, office: president-of-vietnam}]
        visits:
          - {visitor: cuong, host: kenya}
          - {visitor: vietnam, host: egypt}
          - {visitor: cuong, host: vietnam}
          - {visitor: ruto, host: france}
        counts: [{of: vietnam, counts: visit, role: visitor, says: 9, what: journeys}]
    """

    assert only(world(facts)).named == ("egypt", "kenya")
    assert only(world(facts.replace("of-vietnam}", "of-vietnam, status: ended}"))).named == ("egypt",)


def test_members_may_be_listed(world: World) -> None:
    found = only(world("counts: [{of: vietnam, says: 3, what: x, named: [kenya, egypt]}]"))
    assert (found.named, found.derived, found.unnamed) == (("egypt", "kenya"), (), 1)


def test_a_member_that_is_listed_may_be_a_fact(world: World) -> None:
    dataset = world("""
        events: {fair: {host: kenya}, race: {host: kenya}, feast: {host: kenya}}
        counts: [{of: kenya, says: 4, what: x, named: [fair, race, feast, egypt]}]
    """)
    (count,) = counts(dataset)

    assert reconcile(dataset, count).named == ("egypt", "fair", "feast", "race")
    then = reconcile(dataset, count, Counted(dataset, {"fair": Truth.YES, "race": Truth.MAYBE}))
    assert (then.named, then.maybe) == (("egypt", "fair", "race"), ("race",))


def test_a_group_gives_its_other_members(world: World) -> None:
    found = only(world("counts: [{of: two-powers, says: 2, what: x, named: [france]}]"))
    assert found.sentence == "states 2; 1 named, 1 derived, 1 corroborated, 0 unnamed"
    assert only(world("counts: [{of: two-powers, says: 300, what: vetoes}]")).derived == ()
    assert only(world("counts: [{of: two-powers, says: 3, what: x, named: [france, kenya]}]")).derived == ()


def test_parts_and_their_rest(world: World) -> None:
    parts = "[{what: Asia, says: 19}, {what: EU, says: 19, of: united-nations}, {what: rest}]"
    found = only(world(f"counts: [{{of: vietnam, says: 64, what: x, parts: {parts}}}]"))
    assert [(part.what, part.says, part.of) for part in found.parts] == [
        ("Asia", 19, None),
        ("EU", 19, "united-nations"),
    ]
    assert found.rest == 26
    assert only(world("counts: [{of: vietnam, says: 64, what: x}]")).rest is None


@pytest.mark.parametrize("says", ["3, bound: more-than", "more than 3", "at least 3", "3, bound: about"])
def test_a_total_may_be_open_above(world: World, says: str) -> None:
    assert not only(world(f"counts: [{{of: vietnam, says: {says}, what: x}}]")).exact


def test_a_count_without_a_figure_is_left_out(world: World) -> None:
    assert counts(world("counts: [{of: vietnam, what: x}]")) == ()
