"""Connected parts set side by side, so that all of them together fill a screen. Units are pixels, y runs downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

from relgraph.layout.spacing import LINE, WIDEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]

GAP = 110.0  # pixels between the largest part and the others; between these half of it
SCREEN = 1.6  # width of the whole to its height: screens are wider than tall


class Edge(NamedTuple):
    """A stretch of the lower edge of what stands already: where it begins, and how far down it lies."""

    left: float
    top: float


def packed(parts: list[Points]) -> list[Points]:
    """Set parts side by side: the first stays where it is, the others go beside and below it, the tallest first."""
    if not parts:
        return []
    margin = np.array((WIDEST, LINE)) + GAP / 2
    sizes = [np.ptp(points, axis=0) + margin for points in parts]
    sizes[0] = sizes[0] + GAP / 2
    square = float(np.sqrt(SCREEN * sum(float(size.prod()) for size in sizes)))
    width = max(square, *(float(size[0]) for size in sizes))
    order = sorted(range(len(parts)), key=lambda one: (one > 0, -sizes[one][1]))
    corners = dict(zip(order, _corners([sizes[one] for one in order], width), strict=True))
    shift = parts[0].min(axis=0)
    return [parts[0], *(points - points.min(axis=0) + corners[one] + shift for one, points in enumerate(parts) if one)]


def _corners(sizes: list[Points], width: float) -> Iterator[tuple[float, float]]:
    """Upper left corners of rectangles, each as high as it can go within a width, and then as far to the left.

    Kept is the lower edge of all that stands, from left to right (a skyline, Burke, Kendall and Whitwell 2004).
    """
    skyline = [Edge(0.0, 0.0), Edge(width, np.inf)]
    for wide, tall in sizes:
        top, left = min((_top(skyline, index, wide), edge.left) for index, edge in enumerate(skyline[:-1]))
        yield left, top
        skyline = _raised(skyline, Edge(left, top + tall), left + wide)


def _top(skyline: list[Edge], index: int, wide: float) -> float:
    """How high a rectangle that begins at an edge can go; not at all (infinity) where it would not fit."""
    right = skyline[index].left + wide
    top = 0.0
    while index < len(skyline) and skyline[index].left < right - 1e-6:
        top = max(top, skyline[index].top)
        index += 1
    return top


def _raised(skyline: list[Edge], fresh: Edge, right: float) -> list[Edge]:
    """The skyline once a rectangle stands from the left of its fresh edge to the right."""
    before = [edge for edge in skyline if edge.left < fresh.left]
    under = [edge for edge in skyline if edge.left <= right + 1e-6]
    after = [edge for edge in skyline if edge.left > right + 1e-6]
    return [*before, fresh, Edge(right, under[-1].top), *after]
