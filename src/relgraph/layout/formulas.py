"""Parts that need no engine: a star is its hub amid rings of leaves, a small tree stands in rings about its middle.

Units are pixels at full zoom. Around a ring names take more room above and below the middle, where they lie
end to end, than at its sides, where they lie one above the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

from relgraph.layout.spacing import LINE, SPACING, room

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from relgraph.layout.part import Part

    Points: TypeAlias = NDArray[np.float64]
    Numbers: TypeAlias = NDArray[np.int64]

LEAVES = 24  # that a tree may have: more leave its middle empty
DEPTH = 4  # ties from its middle to the farthest leaf: a longer one had better bend
TURNED = np.linspace(-np.pi, np.pi, 721)  # directions, from the left over the top


def by_formula(part: Part) -> Points | None:
    """Places of a star or of a small tree; None for any other part."""
    count = len(part.nodes)
    if len(part.ends) != count - 1:
        return None
    wide = 2 * max(room(label)[0] for label in part.labels)
    hub = int(part.degrees().argmax())
    found = _star(hub, count, wide) if part.degrees()[hub] == count - 1 else _tree(part, wide)
    return None if found is None else np.round(found, 3)  # the last digits are the machine's own


def _star(hub: int, count: int, wide: float) -> Points:
    """The leaves in as many rings as they need, each as full as the others."""
    leaves = count - 1
    most = [SPACING * _most(wide)]
    while sum(most) < leaves:
        most.append(SPACING * (1 + len(most)) * _most(wide))
    ends = np.round(np.cumsum(most) * leaves / sum(most)).astype(int)
    rings = [
        SPACING * (1 + number) * _directions(np.arange(end - begin) / (end - begin), wide)
        for number, (begin, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True))
        if end > begin
    ]
    return np.insert(np.concatenate(rings), hub, 0.0, axis=0)


def _tree(part: Part, wide: float) -> Points | None:
    """Every node on the ring of its depth, amid its leaves, these in the order of a walk around the tree."""
    near: list[list[int]] = [[] for _ in part.nodes]
    for one, other in part.ends.tolist():
        near[one].append(other)
        near[other].append(one)
    order, parent, depth = _walked(near, _middle(near))
    total = sum(len(around) == 1 for around in near)
    if total > LEAVES or max(depth) > DEPTH:
        return None
    leaves, first = [0] * len(near), [0] * len(near)
    for node in reversed(order):
        leaves[node] = leaves[node] or 1
        if parent[node] >= 0:
            leaves[parent[node]] += leaves[node]
    taken = [0] * len(near)
    for node in order[1:]:
        first[node] = first[parent[node]] + taken[parent[node]]
        taken[parent[node]] += leaves[node]
    share = (np.array(first) + (np.array(leaves) - 1) / 2) / total  # the first leaf lies to the left, as in a star
    ring = max(SPACING, total / _most(wide) / max(depth))
    return _directions(share, wide) * (ring * np.array(depth))[:, None]


def _walked(near: list[list[int]], root: int) -> tuple[list[int], list[int], list[int]]:
    """The nodes of a tree, each before those that hang from it; by number, what each hangs from (or -1), how deep."""
    parent, depth = [-1] * len(near), [0] * len(near)
    order, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        order.append(node)
        for other in near[node]:
            if other != parent[node]:
                parent[other], depth[other] = node, depth[node] + 1
                waiting.append(other)
    return order, parent, depth


def _middle(near: list[list[int]]) -> int:
    """The node of a tree from which the farthest is nearest; of two the one with more ties."""
    end = _farthest(_walked(near, 0)[2])
    _, parent, depth = _walked(near, end)
    node = _farthest(depth)
    way = [node]
    while parent[node] >= 0:
        node = parent[node]
        way.append(node)
    return max(way[(len(way) - 1) // 2 : len(way) // 2 + 1], key=lambda one: (len(near[one]), -one))


def _farthest(depth: list[int]) -> int:
    return max(range(len(depth)), key=lambda node: (depth[node], -node))


def _most(wide: float) -> float:
    """How many nodes stand around a ring, to its radius in pixels."""
    return float((1 / _needed(wide)).mean() * 2 * np.pi)


def _needed(wide: float) -> Points:
    """Pixels that a node takes along a ring in each direction."""
    found: Points = np.maximum(LINE, np.abs(np.sin(TURNED)) * wide) + LINE / 4
    return found


def _directions(shares: Points, wide: float) -> Points:
    """Steps of length 1 in the directions where these shares, 0 to 1, of a full ring lie behind."""
    passed = np.concatenate(([0.0], np.cumsum(1 / _needed(wide)[1:])))
    turn = np.interp(shares * passed[-1], passed, TURNED)
    return np.stack((np.cos(turn), np.sin(turn)), axis=-1)
