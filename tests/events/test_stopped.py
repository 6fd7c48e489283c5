"""Who presses Ctrl-C while events are counted is not left waiting."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

from tests.events.counting import events, mapping_of, write_csv

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.process

ENDLESS = """
    import signal
    signal.signal(signal.SIGINT, signal.default_int_handler)  # as in the foreground: a job in the background ignores it
    from relgraph.cli.main import main
    from relgraph.events.duck import Duck

    def execute(self, statement):
        if "GROUP BY" in statement and "sources" in statement:
            print("about to", flush=True)
            statement = "CREATE TEMP TABLE endless AS SELECT sum(sin(i)) FROM range(1000000000000) AS made(i)"
        self._run(lambda: self._connection.execute(statement))
    Duck._execute = execute
    main(["aggregate", "events.yaml"], prog_name="relgraph")
"""
"""Counts events with a query that does not end in a lifetime."""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=lambda stop: stop.name)
def test_a_query_is_left_at_once(tmp_path: Path, stop: signal.Signals) -> None:
    write_csv(tmp_path / "few.csv", events(20))
    (tmp_path / "events.yaml").write_text(mapping_of("few.csv"), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", dedent(ENDLESS)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "about to\n"
        time.sleep(0.2)
        asked = time.monotonic()
        running.send_signal(stop)
        told, errors = running.communicate(timeout=60)

    assert (running.returncode, told, errors) == (-stop, "", "")
    assert time.monotonic() - asked < 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["events.yaml", "few.csv"]
