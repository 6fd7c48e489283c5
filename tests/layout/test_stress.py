from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from relgraph.layout.stress import at_distances, distances
from relgraph.layout.unfolding import unfolded


def stress(places: np.ndarray, wanted: np.ndarray) -> float:
    one, other = np.triu_indices(len(places), 1)
    far = np.hypot(*(places[one] - places[other]).T) / wanted[one, other]
    far *= far.sum() / (far**2).sum()  # in the unit that suits it best
    return float(((far - 1) ** 2).sum())


def test_distances_run_along_the_shortest_ways() -> None:
    ends = np.array([(0, 1), (1, 2), (0, 2), (2, 3)])

    assert distances(ends, np.array([1.0, 1.0, 5.0, 2.0]), 4).tolist() == [
        [0, 1, 2, 4],
        [1, 0, 1, 3],
        [2, 1, 0, 2],
        [4, 3, 2, 0],
    ]


def test_they_are_those_of_networkx() -> None:
    graph = nx.connected_watts_strogatz_graph(60, 4, 0.3, seed=1)
    found = distances(np.array(graph.edges()), np.ones(graph.number_of_edges()), 60)

    assert (found == nx.floyd_warshall_numpy(graph, nodelist=range(60))).all()


@pytest.mark.parametrize("sides", [(3, 4), (6, 8)])
def test_what_fits_into_a_plane_lies_at_its_distances(sides: tuple[int, int]) -> None:
    corners = np.array([(0.0, 0.0), (sides[0], 0.0), sides, (0.0, sides[1])])
    wanted = np.hypot(*(corners[:, None] - corners).transpose(2, 0, 1))
    found = at_distances(wanted, unfolded(wanted))

    assert np.hypot(*(found[:, None] - found).transpose(2, 0, 1)) == pytest.approx(wanted, abs=0.05)


def test_it_is_at_least_as_good_as_that_of_networkx() -> None:
    graph = nx.connected_watts_strogatz_graph(80, 4, 0.2, seed=3)
    wanted = distances(np.array(graph.edges()), np.ones(graph.number_of_edges()), 80)
    theirs = nx.kamada_kawai_layout(graph, pos=nx.random_layout(graph, seed=1))
    places = np.array([theirs[node] for node in range(80)])

    assert stress(at_distances(wanted, unfolded(wanted)), wanted) < 1.02 * stress(places, wanted)


def test_what_begins_in_one_place_does_no_harm() -> None:
    assert np.isfinite(at_distances(np.array([[0.0, 1.0], [1.0, 0.0]]), np.zeros((2, 2)))).all()
