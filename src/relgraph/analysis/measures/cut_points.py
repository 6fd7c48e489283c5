"""What the loss of one tie or one actor would part: bridges and cut points, scored by pairs of nodes.

Both take a projection (simple, undirected) and search each component once, depth first: what lies below a node in the
tree of the search hangs on it alone where no tie leads back above it (Hopcroft and Tarjan 1973). The work grows with
the graph and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import TypeAlias

    from relgraph.analysis.measures.engines import Graph, Scores

    Neighbours: TypeAlias = Mapping[str, Collection[str]]

PAIR = " – "
"""Stands between the ends of a pair where a pair is scored."""


class Branch(NamedTuple):
    """What hangs on one node alone, `above`: a node and all below it in the tree of a search.

    It has `inside` nodes, of `whole` in the tree. `bridge` says whether it hangs on the tie of the two alone.
    """

    node: str
    above: str
    inside: int
    whole: int
    bridge: bool


def bridges(graph: Graph) -> Scores:
    """Edges without which their component falls apart, scored by the pairs of nodes that would be parted."""
    return {
        PAIR.join(sorted((branch.node, branch.above))): float(branch.inside * (branch.whole - branch.inside))
        for branch in _branches(graph)
        if branch.bridge
    }


def cut_points(graph: Graph) -> Scores:
    """Nodes without which their component falls apart, scored by the pairs of others that would be parted."""
    below: defaultdict[str, list[int]] = defaultdict(list)
    whole: dict[str, int] = {}
    for branch in _branches(graph):
        below[branch.above].append(branch.inside)
        whole[branch.above] = branch.whole
    scores: Scores = {}
    for node, sizes in below.items():
        others = whole[node] - 1
        parts = [size for size in (*sizes, others - sum(sizes)) if size]
        if len(parts) > 1:
            scores[node] = float((others**2 - sum(size**2 for size in parts)) // 2)
    return scores


def _branches(graph: Graph) -> Iterator[Branch]:
    """Whatever hangs on one node alone, by a search of each component."""
    neighbours: dict[str, Mapping[str, object]] = dict(graph.adjacency())
    searched: set[str] = set()
    for root in neighbours:
        if root not in searched:
            above = _tree(neighbours, root)
            searched |= above.keys()
            yield from _hanging(neighbours, above)


def _tree(neighbours: Neighbours, root: str) -> dict[str, str | None]:
    """The parent of each node that a search from a root comes to, in the order in which it does."""
    above: dict[str, str | None] = {root: None}
    path = [(root, iter(neighbours[root]))]
    while path:
        node, others = path[-1]
        for other in others:
            if other not in above:
                above[other] = node
                path.append((other, iter(neighbours[other])))
                break
        else:
            path.pop()
    return above


def _hanging(neighbours: Neighbours, above: dict[str, str | None]) -> Iterator[Branch]:
    """The branches of a tree that nothing ties to whoever is above what they hang on."""
    number = {node: at for at, node in enumerate(above)}
    inside = dict.fromkeys(above, 1)
    highest = dict(number)  # the least number that a branch is tied to, but by the tie to its parent
    for node, parent in reversed(above.items()):
        if parent is None:
            continue
        reached = highest[node]
        for other in neighbours[node]:
            if number[other] < reached and other != parent:
                reached = number[other]
        inside[parent] += inside[node]
        highest[parent] = min(highest[parent], reached)
        if reached >= number[parent]:
            yield Branch(node, parent, inside[node], len(above), reached > number[parent])
