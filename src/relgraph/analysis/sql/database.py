"""The tables as an SQLite database in memory, whose schema says what each table and column is."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from relgraph.analysis.sql.catalogue import TABLES
from relgraph.analysis.sql.table import Matter
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.characters import clean_text
from relgraph.reading.collector import paused_collector

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.sql.table import Row, Table
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

AT_ONCE = 64
"""Rows that are looked at together for what must be cleaned."""


def database(dataset: Dataset, view: View = DEFAULT_VIEW, *, isolates: bool = True) -> sqlite3.Connection:
    """All tables of a view, in memory; see `database_of`."""
    return database_of(Matter(dataset, view, isolates))


@paused_collector()
def database_of(matter: Matter) -> sqlite3.Connection:
    """All tables in memory: the same facts give the same database. Text is clean: see `clean_text`."""
    import sqlite3  # noqa: PLC0415 - only who asks for a database waits for it

    found = sqlite3.connect(":memory:", isolation_level=None)
    found.execute("BEGIN")
    for table in TABLES:
        found.execute(schema_of(table))
        into = f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608 - our own names
        found.executemany(into, _cleaned(table.rows(matter)))
        for statement in indices_of(table):
            found.execute(statement)
    found.execute("COMMIT")
    return found


def schema_of(table: Table) -> str:
    """The statement that makes a table, with what a row and each column is as comments."""
    return "\n".join([f"CREATE TABLE {table.name} ( -- a row is {table.row}", *_lines(table), ")"])


def indices_of(table: Table) -> list[str]:
    """The statements that make its indices."""
    return [f"CREATE INDEX {table.name}_{name} ON {table.name} ({name})" for name in table.looked_up]


def _lines(table: Table) -> Iterator[str]:
    for number, column in enumerate(table.columns, start=1):
        comma = "," if number < len(table.columns) else ""
        yield f"  {column.name} {column.type}{comma} -- {column.meaning}"


def _cleaned(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with clean text. They are looked at by the many, as Python writes them: most have nothing to clean."""
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        written = repr(some)
        yield from some if written.isascii() and "\\" not in written else map(_clean, some)


def _clean(row: Row) -> Row:
    whole = "".join([cell for cell in row if isinstance(cell, str)])
    if whole.isascii() and whole.isprintable():
        return row
    return tuple([clean_text(cell) if isinstance(cell, str) else cell for cell in row])
