"""Whom a fact is about is named in the paragraphs that it cites."""

import pytest

from tests.checks.articles import Article, breaches


def tie(with_: str, evidence: str, more: str = "") -> str:
    return f"diplomatic_relations:\n  - {{of: vietnam, with: {with_}, evidence: {evidence}{more}}}\n"


MADE = "{p: 1, terms: [made]}"


@pytest.mark.parametrize(
    "text",
    [
        "Ties with the United Kingdom were made by Vietnam.",
        "Ties with Britain were made by Việt Nam.",
        "British-Vietnamese ties were made.",
        "GB and VN: ties made.",
    ],
)
def test_a_name_an_alias_an_adjective_or_a_code_will_do(article: Article, text: str) -> None:
    assert breaches(article(text, tie("united-kingdom", MADE)), "mention") == []


@pytest.mark.parametrize(
    "text", ["Vietnam made ties with gb.", "Vietnam made ties with GBX.", "Vietnam made Kingdom come."]
)
def test_an_end_that_is_not_named_is_told_with_the_names_looked_for(article: Article, text: str) -> None:
    assert breaches(article(text, tie("united-kingdom", MADE)), "mention") == [
        "3: the cited paragraphs never mention United Kingdom (UK, Britain, British)"
    ]


def test_a_currency_is_not_a_country(article: Article) -> None:
    countries = {"graph/actors/us.yaml": "countries: {usa: {name: United States, iso: US}}"}
    assert breaches(article("Vietnam made US$900 billion.", tie("usa", MADE), files=countries), "mention")
    assert not breaches(article("Vietnam made it with US aid.", tie("usa", MADE), files=countries), "mention")


def test_codes_are_for_texts_only(article: Article) -> None:
    assert breaches(article("Vietnam made ties with GB.", tie("united-kingdom", MADE), by_index=True), "mention")


def test_the_union_of_the_cited_paragraphs_counts(article: Article) -> None:
    text = "Vietnam made ties.\nThe other was Kenya."
    assert breaches(article(text, tie("kenya", MADE)), "mention")
    assert not breaches(article(text, tie("kenya", "[{p: 1, terms: [made]}, {p: 2, terms: [other]}]")), "mention")


def test_who_says_so_is_named_too(article: Article) -> None:
    dataset = article("Vietnam made ties with Kenya.", tie("kenya", MADE, ", per: united-nations"))
    assert breaches(dataset, "mention") == ["3: the cited paragraphs never mention United Nations (UN)"]


def test_a_capital_may_be_spoken_of_as_such(article: Article) -> None:
    mission = """
        missions:
          embassy: {sender: kenya, host: vietnam, seat: {capital: vietnam}, evidence: {p: 1, terms: [made]}}
    """
    assert not breaches(article("Kenya made an embassy in Vietnam's capital.", mission), "mention")
    assert breaches(article("Kenya made an embassy in Vietnam.", mission), "mention") == [
        "4: the cited paragraphs never mention Hà Nội (Hanoi)"
    ]


def test_a_city_that_was_not_given_as_a_capital_is_not_named_by_its_country(article: Article) -> None:
    mission = "missions: {embassy: {sender: kenya, host: vietnam, seat: hanoi, evidence: {p: 1, terms: [made]}}}"
    assert breaches(article("Kenya made an embassy in Vietnam's capital.", mission), "mention") == [
        "2: the cited paragraphs never mention Hà Nội (Hanoi)"
    ]


def test_a_capital_stands_for_its_country_where_the_fact_says_so(article: Article) -> None:
    def pact(*parties: str) -> list[str]:
        facts = f"agreements: {{pact: {{parties: [{', '.join(parties)}], evidence: {{p: 1, terms: [agreed]}}}}}}"
        return breaches(article("Hanoi and Nairobi agreed.", facts), "mention")

    assert pact("{capital: vietnam}", "{capital: kenya}") == []
    assert len(pact("vietnam", "kenya")) == 2
    assert len(pact("{capital: vietnam}", "kenya")) == 1


@pytest.mark.parametrize(
    ("ends", "missing"),
    [
        ("visitor: kenya, host: vietnam, place: hanoi", 0),
        ("visitor: kenya, host: vietnam", 1),
        ("visitor: vietnam, host: kenya, place: hanoi", 1),
        ("visitor: kenya, host: vietnam, place: nairobi", 2),
    ],
)
def test_a_visit_to_a_city_is_one_to_its_country(article: Article, ends: str, missing: int) -> None:
    visit = f"visits: [{{{ends}, evidence: {{p: 1, terms: [visit]}}}}]"
    assert len(breaches(article("Kenya paid a visit to Hanoi.", visit), "mention")) == missing


EVENTS = """
    events:
      forum: {%s host: vietnam, evidence: {p: 1, terms: [hosted]}}
    participations:
      - {participant: kenya, in: forum, evidence: {p: %d, terms: [Kenya]}}
"""


def test_a_node_is_known_by_its_name(article: Article) -> None:
    text = "Vietnam hosted the Rice Forum.\nKenya came to the rice forum.\nKenya came along."
    assert not breaches(article(text, EVENTS % ("name: Rice Forum,", 2)), "mention")
    assert breaches(article(text, EVENTS % ("name: Rice Forum,", 3)), "mention") == [
        "6: the cited paragraphs never mention Rice Forum"
    ]


def test_a_node_without_a_name_is_known_by_its_own_paragraph(article: Article) -> None:
    text = "Vietnam hosted Kenya.\nKenya came along."
    assert not breaches(article(text, EVENTS % ("", 1)), "mention")
    assert breaches(article(text, EVENTS % ("", 2)), "mention") == [
        "6: the cited paragraphs never mention forum (it has no name: give it one, or cite its paragraph)"
    ]


def test_what_cannot_be_read_is_not_judged(article: Article) -> None:
    only_cited = {"seeds/other.yaml": "id: other\ntitle: no text, no index\n"}
    evidence = "[{p: 1, terms: [made]}, {in: other, p: 3, terms: [Kenya]}]"
    assert not breaches(article("Vietnam made ties.", tie("kenya", evidence), files=only_cited), "mention")
