"""Every measure of the default install beside networkx, called as its documentation shows, without igraph."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from relgraph.analysis.measures import engines
from relgraph.analysis.measures.catalogue import MEASURES
from tests.benchmarks.measure import ratio, report, seconds
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import network_levels

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.analysis.measures.catalogue import Measure
    from relgraph.analysis.measures.engines import Graph

SIZES = [(40, 120), (186, 4_228), (1_000, 5_000)]
LARGEST = (5_000, 50_000)
LIMIT = 1.2

THEIRS: dict[str, Callable[[Graph], object]] = {
    "degree": nx.degree_centrality,
    "strength": lambda graph: dict(graph.degree(weight="strength")),
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.harmonic_centrality,
    "eigenvector": lambda graph: nx.eigenvector_centrality_numpy(graph, weight="strength"),
    "pagerank": lambda graph: nx.pagerank(graph, weight="strength"),
    "core": nx.core_number,
    "constraint": lambda graph: nx.constraint(graph, weight="strength"),
    "effective-size": nx.effective_size,
    "bridges": lambda graph: list(nx.bridges(graph)),
    "cut-points": lambda graph: list(nx.articulation_points(graph)),
    "communities": lambda graph: nx.community.louvain_communities(graph, weight="strength", seed=1),
}
WORSE = {"pagerank": "until ranks are settled to 1e-13, networkx to 1e-6"}
"""Why a measure may take longer than networkx takes for less."""


@cache
def _graph(actors: int, ties: int) -> Graph:
    levels = network_levels(actors, ties)
    graph: Graph = nx.Graph()
    for one, others in levels.items():
        graph.add_edges_from((one, other, {"strength": 1.0 + level}) for other, level in others.items())
    return graph


@pytest.fixture(autouse=True)
def _without_igraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _: None)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_measure_beside_networkx(measure: Measure) -> None:
    theirs = THEIRS[measure.name]
    for size in SIZES:
        graph = _graph(*size)
        measure.scores(graph), theirs(graph)  # the libraries are imported before anything is measured
        found = ratio(lambda: measure.scores(graph), lambda: theirs(graph))  # noqa: B023 - done within the round
        why = f" ({WORSE[measure.name]})" if measure.name in WORSE else ""
        report(Row(f"{measure.name} at {size[0]:,} actors, {size[1]:,} ties{why}", "networkx", found, LIMIT))
    print(f"   at {LARGEST}: {seconds(lambda: measure.scores(_graph(*LARGEST))):.2f} s")
