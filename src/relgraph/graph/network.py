"""A network of ranked ties, reduced to what a search needs: for each tied pair the level of its best tie.

Levels are classes of rungs (see vocabulary.rungs). At each threshold the network has a layer: the pairs
tied at that level or above, and the components they make. Layers are made when first asked for and kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from relgraph.vocabulary.rungs import UNRANKED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.vocabulary.rungs import Rungs


class Layer(NamedTuple):
    """The network at a threshold: neighbours of each node, and a number for the component it lies in.

    A node without a tie at the threshold is in neither. `even` says that all ties stand at the same level.
    """

    neighbours: Mapping[str, list[str]]
    component: Mapping[str, int]
    even: bool = False

    def joins(self, one: str, other: str) -> bool:
        """Whether two nodes lie in one component."""
        found = self.component.get(one)
        return found is not None and found == self.component.get(other)


@dataclass(frozen=True)
class Network:
    """An undirected network: `levels[a][b]` is the level of the best tie of a and b, the same both ways round."""

    levels: Mapping[str, Mapping[str, int]]
    rungs: Rungs
    _layers: dict[int, Layer] = field(default_factory=dict, compare=False, repr=False)
    _thresholds: dict[int, list[int]] = field(default_factory=dict, compare=False, repr=False)

    def at(self, threshold: int) -> Layer:
        """The layer of all pairs tied at a level or above; of all pairs for UNRANKED."""
        if threshold not in self._layers:
            self._layers[threshold] = self._layer(threshold)
        return self._layers[threshold]

    def thresholds(self, floor: int = UNRANKED) -> list[int]:
        """The levels at or above a floor, none before one that it lies below."""
        if floor not in self._thresholds:
            allowed = self.allowed(floor)
            self._thresholds[floor] = sorted(allowed, key=lambda level: (len(self.allowed(level)), -level))
        return self._thresholds[floor]

    def allowed(self, threshold: int) -> frozenset[int]:
        """The levels at or above one."""
        if threshold == UNRANKED:
            return frozenset(range(UNRANKED, len(self.rungs.above)))
        return self.rungs.above[threshold]

    def best_thresholds(self, one: str, other: str, floor: int = UNRANKED) -> list[int]:
        """The highest levels that connect two nodes: none, one, or several that cannot be compared."""
        best: list[int] = []
        for level in self.thresholds(floor):
            if not any(self.rungs.below(level, found) for found in best) and self.at(level).joins(one, other):
                best.append(level)
        return best

    def _layer(self, threshold: int) -> Layer:
        allowed = self.allowed(threshold)
        neighbours = {}
        found: set[int] = set()
        for node, others in self.levels.items():
            found.update(others.values())
            kept = [other for other, level in others.items() if level in allowed]
            if kept:
                neighbours[node] = kept
        return Layer(neighbours, _components(neighbours), even=len(found & allowed) == 1)


def _components(neighbours: Mapping[str, list[str]]) -> dict[str, int]:
    component: dict[str, int] = {}
    number = 0
    for start in neighbours:
        if start in component:
            continue
        component[start] = number
        queue = [start]
        while queue:
            for other in neighbours[queue.pop()]:
                if other not in component:
                    component[other] = number
                    queue.append(other)
        number += 1
    return component
