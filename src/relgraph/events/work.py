"""The folder of work under way: parts that are finished stay in it, and are not done again, until all is written."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from relgraph.errors import MisuseError, OutputError
from relgraph.writing import write_text

if sys.platform != "win32":  # which has no such locks: there nobody is kept out
    from fcntl import LOCK_EX, LOCK_NB, flock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

KEY = "key"
PARTS = "part-*.parquet"
STAGED = "rows*"
SPILL = "spill"
"""What an engine keeps while it works: what one that was killed has left is of no use."""
LOCK = "lock"


class Work:
    """The folder of one output. What another question, or other files, left in it is removed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self, files: str) -> None:
        """Make the folder. `files` is the digest of the events: what was made of others does not stay."""
        self._keep(f"{KEY}-files", files, (STAGED, PARTS, KEY))

    def ask(self, query: str) -> None:
        """Keep the parts of a query alone."""
        self._keep(KEY, query, (PARTS,))

    def _keep(self, name: str, key: str, patterns: Sequence[str]) -> None:
        path = self.folder / name
        if path.is_file() and path.read_bytes() == key.encode():
            return
        for file in (file for pattern in patterns for file in self.folder.glob(pattern)):
            file.unlink()
        write_text(path, [key])

    def part(self, number: int) -> Path:
        """Where a part is kept when it is finished."""
        return self.folder / f"part-{number:05}.parquet"

    @property
    def finished(self) -> int:
        """How many parts are finished."""
        return len(list(self.folder.glob(PARTS)))


@contextmanager
def working(folder: Path) -> Iterator[Work]:
    """A folder of work, which is gone when all is done; and at a failure too, unless something in it is finished.

    Raises MisuseError where somebody works in it already, or it is another's; OutputError where it cannot be made.
    """
    with _alone(folder):
        work = Work(folder)
        shutil.rmtree(folder / SPILL, ignore_errors=True)
        try:
            yield work
        except BaseException:
            if not work.finished:
                _remove(folder)
            raise
        _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder, its lock last: who comes meanwhile is kept out until there is nothing to be taken from him."""
    with suppress(OSError):
        for path in sorted(folder.iterdir(), key=lambda path: path.name == LOCK):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        folder.rmdir()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Make a folder and keep others out of it; the system lets them in again when this process ends."""
    lock = None
    while lock is None:
        try:
            _make(folder)
            lock = _locked(folder / LOCK)
        except FileNotFoundError:
            if not folder.parent.is_dir():
                raise OutputError(f"cannot write to {folder.parent}: no such file or directory") from None
        except OSError as error:
            raise OutputError(f"cannot write to {folder.parent}: {(error.strerror or str(error)).lower()}") from None
    with lock:
        yield


def _make(folder: Path) -> None:
    """Make a folder, unless it is there.

    Raises MisuseError for one that somebody else has put there, as anybody may in a folder for all, such as /tmp;
    FileNotFoundError where it has gone meanwhile.
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or (sys.platform != "win32" and found.st_uid != os.geteuid()):
        raise MisuseError(f"{folder}: is no folder of yours; name another with --spill")


def _locked(path: Path) -> BinaryIO | None:
    """A file, locked where its disk knows locks; None where another has taken its place.

    Raises MisuseError where somebody has locked it, FileNotFoundError where who had has removed it.
    """
    with ExitStack() as stack:
        file = stack.enter_context(path.open("wb"))
        if sys.platform != "win32":
            try:
                flock(file, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise MisuseError(f"{path.parent}: another command counts for the same file; wait for it") from None
            except OSError:
                pass
        if not os.path.samestat(path.stat(), os.fstat(file.fileno())):
            return None
        stack.pop_all()
        return file


def parts_of(rows: Mapping[int, int], together: int) -> list[tuple[int, ...]]:
    """Periods that follow one another, put together as long as they have at most so many rows."""
    parts: list[tuple[int, ...]] = []
    held = 0
    for period in sorted(rows):
        if parts and held + rows[period] <= together:
            parts[-1] = (*parts[-1], period)
            held += rows[period]
        else:
            parts.append((period,))
            held = rows[period]
    return parts
