"""The map of the world that the page draws on: its projection, and where the capitals stand on it.

The projection is Natural Earth (Patterson 2008), in the polynomials of Šavrič et al. (2011). Places are pixels at
full zoom from the middle of the map; y runs downwards. Coordinates of capitals come from the package countryinfo.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from relgraph.layout.positions import Point

    Floats = NDArray[np.float64]

WIDTH = 2000.0  # pixels from end to end of the equator
CUT = -169.0  # the meridian where the map is cut: the Bering Strait, where it meets next to no land
SOUTH = -60.0  # nothing south of it is drawn
EARTH = 6371.0  # kilometres
SLACK = 500.0  # kilometres that a capital may lie farther from the middle of its country than the country is wide
SPAN = 1.5  # how much longer a country may be than a square of its area

_ALONG = ((0, 0.8707), (2, -0.131979), (4, -0.013791), (10, 0.003971), (12, -0.001529))
_ACROSS = ((1, 1.007226), (3, 0.015085), (7, -0.044475), (9, 0.028874), (11, -0.005916))
_SCALE = WIDTH / (2 * math.pi * _ALONG[0][1])


def projected(latitude: float | Floats, longitude: float | Floats) -> Floats:
    """Project degrees to pixels: an array whose last axis is x, y."""
    phi = np.radians(latitude)
    turn = np.radians(np.mod(np.asarray(longitude) - CUT, 360.0) - 180.0)
    x = turn * sum(factor * phi**power for power, factor in _ALONG)
    y = sum(factor * phi**power for power, factor in _ACROSS)
    return np.stack((x, -y), axis=-1) * _SCALE


def capital_place(iso: str) -> Point | None:
    """Where the capital of a country stands on the map; None where the library knows none.

    `iso` is the country's ISO 3166 code of two letters.
    """
    degrees = _capitals().get(iso)
    if degrees is None:
        return None
    x, y = projected(*degrees)
    return float(x), float(y)


@cache
def _capitals() -> dict[str, Point]:
    """Latitude and longitude of each capital, in degrees, by the code of its country."""
    from countryinfo import CountryInfo  # noqa: PLC0415 - it reads a file for each country

    found: dict[str, Point] = {}
    for record in CountryInfo.all().values():
        iso = record["ISO"]["alpha2"]
        if iso and (degrees := _capital(record)):
            found.setdefault(iso, degrees)
    return found


def _capital(record: Mapping[str, object]) -> Point | None:
    """Return the capital's degrees; those of the middle of the country where the capital's cannot be right.

    Some of the library's capitals are another town of the same name, on another continent.
    """
    capital, middle = _degrees(record.get("capital_latlng")), _degrees(record.get("latlng"))
    area = record.get("area")
    if not capital or not middle:
        return capital or middle
    width = math.sqrt(area) if isinstance(area, (int, float)) else 0.0
    return capital if _kilometres(capital, middle) <= SLACK + SPAN * width else middle


def _degrees(value: object) -> Point | None:
    match value:
        case [float() | int() as latitude, float() | int() as longitude]:
            return float(latitude), float(longitude)
    return None


def _kilometres(one: Sequence[float], other: Sequence[float]) -> float:
    """The way between two places along a great circle (haversine formula)."""
    (north, east), (its_north, its_east) = ([math.radians(degree) for degree in place] for place in (one, other))
    height = math.sin((its_north - north) / 2) ** 2
    width = math.cos(north) * math.cos(its_north) * math.sin((its_east - east) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(height + width)))
