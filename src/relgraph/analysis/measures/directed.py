"""The scores of nodes where ties lead from one to another: of those that lead to a node, or from it.

Every function takes a directed projection (an edge from source to target, with `strength`). networkx does the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from relgraph.analysis.measures.scores import ISOLATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from relgraph.analysis.measures.engines import Scores

    DiGraph: TypeAlias = nx.DiGraph[str]


def degree_in(graph: DiGraph) -> Scores:
    """Number of those from whom an edge leads to the node."""
    return {node: float(count) for node, count in graph.in_degree()}


def degree_out(graph: DiGraph) -> Scores:
    """Number of those to whom an edge leads from the node."""
    return {node: float(count) for node, count in graph.out_degree()}


def degree_both(graph: DiGraph) -> Scores:
    """Both added up: one who is linked both ways counts twice."""
    return {node: float(count) for node, count in graph.degree()}


def strength_in(graph: DiGraph) -> Scores:
    """Sum of the strengths of the edges that lead to the node."""
    return {node: float(total) for node, total in graph.in_degree(weight="strength")}


def strength_out(graph: DiGraph) -> Scores:
    """Sum of the strengths of the edges that lead from the node."""
    return {node: float(total) for node, total in graph.out_degree(weight="strength")}


def strength_both(graph: DiGraph) -> Scores:
    """Both added up."""
    return {node: float(total) for node, total in graph.degree(weight="strength")}


def betweenness(graph: DiGraph) -> Scores:
    """Share of shortest paths through the node, summed over ordered pairs, divided by (n-1)(n-2)."""
    import networkx as nx

    return dict(nx.betweenness_centrality(graph, normalized=True))


def closeness_in(graph: DiGraph) -> Scores:
    """Sum of 1/hops from all others to the node, divided by n-1."""
    import networkx as nx

    others = max(len(graph) - 1, 1)
    return {node: value / others for node, value in nx.harmonic_centrality(graph).items()}


def closeness_out(graph: DiGraph) -> Scores:
    """Sum of 1/hops from the node to all others, divided by n-1."""
    return closeness_in(graph.reverse())


def pagerank_in(graph: DiGraph) -> Scores:
    """Stationary distribution of a walker who follows edges by strength with probability 0.85."""
    import networkx as nx

    return dict(nx.pagerank(graph, alpha=0.85, weight="strength", tol=1e-13, max_iter=10_000)) if len(graph) else {}


def pagerank_out(graph: DiGraph) -> Scores:
    """The same of a walker who goes against the direction of edges."""
    return pagerank_in(graph.reverse())


def summary(graph: DiGraph) -> Mapping[str, float | int | None]:
    """Nodes without an edge, density, components whatever the direction, the largest, share of edges both ways."""
    import networkx as nx

    sizes = [len(part) for part in nx.weakly_connected_components(graph)]
    return {
        ISOLATES: nx.number_of_isolates(graph),
        "density": nx.density(graph),
        "components": len(sizes),
        "largest_component": max(sizes, default=0),
        "reciprocity": nx.overall_reciprocity(graph) if graph.number_of_edges() else None,
    }
