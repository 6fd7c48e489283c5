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


def test_an_actor_without_a_name_is_told_by_its_id(article: Article) -> None:
    countries = {"graph/actors/x.yaml": "countries: {x-land: {}}"}
    assert breaches(article("Vietnam made ties.", tie("x-land", MADE), files=countries), "mention") == [
        "3: the cited paragraphs never mention x-land (it has no name: give it one, or cite its paragraph)"
    ]


def test_a_currency_is_not_a_country(article: Article) -> None:
    countries = {"graph/actors/us.yaml": "countries: {usa: {name: United States, iso: US}}"}
    assert breaches(article("Vietnam made US$900 billion.", tie("usa", MADE), files=countries), "mention")
    assert not breaches(article("Vietnam made it with US aid.", tie("usa", MADE), files=countries), "mention")


def test_codes_are_for_texts_only(article: Article) -> None:
    assert breaches(article("Vietnam made ties with GB.", tie("united-kingdom", MADE), by_index=True), "mention")


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (
            "visits:\n  - {visitor: kenya, host: peru, evidence: {p: 1, terms: [visit]}}\n",
            "3: the cited paragraphs never mention Peru (Peruvian); they name Lima, its capital: enter place: lima",
        ),
        (
            "supports:\n  - {supporter: peru, supported: kenya, evidence: {p: 1, terms: [visit]}}\n",
            (
                "3: the cited paragraphs never mention Peru (Peruvian); they name Lima, its capital: "
                "enter supporter: {capital: peru}"
            ),
        ),
    ],
)
def test_a_country_that_only_its_capital_speaks_for_is_told_how_to_be_entered(
    article: Article, fact: str, told: str
) -> None:
    text = "A visit by Kenya to Lima."
    assert breaches(article(text, fact), "mention") == [told]
    mended = fact.replace("supporter: peru", "supporter: {capital: peru}").replace("peru,", "peru, place: lima,")
    assert breaches(article(text, mended), "mention") == []


@pytest.mark.parametrize("place", ["supporter: {capital: russia}", "supporter: russia"])
def test_a_capital_of_another_language_is_told_by_what_entry_it_is_met(article: Article, place: str) -> None:
    facts = f"supports: [{{{place}, supported: kenya, evidence: {{p: 1, terms: [поддержала]}}}}]"
    text, russian = "Москва поддержала Кению.", "language: ru"
    told = breaches(article(text, facts, card=russian), "mention")
    added = {"graph/actors/more.yaml": "cities: {moscow: {aliases: [Москва]}}"}

    assert [one.endswith("moscow: {aliases: [...]} under cities") for one in told] == ["capital" in place]
    assert bool(breaches(article(text, facts, card=russian, files=added), "mention")) is ("capital" not in place)


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


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Vietnam made ties with Papua New Guinea.", False),
        ("Vietnam made ties with Guinea-Bissau.", False),
        ("Vietnam made ties round the Gulf of Guinea.", False),
        ("Vietnam made ties with Papua New Guinea and with Guinea.", True),
        ("Vietnam made ties with the Guinean navy.", True),
        ("Vietnam made ties with Bissau-Guinean sailors.", False),
        ("Vietnam made ties over a guinea.", False),
        ("VIETNAM MADE TIES WITH GUINEA", True),
    ],
)
def test_the_longest_name_wins(article: Article, text: str, is_named: bool) -> None:  # noqa: FBT001 - a row of the table
    files = {"graph/actors/guinea.yaml": "countries: {guinea: {name: Guinea, iso: GN}}"}
    found = breaches(article(text, tie("guinea", MADE), files=files), "mention")
    assert found == ([] if is_named else ["3: the cited paragraphs never mention Guinea"])


def test_two_countries_that_and_joins_stand_there_each(article: Article) -> None:
    """There was a state called Serbia and Montenegro."""
    files = {
        "graph/actors/two.yaml": "countries: {serbia: {name: Serbia, iso: RS}, montenegro: {name: Montenegro, iso: ME}}"
    }
    text = "Vietnam made ties with Serbia and Montenegro."
    assert not breaches(article(text, tie("[serbia, montenegro]", MADE), files=files), "mention")


def test_a_longer_name_of_a_like_hides_a_shorter_one(article: Article) -> None:
    offices = """
        offices:
          minister: {name: Minister of Trade, of: vietnam}
          deputy: {name: Deputy Minister of Trade, of: vietnam}
        bodies:
          union: {name: Union of Rivers}
          council: {name: Council of the Union of Rivers, of: union}
    """
    facts = """
        holds:
          - {holder: ruto, office: minister, evidence: {p: 1, terms: [made]}}
        memberships:
          - {member: vietnam, of: union, evidence: {p: 1, terms: [made]}}
    """
    text = "Vietnam made William Ruto Deputy Minister of Trade at the council of the Union of Rivers."
    dataset = article(text, facts, files={"graph/actors/more.yaml": offices})
    assert breaches(dataset, "mention") == ["4: the cited paragraphs never mention Minister of Trade"]


@pytest.mark.parametrize("text", ["Vietnam made us laugh.", "Us? Vietnam made it.", "Vietnam made US$ 5."])
def test_a_small_word_is_no_abbreviation(article: Article, text: str) -> None:
    files = {"graph/actors/us.yaml": "countries: {usa: {name: United States, aliases: [US], iso: US}}"}
    assert breaches(article(text, tie("usa", MADE), files=files), "mention")


@pytest.mark.parametrize("text", ["VIETNAM MADE TIES IN KENYA", "Vietnam made ties IN Kenya."])
def test_a_code_is_none_where_all_are_capitals(article: Article, text: str) -> None:
    files = {"graph/actors/india.yaml": "countries: {india: {name: India, iso: IN}}"}
    assert bool(breaches(article(text, tie("india", MADE), files=files), "mention")) is text.isupper()


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Vietnam made ties with Papua New Guinea.", "guinea: {name: Guinea, iso: GN}", "Papua New Guinea"),
        ("Vietnam made a bell polish.", "poland: {name: Poland, adjectives: [Polish], iso: PL}", "polish"),
        ("Vietnam told us what it made.", "usa: {name: United States, aliases: [US], iso: US}", "us"),
    ],
)
def test_a_word_index_that_leaves_doubt_is_noted(article: Article, text: str, one: str, other: str) -> None:
    name = one.partition("name: ")[2].partition(",")[0]
    files = {"graph/actors/more.yaml": f"countries: {{{one}}}"}
    dataset = article(text, tie(one.partition(":")[0], MADE), files=files, by_index=True)
    assert breaches(dataset, "mention") == []
    assert breaches(dataset, "mention-unsure") == [
        f'3: p 1 of talks may say "{other}" and not name {name}; its word index cannot tell, the text can'
    ]


def test_a_word_index_leaves_no_doubt_where_another_paragraph_is_certain(article: Article) -> None:
    files = {"graph/actors/more.yaml": "countries: {guinea: {name: Guinea, adjectives: [Guinean], iso: GN}}"}
    text = "Vietnam made ties with Papua New Guinea.\nA Guinean made it."
    evidence = "[{p: 1, terms: [made]}, {p: 2, terms: [made]}]"
    assert not breaches(article(text, tie("guinea", evidence), files=files, by_index=True), "mention-unsure")


def test_what_only_texts_say_is_looked_for_and_not_told_as_a_name(article: Article) -> None:
    files = {
        "graph/actors/more.yaml": "countries: {narnia: {name: Narnia, aliases: [Far Land], in_texts: [lion's land]}}"
    }
    assert not breaches(article("Vietnam made ties with the lion's land.", tie("narnia", MADE), files=files), "mention")
    assert breaches(article("Vietnam made ties.", tie("narnia", MADE), files=files), "mention") == [
        "3: the cited paragraphs never mention Narnia (Far Land)"
    ]


def test_people_are_met_in_the_cases_of_a_language(article: Article) -> None:
    card = "published: 2026-01-12\nlanguage: ru"
    files = {"graph/actors/more.yaml": "people: {lunin: {name: Oleg Lunin, aliases: [Олег Лунин]}}"}
    facts = "visits:\n  - {visitor: lunin, host: vietnam, evidence: {p: 1, terms: [встречу]}}\n"
    text = "Вьетнам провёл встречу с Олегом Луниным."  # noqa: RUF001 - Russian
    assert not breaches(article(text, facts, files=files, card=card), "mention")
    assert breaches(article(text.replace("Луниным", "Лунинским"), facts, files=files, card=card), "mention")
