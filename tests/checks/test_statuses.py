"""Words of the cited paragraphs that speak against a status."""

import pytest

from relgraph.checks.check import check
from tests.checks.articles import Article, breaches

TEXT = "Kenya and Vietnam are exploring it.\nVietnam no longer has it, Kenya said."


def tie(more: str) -> str:
    return f"diplomatic_relations:\n  - {{of: vietnam, with: kenya, {more}}}\n"


def test_a_word_against_the_status_is_a_note(article: Article) -> None:
    dataset = article(TEXT, tie("evidence: {p: 1, terms: [it]}"))
    assert breaches(dataset, "status-words") == [
        '3: p 1 of talks says "exploring", which speaks against in force; if not of this fact, add despite: [exploring]'
    ]
    assert check(dataset).errors == 0


def test_a_word_that_the_curator_has_weighed_is_let_through(article: Article) -> None:
    assert breaches(article(TEXT, tie("evidence: {p: 1, terms: [it], despite: [Exploring]}")), "status-words") == []


def test_what_denies_is_not_held_against_words_that_deny(article: Article) -> None:
    denied = tie("stance: against, evidence: {p: 2, terms: [no longer has it]}")

    assert breaches(article(TEXT, denied), "status-words") == []


def test_a_suspended_member_is_not_held_against_the_word(article: Article) -> None:
    suspended = "standings:\n  - {holder: kenya, in: asean, kind: KIND, evidence: {p: 1, terms: [suspended]}}\n"
    text = "Kenya is a suspended member of ASEAN."

    assert breaches(article(text, suspended.replace("KIND", "suspended")), "status-words") == []
    assert len(breaches(article(text, suspended.replace("KIND", "observer")), "status-words")) == 1


def test_a_status_that_claims_nothing_needs_no_second_look(article: Article) -> None:
    assert breaches(article(TEXT, tie("status: intended, evidence: {p: 1, terms: [it]}")), "status-words") == []


@pytest.mark.parametrize("by_index", [False, True])
def test_several_words_are_looked_for_together(article: Article, *, by_index: bool) -> None:
    dataset = article(TEXT, tie("evidence: {p: 2, terms: [it]}"), by_index=by_index)
    assert [message.split('"')[1] for message in breaches(dataset, "status-words")] == ["no longer"]


def test_of_a_paragraph_that_is_not_there_no_word_is_asked_for(article: Article) -> None:
    dataset = article(TEXT, tie("evidence: {p: 9, terms: [it], despite: [former]}"))
    assert breaches(dataset, "status-words") == breaches(dataset, "despite") == []


def test_what_is_weighed_stands_in_the_paragraph(article: Article) -> None:
    assert breaches(article(TEXT, tie("evidence: {p: 1, terms: [it], despite: [former]}")), "despite") == [
        '3: p 1 of talks does not say "former", listed under despite'
    ]
