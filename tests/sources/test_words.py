"""Words as they are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.sources.words import contains, fold, plain, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Việt Nam", "viet nam"),
        ("Đà Nẵng", "da nang"),
        ("Phạm Quang Vinh", "pham quang vinh"),
        ("PHẠM", "pham"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("DIYARBAKIR", "diyarbakir"),
        ("Diyarbak\u0131r", "diyarbakir"),  # dotless
        ("Łódź", "lodz"),
        ("Þórshöfn", "thorshofn"),
        ("ﬁnance", "finance"),
        ("℡", "tel"),
        ("２０２５", "2025"),
        ("co\u00adoperation", "cooperation"),
        ("co\u3164oper\uffa0ation", "cooperation"),
        ("Viê\u0323t", "viet"),
    ],
)
def test_marks_and_case_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_folds_no_further(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Đà Nẵng", "da nang"), ("ガーナ", "ガーナ"), ("हिन्दी १९", "हिन्दी 19"), ("ต่าง", "ต่าง"), ("عَلاقات ٣", "علاقات 3")],
)
def test_signs_that_make_another_letter_stay_in_words(text: str, folded: str) -> None:
    assert plain(text) == folded


@given(st.text())
def test_folding_does_not_mind_how_marks_are_written(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Việt Nam, Kenya.", "viet nam kenya"),
        ("Asia–Pacific", "asia pacific"),
        ("Asia-Pacific", "asia pacific"),
        ("Kenya's, Kenya’s and countries'", "kenya kenya and countries"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("VNĐ615 billion", "vnd 615 billion"),
        ("VNĐ615,000", "vnd 615000"),
        ("US$900", "us 900"),
        ("1,000,000", "1000000"),
        ("1,234.50", "1234.50"),
        ("7.09%", "7.09"),
        ("7,09", "7,09"),
        ("in 2025. Then", "in 2025 then"),
        ("2025-04-14", "2025 04 14"),
        ("P4G", "p4g"),
        ("G20", "g 20"),
        ("COVID-19", "covid 19"),
        ("4th", "4th"),
        ("the 1990s", "the 1990s"),
        ("sixty-four", "64"),
        ("sixty four", "64"),
        ("Sixty", "60"),
        ("fourth", "4th"),
        ("twelfth", "12th"),
        ("thirtieth", "30th"),
        ("twenty-first", "21st"),
        ("twenty, thirteen", "20 13"),
        ("ten four", "10 4"),
        ("zero", "0"),
        ("one hundred", "1 hundred"),
        ("*** — …", ""),
    ],
)
def test_words_of_a_text(text: str, found: str) -> None:
    assert words(text) == tuple(found.split())


@pytest.mark.parametrize(("tens", "number"), [("twenty", 20), ("fifty", 50), ("ninety", 90)])
@pytest.mark.parametrize(
    ("unit", "ordinal", "digit"), [("one", "first", 1), ("three", "third", 3), ("nine", "ninth", 9)]
)
def test_number_words_are_figures(tens: str, number: int, unit: str, ordinal: str, digit: int) -> None:
    ending = {1: "st", 3: "rd", 9: "th"}[digit]

    assert words(f"{tens}-{unit}") == words(str(number + digit))
    assert words(f"{tens}-{ordinal}") == words(f"{number + digit}{ending}")


@given(st.text())
def test_the_words_of_a_text_are_the_words_of_its_words(text: str) -> None:
    """What an index keeps of a paragraph must not change when it is read as words again."""
    for word in words(text):
        assert word == plain(word)
        assert not any(letter.isspace() for letter in word)


def test_a_term_stands_on_word_boundaries() -> None:
    text = words("Vietnam upgraded its ties with Niger and Guinea-Bissau to a strategic partnership in 2025.")

    assert contains(text, words("Strategic Partnership"))
    assert contains(text, words("guinea"))
    assert contains(text, words("2025"))
    assert not contains(text, words("Nigeria"))
    assert not contains(text, words("rate"))
    assert not contains(text, words("partnership strategic"))
    assert not contains(text, words("in 2025 and later"))
    assert not contains(text, ())


@given(st.lists(st.sampled_from("abc"), max_size=12).map(tuple), st.data())
def test_every_run_of_words_is_contained(text: tuple[str, ...], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert contains(text, text[start:end]) is (start < end)
    assert not contains(text, (*text, "a"))
