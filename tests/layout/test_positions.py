from __future__ import annotations

import math
import statistics
from itertools import combinations, pairwise

import networkx as nx
import pytest

from relgraph.layout.positions import positions
from relgraph.layout.spacing import GAP


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


def test_parts_do_not_overlap_and_the_largest_comes_first() -> None:
    graph = star(8)
    graph.add_edge("far", "away")
    graph.add_node("alone")
    places = positions(graph)
    lowest = max(y for node, (_, y) in places.items() if node == "hub" or node.startswith("leaf"))

    assert all(places[node][1] >= lowest + GAP / 2 for node in ("far", "away", "alone"))
    assert math.dist(places["alone"], places["far"]) > 40


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
