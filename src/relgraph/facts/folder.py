"""The folder of a dataset: what stands where in it, and in which order it is read."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from relgraph.reading.held import File

GRAPH = PurePosixPath("graph")
ACTORS, STORIES, TABLES, VOCABULARY = "actors", "stories", "tables", "vocabulary.yaml"

TIES = ".ties.yaml"
"""The ending of a mapping of ties that a machine read: they are no facts, and no answer reads them unasked."""


def in_order(files: Mapping[str, File]) -> dict[str, File]:
    """Files in the order in which they are read: vocabulary, actors, facts."""
    return {name: files[name] for name in sorted(files, key=_order)}


def _order(name: str) -> tuple[bool, bool, str]:
    return name != VOCABULARY, not name.startswith(f"{ACTORS}/"), name


def facts_among(files: Mapping[str, File]) -> list[File]:
    """The files of facts: all but the vocabulary, and those of actors and tables."""
    others = (f"{ACTORS}/", f"{TABLES}/")
    return [file for name, file in files.items() if name != VOCABULARY and not name.startswith(others)]


def has_tables(files: Iterable[str]) -> bool:
    """Whether there is a mapping of a table among files, which are given by their path in the folder."""
    return any(name.startswith(f"{TABLES}/") and not name.endswith(TIES) for name in files)


def ties_among(files: Mapping[str, File]) -> dict[str, File]:
    """The mappings of ties that were read by machine, by the ids of their sources."""
    start = f"{TABLES}/"
    return {
        name[len(start) : -len(TIES)]: file
        for name, file in files.items()
        if name.endswith(TIES) and name.startswith(start)
    }


@lru_cache(maxsize=4096)
def path_within(folder: Path, file: str) -> str:
    """The path of a file within its dataset, whose folder is given: its name alone where it lies elsewhere."""
    path = PurePath(file)
    if not path.is_relative_to(folder):
        return path.name
    return (GRAPH / path.relative_to(folder)).as_posix()
