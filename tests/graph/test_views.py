"""Which facts take part in an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.listing import list_facts
from relgraph.errors import MisuseError
from relgraph.facts.dataset import Dataset
from relgraph.facts.records import Citation, End, Fact, When
from relgraph.graph.multigraph import build_graph
from relgraph.graph.ties import collect_ties
from relgraph.graph.views import (
    DEFAULT_VIEW,
    EVERYTHING,
    View,
    as_known,
    select,
    select_concerning,
    select_concerning_any,
)
from relgraph.reading.dates import Date, NotADate, Truth, parse_date
from relgraph.sources.card import Card
from relgraph.sources.library import Library
from relgraph.vocabulary.load import shipped_vocabulary
from tests.world import CARD, ladder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

    from tests.world import World


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


def seen_in(dataset: Dataset, view: View = DEFAULT_VIEW) -> dict[str, str]:
    """The ids of a view's partnerships, and whether each holds."""
    return {held.fact.id: held.truth.value for held in select(dataset, view) if held.fact.kind == "partnership"}


STATUSES = """
    partnerships:
      - {id: explored, of: vietnam, with: kenya, status: explored}
      - {id: intended, of: vietnam, with: kenya, status: intended}
      - {id: negotiated, of: vietnam, with: kenya, status: negotiated}
      - {id: signed, of: vietnam, with: kenya, status: signed}
      - {id: in-force, of: vietnam, with: kenya}
      - {id: ended, of: vietnam, with: kenya, status: ended}
      - {id: disputed, of: vietnam, with: kenya, disputed: yes}
      - {id: against, of: vietnam, with: kenya, stance: against}
      - {id: withdrawn, of: vietnam, with: kenya, withdrawn: {on: 2025, why: misread}}
"""


def test_by_default_only_what_holds_takes_part(world: World) -> None:
    assert seen_in(world(STATUSES)) == {"signed": "yes", "in-force": "yes"}


def test_what_happened_takes_part(world: World) -> None:
    dataset = world("visits: [{id: visit, visitor: cuong, host: kenya, on: 2025}]")

    assert [held.fact.id for held in select(dataset)] == ["visit"]


@pytest.mark.parametrize("status", ["explored", "intended", "negotiated", "ended"])
def test_a_status_that_is_asked_for_is_let_in_too(world: World, status: str) -> None:
    assert seen_in(world(STATUSES), View(statuses=frozenset({status}))).keys() == {"signed", "in-force", status}


def test_all_statuses_do_not_let_in_what_is_denied_or_taken_back(world: World) -> None:
    found = seen_in(world(STATUSES), View(statuses=frozenset({"all"})))

    assert not found.keys() & {"disputed", "against", "withdrawn"}
    assert len(found) == 6
    assert len(seen_in(world(STATUSES), View(statuses=frozenset({"all"}), unsound=True))) == 9


def test_a_widened_view_has_every_status_and_history(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: earlier, of: vietnam, with: kenya, tier: sp, since: 2010}
          - {id: later, of: vietnam, with: kenya, tier: csp, since: 2025}
          - {id: planned, of: vietnam, with: egypt, status: intended}
          - {id: over, of: vietnam, with: france, status: ended}
          - {id: denied, of: vietnam, with: brazil, stance: against}
          - {id: gone, of: vietnam, with: russia, withdrawn: {on: 2025, why: misread}}
    """)
    planned = View(statuses=frozenset({"intended"}))

    assert seen_in(dataset, EVERYTHING).keys() == {"earlier", "later", "planned", "over"}
    assert seen_in(dataset, View().widened(unsound=True)).keys() == {
        *("earlier", "later", "planned", "over", "denied", "gone"),
    }
    assert seen_in(dataset, planned.widened()).keys() == {"earlier", "later", "planned"}


def test_widening_leaves_the_rest_of_a_view_as_it_is() -> None:
    view = View(day("2025"), day("2026"), frozenset({"partnership"}), certain=True, stated=True, unsound=True)

    assert view.widened() == replace(view, statuses=frozenset({"all"}), superseded=True)


def test_the_belief_of_a_view_is_free_of_kinds_and_statuses() -> None:
    view = View(day("2025"), day("2026"), certain=True, stated=True)

    assert view.belief == view
    assert (
        replace(view, kinds=frozenset({"partnership"}), statuses=frozenset({"ended"}), superseded=True).belief == view
    )


def test_kinds_limit_a_view(world: World) -> None:
    dataset = world("partnerships: [{of: kenya, with: egypt}]\ncooperations: [{of: kenya, with: egypt}]")

    assert [held.fact.kind for held in select(dataset, View(kinds=frozenset({"cooperation"})))] == ["cooperation"]


def test_stated_leaves_derived_facts_out(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp}]")

    assert sum(held.fact.derived for held in select(dataset)) == 4  # two members, and relations with each
    assert [held.fact.derived for held in select(dataset, View(stated=True))] == [False]


UPGRADE = """
    partnerships:
      - {id: lower, of: vietnam, with: united-kingdom, tier: sp, since: 2010}
      - {id: upper, of: united-kingdom, with: vietnam, tier: csp, since: 2025-09}
"""


def test_a_tier_that_a_later_one_replaced_leaves_the_view(world: World) -> None:
    assert seen_in(world(UPGRADE)) == {"upper": "yes"}
    assert seen_in(world(UPGRADE), View(superseded=True)).keys() == {"lower", "upper"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("2009", {}),
        ("2015", {"lower": "yes"}),
        ("2025-09-15", {"lower": "maybe", "upper": "maybe"}),
        ("2026", {"upper": "yes"}),
    ],
)
def test_a_replaced_tier_comes_back_on_a_day_before(world: World, asked: str, found: Mapping[str, str]) -> None:
    assert seen_in(world(UPGRADE), View(as_of=day(asked))) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (None, {"lower": "yes", "upper": "no"}),
        ("2015", {"lower": "no"}),
        ("2025-09-15", {"lower": "maybe", "upper": "no"}),
        ("2026", {"lower": "yes", "upper": "no"}),
    ],
)
def test_history_says_what_was_replaced(world: World, asked: str | None, found: Mapping[str, str]) -> None:
    view = View(as_of=day(asked) if asked else None, stated=True, superseded=True)

    assert {held.fact.id: held.superseded.value for held in select(world(UPGRADE), view)} == found


def test_a_rung_of_a_kind_is_replaced_by_a_higher_one_of_the_same_two(world: World) -> None:
    climbed = """
        standings:
          - {id: applied, holder: kenya, in: asean, kind: applicant, since: 2001}
          - {id: watching, holder: kenya, in: asean, kind: observer, since: 2003}
          - {id: partner, holder: kenya, in: asean, kind: dialogue-partner, since: 2004}
          - {id: elsewhere, holder: kenya, in: united-nations, kind: observer, since: 2003}
        memberships: [{id: member, member: kenya, in: asean, since: 2011}]
        accreditations:
          - {id: charge, of: kenya, to: egypt, kind: charge-d-affaires, since: 2001}
          - {id: ambassador, of: kenya, to: egypt, kind: ambassador, since: 2005}
          - {id: back, of: egypt, to: kenya, kind: charge-d-affaires, since: 2001}
    """
    dataset = world(climbed)

    def seen(view: View) -> set[str]:
        return {held.fact.id for held in select(dataset, view)}

    now = {"partner", "elsewhere", "member", "ambassador", "back"}
    assert seen(View(stated=True)) == now
    assert seen(View(stated=True, superseded=True)) == {*now, "applied", "watching", "charge"}
    assert seen(View(stated=True, as_of=day("2004-06-15"))) == {
        *["applied", "watching", "partner", "elsewhere", "charge", "back"]
    }


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("sp", "csp", "relations")),
            st.sampled_from((None, "2010", "2015", "2015?", "../2012", "2012/..")),
        ),
        max_size=8,
    )
)
def test_what_replaces_a_tier_is_any_higher_one_that_did_not_begin_before(tiers: list[tuple[str, str | None]]) -> None:
    facts = tuple(_tier(number, *tier) for number, tier in enumerate(tiers))
    found = {held.fact.id: held.superseded for held in select(_of(facts), View(superseded=True, stated=True))}

    heights = ("relations", "sp", "csp")
    for fact in facts:
        higher = [one for one in facts if heights.index(one.tier or "") > heights.index(fact.tier or "")]
        since = fact.when.since
        later = [
            one
            for one in higher
            if since is None or one.when.since is None or one.when.since.before(since) is not Truth.YES
        ]
        assert found[fact.id] is (Truth.YES if later else Truth.NO)


def test_many_tiers_of_a_pair_cost_no_more_than_they_are_more() -> None:
    worlds = [_of(tuple(_many_tiers(number))) for number in (300, 2400)]
    few, many = (min(_seconds(one) for _ in range(2)) for one in worlds)

    assert many < few * 8 * 3


def _many_tiers(number: int) -> Iterator[Fact]:
    """Tiers of one pair, each of a year of its own."""
    return (_tier(year, ("sp", "csp")[year % 2], str(1000 + year)) for year in range(number))


def _tier(number: int, tier: str, since: str | None) -> Fact:
    ends = (End("of", "vietnam"), End("with", "france"))
    when = When(since=day(since) if since else None)
    return Fact(f"tier-{number}", "partnership", ends, "in-force", tier=tier, when=when)


def _of(facts: tuple[Fact, ...]) -> Dataset:
    ladders = {"vietnam": ladder("vietnam", "vietnam", ("relations", "sp", "csp"))}
    return Dataset(Path(), shipped_vocabulary()._replace(ladders=ladders), {}, facts, Library({}))


def _seconds(dataset: Dataset) -> float:
    _ = dataset.standing, dataset.conflicts
    start = process_time()
    select(dataset, View(stated=True))
    return process_time() - start


def test_a_tier_is_not_replaced_by_what_was_not_known_yet(world: World) -> None:
    cards = {"seeds/later.yaml": CARD.replace("talks", "later").replace("2025-06-15", "2030-01-01")}
    dataset = world(
        """
        partnerships:
          - {id: lower, of: vietnam, with: kenya, tier: sp, since: 2010, evidence: {p: 1}}
          - {id: upper, of: vietnam, with: kenya, tier: csp, since: 2020, evidence: {p: 1, in: later}}
        """,
        cards,
    )

    assert seen_in(dataset, View(known=day("2026"))) == {"lower": "yes"}
    assert seen_in(dataset, View(known=day("2031"))) == {"upper": "yes"}


@pytest.mark.parametrize(
    ("lower", "upper", "left"),
    [
        ("since: 2010", "since: 2010", {"upper"}),  # in one year: the higher is taken to be the later
        ("since: 2010-06", "since: 2010", {"upper"}),
        ("since: 2010", "since: 2009", {"lower", "upper"}),
        ("since: 2010-01-02", "since: 2010-01-01", {"lower", "upper"}),
        ("since: 2010?", "since: 2009", {"upper"}),
        ("since: 2010", "seen: 2009", {"upper"}),
        ("seen: 2010", "since: 2009", {"upper"}),
    ],
)
def test_a_higher_tier_replaces_one_unless_it_surely_began_before(
    world: World, lower: str, upper: str, left: set[str]
) -> None:
    dataset = world(f"""
        partnerships:
          - {{id: lower, of: vietnam, with: kenya, tier: sp, {lower}}}
          - {{id: upper, of: vietnam, with: kenya, tier: csp, {upper}}}
    """)

    assert seen_in(dataset).keys() == left


def test_two_facts_of_one_tier_do_not_replace_each_other(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: earlier, of: vietnam, with: kenya, tier: sp, since: 2010}
          - {id: later, of: kenya, with: vietnam, tier: sp, since: 2025}
    """)

    assert seen_in(dataset) == {"earlier": "yes", "later": "yes"}


@pytest.mark.parametrize(
    "other",
    [
        "{id: other, of: vietnam, with: kenya, tier: csp, since: 2020}",  # another pair
        "{id: other, of: vietnam, with: united-kingdom, tier: special, since: 2020}",  # beside the ladder
        "{id: other, of: vietnam, with: united-kingdom, tier: cp, since: 2020}",  # lower
        "{id: other, of: vietnam, with: united-kingdom, tier: csp, since: 2000}",  # began before
        "{id: other, of: vietnam, with: united-kingdom, tier: csp, since: 2020, status: intended}",
        "{id: other, of: vietnam, with: united-kingdom, tier: csp, since: 2020, disputed: yes}",
    ],
)
def test_only_a_later_higher_tier_of_the_pair_that_holds_replaces_one(world: World, other: str) -> None:
    dataset = world(
        f"partnerships:\n  - {{id: sp, of: vietnam, with: united-kingdom, tier: sp, since: 2010}}\n  - {other}"
    )

    assert "sp" in seen_in(dataset, View(statuses=frozenset({"all"})))


ENDED = "partnerships: [{{id: ended, of: vietnam, with: kenya, status: ended, {dates}, evidence: {{p: 1}}}}]"


@pytest.mark.parametrize(
    ("dates", "asked", "found"),
    [
        ("since: 2000, until: 2010", "2005", {"ended": "yes"}),
        ("since: 2000, until: 2010", "2010", {"ended": "maybe"}),
        ("since: 2000, until: 2010", "2011", {}),
        ("since: 2000", "2005", {"ended": "maybe"}),  # nobody knows when
        ("since: 2000", "2026", {}),  # it had ended when the source was published, in 2025
    ],
)
def test_what_has_ended_held_before(world: World, dates: str, asked: str, found: Mapping[str, str]) -> None:
    assert seen_in(world(ENDED.format(dates=dates)), View(as_of=day(asked))) == found


def test_certain_leaves_out_what_may_not_hold(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: dated, of: vietnam, with: kenya, tier: sp, since: 2020}
          - {id: unsure, of: vietnam, with: egypt, tier: sp, since: 2020?}
          - {id: undated, of: vietnam, with: brazil, tier: sp}
    """)

    assert set(seen_in(dataset).values()) == {"yes"}  # who asks for no day asks for no date
    assert seen_in(dataset, View(as_of=day("2025"))) == {"dated": "yes", "unsure": "maybe", "undated": "maybe"}
    assert seen_in(dataset, View(as_of=day("2025"), certain=True)) == {"dated": "yes"}
    assert seen_in(dataset, View(certain=True)).keys() == {"dated", "undated"}


def test_known_asks_for_sources_published_by_then(world: World) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp, evidence: {p: 1}}]")

    assert seen_in(dataset, View(known=day("2025-06-14"))) == {}
    assert seen_in(dataset, View(known=day("2025-06-15"))) == {"csp": "yes"}


def test_what_was_certainly_known_rests_on_no_undated_source(world: World) -> None:
    undated = {"seeds/undated.yaml": CARD.replace("talks", "undated").replace("2025-06-15", "unknown")}
    stated = """
        partnerships:
          - {id: both, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 2, in: undated}]}
          - {id: unsure, of: vietnam, with: egypt, tier: csp, evidence: {p: 1, in: undated}}
    """
    dataset = world(stated, undated)
    (both,) = (held for held in select(dataset, View(known=day("2026"), certain=True)) if not held.fact.derived)

    assert seen_in(dataset, View(known=day("2026"))) == {"both": "yes", "unsure": "maybe"}
    assert (both.fact.id, [citation.source for citation in both.fact.evidence]) == ("both", ["talks"])


def test_what_was_known_rests_on_the_sources_of_the_time_alone(world: World) -> None:
    later = {"seeds/later.yaml": CARD.replace("talks", "later").replace("2025-06-15", "2030")}
    stated = """
        partnerships:
          - {id: both, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 2, in: later}]}
          - {id: late, of: vietnam, with: france, tier: csp, evidence: {p: 1, in: later}}
          - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp, evidence: {p: 2}}
    """
    dataset = world(stated, later)
    then = {held.fact.id: held.fact for held in select(dataset, View(known=day("2026")))}
    now = {held.fact.id: held.fact for held in select(dataset, View(known=day("2031")))}

    assert then["powers:france"].derived
    assert [citation.source for citation in then["both"].evidence] == ["talks"]
    assert "powers:france" not in now
    assert [citation.source for citation in now["both"].evidence] == ["talks", "later"]


def test_what_concerns_two_is_there_once_though_it_was_known_from_one_of_its_sources(world: World) -> None:
    later = {"seeds/later.yaml": CARD.replace("talks", "later").replace("2025-06-15", "2030")}
    both = "{id: both, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 2, in: later}]}"
    dataset = world(f"partnerships: [{both}]", later)
    found = select_concerning_any(dataset, View(known=day("2026"), stated=True), ("vietnam", "kenya"))

    assert [(held.fact.id, held.fact.sources) for held in found] == [("both", frozenset({"talks"}))]


def test_a_source_of_unknown_date_may_have_been_known(world: World) -> None:
    card = {"seeds/talks.yaml": CARD.replace("2025-06-15", "unknown")}
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp, evidence: {p: 1}}]", card)

    assert seen_in(dataset, View(known=day("1900"))) == {"csp": "maybe"}
    assert seen_in(dataset, View(known=day("1900"), certain=True)) == {}


def test_facts_come_in_order_of_id(world: World) -> None:
    ids = [held.fact.id for held in select(world(STATUSES), View(statuses=frozenset({"all"})))]

    assert ids == sorted(ids)


# Properties: what must hold of every dataset.

YEARS = st.sampled_from(["2000", "2010", "2010-06", "2010?", "2020", "../2015", "2005/2015", "XXXX-02", "unknown"])
DAYS = st.sampled_from(["1990", "2000", "2007-03", "2010", "2012", "2030"]).map(day)
SOURCES = Library(
    {name: Card(name, name, published=parse_date(date)) for name, date in [("old", "2005"), ("new", "2015")]}
    | {"undated": Card("undated", "undated")}
)


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    def fact(number: int) -> Fact:
        ends = (End("of", "vietnam"), End("with", draw(st.sampled_from(["kenya", "egypt"]))))
        words = draw(st.sampled_from([(), ("since",), ("since",), ("seen",), ("since", "seen")]))
        when = When(**{word: parse_date(draw(YEARS)) for word in words})
        cited = (Citation(draw(st.sampled_from(sorted(SOURCES.cards))), 1),)
        status = draw(st.sampled_from(["in-force", "in-force", "in-force", "ended", "intended"]))
        tier = draw(st.sampled_from([None, "cp", "sp", "csp"]))
        return Fact(f"fact-{number}", "partnership", ends, status, tier=tier, when=when, evidence=cited)

    return [fact(number) for number in range(draw(st.integers(0, 6)))]


def dataset_of(made: list[Fact]) -> Dataset:
    """A dataset of these facts alone."""
    return Dataset(Path(), shipped_vocabulary(), {}, tuple(made), SOURCES)


@given(facts(), DAYS)
def test_the_certain_view_is_the_sure_part_of_the_view(made: list[Fact], asked: Date) -> None:
    dataset = dataset_of(made)
    every = seen_in(dataset, View(as_of=asked))
    certain = seen_in(dataset, View(as_of=asked, certain=True))

    assert certain.items() <= every.items()
    assert set(certain.values()) <= {"yes"}


@given(facts(), DAYS)
def test_a_view_as_of_a_day_is_part_of_all_there_is(made: list[Fact], asked: Date) -> None:
    dataset = dataset_of(made)
    all_there_is = View(statuses=frozenset({"all"}), superseded=True)

    assert seen_in(dataset, View(as_of=asked)).keys() <= seen_in(dataset, all_there_is).keys()


@given(facts(), DAYS, DAYS)
def test_more_is_known_on_a_later_day(made: list[Fact], one: Date, other: Date) -> None:
    early, late = sorted((one, other), key=lambda date: date.first)
    dataset = dataset_of(made)
    before = seen_in(dataset, View(known=early, superseded=True))
    after = seen_in(dataset, View(known=late, superseded=True))

    said = {record: fact.id for fact in as_known(dataset, View(known=late)).stated for record in (fact.id, *fact.also)}

    assert {said.get(fact, fact) for fact in before} <= after.keys()  # with more sources, more is said twice
    assert {said.get(fact, fact) for fact, truth in before.items() if truth == "yes"} <= {
        fact for fact, truth in after.items() if truth == "yes"
    }


@given(facts(), DAYS, DAYS)
def test_what_concerns_some_is_held_as_among_all(made: list[Fact], asked: Date, known: Date) -> None:
    dataset, view = dataset_of(made), View(as_of=asked, known=known, superseded=True)
    every = select(dataset, view)

    assert select_concerning_any(dataset, view, ("kenya", "vietnam", "egypt")) == every
    assert select_concerning(dataset, view, "kenya") == [one for one in every if one.fact.at("with") == ("kenya",)]


@given(facts(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_facts_makes_no_difference(made: list[Fact], asked: Date, random: Random) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)

    assert select(dataset_of(shuffled), View(as_of=asked)) == select(dataset_of(made), View(as_of=asked))


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ({"kinds": {"partnershp"}}, "partnershp is not a kind of relation; did you mean partnership?"),
        ({"kinds": "missoin"}, "missoin is not a kind of relation; did you mean mission?"),
        ({"statuses": ["endde"]}, "endde is not a status; did you mean ended?"),
    ],
)
def test_a_word_that_the_vocabulary_lacks_is_misuse_in_whatever_asks(
    world: World, view: dict[str, Any], said: str
) -> None:
    dataset = world(STATUSES)

    for ask in (select, collect_ties, build_graph, list_facts):
        with pytest.raises(MisuseError) as caught:
            ask(dataset, View(**view))
        assert str(caught.value) == said


def test_kinds_and_statuses_may_be_given_as_any_collection_or_as_one_word() -> None:
    given: list[dict[str, Any]] = [
        {"kinds": kinds, "statuses": statuses}
        for kinds, statuses in (({"visit"}, ["ended"]), (("visit",), {"ended"}), ("visit", "ended"))
    ]

    assert {View(**one) for one in given} == {View(kinds=frozenset({"visit"}), statuses=frozenset({"ended"}))}


def test_a_day_may_be_given_as_text() -> None:
    texts: dict[str, Any] = {"as_of": "2025-06-30", "known": "2026"}
    assert View(**texts) == View(as_of=day("2025-06-30"), known=day("2026"))
    for text in ("30 June 2025", "unknown"):
        with pytest.raises(NotADate, match="2025-06-30"):
            View(**{**texts, "as_of": text})


@pytest.mark.parametrize(
    ("truth", "usual", "certain"), [(Truth.YES, True, True), (Truth.MAYBE, True, False), (Truth.NO, False, False)]
)
def test_a_view_takes_what_may_be_unless_it_asks_for_what_is_certain(
    truth: Truth, *, usual: bool, certain: bool
) -> None:
    assert View().takes(truth) is usual
    assert View(certain=True).takes(truth) is certain


def test_views_asked_in_turn_are_each_as_if_they_were_asked_alone(world: World) -> None:
    records = """
        partnerships:
          - {of: vietnam, with: kenya, tier: sp, since: 2010}
          - {of: vietnam, with: kenya, tier: csp, since: 2020}
          - {of: vietnam, with: egypt, tier: sp, status: intended}
        diplomatic_relations:
          - {of: egypt, with: kenya, disputed: true}
          - {of: brazil, with: kenya, since: 2022?}
    """
    days = (View(as_of="2015"), View(as_of="2015", certain=True), View(as_of="2021", superseded=True))  # type: ignore[arg-type]  # read as dates
    views = (EVERYTHING, DEFAULT_VIEW, View(stated=True), View(kinds=frozenset({"partnership"})), *days)
    asked = (*views, EVERYTHING.widened(unsound=True), *reversed(views))
    alone = [select(world(records), view) for view in asked]
    dataset = world(records)

    assert [select(dataset, view) for view in asked] == alone


@pytest.mark.parametrize("given", ["2015-06-30", date(2015, 6, 30), datetime(2015, 6, 30, 23, 59, tzinfo=UTC)])
def test_a_day_may_be_given_as_python_has_it(given: Any) -> None:  # noqa: ANN401 - whatever is given for a day
    assert View(as_of=given, known=given) == View(as_of=day("2015-06-30"), known=day("2015-06-30"))


def test_a_number_is_a_year() -> None:
    given: Any = 2015
    assert View(as_of=given) == View(as_of=day("2015"))


@pytest.mark.parametrize("given", [True, 3.5, 20150630])
def test_what_is_no_day_is_refused_as_a_date(given: Any) -> None:  # noqa: ANN401 - as above
    with pytest.raises(NotADate):
        View(as_of=given)


def test_a_word_is_neither_true_nor_false() -> None:
    word: Any = "no"
    with pytest.raises(MisuseError, match="certain='no' is a word; give True or False"):
        View(certain=word)
