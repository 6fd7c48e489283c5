"""What the loss of one tie or one actor would part: bridges and cut points, scored by pairs of nodes.

Both take a projection (simple, undirected) and look at the forest that its parts make, so that the work grows
with the graph and not with its square.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from relgraph.analysis.measures.engines import Graph, Scores

PAIR = " – "
"""Stands between the ends of a pair where a pair is scored."""


class Branch(NamedTuple):
    """A part in its tree: the part above it (none for the root), and nodes in it and below, and in the whole tree."""

    above: int | None
    inside: int
    whole: int


def bridges(graph: Graph) -> Scores:
    """Edges without which their component falls apart, scored by the pairs of nodes that would be parted."""
    import networkx as nx

    found: list[tuple[str, str]] = list(nx.bridges(graph))  # type: ignore[arg-type] # its stub says nodes
    rest = nx.restricted_view(graph, [], found)
    part = {node: number for number, nodes in enumerate(nx.connected_components(rest)) for node in nodes}
    tree: nx.Graph[int] = nx.Graph([(part[one], part[other]) for one, other in found])
    branches = _branches(tree, Counter(part.values()))
    scores: Scores = {}
    for one, other in found:
        upper, lower = branches[part[one]], branches[part[other]]
        below = lower if lower.above == part[one] else upper
        scores[PAIR.join(sorted((one, other)))] = float(below.inside * (below.whole - below.inside))
    return scores


def cut_points(graph: Graph) -> Scores:
    """Nodes without which their component falls apart, scored by the pairs of others that would be parted."""
    import networkx as nx

    cut = {node: number for number, node in enumerate(sorted(nx.articulation_points(graph)))}
    found: Any = nx.biconnected_components(graph)  # sets of nodes; its stub says lists of them
    blocks: list[tuple[int, set[str]]] = list(enumerate(found, start=len(cut)))
    sizes = dict.fromkeys(cut.values(), 1) | {at: len(block - cut.keys()) for at, block in blocks}
    tree: nx.Graph[int] = nx.Graph([(at, cut[node]) for at, block in blocks for node in block & cut.keys()])
    branches = _branches(tree, sizes)
    scores: Scores = {}
    for node, at in cut.items():
        above, inside, whole = branches[at]
        parts = [whole - inside, *(branches[block].inside for block in tree[at] if block != above)]
        scores[node] = float((sum(parts) ** 2 - sum(part**2 for part in parts)) // 2)
    return scores


def _branches(forest: nx.Graph[int], sizes: Mapping[int, int]) -> dict[int, Branch]:
    """Each part of a forest as a branch of its tree, of which one part is the root."""
    import networkx as nx

    branches: dict[int, Branch] = {}
    for nodes in nx.connected_components(forest):
        root = min(nodes)
        above = {part: before for before, part in nx.bfs_edges(forest, root)}
        inside = {part: sizes[part] for part in (root, *above)}
        for part in reversed(above):
            inside[above[part]] += inside[part]
        branches |= {part: Branch(above.get(part), inside[part], inside[root]) for part in inside}
    return branches
