"""What a loss would part is what is parted after it, on small graphs."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.measures.cut_points import PAIR, bridges, cut_points


@st.composite
def sparse_graphs(draw: st.DrawFn) -> nx.Graph[str]:
    """A simple graph with few edges, so that many of them and of its nodes hold it together."""
    pairs = list(combinations("abcdefgh", 2))
    graph: nx.Graph[str] = nx.Graph(draw(st.lists(st.sampled_from(pairs), max_size=12)))
    return graph


def parted(graph: nx.Graph[str]) -> int:
    """The pairs of nodes that no path joins."""
    return sum(not nx.has_path(graph, *pair) for pair in combinations(graph, 2))


@given(sparse_graphs())
def test_what_a_loss_would_part_is_what_is_parted_after_it(graph: nx.Graph[str]) -> None:
    def lost(node: str) -> int:
        apart = sum(not nx.has_path(graph, node, other) for other in graph)
        return parted(graph.subgraph(graph.nodes - {node})) + apart - parted(graph)

    assert cut_points(graph) == {node: lost(node) for node in graph if lost(node)}
    without = {PAIR.join(sorted(edge)): nx.restricted_view(graph, [], [edge]) for edge in graph.edges}
    losses = {name: parted(left) - parted(graph) for name, left in without.items()}
    assert bridges(graph) == {name: loss for name, loss in losses.items() if loss}
