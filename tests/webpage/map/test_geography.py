from __future__ import annotations

import numpy as np
import pytest

from relgraph.webpage.map.geography import WIDTH, capital_place, projected


def near(iso: str, latitude: float, longitude: float) -> bool:
    place = capital_place(iso)
    return place is not None and float(np.hypot(*(np.array(place) - projected(latitude, longitude)))) < 20


def test_the_equator_is_as_long_as_the_map_is_wide() -> None:
    east, west = projected(0.0, -169.01), projected(0.0, -168.99)

    assert float(east[0] - west[0]) == pytest.approx(WIDTH, abs=1)
    assert float(projected(0.0, 11.0)[0]) == pytest.approx(0)


def test_north_is_up_and_the_poles_are_shorter_than_the_equator() -> None:
    arctic, tropic = projected(66.5, 100.0), projected(23.4, 100.0)

    assert arctic[1] < tropic[1] < 0
    assert arctic[0] < tropic[0]


@pytest.mark.parametrize(
    ("iso", "latitude", "longitude"),
    [("VN", 21.0, 105.8), ("KE", -1.3, 36.8), ("NZ", -41.3, 174.8), ("US", 38.9, -77.0), ("RU", 55.8, 37.6)],
)
def test_a_country_stands_on_its_capital(iso: str, latitude: float, longitude: float) -> None:
    assert near(iso, latitude, longitude)


@pytest.mark.parametrize(
    ("iso", "latitude", "longitude"),
    [("TL", -8.8, 125.9), ("AG", 17.1, -61.8), ("GD", 12.1, -61.7), ("RE", -21.1, 55.5)],
)
def test_a_capital_that_the_library_has_on_another_continent_is_not_believed(
    iso: str, latitude: float, longitude: float
) -> None:
    assert near(iso, latitude, longitude)


@pytest.mark.parametrize("iso", ["", "XX", "vn"])
def test_what_is_no_country_has_no_place(iso: str) -> None:
    assert capital_place(iso) is None
