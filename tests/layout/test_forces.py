from __future__ import annotations

import random
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from scipy.spatial import cKDTree

from relgraph.layout import forces
from relgraph.layout.forces import CELLS, FINE, MOST, Mesh, at_rest
from relgraph.layout.unfolding import median

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]


def rest(graph: nx.Graph[int], start: Points | None = None) -> Points:
    ends = np.array(graph.edges())
    return at_rest(ends, np.ones(len(ends)), start, count=len(graph), seed=20)


def planted(groups: int, size: int, ties: int, inside: float) -> nx.Graph[int]:
    """Groups of nodes (n % groups), this share of the ties inside them."""
    chance = random.Random(3)  # noqa: S311 - chance, not secrets
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(groups * size))
    for _ in range(ties):
        one = chance.randrange(groups * size)
        own = chance.random() < inside
        other = chance.randrange(size) * groups + one % groups if own else chance.randrange(groups * size)
        if one != other:
            graph.add_edge(one, other)
    return graph


def test_communities_stay_together() -> None:
    graph = planted(groups=10, size=80, ties=4_000, inside=0.8)
    group = np.arange(800) % 10
    places = rest(graph)
    nearest = np.asarray(cKDTree(places).query(places, k=11)[1])[:, 1:]

    assert (group[nearest] == group[:, None]).mean() > 0.85


def test_a_lattice_unfolds() -> None:
    graph = nx.convert_node_labels_to_integers(nx.grid_2d_graph(20, 30))
    places = rest(graph)
    corners = places[[0, 29, 570, 599]]
    far = [float(np.hypot(*(one - other))) for one, other in ((corners[0], corners[3]), (corners[1], corners[2]))]
    tied = [float(np.hypot(*(places[one] - places[other]))) for one, other in graph.edges()]

    assert min(far) > 20 * float(np.median(tied))


def test_it_is_the_same_at_every_run() -> None:
    graph: nx.Graph[int] = nx.barabasi_albert_graph(600, 2, seed=1)

    assert (rest(graph) == rest(graph)).all()


def test_from_places_nearly_right_it_goes_nowhere_else() -> None:
    graph = planted(groups=6, size=100, ties=3_000, inside=0.8)
    before = rest(graph)
    after = rest(graph, before)
    scale = after.std() / before.std()
    moved = np.hypot(*(after - before * scale).T)

    assert float(np.median(moved)) < 0.25 * float(after.std())


@pytest.mark.parametrize("start", [None, np.zeros((600, 2))])
def test_nodes_that_begin_in_one_place_get_apart(start: Points | None) -> None:
    places = rest(nx.star_graph(599), start)

    assert np.isfinite(places).all()
    assert len(np.unique(places, axis=0)) == 600


def test_the_mesh_pushes_as_the_masses_themselves_would() -> None:
    chance = np.random.default_rng(1)
    places, mass = chance.uniform(0, 100, (300, 2)), chance.uniform(1, 9, 300)
    between = places[:, None] - places
    squares = (between**2).sum(axis=2)
    np.fill_diagonal(squares, np.inf)
    true = (mass[:, None] * between / squares[..., None]).sum(axis=1)
    found = Mesh.for_nodes(30_000).push(places, mass)
    near = np.sqrt(squares.min(axis=1)) > 1  # closer than a few cells the mesh is softer

    assert np.hypot(*(found - true)[near].T).max() < 0.1 * np.hypot(*true[near].T).mean()


@pytest.mark.parametrize("count", [1, 400, 2_621, 10_755, 40_000, 1_000_000])
def test_a_mesh_is_just_fine_enough_for_its_nodes(count: int) -> None:
    wanted = FINE * count**0.5

    assert min(wanted, MOST) <= Mesh.for_nodes(count).cells <= min(wanted + CELLS, MOST)


def test_two_that_weigh_the_same_push_each_other_alike_and_nothing_pushes_itself() -> None:
    found = Mesh.for_nodes(10).push(np.array([[0.0, 0.0], [3.0, 4.0]]), np.ones(2))
    alone = Mesh.for_nodes(10).push(np.array([[2.0, 2.0]]), np.ones(1))

    assert found[0] == pytest.approx(-found[1])
    assert found[1] == pytest.approx([0.12, 0.16], rel=0.05)  # 1 / 5 along (3, 4) / 5
    assert alone[0] == pytest.approx([0, 0])


@pytest.mark.parametrize(
    "graph",
    [nx.path_graph(50), nx.star_graph(9), nx.barabasi_albert_graph(300, 3, seed=1)],
    ids=["deep", "star", "many"],
)
def test_hops_are_those_of_networkx(graph: nx.Graph[int]) -> None:
    hops = nx.single_source_shortest_path_length(graph, 7)
    found = forces._hops(np.array(graph.edges()), len(graph), 7)  # noqa: SLF001 - only where it is deep is scipy asked

    assert found.tolist() == [hops[node] for node in range(len(graph))]


@pytest.mark.parametrize("values", [[3.0], [3.0, 0.1], [0.3, 0.1, 0.2], [5.0, 1.0, 0.7, 0.1], [1.0, float("inf")]])
def test_the_median_is_that_of_numpy_to_the_last_digit(values: list[float]) -> None:
    assert median(np.array(values)) == float(np.median(values))
