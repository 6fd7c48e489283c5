from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa

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
