"""A file that a table is made from, and a table with its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.shipped_tables import HEAD
from relgraph.sources.text import decode, read, sha256

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Source(NamedTuple):
    """A file's name, its text, and the SHA-256 of its bytes."""

    name: str
    text: str
    digest: str

    def __str__(self) -> str:
        """The words of a table's head for it."""
        return f"{self.name}, sha256 {self.digest}"


def read_source(path: Path) -> Source:
    """Read a file of UTF-8. Raises InputError naming it when that cannot be done."""
    data = read(path)
    return Source(path.name, decode(data, path.name), sha256(data))


def headed(head: str, rows: Iterable[str]) -> str:
    """The text of a table: the lines of its head behind #, then its rows."""
    return "".join(f"{line}\n" for line in (*(f"{HEAD} {line}" for line in head.splitlines()), *rows))
