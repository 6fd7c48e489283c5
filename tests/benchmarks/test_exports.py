"""Writing the graph of ten thousand facts, beside networkx's GraphML; and making a database of them, beside reading."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from relgraph.analysis.tables.database import database
from relgraph.export.gexf import gexf
from relgraph.export.graphml import graphml
from relgraph.export.rows import Rows
from relgraph.facts.dataset import load
from relgraph.graph.multigraph import build_graph
from tests.benchmarks.measure import ratio, report
from tests.benchmarks.worlds import write_world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from relgraph.facts.dataset import Dataset

AS_NETWORKX, AS_READING = 1.0, 8.0


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("world") / "world", actors=400, facts=10_000).parent


@pytest.mark.parametrize("form", [graphml, gexf])
def test_networks_are_written_as_soon_as_by_networkx_without_the_layout(
    world: Path, form: Callable[[Dataset, nx.MultiDiGraph[str]], Iterable[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = load(world)
    graph = build_graph(facts)
    monkeypatch.setattr(Rows, "_places", dict.fromkeys(graph, (0.0, 1.0)))
    found = ratio(lambda: "".join(form(facts, graph)), lambda: nx.write_graphml(graph, io.BytesIO()), rounds=3)

    report(f"{form.__name__} of {graph.number_of_edges():,} edges, as networkx's GraphML", found, AS_NETWORKX)


def test_a_database_takes_but_some_times_as_long_as_reading(world: Path) -> None:
    facts = load(world)
    assert len(facts.all_facts) > 10_000
    found = ratio(lambda: database(facts).close(), lambda: load(world), rounds=3)

    report("a database of ten thousand facts and as many derived, as reading them", found, AS_READING)
