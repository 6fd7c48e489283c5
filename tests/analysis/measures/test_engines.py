"""Which library does the work of a measure."""

from __future__ import annotations

import networkx as nx
import pytest

from relgraph.analysis.measures import engines
from relgraph.analysis.measures.engines import DEEP, counting, grouping, searching, to_igraph

PATH = nx.Graph([("a", "b"), ("b", "c")])  # 3 nodes, 2 edges: 6


@pytest.mark.parametrize(
    ("limit", "installed", "found"),
    [(7, True, "networkx"), (6, True, "igraph"), (6, False, "networkx"), (7, False, "networkx")],
)
def test_igraph_finds_the_communities_of_large_graphs_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, limit: int, found: str, *, installed: bool
) -> None:
    monkeypatch.setattr(engines, "LARGE", limit)
    monkeypatch.setattr(engines, "find_spec", lambda name: (name == "igraph" and installed) or None)

    assert grouping(PATH) == found


@pytest.mark.parametrize(("limit", "found"), [(7, "networkx"), (6, "scipy")])
def test_scipy_counts_and_searches_all_but_small_graphs(
    monkeypatch: pytest.MonkeyPatch, limit: int, found: str
) -> None:
    monkeypatch.setattr(engines, "SMALL", limit)

    assert (counting(PATH), searching(PATH)) == (found, found)


@pytest.mark.parametrize(("hops", "found"), [(DEEP, "scipy"), (DEEP + 1, "networkx")])
def test_deep_graphs_are_searched_node_by_node(monkeypatch: pytest.MonkeyPatch, hops: int, found: str) -> None:
    monkeypatch.setattr(engines, "SMALL", 0)
    chain = nx.path_graph([f"n{number:03}" for number in range(hops + 1)])
    other = nx.Graph([("x", "y")])

    assert searching(nx.compose(other, chain)) == found
    assert counting(chain) == "scipy"


def test_igraph_is_given_the_same_nodes_edges_and_strengths() -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from("dcba")
    graph.add_edge("a", "b", strength=3)
    graph.add_edge("d", "a", strength=1)
    made = to_igraph(graph)

    assert (made.vcount(), made.ecount(), made.is_directed()) == (4, 2, False)
    assert {frozenset(list(graph)[end] for end in edge.tuple): edge["strength"] for edge in made.es} == {
        frozenset("ab"): 3,
        frozenset("ad"): 1,
    }
    assert made.degree() == [1, 0, 1, 2]  # in the order of the nodes: d, c, b, a
