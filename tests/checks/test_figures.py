"""A figure stands in a cited paragraph, in one of its spellings."""

import pytest

from tests.checks.articles import Article, breaches

BARE = {"seeds/talks.yaml": "id: talks\ntitle: neither text nor index\n"}


def count(says: str, more: str = "") -> str:
    return f"counts:\n  - {{of: vietnam, what: things, says: {says}, evidence: {{p: 1, terms: [Vietnam]}}{more}}}\n"


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("64", "Vietnam has sixty-four."),
        ("1000", "Vietnam has 1,000."),
        ('"1,000"', "Vietnam has 1000."),
        ("615 billion VND", "Vietnam has VNĐ615 billion."),
        ("615 billion VND", "Vietnam has 615,000,000,000."),
        ("7.09 %", "Vietnam has 7.09% more."),
        ("more than 20 %", "Vietnam has more than twenty per cent."),
        ("1.2 billion EUR", "Vietnam has €1.2 billion."),
        ("€1.2 billion", "Vietnam has 1,200 million euros."),
        ("200 million", "Vietnam has US$ 200m."),
        ("200 million USD", "Vietnam has two hundred million dollars."),
        ("sixty-four", "Vietnam has 64."),
        ("250", "Vietnam has two hundred and fifty."),
        ("1 million", "Vietnam has a million."),
    ],
)
def test_a_figure_may_be_spelled_in_several_ways(article: Article, says: str, text: str) -> None:
    assert breaches(article(text, count(says)), "figure-named") == []


@pytest.mark.parametrize(
    ("says", "text", "missing"),
    [
        ("15", "Vietnam has 14.", "15"),
        ("4", "Vietnam has the fourth.", "4"),  # how many is not which one
        ("615 billion VND", "Vietnam has 615 million.", "615 billion or 615000000000"),
        ("2", "Vietnam has 2 million.", "2"),
        ("200 million", "Vietnam has 200m of road.", "200 million or 200000000"),
        ("12", "Vietnam has 1.2 of it.", "12"),
    ],
)
def test_a_figure_that_is_not_there_is_told(article: Article, says: str, text: str, missing: str) -> None:
    assert breaches(article(text, count(says)), "figure-named") == [
        f"3: the cited paragraphs never give {missing} (says)"
    ]


@pytest.mark.parametrize(
    ("text", "found"), [("the fourth forum", True), ("the 4th forum", True), ("four forums", False)]
)
def test_an_ordinal_is_not_a_number_of_things(article: Article, text: str, *, found: bool) -> None:
    event = "events:\n  forum: {host: vietnam, ordinal: 4, evidence: {p: 1, terms: [Vietnam]}}\n"
    assert breaches(article(f"Vietnam hosted {text}.", event), "figure-named") == (
        [] if found else ["3: the cited paragraphs never give 4th (ordinal)"]
    )


def test_one_of_the_cited_paragraphs_gives_a_figure(article: Article) -> None:
    cited = count("64").replace("{p: 1, terms: [Vietnam]}", "[{p: 1, terms: [Vietnam]}, {p: 2, terms: [Vietnam]}]")

    assert breaches(article("Vietnam has 64.\nVietnam has many things.", cited), "figure-named") == []
    assert len(breaches(article("Vietnam has 14.\nVietnam has many things.", cited), "figure-named")) == 1


def test_figures_of_every_kind_of_relation_are_looked_for(article: Article) -> None:
    facts = """
        tariffs: [{imposed_by: france, upon: kenya, rate: 20 %, previous_rate: 46 %, evidence: {p: 1, terms: [tariff]}}]
        contributions: [{giver: kenya, recipient: vietnam, amount: 3 million, evidence: {p: 1, terms: [tariff]}}]
        participations: [{participant: kenya, in: fair, ordinal: 3, evidence: {p: 1, terms: [tariff]}}]
    """
    assert breaches(article("A tariff of 46 % for 3 of them.", facts), "figure-named") == [
        "3: the cited paragraphs never give 20 (rate)",
        "4: the cited paragraphs never give 3 million or 3000000 (amount)",
        "5: the cited paragraphs never give 3rd (ordinal)",
    ]


def test_what_cannot_be_read_is_not_judged(article: Article) -> None:
    assert breaches(article("Vietnam has 14.", count("15"), files=BARE), "figure-named") == []


def test_parts_are_figures_too(article: Article) -> None:
    parts = ", out_of: 30, parts: [{what: north, says: 9}, {what: south, says: 5}]"
    assert breaches(article("Vietnam has 14: 9 and 6.", count("14", parts)), "figure-named") == [
        "3: the cited paragraphs never give 30 (out_of)",
        "3: the cited paragraphs never give 5 (parts)",
    ]


def test_a_figure_in_another_currency_is_another(article: Article) -> None:
    assert breaches(article("Vietnam has €615 billion.", count("615 billion VND")), "figure-named") == [
        "3: the cited paragraphs never give 615 billion or 615000000000 (says); they give it in €, not in VND"
    ]


@pytest.mark.parametrize(
    ("language", "says", "text"),
    [
        ("de", "1.2 billion EUR", "Vietnam: 1,2 Mrd. Euro"),
        ("de", "1200000", "Vietnam: 1.200.000"),
        ("fr", "1.2 billion EUR", "Vietnam : 1,2 milliard d'euros"),
        ("fr", "1200000", "Vietnam : 1 200 000"),
        ("es", "200 million USD", "Vietnam: 200 millones de dólares"),
        ("es-MX", "1.5", "Vietnam: 1.5"),
        ("ru", "1.2 billion", "Vietnam: 1,2 млрд"),
        ("hi", "120 million", "Vietnam: १२ करोड़"),
        ("sw", "200 million", "Vietnam: milioni 200"),
        ("zh", "1.2 billion USD", "Vietnam: 12亿美元"),
        ("ar", "200 million USD", "Vietnam: ٢٠٠ مليون دولار"),
        ("fr", "14", "Vietnam : quatorze partenaires"),
        ("ru", "2 billion", "Vietnam: два миллиарда"),
    ],
)
def test_a_language_has_its_own_marks_and_words(article: Article, language: str, says: str, text: str) -> None:
    assert breaches(article(text, count(says), card=f"language: {language}"), "figure-named") == []


@pytest.mark.parametrize(("language", "stands"), [("de", False), ("en", True)])
def test_the_language_decides_which_mark_is_the_decimal_one(article: Article, language: str, *, stands: bool) -> None:
    found = breaches(article("Vietnam: 1.200", count("1.2"), card=f"language: {language}"), "figure-named")
    assert (found == []) is stands


@pytest.mark.parametrize(
    ("language", "says", "text"),
    [
        ("en", "1.2 billion EUR", "Vietnam has 1,200 million euros."),
        ("de", "1.2 billion EUR", "Vietnam: 1,2 Mrd. Euro"),
        ("de", "1200000", "Vietnam: 1.200.000"),
        ("fr", "1200000", "Vietnam : 1 200 000"),
        ("sw", "200 million", "Vietnam: milioni 200"),
        ("fr", "24", "Vietnam : vingt-quatre partenaires"),
    ],
)
def test_the_word_index_knows_these_spellings_too(article: Article, language: str, says: str, text: str) -> None:
    made = article(text, count(says), card=f"language: {language}", by_index=True)
    assert breaches(made, "figure-named") == []
    wrong = article(text, count("77"), card=f"language: {language}", by_index=True)
    assert breaches(wrong, "figure-named") != []


@pytest.mark.parametrize(
    ("says", "text", "doubted"),
    [
        ("7", "Vietnam signed them on 7 January 2026.", True),
        ("2026", "Vietnam signed them on January 7, 2026.", True),
        ("7", "Vietnam signed 7 on 7 January 2026.", False),
        ("seven", "On 7 January Vietnam signed seven.", False),
        ("14", "On March 3, 14 were signed by Vietnam.", False),
        ("20 million USD", "On 20 March Vietnam lent US$ 20 million.", False),
        ("20", "Vietnam has 20.", False),
    ],
)
def test_a_figure_is_not_the_day_of_a_date(article: Article, says: str, text: str, *, doubted: bool) -> None:
    assert bool(breaches(article(text, count(says)), "figure-in-date")) is doubted
    assert breaches(article(text, count(says)), "figure-named") == []


def test_in_another_language_a_figure_is_not_the_day_of_a_date_either(article: Article) -> None:
    found = article("Vietnam підписав їх 7 січня.", count("7"), card="language: uk")
    assert breaches(found, "figure-in-date") == [
        "3: p 1 of talks has 7 (says) in a date alone; is that what it counts?"
    ]


@pytest.mark.parametrize(
    ("language", "text", "says", "read"),
    [("de", "Egypt: 1.200 Gäste.", "1.200", 1200), ("es", "Egypt: 3.500.000 de fieles.", "3,500", None)],
)
def test_a_figure_as_its_language_writes_it_is_told_as_what_it_is(
    article: Article, language: str, text: str, says: str, read: int | None
) -> None:
    count = f"counts: [{{of: egypt, what: guests, says: '{says}', evidence: {{p: 1, terms: [Egypt]}}}}]"
    found = breaches(article(text, count, card=f"published: 2026\nlanguage: {language}"), "figure-named")
    hint = f"; in the language of p 1 of talks that is {read}: write it so" if read else ""
    assert found == [f"2: the cited paragraphs never give {says.replace(',', '')} (says){hint}"]
