"""Writing the graph of ten thousand facts, beside networkx's GraphML; and making a database of them, beside reading."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from relgraph.analysis.sql.database import database
from relgraph.export.gexf import gexf
from relgraph.export.graphml import graphml
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from tests.benchmarks.measure import ratio, report
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_world

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

AS_NETWORKX, AS_READING = 1.0, 8.0


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("world") / "world", actors=400, facts=10_000).parent


@pytest.mark.parametrize("form", [graphml, gexf])
def test_networks_are_written_as_soon_as_by_networkx_without_the_layout(world: Path, form: Callable[..., Any]) -> None:
    facts = load(world)
    graph = build_graph(facts)
    ours = lambda: "".join(form(facts, graph, placed=False))  # noqa: E731 - timed as it is
    found = ratio(ours, lambda: nx.write_graphml(graph, io.BytesIO()), rounds=3)

    named = f"{form.__name__} of {graph.number_of_edges():,} edges, --no-layout"
    report(Row(named, "networkx.write_graphml", found, AS_NETWORKX))


def test_a_database_takes_but_some_times_as_long_as_reading(world: Path) -> None:
    facts = load(world)
    assert len(facts.all_facts) > 10_000
    found = ratio(lambda: database(facts).close(), lambda: load(world), rounds=3)

    report(Row("a database of ten thousand facts and as many derived", "reading them", found, AS_READING))
