"""What two sources say of one thing is set side by side."""

import pytest

from tests.checks.articles import Article, breaches

CARD = (
    "id: other\ntitle: x\npublished: 2025\nparagraphs: {1: 14 1972 1973 1990 8 growth kenya relations vietnam with}\n"
)
TEXT = "Kenya has relations with Vietnam, 1972, 1973, 1990, growth 8 and 14."


def told(article: Article, rule: str, mine: str, other: str) -> list[str]:
    """What a rule finds where the text says `mine`, and another source `other`."""
    files = {
        "seeds/other.yaml": CARD,
        "graph/other.yaml": f"source: other\n{other}",
    }
    return breaches(article(TEXT, mine, files=files), rule)


def relations(of: str, with_: str, more: str = "") -> str:
    return f"diplomatic_relations:\n  - {{of: {of}, with: {with_}, {more}evidence: {{p: 1, terms: [relations]}}}}\n"


def test_what_two_sources_say_alike_corroborates_from_either_end(article: Article) -> None:
    mine, other = relations("kenya", "vietnam"), relations("vietnam", "kenya")

    (line,) = told(article, "corroborated", mine, other)
    assert "from another source: the two corroborate it" in line
    assert told(article, "corroborated", mine, relations("vietnam", "france")) == []
    assert told(article, "corroborated", mine, relations("vietnam", "kenya", "status: intended, ")) == []


@pytest.mark.parametrize(
    ("mine", "other", "conflict"),
    [
        ("since: 1972, ", "since: 1973, ", "since: "),
        ("since: 1972, ", "since: 1972, ", None),
        ("since: 1972, ", "since: 1972-03, ", None),
        ("since: 1972, ", "", None),
        ("since: 1972, until: 1973, ", "since: 1990, ", None),
        ("until: 1973, ", "until: 1990, ", "until: "),
    ],
)
def test_dates_without_a_day_in_common_conflict_unless_they_are_of_two_times(
    article: Article, mine: str, other: str, conflict: str | None
) -> None:
    found = told(article, "sources-differ", relations("kenya", "vietnam", mine), relations("vietnam", "kenya", other))

    assert [conflict in line for line in found if conflict] == ([True] if conflict else [])
    assert len(found) == (1 if conflict else 0)


def test_two_tiers_of_one_time_are_a_note_where_two_sources_give_them(article: Article) -> None:
    def tied(tier: str) -> str:
        terms = "evidence: {p: 1, terms: [relations]}"
        return f"partnerships:\n  - {{of: vietnam, with: kenya, tier: {tier}, since: 1990, {terms}}}\n"

    (line,) = told(article, "sources-differ", tied("sp"), tied("csp"))
    assert "tier: Strategic Partnership here, Comprehensive Strategic Partnership at" in line
    assert told(article, "tier-clash", tied("sp"), tied("csp")) == []
    assert told(article, "tier-clash", tied("sp") + tied("csp").partition("\n")[2], "") != []


@pytest.mark.parametrize(
    ("mine", "other", "number"), [("8 %", "14 %", 1), ("8 %", "8 %", 0), ("more than 8 %", "14 %", 0)]
)
def test_two_numbers_for_one_figure_conflict(article: Article, mine: str, other: str, number: int) -> None:
    def growth(value: str, what: str = "growth") -> str:
        return (
            f"indicators:\n  - {{of: vietnam, what: {what}, value: {value}, on: 1990, "
            "evidence: {p: 1, terms: [growth]}}\n"
        )

    assert len(told(article, "sources-differ", growth(mine), growth(other, "Growth"))) == number
    assert told(article, "sources-differ", growth(mine), growth(other, "decline")) == []
