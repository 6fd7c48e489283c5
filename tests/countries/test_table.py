from __future__ import annotations

from relgraph.countries.table import SCHEMES, Former, by_code, entry_for, table
from relgraph.facts.parsing.actors import ID
from relgraph.reading.dates import parse_date


def test_a_country_has_its_codes_and_names() -> None:
    kenya = table()["kenya"]
    assert dict(kenya.codes) == {"iso2": "KE", "iso3": "KEN", "m49": "404", "gec": "KE", "wikidata": "Q114"}
    assert (kenya.kind, kenya.name, kenya.official) == ("country", "Kenya", ("Republic of Kenya",))
    assert (kenya.adjectives, kenya.people, kenya.capitals) == (("Kenyan",), ("Kenyans",), ("Nairobi",))


def test_a_region_is_that_of_the_united_nations_in_africa_and_the_americas_the_smaller_one() -> None:
    regions = {
        one: table()[one].region for one in ("kenya", "vietnam", "barbados", "jersey", "antarctica", "east-germany")
    }
    assert regions == {
        "kenya": "Eastern Africa",
        "vietnam": "South-eastern Asia",
        "barbados": "Caribbean",
        "jersey": "Northern Europe",
        "antarctica": None,
        "east-germany": None,
    }


def test_some_names_have_an_article_in_a_sentence() -> None:
    the = {one.id for one in table().values() if one.article == "the"}
    assert {"united-kingdom", "netherlands", "gambia", "soviet-union", "cayman-islands", "holy-see"} < the
    assert not {"kenya", "georgia", "ireland", "saint-lucia", "christmas-island"} & the


def test_the_code_of_namibia_is_text() -> None:
    assert by_code("iso2")["NA"] == "namibia"


def test_a_former_name_has_the_years_of_its_use_where_they_are_known() -> None:
    assert Former("Dahomey", "1960-08-01/1975") in table()["benin"].former
    assert Former("Gold Coast", "../1957-03-06") in table()["ghana"].former


def test_a_former_state_is_an_entry_with_its_years_and_successors() -> None:
    soviet = table()["soviet-union"]
    assert (soviet.since, soviet.until) == ("1922-12-30", "1991-12-25")
    assert {"russia", "ukraine", "kazakhstan"} < set(soviet.successors)
    assert "soviet-union" in table()["russia"].follows
    assert table()["yemen"].follows == ("north-yemen", "south-yemen")


def test_what_only_bore_another_name_is_no_state_of_its_own() -> None:
    assert "burma" not in table()
    assert any(one.name == "Burma" for one in table()["myanmar"].former)


def test_places_whose_standing_is_disputed_are_territories() -> None:
    kinds = {one: table()[one].kind for one in ("kosovo", "palestine", "taiwan", "hong-kong", "western-sahara")}
    assert set(kinds.values()) == {"territory"}


def test_an_entry_is_found_by_its_code_before_its_id() -> None:
    assert entry_for("congo", "CG") is table()["republic-of-the-congo"]
    assert entry_for("kenya") is table()["kenya"]
    assert entry_for("kenya", "ZZ") is None
    assert entry_for("northland") is None


def test_every_code_belongs_to_one() -> None:
    for scheme in SCHEMES:
        codes = [one.codes[scheme] for one in table().values() if scheme in one.codes]
        assert len(codes) == len(set(codes)), scheme


def test_ids_dates_and_successors_are_sound() -> None:
    for one in table().values():
        assert ID.fullmatch(one.id)
        assert set(one.successors) <= table().keys()
        for when in (one.since, one.until, *(former.when for former in one.former)):
            assert when is None or parse_date(when)
