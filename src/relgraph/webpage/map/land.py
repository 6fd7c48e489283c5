"""The outline of the land for the page's map, as few small whole numbers.

The data is Natural Earth's countries at 1 : 10 million (public domain), as the package geo-intel-offline carries
them. Borders between countries are taken out: what two outlines share is no coast.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from relgraph.webpage.map.geography import CUT, SOUTH, projected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Ring: TypeAlias = NDArray[np.float64]

UNIT = 0.5  # pixels: the step in which coordinates are told
GRID = 10  # steps to a degree in which outlines are compared
ROUGH = 0.9  # pixels that the outline may stray from the true one
LEAST = 12.0  # square pixels of the smallest land drawn
TINY = 0.5  # degrees: what is narrower and lower than this is passed over at once
_ROWS = 200 * GRID
_BITS = 32  # more than the number of any corner takes


@cache
def land() -> tuple[tuple[int, ...], ...]:
    """Closed outlines in UNITs from the middle of the map: x and y of the first corner, then the step to each next."""
    seen = (ring for ring in _coasts(_outlines()) if np.ptp(ring, axis=0).prod() > LEAST)
    rings = (_simpler(ring) for ring in seen)
    return tuple(_steps(ring) for ring in rings if len(ring) > 3 and _area(ring) > LEAST)  # noqa: PLR2004 - a triangle


def _outlines() -> Iterator[Ring]:
    """Every outline of a country, or of a hole in it, as longitudes counted from the cut and latitudes."""
    for country in _countries():
        for corners in (*(country.get("exteriors") or [country["exterior"]]), *country.get("holes", ())):
            ring = np.array(corners, dtype=float)[:, ::-1]
            ring[:, 0] = np.mod(ring[:, 0] - CUT, 360.0)
            if _is_drawn(ring):
                yield ring


def _countries() -> Iterator[dict[str, Any]]:
    """Each country of the package, one read at a time: all of them at once would take much memory."""
    text = gzip.decompress((files("geo_intel_offline") / "data" / "polygons.json.gz").read_bytes()).decode()
    decoder, end = json.JSONDecoder(), 1
    while (start := text.find("{", end)) > 0:
        country, end = decoder.raw_decode(text, start)
        yield country


def _is_drawn(ring: Ring) -> bool:
    """Whether an outline lies far enough north, can be seen, and is not cut by the map's end."""
    size = np.ptp(ring, axis=0)
    return bool(ring[:, 1].max() > SOUTH and size.max() > TINY and np.abs(np.diff(ring[:, 0])).max() < 180)  # noqa: PLR2004 - half a turn


def _coasts(outlines: Iterable[Ring]) -> list[Ring]:
    """The outlines of all of them together, projected: lines that an even number of them share are left out."""
    lines = np.concatenate([_lines(ring) for ring in outlines])
    once, count = np.unique(lines[:, 0] << _BITS | lines[:, 1], return_counts=True)
    coast = once[count % 2 == 1]
    rings = list(_rings(np.stack((coast >> _BITS, coast & (1 << _BITS) - 1), axis=-1).tolist()))
    east, north = np.divmod(np.concatenate(rings), _ROWS)
    places = projected(north / GRID - 90.0, east / GRID + CUT)
    return np.split(places, np.cumsum([len(ring) for ring in rings])[:-1])


def _lines(ring: Ring) -> NDArray[np.int64]:
    """The lines of an outline on the grid, each as the numbers of its two ends, the lower first."""
    east, north = np.round(ring.T * GRID).astype(np.int64)
    ends = east * _ROWS + north + 90 * GRID
    lines: NDArray[np.int64] = np.sort(np.stack((ends, np.roll(ends, -1)), axis=-1), axis=1)
    apart: NDArray[np.int64] = lines[lines[:, 0] != lines[:, 1]]
    return apart


def _rings(lines: list[list[int]]) -> Iterator[list[int]]:
    """Closed ways that walk every line once; at each end an even number of lines meets."""
    ways: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in lines:
        ways[one].add(other)
        ways[other].add(one)
    for start in sorted(ways):
        while ways[start]:
            ring = [start]
            while len(ring) == 1 or ring[-1] != start:
                last = ring[-1]
                ring.append(min(ways[last]))
                ways[last].discard(ring[-1])
                ways[ring[-1]].discard(last)
            yield ring


def _simpler(ring: Ring) -> Ring:
    """Leave out corners from which the outline strays no more than ROUGH (Douglas and Peucker 1973)."""
    kept = np.zeros(len(ring), dtype=bool)
    farthest = int(np.hypot(*(ring - ring[0]).T).argmax())
    kept[[0, farthest, -1]] = True
    waiting = [(0, farthest), (farthest, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first > 1:
            strays = _strays(ring[first : last + 1])
            worst = first + 1 + int(strays.argmax())
            if strays.max() > ROUGH:
                kept[worst] = True
                waiting += [(first, worst), (worst, last)]
    simple: Ring = ring[kept]
    return simple


def _strays(way: Ring) -> NDArray[np.float64]:
    """How far the corners between the ends of a way stand off the line between these."""
    along, inner = way[-1] - way[0], way[1:-1] - way[0]
    length = np.hypot(*along)
    strays: NDArray[np.float64] = np.hypot(inner[:, 0], inner[:, 1])
    if length:
        strays = np.abs(along[0] * inner[:, 1] - along[1] * inner[:, 0]) / length
    return strays


def _area(ring: Ring) -> float:
    x, y = ring.T
    return float(abs((x[:-1] * y[1:] - x[1:] * y[:-1]).sum()) / 2)


def _steps(ring: Ring) -> tuple[int, ...]:
    """Round a ring to UNITs and tell it by its steps; the way back to the first corner is left out."""
    corners = np.round(ring[:-1] / UNIT).astype(int)
    return tuple(np.diff(corners, axis=0, prepend=np.zeros((1, 2), dtype=int)).ravel().tolist())
