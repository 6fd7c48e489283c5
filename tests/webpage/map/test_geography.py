from __future__ import annotations

import csv
import math

import pycountry
import pytest

from relgraph.reading.shipped_tables import rows
from relgraph.webpage.map.geography import WIDTH, capital_place, projected, rim
from relgraph.webpage.map.tables import CAPITALS

EQUATOR = 40_075  # kilometres
WITHOUT_A_CAPITAL = {"AQ", "BV", "HM", "IO", "TF", "TK", "UM"}


def kilometres_off(iso: str, latitude: float, longitude: float) -> float:
    """How far a capital stands from where it is, by the scale at the equator."""
    place = capital_place(iso)
    assert place is not None
    return math.dist(place, projected(latitude, longitude)) / WIDTH * EQUATOR


def test_the_equator_is_as_long_as_the_map_is_wide() -> None:
    east, west = projected(0.0, -169.01), projected(0.0, -168.99)

    assert east[0] - west[0] == pytest.approx(WIDTH, abs=1)
    assert projected(0.0, 11.0)[0] == pytest.approx(0)


def test_north_is_up_and_the_poles_are_shorter_than_the_equator() -> None:
    arctic, tropic = projected(66.5, 100.0), projected(23.4, 100.0)

    assert arctic[1] < tropic[1] < 0
    assert arctic[0] < tropic[0]


def test_the_edge_is_where_the_map_is_cut() -> None:
    corners = rim()

    assert [1000, 0] in corners
    assert [y for _, y in corners] == sorted(y for _, y in corners)
    assert all(
        math.dist((x, y), projected(0 if y == 0 else -degrees, -169.0001)) < 1
        for degrees, (x, y) in zip(range(-85, 61, 5), corners, strict=True)
    )


@pytest.mark.parametrize(
    ("iso", "capital", "latitude", "longitude"),
    [
        ("BR", "Brasília", -15.79, -47.88),
        ("GD", "Saint George's", 12.05, -61.75),
        ("KE", "Nairobi", -1.29, 36.82),
        ("NA", "Windhoek", -22.56, 17.08),
        ("NZ", "Wellington", -41.29, 174.78),
        ("PF", "Papeete", -17.54, -149.57),
        ("RE", "Saint-Denis", -20.88, 55.45),
        ("RU", "Moscow", 55.76, 37.62),
        ("TL", "Dili", -8.56, 125.58),
        ("TN", "Tunis", 36.81, 10.18),
        ("US", "Washington", 38.90, -77.04),
        ("VN", "Hà Nội", 21.03, 105.85),
        ("XK", "Pristina", 42.66, 21.17),
    ],
)
def test_a_country_stands_on_its_capital(iso: str, capital: str, latitude: float, longitude: float) -> None:
    assert kilometres_off(iso, latitude, longitude) < 6, capital


@pytest.mark.parametrize(
    ("iso", "seat", "latitude", "longitude"),
    [("BO", "La Paz", -16.50, -68.15), ("NL", "The Hague", 52.08, 4.31), ("ZA", "Pretoria", -25.75, 28.19)],
)
def test_of_several_capitals_the_seat_of_government_counts(
    iso: str, seat: str, latitude: float, longitude: float
) -> None:
    assert kilometres_off(iso, latitude, longitude) < 10, seat


def test_every_country_has_a_place_but_those_without_a_capital() -> None:
    codes = {country.alpha_2 for country in pycountry.countries} | {"XK"}
    listed = [row["iso2"] for row in csv.DictReader(rows(CAPITALS))]

    assert len(listed) == 243
    assert {iso for iso in codes if capital_place(iso)} == set(listed)
    assert codes - set(listed) == WITHOUT_A_CAPITAL


@pytest.mark.parametrize("iso", ["", "XX", "vn"])
def test_what_is_no_country_has_no_place(iso: str) -> None:
    assert capital_place(iso) is None
