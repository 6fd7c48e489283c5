"""Tables that ship with the package: text files whose head, lines that begin with #, tells whence they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "#"


def rows(table: Path) -> list[str]:
    """The lines of a table below its head."""
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(HEAD)]
