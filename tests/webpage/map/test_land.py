from __future__ import annotations

import csv
import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from relgraph.reading.shipped_tables import rows
from relgraph.webpage.map.geography import WIDTH, capital_place, projected
from relgraph.webpage.map.land import land
from relgraph.webpage.map.tables import CAPITALS
from tests.webpage.map.ground import is_land, outlines, to_coast

if TYPE_CHECKING:
    from tests.webpage.map.ground import Outlines

SMALL_STATES = (
    *("AG", "BB", "BH", "BS", "CV", "DM", "FJ", "FM", "GD", "JM", "KI", "KM", "KN", "LC", "MH", "MT", "MU", "MV"),
    *("NR", "NU", "PW", "SB", "SC", "ST", "TL", "TO", "TT", "TV", "VC", "VU", "WS"),
)


@pytest.fixture(scope="module")
def drawn() -> Outlines:
    return outlines()


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Hà Nội", 21.0, 105.8),
        ("Nairobi", -1.3, 36.8),
        ("Myanmar", 21.0, 96.0),
        ("Serbia", 44.0, 21.0),
        ("Chukotka, east of the 180th meridian", 66.5, -175.0),
        ("New Zealand", -44.0, 170.5),
        ("Brazil", -10.0, -53.0),
        ("Svalbard", 78.0, 17.0),
    ],
)
def test_land_is_land(drawn: Outlines, name: str, latitude: float, longitude: float) -> None:
    assert is_land(drawn, projected(latitude, longitude)), name


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [("Gulf of Tonkin", 19.5, 107.2), ("Pacific", 0.0, -150.0), ("Caspian Sea", 42.0, 50.5), ("Atlantic", 30.0, -45.0)],
)
def test_water_is_not(drawn: Outlines, name: str, latitude: float, longitude: float) -> None:
    assert not is_land(drawn, projected(latitude, longitude)), name


@pytest.mark.parametrize("iso", SMALL_STATES)
def test_an_island_state_is_seen_where_its_capital_stands(drawn: Outlines, iso: str) -> None:
    place = capital_place(iso)

    assert place is not None
    assert is_land(drawn, place) or to_coast(drawn, place) < 0.5


def test_every_capital_stands_on_land_or_within_a_pixel_of_it(drawn: Outlines) -> None:
    places = {row["iso2"]: capital_place(row["iso2"]) for row in csv.DictReader(rows(CAPITALS))}
    at_sea = {
        iso for iso, place in places.items() if place and not is_land(drawn, place) and to_coast(drawn, place) > 1
    }

    assert at_sea == {
        "SG"
    }  # its island is too small to be drawn beside the mainland, from which it is a little farther


def test_south_of_the_map_nothing_is_drawn(drawn: Outlines) -> None:
    _, southern_end = projected(-60.0, 0.0)

    assert max(y for ring in drawn for _, y in ring) < southern_end


def test_no_outline_crosses_the_map(drawn: Outlines) -> None:
    assert max(abs(x) for ring in drawn for x, _ in ring) <= WIDTH / 2
    assert max(abs(x2 - x1) for ring in drawn for (x1, _), (x2, _) in pairwise(ring)) < 100


def test_it_is_small() -> None:
    assert len(json.dumps(land(), separators=(",", ":"))) < 39_000
