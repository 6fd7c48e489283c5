"""Where the nodes of a large network come to rest: springs along its ties, and a push between all its nodes.

Every two nodes push each other apart with the product of their masses (ties and 1) over their distance, as in
ForceAtlas2 (Jacomy et al. 2014). A tie pulls with the square root of its length: between LinLog (Noack 2007),
which draws communities together but to points, and a plain spring, which mixes them. The pushes are found on a
mesh (Hockney and Eastwood 1988): masses are spread over its cells, and one Fourier transform gives the push at
all of them, so that a round takes time in the number of ties and cells and not in that of pairs. The start is
pivot MDS (Brandes and Pich 2007), which unfolds the network as a whole.

Nothing is left to chance but a slight shake of the start, of a fixed seed; only square roots and sums are taken
in the rounds, so that machines agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

from relgraph.layout.unfolding import lengths, median, spread, unfolded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]
    Ends: TypeAlias = NDArray[np.int64]

PIVOTS = 50
ROUNDS, AGAIN = 80, 30  # from scratch, and from places that are nearly right
HOT, WARM, COLD = 0.3, 0.03, 0.001  # how far a node goes in a round, to the spread of all: at first, and at last
SHAKE = 0.05  # to the spread of all: what stands in one place must get apart
FINE = 2.5  # cells of the mesh along a side, for each node along the side of a square of them
CELLS, MOST = 64, 512  # along a side: so many or a multiple of them, and at most
DEEP = 20  # hops up to which they are counted here


def at_rest(ends: Ends, pull: Points, start: Points | None = None, *, count: int, seed: int) -> Points:
    """Lay out a connected network of `count` nodes; the unit of length is nobody's.

    `ends` are the two nodes of each tie, by number, and `pull` is how strongly it pulls. A `start` is taken to
    be nearly right.
    """
    places = _begun(ends, count) if start is None else start - start.mean(axis=0)
    places = places / spread(places) + np.random.default_rng(seed).normal(0, SHAKE, places.shape)
    mass = np.add(1.0, np.bincount(ends.ravel(), np.repeat(pull, 2), count), dtype=np.float64)
    places *= _balance(places, ends, pull, mass)
    mesh = Mesh.for_nodes(count)
    heat = np.round(np.geomspace(HOT, COLD, ROUNDS) if start is None else np.geomspace(WARM, COLD, AGAIN), 9)
    for step in heat:
        way = mesh.push(places, mass) + _drawn(places, ends, pull) / mass[:, None]
        length = lengths(way)
        places += way * (step * spread(places) / np.maximum(length, median(length) or 1.0))[:, None]
    return places


def _begun(ends: Ends, count: int) -> Points:
    """Place the nodes by their distances, in ties, from a few of them that lie far from each other."""
    nearest = np.full(count, np.inf)
    distances = []
    pivot = int(np.bincount(ends.ravel(), minlength=count).argmax())
    for _ in range(min(PIVOTS, count)):
        distances.append(_hops(ends, count, pivot))
        nearest = np.minimum(nearest, distances[-1])
        pivot = int(nearest.argmax())
    return unfolded(np.array(distances).T)


def _hops(ends: Ends, count: int, start: int) -> Points:
    """How many ties lie between one node and each; where that is many, scipy counts them, which is slow to import."""
    found = np.full(count, np.inf)
    found[start] = 0
    one, other = ends.T
    for hops in range(1, DEEP):
        near = found == hops - 1
        reached = np.concatenate((other[near[one]], one[near[other]]))
        fresh = reached[found[reached] == np.inf]
        if not len(fresh):
            return found
        found[fresh] = hops
    return _counted(ends, count, start)


def _counted(ends: Ends, count: int, start: int) -> Points:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    one, other = ends.T.astype(np.int32)  # the numbers that csgraph takes; before scipy 1.15 it takes no others
    ties = csr_array((np.ones(len(ends)), (one, other)), shape=(count, count))
    found: Points = dijkstra(ties, directed=False, unweighted=True, indices=np.array([start]))[0]
    return found


def _balance(places: Points, ends: Ends, pull: Points, mass: Points) -> float:
    """The factor of scale at which pushes and pulls are even on the whole: their virials are equal."""
    length = lengths(places[ends[:, 0]] - places[ends[:, 1]])
    pulls = float((pull * length * np.sqrt(length)).sum())
    return round(float((mass.sum() ** 2 / 2 / pulls) ** (2 / 3)), 6) if pulls else 1.0


def _drawn(places: Points, ends: Ends, pull: Points) -> Points:
    """How the ties draw each node; axis by axis, since short rows take numpy twice as long."""
    one, other = ends.T
    ways = np.stack([axis[other] - axis[one] for axis in places.T])
    ways *= pull / np.sqrt(np.maximum(lengths(ways.T), 1e-9))
    count = len(places)
    return np.stack([np.bincount(one, way, count) - np.bincount(other, way, count) for way in ways], axis=-1)


@dataclass(frozen=True, slots=True)
class Mesh:
    """A square mesh over the places: `across` and `down` are the push of a unit of mass over it, transformed."""

    cells: int
    across: NDArray[np.complex128]
    down: NDArray[np.complex128]

    @classmethod
    def for_nodes(cls, count: int) -> Mesh:
        """A mesh just fine enough for so many nodes; a multiple of CELLS is soon transformed."""
        cells = min(MOST, CELLS * (int(FINE * count**0.5) // CELLS + 1))
        steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells))  # 0, 1, ... and back to -1: nothing wraps around
        squares = steps[:, None] ** 2 + steps**2
        squares[0, 0] = 1.0
        return cls(cells, np.fft.rfft2(steps[:, None] / squares), np.fft.rfft2(steps / squares))

    def push(self, places: Points, mass: Points) -> Points:
        """How the masses push a unit of mass at each place: the sum of mass over distance, away from it."""
        axes = places.T.copy()  # numpy goes along two long rows far sooner than down many short ones
        width = float(np.ptp(axes, axis=1).max() * 1.0001 or 1.0) / (self.cells - 2)
        inside = (axes - axes.min(axis=1, keepdims=True)) / width + 0.5
        corner = inside.astype(np.int64)
        near, far = 1 - (inside - corner), inside - corner
        shares = np.stack([x * y for x in (near[0], far[0]) for y in (near[1], far[1])])
        cells = corner[0] * self.cells + corner[1] + np.array([[0], [1], [self.cells], [self.cells + 1]])
        around = 2 * self.cells  # half of what comes in is empty, of what goes out unused
        held = np.bincount(cells.ravel(), (shares * mass).ravel(), self.cells**2).reshape(self.cells, self.cells)
        waves = np.zeros_like(self.across)
        waves[: self.cells] = np.fft.rfft(held, around)
        waves = np.fft.fft(waves, axis=0)
        found = [
            np.fft.irfft(np.fft.ifft(waves * one, axis=0)[: self.cells], around)[:, : self.cells]
            for one in (self.across, self.down)
        ]
        return np.stack([(shares * one.ravel()[cells]).sum(axis=0) for one in found], axis=-1) / width
