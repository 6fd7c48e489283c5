"""The parts of a date as a paragraph may give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks.articles import breaches

if TYPE_CHECKING:
    from tests.checks.articles import Article

DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def unnamed(article: Article, text: str, since: str, language: str = "en") -> list[str]:
    """What check says of a tie since a time that a text is to give."""
    card = f"published: 2026-01-12\nlanguage: {language}"
    fact = f"{{of: vietnam, with: kenya, since: {since}, evidence: {{p: 1, terms: [met]}}}}"
    return breaches(article(text, f"diplomatic_relations:\n  - {fact}\n", card=card), "date-named")


@pytest.mark.parametrize(("number", "word"), [*enumerate(DECADES, start=2)])
def test_a_decade_is_given_by_its_word_or_by_a_year_in_it_and_by_no_other(
    article: Article, number: int, word: str
) -> None:
    decade, other = f"19{number}X", f"19{number - 1}X"

    assert unnamed(article, f"Vietnam met Kenya in the {word}.", decade) == []
    assert unnamed(article, f"Vietnam met Kenya in the 19{number}0s.", decade) == []
    (told,) = unnamed(article, f"Vietnam met Kenya in the {word}.", other)
    assert told.startswith(f"3: the cited paragraphs never give the 19{number - 1}0s of {other} (since)")


@pytest.mark.parametrize(
    "words", ["the 19th century", "the nineteenth century", "the 19th and early 20th centuries", "the 1800s"]
)
def test_a_century_is_given_by_its_number_and_by_no_other(article: Article, words: str) -> None:
    assert unnamed(article, f"Vietnam met Kenya in {words}.", "18XX") == []
    (told,) = unnamed(article, f"Vietnam met Kenya in {words}.", "17XX")
    assert told.startswith("3: the cited paragraphs never give a year from 1700 to 1799 of 17XX (since)")


def test_a_number_alone_is_no_century(article: Article) -> None:
    assert unnamed(article, "Vietnam met Kenya at the 19th summit.", "18XX") != []
    assert unnamed(article, "Vietnam met Kenya in the twenty-first century.", "20XX") == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "au XIXe siècle"),
        ("ru", "в XIX веке"),
        ("ru", "в 19-м веке"),
        ("de", "im 19. Jahrhundert"),
        ("zh", "19世纪"),
    ],
)
def test_a_century_in_other_languages_is_given_by_its_number(article: Article, language: str, words: str) -> None:
    assert unnamed(article, f"Vietnam, Kenya: {words}.", "18XX", language) == []
    assert unnamed(article, f"Vietnam, Kenya: {words}.", "19XX", language) != []


@pytest.mark.parametrize(("language", "words"), [("de", "am 19. Mai"), ("ru", "19 человек"), ("fr", "Louis XIX")])
def test_a_number_of_something_else_is_no_century(article: Article, language: str, words: str) -> None:
    assert unnamed(article, f"Vietnam, Kenya: {words}.", "18XX", language) != []
