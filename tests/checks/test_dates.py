"""Dates come in order and stand in the cited paragraphs."""

import pytest

from tests.checks.articles import Article, breaches

TEXT = "Vietnam met Kenya on September 2, 2025, and in May.\nVietnam met Kenya."


def tie(dates: str, p: int = 1) -> str:
    return f"diplomatic_relations:\n  - {{of: vietnam, with: kenya, {dates}, evidence: {{p: {p}, terms: [met]}}}}\n"


@pytest.mark.parametrize(
    "dates", ["since: 2025", "since: 2025-09", "since: 2025-09-02", "since: ../2025", "since: 2025-05"]
)
def test_year_month_and_day_are_found(article: Article, dates: str) -> None:
    assert breaches(article(TEXT, tie(dates)), "date-named") == []


@pytest.mark.parametrize("written", ["September 2", "Sept. 2nd", "Sep 02", "2/9", "02/09", "the 2nd of September"])
def test_months_and_days_may_be_written_in_many_ways(article: Article, written: str) -> None:
    text = f"Vietnam met Kenya, {written}, 2025."
    assert breaches(article(text, tie("since: 2025-09-02")), "date-named") == []


def test_only_september_is_cut_to_four_letters(article: Article) -> None:
    assert breaches(article("Vietnam met Kenya, Sept 2025.", tie("since: 2025-10")), "date-named") != []


@pytest.mark.parametrize(
    ("dates", "missing"),
    [
        ("since: 2024", "2024 (since)"),
        ("until: 2025-10", "October of 2025-10 (until)"),
        ("since: 2025-09-03", "day 3 of 2025-09-03 (since)"),
        ("since: 2024/2025", "2024 of 2024/2025 (since)"),
        ("seen: 2020", "2020 (seen)"),
    ],
)
def test_a_date_that_is_not_there_is_told(article: Article, dates: str, missing: str) -> None:
    assert breaches(article(TEXT, tie(dates)), "date-named") == [
        f"3: the cited paragraphs never give {missing}; cite where it stands, or mark it with ?"
    ]


@pytest.mark.parametrize(
    "dates", ["since: 2024?", "since: 2024?/2025", "since: unknown", "since: 2025, until: ongoing"]
)
def test_the_curators_own_reckoning_is_marked(article: Article, dates: str) -> None:
    assert breaches(article(TEXT, tie(dates)), "date-named") == []


def test_what_cannot_be_read_is_not_judged(article: Article) -> None:
    bare = {"seeds/talks.yaml": "id: talks\ntitle: neither text nor index\n"}
    assert breaches(article(TEXT, tie("since: 1999"), files=bare), "date-named") == []


def test_dates_among_a_facts_own_fields_are_asked_for_too(article: Article) -> None:
    facts = """
        counts: [{of: vietnam, what: friends, says: 2, as_of: 2031, evidence: {p: 1, terms: [met]}}]
        elections: [{elected: kenya, to: asean, on: 2025, term: 2026/2028, evidence: {p: 1, terms: [met]}}]
    """
    text = TEXT.replace("Vietnam met Kenya.", "Of 2 friends.")
    assert breaches(article(text, facts), "date-named") == [
        "3: the cited paragraphs never give 2031 (as_of); cite where it stands, or mark it with ?",
        "4: the cited paragraphs never give 2026 of 2026/2028 (term); cite where it stands, or mark it with ?",
        "4: the cited paragraphs never give 2028 of 2026/2028 (term); cite where it stands, or mark it with ?",
    ]
    of_the_day = facts.replace("as_of: 2031", "as_of: 2026-01").replace("term: 2026/2028", "term: 2026-01-12")
    assert breaches(article(text, of_the_day), "date-named") == [
        # a total may be of the day on which the source was published, a term of office may not
        "4: the cited paragraphs never give 2026 of 2026-01-12 (term); cite where it stands, or mark it with ?",
        "4: the cited paragraphs never give January of 2026-01-12 (term); cite where it stands, or mark it with ?",
        "4: the cited paragraphs never give day 12 of 2026-01-12 (term); cite where it stands, or mark it with ?",
    ]


def test_what_was_seen_may_bear_the_date_of_the_source(article: Article) -> None:
    assert breaches(article(TEXT, tie("seen: 2026", p=2)), "date-named") == []
    assert breaches(article(TEXT, tie("since: 2026", p=2)), "date-named") != []
    assert breaches(article(TEXT, tie("seen: 2026", p=2), card="published: unknown"), "date-named") != []


def test_months_are_asked_for_in_english_only(article: Article) -> None:
    text = "Vietnam met Kenya em setembro de 2025."
    assert breaches(article(text, tie("since: 2025-09"), card="language: pt"), "date-named") == []
    assert len(breaches(article(text, tie("since: 2025-09"), card="language: en-GB"), "date-named")) == 1


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
    assert over("until: 1979, status: ended") == over("until: 2028") == over("since: 1950") == []
    assert over("until: 1979, status: intended") == []
