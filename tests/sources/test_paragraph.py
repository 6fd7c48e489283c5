"""What can be known of a paragraph."""

from __future__ import annotations

import pytest

from relgraph.sources.card import index_line
from relgraph.sources.paragraph import BY_INDEX, BY_TEXT, Paragraph
from relgraph.sources.words import words


def text(line: str, language: str = "en") -> Paragraph:
    return Paragraph(BY_TEXT, words(line), language, line)


def index(line: str, language: str = "en") -> Paragraph:
    return Paragraph(BY_INDEX, tuple(index_line(line).split()), language)


@pytest.mark.parametrize(
    ("line", "term", "is_said"),
    [
        ("They told us of aid.", "US", False),
        ("They told us of aid.", "US aid", False),
        ("They told of US aid.", "US aid", True),
        ("To polish a bell", "Polish", False),
        ("A Polish bell", "polish", True),
        ("A strategic partnership", "Strategic Partnership", False),
        ("A Strategic Partnership", "strategic partnership", True),
        ("NATO and Nato met", "Nato", True),
        ("THEY TOLD US OF THE POLISH BELL", "Polish", True),
        ("The Polish bell. They polish it.", "Polish", True),
    ],
)
def test_a_term_keeps_to_its_capitals(line: str, term: str, is_said: bool) -> None:  # noqa: FBT001 - a row of the table
    assert text(line).says(term) is is_said
    assert index(line).says(term) is set(words(term)).issubset(words(line))  # which knows no capitals


@pytest.mark.parametrize(
    ("line", "language", "term", "is_said"),
    [
        ("双方建立外交关系。", "zh", "建立外交关系", True),
        ("双方建立外交关系。", "zh", "外交", True),
        ("双方建立，外交关系。", "zh", "建立外交", False),
        ("于1967年建交。", "zh", "1967年", True),
        ("協力パートナーシップ", "ja", "パートナー", False),  # a word of katakana ends where the script does
        ("외교 관계를 수립했다.", "ko", "외교 관계", True),
        ("Les relations d'Égypte", "fr", "Égypte", True),
        ("भारत और केन्या", "hi", "रत", False),
    ],
)
def test_a_term_stands_on_the_boundaries_of_its_script(
    line: str,
    language: str,
    term: str,
    is_said: bool,  # noqa: FBT001 - a row of the table
) -> None:
    assert text(line, language).says(term) is is_said


@pytest.mark.parametrize(
    ("line", "language", "term"),
    [
        ("双方建立外交关系。", "zh", "建立外交关系"),
        ("于1967年建交。", "zh", "1967年"),
        ("외교 관계를 수립했다.", "ko", "외교 관계"),
        ("Les relations d'Égypte", "fr", "Égypte"),
        ("Kenya and Thailand", "en", "Thailand"),
    ],
)
def test_an_index_has_what_its_text_says(line: str, language: str, term: str) -> None:
    assert index(line, language).says(term)
    assert not index(line, language).says("")


def test_an_index_lacks_what_its_text_does_not_say() -> None:
    assert not index("双方建立关系。", "zh").says("外交关系")


def test_a_word_of_katakana_may_go_on_in_an_index() -> None:
    assert index("タイトルを見た。", "ja").may_go_on(words("タイ"))
    assert not index("日本とタイは", "ja").may_go_on(words("タイ"))
    assert not index("Kenya", "en").may_go_on(words("Kenya"))
