"""A source text and its paragraphs."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.reading.held import HeldFile

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.reading.held import File

MAX_BYTES = 32 * 1024 * 1024

_LINE_END = r"\r\n|\r|\n"


def paragraphs(text: str) -> tuple[str, ...]:
    """The non-blank lines of a text, in order, blanks at their ends removed; headings and captions count."""
    return tuple(line.strip() for line in re.split(_LINE_END, text) if line.strip())


def sha256(data: bytes) -> str:
    """SHA-256 of some bytes, in lower-case hexadecimal."""
    from hashlib import sha256 as digest

    return digest(data).hexdigest()


def sha256_of(path: Path) -> str:
    """SHA-256 of a file of any size. Raises OSError where it cannot be read."""
    from hashlib import file_digest

    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def decode(data: bytes, name: str) -> str:
    """A text as UTF-8. Raises InputError naming the line that is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        wrong = error.object[error.start]
        raise InputError(f"{name}:{line}: byte 0x{wrong:02x} is not UTF-8; save the file as UTF-8") from None


def read(path: File) -> bytes:
    """The bytes of a text file. Raises InputError when it cannot be read, is a device or a pipe, or is too large."""
    if isinstance(path, HeldFile):
        if len(path.data) > MAX_BYTES:
            raise InputError(f"{path}: too large for a source text; at most {MAX_BYTES:,} bytes")
        return path.data
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise InputError(f"{path}: cannot be read: not a regular file")
        if about.st_size > MAX_BYTES:
            raise InputError(f"{path}: too large for a source text; at most {MAX_BYTES:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
