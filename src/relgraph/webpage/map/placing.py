"""Where everything stands on the map: countries on their capitals, the rest beside the country it belongs to.

What belongs to no single country but is between some (an agreement, a meeting) stands in the middle of them.
What has no place on earth at all (the United Nations) has none here either: the page sets it below the map.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from relgraph.webpage.map.geography import capital_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.layout.positions import Point

    Home: TypeAlias = tuple[str, ...]

ROUNDS = 3  # how many ties away from a country something may stand and still belong to it
FIRST, BETWEEN = 34.0, 10.0  # pixels from a capital to the first thing beside it, and on to those farther out
TURN = math.pi * (3 - math.sqrt(5))  # the golden angle: things around a capital spread evenly however many they are
CLEAR, FARTHEST = 30.0, 16.0  # pixels that capitals should stand apart, and those they may be moved for it
PUSHES = 30
ELSEWHERE = (
    "body",
    "group",
    "country",
    "territory",
)  # kinds that do not stand beside a country only because it is tied to them


def map_places(dataset: Dataset, graph: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """Place the nodes of a graph that have a place on the map, in pixels; none where no capital is known."""
    capitals = _on_capitals(graph)
    if not capitals:
        return {}
    homes = _homes(dataset, graph, capitals)
    beside: defaultdict[Home, list[str]] = defaultdict(list)
    for node in sorted(homes.keys() - capitals.keys(), key=lambda node: (graph.degree(node), node)):
        beside[homes[node]].append(node)
    around = {node: place for home, nodes in beside.items() for node, place in _around(home, nodes, capitals).items()}
    return capitals | around


def _on_capitals(graph: nx.MultiDiGraph[str]) -> dict[str, Point]:
    isos = {node: str(given["iso"]) for node, given in graph.nodes(data=True) if given.get("iso")}
    return _apart({node: place for node, iso in isos.items() if (place := capital_place(iso))})


def _apart(places: Mapping[str, Point]) -> dict[str, Point]:
    """Move capitals that lie very near each other apart, none farther than FARTHEST."""
    true = np.array(list(places.values())).reshape(-1, 2)
    moved = true.copy()
    for _ in range(PUSHES):
        between = moved[:, None] - moved[None]
        distance = np.hypot(between[..., 0], between[..., 1])
        np.fill_diagonal(distance, np.inf)
        push = np.clip(CLEAR - distance, 0.0, None) / (2 * np.maximum(distance, 1.0))
        away = moved + (between * push[..., None]).sum(axis=1) - true
        length = np.hypot(away[:, 0], away[:, 1])
        moved = true + away * (np.minimum(length, FARTHEST) / np.maximum(length, 1.0))[:, None]
    return {node: (float(x), float(y)) for node, (x, y) in zip(places, moved, strict=True)}


def _homes(dataset: Dataset, graph: nx.MultiDiGraph[str], capitals: Mapping[str, Point]) -> dict[str, Home]:
    """The countries that each node belongs to or stands between; nodes that belong nowhere are left out."""
    homes: dict[str, Home] = {node: (node,) for node in capitals}
    homes |= {node: home for node in graph if node not in homes and (home := _owner(dataset, node, capitals))}
    for _ in range(ROUNDS):
        waiting = [node for node in graph if node not in homes and graph.nodes[node].get("kind") not in ELSEWHERE]
        homes |= {node: home for node in waiting if (home := _between(graph, node, homes))}
    return homes


def _owner(dataset: Dataset, node: str, capitals: Mapping[str, Point]) -> Home:
    """The country that a node is part of, by however many steps."""
    seen: set[str] = set()
    while node not in seen and (actor := dataset.actors.get(node)) is not None and actor.part_of:
        seen.add(node)
        node = actor.part_of
        if node in capitals:
            return (node,)
    return ()


def _between(graph: nx.MultiDiGraph[str], node: str, homes: Mapping[str, Home]) -> Home:
    """The countries of the neighbours: all of them for a fact, for an actor the one that most of them belong to."""
    neighbours = {*graph.predecessors(node), *graph.successors(node)}
    counts = Counter(home for other in sorted(neighbours) for home in homes.get(other, ()))
    if "fact" in graph.nodes[node]:
        return tuple(sorted(counts))
    return tuple(home for home, _ in counts.most_common(1))


def _around(home: Home, nodes: list[str], capitals: Mapping[str, Point]) -> dict[str, Point]:
    """Spread nodes around a capital, or around the middle of some, the most tied outermost."""
    x, y = (sum(axis) / len(home) for axis in zip(*(capitals[one] for one in home), strict=True))
    clear = FIRST if len(home) == 1 else 0.0
    return {
        node: (x + radius * math.cos(index * TURN), y + radius * math.sin(index * TURN))
        for index, node in enumerate(nodes)
        for radius in [clear + BETWEEN * math.sqrt(index)]
    }
