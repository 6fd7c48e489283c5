"""Ids of facts: made from what they say, never from where they stand."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from relgraph.facts.parsing.ids import made_id, settle_ids
from relgraph.facts.records import End, Fact, When
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.world import World

ENDS = (End("of", "vietnam"), End("with", "kenya"), End("place", "hanoi"))


def test_an_id_says_source_kind_ends_and_what_tells_it_apart() -> None:
    when = When(since=parse_date("2025"), seen=parse_date("2026"))

    assert made_id("vns", "partnership", ENDS, (None, "csp", None), when) == "vns:partnership:vietnam:kenya:csp:2025"
    assert made_id("vns", "partnership", ENDS[:1], (), When()) == "vns:partnership:vietnam"


def test_the_first_date_that_a_fact_has_is_in_its_id() -> None:
    on, since, until, seen = map(parse_date, ("2021", "2022", "2023", "2024"))

    assert made_id("vns", "visit", ENDS, (), When(on, since, until, seen)).endswith(":2021")
    assert made_id("vns", "visit", ENDS, (), When(None, since, until, seen)).endswith(":2022")
    assert made_id("vns", "visit", ENDS, (), When(None, None, until, seen)).endswith(":2023")
    assert made_id("vns", "visit", ENDS, (), When(None, None, None, seen)).endswith(":2024")


def test_an_interval_stays_one_word_of_a_path() -> None:
    assert made_id("vns", "visit", ENDS, (), When(on=parse_date("../2025"))).endswith(":..--2025")


def indicators(world: World, *records: str) -> list[str]:
    return [fact.id for fact in world("indicators:" + "".join(f"\n  - {{of: kenya, {one}}}" for one in records)).facts]


def test_facts_that_would_share_an_id_are_told_apart_by_all_that_they_say(world: World) -> None:
    assert indicators(world, "what: growth, on: 2025, value: 7 %", "what: trade, on: 2025, value: 8 %") == [
        "talks:indicator:kenya:2025:value=7_%:what=growth",
        "talks:indicator:kenya:2025:value=8_%:what=trade",
    ]
    assert indicators(world, "what: growth, value: 7 %", "what: growth, value: 7 %, per: asean") == [
        "talks:indicator:kenya:value=7_%:what=growth",
        "talks:indicator:kenya:value=7_%:what=growth:per=asean",
    ]
    assert indicators(world, "what: growth", "what: growth, stance: against") == [
        "talks:indicator:kenya:what=growth",
        "talks:indicator:kenya:what=growth:against",
    ]


def test_further_ends_and_dates_tell_facts_apart_too(world: World) -> None:
    facts = """
        invitations:
          - {inviter: kenya, invited: egypt, occasion: fair}
          - {inviter: kenya, invited: egypt, occasion: race}
        tariffs:
          - {imposed_by: kenya, upon: egypt, since: 2025, until: 2026, goods: black tea}
          - {imposed_by: kenya, upon: egypt, since: 2025, until: 2027/2028, seen: 2026}
        events: {fair: {host: kenya}, race: {host: kenya}}
    """

    assert [fact.id for fact in world(facts).facts] == [
        "fair",
        "race",
        "talks:invitation:kenya:egypt:fair",
        "talks:invitation:kenya:egypt:race",
        "talks:tariff:kenya:egypt:2025:2027--2028:2026",
        "talks:tariff:kenya:egypt:2025:goods=black_tea:2026",
    ]


def test_facts_alike_in_all_are_left_alike_for_the_checks_to_tell(world: World) -> None:
    assert indicators(world, "what: growth", "what: growth") == ["talks:indicator:kenya:what=growth"] * 2


def test_an_id_that_a_curator_wrote_is_left_alone() -> None:
    twice = [Fact("mine", "visit", ENDS, "occurred", fields={"topics": (topic,)}) for topic in ("tea", "rice")]

    assert settle_ids(twice) == twice


def test_a_fact_with_an_id_and_several_partners_makes_an_id_for_each(world: World) -> None:
    facts = world("partnerships: [{id: five, of: vietnam, with: [kenya, egypt], tier: sp}]").facts

    assert [fact.id for fact in facts] == ["five:vietnam:egypt", "five:vietnam:kenya"]


RECORDS = (
    "{of: vietnam, with: kenya, tier: sp, since: 2025}",
    "{of: vietnam, with: [egypt, france], tier: csp}",
    "{of: vietnam, with: egypt, tier: sp, status: intended}",
    "{of: kenya, with: egypt, tier: sp, in_field: tea}",
    "{of: kenya, with: egypt, tier: sp, in_field: rice}",
)


def ids(world: World, records: Sequence[str]) -> set[str]:
    return {fact.id for fact in world("partnerships:" + "".join(f"\n  - {record}" for record in records)).facts}


def test_ids_do_not_depend_on_the_order_of_records(world: World) -> None:
    expected = ids(world, RECORDS)

    assert len(expected) == 6
    for order in permutations(RECORDS):
        assert ids(world, order) == expected


def test_what_is_added_elsewhere_leaves_ids_as_they_are(world: World) -> None:
    assert ids(world, RECORDS[:2]) < ids(world, RECORDS[:3]) < ids(world, RECORDS)


def test_a_status_that_is_the_usual_one_anyway_makes_no_other_id(world: World) -> None:
    assert ids(world, ["{of: kenya, with: egypt, status: in-force}"]) == ids(world, ["{of: kenya, with: egypt}"])
