"""Mappings that ship, by name: each says which table it is for, and where that comes from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from relgraph.reading.tree import Map, read_file

READY = Path(__file__).parent


class Ready(NamedTuple):
    """What a mapping that ships tells of its table."""

    name: str
    what: str
    path: str
    licence: str
    codebook: str
    url: str


def ready_names() -> list[str]:
    """The names of all mappings that ship, sorted."""
    return sorted(path.stem for path in READY.glob("*.yaml"))


def ready_mappings() -> tuple[Ready, ...]:
    """All mappings that ship, sorted by name."""
    return tuple(map(_ready, ready_names()))


def _ready(name: str) -> Ready:
    tree, _ = read_file(READY / f"{name}.yaml", name)
    top = tree or Map(1, 1)
    card, table = top.get("card", {}), top.get("table", {})
    return Ready(
        name,
        top.get("what", ""),
        table.get("path", ""),
        card.get("licence", ""),
        top.get("codebook", ""),
        card.get("url", ""),
    )
