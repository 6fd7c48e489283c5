"""Whom a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.lookup import lookup

if TYPE_CHECKING:
    from tests.world import World

ACTORS = {
    "graph/actors/more.yaml": "countries: {zaire-again: {name: Northland, codes: {cow: 255}, since: 1980, until: 1990,"
    " names: [{name: Oldland, until: 1985}]}, southland: {name: Southland, follows: zaire-again}}"
}


def test_a_country_is_found_whether_or_not_it_is_declared(world: World) -> None:
    (kenya,) = lookup(world(""), "KEN").whos
    (soviet,) = lookup(world(""), "USSR").whos

    assert (kenya.id, kenya.declared, kenya.codes["iso3"]) == ("kenya", True, "KEN")
    assert (soviet.id, soviet.declared, soviet.used) == ("soviet-union", False, False)
    assert next(soviet.lines()) == "Soviet Union (soviet-union, country; ships with relgraph)"
    assert soviet.life.startswith("from 1922-12-30 until 1991-12-25; followed by russia (Russia), armenia (Armenia)")


def test_a_name_in_another_language_is_found(world: World) -> None:
    assert [who.id for who in lookup(world(""), "Kenia").whos] == ["kenya"]
    assert [who.id for who in lookup(world(""), "Казахстан").whos] == ["kazakhstan"]


def test_several_are_listed_where_the_name_is_theirs(world: World) -> None:
    answer = lookup(world(""), "Korea")
    assert [who.id for who in answer.whos] == ["north-korea", "south-korea"]
    assert next(answer.lines()) == '"Korea" may mean 2 actors:'


def test_nobody_is_found_and_the_nearest_suggested(world: World) -> None:
    answer = lookup(world(""), "Keyna")
    assert not answer.found
    assert list(answer.lines()) == ['nobody is called "Keyna"; did you mean kenya (Kenya)?']
    assert answer.plain()["suggestions"] == [{"id": "kenya", "name": "Kenya"}]
    assert lookup(world(""), "Brazli").plain()["suggestions"] == [{"id": "brazil", "name": "Brazil"}]


def test_codes_of_other_schemes_names_of_a_time_and_a_life_are_told(world: World) -> None:
    (who,) = lookup(world("", ACTORS), "cow:255").whos
    assert (who.id, who.codes, who.former) == ("zaire-again", {"cow": "255"}, ("Oldland (until 1985)",))
    assert who.life == "from 1980 until 1990; followed by southland (Southland)"
    assert [one.id for one in lookup(world("", ACTORS), "oldland").whos] == ["zaire-again"]


def test_names_that_only_tables_write_are_not_shown(world: World) -> None:
    (congo,) = lookup(world(""), "DRC").whos
    assert "DR Congo" in congo.also
    assert not any("," in name or "(" in name for name in congo.also)


def test_rows_and_plain_data_say_the_same(world: World) -> None:
    answer = lookup(world(""), "Kenya")
    (row,) = answer.rows()
    (plain,) = answer.plain()["found"]
    assert row["id"] == plain["id"] == "kenya"
    assert row["declared"] == "yes"
    assert plain["declared"] is True
    assert "iso2:KE" in row["codes"]


def test_a_capital_that_ships_is_found(world: World) -> None:
    (city,) = lookup(world(""), "Bogotá").whos
    assert (city.id, city.kind, city.life) == ("bogota", "city", "of colombia (Colombia)")


def test_a_node_is_found_by_its_name_with_where_it_stands(world: World) -> None:
    dataset = world("agreements: {pact: {name: the Pact, aliases: [Pact of Cairo], parties: [kenya, egypt]}}")
    (pact,) = lookup(dataset, "Pact of Cairo").whos

    assert (pact.id, pact.kind, pact.declared, pact.also) == ("pact", "agreement", True, ("Pact of Cairo",))
    assert "talks.yaml:" in pact.place


def test_former_names_are_told_with_their_span(world: World) -> None:
    (found,) = lookup(world("", ACTORS), "zaire-again").whos

    assert [line for line in found.lines() if "Oldland" in line] == ["  formerly: Oldland (until 1985)"]


def test_where_its_entry_stands_is_told_of_who_has_one(world: World) -> None:
    dataset = world("missions: {m: {kind: embassy, sender: kenya, host: japan}}")
    (kenya,), (japan,) = lookup(dataset, "kenya").whos, lookup(dataset, "japan").whos

    assert kenya.place.endswith("graph/actors/all.yaml:6")
    assert (japan.used, japan.declared, japan.place) == (True, False, "")
