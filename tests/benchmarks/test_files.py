"""Files that are written as whole processes: pages, and GraphML beside that of networkx."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import networkx as nx
import pytest

from relgraph.export.graphml import graphml
from relgraph.facts.dataset import load
from relgraph.graph.multigraph import build_graph
from tests.benchmarks.measure import process_seconds, ratio, report
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_world
from tests.checkout import ROOT

RELGRAPH = str(Path(sys.executable).with_name("relgraph"))
PAGES = [(0, 0, 1.0), (300, 60, 1.0), (10_000, 400, 2.0)]  # facts (none: those of this repository), actors, seconds
AS_NETWORKX = 1.0


@pytest.mark.parametrize(("facts", "actors", "limit"), PAGES)
def test_a_page(tmp_path: Path, facts: int, actors: int, limit: float) -> None:
    graph = write_world(tmp_path / "world", actors, facts).parent if facts else ROOT / "graph"
    command = [RELGRAPH, "export", "html", "-o", str(tmp_path / "page.html"), "--graph", str(graph), "--with-errors"]
    (tmp_path / "none").mkdir()
    taken = process_seconds(command, {"RELGRAPH_TEXTS": str(tmp_path / "none")})
    report(Row(f"page of {f'{facts:,} facts' if facts else 'our own facts'}", "", taken=taken, limit=limit))


def test_graphml(tmp_path: Path) -> None:
    dataset = load(write_world(tmp_path / "world", 200, 5_000).parent)
    graph = build_graph(dataset)
    ours = lambda: "".join(graphml(dataset, graph, placed=False))  # noqa: E731 - timed as it is
    found = ratio(ours, lambda: nx.write_graphml(graph, io.BytesIO()))
    report(Row("GraphML of 5,000 facts, --no-layout", "networkx.write_graphml", found, AS_NETWORKX))
