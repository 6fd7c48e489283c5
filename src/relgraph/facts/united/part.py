"""A dataset among several: its name, by which what is its own is told from what is another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.sources.ids import id_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from pathlib import Path

    from relgraph.facts.dataset import Dataset

AT = "@"
"""Stands between an id and the name of the dataset that it is of: northland@treaties."""
USUAL = "graph"
"""The usual name of a folder of facts, which tells no dataset from another."""


class Part(NamedTuple):
    """One of several datasets, by its name."""

    name: str
    dataset: Dataset

    def qualified(self, one: str, taken: Container[str] = ()) -> str:
        """An id with the name of this dataset behind it; once more where a curator gave that id to another."""
        found = f"{one}{AT}{self.name}"
        while found in taken:
            found = f"{found}{AT}{self.name}"
        return found


def names_of(folders: Sequence[Path]) -> list[str]:
    """A name for each of some folders of facts, all different: that of the folder, or of the one that holds `graph`.

    Where two are called alike, the names of the folders around them stand before.
    """
    paths = [folder.resolve() for folder in folders]
    heads = [path.parts[1:-1] if path.name == USUAL and path.parent.name else path.parts[1:] for path in paths]
    depth = 1
    while not _all_differ(names := [_name(parts[-depth:]) for parts in heads]):
        if depth > max(map(len, heads)):
            return _numbered(names, paths)
        depth += 1
    return names


def _name(parts: Iterable[str]) -> str:
    return "-".join(filter(None, map(id_of, parts))) or "dataset"


def _all_differ(names: Sequence[str]) -> bool:
    return len(set(names)) == len(names)


def _numbered(names: Sequence[str], paths: Sequence[Path]) -> list[str]:
    """Names that cannot be told apart otherwise, with numbers by the order of the paths."""
    ordered = sorted(range(len(paths)), key=lambda at: (paths[at], at))
    number = {at: rank for rank, at in enumerate(ordered, start=1)}
    return [f"{name}-{number[at]}" for at, name in enumerate(names)]
