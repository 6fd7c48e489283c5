"""Measures of networks of growing size on the engines at hand, beside networkx: time, memory, and how they grow."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from relgraph.analysis.measures import engines, scores
from tests.benchmarks.measure import growth, seconds
from tests.benchmarks.worlds import network_levels

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.analysis.measures.engines import Graph

SIZES = [(200, 2_000), (500, 5_000), (5_000, 100_000)]
SLOW_FROM = 1_000
"""Actors from which on networkx needs minutes, so that it is left out."""


@cache
def _graph(actors: int, ties: int) -> Graph:
    levels = network_levels(actors, ties)
    graph: Graph = nx.Graph()
    for one, others in levels.items():
        graph.add_edges_from((one, other, {"strength": 1.0 + level}) for other, level in others.items())
    return graph


def _with_engine(score: Callable[[Graph], object], large: int, graph: Graph) -> object:
    """A measure with igraph (large 0) or networkx, whatever the size of the graph."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "LARGE", large)
        return score(graph)


@pytest.mark.parametrize("measure", ["betweenness", "closeness", "constraint", "communities", "core", "pagerank"])
def test_a_measure_on_igraph_beside_networkx(measure: str) -> None:
    pytest.importorskip("igraph")
    score = getattr(scores, measure)
    before: tuple[float, float] | None = None
    print()
    _with_engine(score, 0, _graph(*SIZES[0]))  # the libraries are imported before anything is measured
    for actors, ties in SIZES:
        graph = _graph(actors, ties)
        fast = partial(_with_engine, score, 0, graph)
        now = (seconds(fast), growth(fast))
        told = (
            ""
            if before is None
            else f", x {now[0] / before[0]:.0f} in time, x {now[1] / max(before[1], 1):.1f} in memory"
        )
        print(f"{measure} at ({actors:,}, {ties:,}): {now[0]:.3f} s, {now[1]:.0f} MB{told}")
        if actors < SLOW_FROM:
            slow = partial(_with_engine, score, 10**12, graph)
            print(
                f"   to networkx: {now[0] / seconds(slow):.3f} in time, {now[1] / max(growth(slow), 1):.2f} in memory"
            )
        before = now
