"""Stated totals: well formed, never exceeded, and told where they are not filled."""

import pytest

from relgraph.checks.check import check
from relgraph.checks.counts import COUNT_BOUNDS
from tests.checks.articles import Article, breaches

TEXT = "Vietnam has 3 of 14 friends: Kenya, France, Russia and Brazil, 2 and 1 in 2025."


def count(more: str) -> str:
    return f"counts:\n  - {{of: vietnam, {more}, evidence: {{p: 1, terms: [friends]}}}}\n"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("what: friends, says: -1", "says is -1; a total is never less than 0"),
        ("what: friends", "says is missing: a count gives a figure"),
        ("says: 3", "what is missing: say what is counted, in a few words"),
        ("what: friends, says: 3, bound: at-most",
         f"bound may be {', '.join(COUNT_BOUNDS)}, not at-most; did you mean at-least?"),
        ("what: friends, says: 3, counts: agreement, kind: treaties",
         "kind: treaties is not a kind of agreements; did you mean treaty?"),
        ("what: friends, says: 3, counts: visit, role: hosts",
         "role: hosts is not a role of visits; did you mean host?"),
    ],
)  # fmt: skip
def test_a_count_says_how_many_of_what(article: Article, more: str, message: str) -> None:
    assert breaches(article(TEXT, count(more)), "count") == [f"3: {message}"]


def test_more_named_than_stated_is_an_error(article: Article) -> None:
    dataset = article(TEXT, count("what: friends, says: 3, named: [kenya, france, russia, brazil]"))
    assert breaches(dataset, "count-exceeded") == ["3: states 3, but 4 are named: brazil, france, kenya and russia"]
    assert check(dataset).errors == 1


@pytest.mark.parametrize("more", ["says: 3, bound: more-than", "says: more than 3"])
def test_a_count_that_is_open_above_is_not_exceeded(article: Article, more: str) -> None:
    dataset = article(TEXT, count(f"what: friends, {more}, named: [kenya, france, russia, brazil]"))
    assert breaches(dataset, "count-exceeded") == []


def test_parts_make_no_more_than_the_whole(article: Article) -> None:
    dataset = article(TEXT, count("what: friends, says: 2, parts: [{what: a, says: 1}, {what: b, says: 2}]"))
    assert breaches(dataset, "count-exceeded") == ["3: states 2, but its parts make more: 1 + 2"]


def test_fewer_named_than_stated_is_a_note(article: Article) -> None:
    dataset = article(TEXT, count("what: friends, says: 14, named: [kenya, france]"))
    assert breaches(dataset, "count-unnamed") == ["3: states 14; 2 named, 0 derived, 0 corroborated, 12 unnamed"]
    assert check(dataset).errors == 0


def test_a_count_of_a_kind_of_relation_can_be_filled(article: Article) -> None:
    dataset = article(TEXT, count("what: friends, counts: partnership, says: 14"))
    assert breaches(dataset, "count-unnamed") == ["3: states 14; 0 named, 0 derived, 0 corroborated, 14 unnamed"]


def test_a_count_that_nothing_could_fill_is_left_alone(article: Article) -> None:
    assert breaches(article(TEXT, count("what: friends, says: 14")), "count-unnamed") == []


def test_more_derived_than_stated_is_a_note(article: Article) -> None:
    facts = """
        partnerships:
          - {of: vietnam, with: [kenya, france, russia, brazil], tier: csp, evidence: {p: 1, terms: [friends]}}
    """
    dataset = article(
        TEXT,
        facts + "    " + count("counts: diplomatic-relations, what: ties, says: 3").replace("\n  -", "\n          -"),
    )
    assert breaches(dataset, "count-unnamed") == [
        "6: states 3; 0 named, 4 derived, 0 corroborated, 0 unnamed: 1 more than stated, with those derived"
    ]


@pytest.mark.parametrize(("says", "notes"), [("3", 1), ("about 3", 0), ("4", 0)])
def test_more_derived_than_a_total_that_is_open_above_is_no_matter(article: Article, says: str, notes: int) -> None:
    evidence = "evidence: {p: 1, terms: [friends]}"
    facts = f"""
        partnerships: [{{of: vietnam, with: [kenya, france, russia, brazil], tier: csp, {evidence}}}]
        counts: [{{of: vietnam, counts: diplomatic-relations, what: ties, says: {says}, {evidence}}}]
    """
    assert len(breaches(article(TEXT, facts), "count-unnamed")) == notes
