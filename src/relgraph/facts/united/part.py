"""A dataset among several: its name, by which what is its own is told from what is another's."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.sources.ids import id_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

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


def where(folder: Path) -> Path:
    """The whole path of a folder as it is named: links stay."""
    return Path(os.path.abspath(folder))  # noqa: PTH100 - resolve would follow them


def names_of(folders: Sequence[Path]) -> list[str]:
    """A name for each of some folders of facts, all different: that of the folder, or of the one that holds `graph`.

    Where some are called alike, the names of the folders around them stand before theirs.
    """
    paths = [where(folder) for folder in folders]
    heads = [path.parts[1:-1] if path.name == USUAL and path.parent.name else path.parts[1:] for path in paths]
    depths = [1] * len(paths)
    while alike := _alike(names := [_name(head[-depth:]) for head, depth in zip(heads, depths, strict=True)]):
        if all(depths[at] > len(heads[at]) for at in alike):
            return _numbered([_name(head[-1:]) for head in heads], paths)
        for at in alike:
            depths[at] += 1
    return names


def _name(parts: Iterable[str]) -> str:
    return "-".join(filter(None, map(id_of, parts))) or "dataset"


def _alike(names: Sequence[str]) -> list[int]:
    """The numbers of the names that are borne by several."""
    number = Counter(names)
    return [at for at, name in enumerate(names) if number[name] > 1]


def _numbered(names: Sequence[str], paths: Sequence[Path]) -> list[str]:
    """Names that cannot be told apart otherwise, with numbers by the order of the paths."""
    ordered = sorted(range(len(paths)), key=lambda at: (paths[at], at))
    number = {at: rank for rank, at in enumerate(ordered, start=1)}
    return [f"{name}-{number[at]}" for at, name in enumerate(names)]
