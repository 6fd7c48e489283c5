"""A network of ranked ties, reduced to what a search needs: for each tied pair the level of its best tie.

Levels are classes of rungs (see vocabulary.rungs). At each threshold the network has a layer: the pairs
tied at that level or above, and the components they make. Layers are made when first asked for and kept.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from relgraph.vocabulary.rungs import UNRANKED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from relgraph.vocabulary.rungs import Rungs

    Neighbours: TypeAlias = Mapping[str, list[str]]
    Step: TypeAlias = tuple[int, str, str]  # its number among all, from, to

LADDERS = 16
"""So many times the levels of a layer make a network of many ladders, whose ties are put into buckets by level."""


class Layer(NamedTuple):
    """The network at a threshold: neighbours of each node, and a number for the component it lies in.

    A node without a tie at the threshold is in neither. `even` says that all ties stand at the same level.

    In trees that hang on the rest there is one way only: `inward` tells for each node of a tree the next on
    the way in, and `core` has the neighbours of all other nodes, without the trees. A component that
    is a tree itself has a core of one node.
    """

    neighbours: Neighbours
    component: Mapping[str, int]
    core: Neighbours
    inward: Mapping[str, str]
    even: bool = False

    def joins(self, one: str, other: str) -> bool:
        """Whether two nodes lie in one component."""
        found = self.component.get(one)
        return found is not None and found == self.component.get(other)

    def way_in(self, node: str) -> list[str]:
        """The only way from a node into the core, both ends included."""
        way = [node]
        while way[-1] in self.inward:
            way.append(self.inward[way[-1]])
        return way


class Network:
    """An undirected network: `levels[a][b]` is the level of the best tie of a and b, the same both ways round."""

    def __init__(self, levels: Mapping[str, Mapping[str, int]], rungs: Rungs) -> None:
        """Look at nothing yet: what is worked out is kept."""
        self.levels = levels
        self.rungs = rungs
        self._layers: dict[int, Layer] = {}
        self._thresholds: dict[int, list[int]] = {}
        self._lower: dict[int, frozenset[int]] = {}
        self._touched: dict[str, frozenset[int]] = {}

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
        passed: frozenset[int] = frozenset()
        for level in self.thresholds(floor):
            if level not in passed and self.joins(level, one, other):
                best.append(level)
                passed |= self._below(level)
        return best

    def _below(self, level: int) -> frozenset[int]:
        """The levels that lie below one, and itself."""
        if level not in self._lower:
            self._lower[level] = frozenset(one for one in self.allowed(UNRANKED) if self.rungs.below(one, level))
        return self._lower[level]

    def joins(self, threshold: int, one: str, other: str) -> bool:
        """Whether two nodes lie in one component at a threshold; the layer is made only where both have a tie in it."""
        if threshold in self._layers:
            return self._layers[threshold].joins(one, other)
        allowed = self.allowed(threshold)
        touched = not (allowed.isdisjoint(self._levels_of(one)) or allowed.isdisjoint(self._levels_of(other)))
        return touched and self.at(threshold).joins(one, other)

    def _levels_of(self, node: str) -> frozenset[int]:
        """The levels that a node has ties at."""
        if node not in self._touched:
            self._touched[node] = frozenset(self.levels.get(node, {}).values())
        return self._touched[node]

    def _layer(self, threshold: int) -> Layer:
        allowed = self.allowed(threshold)
        few = threshold == UNRANKED or len(allowed) * LADDERS > len(self.rungs.above)
        neighbours, even = self._looked_for(allowed) if few else self._put_together(allowed)
        inward = _inward(neighbours)
        core = _without(neighbours, inward)
        return Layer(neighbours, _components(neighbours), core, inward, even)

    def _looked_for(self, allowed: frozenset[int]) -> tuple[dict[str, list[str]], bool]:
        """The neighbours at some levels, and whether there is but one level, found among all ties."""
        names, found = self._names, set[int]()
        neighbours = {}
        for node, others in self.levels.items():
            found.update(others.values())
            kept = [names[other] for other, level in others.items() if level in allowed]
            if kept:
                neighbours[node] = kept
        return neighbours, len(found & allowed) == 1

    def _put_together(self, allowed: frozenset[int]) -> tuple[dict[str, list[str]], bool]:
        """The same, in the same order, from the ties at these levels alone."""
        found = [self._buckets[level] for level in allowed if level in self._buckets]
        neighbours: dict[str, list[str]] = {}
        for _, node, other in found[0] if len(found) == 1 else sorted(chain.from_iterable(found)):
            neighbours.setdefault(node, []).append(other)
        return neighbours, len(found) == 1

    @cached_property
    def _names(self) -> dict[str, str]:
        """One text for each node: a search compares what it meets, often."""
        return {node: node for node in self.levels}

    @cached_property
    def _buckets(self) -> dict[int, list[Step]]:
        """The steps from node to node at each level: where there are many ladders, a layer takes few of them."""
        names, numbers = self._names, count()
        buckets: dict[int, list[Step]] = {}
        for node, others in self.levels.items():
            for other, level in others.items():
                buckets.setdefault(level, []).append((next(numbers), names[node], names[other]))
        return buckets


def _inward(neighbours: Neighbours) -> dict[str, str]:
    """For each node of a tree that hangs on the rest, the next one inward: leaf after leaf is taken off."""
    left = {node: len(others) for node, others in neighbours.items()}
    leaves = [node for node, others in left.items() if others == 1]
    inward: dict[str, str] = {}
    while leaves:
        leaf = leaves.pop()
        for node in neighbours[leaf] if left[leaf] else ():
            if node not in inward:
                inward[leaf] = node
                left[node] -= 1
                if left[node] == 1:
                    leaves.append(node)
    return inward


def _without(neighbours: Neighbours, inward: Mapping[str, str]) -> Neighbours:
    """The neighbours of the nodes that are in no tree, without those that are; lists that stay are shared."""
    hung = set(inward.values())
    return {
        node: [other for other in others if other not in inward] if node in hung else others
        for node, others in neighbours.items()
        if node not in inward
    }


def _components(neighbours: Neighbours) -> dict[str, int]:
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
