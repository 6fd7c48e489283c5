from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.dataset import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage.map.geography import capital_place
from relgraph.webpage.map.placing import FARTHEST, map_places
from tests.webpage.sample_dataset import FOLDER

if TYPE_CHECKING:
    from relgraph.layout.positions import Point
    from tests.fixture_types import WriteFolder


@pytest.fixture
def places(dataset: WriteFolder) -> dict[str, Point]:
    facts = load(dataset(FOLDER) / "graph")
    return map_places(facts, build_graph(facts))


def test_countries_stand_on_their_capitals(places: dict[str, Point]) -> None:
    for country, iso in (("vietnam", "VN"), ("kenya", "KE"), ("new-zealand", "NZ"), ("france", "FR")):
        capital = capital_place(iso)
        assert capital is not None
        assert math.dist(places[country], capital) <= FARTHEST


def test_what_belongs_to_a_country_stands_beside_it(places: dict[str, Point]) -> None:
    assert 0 < math.dist(places["hanoi"], places["vietnam"]) < 60


def test_what_is_between_two_stands_between_them(places: dict[str, Point]) -> None:
    (x1, y1), (x2, y2) = places["kenya"], places["vietnam"]

    assert math.dist(places["memorandum"], ((x1 + x2) / 2, (y1 + y2) / 2)) < 60


def test_what_has_no_place_on_earth_has_none_on_the_map(places: dict[str, Point]) -> None:
    assert "united-nations" not in places
    assert "pair" not in places


def test_no_two_stand_on_each_other(places: dict[str, Point]) -> None:
    assert len({(round(x), round(y)) for x, y in places.values()}) == len(places)


def test_without_a_country_that_has_a_code_there_is_no_map(dataset: WriteFolder) -> None:
    made_up = {
        "graph/actors/all.yaml": "countries: {northland: {name: Northland}, southland: {name: Southland}}",
        "seeds/README.md": "",
        "graph/talks.yaml": "source: talks\ndiplomatic_relations: [{of: northland, with: southland}]",
    }
    facts = load(dataset(made_up) / "graph")

    assert map_places(facts, build_graph(facts)) == {}
