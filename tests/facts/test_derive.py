"""What follows from the stated facts."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts.derive import derive, holds
from relgraph.facts.records import Actor, Derivation, End, Fact
from relgraph.reading.dates import parse_date
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

POWERS = "what is said of the two powers holds for each of its members"
RANKED = "a ranked partnership implies diplomatic relations"
EMBASSY = "an embassy in a country implies diplomatic relations"
SEAT = "an embassy is in the country of its seat, and implies diplomatic relations with it"
MEMBERS = "partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp, since: ../2025}]"
TIE = "talks:partnership:vietnam:two-powers:csp:..--2025"


PACT = """
relations:
  pact:
    section: pacts
    label: pact
    form: tie
    symmetric: true
    time: both
    statuses: [signed]
    status: signed
    ends: {of: {types: [country]}, with: {types: [country]}}
    reads: {forward: "{of} has a pact with {with}"}
    implies: [{kind: diplomatic-relations, from: of, to: with, rule: a pact implies diplomatic relations}]
"""
"""A kind of the dataset's own that has a day on which it happened, and implies relations."""


def derived(dataset: Dataset) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The rule and the premises of each derived fact."""
    return {
        fact.id: (fact.derivation.rule, fact.derivation.premises)
        for fact in dataset.derived
        if fact.derivation is not None
    }


def relations(one: str, other: str) -> str:
    return f"derived:diplomatic-relations:{one}:{other}"


def test_a_tie_with_a_group_as_such_is_no_tie_with_its_members(world: World) -> None:
    assert derived(world("partnerships: [{of: vietnam, with: two-powers, tier: csp}]")) == {}


def test_what_is_said_of_a_group_holds_for_each_member_and_implies_on(world: World) -> None:
    dataset = world(MEMBERS)

    assert derived(dataset) == {
        f"{TIE}:france": (POWERS, (TIE, "two-powers")),
        f"{TIE}:russia": (POWERS, (TIE, "two-powers")),
        relations("france", "vietnam"): (RANKED, (f"{TIE}:france",)),
        relations("russia", "vietnam"): (RANKED, (f"{TIE}:russia",)),
    }
    france = dataset.by_id[f"{TIE}:france"]
    assert france.ends == (End("of", "vietnam"), End("with", "france"))
    assert (france.tier, france.when) == ("csp", dataset.by_id[TIE].when)
    assert france.derived


def test_a_member_has_no_tie_with_itself(world: World) -> None:
    assert set(derived(world("partnerships: [{of: france, with: {every: two-powers}}]"))) == {
        "talks:partnership:france:two-powers:russia"
    }


def test_a_member_of_a_group_is_no_member_of_its_members(world: World) -> None:
    assert derived(world("memberships: [{member: kenya, in: two-powers}]")) == {}


def test_a_group_of_groups_stands_for_all_in_it(world: World) -> None:
    files = {
        "graph/actors/more.yaml": """
            groups:
              three: {name: the three, members: [two-powers, egypt, atlantis], basis: test}
        """
    }
    dataset = world("partnerships: [{of: vietnam, with: {every: three}}]", files)

    assert set(derived(dataset)) == {f"talks:partnership:vietnam:three:{one}" for one in ("egypt", "france", "russia")}


def test_a_group_whose_members_are_unknown_gives_nothing(world: World) -> None:
    files = {"graph/actors/more.yaml": "groups: {some: {name: some states, members: unknown}}"}

    assert derived(world("partnerships: [{of: vietnam, with: some, tier: sp}]", files)) == {}


def test_groups_that_hold_one_another_come_to_an_end() -> None:
    actors = {one: Actor(one, "group", one, members=(other,)) for one, other in ("ab", "ba")}
    fact = Fact("f", "partnership", (End("of", "kenya"), End("with", "a")), "in-force")

    assert derive([fact], actors, shipped_vocabulary()).facts == ()


@pytest.mark.parametrize(
    ("facts", "pair"),
    [
        ("partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2025}]", ("kenya", "vietnam")),
        ("missions: {m: {sender: vietnam, host: kenya, kind: embassy}}", ("kenya", "vietnam")),
        (
            "missions: {m: {sender: vietnam, host: asean, covers: [kenya], kind: mission}}",
            ("kenya", "vietnam"),
        ),
        ("missions: {m: {sender: vietnam, seat: nairobi, kind: embassy}}", ("kenya", "vietnam")),
    ],
)
def test_ties_that_imply_diplomatic_relations(world: World, facts: str, pair: tuple[str, str]) -> None:
    (fact,) = world(facts).derived

    assert fact.id == relations(*pair)
    assert fact.ends == (End("of", pair[0]), End("with", pair[1]))
    assert (fact.kind, fact.status, fact.tier) == ("diplomatic-relations", "in-force", "relations")


PATRONAGE = """
    relations:
      patronage:
        section: patronages
        label: patronage
        form: node
        time: state
        statuses: [in-force]
        status: in-force
        ends: {patron: {types: [country, body], many: true}, client: {types: [country], many: true}}
        walks: [{from: patron, to: client, forward: "{patron} keeps {client}", back: "{client} is kept by {patron}"}]
        implies:
          - {kind: support, from: patron, to: client, most: 2, rule: who keeps one supports it}
"""


@pytest.mark.parametrize(
    ("ends", "pairs"),
    [
        ("patron: [vietnam], client: [brazil]", ["vietnam:brazil"]),
        ("patron: [brazil], client: [vietnam]", ["brazil:vietnam"]),
        ("patron: [vietnam, egypt], client: [brazil, egypt]", ["egypt:brazil", "vietnam:brazil", "vietnam:egypt"]),
        ("patron: [vietnam], client: [brazil, egypt, france]", []),  # more than the rule takes
        ("patron: [asean], client: [brazil]", []),  # no country
    ],
)
def test_a_relation_that_is_not_symmetric_follows_one_way(world: World, ends: str, pairs: list[str]) -> None:
    vocabulary = {"graph/vocabulary.yaml": PATRONAGE}
    dataset = world(f"patronages: {{keep: {{{ends}}}}}", vocabulary)

    assert [fact.id for fact in dataset.derived] == [f"derived:support:{pair}" for pair in pairs]
    assert all([end.role for end in fact.ends] == ["supporter", "supported"] for fact in dataset.derived)


@pytest.mark.parametrize(
    "facts",
    [
        "partnerships: [{of: vietnam, with: kenya, tier: sectoral}]",
        "partnerships: [{of: vietnam, with: kenya}]",
        "partnerships: [{of: vietnam, with: asean, tier: csp}]",
        "missions: {m: {sender: vietnam, host: kenya, kind: consulate}}",
        "missions: {m: {sender: vietnam, host: egypt, covers: [kenya], kind: consulate}}",
        "missions: {m: {sender: vietnam, host: egypt, covers: [kenya]}}",
        "missions: {m: {sender: kenya, seat: nairobi, kind: embassy}}",
        "missions: {m: {sender: vietnam, seat: nairobi, kind: consulate}}",
        "agreements: {a: {parties: [vietnam, kenya], kind: treaty}}",
        "partnerships: [{of: vietnam, with: kenya, tier: sp, implies_nothing: yes}]",
    ],
)
def test_ties_that_imply_nothing(world: World, facts: str) -> None:
    assert derived(world(facts)) == {}


@pytest.mark.parametrize(
    "more",
    [
        "status: intended",
        "status: negotiated",
        "disputed: yes",
        "stance: against",
        "withdrawn: {on: 2026, why: misread}",
    ],
)
def test_what_does_not_hold_carries_nothing(world: World, more: str) -> None:
    dataset = world(MEMBERS.replace("tier", f"{more}, tier"))

    assert not holds(dataset.facts[0], dataset.vocabulary)
    assert dataset.derived == ()


def test_what_follows_began_no_later_than_its_premise(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2026/2028, seen: 2029}]")

    assert dataset.derived[0].when.since == parse_date("../2028")
    assert dataset.derived[0].when.seen == parse_date("2029")


@pytest.mark.parametrize(
    ("dates", "since"),
    [
        ("on: 2025-09-02", "../2025-09-02"),  # it was signed on that day: there were relations by then
        ("on: 2025, since: 2026", "../2026"),  # what a fact says of its beginning goes first
        ("seen: 2025", None),
    ],
)
def test_what_follows_goes_back_to_the_day_of_its_premise_at_the_latest(
    world: World, dates: str, since: str | None
) -> None:
    dataset = world(f"pacts: [{{of: vietnam, with: kenya, {dates}}}]", {"graph/vocabulary.yaml": PACT})

    assert dataset.derived[0].when.since == (parse_date(since) if since else None)


def test_one_that_follows_in_two_ways_stands_on_the_premises_of_both(world: World) -> None:
    dataset = world("""
        missions: {m: {sender: kenya, host: vietnam, kind: embassy, since: 2020}}
        partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2025}]
    """)

    assert derived(dataset) == {
        relations("kenya", "vietnam"): (
            f"{RANKED}; {EMBASSY}",
            ("m", "talks:partnership:vietnam:kenya:sp:2025"),
        )
    }
    assert dataset.derived[0].when.since == parse_date("../2020")


@pytest.mark.parametrize(
    ("mission", "partnership", "since"),
    [
        ("since: 2025", "since: 2020", "../2020"),
        ("since: 2020", "", "../2020"),
        ("", "since: 2020", "../2020"),
        ("", "", None),
        ("since: 2025/..", "since: 2020", "../2020"),
    ],
)
def test_of_two_ways_in_which_one_follows_the_earlier_date_counts(
    world: World, mission: str, partnership: str, since: str | None
) -> None:
    (fact,) = world(f"""
        missions: {{m: {{sender: kenya, host: vietnam, kind: embassy, {mission}}}}}
        partnerships: [{{of: vietnam, with: kenya, tier: sp, {partnership}}}]
    """).derived

    assert fact.when.since == (parse_date(since) if since else None)


def test_one_that_is_stated_anyway_is_corroborated_and_not_derived_again(world: World) -> None:
    dataset = world("""
        diplomatic_relations: [{of: vietnam, with: kenya}, {of: kenya, with: vietnam, since: 1978}]
        missions: {m: {sender: vietnam, host: kenya, kind: embassy}}
        partnerships:
          - {of: vietnam, with: france, tier: csp, since: 2025}
          - {of: vietnam, with: {every: two-powers}, tier: csp}
    """)
    embassy = Derivation(EMBASSY, ("m",))
    group = Derivation(POWERS, ("talks:partnership:vietnam:two-powers:csp", "two-powers"), "vietnam")

    assert dataset.corroborations == {
        "talks:diplomatic-relations:kenya:vietnam:1978": (embassy,),
        "talks:diplomatic-relations:vietnam:kenya": (embassy,),
        "talks:partnership:vietnam:france:csp:2025": (group,),
    }
    assert set(derived(dataset)) == {
        relations("france", "vietnam"),
        relations("russia", "vietnam"),
        "talks:partnership:vietnam:two-powers:csp:russia",
    }


EMBASSIES = "    missions: {m: {sender: vietnam, host: france, kind: embassy%s}}\n"
GROUP = "    diplomatic_relations: [{id: all, of: vietnam, with: {every: two-powers}%s}]\n"


def test_what_is_said_of_a_group_and_follows_by_a_rule_too_is_one(world: World) -> None:
    dataset = world(GROUP % ", since: 1990" + EMBASSIES % ", since: 1973")

    assert derived(dataset) == {
        "all:france": (f"{EMBASSY}; {POWERS}", ("all", "m", "two-powers")),
        "all:russia": (POWERS, ("all", "two-powers")),
    }
    assert dataset.by_id["all:france"].when.since == parse_date("../1973")


def test_what_goes_on_by_a_rule_from_what_was_said_of_a_group_is_one(world: World) -> None:
    (france,) = (
        fact
        for fact in world(GROUP % ", until: 2000, status: ended" + EMBASSIES % ", since: 1973").derived
        if "france" in fact.pair
    )

    assert (france.status, france.when.until) == ("in-force", None)


def test_who_says_it_of_a_group_is_told_beside_what_follows_by_a_rule(world: World) -> None:
    dataset = world(GROUP % ", per: russia" + EMBASSIES % "")

    assert [(fact.id, fact.per) for fact in dataset.derived if "france" in fact.pair] == [
        ("all:france", ("russia",)),
        (relations("france", "vietnam"), ()),
    ]


def test_another_tier_is_another_fact(world: World) -> None:
    dataset = world(
        "partnerships: [{of: vietnam, with: france, tier: sp}, {of: vietnam, with: {every: two-powers}, tier: csp}]"
    )

    assert dataset.corroborations == {}
    assert "talks:partnership:vietnam:two-powers:csp:france" in derived(dataset)


def test_what_is_stated_to_have_ended_is_not_derived(world: World) -> None:
    dataset = world("""
        diplomatic_relations: [{of: kenya, with: vietnam, status: ended, until: 2020}]
        missions: {m: {sender: kenya, host: vietnam, kind: embassy, since: 1990}}
    """)

    assert (dataset.derived, dataset.corroborations) == ((), {})


def test_a_derived_fact_carries_the_citations_of_its_premise(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}]")

    assert dataset.derived[0].evidence == dataset.facts[0].evidence != ()


def test_a_derived_fact_goes_when_its_premise_goes(world: World) -> None:
    dataset = world(f"""
        {MEMBERS}
        missions: {{m: {{sender: vietnam, host: france, kind: embassy}}}}
    """)
    ids = {fact.id for fact in dataset.derived}

    for premise in dataset.facts:
        left = [fact for fact in dataset.facts if fact is not premise]
        found = derive(left, dataset.actors, dataset.vocabulary).facts
        assert {fact.id for fact in found} <= ids
        assert all(premise.id not in fact.derivation.premises for fact in found if fact.derivation)
    without = {one: actor for one, actor in dataset.actors.items() if one != "two-powers"}
    assert {fact.id for fact in derive(dataset.facts, without, dataset.vocabulary).facts} == {
        relations("france", "vietnam")
    }


def test_every_premise_is_a_fact_or_a_group_and_none_is_its_own(world: World) -> None:
    dataset = world(MEMBERS)

    for fact in dataset.derived:
        assert fact.derivation is not None
        assert all(one in dataset.by_id or one in dataset.actors for one in fact.derivation.premises)
        assert fact.id not in fact.derivation.premises


def test_no_order_of_facts_changes_what_follows(world: World) -> None:
    dataset = world("""
        diplomatic_relations: [{of: vietnam, with: kenya}]
        agreements: {a: {parties: [vietnam, kenya, kenya], kind: air-services}, b: {parties: [kenya, egypt]}}
        missions: {m: {sender: kenya, host: egypt, kind: embassy, since: 2001}}
        partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp}]
    """)

    for order in permutations(dataset.facts):
        found = derive(order, dataset.actors, dataset.vocabulary)
        assert (found.facts, found.corroborations) == (dataset.derived, dataset.corroborations)


COUNTRIES = {one: Actor(one, "country", one) for one in "abcd"} | {
    "ab": Actor("ab", "group", "ab", members=("a", "b")),
    "cd": Actor("cd", "group", "cd", members=("c", "d")),
}
TIES = st.tuples(st.sampled_from("abcd"), st.sampled_from([*COUNTRIES]), st.sampled_from(["relations", None]))


def partnership(tie: tuple[str, str, str | None]) -> Fact:
    of, partner, tier = tie
    ends = (End("of", of), End("with", partner, every=COUNTRIES[partner].kind == "group"))
    return Fact(f"f:{of}:{partner}:{tier}", "partnership", ends, "in-force", tier=tier)


@given(st.lists(TIES.filter(lambda tie: tie[0] != tie[1]), max_size=6, unique=True).flatmap(st.permutations))
def test_each_pair_is_derived_once_and_only_if_it_is_not_stated(ties: list[tuple[str, str, str | None]]) -> None:
    facts = [partnership(tie) for tie in ties]
    found = derive(facts, COUNTRIES, shipped_vocabulary())
    said = [(fact.kind, frozenset(end.id for end in fact.ends), fact.tier) for fact in (*facts, *found.facts)]

    assert found == derive(sorted(facts), COUNTRIES, shipped_vocabulary())
    assert len(set(said[len(facts) :])) == len(found.facts)
    assert set(said[: len(facts)]).isdisjoint(said[len(facts) :])
    assert set(found.corroborations) <= {fact.id for fact in facts}


def test_an_embassy_is_in_the_country_of_its_seat_and_both_are_premises(world: World) -> None:
    dataset = world("missions: {m: {sender: vietnam, seat: nairobi, kind: embassy, since: 1978}}")

    assert derived(dataset)[relations("kenya", "vietnam")] == (SEAT, ("m", "nairobi"))
    assert str(dataset.derived[0].when.since) == "../1978"


def test_an_embassy_with_a_host_is_not_asked_for_its_seat(world: World) -> None:
    dataset = world("missions: {m: {sender: vietnam, host: egypt, seat: nairobi, kind: embassy}}")

    assert set(derived(dataset)) == {relations("egypt", "vietnam")}


def test_what_follows_ends_with_its_premise(world: World) -> None:
    dataset = world("missions: {m: {sender: vietnam, host: kenya, kind: embassy, since: 1960, until: 1985}}")
    (fact,) = dataset.derived

    assert fact.id == f"{relations('kenya', 'vietnam')}:until:1985"
    assert (str(fact.when.since), str(fact.when.until), fact.status) == ("../1960", "1985", "in-force")


@pytest.mark.parametrize(("until", "name"), [("", "ended"), (", until: 1985", "until:1985")])
def test_from_what_has_ended_follows_what_has_ended(world: World, until: str, name: str) -> None:
    dataset = world(f"missions: {{m: {{sender: vietnam, host: kenya, kind: embassy, status: ended{until}}}}}")
    (fact,) = dataset.derived

    assert (fact.id, fact.status) == (f"{relations('kenya', 'vietnam')}:{name}", "ended")


def test_two_times_are_two_facts_and_premises_of_one_time_are_joined(world: World) -> None:
    dataset = world("""
        missions:
          first: {sender: vietnam, host: kenya, kind: embassy, since: 1960, until: 1985}
          second: {sender: vietnam, host: kenya, kind: embassy, since: 1990}
        partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2000}]
    """)

    now, then = relations("kenya", "vietnam"), f"{relations('kenya', 'vietnam')}:until:1985"
    assert derived(dataset) == {
        now: (f"{RANKED}; {EMBASSY}", ("second", "talks:partnership:vietnam:kenya:sp:2000")),
        then: (EMBASSY, ("first",)),
    }


@pytest.mark.parametrize("stop", ["stance: against", "disputed: yes", "status: ended", "status: ended, until: 2000"])
def test_what_is_denied_disputed_or_over_is_not_derived(world: World, stop: str) -> None:
    dataset = world(f"""
        missions: {{m: {{sender: vietnam, host: kenya, kind: embassy, since: 1990}}}}
        diplomatic_relations: [{{of: kenya, with: vietnam, {stop}}}]
    """)

    assert derived(dataset) == {}


def test_an_end_stops_nothing_that_came_after_it(world: World) -> None:
    dataset = world("""
        missions: {m: {sender: vietnam, host: kenya, kind: embassy, since: 1990}}
        diplomatic_relations: [{of: kenya, with: vietnam, status: ended, until: 1979}]
    """)

    assert set(derived(dataset)) == {relations("kenya", "vietnam")}


def test_a_dataset_can_switch_a_shipped_rule_off(world: World) -> None:
    facts = "missions: {m: {sender: vietnam, host: kenya, kind: embassy}}"
    off = {"graph/vocabulary.yaml": "rules_off: [embassy-host]"}

    assert derived(world(facts))
    assert derived(world(facts, off)) == {}


def test_what_is_told_to_go_on_has_no_end(world: World) -> None:
    dataset = world("""
        missions: {m: {sender: vietnam, host: kenya, kind: embassy, since: 1990, until: ongoing}}
        partnerships: [{of: vietnam, with: kenya, tier: sp, since: 2000}]
    """)

    (fact,) = dataset.derived
    assert (fact.id, fact.when.until) == (relations("kenya", "vietnam"), None)
