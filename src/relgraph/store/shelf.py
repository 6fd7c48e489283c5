"""A folder of kept things, each named by the digests of what it was made from and of what is in it.

A name that is found is thus of the very files that are asked about, and what is damaged is known by its digest. Files
are written whole and never changed: any number of commands may read and write at a time. What was not used for longest
goes when all together are too large. Nothing here is ever an error: where the folder cannot be read or written, nothing
is found and nothing kept.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from relgraph.errors import OutputError
from relgraph.store.kept import DamagedStoreError, Kept, made
from relgraph.writing import write_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relgraph.store.kept import Sections

T = TypeVar("T")
MOST_BYTES = 512 * 1024 * 1024
"""The most that all files together may take."""
ENDING = ".sqlite"


class Shelf:
    """The things that are kept in a folder; in none, if there is no folder."""

    def __init__(self, folder: Path | None, most: int = MOST_BYTES) -> None:
        """`most` are the bytes that all of them together may take."""
        self._folder = folder
        self._most = most

    def find(self, key: str) -> Kept | None:
        """What is kept under a key (64 hexadecimal digits). What is damaged is removed."""
        return self.find_as(key, Kept)

    def find_as(self, key: str, opened: Callable[[bytes], T]) -> T | None:
        """What `opened` makes of the bytes that are kept under a key; it raises DamagedStoreError for what is no use.

        What is damaged is removed.
        """
        for path in self._files(f"{key}-"):
            with suppress(OSError, DamagedStoreError):
                data = _read(path, self._most)
                if path.name == _name(key, data):
                    found = opened(data)
                    os.utime(path)
                    return found
            with suppress(OSError):
                path.unlink()
        return None

    def keep(self, key: str, sections: Sections) -> None:
        """Keep texts under a key, and let go of what was not used for longest if there is too much."""
        self.keep_as(key, lambda: made(sections))

    def keep_as(self, key: str, make: Callable[[], bytes]) -> None:
        """Keep the bytes of a database of SQLite, which `make` gives, as `keep` does its texts."""
        import sqlite3  # noqa: PLC0415 - small datasets keep nothing

        if self._folder is None or not hasattr(sqlite3.Connection, "serialize"):
            return
        with suppress(OSError, OutputError, sqlite3.Error, UnicodeError):
            data = make()
            if len(data) <= self._most // 2:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if _is_closed(self._folder):
                    write_bytes(self._folder / _name(key, data), data)
                    self._make_room()

    def _files(self, beginning: str = "") -> list[Path]:
        if self._folder is None:
            return []
        try:
            names = sorted(os.listdir(self._folder)) if _is_closed(self._folder) else []  # noqa: PTH208 - names are wanted
        except OSError:
            return []
        return [self._folder / name for name in names if name.startswith(beginning) and name.endswith(ENDING)]

    def _make_room(self) -> None:
        """Remove the files used longest ago until the others take no more than they may."""
        left = self._most
        for file in sorted(self._sizes(), reverse=True):
            left -= file.size
            if left < 0:
                with suppress(OSError):
                    file.path.unlink()

    def _sizes(self) -> Iterator[_File]:
        for path in self._files():
            with suppress(OSError):
                found = path.stat()
                yield _File(found.st_mtime_ns, found.st_size, path)


def _is_closed(folder: Path) -> bool:
    """Whether nobody else may put anything into a folder, where a system tells; raises OSError if it is not there."""
    about = folder.stat()
    return os.name != "posix" or (about.st_uid == os.geteuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def _read(path: Path, most: int) -> bytes:
    """What is in a file of at most so many bytes; nothing for a link, a pipe or a device, which nobody waits for."""
    descriptor = os.open(path, os.O_RDONLY | _AT_ONCE)
    with open(descriptor, "rb") as file:  # noqa: PTH123 - it is open already
        about = os.fstat(descriptor)
        return file.read() if stat.S_ISREG(about.st_mode) and about.st_size <= most else b""


_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class _File(NamedTuple):
    used: int
    size: int
    path: Path


class Workings:
    """What was worked out of one dataset besides itself: a text for each question, kept on a shelf or nowhere."""

    def __init__(self, shelf: Shelf | None = None, key: str = "") -> None:
        """`key` is that of the dataset."""
        self._shelf = shelf
        self._key = key

    def __bool__(self) -> bool:
        """Whether anything is kept."""
        return self._shelf is not None

    def find(self, question: str) -> str | None:
        """The text that is kept for a question."""
        if self._shelf is None:
            return None
        kept = self._shelf.find(self._of(question))
        with suppress(DamagedStoreError):
            return kept.get("", question) if kept is not None else None
        return None

    def keep(self, question: str, text: str) -> None:
        """Keep a text for a question."""
        if self._shelf is not None:
            self._shelf.keep(self._of(question), {"": [(question, text)]})

    def find_as(self, question: str, opened: Callable[[bytes], T]) -> T | None:
        """What `opened` makes of the bytes that are kept for a question; see `Shelf.find_as`."""
        return self._shelf.find_as(self._of(question), opened) if self._shelf is not None else None

    def keep_as(self, question: str, make: Callable[[], bytes]) -> None:
        """Keep the bytes of a database of SQLite for a question."""
        if self._shelf is not None:
            self._shelf.keep_as(self._of(question), make)

    def _of(self, question: str) -> str:
        return digest(f"{self._key}\0{question}".encode())


NOTHING_KEPT = Workings()


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def _name(key: str, data: bytes) -> str:
    return f"{key}-{digest(data)}{ENDING}"
