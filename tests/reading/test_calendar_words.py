"""Months in the language of a text: whole, in their forms, with their capitals."""

from __future__ import annotations

import pytest

from relgraph.reading.calendar_words import bare, calendar_of, key, named_month
from relgraph.reading.word_table import CALENDAR, every


def found(text: str, language: str | None = None) -> list[str]:
    return [what for _, _, what in calendar_of(language).find(bare(text))]


def test_every_language_has_twelve_months() -> None:
    for language in ("en", "fr", "es", "ru", "ar", "de", "pt", "tr", "fa", "hi", "sw", "th", "zh", "uk", "pl"):
        named = set(calendar_of(language).forms.values())
        assert {f"m{month}" for month in range(1, 13)} <= named, language


def test_the_forms_of_a_date_and_those_that_stand_alone_are_both_known() -> None:
    assert found("5 мая; май", "ru") == ["m5", "m5"]
    assert found("1 maja; maj", "pl") == ["m5", "m5"]


def test_a_capital_is_asked_for_where_the_language_has_it() -> None:
    assert found("in September; in september") == ["m9"]
    assert found("en septembre; En Septembre", "fr") == ["m9", "m9"]


def test_a_name_is_a_whole_word() -> None:
    assert found("mayor Mayer in Marchland, an Octoberfest") == []
    assert found("สิงหาคม2506", "th") == ["m8"]  # nothing parts words here


def test_clitics_are_no_part_of_the_name() -> None:
    assert found("وديسمبر", "ar") == ["m12"]
    assert found("בדצמבר", "he") == ["m12"]


def test_tags_are_read_without_region_and_older_ones_too() -> None:
    assert calendar_of("fr-CA") == calendar_of("FR")
    assert calendar_of("nb").language == "no"
    assert not calendar_of("tlh").knows_months


@pytest.mark.parametrize(
    ("word", "month"),
    [("Feb", 2), ("sept.", 9), ("décembre", 12), ("мая", 5), ("mayor", None), ("ma", None), ("listopad", None)],
)
def test_a_month_is_named_in_english_or_in_one_sense_alone(word: str, month: int | None) -> None:
    assert named_month(word) == month


def test_the_table_is_read_alike_whole_and_by_language() -> None:
    assert every(CALENDAR)["sw"]["m12"] == ("Desemba",)


def test_names_are_compared_without_marks_and_with_plain_digits() -> None:
    assert key("Août ١٩٦٣ KASIM kas\u0131m") == "aout 1963 kasim kasim"
