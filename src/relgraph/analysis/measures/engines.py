"""Which library does the work of a measure: networkx, scipy, or igraph where it is installed.

On a small graph networkx is done before scipy is imported. On others what searches from every node is done in
blocks on scipy (see searches), in a hundredth of the time that networkx takes. igraph finds communities; it is an
extra (`fast`), since its licence is the GPL.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph[str]
    Scores: TypeAlias = dict[str, float]

NETWORKX, SCIPY, IGRAPH = "networkx", "scipy", "igraph"

SMALL = 100_000
"""Nodes times edges below which importing scipy takes longer than all that networkx does."""

LARGE = 500_000
"""Nodes times edges from which on igraph is asked for communities."""

DEEP = 64
"""Hops from which on a graph is searched node by node: each hop of a block looks at all edges again."""


def networkx_alone(graph: Graph) -> str:
    """Name the engine of what networkx does at every size."""
    del graph
    return NETWORKX


def matrices(graph: Graph) -> str:
    """Name the engine of what is a sum over matrices at every size."""
    del graph
    return SCIPY


def counting(graph: Graph) -> str:
    """Which engine counts what is round each node."""
    return NETWORKX if _size(graph) < SMALL else SCIPY


def searching(graph: Graph) -> str:
    """Which engine searches a graph from every node."""
    return NETWORKX if _size(graph) < SMALL or _is_deep(graph) else SCIPY


def grouping(graph: Graph) -> str:
    """Which engine finds communities."""
    return IGRAPH if _size(graph) >= LARGE and find_spec(IGRAPH) else NETWORKX


def _size(graph: Graph) -> int:
    return graph.number_of_nodes() * graph.number_of_edges()


def _is_deep(graph: Graph) -> bool:
    """Whether some node is many hops from the first of its component: at least half of the most that there are."""
    import networkx as nx

    parts = (min(nodes) for nodes in nx.connected_components(graph) if len(nodes) > DEEP)
    return any(_hops(graph, first) > DEEP for first in parts)


def _hops(graph: Graph, start: str) -> int:
    """How many hops the farthest node of a component is away."""
    import networkx as nx

    return sum(1 for _ in nx.bfs_layers(graph, start)) - 1


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
