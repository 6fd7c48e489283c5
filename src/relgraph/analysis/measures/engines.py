"""Which library does the work of a measure: networkx on small graphs, igraph on large ones where it is installed.

networkx needs seconds from some 500 nodes and 5,000 edges on and minutes soon after; igraph takes a hundredth
of that and gives the same numbers. It is an extra (`fast`), since its licence is the GPL.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.Graph[str]
    Scores: TypeAlias = dict[str, float]

LARGE = 500_000
"""Nodes times edges from which on igraph is asked."""


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
