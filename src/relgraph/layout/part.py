"""What a layout is made of: the connected parts of a network, their nodes numbered and their ties gathered."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]
    Numbers: TypeAlias = NDArray[np.int64]


class Part(NamedTuple):
    """Nodes and their ties without directions and loops, parallel ones as one.

    `ends` are the numbers of the two nodes of each tie, the lower first; `pull` adds parallel ties up, with falling
    returns; `rung` is the highest of them.
    """

    nodes: list[str]
    labels: list[str]
    ends: Numbers
    pull: Points
    rung: Numbers

    def degrees(self) -> Numbers:
        """How many ties each node has."""
        return np.bincount(self.ends.ravel(), minlength=len(self.nodes))


def whole(labels: Mapping[str, str | None], ties: Iterable[tuple[str, str, int]]) -> Part:
    """Nodes and ties in a fixed order, on which what the engines find depends."""
    nodes = sorted(labels)
    number = {node: index for index, node in enumerate(nodes)}
    numbered = ((number[one], number[other], rung) for one, other, rung in ties)
    found = np.fromiter(chain.from_iterable(numbered), np.int64).reshape(-1, 3)
    found = found[found[:, 0] != found[:, 1]]
    pairs = found[:, :2].min(axis=1) * len(nodes) + found[:, :2].max(axis=1)
    pairs, which, count = np.unique(pairs, return_inverse=True, return_counts=True)
    highest = np.zeros(len(pairs), np.int64)
    np.maximum.at(highest, which, found[:, 2])
    ends = np.stack(np.divmod(pairs, len(nodes)), axis=-1)
    pull = np.round(1 + np.log(count), 9)  # the last digits are the machine's own
    return Part(nodes, [str(labels[node] or "") for node in nodes], ends, pull, highest)


def connected_parts(all_of_it: Part) -> list[Part]:
    """The connected parts, the largest first, each in the order of the whole."""
    count = len(all_of_it.nodes)
    total, owner = _components(count, all_of_it.ends)
    place = np.empty(count, np.int64)
    parts = []
    for mine, tied in zip(_grouped(owner, total), _grouped(owner[all_of_it.ends[:, 0]], total), strict=True):
        place[mine] = np.arange(len(mine))
        nodes, labels = ([names[one] for one in mine] for names in (all_of_it.nodes, all_of_it.labels))
        parts.append(Part(nodes, labels, place[all_of_it.ends[tied]], all_of_it.pull[tied], all_of_it.rung[tied]))
    return sorted(parts, key=lambda part: (-len(part.nodes), part.nodes[0]))


def _components(count: int, ends: Numbers) -> tuple[int, Numbers]:
    """How many connected parts there are, and the number of each node's."""
    lowest = np.arange(count)
    while True:
        before = lowest.copy()
        least = lowest[ends].min(axis=1)
        for end in ends.T:
            np.minimum.at(lowest, lowest[end], least)
            np.minimum.at(lowest, end, least)
        lowest = lowest[lowest]
        if (lowest == before).all():
            break
    heads, owner = np.unique(lowest, return_inverse=True)
    return len(heads), owner.astype(np.int64)


def _grouped(owner: Numbers, total: int) -> list[Numbers]:
    """For each owner, from 0 up, the numbers of what it owns."""
    return np.split(np.argsort(owner, kind="stable"), np.bincount(owner, minlength=total).cumsum()[:-1])
