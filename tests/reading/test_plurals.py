"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from relgraph.reading.plurals import agreeing, counted


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
