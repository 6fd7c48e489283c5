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


def ready_names(folder: Path = READY) -> list[str]:
    """The names of all mappings that ship, sorted."""
    return sorted(path.stem for path in folder.glob("*.yaml"))


def ready_mappings(folder: Path = READY) -> tuple[Ready, ...]:
    """All mappings that ship, sorted by name."""
    return tuple(_ready(folder / f"{name}.yaml") for name in ready_names(folder))


def _ready(path: Path) -> Ready:
    name = path.stem
    tree, _ = read_file(path, name)
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
