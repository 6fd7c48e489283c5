"""The drawn land, as a test asks about it."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import dist
from typing import TYPE_CHECKING, TypeAlias

from relgraph.webpage.map.land import UNIT, land

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.layout.positions import Point

    Outlines: TypeAlias = list[list[Point]]


def outlines() -> Outlines:
    """Every outline in pixels, its first corner again at its end."""
    return [[*corners, corners[0]] for steps in land() for corners in [list(_corners(steps))]]


def _corners(steps: tuple[int, ...]) -> Iterator[Point]:
    across, down = accumulate(steps[::2]), accumulate(steps[1::2])
    return ((x * UNIT, y * UNIT) for x, y in zip(across, down, strict=True))


def is_land(drawn: Outlines, place: Point) -> bool:
    """Whether a line from the place to the east crosses coasts an odd number of times."""
    x, y = place
    crossed = 0
    for ring in drawn:
        for (x1, y1), (x2, y2) in pairwise(ring):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossed % 2 == 1


def to_coast(drawn: Outlines, place: Point) -> float:
    """Pixels from a place to the nearest coast."""
    return min(_to_line(place, *line) for ring in drawn for line in pairwise(ring))


def _to_line(place: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = place, start, end
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
    share = min(1.0, max(0.0, along))
    return dist(place, (x1 + share * (x2 - x1), y1 + share * (y2 - y1)))
