"""One kept thing: texts by section and name, in a database of SQLite that is written once and never changed.

A database is read from its bytes, in memory: what others do to the file meanwhile is of no matter. It may be damaged,
or made by a stranger: it must have our one table and nothing else (no view, no trigger), and only reading is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    Name: TypeAlias = str | int
    Sections: TypeAlias = Mapping[str, Iterable[tuple[Name, str]]]

TABLE = "CREATE TABLE kept (section TEXT, name, data TEXT, PRIMARY KEY (section, name)) WITHOUT ROWID"
_ONE = "SELECT data FROM kept WHERE section = ? AND name = ?"
_ALL = "SELECT name, data FROM kept WHERE section = ? ORDER BY name"


class DamagedStoreError(Exception):
    """What is kept is not what was put there. Whoever reads it does without, and works it out anew."""


class Kept:
    """A database that is open for reading. Raises DamagedStoreError where it is none of ours."""

    def __init__(self, data: bytes) -> None:
        import sqlite3  # noqa: PLC0415 - small datasets keep nothing

        self._errors = (sqlite3.Error, UnicodeError)
        try:
            self._connection = _opened(data)
        except self._errors as error:
            raise DamagedStoreError from error

    def get(self, section: str, name: Name) -> str | None:
        """The text of a name in a section; None where there is none."""
        try:
            found = self._connection.execute(_ONE, (section, name)).fetchone()
        except self._errors as error:
            raise DamagedStoreError from error
        return None if found is None else _text(found[0])

    def all(self, section: str) -> Iterator[tuple[Name, str]]:
        """Every name of a section with its text, in the order of the names."""
        try:
            for name, data in self._connection.execute(_ALL, (section,)):
                yield name, _text(data)
        except self._errors as error:
            raise DamagedStoreError from error


def _text(data: object) -> str:
    if not isinstance(data, str):
        raise DamagedStoreError
    return data


def _opened(data: bytes) -> sqlite3.Connection:
    """A connection to a database in memory, which can but read our table."""
    import sqlite3  # noqa: PLC0415 - as above

    connection = opened(data, [TABLE])
    reading = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
    connection.set_authorizer(lambda what, *_: sqlite3.SQLITE_OK if what in reading else sqlite3.SQLITE_DENY)
    return connection


def opened(data: bytes, schema: Sequence[str]) -> sqlite3.Connection:
    """A connection to a database in memory that has what some statements make, in their order, and nothing else.

    Nothing can be written into it. Raises DamagedStoreError for a database that has anything else, sqlite3.Error for
    what is none.
    """
    import sqlite3  # noqa: PLC0415 - as above

    if not data:
        raise DamagedStoreError
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(data)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("SELECT sql FROM sqlite_schema").fetchall() != [(statement,) for statement in schema]:
        raise DamagedStoreError
    return connection


def made(sections: Sections) -> bytes:
    """The bytes of a database that keeps some texts."""
    import sqlite3  # noqa: PLC0415 - as above

    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(TABLE)
    connection.execute("BEGIN")
    for section, texts in sorted(sections.items()):  # in the order of the key, in which SQLite is quickest
        rows = sorted((section, name, text) for name, text in texts)
        connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    data = connection.serialize()
    connection.close()
    return data
