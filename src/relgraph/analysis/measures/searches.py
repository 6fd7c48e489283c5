"""Breadth-first searches from every node of a graph, a block of them at a time, on a sparse matrix of scipy.

A matrix is symmetric, n by n, 1 where two nodes are tied and 0 elsewhere. A block is n by w: a column for each node
that a search starts from. A hop is one product of the two; each looks at all ties, so that deep graphs take long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    import numpy as np
    from numpy.typing import NDArray

    Block: TypeAlias = NDArray[np.float64]
    Row: TypeAlias = NDArray[np.float64]

WIDTH = 64
"""Searches in a block: what a row of it takes stays in the processor's cache."""


def betweenness(matrix: Any) -> Row:  # noqa: ANN401 - a sparse matrix of scipy
    """For each node the sum, over ordered pairs of others, of the share of shortest paths that pass through it.

    Brandes 2001, A faster algorithm for betweenness centrality.
    """
    import numpy as np

    totals = np.zeros(matrix.shape[0])
    for starts in _blocks(matrix):
        totals += _through(matrix, list(_searched(matrix, starts)))
    return totals


def nearness(matrix: Any) -> Row:  # noqa: ANN401 - as above
    """For each node the sum of 1/hops to all that it reaches."""
    import numpy as np

    totals = np.zeros(matrix.shape[0])
    for starts in _blocks(matrix):
        for hops, block in enumerate(_searched(matrix, starts)):
            if hops:
                totals[starts] += np.count_nonzero(block, axis=0) / hops
    return totals


def _blocks(matrix: Any) -> Iterator[NDArray[np.intp]]:  # noqa: ANN401 - as above
    """The numbers of the nodes that each block starts from."""
    import numpy as np

    size = matrix.shape[0]
    return (np.arange(first, min(first + WIDTH, size)) for first in range(0, size, WIDTH))


def _searched(matrix: Any, starts: NDArray[np.intp]) -> Iterator[Block]:  # noqa: ANN401 - as above
    """For 0 hops, 1 hop and so on: how many shortest paths lead to each node that is so far away; 0 for others."""
    import numpy as np

    front = np.zeros((matrix.shape[0], len(starts)))
    front[starts, np.arange(len(starts))] = 1
    unseen = np.ones(front.shape, dtype=bool)
    while front.any():
        yield front
        unseen &= front == 0
        front = matrix @ front
        front *= unseen


def _through(matrix: Any, hops: list[Block]) -> Row:  # noqa: ANN401 - as above
    """For each node the share of shortest paths that pass through it, from the farthest hop back to the first."""
    import numpy as np

    totals = np.zeros(matrix.shape[0])
    share = np.zeros_like(hops[0])
    for nearer, farther in zip(hops[-2:0:-1], hops[:1:-1], strict=True):
        passed = np.divide(1 + share, farther, out=np.zeros_like(share), where=farther > 0)
        share = (matrix @ passed) * nearer
        totals += share.sum(axis=1)
    return totals
