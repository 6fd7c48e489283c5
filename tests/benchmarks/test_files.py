"""Pages that are written by the command, as whole processes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.benchmarks.measure import process_seconds, report
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_world
from tests.checkout import ROOT

RELGRAPH = str(Path(sys.executable).with_name("relgraph"))
PAGES = [(0, 0, 1.0), (300, 60, 1.0), (10_000, 400, 2.0)]  # facts (none: those of this repository), actors, seconds


@pytest.mark.parametrize(("facts", "actors", "limit"), PAGES)
def test_a_page(tmp_path: Path, facts: int, actors: int, limit: float) -> None:
    graph = write_world(tmp_path / "world", actors, facts).parent if facts else ROOT / "graph"
    command = [RELGRAPH, "export", "html", "-o", str(tmp_path / "page.html"), "--graph", str(graph), "--with-errors"]
    (tmp_path / "none").mkdir()
    taken = process_seconds(command, {"RELGRAPH_TEXTS": str(tmp_path / "none")})
    report(Row(f"page of {f'{facts:,} facts' if facts else 'our own facts'}", "", taken=taken, limit=limit))
