"""The tables as an SQLite database in memory, whose schema says what each table and column is."""

from __future__ import annotations

from itertools import islice
from types import NoneType
from typing import TYPE_CHECKING

from relgraph.analysis.sql.catalogue import TABLES
from relgraph.analysis.sql.table import Matter
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.characters import clean_text
from relgraph.reading.collector import paused_collector

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.sql.table import Cell, Row, Table
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

AT_ONCE = 250
"""Rows that are put in together: whether they have anything in a column, and text to be cleaned, is seen at once."""


@paused_collector()
def database(dataset: Dataset, view: View = DEFAULT_VIEW, *, isolates: bool = True) -> sqlite3.Connection:
    """All tables of a view, in memory: the same facts give the same database. Text is clean: see `clean_text`.

    Without `isolates` actors are left out that nothing ties: see `Matter`.
    """
    import sqlite3  # noqa: PLC0415 - only who asks for a database waits for it

    matter = Matter(dataset, view, isolates)
    found = sqlite3.connect(":memory:", isolation_level=None)
    found.execute("BEGIN")
    for table in TABLES:
        found.execute(schema_of(table))
        _fill(found, table, table.rows(matter))
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


def _fill(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    """Put rows into a table, with clean text. Of some rows a column that is empty, as the first is not, is said so."""
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        given: list[Iterable[Cell]] = []
        places = []
        for column in zip(*some, strict=True):
            kinds = {*map(type, column)}
            places.append("NULL" if kinds == {NoneType} else "?")
            if kinds != {NoneType}:
                given.append(_clean(column) if str in kinds else column)
        into = f"INSERT INTO {table.name} VALUES ({', '.join(places)})"  # noqa: S608 - our own names
        connection.executemany(into, zip(*given, strict=True))


def _clean(column: tuple[Cell, ...]) -> Iterable[Cell]:
    """Cells with clean text. All are looked at together, with blanks between them: most have nothing to clean."""
    whole = " ".join([cell for cell in column if isinstance(cell, str)])
    if clean_text(whole) == whole:
        return column
    return [clean_text(cell) if isinstance(cell, str) else cell for cell in column]
