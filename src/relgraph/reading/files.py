"""Which files a folder holds: none to which a link leads out of the dataset, and none is empty for being closed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from relgraph.errors import InputError, MisuseError
from relgraph.reading.place import Place, Problem

LEADS_OUT = "is a link out of the dataset, and is not read"


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
            found = sorted((folder / entry.name, entry.is_symlink()) for entry in entries if _is_yaml(entry.name))
    except (FileNotFoundError, NotADirectoryError):
        return [], []
    except OSError as error:
        raise _told(folder, error) from None
    out = {path for path, is_link in found if is_link and leads_out(path, root)}
    return [path for path, _ in found if path not in out], list(map(_out, sorted(out)))


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path in a folder leads, over links, to something that is not in it."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _is_yaml(name: str) -> bool:
    return name.endswith(".yaml")


def _out(path: Path) -> Problem:
    return Problem(Place(str(path)), "yaml", f"{LEADS_OUT}; put the file itself here")


def _told(path: Path, error: OSError) -> InputError | MisuseError:
    kind = MisuseError if error.errno == errno.ENAMETOOLONG else InputError
    return kind(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}")
