"""The two tables that the map is drawn from, made by tools/map_tables.py from data in the public domain.

The head of each, lines that begin with #, says whence it comes, under what licence, and how it was made.
"""

from __future__ import annotations

from pathlib import Path

CAPITALS = Path(__file__).with_name("capitals.csv")
LAND = Path(__file__).with_name("land.txt")
HEAD = "#"


def rows(table: Path) -> list[str]:
    """The lines of a table below its head."""
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(HEAD)]
