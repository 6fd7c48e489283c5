"""The cited paragraphs give the dates of a fact, by themselves or by what their card says."""

import pytest

from relgraph.checks.context import Context
from relgraph.checks.dates_named import dated_by
from relgraph.facts.dataset import Dataset
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


def lacking(found: list[str]) -> list[str]:
    """What the paragraphs are said not to give."""
    return [one.removeprefix("3: the cited paragraphs never give ").partition(";")[0] for one in found]


@pytest.mark.parametrize(
    ("text", "dates", "missing"),
    [
        ("on 12 May 1963", "since: 1963-12-12", ["December of 1963-12-12 (since)"]),
        ("on 12 May 1963", "since: 1963-05-12", []),
        ("on 5.12.1963", "since: 1963-05-12", ["May of 1963-05-12 (since)", "day 12 of 1963-05-12 (since)"]),
        ("12 ministers, in May 1963", "since: 1963-05-12", ["day 12 of 1963-05-12 (since)"]),
        ("9 ministers, in 1963", "since: 1963-09", ["September of 1963-09 (since)"]),
        ("they may send 12, in 1963", "since: 1963-05", ["May of 1963-05 (since)"]),
        ("in 1960, and on 12 May 1963", "since: 1960-05-12", ["May of 1960-05-12 (since)"]),
        ("on 12 May and 3 June 1963", "since: 1963-05-12", []),
        ("on 12 May and 3 June 1963", "since: 1963-05-03", ["day 3 of 1963-05-03 (since)"]),
        ("in the summer of 1963", "since: 1963-22", []),
        ("in the summer of 1963", "since: 1963-21", ["spring of 1963-21 (since)"]),
        ("in the first quarter of 1963", "since: 1963-33", []),
        ("in the first quarter of 1963", "since: 1963-34", ["the second quarter of 1963-34 (since)"]),
        ("in the second half of 1963", "since: 1963-41", []),
        ("in the second half of 1963", "since: 1963-40", ["the first half of 1963-40 (since)"]),
        ("in H1 1963", "since: 1963-40", []),
        ("in 1963-64", "since: 1963/1964", []),
        ("in 1963–64", "since: 1965", ["1965 (since)"]),
        ("in 1999/00", "since: 2000", []),
        ("in 1963 or '64", "since: 1964", []),
        ("in May \u201963", "since: 1963-05", []),
        ("on 12 May '63 and 3 June 1964", "since: 1964-05-12", ["May of 1964-05-12 (since)"]),
        ("for the men of '64's class", "since: 1964", ["1964 (since)"]),
        ("in the 1960s", "since: 196X", []),
        ("in the sixties", "since: 196X", []),
        ("in the 1960s", "since: 195X", ["the 1950s of 195X (since)"]),
        ("about 1963", "since: 1963~", []),
        ("about 1963", "since: 1964~", ["1964 of 1964~ (since)"]),
        ("about 1963", "since: 1964%", []),
        ("in 1963", "since: 1963-XX", []),
        ("in May 1963", "since: 1963-05-XX", []),
        ("in June 1963", "since: 1963-05-XX", ["May of 1963-05-XX (since)"]),
        ("in February", "since: XXXX-02", []),
        ("in March", "since: XXXX-02", ["February of XXXX-02 (since)"]),
        ("in 1667 or 1668", 'since: "[1667, 1668]"', []),
        ("in 1667 or 1668", 'since: "[1667, 1669]"', ["1669 of [1667, 1669] (since)"]),
        ("by 1984", 'since: "[..1984]"', []),
        ("from 1984", "since: 1984/", []),
    ],
)
def test_dates_are_held_against_the_text_whole(article: Article, text: str, dates: str, missing: list[str]) -> None:
    found = breaches(article(f"Vietnam met Kenya {text}.", tie(dates), card="published: unknown"), "date-named")
    assert lacking(found) == missing


@pytest.mark.parametrize("text", ["in 1963-64", "in '64"])
def test_the_last_figures_of_a_year_may_be_a_year_by_the_index(article: Article, text: str) -> None:
    def found(date: str) -> list[str]:
        return breaches(article(f"Vietnam met Kenya {text}.", tie(date), by_index=True), "date-named")

    assert found("since: 1964") == []
    assert found("since: 1965") != []


def test_figures_are_no_year_by_the_index_where_another_year_is_named(article: Article) -> None:
    text = "In 1950 Vietnam met Kenya with 64 others."
    assert breaches(article(text, tie("since: 1964"), by_index=True), "date-named") != []


@pytest.mark.parametrize("day", ["since: 1963-05-12", "since: 1963-12-05"])
def test_a_wrong_month_is_found_by_the_index_too(article: Article, day: str) -> None:
    found = breaches(article("Vietnam met Kenya on 12 May 1963.", tie(day), by_index=True), "date-named")
    assert (found == []) is (day == "since: 1963-05-12")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Vietnam met Kenya em 2 de setembro de 2025."),
        ("de", "Vietnam met Kenya am 02.09.2025."),
        ("zh", "Vietnam met Kenya 2025年9月2日。"),
        ("ar", "Vietnam met Kenya في ٢ سبتمبر ٢٠٢٥."),
    ],
)
def test_months_and_days_are_asked_for_in_the_language_of_the_source(
    article: Article, language: str, text: str
) -> None:
    def found(date: str) -> list[str]:
        return lacking(breaches(article(text, tie(f"since: {date}"), card=f"language: {language}"), "date-named"))

    assert found("2025-09-02") == []
    assert found("2025-09-03") == ["day 3 of 2025-09-03 (since)"]
    assert found("2025-02-09") == ["February of 2025-02-09 (since)", "day 9 of 2025-02-09 (since)"]


def test_where_the_months_are_not_known_years_alone_are_asked_for(article: Article) -> None:
    text = "Vietnam met Kenya 2025 jar DIS."
    assert breaches(article(text, tie("since: 2025-09-02"), card="language: tlh"), "date-named") == []
    assert breaches(article(text, tie("since: 2024-09-02"), card="language: tlh"), "date-named") != []


def test_a_year_of_another_calendar_is_never_converted(article: Article) -> None:
    text = "Vietnam met Kenya พ.ศ. 2506."
    assert breaches(article(text, tie("since: 1963"), card="language: th"), "date-named") != []


def resting(dataset: Dataset) -> list[str]:
    """The dates of the first fact that rest on a card, as they are told."""
    context = Context(dataset)
    return [str(one) for one in dated_by(context.case(dataset.facts[0]), context)]


@pytest.mark.parametrize(
    ("text", "date", "words"),
    [
        ("on Tuesday", "2026-01-06", "Tuesday"),
        ("on Tuesday", "2026-01", "Tuesday"),
        ("yesterday", "2026-01-11", "yesterday"),
        ("last June", "2025-06", "last June"),
        ("last year", "2025", "last year"),
        ("last week", "2026-01-05/2026-01-11", "last week"),
        ("last month", "2025-12-01/2025-12-31", "last month"),
        ("this month", "2026-01", "this month"),
        ("on February 8", "2025-02-08", "8 February"),
        ("in November", "2025-11", "November"),
        ("two years ago", "2024", "two years ago"),
        ("a month ago", "2025-12", "a month ago"),
        ("ten days ago", "2026-01-02", "ten days ago"),
    ],
)
def test_words_rest_on_the_day_of_publication(article: Article, text: str, date: str, words: str) -> None:
    dataset = article(f"Vietnam met Kenya {text}.", tie(f"since: {date}"))  # published on a Monday, 2026-01-12
    assert breaches(dataset, "date-named") == []
    assert resting(dataset) == [f'{date} (since) is "{words}" in p 1 of talks, published 12 January 2026']


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on Tuesday", "2026-01-13"),
        ("last June", "2024-06"),
        ("on February 8", "2026-02-08"),
        ("this year", "2026-01"),
        ("last week", "2026-01-06/2026-01-11"),
        ("two years ago", "2023"),
        ("two years ago", "2024-01"),
        ("more than two years ago", "2024"),
        ("20,002 years ago", "2024"),
    ],
)
def test_words_are_no_other_date_and_none_that_is_nearer(article: Article, text: str, date: str) -> None:
    dataset = article(f"Vietnam met Kenya {text}.", tie(f"since: {date}"))
    assert breaches(dataset, "date-named") != []
    assert resting(dataset) == []


def test_what_is_planned_may_be_on_the_next_such_day(article: Article) -> None:
    text = "Vietnam is to meet Kenya on Tuesday."
    assert (
        breaches(article(text, tie("since: 2026-01-13, status: intended").replace("met", "meet")), "date-named") == []
    )


def test_what_words_come_to_is_told_or_that_nothing_dates_them(article: Article) -> None:
    text = "Vietnam met Kenya on Tuesday."
    known, unknown = (
        article(text, tie("since: 2025-06-03"), card=f"published: {day}") for day in ("2026-01-12", "unknown")
    )
    assert breaches(known, "date-named")[-1].endswith(
        '; "Tuesday" in p 1 of talks is 2026-01-06 by the day it was published'
    )
    assert breaches(unknown, "date-named")[-1].endswith(
        '; "Tuesday" in p 1 of talks cannot be dated: its card says neither when it was published nor what it covers'
    )


COVERS = "published: 2026-01-12\ncovers: {period: 2025, p: 1}"


@pytest.mark.parametrize("dates", ["since: 2025", "since: ../2025", "seen: 2025"])
def test_what_is_said_of_no_time_is_of_the_period_that_its_source_covers(article: Article, dates: str) -> None:
    dataset = article("A review of 2025.\nVietnam met Kenya.", tie(dates, p=2), card=COVERS)
    assert breaches(dataset, "date-named") == []
    assert resting(dataset) == [f"2025 ({dates.partition(':')[0]}) is of p 2 of talks, which covers 2025"]


@pytest.mark.parametrize(
    ("text", "date", "stands"),
    [
        ("in May", "2025-05", True),
        ("on 12 May", "2025-05-12", True),
        ("in May", "2025-06", False),
        ("in May", "2024-05", False),
        ("at last", "2025-05", False),
        ("at last", "2024", False),
        ("in 1963", "2025", False),
        ("in 1963, again in the year", "2025", True),
    ],
)
def test_a_period_gives_the_year_and_no_more(article: Article, text: str, date: str, *, stands: bool) -> None:
    dataset = article(f"A review of 2025.\nVietnam met Kenya {text}.", tie(f"until: {date}", p=2), card=COVERS)
    assert (breaches(dataset, "date-named") == []) is stands


def test_a_month_that_comes_twice_in_a_period_is_not_resolved(article: Article) -> None:
    card = "published: unknown\ncovers: {period: 2024/2025, p: 1}"
    text = "From 2024 to 2025.\nVietnam met Kenya in May."
    assert breaches(article(text, tie("since: 2025-05", p=2), card=card), "date-named") != []
    assert breaches(article(text, tie("since: 2024/2025", p=2), card=card), "date-named") != []


def thai(text: str, article: Article, date: str) -> Dataset:
    card = {"seeds/talks.yaml": "id: talks\ntitle: talks\nlanguage: th\nfile: talks.txt\n"}
    return article(text, tie(f"since: {date}").replace("terms: [met]", "terms: [ลงนาม]"), files=card)


THAI = "เวียดนามและเคนยาลงนามเมื่อวันที่ 5 ธันวาคม 2506"


def test_a_year_of_another_calendar_is_told_and_never_converted(article: Article) -> None:
    lacks = "3: the cited paragraphs never give {} (since); cite where it stands, or mark it with ?"
    hint = "; p 1 of talks has what seems to be 2506 of the Buddhist era, 1963 of the common one"

    assert breaches(thai(THAI, article, "1963"), "date-named") == [lacks.format(1963) + hint]
    assert breaches(thai(THAI, article, "1963?"), "date-named") == []
    assert breaches(thai(THAI, article, "1964"), "date-named") == [lacks.format(1964)]


def test_a_date_that_is_written_in_another_calendar_is_told(article: Article) -> None:
    seems = "3: 2506 (since) seems to be 2506 of the Buddhist era, 1963 of the common one, in which dates are written"

    assert breaches(thai(THAI, article, "2506"), "calendar") == [f"{seems}; a year reckoned so is marked with ?"]
    assert breaches(thai(THAI, article, "1963"), "calendar") == []
