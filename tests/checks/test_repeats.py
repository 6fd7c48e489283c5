"""Facts and ids that are there twice."""

import pytest

from tests.checks.articles import Article, breaches

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
