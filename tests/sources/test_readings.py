"""Small words written together with the one that they belong to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.sources.readings import readings, reads
from relgraph.sources.words import words


@pytest.mark.parametrize(
    ("word", "language", "read_as"),
    [
        ("l'Italie", "fr", "Italie"),
        ("d’Algérie", "fr", "Algérie"),
        ("dell'Egitto", "it", "Egitto"),
        ("Türkiye'nin", "tr", "Türkiye"),
        ("Mısır’dan", "tr", "Mısır"),
        ("وكينيا", "ar", "كينيا"),
        ("للصين", "ar", "الصين"),
        ("وبالسودان", "ar", "السودان"),
        ("ולקניה", "he", "קניה"),
        ("שבהודו", "he", "הודו"),
        ("케냐는", "ko", "케냐"),
        ("프랑스와의", "ko", "프랑스"),
        ("방문하였다", "ko", "방문"),
        ("수립된", "ko", "수립"),
    ],
)
def test_a_word_is_read_without_what_is_joined_to_it(word: str, language: str, read_as: str) -> None:
    assert words(read_as)[0] in readings(words(word)[0], language)


@pytest.mark.parametrize(
    ("word", "language", "read_as"),
    [
        ("l'Italie", "en", "Italie"),
        ("المالي", "ar", "مالي"),  # the adjective "financial", with its article, is not Mali
        ("כפרו", "he", "פרו"),  # "denied" is not "like Peru"
        ("인도네시아", "ko", "인도"),
        ("인도하였다", "ko", "인도"),  # "handed over" is not India
        ("방문하지", "ko", "방문"),  # "did not visit"
        ("Portugal'ın", "tr", "Port"),
    ],
)
def test_what_is_no_small_word_is_not_taken_off(word: str, language: str, read_as: str) -> None:
    assert words(read_as)[0] not in readings(words(word)[0], language)


@given(
    st.text(st.sampled_from("وفبكلامنهכשמהובל은는의과l'daeiou"), max_size=8),
    st.sampled_from(["fr", "tr", "ar", "he", "ko"]),
)
def test_a_reading_is_a_part_of_its_word(word: str, language: str) -> None:
    assert reads(language)
    for one in readings(word, language):
        assert one in word or one.startswith("ال")  # which is written shorter behind "to"
        assert len(one) >= 2
