"""Facts and ids that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks.articles import Article, breaches
from tests.facts.two_sources import two

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

TEXT = "Kenya, Vietnam and Brazil met in 2025."
EVIDENCE = "evidence: {p: 1, terms: [met]}"


def section(name: str, *records: str) -> str:
    return f"{name}:\n" + "".join(f"  - {{{one}, {EVIDENCE}}}\n" for one in records)


def test_the_same_fact_twice_in_a_file_is_told_with_both_lines(article: Article) -> None:
    facts = section(
        "diplomatic_relations", "of: vietnam, with: kenya", "of: vietnam, with: brazil", "of: vietnam, with: kenya"
    )
    assert breaches(article(TEXT, facts), "id-twice") == ["5: the same fact is stated twice, on lines 3 and 5"]


def test_a_partner_twice_in_a_record_is_told_as_such(article: Article) -> None:
    facts = section("diplomatic_relations", "of: vietnam, with: [kenya, brazil, kenya]")
    assert breaches(article(TEXT, facts), "id-twice") == ["3: kenya stands twice in this record"]


def test_each_repetition_points_at_the_first(article: Article) -> None:
    facts = section("diplomatic_relations", *["of: vietnam, with: kenya"] * 3)
    assert breaches(article(TEXT, facts), "id-twice") == [
        "4: the same fact is stated twice, on lines 3 and 4",
        "5: the same fact is stated twice, on lines 3 and 5",
    ]


@pytest.mark.parametrize(
    "again",
    [
        "of: kenya, with: vietnam",  # it reads the same from either end
        "id: my-own, of: vietnam, with: kenya",
    ],
)
def test_the_same_fact_under_another_id_is_found(article: Article, again: str) -> None:
    facts = section("diplomatic_relations", "of: vietnam, with: kenya", again)
    assert breaches(article(TEXT, facts), "fact-twice") == ["4: the same fact is stated twice, on lines 3 and 4"]


@pytest.mark.parametrize(
    "other",
    [
        "of: kenya, with: vietnam, since: 2025",
        "of: kenya, with: vietnam, status: ended",
        "of: kenya, with: vietnam, stance: against",
        "of: kenya, with: vietnam, per: ruto",
        "of: kenya, with: brazil",
    ],
)
def test_facts_that_say_something_else_are_two(article: Article, other: str) -> None:
    facts = section("diplomatic_relations", "of: vietnam, with: kenya", other)
    assert breaches(article(TEXT, facts), "fact-twice") == []


def test_what_two_speakers_say_is_said_twice_and_stated_once_of_each(article: Article) -> None:
    tie = "of: vietnam, with: kenya"
    said = section("diplomatic_relations", f"{tie}, per: ruto", f"{tie}, per: cuong")
    again = section("diplomatic_relations", f"{tie}, per: ruto", f"id: again, {tie}, per: ruto")

    assert breaches(article(TEXT, said), "fact-twice") == []
    assert breaches(article(TEXT, again), "fact-twice") == ["4: the same fact is stated twice, on lines 3 and 4"]


@pytest.mark.parametrize("other", ["tier: csp", "in_field: trade", "note: it has no tier"])
def test_ties_of_another_tier_or_field_are_two(article: Article, other: str) -> None:
    one = "id: one, of: kenya, with: vietnam, tier: sp"
    facts = section("partnerships", one, f"of: vietnam, with: kenya, {other}")
    assert breaches(article(TEXT, facts), "fact-twice") == []


def test_a_narrower_kind_is_another_fact(article: Article) -> None:
    facts = section("cooperations", "of: kenya, with: vietnam, kind: trade", "of: vietnam, with: kenya, kind: outreach")
    assert breaches(article(TEXT, facts), "fact-twice") == []


def test_a_tier_is_one_however_it_came_about(article: Article) -> None:
    tie = "of: vietnam, with: kenya, tier: sp"
    facts = section("partnerships", f"{tie}, step: raised", f"id: again, {tie}, step: agreed")
    assert breaches(article(TEXT, facts), "fact-twice") == ["4: the same fact is stated twice, on lines 3 and 4"]


def test_a_directed_tie_is_not_its_reverse(article: Article) -> None:
    facts = section("invitations", "inviter: vietnam, invited: kenya", "inviter: kenya, invited: vietnam")
    assert breaches(article(TEXT, facts), "fact-twice") == []


def test_the_same_fact_in_two_sources_is_no_mistake(article: Article) -> None:
    other = {
        "graph/other.yaml": "source: other\n" + section("diplomatic_relations", "of: vietnam, with: kenya"),
        "seeds/other.yaml": "id: other\ntitle: x\nparagraphs: {1: kenya met vietnam}\n",
    }
    dataset = article(TEXT, section("diplomatic_relations", "of: vietnam, with: kenya"), files=other)
    assert breaches(dataset, "fact-twice") == breaches(dataset, "id-twice") == []


def test_an_id_is_there_once(article: Article) -> None:
    facts = section("diplomatic_relations", "id: one, of: vietnam, with: kenya", "id: one, of: vietnam, with: brazil")
    (message,) = breaches(article(TEXT, facts), "id-twice")
    assert message.startswith("4: one is an id already, at ")
    assert message.endswith("graph/talks.yaml:3")


def test_an_actors_id_is_not_a_facts(article: Article) -> None:
    facts = f"events:\n  kenya: {{host: vietnam, {EVIDENCE}}}\n"
    (message,) = breaches(article(TEXT, facts), "id-twice")
    assert message.startswith("3: kenya is the id of an actor already, at ")


def test_two_cards_of_one_text_are_told_at_the_second(article: Article) -> None:
    digest = f"sha256: {'17' * 32}"
    again = {"seeds/the-talks.yaml": f"id: the-talks\ntitle: talks\n{digest}\n"}
    dataset = article(TEXT, card=digest, files=again, by_index=True)

    (told,) = breaches(dataset, "text-twice")
    assert told.startswith("1: the-talks: its text is that of talks (")
    other = {one: text.replace("17", "18") for one, text in again.items()}
    assert breaches(article(TEXT, card=digest, files=other, by_index=True), "text-twice") == []


CITED = "evidence: {p: 1, terms: [csp]}"
PACT, PARTIES = "agreements: {%s: {kind: treaty, %s, " + CITED + "}}", "name: Trade Pact, parties: [kenya, vietnam]"
HOUSE = "missions: {%s: {kind: embassy, sender: kenya, host: vietnam, %s, " + CITED + "}}"
FAIR = "events: {%s: {name: the Fair, kind: exhibition, %s, " + CITED + "}}"


def told_twice(dataset: Dataset) -> list[str]:
    return [one.partition(": ")[2] for one in breaches(dataset, "node-twice")]


@pytest.mark.parametrize(
    ("record", "mine", "its", "differs"),
    [
        (PACT, PARTIES, PARTIES, ""),
        (PACT, f"{PARTIES}, on: 1970", f"{PARTIES}, on: 1971", ", but on 1970, not 1971"),
        (PACT, f"{PARTIES}, on: 1970", f"{PARTIES}, on: 1970-05-02, status: signed", ""),
        (HOUSE, "since: 1990", "since: 1990-03", ""),
        (HOUSE, "until: 1967, status: ended", "until: 1969, status: ended", ", but until 1967, not 1969"),
        (FAIR, "on: 2019, place: hanoi", "on: 2019-05", ""),
        (FAIR, "on: 2019, place: hanoi", "on: 2019, place: paris", ", but place hanoi, not paris"),
    ],
)
def test_what_two_sources_tell_of_under_two_ids_may_be_one(
    world: World, record: str, mine: str, its: str, differs: str
) -> None:
    dataset = two(world, record % ("two", mine), record % ("one", its))
    told = f"two is told like one, at {dataset.stated[0].place}{differs}"

    assert told_twice(dataset) == [f"{told}; if they are one, keep one record that cites both sources"]


@pytest.mark.parametrize(
    ("record", "mine", "its"),
    [
        (PACT, PARTIES, "name: Tea Pact, parties: [kenya, vietnam]"),
        (PACT, PARTIES, "name: Trade Pact, parties: [kenya, egypt]"),
        (PACT, PARTIES, f"{PARTIES}, stance: against"),
        (PACT, PARTIES, f"{PARTIES}, status: intended"),
        (PACT, PARTIES, f"{PARTIES}, distinction: of the coast"),
        (HOUSE, "until: 1967, status: ended", "since: 1990"),  # closed, and opened again
        (FAIR, "on: 2019", "on: 2020"),  # it comes every year
        (FAIR, "on: 2019", "on: 2019, ordinal: 3"),
        ("meetings: {%s: {participants: [kenya, vietnam], %s, " + CITED + "}}", "kind: talks", "kind: talks"),
    ],
)
def test_what_is_told_apart_is_two(world: World, record: str, mine: str, its: str) -> None:
    assert told_twice(two(world, record % ("one", mine), record % ("two", its))) == []


def test_one_source_that_tells_of_two_alike_means_two(article: Article) -> None:
    both = "agreements:\n" + "".join(f"  {one}: {{{PARTIES}, {EVIDENCE}}}\n" for one in ("one", "two"))
    assert told_twice(article(TEXT, both)) == []
