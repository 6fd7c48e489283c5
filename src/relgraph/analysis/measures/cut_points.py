"""What the loss of one tie or one actor would part: bridges and cut points, scored by pairs of nodes.

Both take a projection (simple, undirected) and look at the forest that its parts make, so that the work grows
with the graph and not with its square.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    import networkx as nx

    from relgraph.analysis.measures.engines import Graph, Scores

    Block: TypeAlias = set[str]

PAIR = " – "
"""Stands between the ends of a pair where a pair is scored."""


class Branch(NamedTuple):
    """A part in its tree: the part above it (none for the root), and nodes in it and below, and in the whole tree."""

    above: int | None
    inside: int
    whole: int


class Parts(NamedTuple):
    """A graph as the forest of its blocks (biconnected components) and of the cut points that join them.

    `cut` and `blocks` give each its number in the forest, `branches` where that number stands in its tree.
    """

    cut: Mapping[str, int]
    blocks: Mapping[int, Block]
    forest: nx.Graph[int]
    branches: Mapping[int, Branch]


def bridges(graph: Graph) -> Scores:
    """Edges without which their component falls apart, scored by the pairs of nodes that would be parted.

    They are the blocks of two nodes.
    """
    parts = _parts(graph)
    scores: Scores = {}
    for at, block in parts.blocks.items():
        if len(block) == 2:  # noqa: PLR2004 - a block of two is an edge
            above, _, whole = parts.branches[at]
            cut = min((parts.cut[node] for node in block if parts.cut.get(node, above) != above), default=None)
            below = parts.branches[cut].inside if cut is not None else 1
            scores[PAIR.join(sorted(block))] = float(below * (whole - below))
    return scores


def cut_points(graph: Graph) -> Scores:
    """Nodes without which their component falls apart, scored by the pairs of others that would be parted."""
    parts = _parts(graph)
    scores: Scores = {}
    for node, at in parts.cut.items():
        above, inside, whole = parts.branches[at]
        sizes = [whole - inside, *(parts.branches[block].inside for block in parts.forest[at] if block != above)]
        scores[node] = float((sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2)
    return scores


def _parts(graph: Graph) -> Parts:
    """The blocks of a graph; a node that lies in several is a cut point."""
    import networkx as nx

    found: Any = nx.biconnected_components(graph)  # sets of nodes; its stub says lists of them
    blocks: dict[int, Block] = dict(enumerate(found))
    count = Counter(node for block in blocks.values() for node in block)
    cut = {node: at for at, node in enumerate((one for one in count if count[one] > 1), start=len(blocks))}
    sizes = {at: len(block - cut.keys()) for at, block in blocks.items()} | dict.fromkeys(cut.values(), 1)
    forest: nx.Graph[int] = nx.Graph()
    forest.add_nodes_from(blocks)
    forest.add_edges_from((at, cut[node]) for at, block in blocks.items() for node in block & cut.keys())
    return Parts(cut, blocks, forest, _branches(forest, sizes))


def _branches(forest: nx.Graph[int], sizes: Mapping[int, int]) -> dict[int, Branch]:
    """Each part of a forest as a branch of its tree, of which the one of the least number is the root."""
    branches: dict[int, Branch] = {}
    for root in forest:
        if root not in branches:
            above = _above(forest, root)
            inside = {part: sizes[part] for part in above}
            for part, upper in reversed(above.items()):
                if upper is not None:
                    inside[upper] += inside[part]
            branches |= {part: Branch(upper, inside[part], inside[root]) for part, upper in above.items()}
    return branches


def _above(forest: nx.Graph[int], root: int) -> dict[int, int | None]:
    """For each part of a tree the part above it, from the root down."""
    above: dict[int, int | None] = {root: None}
    queue = [root]
    while queue:
        part = queue.pop()
        below = [other for other in forest[part] if other != above[part]]
        above |= dict.fromkeys(below, part)
        queue += below
    return above
