"""Projections: the ties of a view as a simple undirected graph, on which measures are defined.

Parallel ties and the two directions of a symmetric tie become one edge, so that nothing is counted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from relgraph.graph.ties import Ties


def project(ties: Ties, isolates: Iterable[str] = ()) -> nx.Graph[str]:
    """One node for each actor that is tied, and for those `isolates` that are not; one edge for each tied pair.

    All are in order of id.

    Edge attributes: `rung` (the height of the pair's best tie: 0 without a rung, 1 for the lowest), `ties` (how
    many parallel ties it stands for), `strength` (1 + rung, more is closer) and `distance` (1 / strength).
    """
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({*ties.between, *isolates}))
    network = ties.network
    for source in sorted(ties.between):
        for target, between in sorted(ties.between[source].items()):
            if source < target:
                rung = network.rungs.height(network.levels[source][target])
                found = {"rung": rung, "ties": len(between), "strength": 1.0 + rung, "distance": 1 / (1 + rung)}
                graph.add_edge(source, target, **found)
    return graph
