"""The land on the page's map: projected, simplified, and with a dot where an island is too small to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import shapely
from shapely import Point, Polygon

from relgraph.webpage.map.geography import CUT, SOUTH, projected
from relgraph.webpage.map.land import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from relgraph.layout.positions import Point as Place

    Line: TypeAlias = NDArray[np.float64]

ROUGH = 1.25  # pixels: a corner goes whose triangle with its neighbours is smaller than the square of it
LEAST = 2.0  # square pixels of the smallest land drawn
SEEN = 8.0  # square pixels of the smallest land that needs no dot
NEAR = 2.0  # pixels that a capital may lie off such land
DOT, SMALLEST = 3.0, 1.5  # pixels: the radius of a dot, and of one that has others beside it
GAP = 0.6  # pixels between two dots


def coast(degrees: Iterable[Polygon]) -> list[Polygon]:
    """Project polygons of degrees east and north and simplify them.

    Left out: what lies south of the map, what its cut would split, and islands that are too small.
    """
    whole = shapely.union_all([_on_map(polygon) for polygon in degrees if _is_drawn(polygon)])
    parts = [part for part in shapely.get_parts(whole) if part.area > 0]
    return [part for part in shapely.coverage_simplify(parts, ROUGH) if part.area > LEAST]


def _is_drawn(degrees: Polygon) -> bool:
    east, north = shapely.get_coordinates(degrees.exterior).T
    steps = np.diff(np.mod(east - CUT, 360.0))
    return bool(north.max() > SOUTH and np.abs(steps).max() < 180)  # noqa: PLR2004 - half a turn


def _on_map(degrees: Polygon) -> shapely.Geometry:
    return shapely.make_valid(shapely.transform(degrees, _projected))


def _projected(degrees: Line) -> Line:
    return np.array([projected(north, east) for east, north in degrees.tolist()])


def dots(land: Iterable[Polygon], capitals: Mapping[str, Place]) -> dict[str, Polygon]:
    """A dot for each capital, in pixels, that has no land large enough to be seen under it or very near."""
    seen = shapely.union_all([part for part in land if part.area >= SEEN])
    points = {iso: point for iso, place in capitals.items() if not (point := Point(place)).dwithin(seen, NEAR)}
    return {iso: point.buffer(_radius(point, points.values()), quad_segs=2) for iso, point in points.items()}


def _radius(point: Point, points: Iterable[Point]) -> float:
    """Such that a dot stands clear of the next one, if it can."""
    nearest = min((point.distance(other) for other in points if other is not point), default=np.inf)
    return float(np.clip((nearest - GAP) / 2, SMALLEST, DOT))


def outlines(land: Iterable[Polygon]) -> Iterator[list[int]]:
    """The outlines of all of it, in UNITs: x and y of the first corner, then the step to each next."""
    snapped = shapely.set_precision(shapely.union_all(list(land)), UNIT)
    for ring in shapely.get_rings(shapely.get_parts(shapely.normalize(snapped))):
        corners = np.rint(shapely.get_coordinates(ring)[:-1] / UNIT).astype(int)
        yield np.diff(corners, axis=0, prepend=np.zeros((1, 2), dtype=int)).ravel().tolist()
