"""Parquet files, written whole or not at all, that say in their own metadata how they were made."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

from relgraph.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa

METADATA = "relgraph"
"""The key of the metadata under which JSON tells how a file was made."""
ENOUGH = 4 * 1024 * 1024
"""Bytes that are handed on together."""


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
    for batch in batches:
        if batch.num_rows:
            writer.write_batch(batch)
        if sink.held >= ENOUGH:
            yield sink.handed_on()
    writer.add_key_value_metadata({METADATA: json.dumps(told(), ensure_ascii=False, sort_keys=True)})
    writer.close()
    yield sink.handed_on()


def read_batches(path: Path) -> Iterator[pa.RecordBatch]:
    """The rows of a Parquet file, some at a time."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(batch_size=250_000)


def told_in(path: Path) -> Mapping[str, Any]:
    """How a file was made, as its metadata tell; nothing where they tell nothing."""
    import pyarrow.parquet as pq

    found = (pq.read_metadata(path).metadata or {}).get(METADATA.encode())
    return json.loads(found) if found is not None else {}
