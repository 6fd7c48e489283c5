"""Where the nodes stand: positions computed beforehand with a fixed seed, so that a picture never moves.

Each connected part is laid out on its own by the engines that suit its size, turned so that it lies
lengthwise, scaled to an even spacing, freed of overlaps, and packed beside the others. Units are pixels at
full zoom, y runs downwards.

Engines: ForceAtlas2 (Jacomy et al. 2014) finds the shape up to FINE nodes and Kamada-Kawai (1989) evens its
distances up to EVEN nodes, both of networkx; above FINE nodes DrL (Martin et al. 2011) of igraph where that is
installed, else networkx's spring layout.
"""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx  # noqa: TID253 - every function here needs it, and only exports import this module
import numpy as np  # noqa: TID253 - as above
from scipy.spatial import cKDTree  # noqa: TID253 - as above

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

Point: TypeAlias = tuple[float, float]
Points: TypeAlias = "NDArray[np.float64]"

SEED = 20
EVEN = 250  # nodes up to which even distances are worth their cost
SPARSE = 4  # ties for each node up to which they can be had
FINE = 500  # nodes up to which ForceAtlas2 is worth its cost
SPACING = 120.0  # pixels from a node to its nearest neighbour, in the middle of all cases
STRETCH = 1.2  # screens are wider than tall
CROWDING = 0.22  # how much longer the ties of a node with many are drawn, to make room around it
GAP = 110.0  # pixels between parts
LETTER = 6.6  # pixels that a letter of a label takes
WIDEST = 140.0  # pixels kept free for a label at most; longer ones are broken or cut
LINE = 46.0  # pixels kept free for a node and its label, top to bottom
ROUNDS = 80


def positions(
    graph: nx.MultiDiGraph[str], start: Mapping[str, Point] | None = None, seed: int = SEED
) -> dict[str, Point]:
    """Place every node of a graph; the same graph always gets the same places.

    `start` gives places that some nodes have in another picture; they are where the engine begins, so
    that the two pictures resemble each other. Read are the node attribute `label` (room is kept for it)
    and the edge attribute `rung` (leaves tied alike to the same node lie side by side).
    """
    plain = _plain(graph)
    parts = sorted(nx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    placed = [_place(_part(plain, sorted(part)), start or {}, seed) for part in parts]
    result: dict[str, Point] = {}
    for nodes, points in _packed(placed):
        result |= {node: (float(x), float(y)) for node, (x, y) in zip(nodes, points, strict=True)}
    return {node: result[node] for node in graph}


def _plain(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return the graph without directions and loops, parallel ties added up in `pull` (with falling returns)."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from((node, {"label": str(label or "")}) for node, label in graph.nodes(data="label"))
    for one, other, rung in graph.edges(data="rung", default=0):
        if one != other:
            before = plain.get_edge_data(one, other, {"count": 0, "rung": 0})
            count = before["count"] + 1
            plain.add_edge(one, other, count=count, pull=1 + np.log(count), rung=max(before["rung"], rung))
    return plain


def _part(plain: nx.Graph[str], nodes: list[str]) -> nx.Graph[str]:
    """Copy one part in a fixed order, on which what the engines find depends; a view has none."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from((node, plain.nodes[node]) for node in nodes)
    part.add_edges_from((node, other, plain.edges[node, other]) for node in nodes for other in sorted(plain[node]))
    return part


def _place(part: nx.Graph[str], start: Mapping[str, Point], seed: int) -> tuple[list[str], Points]:
    """Lay out one connected part around the origin."""
    nodes = list(part)
    if len(nodes) == 1:
        return nodes, np.zeros((1, 2))
    found = _engine(part, _first_guess(part, start, seed), seed)
    points = _level(np.array([found[node] for node in nodes]), nodes, start)
    points = _sorted_leaves(_even(points), nodes, part) * (STRETCH, 1.0)
    points = _apart(points, np.array([_room(part.nodes[node]["label"]) for node in nodes]))
    return nodes, points - (points.min(axis=0) + points.max(axis=0)) / 2


def _engine(part: nx.Graph[str], guess: dict[str, Any], seed: int) -> dict[str, Any]:
    """Places from the engines that suit the size, each node's in two dimensions."""
    if len(part) > FINE:
        return _large(part, seed)
    found = nx.forceatlas2_layout(part, pos=guess, scaling_ratio=4.0, weight="pull", seed=seed)
    if len(part) > EVEN or part.number_of_edges() > SPARSE * len(part):
        return found
    longer = part.copy()
    for one, other in part.edges():
        crowd = max(part.degree(one), part.degree(other))
        longer.edges[one, other]["length"] = 1 + CROWDING * np.sqrt(crowd)
    lengths = dict(nx.all_pairs_dijkstra_path_length(longer, weight="length"))
    return nx.kamada_kawai_layout(part, dist=lengths, pos=found)


def _large(part: nx.Graph[str], seed: int) -> dict[str, Any]:
    try:
        import igraph  # an extra, and only for large graphs
    except ImportError:
        return nx.spring_layout(part, weight="pull", seed=seed, iterations=60)
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - a layout, not a secret
    index = {node: place for place, node in enumerate(part)}
    large = igraph.Graph(n=len(index), edges=[(index[one], index[other]) for one, other in part.edges()])
    return dict(zip(index, large.layout_drl().coords, strict=True))


def _first_guess(part: nx.Graph[str], start: Mapping[str, Point], seed: int) -> dict[str, Any]:
    """Begin at the places known, and elsewhere beside the neighbours or by chance."""
    chance = np.random.default_rng(seed)
    guess: dict[str, Any] = {}
    for node in part:
        beside = [start[other] for other in part[node] if other in start]
        middle = start.get(node) or (np.mean(beside, axis=0) if beside else (0.0, 0.0))
        guess[node] = np.asarray(middle) / SPACING + chance.uniform(-1, 1, 2) * (0.1 if node in start else 1.0)
    return guess


def _level(points: Points, nodes: list[str], start: Mapping[str, Point]) -> Points:
    """Turn a part so that it lies lengthwise, and mirror it to resemble the start where there is one."""
    points = points - points.mean(axis=0)
    axes = np.linalg.svd(points, full_matrices=False)[2]
    if axes.shape != (2, 2):
        return points
    points = points @ axes.T
    both = [index for index, node in enumerate(nodes) if node in start]
    if len(both) > 1:
        before = np.array([start[nodes[index]] for index in both])
        likeness = ((before - before.mean(axis=0)) * points[both]).sum(axis=0)
        points = points * np.where(likeness < 0, -1, 1)
    return points


def _sorted_leaves(points: Points, nodes: list[str], part: nx.Graph[str]) -> Points:
    """Let the leaves of a node change places, so that those tied alike lie side by side around it."""
    points = points.copy()
    index = {node: place for place, node in enumerate(nodes)}
    leaves: defaultdict[str, list[str]] = defaultdict(list)
    for node in nodes:
        if part.degree(node) == 1:
            leaves[next(iter(part[node]))].append(node)
    for hub, around in leaves.items():
        places = _clockwise(points[[index[leaf] for leaf in around]], points[index[hub]])
        alike = sorted(around, key=lambda leaf: (-part.edges[hub, leaf]["rung"], part.nodes[leaf]["label"], leaf))
        points[[index[leaf] for leaf in alike]] = places
    return points


def _clockwise(points: Points, middle: Points) -> Points:
    """Points in the order of their angle around a middle, from behind the widest gap."""
    angles = np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0])
    order = np.argsort(angles)
    gaps = np.diff(angles[order], append=angles[order[0]] + 2 * np.pi)
    return points[np.roll(order, -(int(gaps.argmax()) + 1))]


def _even(points: Points) -> Points:
    """Scale so that the middle distance to the nearest node is SPACING."""
    nearest = np.asarray(cKDTree(points).query(points, k=2)[0])[:, 1]
    middle = float(np.median(nearest))
    return points * (SPACING / middle) if middle > 0 else points


def _room(label: str) -> Point:
    """Half width and half height to keep free around a node."""
    return max(LINE, min(WIDEST, LETTER * len(label))) / 2, LINE / 2


def _apart(points: Points, rooms: Points) -> Points:
    """Push nodes whose rooms overlap apart, along the axis that takes the shorter way."""
    points = points.copy()
    for _ in range(ROUNDS):
        pairs = cKDTree(points).query_pairs(float(2 * np.hypot(*rooms.max(axis=0))), output_type="ndarray")
        if not len(pairs):
            break
        one, other = pairs[:, 0], pairs[:, 1]
        between = points[other] - points[one]
        overlap = rooms[one] + rooms[other] - np.abs(between)
        hit = (overlap > 0).all(axis=1)
        if not hit.any():
            break
        one, other, between, overlap = one[hit], other[hit], between[hit], overlap[hit]
        axis = overlap.argmin(axis=1)
        rows = np.arange(len(axis))
        push = np.zeros_like(between)
        push[rows, axis] = np.where(between[rows, axis] < 0, -1, 1) * (overlap[rows, axis] / 2 + 0.5)
        np.add.at(points, one, -push / 2)
        np.add.at(points, other, push / 2)
    return points


def _packed(parts: list[tuple[list[str], Points]]) -> list[tuple[list[str], Points]]:
    """Set the parts side by side: the first in the middle, the others in rows below it."""
    if not parts:
        return []
    (nodes, points), *others = parts
    done = [(nodes, points)]
    width = max(float(np.ptp(points[:, 0])), 6 * WIDEST)
    left, top, height = -width / 2, float(points[:, 1].max()) + GAP, 0.0
    for nodes, points in others:
        size = np.ptp(points, axis=0) + np.array((WIDEST, LINE))
        if left + size[0] > width / 2 and left > -width / 2:
            left, top, height = -width / 2, top + height + GAP / 2, 0.0
        done.append((nodes, points + np.array((left + size[0] / 2, top + size[1] / 2))))
        left, height = left + size[0] + GAP / 2, max(height, float(size[1]))
    return done
