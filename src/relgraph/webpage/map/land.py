"""The outline of the land for the page's map, as few small whole numbers."""

from __future__ import annotations

from functools import cache

from relgraph.reading.shipped_tables import rows
from relgraph.webpage.map.tables import LAND

UNIT = 0.5  # pixels: the step in which coordinates are told


@cache
def land() -> tuple[tuple[int, ...], ...]:
    """Closed outlines in UNITs from the middle of the map: x and y of the first corner, then the step to each next.

    An outline inside another is water. An island too small to be seen, on which a capital stands, is a dot.
    """
    return tuple(tuple(map(int, row.split())) for row in rows(LAND))
