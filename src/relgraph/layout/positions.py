"""Where the nodes stand: positions computed beforehand with a fixed seed, so that a picture never moves.

Each connected part is laid out on its own by the engines that suit its size, turned so that it lies
lengthwise, scaled to an even spacing, freed of overlaps, and packed beside the others. Units are pixels at
full zoom, y runs downwards.

Engines: ForceAtlas2 (Jacomy et al. 2014) finds the shape up to FINE nodes and Kamada-Kawai (1989) evens its
distances up to EVEN nodes, both of networkx; above FINE nodes `forces`, since no library that may be asked for
has one that is good and quick there.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import networkx as nx  # noqa: TID253 - every function here needs it, and only exports import this module
import numpy as np  # noqa: TID253 - as above
from scipy.sparse import csr_array  # noqa: TID253 - as above
from scipy.sparse.csgraph import connected_components  # noqa: TID253 - as above

from relgraph.layout.forces import at_rest
from relgraph.layout.spacing import SPACING, apart, even, loosened, packed, room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]
    Numbers: TypeAlias = NDArray[np.int64]

Point: TypeAlias = tuple[float, float]

SEED = 20
EVEN = 250  # nodes up to which even distances are worth their cost
SPARSE = 4  # ties for each node up to which they can be had
FINE = 500  # nodes up to which ForceAtlas2 is worth its cost
UNKNOWN = 0.5  # share of the nodes that a start may leave out and still be one
STRETCH = (1.2, 1.0)  # screens are wider than tall
CROWDING = 0.22  # how much longer the ties of a node with many are drawn, to make room around it


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


def positions(
    graph: nx.MultiDiGraph[str], start: Mapping[str, Point] | None = None, seed: int = SEED
) -> dict[str, Point]:
    """Place every node of a graph; the same graph always gets the same places.

    `start` gives places that some nodes have in another picture; they are where the engine begins, so
    that the two pictures resemble each other. Read are the node attribute `label` (room is kept for it)
    and the edge attribute `rung` (leaves tied alike to the same node lie side by side).
    """
    labels = {node: given.get("label") for node, given in graph.nodes(data=True)}
    return placed(labels, graph.edges(data="rung", default=0), start, seed)


def placed(
    labels: Mapping[str, str | None],
    ties: Iterable[tuple[str, str, int]],
    start: Mapping[str, Point] | None = None,
    seed: int = SEED,
) -> dict[str, Point]:
    """Place nodes, given by their labels, that are tied to each other by (node, node, rung); see `positions`."""
    if not labels:
        return {}
    parts = [(part.nodes, _place(part, start or {}, seed)) for part in _parts(_whole(labels, ties))]
    result: dict[str, Point] = {}
    for nodes, points in packed(parts):
        result |= {node: (x, y) for node, (x, y) in zip(nodes, points.tolist(), strict=True)}
    return {node: result[node] for node in labels}


def _whole(labels: Mapping[str, str | None], ties: Iterable[tuple[str, str, int]]) -> Part:
    """Nodes and ties in a fixed order, on which what the engines find depends."""
    nodes = sorted(labels)
    number = {node: index for index, node in enumerate(nodes)}
    flat = (item for one, other, rung in ties for item in (number[one], number[other], rung))
    found = np.fromiter(flat, np.int64).reshape(-1, 3)
    found = found[found[:, 0] != found[:, 1]]
    pairs = found[:, :2].min(axis=1) * len(nodes) + found[:, :2].max(axis=1)
    pairs, which, count = np.unique(pairs, return_inverse=True, return_counts=True)
    highest = np.zeros(len(pairs), np.int64)
    np.maximum.at(highest, which, found[:, 2])
    ends = np.stack(np.divmod(pairs, len(nodes)), axis=-1)
    return Part(nodes, [str(labels[node] or "") for node in nodes], ends, 1 + np.log(count), highest)


def _parts(whole: Part) -> list[Part]:
    """The connected parts, the largest first, each in the order of the whole."""
    count = len(whole.nodes)
    ties = csr_array((np.ones(len(whole.ends)), tuple(whole.ends.T)), shape=(count, count))
    total, found = connected_components(ties, directed=False)
    owner = found.astype(np.int64)
    place = np.empty(count, np.int64)
    parts = []
    for mine, tied in zip(_grouped(owner, total), _grouped(owner[whole.ends[:, 0]], total), strict=True):
        place[mine] = np.arange(len(mine))
        nodes, labels = ([names[one] for one in mine] for names in (whole.nodes, whole.labels))
        parts.append(Part(nodes, labels, place[whole.ends[tied]], whole.pull[tied], whole.rung[tied]))
    return sorted(parts, key=lambda part: (-len(part.nodes), part.nodes[0]))


def _grouped(owner: Numbers, total: int) -> list[Numbers]:
    """For each owner, from 0 up, the numbers of what it owns."""
    return np.split(np.argsort(owner, kind="stable"), np.bincount(owner, minlength=total).cumsum()[:-1])


def _place(part: Part, start: Mapping[str, Point], seed: int) -> Points:
    """Lay out one connected part around the origin."""
    if len(part.nodes) == 1:
        return np.zeros((1, 2))
    points = _large(part, start, seed) if len(part.nodes) > FINE else _small(part, start, seed)
    points = apart(_sorted_leaves(points, part), np.array([room(label) for label in part.labels]))
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    return points - middle


def _large(part: Part, start: Mapping[str, Point], seed: int) -> Points:
    """Places from the forces; lengthwise from the outset where there is a start."""
    known = np.array([start.get(node, (np.nan, np.nan)) for node in part.nodes]) / STRETCH
    begun = _beside(known, part.ends)
    points = at_rest(part.ends, part.pull, begun, count=len(part.nodes), seed=seed)
    points = _lengthwise(points, part.nodes, {}) if begun is None else points
    return loosened(points * np.array(STRETCH))


def _beside(known: Points, ends: Numbers) -> Points | None:
    """Set nodes without a place (NaN) amid their neighbours that have one; None where too few nodes have any."""
    places = known.copy()
    missing = np.isnan(places[:, 0])
    if missing.mean() > UNKNOWN:
        return None
    while missing.any():
        sums, counts = np.zeros_like(places), np.zeros(len(places))
        for near, far in (ends.T, ends.T[::-1]):
            reached = missing[near] & ~missing[far]
            np.add.at(sums, near[reached], places[far[reached]])
            np.add.at(counts, near[reached], 1)
        fresh = counts > 0
        places[fresh] = sums[fresh] / counts[fresh, None]
        missing &= ~fresh
    return places


def _small(part: Part, start: Mapping[str, Point], seed: int) -> Points:
    """Places from the engines of networkx, evenly spaced."""
    graph = _graph(part)
    found = nx.forceatlas2_layout(
        graph, pos=_first_guess(graph, start, seed), scaling_ratio=4.0, weight="pull", seed=seed
    )
    if len(graph) <= EVEN and graph.number_of_edges() <= SPARSE * len(graph):
        found = _evened(graph, found)
    points = even(_lengthwise(np.array([found[node] for node in part.nodes]), part.nodes, start))
    return points * np.array(STRETCH, np.float64)


def _graph(part: Part) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(part.nodes)
    ties = zip(part.ends.tolist(), part.pull.tolist(), strict=True)
    graph.add_edges_from((part.nodes[one], part.nodes[other], {"pull": pull}) for (one, other), pull in ties)
    return graph


def _evened(graph: nx.Graph[str], found: dict[str, Any]) -> dict[str, Any]:
    """Even out distances, ties of a node with many made longer."""
    for one, other, tie in graph.edges(data=True):
        crowd = max(graph.degree(one), graph.degree(other))
        tie["length"] = 1 + CROWDING * np.sqrt(crowd)
    lengths = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    return nx.kamada_kawai_layout(graph, dist=lengths, pos=found)


def _first_guess(graph: nx.Graph[str], start: Mapping[str, Point], seed: int) -> dict[str, Any]:
    """Begin at the places known, and elsewhere beside the neighbours or by chance."""
    chance = np.random.default_rng(seed)
    guess: dict[str, Any] = {}
    for node in graph:
        beside = [start[other] for other in graph[node] if other in start]
        middle = start.get(node) or (np.mean(beside, axis=0) if beside else (0.0, 0.0))
        guess[node] = np.asarray(middle) / SPACING + chance.uniform(-1, 1, 2) * (0.1 if node in start else 1.0)
    return guess


def _lengthwise(points: Points, nodes: list[str], start: Mapping[str, Point]) -> Points:
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


def _sorted_leaves(points: Points, part: Part) -> Points:
    """Let the leaves of a node change places, so that those tied alike lie side by side around it."""
    points = points.copy()
    ties = np.bincount(part.ends.ravel(), minlength=len(part.nodes))
    leaves: defaultdict[int, list[tuple[int, str, str, int]]] = defaultdict(list)
    for (one, other), rung in zip(part.ends.tolist(), part.rung.tolist(), strict=True):
        for leaf, hub in ((one, other), (other, one)):
            if ties[leaf] == 1:
                leaves[hub].append((-rung, part.labels[leaf], part.nodes[leaf], leaf))
    for hub, around in leaves.items():
        alike = [leaf for *_, leaf in sorted(around)]
        points[alike] = _clockwise(points[sorted(alike)], points[hub])
    return points


def _clockwise(points: Points, middle: Points) -> Points:
    """Points in the order of their angle around a middle, from behind the widest gap."""
    angles = np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0])
    order = np.argsort(angles)
    gaps = np.diff(angles[order], append=angles[order[0]] + 2 * np.pi)
    return points[np.roll(order, -(int(gaps.argmax()) + 1))]
