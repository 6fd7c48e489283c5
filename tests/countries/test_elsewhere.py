"""Whom names in other languages mean, as they are written and more loosely."""

from __future__ import annotations

import pytest

from relgraph.countries.elsewhere import in_any_language
from relgraph.countries.spoken import LANGUAGES, names_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_language_is_found_or_asked_back_about(language: str) -> None:
    assert [(one, name) for one, name in names_in(language) if one not in in_any_language(name)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("republiek KENIA", "kenya"),
        ("Königreich Dänemark", "denmark"),
        ("Sao Tome & Principe", "sao-tome-and-principe"),
        ("Les Îles Fidji", "fiji"),
        ("l\u2019Algérie", "algeria"),
        ("Bosna - Hersek", "bosnia-and-herzegovina"),
        ("ساو تومي و برينسيب", "sao-tome-and-principe"),
        ("دولة قطر", "qatar"),
        ("斐济群岛", "fiji"),
    ],
)
def test_small_words_islands_and_the_form_of_a_state_may_be_there_or_not(text: str, found: str) -> None:
    assert in_any_language(text) == {found}


@pytest.mark.parametrize(
    "text", ["Republiek Sudan", "Île d'Irlande", "Volksrepubliek Jemen", "Inseln", "Iles Suisse", "United Russia"]
)
def test_nobody_is_found_whose_name_such_words_may_turn_into_that_of_another(text: str) -> None:
    assert in_any_language(text) == frozenset()
