"""The folder of work under way: parts that are finished stay in it, and are not done again, until all is written."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
        if path.is_file() and path.read_text(encoding="utf-8") == key:
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
    """A folder of work, which is gone when all is done; and at a failure too, unless something in it is finished."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot write to {folder.parent}: {(error.strerror or str(error)).lower()}") from None
    work = Work(folder)
    try:
        with _alone(folder):
            shutil.rmtree(folder / SPILL, ignore_errors=True)
            yield work
    except _TakenError as error:
        raise MisuseError(str(error)) from None
    except BaseException:
        if not work.finished:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)


class _TakenError(Exception):
    """Another process works in a folder."""


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep others out of a folder; the system lets them in again when this process ends. Raises _TakenError."""
    with (folder / LOCK).open("wb") as lock:
        if sys.platform != "win32":
            try:
                flock(lock, LOCK_EX | LOCK_NB)
            except BlockingIOError:
                raise _TakenError(f"{folder}: another command counts for the same file; wait for it") from None
        yield


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
