"""The scores of nodes: their place in a projection, by its edges or by the strengths of these.

Every function takes a projection (simple, undirected, with `strength` and `distance` on its edges) and gives
a score for each node, the same from either library that may do the work (see engines).
"""

from __future__ import annotations

import random
from math import fsum
from typing import TYPE_CHECKING, Any

from relgraph.analysis.measures.engines import is_large, to_igraph

if TYPE_CHECKING:
    from relgraph.analysis.measures.engines import Graph, Scores

SEED = 20250101
"""Seed of everything that draws by chance: the same graph always gives the same communities."""

ISOLATES = "isolates"
"""The name in a summary of how many nodes have no edge."""

ALIKE = 1e-9
"""Eigenvalues that differ by less than this share of the greatest are equal: what differs so little is rounding."""


def _scores(graph: Graph, values: list[float]) -> Scores:
    return {node: float(value) for node, value in zip(graph, values, strict=True)}


def degree(graph: Graph) -> Scores:
    """Number of neighbours."""
    return {node: float(count) for node, count in graph.degree()}


def strength(graph: Graph) -> Scores:
    """Sum of the strengths of a node's edges."""
    totals: Any = graph.degree(weight="strength")
    return {node: float(total) for node, total in totals}


def betweenness(graph: Graph) -> Scores:
    """Share of shortest paths through a node, summed over pairs, divided by (n-1)(n-2)/2."""
    import networkx as nx

    if not is_large(graph):
        return dict(nx.betweenness_centrality(graph, normalized=True))
    others = len(graph) - 1
    return _scores(graph, [value * 2 / (others * (others - 1)) for value in to_igraph(graph).betweenness()])


def closeness(graph: Graph) -> Scores:
    """Sum of 1/hops to all others, divided by n-1."""
    if is_large(graph):
        return _scores(graph, to_igraph(graph).harmonic_centrality(normalized=True))
    others = max(len(graph) - 1, 1)
    return {node: _nearness(graph, node) / others for node in graph}


def _nearness(graph: Graph, node: str) -> float:
    """Sum of 1/hops to all others, whatever the order in which they are met: fsum rounds once."""
    import networkx as nx

    return fsum(1 / hops for hops in nx.single_source_shortest_path_length(graph, node).values() if hops)


def eigenvector(graph: Graph) -> Scores:
    """The leading eigenvector of the strengths, the highest score being 1.

    Where several components have the greatest eigenvalue, each has its own vector, weighed as a walk weighs it that
    starts everywhere alike: (1, ..., 1) projected onto all of them. Components of a lesser eigenvalue have 0.
    """
    import networkx as nx

    parts = [graph.subgraph(sorted(nodes)) for nodes in nx.connected_components(graph) if len(nodes) > 1]
    leading = [_leading(part) for part in parts]
    greatest = max((value for value, _ in leading), default=0.0)
    scores = dict.fromkeys(graph, 0.0)
    for value, vector in leading:
        if value >= greatest * (1 - ALIKE):
            total = fsum(vector.values())
            scores |= {node: share * total for node, share in vector.items()}
    top = max(scores.values(), default=0.0)
    return {node: score / top for node, score in scores.items()} if top else scores


def _leading(part: Graph) -> tuple[float, Scores]:
    """The greatest eigenvalue of a component, and its vector of length 1; no share of it is below 0."""
    import numpy as np

    nodes = list(part)
    matrix = _matrix(part)
    if len(nodes) < 500:  # noqa: PLR2004 - a dense solution is exact and quick up to here
        values, vectors = np.linalg.eigh(matrix.toarray())
    else:
        from scipy.sparse.linalg import eigsh

        values, vectors = eigsh(matrix, k=1, which="LA", v0=np.ones(len(nodes)), tol=1e-14)
    return float(values[-1]), dict(zip(nodes, np.abs(vectors[:, -1]).tolist(), strict=True))


def _matrix(graph: Graph) -> Any:  # noqa: ANN401 - a sparse matrix of scipy
    import networkx as nx
    import numpy as np

    return nx.to_scipy_sparse_array(graph, list(graph), np.dtype(float), "strength", "csr")


def pagerank(graph: Graph) -> Scores:
    """Stationary distribution of a walker who follows edges by strength with probability 0.85."""
    import networkx as nx

    if not len(graph):
        return {}
    return dict(nx.pagerank(graph, alpha=0.85, weight="strength", tol=1e-13, max_iter=10_000))


def core(graph: Graph) -> Scores:
    """The largest k such that the node lies in a part where all have k neighbours or more."""
    import networkx as nx

    return {node: float(number) for node, number in nx.core_number(graph).items()}


def constraint(graph: Graph) -> Scores:
    """Burt's constraint, ties weighted by strength; a node without neighbours has none and is left out."""
    if is_large(graph):
        found = _scores(graph, to_igraph(graph).constraint(weights="strength"))
    elif graph.number_of_edges():
        found = _scores(graph, _constraints(_matrix(graph)))
    else:
        found = {}
    return {node: value for node, value in found.items() if graph.degree(node)}


def _constraints(strengths: Any) -> list[float]:  # noqa: ANN401 - a sparse matrix of scipy
    """Burt's constraint of each node, from a symmetric matrix: a sum over matrices, the same on every run."""
    import numpy as np
    from scipy.sparse import diags_array

    totals = strengths.sum(axis=1)
    shares = diags_array(np.divide(1.0, totals, out=np.zeros_like(totals), where=totals > 0)) @ strengths
    through = shares + shares @ shares
    found: list[float] = through.multiply(through).multiply(strengths > 0).sum(axis=1).tolist()
    return found


def effective_size(graph: Graph) -> Scores:
    """Burt's effective size by Borgatti's formula: neighbours less the mean number of ties among them."""
    sizes: Scores = {}
    for node in graph:
        around = set(graph[node])
        among = sum(len(around & set(graph[other])) for other in around)
        sizes[node] = len(around) - (among / len(around) if around else 0.0)
    return sizes


def communities(graph: Graph) -> Scores:
    """The number of a node's community (Louvain, strengths, resolution 1): 1 is the largest."""
    import networkx as nx

    if is_large(graph):
        groups = _igraph_communities(graph)
    else:
        groups = [set(group) for group in nx.community.louvain_communities(graph, weight="strength", seed=SEED)]
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {node: float(number) for number, group in enumerate(ordered, start=1) for node in sorted(group)}


def _igraph_communities(graph: Graph) -> list[set[str]]:
    import igraph

    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - chance, not secrets
    nodes = list(graph)
    found = to_igraph(graph).community_multilevel(weights="strength")
    igraph.set_random_number_generator(random)
    return [{nodes[i] for i in group} for group in found]


def summary(graph: Graph) -> dict[str, float | int | None]:
    """Nodes without an edge, density, components, the largest of them, degree assortativity (None if not defined)."""
    import networkx as nx

    sizes = [len(part) for part in nx.connected_components(graph)]
    degrees = {count for _, count in graph.degree() if count}
    mixed = len(degrees) > 1 and graph.number_of_edges() > 1
    return {
        ISOLATES: nx.number_of_isolates(graph),
        "density": nx.density(graph),
        "components": len(sizes),
        "largest_component": max(sizes, default=0),
        "degree_assortativity": float(nx.degree_assortativity_coefficient(graph)) if mixed else None,
    }
