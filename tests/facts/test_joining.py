"""What two sources say alike: one fact, which both bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts.joining import joined
from relgraph.facts.records import Citation, End, Fact
from relgraph.graph.views import View, select
from relgraph.reading.dates import parse_date
from relgraph.vocabulary.load import shipped_vocabulary
from tests.facts.two_sources import relations, two
from tests.world import CARD

if TYPE_CHECKING:
    from tests.world import World

VOCABULARY = shipped_vocabulary()


def test_two_sources_that_say_the_same_make_one_fact_with_the_citations_of_both(world: World) -> None:
    dataset = two(world, relations(", note: one"), relations(", note: two", "vietnam", "kenya"))
    (fact,) = dataset.stated

    assert [citation.source for citation in fact.evidence] == ["gazette", "talks"]
    assert (fact.note, len(dataset.facts)) == ("two; one", 2)
    assert [dataset.by_id[one] for one in (fact.id, *fact.also)] == [fact, fact]
    assert [held.fact for held in select(dataset)] == [fact]
    assert [held.fact for held in select(dataset, View(stated=True))] == [fact]


def test_three_sources_make_one_fact_too(world: World) -> None:
    files = {f"graph/{name}.yaml": f"source: {name}\n{relations()}" for name in ("herald", "post")}
    cards = {f"seeds/{name}.yaml": CARD.replace("talks", name) for name in ("herald", "post")}
    (fact,) = world(relations(), files | cards).stated

    assert fact.sources == {"herald", "post", "talks"}
    assert len(fact.also) == 2


def test_a_total_that_two_sources_give_is_one(world: World) -> None:
    total = "counts: [{of: vietnam, what: partners, says: 14, evidence: {p: 1, terms: [csp]}}]"
    (fact,) = two(world, total, total.replace("partners", "Partners")).stated

    assert fact.sources == {"gazette", "talks"}


@pytest.mark.parametrize(
    ("mine", "its"),
    [
        (", since: 1972", ", since: 1973"),
        (", since: 1972", ", since: 1972-03?"),
        (", since: 1972", ", until: 1999"),
        (", since: 1972", ", since: 1972, until: 1999"),
        (", since: 1972", ", since: 1972, seen: 1999"),
        (", per: kenya", ", per: egypt"),  # two speakers are two statements
        (", per: kenya", ""),
        ("", ", status: ended"),
        ("", ", stance: against"),
        ("", ", disputed: yes"),
        ("", ", withdrawn: {on: 2025-07-01, why: wrong}"),
        ("", ", implies_nothing: yes"),
    ],
)
def test_what_differs_is_kept_apart(world: World, mine: str, its: str) -> None:
    assert len(two(world, relations(mine), relations(its)).stated) == 2


@pytest.mark.parametrize(
    ("mine", "its", "told"),
    [
        (", since: 1972", "", "1972"),
        ("", ", since: 1972", "1972"),
        (", since: 1972", ", since: 1972-03-05", "1972-03-05"),
    ],
)
def test_a_state_that_one_source_dates_less_is_one_with_the_date_that_says_more(
    world: World, mine: str, its: str, told: str
) -> None:
    (fact,) = two(world, relations(mine), relations(its)).stated

    assert str(fact.when.since) == told
    assert fact.sources == {"gazette", "talks"}


def test_an_undated_state_stays_apart_where_others_do_not_agree_when_it_began(world: World) -> None:
    cards = {f"seeds/{name}.yaml": CARD.replace("talks", name) for name in ("herald", "post")}
    files = {"graph/herald.yaml": f"source: herald\n{relations(', since: 1972')}"}
    files["graph/post.yaml"] = f"source: post\n{relations(', since: 1973')}"

    assert len(world(relations(), files | cards).stated) == 3


def test_a_detail_that_one_source_gives_and_another_does_not_makes_no_second_tie(world: World) -> None:
    tier = "partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}%s}]"
    (fact,) = two(world, tier % ", step: upgraded", tier % ", since: 2025").stated

    assert fact.fields == {"step": "upgraded"}
    assert str(fact.when.since) == "2025"
    assert len(two(world, tier % ", step: upgraded", tier % ", step: established").stated) == 2
    assert len(two(world, tier % ", in_field: water", tier % "").stated) == 2  # no detail: another partnership


def test_what_happened_in_a_year_and_on_a_day_of_it_may_be_two(world: World) -> None:
    step = "diplomatic_steps: [{by: kenya, with: egypt, kind: protest, on: %s, evidence: {p: 1, terms: [csp]}}]"

    assert len(two(world, step % "1972", step % "1972-03").stated) == 2
    assert len(two(world, step % "1972", step % "1972").stated) == 1


def test_two_ways_round_are_one_only_where_the_kind_reads_alike(world: World) -> None:
    there = "memberships: [{member: kenya, in: asean, evidence: {p: 1, terms: [csp]}}]"
    other = there.replace("kenya", "egypt")

    assert len(two(world, there, other).stated) == 2
    assert len(two(world, there, there).stated) == 1


def test_a_tie_with_a_group_as_such_is_not_one_with_each_of_it(world: World) -> None:
    assert len(two(world, relations(with_="two-powers"), relations(with_="{every: two-powers}")).stated) == 2


def test_what_one_source_is_made_to_say_twice_stays_twice_for_check_to_tell(world: World) -> None:
    dataset = two(world, relations(), relations().replace("{p: 1", "{in: talks, p: 1"))

    assert len(dataset.stated) == 2


def test_a_node_of_two_names_is_two(world: World) -> None:
    fair = "events: {%s: {host: kenya, evidence: {p: 1, terms: [csp]}}}"

    assert len(two(world, fair % "fair", fair % "other-fair").stated) == 2


def test_what_follows_rests_on_both_sources_as_far_as_they_are_known(world: World) -> None:
    tied = relations(", tier: csp", kind="partnerships")
    dataset = two(world, tied, tied, "2030")
    then = select(dataset, View(known=parse_date("2026")))

    assert {citation.source for citation in dataset.derived[0].evidence} == {"gazette", "talks"}
    assert {citation.source for held in then for citation in held.fact.evidence} == {"talks"}


FACTS = st.lists(
    st.builds(
        lambda number, turned, source: Fact(
            id=f"fact-{number}",
            kind="diplomatic-relations",
            ends=(End("of", "b"), End("with", "a")) if turned else (End("of", "a"), End("with", "b")),
            status="in-force",
            evidence=tuple(Citation(one, 1) for one in source),
        ),
        st.integers(0, 99),
        st.booleans(),
        st.lists(st.sampled_from("stu"), max_size=2, unique=True),
    ),
    unique_by=lambda fact: fact.id,
)


@given(FACTS)
def test_no_citation_is_lost_and_the_order_makes_no_difference(facts: list[Fact]) -> None:
    found = joined(tuple(facts), VOCABULARY)
    turned = joined(tuple(reversed(facts)), VOCABULARY)

    assert {one for fact in found for one in (fact.id, *fact.also)} == {fact.id for fact in facts}
    assert {one for fact in found for one in fact.evidence} == {one for fact in facts for one in fact.evidence}
    assert sorted(found, key=lambda fact: fact.id) == sorted(turned, key=lambda fact: fact.id)
