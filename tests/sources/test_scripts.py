"""Scripts that are cut by rules of their own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.sources.card import index_line
from relgraph.sources.scripts import GAP, holds_clause, indexed, is_unspaced, size_in_words
from relgraph.sources.words import cased_words, words

LETTERS = st.text(st.sampled_from("肯尼亚与泰国1967年，。 ケニアはต่าไเ กា្រहिन्दी १९६ كينيا ו קניה 케냐"), max_size=30)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("于1967年建交。", "于 1967 年 建 交"),
        ("发展中，国家", "发 展 中 · 国 家"),
        ("タイとガーナ", "タ イ と ガ ー ナ"),
        ("ไทยและลาว", "ไท ย และ ลา ว"),  # a vowel before or behind belongs to its consonant
        ("កម្ពុជា", "ក ម្ពុ ជា"),  # and what stands below one
        ("सन १९६३ से राजनयिक", "सन 1963 से राजनयिक"),
        ("क़तर", "कतर"),  # the dot below marks a sound of other languages
        ("عَلاقات ١٩٦٣م", "علاقات 1963 م"),
        ("إيران وأمريكا", "ايران وامريكا"),
        ("ارتبـــاط", "ارتباط"),
        ("ארה״ב וצ׳אד ב-1967", "ארה\"ב וצ'אד ב 1967"),
        ("케냐는 1967년에", "케냐는 1967 년에"),
        ("Kenya（肯尼亚）signed", "kenya 肯 尼 亚 signed"),
    ],
)
def test_words_of_other_scripts(text: str, found: str) -> None:
    assert words(text) == tuple(found.split())


def test_what_stands_with_a_letter_is_no_word_by_itself() -> None:
    assert "रत" not in words("भारत")
    assert "क" not in words("केन्या")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("外交关系", "交关 关系 外交"),
        ("于1967年", "1967 于 年"),
        ("中，国", "中 国"),
        ("泰国 and Kenya", "and kenya 泰国"),
        ("ไทย", "ไทย"),
        ("भारत", "भारत"),
    ],
)
def test_an_index_keeps_pairs_of_characters(text: str, kept: str) -> None:
    assert index_line(text) == kept


@given(LETTERS)
def test_no_entry_of_an_index_is_longer_than_a_pair(text: str) -> None:
    entry = index_line(text)

    assert not holds_clause(entry)
    assert all(sum(map(is_unspaced, words(kept))) <= 2 for kept in entry.split())


@given(LETTERS)
def test_words_keep_their_number_with_their_capitals(text: str) -> None:
    assert len(cased_words(text)) == len(words(text))


@given(LETTERS)
def test_pairs_are_those_of_characters_in_a_row(text: str) -> None:
    row = words(text)
    pairs = {one + two for one, two in pairwise(row) if is_unspaced(one) and is_unspaced(two)}
    kept = set(indexed(row))

    assert pairs <= kept
    assert GAP not in kept


def test_a_clause_is_known_where_an_index_has_one() -> None:
    assert holds_clause("1967 双方同意")
    assert holds_clause("ความสัมพันธ์")
    assert not holds_clause("双方 方同 同意")
    assert not holds_clause("kenya भारत وكينيا")


@pytest.mark.parametrize(
    ("term", "size"),
    [("建立外交关系", 3), ("全面战略合作伙伴关系", 5), ("ความสัมพันธ์ทางการทูต", 5), ("diplomatic relations", 2)],
)
def test_characters_are_counted_as_parts_of_words(term: str, size: int) -> None:
    assert size_in_words(words(term)) == size
