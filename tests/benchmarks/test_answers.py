"""Answers on unchanged files, from what is kept of them, beside the same commands that read everything anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.measure import process_seconds, report
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import write_world

if TYPE_CHECKING:
    from collections.abc import Mapping

RELGRAPH = str(Path(sys.executable).with_name("relgraph"))
SIZES = [(50_000, 1_100, 1.0), (5_000, 200, 0.3)]  # facts, actors, seconds
ASKED = [("path", "c3", "c99"), ("show", "c99"), ("facts", "c3", "c99"), ("facts", "--output", "json")]
SHARE = 0.5


@pytest.mark.parametrize(("facts", "actors", "limit"), SIZES)
def test_answers_on_unchanged_files(tmp_path: Path, facts: int, actors: int, limit: float) -> None:
    graph = write_world(tmp_path / "world", actors, facts).parent
    env: Mapping[str, str] = {"XDG_CACHE_HOME": str(tmp_path / "caches"), "RELGRAPH_NO_CACHE": ""}
    for asked in ASKED:
        command = [RELGRAPH, *asked, "--graph", str(graph)]
        first = process_seconds(command, env, rounds=1)
        anew, kept = process_seconds([*command, "--no-cache"], env, rounds=1), process_seconds(command, env)
        print(f"\nthe first time, which keeps it: {first:.2f} s, {first / anew:.2f} of what it takes without")
        report(Row(f"{' '.join(asked)}, {facts:,} facts, kept", "with --no-cache", kept / anew, SHARE, kept, limit))
