"""Questions in SQL: one SELECT over the tables of a dataset, in memory, read only, within a time and a size."""

from __future__ import annotations

import math
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from relgraph.analysis.answer import Answer, aligned
from relgraph.analysis.asked import asked
from relgraph.analysis.sql.catalogue import TABLES
from relgraph.analysis.sql.kept_tables import tables
from relgraph.errors import MisuseError
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.characters import visible
from relgraph.reading.plurals import counted
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from relgraph.analysis.sql.table import Cell
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

PATIENCE = 10.0
"""Seconds that a question may take."""
MOST_ROWS = 100_000
"""Rows that an answer may have."""
MOST_LETTERS = 50_000_000
"""Letters that an answer may have."""
LONGEST_VALUE = 1_000_000
"""Bytes that a value may have, and the question itself."""
_STEPS = 20_000  # of SQLite's machine, after which the clock is looked at
_ALLOWED = ("SQLITE_SELECT", "SQLITE_READ", "SQLITE_FUNCTION", "SQLITE_RECURSIVE")
_REFUSED = {"load_extension", "fts3_tokenizer"}


@dataclass(frozen=True, slots=True, repr=False)
class SqlAnswer(Answer):
    """The rows that answer a question in SQL, under the names of its columns.

    Of columns of one name the second is called `name_2`, and so on.
    """

    query: str
    names: tuple[str, ...]
    found_rows: tuple[tuple[Cell, ...], ...]
    view: View
    dataset: Dataset = field(compare=False)

    @property
    def columns(self) -> tuple[str, ...]:  # type: ignore[override] # those of other answers are the same for all
        """The names of its columns."""
        return self.names

    def __len__(self) -> int:
        return len(self.found_rows)

    @property
    def caption(self) -> str:
        """How many rows there are."""
        return counted(len(self.found_rows), "row")

    def lines(self) -> Iterator[str]:
        """The rows in columns under their names, then how many there are."""
        yield from aligned(self.rows(), self.names)
        yield self.caption

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row of the answer each, by the names of its columns; NULL is left out."""
        for row in self.found_rows:
            yield {name: value for name, value in zip(self.names, row, strict=True) if value is not None}

    def plain(self) -> dict[str, Any]:
        """What was asked, the names of the columns, and the rows by these names, NULL among them."""
        rows = [dict(zip(self.names, row, strict=True)) for row in self.found_rows]
        told = asked(self.dataset, self.view, None, query=self.query)
        return {"asked": told, "columns": list(self.names), "rows": rows}

    def _repr_html_(self) -> str:
        from relgraph.analysis.answer import html_table  # noqa: PLC0415 - only notebooks ask for it

        return html_table(self.caption, self.names, self.rows())


def sql(dataset: Dataset, query: str, view: View = DEFAULT_VIEW) -> SqlAnswer:
    """Answer one SELECT over the tables `facts`, `ends`, `citations`, `figures`, `actors`, `ties` and `sources`.

    `facts` and what belongs to them are those of the view, of whatever status; `ties` are what paths walk in it.
    Nothing can be written, attached or loaded. Raises MisuseError for what is no SELECT, cannot be answered, takes
    longer than PATIENCE seconds, or gives more than MOST_ROWS rows.
    """
    import sqlite3  # noqa: PLC0415 - only who asks in SQL waits for it

    if not query.strip():
        raise MisuseError(f"there is no question; write one such as {EXAMPLE}")
    connection = tables(dataset, view)
    try:
        _bound(connection)
        found = connection.execute(query)
        if found.description is None:
            raise MisuseError(f"that asks for nothing; write one such as {EXAMPLE}")
        names = _distinct([visible(str(column[0])) for column in found.description])
        rows = tuple(_within(found))
    except (sqlite3.Error, sqlite3.Warning, ValueError, MemoryError) as error:
        raise MisuseError(_said(error)) from None
    finally:
        connection.close()
    return SqlAnswer(query, names, rows, view, dataset)


EXAMPLE = '"SELECT kind, count(*) FROM facts GROUP BY kind"'


def _within(found: sqlite3.Cursor) -> Iterator[tuple[Cell, ...]]:
    """The rows of an answer, plain; MisuseError for more of them, or longer ones, than an answer may have."""
    size = 0
    for number, row in enumerate(found, start=1):
        size += sum(len(value) for value in row if isinstance(value, (str, bytes)))
        if number > MOST_ROWS or size > MOST_LETTERS:
            raise MisuseError(f"the answer has more than {MOST_ROWS:,} rows or {MOST_LETTERS:,} letters; add a LIMIT")
        yield tuple(map(_plain, row))


def _bound(connection: sqlite3.Connection) -> None:
    """Let a connection read, and nothing else, for a time."""
    import sqlite3  # noqa: PLC0415 - as above

    allowed = {getattr(sqlite3, name) for name in _ALLOWED}

    def authorised(action: int, _: str | None, name: str | None, *_more: str | None) -> int:
        if action in allowed and not (action == sqlite3.SQLITE_FUNCTION and name in _REFUSED):
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    end = time.monotonic() + PATIENCE
    connection.execute("PRAGMA temp_store = MEMORY")  # nothing of it reaches the disk
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    connection.set_authorizer(authorised)


def _said(error: BaseException) -> str:
    """What is wrong with a question, in one line; names that are not there get those that are nearest."""
    told = " ".join(str(error).split())
    if told == "interrupted":
        return f"the question takes longer than {PATIENCE:.0f} seconds"
    if told.startswith(("not authorized", "authorization denied", "access to", "You can only execute one")):
        return f"relgraph sql answers one SELECT, and can neither write nor open anything ({told})"
    if found := re.fullmatch(r"no such table: (.+)", told):
        return f"{told}{did_you_mean(found[1], [table.name for table in TABLES])}"
    if found := re.fullmatch(r"no such column: (?:.+\.)?(.+)", told):
        return f"{told}{_column_meant(found[1])}"
    return told or "out of memory"


def _column_meant(column: str) -> str:
    """A clause that tells which tables have a column, or else which was meant."""
    having = [table.name for table in TABLES if column.lower() in table.heads]
    if having:
        return f"; it stands in {', '.join(having)}"
    return did_you_mean(column, dict.fromkeys(name for table in TABLES for name in table.heads))


def _distinct(names: list[str]) -> tuple[str, ...]:
    """Names of which no two are alike: name, name_2, name_3."""
    found: list[str] = []
    for name in names:
        given, count = name, 1
        while given in found:
            count += 1
            given = f"{name}_{count}"
        found.append(given)
    return tuple(found)


def _plain(value: Cell | bytes) -> Cell:
    """A value that JSON can hold: bytes in hexadecimal digits, no number beyond all numbers."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
