"""On the equator a degree is 5.6 pixels wide and 5.6 high."""

from __future__ import annotations

import pytest
from shapely import Polygon, box

from relgraph.webpage.map.geography import projected
from tools.map.coast import DOT, GAP, NEAR, SEEN, SMALLEST, coast, dots, outlines

CONTINENT = box(0, -10, 20, 10)


def test_land_is_projected() -> None:
    (land,) = coast([CONTINENT])
    (west, north), (east, south) = projected(10, 0), projected(-10, 20)

    assert land.bounds == pytest.approx((west, north, east, south), abs=2)


def test_a_corner_that_is_hardly_one_is_left_out() -> None:
    (land,) = coast([Polygon([(0, -10), (0, 0), (0.01, 1), (0, 2), (0, 10), (20, 10), (20, -10)])])

    assert len(land.exterior.coords) - 1 < 7


def test_an_island_too_small_is_left_out_and_a_larger_one_is_not() -> None:
    assert len(coast([CONTINENT, box(30, 0, 30.2, 0.2)])) == 1
    assert len(coast([CONTINENT, box(30, 0, 30.6, 0.6)])) == 2


@pytest.mark.parametrize("gone", [box(-170, 60, -168, 62), box(0, -80, 20, -61)], ids=["cut", "south"])
def test_what_the_map_does_not_hold_is_left_out(gone: Polygon) -> None:
    assert coast([gone]) == []


def test_land_on_both_sides_of_the_180th_meridian_is_one() -> None:
    assert len(coast([box(170, -5, 180, 5), box(-180, -5, -175, 5)])) == 1


def test_a_capital_on_land_needs_no_dot_and_one_at_sea_does() -> None:
    found = dots([box(0, 0, 100, 100)], {"AA": (50, 50), "BB": (101, 50), "CC": (100 + NEAR + 1, 50)})

    assert list(found) == ["CC"]
    assert found["CC"].centroid.coords[0] == pytest.approx((100 + NEAR + 1, 50))
    assert found["CC"].bounds[0] == pytest.approx(100 + NEAR + 1 - DOT)


def test_a_capital_on_an_island_too_small_to_be_seen_gets_a_dot() -> None:
    side = SEEN**0.5 - 0.1

    assert list(dots([box(0, 0, side, side)], {"AA": (1, 1)})) == ["AA"]


def test_dots_stand_apart_if_they_can() -> None:
    near = dots([], {"AA": (0, 0), "BB": (4, 0)})
    very_near = dots([], {"AA": (0, 0), "BB": (1, 0)})

    assert near["AA"].distance(near["BB"]) == pytest.approx(GAP)
    assert very_near["AA"].bounds == pytest.approx((-SMALLEST, -SMALLEST, SMALLEST, SMALLEST))


def test_an_outline_is_told_by_its_steps() -> None:
    assert list(outlines([box(1, 2, 3, 5)])) == [[2, 4, 0, 6, 4, 0, 0, -6]]


def test_what_overlaps_has_one_outline_and_a_lake_has_its_own() -> None:
    lake = Polygon(box(0, 0, 20, 20).exterior, [box(5, 5, 10, 10).exterior])

    assert len(list(outlines([box(0, 0, 2, 2), box(1, 0, 3, 2)]))) == 1
    assert len(list(outlines([lake]))) == 2
