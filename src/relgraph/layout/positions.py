"""Where the nodes stand: positions computed beforehand with a fixed seed, so that a picture never moves.

Each connected part is laid out on its own by what suits its size, turned so that it lies lengthwise, scaled to an
even spacing, freed of overlaps, and packed beside the others. Units are pixels at full zoom, y runs downwards.

Stars and small trees are placed by `formulas`; up to EVEN nodes `stress` sets the others at the distances that their
ties say; denser and larger ones are left to `forces`, since no library that may be asked for has what is good and
quick there. The last digits of some sums are a machine's own; they are rounded off before an engine could amplify them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

import numpy as np  # noqa: TID253 - only exports import this module

from relgraph.layout.forces import at_rest
from relgraph.layout.formulas import by_formula
from relgraph.layout.packing import packed
from relgraph.layout.part import connected_parts, whole
from relgraph.layout.spacing import apart, even, loosened, room
from relgraph.layout.stress import at_distances, distances
from relgraph.layout.unfolding import unfolded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx
    from numpy.typing import NDArray

    from relgraph.layout.part import Part

    Points: TypeAlias = NDArray[np.float64]
    Numbers: TypeAlias = NDArray[np.int64]

Point: TypeAlias = tuple[float, float]

SEED = 20
EVEN = 400  # nodes up to which even distances are worth their cost
SPARSE = 4  # ties for each node up to which they can be had
SMALL = 20  # nodes up to which they can be had however many ties there are
UNKNOWN = 0.5  # share of the nodes that a start may leave out and still be one
STRETCH = (1.2, 1.0)  # screens are wider than tall
CROWDING = 0.22  # how much longer the ties of a node with many are drawn, to make room around it
SHAKE = 0.02  # to the spread of all: what stands in one place must get apart
ROUND = 1e-6  # of its spread: a part that is no longer than wide but for this need not be turned


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
    parts = connected_parts(whole(labels, ties))
    result: dict[str, Point] = {}
    for part, points in zip(parts, packed([_place(part, start or {}, seed) for part in parts]), strict=True):
        result |= {node: (x, y) for node, (x, y) in zip(part.nodes, points.tolist(), strict=True)}
    return {node: result[node] for node in labels}


def _place(part: Part, start: Mapping[str, Point], seed: int) -> Points:
    """Lay out one connected part around the origin."""
    if len(part.nodes) == 1:
        return np.zeros((1, 2))
    points = _laid_out(part, start, seed)
    points = apart(_sorted_leaves(points, part), np.array([room(label) for label in part.labels]))
    middle: Points = (points.min(axis=0) + points.max(axis=0)) / 2
    return points - middle


def _laid_out(part: Part, start: Mapping[str, Point], seed: int) -> Points:
    """Places of a part, lengthwise; from the outset where there is a start."""
    formula = by_formula(part)
    if formula is not None:
        return _mirrored(formula, part.nodes, start) * np.array(STRETCH, np.float64)
    known = np.array([start.get(node, (np.nan, np.nan)) for node in part.nodes]) / STRETCH
    begun = _beside(known, part.ends)
    count, ties = len(part.nodes), len(part.ends)
    if count <= SMALL or (count <= EVEN and ties <= SPARSE * count):
        points, fitted = _evened(part, begun, seed), even
    else:
        points, fitted = _settled(part, begun, seed), loosened
    points = _mirrored(_lengthwise(points), part.nodes, start) if begun is None else points
    return fitted(points * np.array(STRETCH))


def _evened(part: Part, begun: Points | None, seed: int) -> Points:
    """Places at even distances, the ties of a node with many made longer."""
    crowd = part.degrees()[part.ends].max(axis=1)
    wanted = distances(part.ends, 1 + CROWDING * np.sqrt(crowd), len(part.nodes))
    places = unfolded(wanted) if begun is None else (begun - begun.mean(axis=0)) / (begun.std() or 1.0)
    return at_distances(wanted, places + np.random.default_rng(seed).normal(0, SHAKE, places.shape))


def _settled(part: Part, begun: Points | None, seed: int) -> Points:
    """Places from the forces."""
    return at_rest(part.ends, part.pull, begun, count=len(part.nodes), seed=seed)


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


def _lengthwise(points: Points) -> Points:
    """Turn a part so that it lies lengthwise."""
    points = points - points.mean(axis=0)
    (xx, xy), (_, yy) = np.einsum("ni,nj->ij", points, points).tolist()
    if math.hypot(xx - yy, 2 * xy) <= ROUND * (xx + yy):
        return points
    turn = round(math.atan2(2 * xy, xx - yy) / 2, 9)
    across, down = math.cos(turn), math.sin(turn)
    x, y = points.T
    return np.stack((x * across + y * down, y * across - x * down), axis=-1)


def _mirrored(points: Points, nodes: list[str], start: Mapping[str, Point]) -> Points:
    """Mirror a part to resemble the start where there is one."""
    both = [index for index, node in enumerate(nodes) if node in start]
    if len(both) <= 1:
        return points
    before = np.array([start[nodes[index]] for index in both])
    likeness = ((before - before.mean(axis=0)) * (points[both] - points[both].mean(axis=0))).sum(axis=0)
    return points * np.where(likeness < 0, -1, 1)


def _sorted_leaves(points: Points, part: Part) -> Points:
    """Let the leaves of a node change places, so that those tied alike lie side by side around it."""
    points = points.copy()
    ties = part.degrees()
    leaves: defaultdict[int, list[tuple[int, str, str, int]]] = defaultdict(list)
    for ends in (part.ends, part.ends[:, ::-1]):
        alone = ties[ends[:, 0]] == 1
        for (leaf, hub), rung in zip(ends[alone].tolist(), part.rung[alone].tolist(), strict=True):
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
