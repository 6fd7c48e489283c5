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
