"""Every score is that of networkx called as its documentation shows, whatever engine does the work."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.measures import engines, scores

NODES = [f"n{number:02}" for number in range(14)]


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph[str]:
    """A projection, with components and nodes that nobody is tied to: its edges have strengths from 1 to 5."""
    nodes = NODES[: draw(st.integers(1, len(NODES)))]
    pairs = list(combinations(nodes, 2))
    tied = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=40)) if pairs else []
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    for one, other in tied:
        strength = draw(st.integers(1, 5))
        graph.add_edge(one, other, strength=float(strength), distance=1 / strength)
    return graph


@pytest.mark.parametrize("small", [0, 10**9])
@given(graph=graphs())
def test_scores_are_those_of_networkx(small: int, graph: nx.Graph[str]) -> None:
    others = max(len(graph) - 1, 1)
    sizes = nx.effective_size(graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "SMALL", small)
        found = {
            "betweenness": scores.betweenness(graph),
            "closeness": scores.closeness(graph),
            "constraint": scores.constraint(graph),
            "effective size": scores.effective_size(graph),
        }

    assert found["betweenness"] == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)
    near = {node: value / others for node, value in nx.harmonic_centrality(graph).items()}
    assert found["closeness"] == pytest.approx(near, abs=1e-12)
    tied = [node for node in graph if graph.degree(node)]
    hemmed = nx.constraint(graph, weight="strength") if tied else {}
    assert found["constraint"] == pytest.approx({node: hemmed[node] for node in tied}, abs=1e-12)
    free = {node: sizes[node] if graph.degree(node) else 0 for node in graph}
    assert found["effective size"] == pytest.approx(free, abs=1e-12)


@given(graph=graphs())
def test_assortativity_is_that_of_networkx_where_degrees_differ(graph: nx.Graph[str]) -> None:
    if len({degree for _, degree in graph.degree() if degree}) > 1:
        theirs = nx.degree_assortativity_coefficient(graph)
        assert scores.assortativity(graph) == pytest.approx(theirs, abs=1e-9)
    else:
        assert scores.assortativity(graph) is None


@given(graph=graphs())
def test_the_eigenvector_of_one_component_is_that_of_networkx(graph: nx.Graph[str]) -> None:
    parts = [sorted(nodes) for nodes in nx.connected_components(graph)]
    part = graph.subgraph(max(parts, key=len))
    if len(part) > 2:  # of two networkx may give either a sign of its own
        theirs = nx.eigenvector_centrality(part, max_iter=100_000, tol=1e-12, weight="strength")
        top = max(theirs.values())

        assert scores.eigenvector(part) == pytest.approx({n: v / top for n, v in theirs.items()}, abs=1e-7)


def test_blocks_of_searches_join_up() -> None:
    """More nodes than a block has searches: each is counted once."""
    graph = nx.relabel_nodes(nx.gnm_random_graph(150, 700, seed=4), str)
    graph.add_edge("u", "v")  # out of reach of all others
    assert engines.searching(graph) == "scipy"

    assert scores.betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph), abs=1e-12)
    near = {node: value / (len(graph) - 1) for node, value in nx.harmonic_centrality(graph).items()}
    assert scores.closeness(graph) == pytest.approx(near, abs=1e-12)


@pytest.mark.parametrize("made", [nx.cycle_graph(401), nx.complete_graph(90), nx.circular_ladder_graph(150)])
def test_who_is_placed_alike_has_the_same_eigenvector_score_to_the_last_digit(made: nx.Graph[int]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((str(one), str(other), {"strength": 1.0}) for one, other in made.edges())

    assert set(scores.eigenvector(graph).values()) == {1.0}
