"""What a fact names besides its ends."""

from tests.checks.articles import Article, breaches

TEXT = "Kenya and Vietnam met: 3 of 4."


def count(more: str) -> str:
    return f"counts:\n  - {{of: vietnam, what: things, says: 3, {more}, evidence: {{p: 1, terms: [met]}}}}\n"


def test_who_says_so_is_an_actor(article: Article) -> None:
    assert breaches(article(TEXT, count("per: keny")), "per") == [
        "3: per: keny is not an id; did you mean kenya (Kenya)?"
    ]


def test_members_listed_are_known(article: Article) -> None:
    assert breaches(article(TEXT, count("named: [kenya, keny]")), "field") == [
        "3: named: keny is not an id; did you mean kenya (Kenya)?"
    ]


def test_facts_may_be_members(article: Article) -> None:
    facts = "diplomatic_relations: [{id: dr, of: vietnam, with: kenya, evidence: {p: 1, terms: [met]}}]\n"
    assert breaches(article(TEXT, facts + count("named: [dr]")), "field") == []


def test_a_kind_that_is_counted_is_a_kind_of_relation(article: Article) -> None:
    assert breaches(article(TEXT, count("counts: partnerships")), "field") == [
        "3: counts: partnerships is not a kind of relation; did you mean partnership?"
    ]


def test_parts_are_of_somebody_known(article: Article) -> None:
    parts = "parts: [{what: a, says: 3, of: unitednations}, {what: b, says: 4, of: {a: b}}]"
    assert breaches(article(TEXT, count(parts)), "field") == [
        "3: parts: unitednations is not an id; did you mean united-nations (United Nations)?"
    ]
