"""The map of the world that the page draws on: its projection, and where the capitals stand on it.

The projection is Natural Earth (Patterson 2008), in the polynomials of Šavrič et al. (2011). Places are pixels at
full zoom from the middle of the map; y runs downwards.
"""

from __future__ import annotations

import csv
import math
from functools import cache
from typing import TYPE_CHECKING

from relgraph.reading.shipped_tables import rows
from relgraph.webpage.map.tables import CAPITALS

if TYPE_CHECKING:
    from relgraph.layout.positions import Point

WIDTH = 2000.0  # pixels from end to end of the equator
CUT = -169.0  # the meridian where the map is cut: the Bering Strait, where it meets next to no land
SOUTH = -60.0  # nothing south of it is drawn
NORTH, RIM_STEP = 85, 5  # degrees: where the told edge of the map begins, and from each of its corners to the next

_ALONG = ((0, 0.8707), (2, -0.131979), (4, -0.013791), (10, 0.003971), (12, -0.001529))
_ACROSS = ((1, 1.007226), (3, 0.015085), (7, -0.044475), (9, 0.028874), (11, -0.005916))
_SCALE = WIDTH / (2 * math.pi * _ALONG[0][1])


def projected(latitude: float, longitude: float) -> Point:
    """Project degrees to pixels, x and y."""
    phi = math.radians(latitude)
    turn = math.radians((longitude - CUT) % 360.0 - 180.0)
    x = turn * sum(factor * phi**power for power, factor in _ALONG)
    y = sum(factor * phi**power for power, factor in _ACROSS)
    return x * _SCALE, -y * _SCALE


def rim() -> list[list[float]]:
    """The eastern edge of the map, from north to south, in whole pixels; the western edge is its mirror image."""
    return [
        [round(-x), round(y)]
        for latitude in range(NORTH, int(SOUTH) - 1, -RIM_STEP)
        for x, y in [projected(latitude, CUT)]
    ]


def capital_place(iso: str) -> Point | None:
    """Where the capital of a country stands on the map; None where the table has none.

    `iso` is the country's ISO 3166 code of two letters, or XK. Of several capitals it is the seat of government.
    """
    return _capital_places().get(iso)


@cache
def _capital_places() -> dict[str, Point]:
    table = csv.DictReader(rows(CAPITALS))
    return {row["iso2"]: projected(float(row["latitude"]), float(row["longitude"])) for row in table}
