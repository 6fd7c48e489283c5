"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from relgraph.reading.plurals import agreeing, counted, indefinite, one_of_a_kind


@pytest.mark.parametrize(("number", "told"), [(0, "0 facts"), (1, "1 fact"), (2, "2 facts"), (50_000, "50000 facts")])
def test_a_noun_is_in_the_plural_for_all_but_one(number: int, told: str) -> None:
    assert counted(number, "fact") == told


def test_a_plural_of_its_own_is_taken() -> None:
    assert [counted(number, "dated entry", "dated entries") for number in (1, 2)] == [
        "1 dated entry",
        "2 dated entries",
    ]


def test_thousands_stand_apart_if_asked() -> None:
    assert [counted(number, "fact", grouped=True) for number in (1, 50_000)] == ["1 fact", "50,000 facts"]


def test_a_verb_agrees_with_its_number() -> None:
    assert [agreeing(number, "follows", "follow") for number in (0, 1, 2)] == ["follow", "follows", "follow"]


@pytest.mark.parametrize(
    ("word", "article"),
    [
        *(
            ("embassy", "an"),
            ("visit", "a"),
            ("affiliation", "an"),
            ("Upgraded Partnership", "an"),
            ("uninvited guest", "an"),
        ),
        *(("union", "a"), ("University", "a"), ("European alliance", "a"), ("one-off visit", "a"), ("user", "a")),
        *(("hour", "an"), ("honorary consul", "an"), ("house", "a"), ("MoU", "an"), ("FTA", "an"), ("MP", "an")),
        *(("UN body", "a"), ("Memorandum", "a"), ("", "a"), ("élite", "a")),
    ],
)
def test_the_article_goes_by_how_a_word_is_heard(word: str, article: str) -> None:
    assert indefinite(word) == article
    assert one_of_a_kind(word) == f"{article} {word}"
