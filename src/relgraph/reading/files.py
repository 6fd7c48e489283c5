"""Which files of a folder are read, and which are not: none to which a link leads out of the dataset.

A folder is never taken for an empty one because it is closed.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import InputError, MisuseError
from relgraph.reading.held import HeldFile
from relgraph.reading.place import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from relgraph.reading.held import File

YAML = ".yaml"
LEADS_OUT = "is a link out of the dataset, and is not read"
_NO_DATA = frozenset({".md", ".bak", ".orig", ".rej", ".swp", ".tmp"})
_SHOWN = 5


def is_folder(path: Path) -> bool:
    """Whether there is such a folder.

    Raises InputError where that cannot be told or what is in it cannot be reached, MisuseError for a name longer than
    a path may be.
    """
    try:
        os.stat(f"{path}{os.sep}{os.curdir}")  # noqa: PTH116 - pathlib leaves the dot out, and asks not whether one may enter
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise _told(path, error) from None
    except ValueError:  # a NUL in it
        return False
    return True


def yaml_files(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """The YAML files of a folder, sorted, and those that are not read since they are links out of the `root` folder.

    A folder that is missing has none. Raises InputError for one that cannot be read.
    """
    if leads_out(folder, root):
        return [], [_out(folder)]
    try:
        with os.scandir(folder) as entries:
            found = sorted((folder / entry.name, entry.is_symlink()) for entry in entries if is_yaml(entry.name))
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError as error:
        raise _told(folder, error) from None
    out = {path for path, is_link in found if is_link and leads_out(path, root)}
    return [path for path, _ in found if path not in out], list(map(_out, sorted(out)))


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path in a folder leads, over links, to something that is not in it."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def is_yaml(name: str) -> bool:
    """Whether a file of this name is read; what editors and systems leave beside such files is hidden by a dot."""
    return name.endswith(YAML) and not name.startswith(".")


def _out(path: Path) -> Problem:
    return Problem(Place(str(path)), "yaml", f"{LEADS_OUT}; put the file itself here")


def _told(path: Path, error: OSError) -> InputError | MisuseError:
    kind = MisuseError if error.errno == errno.ENAMETOOLONG else InputError
    return kind(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}")


def bytes_of(file: File) -> bytes:
    """What is in a file; nothing for one that cannot be read, or is no plain file, which reading it tells."""
    if isinstance(file, HeldFile):
        return file.data
    try:
        return file.read_bytes() if file.is_file() else b""
    except OSError:
        return b""


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
