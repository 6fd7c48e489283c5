"""What could be said on a day of how many there are, and who of them was named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from relgraph.analysis.totals import totals
from relgraph.errors import MisuseError
from relgraph.facts.reconcile import counts, reconcile
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.reconcile import Reconciliation
    from relgraph.facts.records import Fact
    from tests.world import World

LATER = {"seeds/later.yaml": CARD.replace("talks", "later").replace("2025-06-15", "2026-02-01")}
FACTS = """
    partnerships:
      - {of: vietnam, with: kenya, tier: csp, since: 2020, evidence: {p: 1}}
      - {of: vietnam, with: malaysia, tier: csp, since: 2025, evidence: {p: 1}}
      - {of: vietnam, with: malaysia, tier: sp, since: 2015, evidence: {p: 1}}
      - {of: vietnam, with: brazil, tier: csp, since: 2021?, evidence: {p: 1}}
      - {of: vietnam, with: france, tier: csp, since: 2022, evidence: {p: 1, in: later}}
      - {of: vietnam, with: {every: two-powers}, tier: csp, since: ../2024, evidence: {p: 2}}
    counts:
      - {id: csps, of: vietnam, counts: partnership, tier: csp, what: x, says: 9, as_of: 2025-06, evidence: {p: 1}}
"""


def on(day: str | None = None, known: str | None = None, **more: Any) -> View:  # noqa: ANN401 - fields of a View
    return View(parse_date(day) if day else None, parse_date(known) if known else None, **more)


def only(dataset: Dataset, view: View) -> Reconciliation:
    (found,) = totals(dataset, view)
    return found


def test_without_a_question_about_time_all_that_is_told_counts(world: World) -> None:
    found = only(world(FACTS, LATER), View())

    assert found.sentence == "states 9; 4 named, 1 derived, 1 corroborated, 4 unnamed"
    assert (found.maybe, found.truth.value) == ((), "yes")
    assert found == reconcile(world(FACTS, LATER), found.fact)


def test_members_whom_only_later_sources_name_are_not_named(world: World) -> None:
    found = only(world(FACTS, LATER), on(known="2026-01-31"))

    assert found.named == ("brazil", "kenya", "malaysia")
    assert found.derived == ("france", "russia")  # by then France followed from what is said of the two powers
    assert found.corroborated == ()


def test_a_total_is_unknown_before_its_source_is_published(world: World) -> None:
    assert not totals(world(FACTS, LATER), on(known="2025-06-14")).totals
    assert only(world(FACTS, LATER), on(known="2025-06")).truth.value == "maybe"
    assert not totals(world(FACTS, LATER), on(known="2025-06", certain=True)).totals


@pytest.mark.parametrize(
    ("day", "truth", "maybe"),
    [
        ("2025-07-01", "yes", ()),  # the time of the total has come: its members are those of then
        ("2025-06-15", "maybe", ("brazil", "malaysia")),
        ("2030", "yes", ()),
    ],
)
def test_a_total_is_of_its_own_time(world: World, day: str, truth: str, maybe: tuple[str, ...]) -> None:
    found = only(world(FACTS, LATER), on(day))

    assert (found.truth.value, found.maybe) == (truth, maybe)
    assert found.named == ("brazil", "france", "kenya", "malaysia")


def test_on_a_day_before_its_time_no_total_is_stated(world: World) -> None:
    assert not totals(world(FACTS, LATER), on("2025-05-31")).totals


UNDATED = FACTS.replace("as_of: 2025-06, ", "")


def test_of_a_total_without_a_time_the_members_are_those_of_the_day(world: World) -> None:
    found = only(world(UNDATED, LATER), on("2021-06-30"))

    assert found.named == ("brazil", "kenya")
    assert found.derived == ("russia",)  # France came later, as is stated
    assert (found.maybe, found.truth.value) == (("brazil", "russia"), "maybe")


def test_who_may_have_been_raised_may_still_stand_lower(world: World) -> None:
    dataset = world(UNDATED.replace("tier: csp, what", "tier: sp, what"), LATER)

    assert [only(dataset, on(day)).named for day in ("2020", "2025-06", "2026")] == [("malaysia",), ("malaysia",), ()]
    assert [only(dataset, on(day)).maybe for day in ("2020", "2025-06")] == [(), ("malaysia",)]


def test_certain_counts_only_who_surely_is_a_member(world: World) -> None:
    dataset = world(FACTS, LATER)

    assert only(dataset, View(certain=True)).named == ("france", "kenya", "malaysia")  # Brazil's year is unsure
    assert only(dataset, on("2025-07-01", certain=True)).named == ("france", "kenya", "malaysia")
    assert not totals(dataset, on("2025-06-15", certain=True)).totals
    assert not totals(world(FACTS.replace("2025-06,", "2025-06?,"), LATER), View(certain=True)).totals


def test_stated_leaves_out_what_follows_by_a_rule(world: World) -> None:
    found = only(world(FACTS, LATER), View(stated=True))

    assert found.sentence == "states 9; 4 named, 0 derived, 0 corroborated, 5 unnamed"
    assert only(world(UNDATED, LATER), on("2021-06-30", stated=True)).maybe == ("brazil",)  # not Russia, which follows


def test_a_member_that_is_listed_was_one_once_it_had_happened(world: World) -> None:
    facts = """
        events:
          fair: {host: kenya, on: 2025-02, evidence: {p: 1}}
          race: {host: kenya, on: 2025-11, evidence: {p: 1}, status: intended}
        counts: [{of: kenya, what: events, says: 3, as_of: 2025, named: [fair, race, egypt], evidence: {p: 1}}]
    """
    dataset = world(facts)

    assert only(dataset, View()).named == ("egypt", "fair", "race")
    assert only(dataset, on("2025-06-30")).named == ("egypt", "fair")
    assert only(dataset, on("2025-02-10")).maybe == ("fair",)


def test_a_member_that_is_listed_is_one_though_a_later_tier_replaced_it(world: World) -> None:
    facts = """
        partnerships:
          - {id: low, of: vietnam, with: kenya, tier: sp, since: 2010, evidence: {p: 1}}
          - {id: high, of: vietnam, with: kenya, tier: csp, since: 2020, evidence: {p: 1}}
          - {id: denied, of: vietnam, with: egypt, tier: sp, since: 2010, stance: against, evidence: {p: 1}}
        counts: [{of: vietnam, what: steps, says: 3, as_of: 2025, named: [low, high, denied], evidence: {p: 1}}]
    """

    assert only(world(facts), on("2025-06-30")).named == ("denied", "high", "low")


def test_totals_in_doubt_take_no_part(world: World) -> None:
    more = ["disputed: yes", "stance: against", "withdrawn: {on: 2025, why: misread}"]
    facts = "\n".join(f"  - {{id: n{at}, of: kenya, what: x, says: 3, {one}}}" for at, one in enumerate(more))

    assert not totals(world(f"counts:\n{facts}")).totals


def test_totals_of_one_actor(world: World) -> None:
    dataset = world(FACTS + "      - {id: kenyan, of: kenya, what: x, says: 3, evidence: {p: 1}}", LATER)

    assert [one.fact.id for one in totals(dataset, about="Kenyan")] == ["kenyan"]
    assert [one.fact.id for one in totals(dataset)] == ["csps", "kenyan"]
    with pytest.raises(MisuseError, match="no actor is called"):
        totals(dataset, about="Atlantis")


TOLD = """
    partnerships:
      - {of: vietnam, with: [kenya, brazil], tier: csp, since: 2020, evidence: {p: 1}}
      - {of: vietnam, with: {every: two-powers}, tier: csp, evidence: {p: 2}}
    counts:
      - id: csps
        of: vietnam
        counts: partnership
        tier: csp
        what: partners
        says: more than 9
        out_of: 193
        as_of: 2025-06
        parts: [{what: in Asia, says: 3, of: asean}, {what: in Europe, says: 2}]
        per: cuong
        note: in our words
        evidence: [{p: 1, terms: [Vietnam]}, {p: 9, in: lost, terms: [partners]}]
      - {id: bare, of: kenya, what: friends, says: 2}
"""
BORNE_OUT = {
    "seeds/talks.yaml": """
        id: talks
        title: talks
        published: 2025-06-15
        file: talks.txt
        paragraphs:
          1: 193 2 2025 3 9 asean asia cuong europe june luong more partners than vietnam
          2: the two powers
    """,
    "seeds/lost.yaml": "{id: lost, title: lost}",
}
"""Sources that bear the total out, but for one of which neither text nor index is at hand."""


@pytest.mark.usefixtures("believed")
def test_a_total_is_told_with_its_members_its_parts_and_who_says_so(world: World) -> None:
    whole = (
        "According to Lương Cường, Việt Nam: more than 9 partners out of 193 as of June 2025,"
        " among them 3 in Asia of ASEAN and 2 in Europe"
    )

    assert str(totals(world(TOLD, BORNE_OUT), on("2025-06-15"))).splitlines() == [
        "Kenya: 2 friends [maybe]",
        f"{whole}: states 9; 2 named, 2 derived, 0 corroborated, 5 unnamed or more [2 of the members maybe; maybe]",
        "   named: Brazil, Kenya",
        "   derived: France (maybe), Russia (maybe)",
        "   parts: in Asia 3, in Europe 2; the rest: 4",
        '   lost p 9: "partners" (only cited)',
        '   for a name, talks p 1: "Vietnam" (verified against the index)',
        "   note: in our words",
    ]
    assert str(totals(world(TOLD), about="kenya")) == "Kenya: 2 friends"
    assert str(totals(world(TOLD), about="egypt")) == "no total is stated in this view"


def test_a_total_is_plain_data_without_what_it_lacks(world: World) -> None:
    numbers = {"named": 2, "derived": 2, "corroborated": 0, "unnamed": 5, "exact": False}
    asia, europe = {"what": "in Asia", "of": "asean", "says": 3}, {"what": "in Europe", "of": None, "says": 2}
    members = {"named": ("brazil", "kenya"), "derived": ("france", "russia"), "corroborated": (), "maybe": ()}

    (found,) = totals(world(TOLD, BORNE_OUT), about="vietnam").plain()
    evidence = found.pop("evidence")

    assert [(one["source"], one["verified"]) for one in evidence] == [("lost", "cited"), ("talks", "index")]
    assert found.pop("text").startswith("According to Lương Cường, Việt Nam: more than 9 partners out of 193")
    assert found == {
        "id": "csps",
        "of": "vietnam",
        "what": "partners",
        "says": 9,
        **numbers,
        "out_of": "193",
        "as_of": "2025-06",
        "tier": "csp",
        "members": members,
        "parts": [asia, europe],
        "rest": 4,
        "per": ["cuong"],
        "note": "in our words",
    }
    assert totals(world(TOLD), about="kenya").plain() == [
        {
            "id": "bare",
            "text": "Kenya: 2 friends",
            "of": "kenya",
            "what": "friends",
            "says": 2,
            "named": 0,
            "derived": 0,
            "corroborated": 0,
            "unnamed": 0,
            "exact": True,
            "members": dict.fromkeys(("named", "derived", "corroborated", "maybe"), ()),
            "refused": True,
        }
    ]


def test_no_citation_of_a_total_that_check_refuses_is_verified(world: World) -> None:
    found = totals(world(TOLD.replace("[Vietnam]", "[Egypt]"), BORNE_OUT), about="vietnam")

    assert '   for context, talks p 1: "Egypt" (refused by relgraph check)' in str(found).splitlines()
    assert [citation["verified"] for citation in found.plain()[0]["evidence"]] == ["cited", "cited"]


def test_members_are_looked_for_where_a_mere_figure_is_made_a_total(world: World) -> None:
    (found,) = totals(world(TOLD.replace("of: kenya,", "of: kenya, counts: partnership,")), about="kenya")

    assert (found.named, found.unnamed) == (("vietnam",), 1)


@pytest.mark.parametrize(
    ("view", "holds"), [(View(), None), (on("2025-06-15"), "maybe"), (on("2026"), "yes"), (on(known="2026"), "yes")]
)
def test_only_where_a_day_is_asked_for_a_total_says_whether_it_holds(
    world: World, view: View, holds: str | None
) -> None:
    found = totals(world(TOLD), view, "vietnam")

    assert [one.get("holds") for one in (*found.plain(), *found.rows())] == [holds, holds]


def test_a_row_has_how_many_are_unsure(world: World) -> None:
    (row,) = totals(world(TOLD), on("2025-06-15"), "vietnam").rows()

    assert (row["named"], row["derived"], row["unnamed"], row["maybe"], row["rest"]) == (2, 2, 5, 2, 4)


def test_an_unsure_total_is_left_out_only_if_certainty_is_asked_for(world: World) -> None:
    dataset = world(FACTS.replace("2025-06,", "2025-06?,"), LATER)

    assert only(dataset, View()).truth.value == "yes"
    assert totals(dataset, View(certain=True)).totals == ()


def accepted(dataset: Dataset) -> list[Fact]:
    """The totals that nobody denies, disputes or has withdrawn."""
    return [one for one in counts(dataset) if not (one.stance or one.disputed or one.withdrawn)]


def test_the_curated_totals(curated: Dataset) -> None:
    assert accepted(curated)
    assert list(totals(curated)) == [reconcile(curated, count) for count in accepted(curated)]


def test_each_curated_total_is_known_from_the_day_its_first_source_was_published(curated: Dataset) -> None:
    published = {count.id: first_published(curated, count) for count in accepted(curated)}

    assert any(published.values())
    for name, day in published.items():
        if day:
            assert name not in known_by(curated, day - timedelta(days=1))
            assert name in known_by(curated, day)


def known_by(dataset: Dataset, day: date) -> set[str]:
    return {one.fact.id for one in totals(dataset, on(known=str(day)))}


def first_published(dataset: Dataset, fact: Fact) -> date | None:
    """The first day on which a source of a fact may have been published; None where that of one is not known."""
    dates = [dataset.library.cards[citation.source].published for citation in fact.evidence]
    return date.fromordinal(min(when.first for when in dates if when)) if all(dates) else None


@pytest.mark.usefixtures("believed")
def test_a_total_of_a_time_is_told_with_it(world: World) -> None:
    facts = "counts: [{of: kenya, what: guests, says: 3, on: 2025-05}]"

    assert str(totals(world(facts))) == "Kenya: 3 guests [in May 2025]"


def test_totals_that_say_the_same_are_equal_whatever_else_a_dataset_says(world: World) -> None:
    more = TOLD + "    visits: [{visitor: cuong, host: kenya, on: 2024}]\n"

    assert totals(world(TOLD), about="vietnam") == totals(world(more), about="vietnam")
    assert totals(world(TOLD), about="vietnam") != totals(world(TOLD), about="kenya")
