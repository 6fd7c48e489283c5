"""Texts and names as DuckDB's SQL writes them."""

from __future__ import annotations

import glob
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def literal(text: str) -> str:
    """A text."""
    return "'" + text.replace("'", "''") + "'"


def listed(paths: Iterable[Path]) -> str:
    """A list of files, each meant by its very name: what stands for other letters in patterns stands for itself."""
    return f"[{', '.join(literal(glob.escape(str(path))) for path in paths)}]"


def identifier(text: str) -> str:
    """The name of a column or a table."""
    return '"' + text.replace('"', '""') + '"'
