"""Delimited files, kept as Parquet while the work goes on, and which lines of them are no rows.

DuckDB is asked to stop at the first fault: where it is to pass faulty lines over, it loses others with them, and sound
ones too, when there are many (2.0.1). What it stops at is found by halves, and that file is read row by row.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.events.engine import Unread
from relgraph.events.output import write_parquet
from relgraph.events.quoting import identifier, listed, literal
from relgraph.tables.delimited import Delimited
from relgraph.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import pyarrow as pa

    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping
    from relgraph.tables.delimited import Fault

TOLD = "rows.json"
"""What is written when all is there: how many files, and which lines were no rows."""
KNOWN = ("utf-8", "latin-1")
"""Encodings that DuckDB reads without more being installed."""
TOGETHER = 50_000
"""Rows that are in memory together."""


class Staging:
    """The rows of delimited files, made unless they were before."""

    def __init__(self, files: Files, mapping: EventMapping, folder: Path, execute: Callable[[str], object]) -> None:
        """`execute` has DuckDB do something. Raises InputError for what it cannot do."""
        self._files = files
        self._form = mapping.form
        self._columns = {one: files.columns.index(one) for one in mapping.columns}
        self._folder = folder
        self._execute = execute
        self._made = 0
        self._unread: dict[str, tuple[int, str]] = {}

    def rows(self) -> tuple[list[Path], tuple[Unread, ...]]:
        """The files, and the lines that are no rows. Raises InputError for a file that cannot be read at all."""
        told = self._folder / TOLD
        if not told.exists():
            self._stage(self._files.paths)
            unread = [(why, rows, example) for why, (rows, example) in sorted(self._unread.items())]
            write_text(told, [json.dumps([self._made, unread])])
        made, unread = json.loads(told.read_text(encoding="utf-8"))
        return [self._path(number) for number in range(made)], tuple(Unread(*one) for one in unread)

    def _path(self, number: int) -> Path:
        return self._folder / f"rows-{number:05}.parquet"

    def _stage(self, paths: Sequence[Path]) -> None:
        if self._is_copied(paths):
            return
        half = len(paths) // 2
        if half:
            self._stage(paths[:half])
            self._stage(paths[half:])
        else:
            self._read(paths[0])

    def _is_copied(self, paths: Sequence[Path]) -> bool:
        """Whether DuckDB found no fault in files."""
        if self._form.encoding not in KNOWN:
            return False
        path, names = self._path(self._made), [f"c{number}" for number in range(len(self._files.columns))]
        columns = ", ".join(f"{names[number]} AS {identifier(one)}" for one, number in self._columns.items())
        rows = f"read_csv({listed(paths)}, {self._settings(names)})"
        try:
            self._execute(f"COPY (SELECT {columns} FROM {rows}) TO {literal(str(path))} (FORMAT parquet)")  # noqa: S608 - all is quoted
        except InputError:
            return False
        self._made += 1
        return True

    def _settings(self, names: Sequence[str]) -> str:
        """How DuckDB is to read: every cell as text, nothing guessed. Columns are told by their place."""
        form, mark = self._form, literal('"' if self._form.quoted else "")
        settings = {
            "auto_detect": "false",
            "columns": "{" + ", ".join(f"{one}: 'VARCHAR'" for one in names) + "}",
            "delim": literal(form.delimiter),
            "encoding": literal(form.encoding),
            "escape": mark,
            "header": str(form.header).lower(),
            "quote": mark,
        }
        return ", ".join(f"{one}={value}" for one, value in settings.items())

    def _read(self, path: Path) -> None:
        """Read a file row by row: slower, but whatever its faults."""
        import pyarrow as pa

        schema = pa.schema([(one, pa.string()) for one in self._columns])
        write_parquet(self._path(self._made), schema, self._batches(path, schema), dict)
        self._made += 1

    def _batches(self, path: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        def note(fault: Fault) -> None:
            rows, example = self._unread.get(fault.why, (0, f"line {fault.line} of {path.name}"))
            self._unread[fault.why] = rows + fault.lines, example

        rows = Delimited(path, self._form).sound_rows(note)
        while some := list(islice(rows, TOGETHER)):
            cells = [pa.array([row[number] for row in some], pa.string()) for number in self._columns.values()]
            yield pa.record_batch(cells, schema=schema)
