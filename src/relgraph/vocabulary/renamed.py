"""What words of earlier vocabularies are called now, for those whose files still have them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.reading.tree import Map, read_file

if TYPE_CHECKING:
    from collections.abc import Mapping

RENAMED = Path(__file__).parent / "terms" / "renamed.yaml"


def section_now(name: str) -> str:
    """What to write instead of a former section, to be put after a message; empty for a name that never was one."""
    return _told(_table()["sections"].get(name))


def kind_now(relation: str, name: str) -> str:
    """What to write instead of a former narrower kind, to be put after a message."""
    return _told(_table()["kinds"].get(relation, {}).get(name))


def ladder_now(name: str) -> str:
    """What to write instead of a ladder that shipped, to be put after a message."""
    return _told(_table()["ladders"].get(name))


def _told(instead: str | None) -> str:
    return f"; it is now {instead}" if instead else ""


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    tree, _ = read_file(RENAMED, RENAMED.name)
    return tree or Map(1, 1)
