"""Where the nodes of a part of some hundreds come to rest: as far from each other as the ties between them say.

Stress (Kamada and Kawai 1989) sums the squares of how far distances on the page are from those along the ties, near
ones weighing more. Majorisation (Gansner, Koren and North 2004) makes it least: each node goes where the others want
it on the average, all at once, and on with some of its last move. The start, from `unfolding`, is near enough that a
hundred rounds do.

Nothing here is left to BLAS: its threads fight over matrices as small as these whenever the machine is busy, and its
kernels differ in the last digits from one machine to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]
    Ends: TypeAlias = NDArray[np.int64]

ROUNDS = 150
MOMENTUM = 0.7  # share of the last move that is added to the next
STILL = 0.002  # in lengths of a tie: once no node moves farther, all are at rest


def distances(ends: Ends, lengths: Points, count: int) -> Points:
    """Lengths of the shortest ways between all nodes of a connected part (Floyd 1962), a row for each."""
    found = np.full((count, count), np.inf)
    found[ends[:, 0], ends[:, 1]] = found[ends[:, 1], ends[:, 0]] = lengths
    np.fill_diagonal(found, 0.0)
    for middle in range(count):
        np.minimum(found, found[:, middle, None] + found[middle], out=found)
    return found


def at_distances(wanted: Points, start: Points) -> Points:
    """Move nodes from a start, in any unit, until they lie as far apart as is wanted, as nearly as a plane allows."""
    weight = 1 / np.where(wanted > 0, wanted, np.inf) ** 2
    total = weight.sum(axis=1)
    places = _scaled(start, wanted, weight).T.copy()
    move = np.zeros_like(places)
    for _ in range(ROUNDS):
        between = places[:, :, None] - places[:, None, :]
        length = np.sqrt(np.maximum((between**2).sum(axis=0), 1e-12))
        step = ((wanted / length - 1) * weight * between).sum(axis=2) / total
        move = MOMENTUM * move + step
        places += move
        if np.abs(move).max() < STILL:
            break
    found: Points = places.T
    return found


def _scaled(start: Points, wanted: Points, weight: Points) -> Points:
    """A start in the unit of what is wanted, where its stress is least."""
    between = start[:, None] - start
    length = np.sqrt((between**2).sum(axis=2))
    squares = float((weight * length**2).sum())
    return start * (float((weight * wanted * length).sum()) / squares) if squares else start
