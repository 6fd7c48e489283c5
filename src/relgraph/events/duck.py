"""DuckDB as the engine: inside this process, in a bound of memory, with what does not fit in a folder of its own."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from relgraph.errors import InputError, OutputError
from relgraph.events.engine import Unread
from relgraph.events.expression import EVENTS
from relgraph.events.work import SPILL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import ibis.expr.types as ir
    import pyarrow as pa

    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping

TOGETHER = 250_000
"""Rows of an answer that are in memory together."""
BESIDE = 150_000_000
"""Bytes that Python and the writing of the answer take, which DuckDB is to leave; but half of all is its own."""
STAGED = "rows.parquet"
_FULL = ("no space left", "out of disk", "disk is full", "max_temp_directory_size")
_REASONS = {
    "MISSING COLUMNS": "fewer cells than there are columns",
    "TOO MANY COLUMNS": "more cells than there are columns",
    "INVALID ENCODING": "bytes of another encoding",
    "UNQUOTED VALUE": "something behind a closing quotation mark, or none that closes",
    "LINE SIZE OVER MAXIMUM": "a line of more than two megabytes",
}


class Duck:
    """DuckDB in a process that is to take about `memory` bytes."""

    def __init__(self, memory: int, folder: Path) -> None:
        """`folder` is for what it keeps until it is closed, and for the rows of delimited files."""
        import duckdb

        self.name = f"duckdb {duckdb.__version__}"
        self.unread: tuple[Unread, ...] = ()
        self._folder = folder
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{max(memory - BESIDE, memory // 2)}B",
            "temp_directory": str(folder / SPILL),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        with self._explained():
            self._connection = duckdb.connect(":memory:", config=settings)

    def open(self, files: Files, mapping: EventMapping) -> pa.Schema:
        """Make the events known; delimited files are read once, and kept as Parquet as long as the work goes on."""
        names = ", ".join(map(_name, mapping.columns))
        paths = [str(path) for path in files.paths]
        with self._explained():
            if not files.is_parquet:
                paths = [str(self._staged(paths, names, files, mapping))]
            rows = f"read_parquet({_list(paths)}, hive_partitioning=false)"
            self._connection.execute(f"CREATE OR REPLACE VIEW {EVENTS} AS SELECT {names} FROM {rows}")  # noqa: S608 - all is quoted
            return self._connection.table(EVENTS).limit(0).to_arrow_table().schema

    def _staged(self, paths: list[str], names: str, files: Files, mapping: EventMapping) -> Path:
        """The file with the rows of delimited files, made unless it was before."""
        staged, told = self._folder / STAGED, self._folder / f"{STAGED}.json"
        if not told.exists():
            text = self._folder / f"{STAGED}.tmp"
            rows = f"read_csv({_list(paths)}, {_settings(_form(files, mapping))})"
            self._connection.execute(f"COPY (SELECT {names} FROM {rows}) TO {_text(str(text))} (FORMAT parquet)")  # noqa: S608 - as above
            text.replace(staged)
            told.write_text(json.dumps(self._refused()), encoding="utf-8")
        self.unread = tuple(Unread(*one) for one in json.loads(told.read_text(encoding="utf-8")))
        return staged

    def _refused(self) -> list[tuple[str, int, str]]:
        """Why lines were not read, how many, and where the first stands."""
        found = self._connection.execute(
            "SELECT error_type, count(*), min_by((file_path, line), (file_path, line)) FROM"
            " (SELECT any_value(error_type ORDER BY error_type) AS error_type, file_path, line FROM reject_errors"
            " JOIN reject_scans USING (scan_id, file_id) GROUP BY ALL) GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        return [
            (_REASONS.get(type_, type_.lower()), rows, f"line {where[1]} of {where[0].rpartition('/')[2]}")
            for type_, rows, where in found
        ]

    def lend(self, name: str, table: pa.Table) -> None:
        """Make a table known under a name."""
        with self._explained():
            self._connection.register(name, table)

    def ask(self, expression: ir.Table) -> Iterator[pa.RecordBatch]:
        """The rows of an expression, some at a time."""
        import ibis

        with self._explained():
            answer = self._connection.sql(str(ibis.to_sql(expression, dialect="duckdb")))
            yield from answer.to_arrow_reader(TOGETHER)

    def close(self) -> None:
        """Let go of memory and files."""
        self._connection.close()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn an error of DuckDB into one line."""
        import duckdb

        try:
            yield
        except (duckdb.Error, OSError, RuntimeError) as error:
            raise _told(error, self._folder) from None


def _told(error: Exception, folder: Path) -> InputError | OutputError:
    import duckdb

    line = " ".join(str(error).split("\n\n")[0].split())
    if any(sign in line.casefold() for sign in _FULL):
        return OutputError(f"the disk of {folder} is full; name a folder with more room with --spill")
    if isinstance(error, duckdb.OutOfMemoryException):
        return InputError("that takes more memory than --memory allows; allow more, or fewer --rows-at-once")
    if isinstance(error, duckdb.InterruptException):
        return InputError("the counting was stopped before it was done")
    return InputError(f"the events cannot be read: {line}")


def _form(files: Files, mapping: EventMapping) -> Mapping[str, object]:
    """How DuckDB is to read delimited files: every cell as text, nothing guessed, lines that are no rows noted."""
    mark = '"' if mapping.quoted else ""
    return {
        "auto_detect": False,
        "columns": dict.fromkeys(files.columns, "VARCHAR"),
        "delim": mapping.form.delimiter,
        "encoding": mapping.form.encoding,
        "escape": mark,
        "header": mapping.form.header,
        "quote": mark,
        "store_rejects": True,
    }


def _settings(settings: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={_value(value)}" for name, value in settings.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(name)}: {_text(type_)}" for name, type_ in value.items()) + "}"
    return str(value).lower() if isinstance(value, bool) else _text(str(value))


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _list(texts: list[str]) -> str:
    return f"[{', '.join(map(_text, texts))}]"
