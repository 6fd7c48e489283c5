"""A start for the engines: a network unfolded as a whole by pivot MDS (Brandes and Pich 2007)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]

TURNS = 100


def unfolded(distances: Points) -> Points:
    """Place nodes by their distances, a row each, from some of them, a column each; the spread is 1.

    No BLAS or LAPACK takes part, whose last digits are the machine's own.
    """
    squares = distances**2
    centred = squares.mean(axis=0) + squares.mean(axis=1)[:, None] - squares.mean() - squares
    places: Points = np.einsum("ni,ij->nj", centred, _main_axes(np.einsum("ni,nj->ij", centred, centred)))
    return np.round(places / spread(places), 6)


def spread(places: Points) -> float:
    """How far places lie from their middle, in one number; 1 where all are one place."""
    return float(places.std()) or 1.0


def lengths(ways: Points) -> Points:
    """How long some ways are, a row each: column by column, since sums along short rows take several times as long."""
    across, down = ways.T
    found: Points = np.sqrt(across * across + down * down)
    return found


def median(values: Points) -> float:
    """The middle of some values, or of the two in the middle: that of numpy loads its masked arrays, once."""
    middle = (len(values) - 1) // 2, len(values) // 2
    parted = np.partition(values, middle)
    return float((parted[middle[0]] + parted[middle[1]]) / 2)


def _main_axes(matrix: Points) -> Points:
    """The two main axes of a symmetric matrix that has no negative ones, by iteration of a plane."""
    count = len(matrix)
    steps = np.arange(count)
    one, other = np.ones(count) + steps / count, np.where(steps % 2, -1.0, 1.0) + steps**2 / count**2
    for _ in range(TURNS):
        one, other = (np.einsum("ij,j->i", matrix, axis) for axis in (one, other))
        one /= _length(one)
        other -= one * float((one * other).sum())
        other /= _length(other)
    return np.stack((other, one), axis=-1)


def _length(axis: Points) -> float:
    return float(np.sqrt((axis**2).sum())) or 1.0
