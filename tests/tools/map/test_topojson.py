from __future__ import annotations

import json

import pytest
from shapely import Polygon

from tools.map.topojson import polygons

# Two squares of ten degrees side by side; arc 0 is the line between them, told once and walked by both.
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [10, 5], "translate": [-20, 0]},
    "arcs": [[[1, 0], [0, 2]], [[1, 2], [-1, 0], [0, -2], [1, 0]], [[1, 2], [1, 0], [0, -2], [-1, 0]]],
    "objects": {
        "land": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "arcs": [[[~0, ~2]]]},
            ],
        }
    },
}


def test_arcs_are_scaled_and_joined_and_a_shared_one_is_walked_both_ways() -> None:
    west, east = polygons(TOPOLOGY, "land")

    assert west.equals(Polygon([(-20, 0), (-10, 0), (-10, 10), (-20, 10)]))
    assert east.equals(Polygon([(-10, 0), (0, 0), (0, 10), (-10, 10)]))


def test_a_second_outline_is_a_hole() -> None:
    square, lake = [[0, 0], [9, 0], [0, 9], [-9, 0], [0, -9]], [[3, 3], [3, 0], [0, 3], [-3, 0], [0, -3]]
    land = {"geometries": [{"type": "Polygon", "arcs": [[0], [1]]}]}
    topology = {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [square, lake], "objects": {"land": land}}

    assert [polygon.area for polygon in polygons(topology, "land")] == [81 - 9]


@pytest.mark.parametrize("broken", ['{"type": "Topology"}', "[]", '{"transform": {}, "arcs": [[1]]}'])
def test_what_is_no_topology_is_refused(broken: str) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        list(polygons(json.loads(broken), "land"))
