"""Where everything stands on the map: each node on its ground, beside the others that share it.

What has no ground has no place here: the page lists it beside the map, or draws it on the line between the two that
it ties.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from relgraph.layout.spacing import near
from relgraph.webpage.map.grounds import Ground, Grounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.layout.positions import Point
    from relgraph.layout.spacing import Numbers
    from relgraph.webpage.data.drawing import Drawing

FIRST, BETWEEN = 34.0, 10.0  # pixels from a place to the first thing beside it, and on to those farther out
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: things around a place spread evenly however many they are
CLEAR, FARTHEST = 30.0, 16.0  # pixels that places should stand apart, and those they may be moved for it
PUSHES = 30


def map_places(dataset: Dataset, drawing: Drawing) -> dict[str, Point]:
    """Place the nodes of a drawing that have a place on earth, in pixels; none where no country or body has one."""
    grounds = Grounds(dataset, drawing)
    sharing: defaultdict[Ground, list[str]] = defaultdict(list)
    for node in sorted(drawing.nodes, key=lambda node: (drawing.degrees.get(node, 0), node)):
        if (ground := grounds.of(node)) is not None:
            sharing[ground].append(node)
    if not sharing:
        return {}
    spots = _apart({ground.key: ground.place for ground in sharing})
    return {
        node: place
        for ground, nodes in sharing.items()
        for node, place in _around(spots[ground.key], ground.key, nodes).items()
    }


def _apart(places: Mapping[str, Point]) -> dict[str, Point]:
    """Move places that lie very near each other apart, none farther than FARTHEST."""
    true = np.array(list(places.values())).reshape(-1, 2)
    moved = true.copy()
    one, other = _each_way(*near(true / (CLEAR + 2 * FARTHEST)))  # no others ever come within CLEAR
    for _ in range(PUSHES):
        between = moved[one] - moved[other]
        close = (np.abs(between) < CLEAR).all(axis=1)
        between = between[close]
        distance = np.hypot(between[:, 0], between[:, 1])
        push = np.clip(CLEAR - distance, 0.0, None) / (2 * np.maximum(distance, 1.0))
        pushed = [np.bincount(one[close], way * push, len(true)) for way in between.T]
        away = moved + np.stack(pushed, axis=-1) - true
        length = np.hypot(away[:, 0], away[:, 1])
        moved = true + away * (np.minimum(length, FARTHEST) / np.maximum(length, 1.0))[:, None]
    return {node: (float(x), float(y)) for node, (x, y) in zip(places, moved, strict=True)}


def _each_way(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs with each of the two before the other, in order."""
    both = np.concatenate((one, other)), np.concatenate((other, one))
    order = np.lexsort(both[::-1])
    return both[0][order], both[1][order]


def _around(place: Point, key: str, nodes: list[str]) -> dict[str, Point]:
    """Spread nodes around a place, the most tied outermost; on it stands whose place it is, else the most tied."""
    (x, y), first = place, key if key in nodes else nodes[-1]
    others = [node for node in nodes if node != first]
    return {first: place} | {
        node: (x + radius * math.cos(index * TURN), y + radius * math.sin(index * TURN))
        for index, node in enumerate(others)
        for radius in [FIRST + BETWEEN * math.sqrt(index)]
    }
