"""What countries are called in English, found by words and by bearers."""

from __future__ import annotations

from relgraph.countries.english import ENGLISH_NAMES, bearers_within, longer_names, names_of
from relgraph.countries.table import entry_for
from tools.countries.english import english_table


def test_longer_names_are_those_that_hold_the_words() -> None:
    found = dict(longer_names(("guinea",)))

    assert found["Papua New Guinea"] == {"papua-new-guinea", "PG"}
    assert found["Gulf of Guinea"] == frozenset()  # nobody is called so
    assert "Guinea" not in found
    assert not any("Guineans" in name for name in found)


def test_words_name_those_alone_all_of_whose_name_is_among_them() -> None:
    assert bearers_within({"the", "south", "sudan"}) == {"sudan", "SD", "south-sudan", "SS"}
    assert bearers_within({"the", "republic", "of", "guinea", "bissau"}) == {"guinea", "GN", "guinea-bissau", "GW"}
    assert bearers_within({"the", "united", "of"}) == frozenset()


def test_names_of_a_country_are_found_by_code_or_id() -> None:
    kenya = entry_for("kenya")

    assert kenya is not None
    assert set(names_of("KE")) == set(names_of("kenya")) == set(kenya.spoken)
    assert names_of("nowhere") == ()


def test_the_table_is_made_of_the_tables_of_countries() -> None:
    assert ENGLISH_NAMES.read_text(encoding="utf-8") == english_table()
