from __future__ import annotations

import math
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.lines import lines_of
from relgraph.webpage.data.drawing import drawing
from relgraph.webpage.map.geography import capital_place, projected
from relgraph.webpage.map.placing import FARTHEST, map_places
from tests.webpage.sample_dataset import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.layout.positions import Point
    from tests.fixture_types import WriteFolder


@pytest.fixture
def places(dataset: WriteFolder) -> dict[str, Point]:
    facts = load(dataset(FOLDER) / "graph")
    return map_places(facts, drawing(facts, lines_of(facts)))


def test_countries_stand_on_their_capitals(places: dict[str, Point]) -> None:
    for country, iso in (("vietnam", "VN"), ("kenya", "KE"), ("new-zealand", "NZ"), ("france", "FR")):
        capital = capital_place(iso)
        assert capital is not None
        assert math.dist(places[country], capital) <= FARTHEST


def test_what_belongs_to_a_country_stands_beside_it(places: dict[str, Point]) -> None:
    assert 0 < math.dist(places["hanoi"], places["vietnam"]) < 60


def test_what_ties_two_is_nowhere_by_itself(places: dict[str, Point]) -> None:
    assert "memorandum" not in places


def test_what_has_no_place_on_earth_has_none_on_the_map(places: dict[str, Point]) -> None:
    assert "united-nations" not in places
    assert "pair" not in places


def near(places: dict[str, Point], one: str, other: str) -> bool:
    return math.dist(places[one], places[other]) < 60


def test_a_mission_stands_at_its_host_and_a_meeting_at_its_place(places: dict[str, Point]) -> None:
    assert near(places, "kenya-bangkok", "thailand")
    assert near(places, "kenya-hanoi", "vietnam")
    assert near(places, "talks", "vietnam")


def test_who_meets_in_a_country_does_not_belong_to_it(places: dict[str, Point]) -> None:
    assert "soipan-tuya" not in places


@pytest.fixture
def placed(dataset: WriteFolder) -> Callable[[str, str], dict[str, Point]]:
    """Places of the actors and facts of a world of Kenya, Việt Nam and whoever else is named."""

    def placed(actors: str, facts: str) -> dict[str, Point]:
        files = {
            "graph/actors/all.yaml": dedent(actors),
            "graph/talks.yaml": f"source: talks\n{dedent(facts)}",
            "seeds/README.md": "",
        }
        world = load(dataset(files) / "graph")
        assert not world.problems
        return map_places(world, drawing(world, lines_of(world)))

    return placed


ACTORS = """
    countries: {kenya: {name: Kenya, iso: KE}, vietnam: {name: Việt Nam, iso: VN}}
    offices: {president: {name: President, of: kenya}, minister: {name: Minister, of: vietnam}, title: {name: Envoy}}
    people: {amina: {name: Amina}, binh: {name: Bình}, chris: {name: Chris}, dora: {name: Dora}}
"""


def test_people_stand_where_they_hold_office(placed: Callable[[str, str], dict[str, Point]]) -> None:
    facts = """
        holds:
          - {holder: amina, office: president}
          - {holder: amina, office: minister, status: ended}
          - {holder: binh, office: minister, status: ended}
          - {holder: chris, office: title}
          - {holder: dora, office: president, status: intended}
        nationalities: [{person: chris, of: vietnam}]
        meetings: {first: {name: a first meeting, participants: [dora, kenya]}}
    """
    places = placed(ACTORS, facts)

    assert near(places, "amina", "kenya")  # what she holds goes before what she held
    assert near(places, "binh", "vietnam")
    assert near(places, "chris", "vietnam")  # nobody knows where his office is
    assert "dora" not in places  # she holds none yet
    assert "first" not in places


def test_a_body_stands_at_its_seat_and_its_organs_with_it(placed: Callable[[str, str], dict[str, Point]]) -> None:
    bodies = """
        countries: {kenya: {name: Kenya, iso: KE}}
        cities: {nairobi: {name: Nairobi, of: kenya}}
        bodies:
          at-home: {name: At Home, seat: nairobi}
          in-a-country: {name: In a Country, seat: kenya}
          abroad: {name: Abroad, seat: addis-ababa}
          abroad-organ: {name: Organ, of: abroad}
          by-the-lake: {name: By the Lake, coordinates: [46.23, 6.14]}
          nowhere: {name: Nowhere}
        organisations: {part: {name: Part}}
    """
    facts = (
        "affiliations: [{part: part, of: by-the-lake}]\nevents: {feast: {name: feast, kind: ceremony, host: abroad}}"
    )
    places = placed(bodies, facts)

    assert near(places, "at-home", "kenya")
    assert near(places, "in-a-country", "kenya")
    assert math.dist(places["abroad"], projected(9.03, 38.74)) < FARTHEST + 2  # Ethiopia itself is not drawn
    assert "ethiopia" not in places
    assert near(places, "abroad-organ", "abroad")
    assert near(places, "feast", "abroad")
    assert places["by-the-lake"] == pytest.approx(projected(46.23, 6.14))
    assert near(places, "part", "by-the-lake")
    assert "nowhere" not in places


def test_a_seat_whose_country_is_drawn_stands_beside_it(placed: Callable[[str, str], dict[str, Point]]) -> None:
    places = placed(
        "countries: {belgium: {name: Belgium, iso: BE}}\nbodies: {union: {name: Union, seat: brussels}}", ""
    )

    assert near(places, "union", "belgium")
    assert places["belgium"] == capital_place("BE")


def test_a_place_goes_before_a_host_and_of_several_hosts_none_counts(
    placed: Callable[[str, str], dict[str, Point]],
) -> None:
    facts = """
        events:
          placed: {name: placed, kind: ceremony, host: kenya, place: vietnam}
          hosted: {name: hosted, kind: ceremony, host: kenya}
          shared: {name: shared, kind: ceremony, host: [kenya, vietnam]}
    """
    places = placed(ACTORS, facts)

    assert near(places, "placed", "vietnam")
    assert near(places, "hosted", "kenya")
    assert "shared" not in places


def test_a_country_made_up_stands_on_its_coordinates(placed: Callable[[str, str], dict[str, Point]]) -> None:
    places = placed("countries: {northland: {name: Northland, coordinates: [60, -40.5]}}", "")

    assert places == {"northland": pytest.approx(projected(60, -40.5))}


def test_what_is_part_of_itself_has_no_place(placed: Callable[[str, str], dict[str, Point]]) -> None:
    actors = "bodies: {one: {name: One, of: other}, other: {name: Other, of: one}, at: {name: At, seat: at}}"

    assert placed(actors, "") == {}


def test_no_two_stand_on_each_other(places: dict[str, Point]) -> None:
    assert len({(round(x), round(y)) for x, y in places.values()}) == len(places)


def test_without_a_country_that_has_a_code_there_is_no_map(dataset: WriteFolder) -> None:
    made_up = {
        "graph/actors/all.yaml": "countries: {northland: {name: Northland}, southland: {name: Southland}}",
        "seeds/README.md": "",
        "graph/talks.yaml": "source: talks\ndiplomatic_relations: [{of: northland, with: southland}]",
    }
    facts = load(dataset(made_up) / "graph")

    assert map_places(facts, drawing(facts, lines_of(facts))) == {}
