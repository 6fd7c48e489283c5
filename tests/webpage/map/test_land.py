from __future__ import annotations

import json

import numpy as np
import pytest

from relgraph.webpage.map.geography import WIDTH, projected
from relgraph.webpage.map.land import UNIT, land


@pytest.fixture(scope="module")
def rings() -> list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    return [np.cumsum(np.array(steps).reshape(-1, 2), axis=0) * UNIT for steps in land()]


def is_land(rings: list[np.ndarray[tuple[int, int], np.dtype[np.float64]]], latitude: float, longitude: float) -> bool:
    """Whether a line from the place to the east crosses coasts an odd number of times."""
    x, y = projected(latitude, longitude)
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, np.roll(ring, -1, axis=0), strict=True):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossed % 2 == 1


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
    ],
)
def test_land_is_land(
    rings: list[np.ndarray[tuple[int, int], np.dtype[np.float64]]], name: str, latitude: float, longitude: float
) -> None:
    assert is_land(rings, latitude, longitude), name


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [("Gulf of Tonkin", 19.5, 107.2), ("Pacific", 0.0, -150.0), ("Caspian Sea", 42.0, 50.5), ("Atlantic", 30.0, -45.0)],
)
def test_water_is_not(
    rings: list[np.ndarray[tuple[int, int], np.dtype[np.float64]]], name: str, latitude: float, longitude: float
) -> None:
    assert not is_land(rings, latitude, longitude), name


def test_no_border_between_two_countries_is_left_in_it() -> None:
    assert len(land()) < 250  # there are more countries than that, each with islands of its own


def test_it_is_small_and_lies_on_the_map(rings: list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]) -> None:
    assert len(json.dumps(land(), separators=(",", ":"))) < 60_000
    assert max(float(np.abs(ring[:, 0]).max()) for ring in rings) <= WIDTH / 2
