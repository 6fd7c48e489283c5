"""What two sources say: the same makes one fact, what differs is kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts import across
from relgraph.facts.across import conflicts_by_fact, joined
from relgraph.facts.records import Citation, End, Fact, When
from relgraph.graph.views import View, select
from relgraph.reading.dates import parse_date
from relgraph.sources.card import Card
from relgraph.sources.library import Library
from relgraph.vocabulary.load import shipped_vocabulary
from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.across import Conflict
    from relgraph.facts.dataset import Dataset
    from tests.world import World

VOCABULARY = shipped_vocabulary()


def two(world: World, mine: str, its: str, published: str = "2025-06-15") -> Dataset:
    """What `talks` says and what another source says, each in the flow of YAML."""
    card = CARD.replace("talks", "gazette").replace("2025-06-15", published)
    dataset = world(mine, {"graph/gazette.yaml": f"source: gazette\n{its}", "seeds/gazette.yaml": card})
    assert dataset.problems == ()
    return dataset


def relations(more: str = "", of: str = "kenya", with_: str = "vietnam", kind: str = "diplomatic_relations") -> str:
    return f"{kind}: [{{of: {of}, with: {with_}, evidence: {{p: 1, terms: [csp]}}{more}}}]"


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
        (", since: 1972", ""),
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


def conflicts(dataset: Dataset) -> list[tuple[str, tuple[str, str]]]:
    return sorted({(one.what, one.gives) for found in dataset.conflicts.values() for one in found})


def test_each_side_of_a_conflict_knows_of_the_other(world: World) -> None:
    dataset = two(world, relations(", since: 1972"), relations(", since: 1973"))

    assert conflicts(dataset) == [("since", ("1972", "1973")), ("since", ("1973", "1972"))]
    assert all(found.one.id == one for one, each in dataset.conflicts.items() for found in each)


STATED = View(stated=True)


def tied(tier: str, when: str) -> str:
    return f"partnerships: [{{of: vietnam, with: kenya, {when}tier: {tier}, evidence: {{p: 1, terms: [csp]}}}}]"


SP, CSP = "Strategic Partnership", "Comprehensive Strategic Partnership"


@pytest.mark.parametrize(
    ("lower", "higher", "published"),
    [
        ("", "", "2025-06-15"),  # said on one day
        ("", "", "2020"),  # the higher was said before
        ("since: 2023, ", "since: 2023, ", "2030"),
        ("since: 2023, ", "since: 2020, ", "2030"),
        ("since: 2023-05-04, ", "since: 2023-05, ", "2030"),  # the month may mean the day
        ("since: 2023, ", "since: 2023-05, ", "2030"),
    ],
)
def test_two_tiers_differ_where_the_higher_cannot_have_come_later(
    world: World, lower: str, higher: str, published: str
) -> None:
    dataset = two(world, tied("sp", lower), tied("csp", higher), published)

    assert conflicts(dataset) == [("tier", (CSP, SP)), ("tier", (SP, CSP))]
    assert {held.fact.tier for held in select(dataset, STATED)} == {"sp", "csp"}  # neither replaces the other


@pytest.mark.parametrize(
    ("lower", "higher", "published"),
    [
        ("", "", "2030"),  # the later source may tell of a later tier
        ("since: 2020, ", "since: 2023, ", "2020"),
        ("since: 2020, ", "", "2025-06-15"),
        ("since: ../2023, ", "since: 2023, ", "2025-06-15"),
        ("since: 2023?, ", "since: 2023, ", "2025-06-15"),
        ("since: 2010, until: 2015, ", "since: 2016, ", "2030"),
    ],
)
def test_of_two_tiers_the_higher_may_have_come_later(world: World, lower: str, higher: str, published: str) -> None:
    dataset = two(world, tied("sp", lower), tied("csp", higher), published)

    assert dataset.conflicts == {}
    assert {held.fact.tier for held in select(dataset, STATED)} == {"csp"}


def since(years: list[int]) -> dict[str, tuple[Conflict, ...]]:
    """The conflicts of relations since such years, by two sources in turn."""
    ends = (End("of", "a"), End("with", "b"))
    facts = [
        Fact(f"f{at:04}", "diplomatic-relations", ends, "in-force", when=When(since=parse_date(str(year))))
        for at, year in enumerate(years)
    ]
    cited = [fact._replace(evidence=(Citation("st"[at % 2], 1),)) for at, fact in enumerate(facts)]
    return conflicts_by_fact(cited, VOCABULARY, LIBRARY)


LIBRARY = Library({name: Card(name, name) for name in "st"})


def test_of_very_many_facts_each_stands_against_what_the_others_say() -> None:
    found = since([1972, 1973] * 1_500)

    assert len(found) == 3_000  # all are known to differ, from the one who said it first
    assert {conflict.other.id for one in found.values() for conflict in one[:1]} == {"f0000", "f0001"}
    assert since([1972] * 3_000) == {}


def test_of_very_many_that_all_differ_each_stands_against_the_outermost() -> None:
    found = since([*range(1000, 1200)])

    assert len(found) == 200
    assert {one.other.when.since for one in found["f0100"]} <= {
        parse_date(str(year)) for year in (*range(1000, 1020), *range(1180, 1200))
    }


@given(st.lists(st.integers(1972, 1975), max_size=12))
def test_who_differs_is_the_same_whether_or_not_each_two_are_compared(years: list[int]) -> None:
    every = since(years)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(across, "MANY", 0)
        fewer = since(years)

    assert fewer.keys() == every.keys()


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
