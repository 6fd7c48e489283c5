"""Reads the polygons of a TopoJSON file, whose arcs are told in whole steps, each only once however many share it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from shapely import Polygon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Line: TypeAlias = NDArray[np.float64]  # corners, each east and north


def polygons(topology: Mapping[str, Any], name: str) -> Iterator[Polygon]:
    """The polygons of an object, as it has them: corners in degrees east and north.

    Raises KeyError, IndexError, TypeError or ValueError when the topology is not one of quantized (multi)polygons.
    """
    arcs = [_arc(steps, **topology["transform"]) for steps in topology["arcs"]]
    for shape in topology["objects"][name]["geometries"]:
        for rings in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            outer, *holes = (_ring(numbers, arcs) for numbers in rings)
            yield Polygon(outer, holes)


def _arc(steps: Sequence[Sequence[int]], scale: Sequence[float], translate: Sequence[float]) -> Line:
    corners: Line = np.cumsum(steps, axis=0) * scale + translate
    return corners


def _ring(numbers: Sequence[int], arcs: Sequence[Line]) -> Line:
    """Join arcs, each beginning where the one before it ended; ~n is arc n walked backwards."""
    walked = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in numbers]
    return np.concatenate([walked[0], *(arc[1:] for arc in walked[1:])])
