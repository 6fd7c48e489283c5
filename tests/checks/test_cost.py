"""What a long paragraph costs to look through: no more than it is longer, whatever stands in it a thousand times."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from relgraph.sources.dates_said import dates_in_text
from relgraph.sources.paragraph import BY_TEXT, Paragraph
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

FEW, MANY = 200, 1_600
PARTS = MANY / FEW
"""How much longer the second text is; looked through anew from each of its words it would cost this, squared."""


def said(text: str) -> object:
    """Whether a paragraph of Japanese says what stands in it, but for its end."""
    return Paragraph(BY_TEXT, words(text), "ja", text).says("ケニアアアア")


def dates(language: str) -> Callable[[str], object]:
    return lambda text: dates_in_text.__wrapped__(text, language)


@pytest.mark.parametrize(
    ("work", "part"),
    [
        (said, "ケニア"),
        (dates("en"), "in March "),
        (dates("en"), "1 and 2 and "),
        (dates("zh"), "3月"),
        (dates("zh"), "3日至"),
        (dates("ar"), "3 و4 "),
        (dates("de"), "März "),
        (dates("en"), "2 years ago "),
        (dates("zh"), "去年"),
    ],
)
def test_what_stands_there_often_costs_no_more_than_its_length(work: Callable[[str], object], part: str) -> None:
    work(part * FEW)  # what is imported and compiled is not measured
    few, many = (min(_seconds(work, part * times) for _ in range(3)) for times in (FEW, MANY))

    assert many < few * PARTS * 3


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start
