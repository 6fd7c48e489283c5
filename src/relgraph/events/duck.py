"""DuckDB as the engine: inside this process, in a bound of memory, with what does not fit in a folder of its own."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from relgraph.errors import InputError, OutputError
from relgraph.events.expression import EVENTS
from relgraph.events.quoting import identifier, listed
from relgraph.events.staging import Staging
from relgraph.events.work import SPILL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import ibis.expr.types as ir
    import pyarrow as pa

    from relgraph.events.engine import Unread
    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping

R = TypeVar("R")

TOGETHER = 250_000
"""Rows of an answer that are in memory together."""
BESIDE = 150_000_000
"""Bytes that Python and the writing of the answer take, which DuckDB is to leave; but half of all is its own."""
A_THREAD = 125_000_000
"""Bytes that each thread is to have: with less for each, joins and groups fail before anything is spilled."""
PATIENCE = 2.0
"""Seconds in which DuckDB is to end what it was told to leave."""
ANSWER = "relgraph_answer"
_UNWRITTEN = "could not write file"
_FULL = ("no space left", "out of disk", "disk is full", "max_temp_directory_size")


class Duck:
    """DuckDB in a process that is to take about `memory` bytes.

    It works in a thread of its own, so that a signal is heard meanwhile.
    """

    def __init__(self, memory: int, folder: Path) -> None:
        """`folder` is for what it keeps until it is closed, and for the rows of delimited files."""
        import duckdb

        self.name = f"duckdb {duckdb.__version__}"
        self.unread: tuple[Unread, ...] = ()
        self._folder = folder
        self._thread = ThreadPoolExecutor(1)
        self._begun: Future[Any] | None = None
        limit = max(memory - BESIDE, memory // 2)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": f"{limit}B",
            "temp_directory": str(folder / SPILL),
            "preserve_insertion_order": False,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        with self._explained():
            self._connection = duckdb.connect(":memory:", config=settings)
            ((threads,),) = self._connection.execute("SELECT current_setting('threads')").fetchall()
            self._connection.execute(f"SET threads = {max(1, min(threads, limit // A_THREAD))}; SET TimeZone = 'UTC'")
            self._connection.execute("SET enable_progress_bar = false")  # it would be drawn into a notebook, or a pipe

    def open(self, files: Files, mapping: EventMapping) -> pa.Schema:
        """Make the events known; delimited files are read once, and kept as Parquet as long as the work goes on."""
        paths, self.unread = self.staged(files, mapping)
        rows = f"read_parquet({listed(paths)}, hive_partitioning=false)"
        columns = ", ".join(map(identifier, mapping.columns))
        self._execute(f"CREATE OR REPLACE VIEW {EVENTS} AS SELECT {columns} FROM {rows}")  # noqa: S608 - all is quoted
        return self._run(lambda: self._connection.table(EVENTS).limit(0).to_arrow_table().schema)

    def staged(self, files: Files, mapping: EventMapping) -> tuple[Sequence[Path], tuple[Unread, ...]]:
        """The files as Parquet, made in the folder where they are not, and the lines of them that are no rows."""
        if files.is_parquet:
            return files.paths, ()
        return Staging(files, mapping, self._folder, self._execute).rows()

    def lend(self, name: str, table: pa.Table) -> None:
        """Make a table known under a name."""
        self._run(lambda: self._connection.register(name, table))

    def ask(self, expression: ir.Table, order: Sequence[str] = ()) -> Iterator[pa.RecordBatch]:
        """The rows of an expression, some at a time; in an order by columns.

        They are sorted when all are there: what was needed to find them is let go of by then.
        """
        import ibis

        asked = str(ibis.to_sql(expression, dialect="duckdb"))
        if order:
            self._execute(f"CREATE OR REPLACE TEMP TABLE {ANSWER} AS {asked}")
            asked = f"SELECT * FROM {ANSWER} ORDER BY {', '.join(map(identifier, order))}"  # noqa: S608 - as above
        answer = self._run(lambda: self._connection.sql(asked).to_arrow_reader(TOGETHER))
        while (batch := self._run(lambda: next(answer, None))) is not None:
            yield batch
        if order:
            self._execute(f"DROP TABLE {ANSWER}")

    def close(self) -> None:
        """Let go of memory and files; what does not end is left to the end of the process."""
        self._thread.shutdown(wait=False)
        if self._begun is None or self._begun.done():
            self._connection.close()

    def _execute(self, statement: str) -> None:
        self._run(lambda: self._connection.execute(statement))

    def _run(self, work: Callable[[], R]) -> R:
        """Wait for what DuckDB does; where a signal, or anything else, ends the waiting, it is told to leave it."""
        with self._explained():
            begun = self._thread.submit(work)
            self._begun = begun
            try:
                return begun.result()
            finally:
                if not begun.done():
                    self._connection.interrupt()
                    wait([begun], PATIENCE)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn an error of DuckDB into one line."""
        import duckdb

        try:
            yield
        except (duckdb.Error, OSError) as error:
            raise _told(error, self._folder) from None


def _told(error: Exception, folder: Path) -> InputError | OutputError:
    import duckdb

    line = " ".join(str(error).split("\n\n")[0].split())
    if any(sign in line.casefold() for sign in _FULL):
        return OutputError(f"the disk of {folder} is full; name a folder with more room with --spill")
    if _UNWRITTEN in line.casefold():
        return OutputError(f"cannot write to {folder}: {line.rpartition(': ')[2].casefold()}")
    if isinstance(error, duckdb.OutOfMemoryException):
        return InputError("that takes more memory than --memory allows; allow more, or fewer --rows-at-once")
    if isinstance(error, duckdb.InterruptException):
        return InputError("the counting was stopped before it was done")
    return InputError(f"the events cannot be read: {line}")
