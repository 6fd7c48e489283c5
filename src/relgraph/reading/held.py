"""Files that are held in memory and not read from the disk, such as those of a git revision."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias


class HeldFile(NamedTuple):
    """A file by the name that messages give it, and its bytes; or, in their place, why it cannot be read."""

    shown: str
    data: bytes = b""
    refusal: str = ""

    def __str__(self) -> str:
        """Give the name for messages."""
        return self.shown

    @property
    def name(self) -> str:
        """The name of the file without folders, as of a path."""
        return PurePosixPath(self.shown).name

    @property
    def stem(self) -> str:
        """The name of the file without folders and ending, as of a path."""
        return PurePosixPath(self.shown).stem

    def exists(self) -> bool:
        """Whether it is there, as of a path: what is held always is."""
        return True

    def read_bytes(self) -> bytes:
        """Give its bytes, as a path does."""
        return self.data


File: TypeAlias = Path | HeldFile
"""What is read: a file on the disk, or one that is held."""
