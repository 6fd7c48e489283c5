"""Which files of a folder are read, and which are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.reading.place import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

YAML = ".yaml"
_NO_DATA = frozenset({".md", ".bak", ".orig", ".rej", ".swp", ".tmp"})
_SHOWN = 5


def yaml_files(folder: Path) -> list[Path]:
    """The files of a folder that are read, sorted; what editors and systems leave there is hidden by a dot."""
    return sorted(path for path in folder.glob(f"*{YAML}") if not path.name.startswith("."))


def passed_over(folder: Path, folders: Collection[str] = ()) -> Iterator[Problem]:
    """One note of what looks like data and is not read: other kinds of file, folders but for those named."""
    try:
        names = sorted(filter(None, (_unread(path, folders) for path in folder.iterdir())))
    except OSError:  # there is no such folder, or it cannot be listed, which reading it tells
        return
    if names:
        more = [f"and {len(names) - _SHOWN} more"] if len(names) > _SHOWN else []
        told = ", ".join([*names[:_SHOWN], *more])
        message = f"not read, since only files that end in {YAML} are, and no folders: {told}"
        yield Problem(Place(str(folder)), "passed-over", message, "note")


def _unread(path: Path, folders: Collection[str]) -> str:
    """The name of what is passed over though it may hold data, else nothing."""
    name = path.name
    if name.startswith((".", "#")) or name.endswith("~"):
        return ""
    if path.is_dir():
        return "" if name in folders or path.suffix == YAML else f"{name}/"  # what ends so is read, and told of
    return name if path.suffix not in {YAML, *_NO_DATA} and "." in name else ""
