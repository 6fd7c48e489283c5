from __future__ import annotations

import math
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from relgraph.layout.formulas import by_formula
from relgraph.layout.part import whole
from relgraph.layout.spacing import SPACING


def laid_out(graph: nx.Graph[str]) -> dict[str, tuple[float, float]] | None:
    part = whole({node: node for node in graph}, [(one, other, 1) for one, other in graph.edges()])
    points = by_formula(part)
    return None if points is None else {node: (x, y) for node, (x, y) in zip(part.nodes, points.tolist(), strict=True)}


def named(graph: nx.Graph[int]) -> nx.Graph[str]:
    return tied(*((str(one), str(other)) for one, other in graph.edges()))


def tied(*pairs: str | tuple[str, str]) -> nx.Graph[str]:
    return nx.Graph([(pair[0], pair[1]) for pair in pairs])


def test_two_lie_side_by_side_and_three_in_a_line() -> None:
    places = laid_out(tied("ab"))
    assert places is not None
    assert sorted(places.values()) == [(-SPACING, 0.0), (0.0, 0.0)]

    places = laid_out(tied("ab", "bc"))
    assert places == {"a": (-SPACING, 0.0), "b": (0.0, 0.0), "c": (SPACING, 0.0)}


def test_the_leaves_of_a_star_stand_in_rings_around_it() -> None:
    places = laid_out(named(nx.star_graph(60)))
    assert places is not None
    far = sorted(math.hypot(*place) for place in places.values())
    rings = sorted({round(one / SPACING, 3) for one in far})

    assert rings == [0, 1, 2, 3]
    assert min(math.dist(one, other) for one, other in combinations(places.values(), 2)) > 40


def test_a_tree_stands_in_rings_about_its_middle_and_no_two_ties_cross() -> None:
    tree = tied("ab", "ac", "ad", "be", "bf", "cg", "dh", "di", "hj")
    places = laid_out(tree)
    assert places is not None
    middle = min(places, key=lambda node: math.hypot(*places[node]))
    depth = nx.single_source_shortest_path_length(tree, middle)

    assert max(depth.values()) == math.ceil(nx.diameter(tree) / 2)
    for node, place in places.items():
        assert math.hypot(*place) == pytest.approx(SPACING * depth[node], abs=0.01)
    assert not any(cross(places, one, other) for one, other in combinations(tree.edges(), 2))


def cross(places: dict[str, tuple[float, float]], one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two ties without an end in common meet."""
    if set(one) & set(other):
        return False
    (a, b), (c, d) = ([np.array(places[end]) for end in tie] for tie in (one, other))
    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def side(one: np.ndarray, other: np.ndarray, point: np.ndarray) -> bool:
    (a, b), (c, d) = other - one, point - one
    return bool(a * d > b * c)


@pytest.mark.parametrize(
    "graph",
    [
        nx.cycle_graph(5),
        nx.path_graph(12),
        nx.barbell_graph(3, 0),
        nx.disjoint_union(nx.star_graph(20), nx.star_graph(20)),
    ],
)
def test_no_other_part_has_a_formula(graph: nx.Graph[int]) -> None:
    if not nx.is_connected(graph):
        graph.add_edge(0, 21)  # two hubs: too many leaves for one ring

    assert laid_out(named(graph)) is None
