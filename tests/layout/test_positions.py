from __future__ import annotations

import json
import math
import os
import random
import statistics
import subprocess
import sys
from functools import cache
from itertools import combinations, pairwise

import networkx as nx
import pytest

from relgraph.layout.positions import placed, positions
from tests.checkout import ROOT

PLAIN = {
    "NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR"
}
"""numpy as it runs on a processor of long ago."""


def star(leaves: int) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(leaves):
        graph.add_edge("hub", f"leaf {number:02}", rung=1 + number % 3)
    return graph


def test_the_same_graph_gets_the_same_places() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.relabel_nodes(nx.karate_club_graph(), str))

    assert positions(graph) == positions(graph)


def test_no_order_of_nodes_or_edges_changes_the_places() -> None:
    graph = star(9)
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_edges_from(reversed(list(graph.edges(data=True))))

    assert positions(turned) == positions(graph)


@pytest.mark.parametrize("nodes", [0, 1, 2, 3])
def test_the_smallest_graphs_have_places_apart(nodes: int) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(str(number) for number in range(nodes))
    nx.add_path(graph, list(graph))
    places = positions(graph)

    assert len(places) == nodes
    assert all(math.isfinite(value) for place in places.values() for value in place)
    assert all(math.dist(one, other) > 40 for one, other in combinations(places.values(), 2))


def test_loops_and_parallel_ties_do_no_harm() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "a"), ("a", "b"), ("a", "b"), ("b", "a")])

    assert set(positions(graph)) == {"a", "b"}


def test_labels_have_room() -> None:
    places = positions(star(24))

    for (x1, y1), (x2, y2) in combinations(places.values(), 2):
        assert abs(x1 - x2) > 40 or abs(y1 - y2) > 40


def test_leaves_tied_alike_lie_side_by_side() -> None:
    graph = star(12)
    places = positions(graph)
    x, y = places["hub"]
    angles = {leaf: math.atan2(places[leaf][1] - y, places[leaf][0] - x) for leaf in graph if leaf != "hub"}
    around = [graph.edges["hub", leaf, 0]["rung"] for leaf in sorted(angles, key=angles.__getitem__)]
    changes = sum(one != other for one, other in pairwise([*around, around[0]]))

    assert changes == 3


def test_parts_do_not_overlap_and_the_largest_stands_around_the_origin() -> None:
    graph = star(8)
    graph.add_edge("far", "away")
    graph.add_node("alone")
    places = positions(graph)
    largest = [place for node, place in places.items() if node == "hub" or node.startswith("leaf")]
    others = [places[node] for node in ("far", "away", "alone")]
    left, right = (edge(x for x, _ in largest) for edge in (min, max))
    top, bottom = (edge(y for _, y in largest) for edge in (min, max))

    assert left + right == pytest.approx(0, abs=0.01)
    assert all(x < left or x > right or y < top or y > bottom for x, y in others)
    assert math.dist(places["alone"], places["far"]) > 40


def test_many_small_parts_fill_a_screen() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(150):
        nx.add_star(graph, [f"{number} {leaf}" for leaf in range(2 + number % 7)])
    x, y = zip(*positions(graph).values(), strict=True)

    assert 1.2 < (max(x) - min(x)) / (max(y) - min(y)) < 2.2


def test_a_start_shapes_the_picture() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    nx.add_path(graph, list("abcdef"))
    forth = positions(graph, start={"a": (-300.0, 0.0), "f": (300.0, 0.0)})
    back = positions(graph, start={"a": (300.0, 0.0), "f": (-300.0, 0.0)})

    assert forth["a"][0] < forth["f"][0]
    assert back["a"][0] > back["f"][0]


def test_large_graphs_are_laid_out_too() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.relabel_nodes(nx.gnm_random_graph(600, 900, seed=1), str))
    places = positions(graph)

    assert len(set(places.values())) == 600


def test_a_large_part_begins_at_the_start_and_new_nodes_stand_beside_their_neighbours() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.relabel_nodes(nx.gnm_random_graph(600, 2_400, seed=1), str))
    graph = nx.MultiDiGraph(graph.subgraph(max(nx.weakly_connected_components(graph), key=len)))
    before = positions(graph)
    for node in list(graph)[:50]:
        graph.add_edge(node, f"new {node}")
    after = positions(graph, start=before)
    moved = statistics.median(math.dist(after[node], before[node]) for node in before)
    near = statistics.median(math.dist(after[node], after[f"new {node}"]) for node in list(before)[:50])
    width = max(x for x, _ in after.values()) - min(x for x, _ in after.values())

    assert moved < width / 8
    assert near < width / 8


def test_a_start_that_leaves_most_out_is_none() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.relabel_nodes(nx.cycle_graph(600), str))

    assert positions(graph, start={"0": (0.0, 0.0)}) == positions(graph)


def planted(nodes: int, ties: int) -> list[tuple[str, str, int]]:
    """Ties mostly inside five groups of nodes."""
    chance = random.Random(4)  # noqa: S311 - chance, not secrets
    pairs = [(chance.randrange(nodes), chance.randrange(nodes)) for _ in range(4 * ties)]
    kept = [(one, other) for one, other in pairs if one % 5 == other % 5 or chance.random() < 0.1][:ties]
    return [(f"n{one}", f"n{other}", one % 3) for one, other in kept]


WORLDS = {
    "sparse": planted(150, 300),
    "dense": planted(120, 900),
    "large": planted(700, 2_500),
    "star": [("hub", f"leaf {number}", number % 3) for number in range(40)],
    "chain": [(f"n{number}", f"n{number + 1}", 1) for number in range(30)],
    "tree": [(f"n{number // 2}", f"n{number}", 1) for number in range(1, 24)],
}


@cache
def drawn(world: str) -> dict[str, tuple[float, float]]:
    """The places of a world, as the page and the files tell them."""
    ties = WORLDS[world]
    labels = {node: node for one, other, _ in ties for node in (one, other)}
    return {node: (round(x, 1), round(y, 1)) for node, (x, y) in placed(labels, ties).items()}


@pytest.mark.slow
@pytest.mark.parametrize("other", [{"OPENBLAS_CORETYPE": "Prescott"}, {"OPENBLAS_CORETYPE": "Haswell"}, PLAIN])
def test_the_places_are_the_same_whatever_the_processor(other: dict[str, str]) -> None:
    code = "import json; from tests.layout.test_positions import *; print(json.dumps({w: drawn(w) for w in WORLDS}))"
    env = {**os.environ, "OPENBLAS_NUM_THREADS": "1", **other}
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True, capture_output=True, text=True)
    found = {
        world: {node: tuple(place) for node, place in places.items()}
        for world, places in json.loads(told.stdout).items()
    }

    assert found == {world: drawn(world) for world in WORLDS}
