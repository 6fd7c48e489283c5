"""The scores of nodes: their place in a projection, by its edges or by the strengths of these.

Every function takes a projection (simple, undirected, with `strength` and `distance` on its edges) and gives
a score for each node, the same from either library that may do the work (see engines).
"""

from __future__ import annotations

import random
from math import fsum
from typing import TYPE_CHECKING, Any

from relgraph.analysis.measures import searches
from relgraph.analysis.measures.engines import IGRAPH, NETWORKX, counting, grouping, searching, to_igraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.analysis.measures.engines import Graph, Scores

SEED = 20250101
"""Seed of everything that draws by chance: the same graph always gives the same communities."""

ISOLATES = "isolates"
"""The name in a summary of how many nodes have no edge."""

ALIKE = 1e-9
"""Eigenvalues that differ by less than this share of the greatest are equal: what differs so little is rounding."""

FEW = 32
"""Nodes of a component below which its eigenvectors are all worked out: there are too few to search among."""


def _scores(graph: Graph, values: Iterable[float]) -> Scores:
    """Values for the nodes of a graph, in their order."""
    return {node: float(value) for node, value in zip(graph, values, strict=True)}


def degree(graph: Graph) -> Scores:
    """Number of neighbours."""
    return {node: float(count) for node, count in graph.degree()}


def strength(graph: Graph) -> Scores:
    """Sum of the strengths of a node's edges."""
    return {node: float(sum([tie["strength"] for tie in ties.values()])) for node, ties in graph.adjacency()}


def betweenness(graph: Graph) -> Scores:
    """Share of shortest paths through a node, summed over pairs, divided by (n-1)(n-2)/2."""
    import networkx as nx

    if searching(graph) == NETWORKX:
        return dict(nx.betweenness_centrality(graph, normalized=True))
    ordered_pairs = max((len(graph) - 1) * (len(graph) - 2), 1)
    return _scores(graph, (searches.betweenness(_matrix(graph, None)) / ordered_pairs).tolist())


def closeness(graph: Graph) -> Scores:
    """Sum of 1/hops to all others, divided by n-1."""
    others = max(len(graph) - 1, 1)
    if searching(graph) == NETWORKX:
        return {node: _nearness(graph, node) / others for node in graph}
    return _scores(graph, (searches.nearness(_matrix(graph, None)) / others).tolist())


def _nearness(graph: Graph, node: str) -> float:
    """Sum of 1/hops to all others, whatever the order in which they are met: fsum rounds once."""
    import networkx as nx

    return fsum(1 / hops for hops in nx.single_source_shortest_path_length(graph, node).values() if hops)


def eigenvector(graph: Graph) -> Scores:
    """The leading eigenvector of the strengths, the highest score being 1.

    Where several components have the greatest eigenvalue, each has its own vector, weighed as a walk weighs it that
    starts everywhere alike: (1, ..., 1) projected onto all of them. Components of a lesser eigenvalue have 0.
    """
    import numpy as np

    matrix = _matrix(graph, "strength")
    leading = [(rows, *_leading(matrix[rows][:, rows])) for rows in _components(graph)]
    greatest = max((value for _, value, _ in leading), default=0.0)
    scores = np.zeros(len(graph))
    for rows, value, vector in leading:
        if value >= greatest * (1 - ALIKE):
            scores[rows] = vector * fsum(vector)
    return _scores(graph, (scores / scores.max() if leading else scores).tolist())


def _components(graph: Graph) -> list[list[int]]:
    """The numbers of the nodes of each component that has an edge."""
    import networkx as nx

    number = {node: at for at, node in enumerate(graph)}
    return [sorted(map(number.__getitem__, nodes)) for nodes in nx.connected_components(graph) if len(nodes) > 1]


def _leading(matrix: Any) -> tuple[float, Any]:  # noqa: ANN401 - a sparse matrix of scipy, an array of numpy
    """The greatest eigenvalue of a component, and its vector of length 1; no share of it is below 0."""
    import numpy as np

    size = matrix.shape[0]
    if size < FEW:
        values, vectors = np.linalg.eigh(matrix.toarray())
    else:
        from scipy.sparse.linalg import eigsh

        values, vectors = eigsh(matrix, k=1, which="LA", v0=np.ones(size), tol=1e-14)
    return float(values[-1]), np.abs(vectors[:, -1])


def _matrix(graph: Graph, weight: str | None) -> Any:  # noqa: ANN401 - a sparse matrix of scipy
    """Of each two nodes what an attribute of their edge says, or 1 for None; 0 where there is no edge."""
    import networkx as nx
    import numpy as np

    if not len(graph):  # of which networkx makes no matrix
        from scipy.sparse import csr_array

        return csr_array((0, 0))
    return nx.to_scipy_sparse_array(graph, list(graph), np.dtype(float), weight, "csr")


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
    found = _scores(graph, _constraints(_matrix(graph, "strength")))
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
    if counting(graph) == NETWORKX:
        around = {node: set(others) for node, others in graph.adjacency()}
        among = [sum(len(others & around[other]) for other in others) for others in around.values()]
    else:
        ties = _matrix(graph, None)
        among = (ties @ ties).multiply(ties).sum(axis=1).tolist()
    sizes = (count - (tied / count if count else 0.0) for (_, count), tied in zip(graph.degree(), among, strict=True))
    return _scores(graph, sizes)


def communities(graph: Graph) -> Scores:
    """The number of a node's community (Louvain, strengths, resolution 1): 1 is the largest."""
    import networkx as nx

    if grouping(graph) == IGRAPH:
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
    return {
        ISOLATES: nx.number_of_isolates(graph),
        "density": nx.density(graph),
        "components": len(sizes),
        "largest_component": max(sizes, default=0),
        "degree_assortativity": assortativity(graph),
    }


def assortativity(graph: Graph) -> float | None:
    """The correlation of the degrees at the two ends of an edge (Newman 2002); None where all of them are the same.

    It is that of networkx, from whole numbers: without numpy, which takes longer to import than a ranking to take.
    """
    degrees = dict(graph.degree())
    ends = 2 * graph.number_of_edges()
    total, squares = (sum(degree**power for degree in degrees.values()) for power in (2, 3))  # over all ends of edges
    products = 2 * sum(degrees[one] * degrees[other] for one, other in graph.edges())
    spread = ends * squares - total**2
    return (ends * products - total**2) / spread if spread else None
