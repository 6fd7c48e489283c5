"""What two sources say that cannot both be so: kept apart, and each side told of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.facts import conflicts
from relgraph.facts.conflicts import conflicts_by_fact
from relgraph.facts.records import Citation, End, Fact, When
from relgraph.facts.witnesses import beside
from relgraph.graph.views import View, select
from relgraph.reading.dates import parse_date
from relgraph.sources.card import Card
from relgraph.sources.library import Library
from relgraph.vocabulary.load import shipped_vocabulary
from tests.facts.two_sources import relations, two

if TYPE_CHECKING:
    from relgraph.facts.conflicts import Conflict
    from relgraph.facts.dataset import Dataset
    from tests.world import World

VOCABULARY = shipped_vocabulary()


def told(dataset: Dataset) -> list[tuple[str, tuple[str, str]]]:
    return sorted({(one.what, one.gives) for found in dataset.conflicts.values() for one in found})


def test_each_side_of_a_conflict_knows_of_the_other(world: World) -> None:
    dataset = two(world, relations(", since: 1972"), relations(", since: 1973"))

    assert told(dataset) == [("since", ("1972", "1973")), ("since", ("1973", "1972"))]
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

    assert told(dataset) == [("tier", (CSP, SP)), ("tier", (SP, CSP))]
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
        patch.setattr(conflicts, "MANY", 0)
        fewer = since(years)

    assert fewer.keys() == every.keys()


def step(kind: str, day: str, by: str = "kenya") -> str:
    with_ = "egypt" if by == "kenya" else "kenya"
    return f"{{by: {by}, with: {with_}, kind: {kind}, on: {day}, evidence: {{p: 1, terms: [csp]}}}}"


@pytest.mark.parametrize(
    ("its", "found"),
    [
        (step("severance", "2020-05-05"), [("on", ("2020-05-03", "2020-05-05")), ("on", ("2020-05-05", "2020-05-03"))]),
        (
            step("severance", "2020-05-05", "egypt"),
            [("on", ("2020-05-03", "2020-05-05")), ("on", ("2020-05-05", "2020-05-03"))],
        ),
        (step("severance", "2020-05"), []),
        (step("resumption", "2020-05-05"), []),
        (step("protest", "2020-05-05"), []),  # there may be two
        (f"{step('resumption', '2021')}, {step('severance', '2022')}", []),
    ],
)
def test_what_is_broken_off_already_is_not_broken_off_again(
    world: World, its: str, found: list[tuple[str, tuple[str, str]]]
) -> None:
    mine = step("severance", "2020-05-03")
    dataset = two(world, f"diplomatic_steps: [{mine}]", f"diplomatic_steps: [{its}]")

    assert told(dataset) == found


def recognised(more: str = "", kind: str = "recognitions") -> str:
    return f"{kind}: [{{recogniser: kenya, recognised: vietnam, evidence: {{p: 1, terms: [csp]}}{more}}}]"


AGAINST = ", stance: against"
BOTH = [("stance", ("denied", "stated")), ("stance", ("stated", "denied"))]


@pytest.mark.parametrize(
    ("mine", "its", "published"),
    [
        (recognised(", since: 1957"), recognised(AGAINST), "2025-06-15"),
        (recognised(), recognised(AGAINST), "2025-06-15"),  # of one day
        (recognised(AGAINST + ", since: 2001"), recognised(", since: 1957"), "2020"),
        (recognised(", kind: de-jure"), recognised(AGAINST), "2025-06-15"),
        (tied("sp", ""), tied("sp", "stance: against, "), "2025-06-15"),
        (tied("sp", ""), tied("sp", "stance: against, ").replace("tier: sp, ", ""), "2025-06-15"),
    ],
)
def test_what_one_source_denies_and_another_states_is_set_side_by_side(
    world: World, mine: str, its: str, published: str
) -> None:
    assert told(two(world, mine, its, published)) == BOTH


@pytest.mark.parametrize(
    ("mine", "its", "published"),
    [
        (recognised(), recognised(AGAINST), "2020"),  # it may have recognised since
        (recognised(", since: 1957, until: 1990, status: ended"), recognised(AGAINST), "2025-06-15"),
        (recognised(", since: 2021"), recognised(AGAINST), "2020"),
        (recognised(), recognised(AGAINST + ", per: kenya"), "2025-06-15"),
        (recognised(", kind: de-facto"), recognised(AGAINST + ", kind: de-jure"), "2025-06-15"),
        (recognised(", status: intended"), recognised(AGAINST), "2025-06-15"),
        (recognised(AGAINST), recognised(AGAINST), "2025-06-15"),
    ],
)
def test_a_denial_of_another_time_speaker_or_kind_differs_in_nothing(
    world: World, mine: str, its: str, published: str
) -> None:
    assert told(two(world, mine, its, published)) == []


def test_a_source_that_denies_what_it_says_itself_differs_from_no_other(world: World) -> None:
    record = "{recogniser: kenya, recognised: vietnam, evidence: {p: 1, terms: [csp]}"
    assert told(world(f"recognitions: [{record}}}, {record}, stance: against}}]")) == []


def test_a_denied_figure_is_that_figure_alone(world: World) -> None:
    def tariff(rate: int, more: str = "") -> str:
        return f"tariffs: [{{imposed_by: kenya, upon: egypt, rate: {rate} %, evidence: {{p: 1, terms: [csp]}}{more}}}]"

    assert told(two(world, tariff(10), tariff(15, AGAINST))) == []
    assert told(two(world, tariff(10), tariff(10, AGAINST))) == BOTH


def test_each_side_of_a_denial_is_told_of_the_other(world: World) -> None:
    dataset = two(world, recognised(), recognised(AGAINST))

    assert [beside(dataset, fact) for fact in dataset.stated] == [
        ["but stated (talks p 1)"],
        ["but denied (gazette p 1)"],
    ]
