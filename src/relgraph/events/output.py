"""Parquet files, written whole or not at all, that say in their own metadata how they were made."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from relgraph.errors import InputError
from relgraph.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa

METADATA = "relgraph"
"""The key of the metadata under which JSON tells how a file was made."""
ENOUGH = 4 * 1024 * 1024
"""Bytes that are handed on together."""
TOGETHER = 250_000
"""Rows that a file has in a group, however they came: the same rows are the same bytes."""


class _Sink(io.RawIOBase):
    """Bytes that were written and not handed on yet."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._handed_on = 0
        self.held = 0

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._handed_on + self.held

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever has bytes
        piece = bytes(data)
        self._pieces.append(piece)
        self.held += len(piece)
        return len(piece)

    def handed_on(self) -> bytes:
        """What was written since."""
        data = b"".join(self._pieces)
        self._handed_on += len(data)
        self._pieces, self.held = [], 0
        return data


def write_parquet(
    path: Path, schema: pa.Schema, batches: Iterable[pa.RecordBatch], told: Callable[[], Mapping[str, Any]]
) -> None:
    """Write batches to a Parquet file; what is `told` when all are through stands in its metadata, as JSON.

    Raises OutputError when it cannot be completed; then nothing has changed on the disk.
    """
    write_text(path, _parquet(schema, batches, told))


def _parquet(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch], told: Callable[[], Mapping[str, Any]]
) -> Iterator[bytes]:
    import pyarrow.parquet as pq

    sink = _Sink()
    writer = pq.ParquetWriter(sink, schema, compression="zstd", store_schema=False)
    for group in _groups(schema, batches):
        writer.write_table(group)
        if sink.held >= ENOUGH:
            yield sink.handed_on()
    writer.add_key_value_metadata({METADATA: json.dumps(told(), ensure_ascii=False, sort_keys=True)})
    writer.close()
    yield sink.handed_on()


def _groups(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The rows of batches in tables of TOGETHER rows each, but for the last."""
    import pyarrow as pa

    held = schema.empty_table()
    for batch in batches:
        held = pa.concat_tables([held, pa.table(batch)])
        while held.num_rows >= TOGETHER:
            yield held.slice(0, TOGETHER)
            held = held.slice(TOGETHER)
    if held.num_rows:
        yield held


def read_batches(path: Path) -> Iterator[pa.RecordBatch]:
    """The rows of a Parquet file, some at a time. Raises InputError for one that is damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            yield from file.iter_batches(batch_size=TOGETHER)
    except (pa.ArrowException, OSError) as error:
        raise InputError(f"{path}: is damaged: {str(error).splitlines()[0]}; remove it, and begin anew") from None


def told_in(path: Path) -> Mapping[str, Any]:
    """How a file was made, as its metadata tell; nothing where they tell nothing."""
    import pyarrow.parquet as pq

    found = (pq.read_metadata(path).metadata or {}).get(METADATA.encode())
    return json.loads(found) if found is not None else {}
