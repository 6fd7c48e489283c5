"""Room for every node and its label: what lies too dense flows apart, and what overlaps is pushed.

Units are pixels at full zoom, y runs downwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

from relgraph.layout.unfolding import median

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]
    Numbers: TypeAlias = NDArray[np.int64]

SPACING = 120.0  # pixels from a node to its nearest neighbour, in the middle of all cases
LETTER = 6.6  # pixels that a letter of a label takes
WIDEST = 140.0  # pixels kept free for a label at most; longer ones are broken or cut
LINE = 46.0  # pixels kept free for a node and its label, top to bottom
ROUNDS = 200
SLACK = 0.4  # how much further from each other, to the widest room, pairs are kept in sight

WIDE = 2.0  # the area that a large part takes, to SPACING squared for each node: some lies empty between its groups
DENSE = 0.6  # the area that a node has at least where they lie densest, in the same measure
CELLS = 128  # of the mesh on which what is dense flows apart, along a side
FLOWS = 4  # how often: each time they end a little short of it
EMPTY = 0.15  # density that the emptiest places are given, to the mean: nodes flow through them at a finite pace
MARGIN = 0.1  # to the extent: how far nodes may flow beyond it


def even(points: Points) -> Points:
    """Scale so that the middle distance to the nearest node is SPACING."""
    between = np.hypot(*(points[:, None] - points).transpose(2, 0, 1))
    np.fill_diagonal(between, np.inf)
    middle = median(between.min(axis=1))
    return points * (SPACING / middle) if middle > 0 else points


def loosened(points: Points) -> Points:
    """Scale to an area in keeping with the number of nodes, and let them flow from where they lie too dense.

    They flow as in a cartogram by diffusion (Gastner and Newman 2004), which keeps neighbours together, until
    each has the room of DENSE on the average of its surroundings.
    """
    extent = np.ptp(points, axis=0)
    extent = np.maximum(extent, extent.max() / 8 or 1.0)
    scale = np.sqrt(WIDE * SPACING**2 * len(points) / extent.prod())
    points, size = points * scale, extent * scale * (1 + 2 * MARGIN)
    low = (points.min(axis=0) + points.max(axis=0) - size) / 2
    most = float((size / CELLS).prod() / (DENSE * SPACING**2))
    places = (points - low) / size * CELLS
    for _ in range(FLOWS):
        places = _flown(places, most)
    loose: Points = places * size / CELLS + low
    return loose


def _flown(places: Points, most: float) -> Points:
    """Let places on a mesh of CELLS flow until no cell holds more than so many."""
    cells = np.minimum(places.astype(np.int64), CELLS - 1)
    held = np.bincount(cells[:, 0] * CELLS + cells[:, 1], minlength=CELLS**2).reshape(CELLS, CELLS)
    mirrored = np.block([[held, held[:, ::-1]], [held[::-1], held[::-1, ::-1]]])  # nothing flows over the edges
    waves = np.fft.rfft2(mirrored)
    slopes = (np.pi * np.arange(CELLS + 1) / CELLS) ** 2
    least, time = EMPTY * len(places) / CELLS**2, 1.0
    while time < CELLS**2:
        faded = np.round(np.exp(-slopes * time), 9)  # the last digits are the machine's own
        there = waves * np.concatenate((faded, faded[-2:0:-1]))[:, None] * faded
        spread_out = np.fft.irfft(np.fft.ifft(there, axis=0)[:CELLS])[:, :CELLS]
        density = np.maximum(spread_out, 0.0) + least
        if density.max() <= most + least:
            break
        flow = [_between(-slope / density, places) for slope in np.gradient(density)]
        places = np.clip(places + np.stack(flow, axis=-1) * (time / 4), 0, CELLS)
        time *= 1.25
    return places


def _between(field: Points, places: Points) -> Points:
    """What a field over the cells is at places between their middles."""
    inside = np.clip(places - 0.5, 0, CELLS - 1.001)
    x, y = inside.astype(np.int64).T
    right, down = (inside - (inside.astype(np.int64))).T
    above = field[x, y] * (1 - right) + field[x + 1, y] * right
    below = field[x, y + 1] * (1 - right) + field[x + 1, y + 1] * right
    found: Points = above * (1 - down) + below * down
    return found


def room(label: str) -> tuple[float, float]:
    """Half width and half height to keep free around a node."""
    return max(LINE, min(WIDEST, LETTER * len(label))) / 2, LINE / 2


def near(places: Points) -> tuple[Numbers, Numbers]:
    """The pairs of places that are at most 1 from each other along either axis, in order; there must be a place.

    They are sorted down columns of width 1, one column after another: whoever is near to one stands in a stretch of its
    own column, or of the next.
    """
    across, down = (places - places.min(axis=0)).T
    tall = float(down.max()) + 3  # from one column to the next, so far that no stretch reaches into a third
    line = np.floor(across) * tall + down
    order = np.argsort(line)
    line, across = line[order], across[order]
    here = np.arange(len(places))
    above, below = _each_of(here, here + 1, np.searchsorted(line, line + 1, "right"))
    begin, end = line + (tall - 1), line + (tall + 1)
    left, right = _each_of(here, np.searchsorted(line, begin), np.searchsorted(line, end, "right"))
    close = across[right] - across[left] <= 1
    one = order[np.concatenate((above, left[close]))]
    other = order[np.concatenate((below, right[close]))]
    pairs = np.sort(np.minimum(one, other) * len(places) + np.maximum(one, other))
    return np.divmod(pairs, len(places))


def _each_of(heads: Numbers, first: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Each head beside every number of its stretch, from the first up to its end."""
    count = end - first
    begins = np.cumsum(count) - count
    return np.repeat(heads, count), np.arange(count.sum()) + np.repeat(first - begins, count)


def apart(points: Points, rooms: Points) -> Points:
    """Push nodes whose rooms overlap apart, along the axis that takes the shorter way."""
    points = points.copy()
    numbers = points.reshape(-1)  # x and y of each in turn, which numpy adds to one by one much sooner than to rows
    pairs = _Pairs(rooms)
    for _ in range(ROUNDS):
        one, other, axis, push = pairs.pushed(points)
        if not len(one):
            break
        np.add.at(numbers, 2 * one + axis, -push / 2)
        np.add.at(numbers, 2 * other + axis, push / 2)
    return points


class _Pairs:
    """The pairs of nodes that may overlap: they are sought again when some node has gone far since."""

    def __init__(self, rooms: Points) -> None:
        self._rooms = rooms
        self._widest = 2 * rooms.max(axis=0)
        self._seen: Points | None = None

    def pushed(self, points: Points) -> tuple[Numbers, Numbers, Numbers, Points]:
        """Those that overlap, in order: the one, the other, along which axis they go apart (0 or 1), and how far."""
        if self._seen is None or (np.abs(points - self._seen) > self._widest * (SLACK / 2)).any():
            self._seen = points.copy()
            self._one, self._other = near(points / (self._widest * (1 + SLACK)))
            self._wide, self._tall = (self._rooms[self._one] + self._rooms[self._other]).T.copy()
        across, along = self._overlaps(points[:, 0], self._wide)
        down, above = self._overlaps(points[:, 1], self._tall)
        hit = np.flatnonzero((along > 0) & (above > 0))
        along, above = along[hit], above[hit]
        axis = above < along
        way, overlap = np.where(axis, (down[hit], above), (across[hit], along))
        push = np.where(way < 0, -1, 1) * (overlap / 2 + 0.5)
        return self._one[hit], self._other[hit], axis.astype(np.int64), push

    def _overlaps(self, places: Points, wanted: Points) -> tuple[Points, Points]:
        """The way between the two of each pair along an axis, and how far their rooms overlap on it."""
        along = np.ascontiguousarray(places)
        between = along[self._other] - along[self._one]
        return between, wanted - np.abs(between)
