"""The work behind the measures: networkx on small graphs, igraph on large ones where it is installed.

Every function takes a projection (simple, undirected, with `strength` and `distance` on its edges) and gives
a score for each node, or for each pair. networkx needs seconds from some 500 nodes and 5,000 edges on and
minutes soon after; igraph takes a hundredth of that and gives the same numbers. It is an extra (`fast`), since
its licence is the GPL.
"""

from __future__ import annotations

import random
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph[str]
    Scores: TypeAlias = dict[str, float]

LARGE = 500_000
"""Nodes times edges from which on igraph is asked."""

PAIR = " – "
"""Stands between the ends of a pair where a pair is scored."""

SEED = 20250101
"""Seed of everything that draws by chance: the same graph always gives the same communities."""


def engine(graph: Graph) -> str:
    """Which library does the work for a graph: networkx or igraph."""
    if graph.number_of_nodes() * graph.number_of_edges() < LARGE:
        return "networkx"
    return "igraph" if find_spec("igraph") else "networkx"


def is_large(graph: Graph) -> bool:
    """Whether igraph does the work."""
    return engine(graph) == "igraph"


def to_igraph(graph: Graph) -> Any:  # noqa: ANN401 - igraph carries no types
    """The same graph for igraph; vertex i is the i-th node, edges keep `strength`."""
    import igraph

    nodes = list(graph)
    number = {node: i for i, node in enumerate(nodes)}
    edges = [(number[one], number[other]) for one, other in graph.edges()]
    made = igraph.Graph(n=len(nodes), edges=edges)
    weighted: Any = graph.edges(data="strength")
    made.es["strength"] = [value for _, _, value in weighted]
    return made


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


def bridges(graph: Graph) -> Scores:
    """Edges without which their component falls apart, scored by the pairs of nodes that would be parted."""
    import networkx as nx

    scores: Scores = {}
    for one, other, sizes in _bridge_sides(graph, nx):
        scores[PAIR.join(sorted((one, other)))] = float(sizes[0] * sizes[1])
    return scores


def _bridge_sides(graph: Graph, nx: Any) -> list[tuple[str, str, tuple[int, int]]]:  # noqa: ANN401 - the module
    """Each bridge with the sizes of its two sides, from the tree of parts that no bridge parts."""
    found = list(nx.bridges(graph))
    rest = nx.Graph(graph)
    rest.remove_edges_from(found)
    part = {node: number for number, nodes in enumerate(nx.connected_components(rest)) for node in nodes}
    weight: dict[int, int] = {}
    for number in part.values():
        weight[number] = weight.get(number, 0) + 1
    tree = nx.Graph([(part[one], part[other]) for one, other in found])
    sides = []
    below = _weights_below(tree, weight, nx)
    for one, other in found:
        a, b = part[one], part[other]
        child = a if below[a][0] == b else b
        inside = below[child][1]
        whole = below[child][2]
        sides.append((one, other, (inside, whole - inside)))
    return sides


def _weights_below(tree: Any, weight: dict[int, int], nx: Any) -> dict[int, tuple[int | None, int, int]]:  # noqa: ANN401
    """For each part its parent in the tree, how many nodes lie in and below it, and in its whole component."""
    found: dict[int, tuple[int | None, int, int]] = {}
    for nodes in nx.connected_components(tree):
        root = min(nodes)
        parent: dict[int, int | None] = {root: None}
        order = [root]
        for node in order:
            for other in tree[node]:
                if other not in parent:
                    parent[other] = node
                    order.append(other)
        total = {node: weight[node] for node in order}
        for node in reversed(order):
            up = parent[node]
            if up is not None:
                total[up] += total[node]
        found |= {node: (parent[node], total[node], total[root]) for node in order}
    return found


def cut_points(graph: Graph) -> Scores:
    """Nodes without which their component falls apart, scored by the pairs of others that would be parted."""
    import networkx as nx

    cut = {node: number for number, node in enumerate(sorted(nx.articulation_points(graph)))}
    found: Any = nx.biconnected_components(graph)  # sets of nodes; its stub says lists of them
    blocks: list[tuple[int, set[str]]] = list(enumerate(found, start=len(cut)))
    weight = dict.fromkeys(cut.values(), 1) | {at: len(block - cut.keys()) for at, block in blocks}
    tree = nx.Graph([(at, cut[node]) for at, block in blocks for node in block & cut.keys()])
    below = _weights_below(tree, weight, nx)
    scores: Scores = {}
    for node, at in cut.items():
        parent, inside, whole = below[at]
        parts = [whole - inside, *(below[block][1] for block in tree[at] if block != parent)]
        scores[node] = float((sum(parts) ** 2 - sum(part**2 for part in parts)) // 2)
    return scores


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
