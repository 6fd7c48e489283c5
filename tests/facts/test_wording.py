"""Facts as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.wording import caveat, dates, phrase, says, status_label, tier_label
from relgraph.vocabulary.model import Walk

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

TREATY = """
    agreements:
      treaty: {name: the Treaty, parties: [kenya, vietnam]}
"""


def read(dataset: Dataset, number: int, start: str, end: str, walk: int = 0) -> str:
    """A fact as it reads along a walk of its kind."""
    fact = dataset.facts[number]
    return phrase(dataset, fact, dataset.vocabulary.relations[fact.kind].walks[walk], start, end)


def test_a_symmetric_tie_reads_from_both_ends(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: united-kingdom, tier: csp}]")

    assert read(dataset, 0, "vietnam", "united-kingdom") == (
        "Việt Nam has a Comprehensive Strategic Partnership with United Kingdom"
    )
    assert read(dataset, 0, "united-kingdom", "vietnam") == (
        "United Kingdom has a Comprehensive Strategic Partnership with Việt Nam"
    )


def test_a_directed_tie_says_who_does_what_from_both_ends(world: World) -> None:
    dataset = world("tariffs: [{imposed_by: france, upon: kenya, rate: 20 %}]")

    assert read(dataset, 0, "france", "kenya") == "France levies a tariff on Kenya"
    assert read(dataset, 0, "kenya", "france") == "Kenya faces a tariff of France"
    assert says(dataset, dataset.facts[0]) == "France levies a tariff on Kenya: rate 20 %"


def test_parties_of_one_role_read_from_whichever_is_first(world: World) -> None:
    dataset = world(TREATY)

    assert read(dataset, 0, "kenya", "vietnam") == "Kenya and Việt Nam are parties to the Treaty"
    assert read(dataset, 0, "vietnam", "kenya") == "Việt Nam and Kenya are parties to the Treaty"


def test_a_mission_reads_from_sender_and_from_host(world: World) -> None:
    dataset = world("missions: {embassy: {name: the Embassy, sender: vietnam, host: egypt, covers: [kenya]}}")

    assert read(dataset, 0, "vietnam", "kenya") == "Việt Nam is accredited to Kenya through the Embassy"
    assert read(dataset, 0, "kenya", "vietnam") == "Kenya is covered by Việt Nam through the Embassy"
    assert read(dataset, 0, "egypt", "vietnam", walk=1) == "Egypt hosts the Embassy of Việt Nam"


def test_a_walk_to_the_fact_itself_names_it(world: World) -> None:
    dataset = world("events: {fair: {name: the Fair, host: kenya, on: 2025}}")

    assert read(dataset, 0, "kenya", "fair") == "Kenya hosted the Fair"
    assert read(dataset, 0, "fair", "kenya") == "the Fair was hosted by Kenya"


def test_a_node_is_told_with_all_of_its_ends(world: World) -> None:
    dataset = world(TREATY)

    assert says(dataset, dataset.facts[0]) == "the Treaty (agreement): parties Kenya and Việt Nam (signed)"
    dataset = world("""
        events:
          fair: {kind: summit, host: [kenya, egypt, brazil], part_of: feast, ordinal: 4}
          feast: {name: the Feast, place: nairobi}
    """)
    assert [says(dataset, fact) for fact in dataset.facts] == [
        "fair (summit): host Kenya, Egypt and Brazil, part of the Feast: ordinal 4",
        "the Feast (event): place Nairobi",
    ]


def test_all_figures_of_a_tie_are_told_by_their_names(world: World) -> None:
    dataset = world("tariffs: [{imposed_by: france, upon: kenya, rate: 20 %, previous_rate: 46 %, goods: tea}]")

    assert says(dataset, dataset.facts[0]) == "France levies a tariff on Kenya: rate 20 %, previous rate 46 %"


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ("counts: [{of: vietnam, what: partners, says: 14, bound: more-than}]", "Việt Nam: partners: more than 14"),
        ("counts: [{of: vietnam, what: partners, says: more than 14}]", "Việt Nam: partners: more than 14"),
        ("counts: [{of: vietnam, counts: partnership, says: 14}]", "Việt Nam: partnership: 14"),
        ("counts: [{of: vietnam, what: partners}]", "Việt Nam: partners: unknown"),
        ("counts: [{of: vietnam, says: 14, disputed: yes}]", "Việt Nam: stated count: 14 (disputed)"),
        ("indicators: [{of: kenya, what: growth, value: 5 %}]", "Kenya: growth: 5 %"),
        ("indicators: [{of: kenya, what: growth, status: proposed}]", "Kenya: growth: unknown (proposed)"),
    ],
)
def test_a_figure_is_told_of_its_bearer(world: World, record: str, told: str) -> None:
    dataset = world(record)

    assert says(dataset, dataset.facts[0]) == told


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", ""),
        ("status: in-force", ""),
        ("status: explored", " (explored)"),
        ("status: intended", " (intended)"),
        ("status: proposed", " (proposed)"),
        ("status: negotiated", " (under negotiation)"),
        ("status: signed", " (signed)"),
        ("status: ended", " (ended)"),
        ("stance: against", " (against)"),
        ("disputed: yes", " (disputed)"),
        ("withdrawn: {on: 2025, why: a mistake}", " (withdrawn)"),
        ("status: intended, disputed: yes", " (intended, disputed)"),
    ],
)
def test_what_is_not_simply_so_never_reads_as_if_it_were(world: World, more: str, told: str) -> None:
    dataset = world(f"partnerships: [{{of: vietnam, with: kenya, tier: sp, {more}}}]")

    assert caveat(dataset, dataset.facts[0]) == told
    assert says(dataset, dataset.facts[0]) == f"Việt Nam has a Strategic Partnership with Kenya{told}"


def test_tiers_and_statuses_have_their_full_names(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: in-one-field, of: vietnam, with: kenya, tier: sectoral, status: negotiated}
          - {id: unranked, of: kenya, with: egypt}
    """)
    one, other = dataset.facts

    assert tier_label(dataset, one) == "strategic partnership in one field"
    assert tier_label(dataset, other) == "partnership"
    assert status_label(dataset, one) == "under negotiation"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("since: 2025", "since 2025"),
        ("since: ../2025", "since 2025 or before"),
        ("since: 2025/..", "since 2025 or later"),
        ("since: 2024, until: 2026-02?", "since 2024, until 2026-02?"),
        ("seen: 2024/2025", "seen 2024 to 2025"),
        ("since: unknown", ""),
    ],
)
def test_dates_are_told_as_precisely_as_they_are_known(world: World, written: str, told: str) -> None:
    dataset = world(f"partnerships: [{{of: vietnam, with: kenya, tier: sp, {written}}}]")

    assert dates(dataset.facts[0]) == told


@pytest.mark.parametrize(
    ("forward", "told"),
    [
        ("{of} and {nobody}", "Kenya and (unknown nobody)"),
        ("{of} {", "Kenya {"),
        ("{of.__class__} {0} {}", "{of.__class__} (unknown 0) {}"),
    ],
)
def test_a_phrase_takes_names_and_nothing_else(world: World, forward: str, told: str) -> None:
    dataset = world("partnerships: [{of: kenya, with: egypt}]")

    assert phrase(dataset, dataset.facts[0], Walk("of", "with", forward, "back"), "kenya", "egypt") == told


def test_a_name_may_hold_braces(world: World) -> None:
    dataset = world(
        "partnerships: [{of: braces, with: kenya}]", {"graph/actors/more.yaml": 'countries: {braces: {name: "{with}"}}'}
    )

    assert says(dataset, dataset.facts[0]) == "{with} has a partnership with Kenya"
