"""The same expression on a server that speaks Spark Connect: Sail, which needs no Java, on the loopback."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("pyspark.sql.connect.session")
pytest.importorskip("pysail.spark")

import pyarrow as pa
import pyarrow.parquet as pq

from relgraph.events import engine
from relgraph.events.spark import Spark
from tests.events.counting import COLUMNS, aggregated, by_plain_code, events, mapping_of, write_csv, write_floating
from tests.events.sail import address_of, served

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fixture_types import Command

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def spark() -> Iterator[str]:
    """The address of a server, one for all tests."""
    with served("local") as server:
        yield address_of(server)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = list(map(list, zip(*events(2000), strict=True)))
    pq.write_table(pa.table(rows, names=COLUMNS), tmp_path / "all.parquet")
    (tmp_path / "events.yaml").write_text(mapping_of("all.parquet"), encoding="utf-8")
    return tmp_path


def failed(relgraph: Command, *more: str) -> str:
    result = relgraph("aggregate", "events.yaml", "-o", "ties.parquet", *more)
    assert result.exit_code in {1, 2}
    assert result.stdout == ""
    return result.stderr


def test_the_answers_are_those_of_duckdb_to_the_row(relgraph: Command, folder: Path, spark: str) -> None:
    right = aggregated(relgraph, folder)
    assert right == by_plain_code(events(2000))
    ours = pq.read_table(folder / "ties.parquet")

    assert aggregated(relgraph, folder, "--engine", spark) == right
    assert pq.read_table(folder / "ties.parquet").equals(ours)
    with served("local-cluster") as server:
        aggregated(relgraph, folder, "--engine", address_of(server), "--rows-at-once", "800")
        assert pq.read_table(folder / "ties.parquet").equals(ours)


def test_whole_numbers_of_columns_with_gaps_are_whole_there_too(relgraph: Command, folder: Path, spark: str) -> None:
    write_floating(folder)

    assert aggregated(relgraph, folder, "--engine", spark) == aggregated(relgraph, folder)


def test_delimited_files_are_counted_there_too_and_lines_that_are_no_rows_are_told(
    relgraph: Command, folder: Path, spark: str
) -> None:
    write_csv(folder / "few.csv", events(300))
    with (folder / "few.csv").open("a", encoding="utf-8") as file:
        file.write("g1,2001-02-03\n")
    told = [
        json.loads(
            relgraph("aggregate", "events.yaml", "-o", name, "--output", "json", "--table", "few.csv", *more).stdout
        )
        for name, more in (("ours.parquet", ()), ("theirs.parquet", ("--engine", spark)))
    ]

    assert told[0].pop("engine") != told[1].pop("engine")
    assert told[0] == told[1]
    assert told[0]["unread"][0]["example"] == "line 302 of few.csv"
    assert pq.read_table(folder / "theirs.parquet").equals(pq.read_table(folder / "ours.parquet"))
    assert sorted(path.name for path in folder.glob("*.*")) == [
        "all.parquet",
        "events.yaml",
        "few.csv",
        "ours.parquet",
        "theirs.parquet",
    ]


def test_what_a_server_finished_before_it_went_away_is_kept(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, counted = Spark.ask, list[str]()
    with served("local") as server:

        def leaving(self: Spark, expression: Any, *order: Any) -> Iterator[pa.RecordBatch]:  # noqa: ANN401 - as above
            counted.extend(["part"] if "reason" in expression.columns else [])
            if len(counted) == 2:
                server.stop()
            return ask(self, expression, *order)

        monkeypatch.setattr(Spark, "ask", leaving)
        told = failed(relgraph, "--engine", address_of(server), "--rows-at-once", "800")

    kept, why = told.splitlines()
    assert kept == "1 finished part kept in .ties.parquet.relgraph-work: the same command goes on from there"
    assert why.startswith("relgraph: spark://127.0.0.1:")
    assert why.endswith(": the server has gone away")
    assert not (folder / "ties.parquet").exists()
    assert aggregated(relgraph, folder, "--rows-at-once", "800") == by_plain_code(events(2000))


def test_what_cannot_be_counted_there_gets_one_line(
    relgraph: Command, folder: Path, spark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    line: Callable[..., str] = lambda *more: failed(relgraph, *more).removesuffix("\n")  # noqa: E731 - short below

    assert line("--engine", "spark://127.0.0.1:1").endswith(
        "spark://127.0.0.1:1: no server answers: connection refused"
    )
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        told = line("--engine", f"spark://127.0.0.1:{other.server_port}")
        other.shutdown()
    assert told.endswith(f"spark://127.0.0.1:{other.server_port}: no server of Spark Connect answers there")
    assert line("--engine", "spark://").endswith("is no address of a server; write spark://HOST:PORT")
    assert line("--engine", "sparks").endswith("spark://HOST:PORT, a server of Spark Connect")
    (told,) = line("--engine", spark, "--table", "file:///nowhere/x.parquet").splitlines()
    assert told.startswith(f"relgraph: {spark}: finds no a, b, ")
    assert told.endswith(" in file:///nowhere/x.parquet")
    assert line("--table", "s3://bucket/x").endswith(
        "only a server may see that; name one with --engine spark://HOST:PORT"
    )
    monkeypatch.setattr(engine, "find_spec", lambda name: None if name == "pyspark" else name)
    assert line("--engine", spark).endswith("pip install 'relgraph[spark]'")
    assert sorted(path.name for path in folder.iterdir()) == ["all.parquet", "events.yaml"]
