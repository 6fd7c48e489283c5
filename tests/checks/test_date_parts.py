"""The parts of a date as a paragraph may give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.checks.articles import breaches

if TYPE_CHECKING:
    from tests.checks.articles import Article

DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def unnamed(article: Article, text: str, since: str) -> list[str]:
    """What check says of a tie since a time that a text is to give."""
    fact = f"{{of: vietnam, with: kenya, since: {since}, evidence: {{p: 1, terms: [met]}}}}"
    return breaches(article(text, f"diplomatic_relations:\n  - {fact}\n"), "date-named")


@pytest.mark.parametrize(("number", "word"), [*enumerate(DECADES, start=2)])
def test_a_decade_is_given_by_its_word_or_by_a_year_in_it_and_by_no_other(
    article: Article, number: int, word: str
) -> None:
    decade, other = f"19{number}X", f"19{number - 1}X"

    assert unnamed(article, f"Vietnam met Kenya in the {word}.", decade) == []
    assert unnamed(article, f"Vietnam met Kenya in the 19{number}0s.", decade) == []
    (told,) = unnamed(article, f"Vietnam met Kenya in the {word}.", other)
    assert told.startswith(f"3: the cited paragraphs never give the 19{number - 1}0s of {other} (since)")
