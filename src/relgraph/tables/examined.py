"""Looking a file over before it is read as a table: its hash, its size unpacked, the length of its lines.

What is found here bounds all that comes after: a reader of lines holds one line at a time, and none is too long.
"""

from __future__ import annotations

import gzip
import stat
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from relgraph.errors import InputError
from relgraph.sources.text import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES = 1024 * 1024 * 1024
"""The most that a table may take, unpacked."""
PIECE = 1024 * 1024
"""Bytes that are looked at together. A line longer than two of them is refused, one shorter than one never."""
_GZIP = b"\x1f\x8b"
_OTHER_FORMS = (
    (b"PK\x03\x04", "a zip file, as workbooks of Excel are", "save the sheet as CSV in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "a workbook of an old Excel", "save the sheet as CSV in UTF-8"),
    (b"%PDF-", "a PDF", "a table is delimited text"),
    (b"PAR1", "a Parquet file", "write it out as CSV"),
    (b"<stata_dta>", "a file of Stata", "write it out as CSV"),
    (b"$FL2", "a file of SPSS", "write it out as CSV"),
)


class Examined(NamedTuple):
    """The SHA-256 of a file as it lies there, and its size in bytes when it is unpacked."""

    sha256: str
    size: int


def examined(path: Path) -> Examined:
    """Look a file over, in memory that does not grow with it.

    Raises InputError for one that cannot be read, is too large, has a line of megabytes, or is no delimited text.
    """
    size = row = 0
    with unpacked(path) as file:
        while piece := file.read(PIECE):
            if size == 0:
                _refuse_other_forms(piece, path)
            size += len(piece)
            if size > MOST_BYTES:
                raise InputError(f"{path}: too large for a table; at most {MOST_BYTES:,} bytes, unpacked")
            ends = piece.count(b"\n") or piece.count(b"\r")
            if not ends and len(piece) == PIECE:
                raise InputError(f"{path}: row {row + 1}: the line is longer than {PIECE:,} bytes")
            row += ends
    return Examined(sha256_of(path), size)


@contextmanager
def unpacked(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file to be read in pieces, unpacked if it is gzip. Raises InputError where they cannot be."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path}: cannot be read: not a regular file")
        with path.open("rb") as file:
            is_packed = file.read(len(_GZIP)) == _GZIP
            file.seek(0)
            yield cast("BinaryIO", gzip.GzipFile(fileobj=file)) if is_packed else file
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise InputError(f"{path}: is damaged: what gzip packed cannot be unpacked") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from None


def _refuse_other_forms(head: bytes, path: Path) -> None:
    for signature, what, advice in _OTHER_FORMS:
        if head.startswith(signature):
            raise InputError(f"{path}: is {what}, not delimited text; {advice}")
