"""The scores of nodes: their place in a projection, by its edges or by the strengths of these.

Every function takes a projection (simple, undirected, with `strength` and `distance` on its edges) and gives
a score for each node, the same from either library that may do the work (see engines).
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from relgraph.analysis.measures.engines import is_large, to_igraph

if TYPE_CHECKING:
    from relgraph.analysis.measures.engines import Graph, Scores

SEED = 20250101
"""Seed of everything that draws by chance: the same graph always gives the same communities."""


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
    import networkx as nx

    if is_large(graph):
        return _scores(graph, to_igraph(graph).harmonic_centrality(normalized=True))
    others = max(len(graph) - 1, 1)
    return {node: score / others for node, score in nx.harmonic_centrality(graph).items()}


def eigenvector(graph: Graph) -> Scores:
    """The leading eigenvector of the strengths, on the largest component, the highest score being 1; 0 elsewhere."""
    import networkx as nx

    scores = dict.fromkeys(graph, 0.0)
    if not graph.number_of_edges():
        return scores
    largest = max(nx.connected_components(graph), key=lambda nodes: (len(nodes), sorted(nodes)))
    part = graph.subgraph(sorted(largest))
    values = _leading_vector(part)
    top = max(values.values())
    return scores | {node: value / top for node, value in values.items()}


def _leading_vector(part: Graph) -> Scores:
    import numpy as np

    nodes = list(part)
    matrix = _matrix(part)
    if len(nodes) < 500:  # noqa: PLR2004 - a dense solution is exact and quick up to here
        vector = np.abs(np.linalg.eigh(matrix.toarray())[1][:, -1])
    else:
        from scipy.sparse.linalg import eigsh

        vector = np.abs(eigsh(matrix, k=1, which="LA", v0=np.ones(len(nodes)), tol=1e-14)[1][:, 0])
    return dict(zip(nodes, vector.tolist(), strict=True))


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
    import networkx as nx

    tied = [node for node, count in graph.degree() if count]
    if is_large(graph):
        values = to_igraph(graph).constraint(weights="strength")
        return {node: value for node, value in _scores(graph, values).items() if graph.degree(node)}
    return {node: float(value) for node, value in nx.constraint(graph, tied, weight="strength").items()}


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
    """Density, components, the largest of them, and degree assortativity (None where it is not defined)."""
    import networkx as nx

    sizes = [len(part) for part in nx.connected_components(graph)]
    degrees = {count for _, count in graph.degree()}
    mixed = len(degrees) > 1 and graph.number_of_edges() > 1
    return {
        "density": nx.density(graph),
        "components": len(sizes),
        "largest_component": max(sizes, default=0),
        "degree_assortativity": float(nx.degree_assortativity_coefficient(graph)) if mixed else None,
    }
