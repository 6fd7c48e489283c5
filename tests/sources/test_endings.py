"""The regular endings of names."""

from __future__ import annotations

import pytest

from relgraph.reading.shipped_tables import rows
from relgraph.sources.endings import TABLE, declines, forms
from relgraph.sources.words import plain


@pytest.mark.parametrize(
    ("name", "language", "met"),
    [
        ("Лунин", "ru", "Лунина Лунину Луниным Лунине"),
        ("Морская", "ru", "Морской Морскую"),
        ("Казахстан", "ru", "Казахстана Казахстану Казахстаном Казахстане"),
        ("Сергей", "ru", "Сергея Сергею Сергеем Сергее"),
        ("Коваленко", "uk", "Коваленка Коваленку Коваленком"),
        ("Зеленський", "uk", "Зеленського Зеленському Зеленським"),
        ("Nowacka", "pl", "Nowackiej Nowacką"),
        ("Zalewski", "pl", "Zalewskiego Zalewskiemu Zalewskim"),
        ("Tusk", "pl", "Tuska Tuskowi Tuskiem Tusku"),
        ("Merk", "de", "Merks"),
        ("Europäischer", "de", "Europäischen Europäische Europäischem"),
        ("Salo", "fi", "Salon Salossa Salolle Salolta"),
        ("Niemelin", "fi", "Niemelinin Niemelinille"),
        ("Éva", "hu", "Évával Évának Évát"),
        ("Orbán", "hu", "Orbánnal Orbánt Orbánhoz"),
        ("Αλεξίου", "el", "Αλεξίου"),
        ("Νίκος", "el", "Νίκου Νίκο"),
    ],
)
def test_a_name_is_met_in_its_cases(name: str, language: str, met: str) -> None:
    assert {plain(form) for form in met.split()} <= forms(name, language)
    assert plain(name) in forms(name, language)


@pytest.mark.parametrize(
    ("name", "language", "other"),
    [
        ("Лунин", "ru", "Лунинград"),
        ("ООН", "ru", "он"),
        ("Merk", "de", "Merkel"),
        ("EU", "fi", "Eunice"),
        ("Éva", "hu", "Evans"),
    ],
)
def test_no_other_word_is_a_form_of_a_name(name: str, language: str, other: str) -> None:
    assert plain(other) not in forms(name, language)


def test_a_language_without_rules_leaves_names_as_they_are() -> None:
    assert not declines("en")
    assert forms("Kenya", "en") == {"kenya"}


def test_the_languages_that_decline_are_those_of_the_table() -> None:
    assert all(declines(row.split("\t")[0]) for row in rows(TABLE))
    assert len({row.split("\t")[0] for row in rows(TABLE)}) == 31
