"""Dates come in order."""

import pytest

from tests.checks.articles import Article, breaches

TEXT = "Vietnam met Kenya on September 2, 2025, and in May.\nVietnam met Kenya."


def tie(dates: str, p: int = 1) -> str:
    return f"diplomatic_relations:\n  - {{of: vietnam, with: kenya, {dates}, evidence: {{p: {p}, terms: [met]}}}}\n"


@pytest.mark.parametrize(
    ("dates", "message"),
    [
        ("since: 2025, until: 2024", "until 2024 lies before since 2025"),
        ("since: 2025, seen: 2024", "seen 2024 lies before since 2025"),
        ("until: 2024, seen: 2025", "until 2024 lies before seen 2025"),
    ],
)
def test_dates_come_in_order(article: Article, dates: str, message: str) -> None:
    assert breaches(article(TEXT, tie(dates)), "date-order") == [f"3: {message}"]


def test_an_agreement_does_not_end_before_it_was_made(article: Article) -> None:
    facts = "agreements: {a: {parties: [vietnam, kenya], on: 2025, until: 2024, evidence: {p: 1, terms: [met]}}}"
    assert breaches(article(TEXT, facts), "date-order") == ["2: until 2024 lies before on 2025"]


@pytest.mark.parametrize(
    "dates", ["since: 2025, until: 2025", "since: 2025, until: 2024?", "since: 2025-09, until: ongoing"]
)
def test_dates_that_may_be_in_order_are_let_through(article: Article, dates: str) -> None:
    assert breaches(article(TEXT, tie(dates)), "date-order") == []


def test_a_fact_is_not_taken_back_before_it_was_told(article: Article) -> None:
    early, late = "withdrawn: {on: 2025, why: x}", "withdrawn: {on: 2026-02, why: x}"
    assert breaches(article(TEXT, tie(early)), "withdrawn") == [
        "3: withdrawn on 2025, before talks was published (2026-01-12)"
    ]
    assert breaches(article(TEXT, tie(late)), "withdrawn") == []


def test_what_is_so_had_begun_when_it_was_told(article: Article) -> None:
    assert breaches(article(TEXT, tie("since: 2027")), "not-yet") == [
        "3: in-force, though 2027 came after talks (2026-01-12); is it only intended?"
    ]
    assert breaches(article(TEXT, tie("since: 2027, status: intended")), "not-yet") == []
    assert breaches(article(TEXT, tie("since: 2026")), "not-yet") == []
    assert breaches(article(TEXT, tie("since: 2027"), card="published: unknown"), "not-yet") == []


def test_a_source_without_a_date_may_be_of_a_later_time(article: Article) -> None:
    both = "[{p: 1, terms: [met]}, {in: other, p: 1, terms: [met]}]"
    facts = f"diplomatic_relations:\n  - {{of: vietnam, with: kenya, since: 2027, evidence: {both}}}\n"

    def not_yet(published: str) -> list[str]:
        card = f"id: other\ntitle: x\npublished: {published}\nparagraphs: {{1: kenya met vietnam}}\n"
        return breaches(article(TEXT, facts, files={"seeds/other.yaml": card}), "not-yet")

    assert not_yet("unknown") == not_yet("2028") == []
    assert not_yet("2025") == [
        "3: in-force, though 2027 came after talks (2026-01-12), other (2025); is it only intended?"
    ]


def test_what_had_ended_when_it_was_told_says_so(article: Article) -> None:
    text = "Vietnam and Kenya had ties from 1950 until 1979, then until 2028."

    def over(dates: str) -> list[str]:
        return breaches(article(text, tie(dates)), "over")

    assert over("until: 1979") == ["3: in-force, though it ended in 1979: ended is the status for that"]
    assert over("until: 1979-03-24") == ["3: in-force, though it ended on 24 March 1979: ended is the status for that"]
    assert over("until: 1979, status: ended") == over("until: 2028") == over("since: 1950") == []
    assert over("until: 1979, status: intended") == []
