from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

from relgraph.events import output
from relgraph.events.output import read_batches, write_parquet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("rows", [0, 29, 30])
def test_the_same_rows_are_the_same_bytes_however_they_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(output, "TOGETHER", 10)
    table = pa.table({"n": pa.array(range(rows), pa.int64())})
    for size in (3, 25, 100):
        write_parquet(tmp_path / str(size), table.schema, table.to_batches(size), dict)

    assert len({(tmp_path / str(size)).read_bytes() for size in (3, 25, 100)}) == 1
    assert [one for batch in read_batches(tmp_path / "3") for one in batch.column("n").to_pylist()] == [*range(rows)]


def test_a_file_tells_of_its_making_and_of_nothing_else(tmp_path: Path) -> None:
    table = pa.table({"n": pa.array([1], pa.int64())})
    write_parquet(tmp_path / "x", table.schema, table.to_batches(), lambda: {"events": 1})

    assert pq.read_metadata(tmp_path / "x").metadata == {b"relgraph": b'{"events": 1}'}
