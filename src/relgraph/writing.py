"""Files written whole or not at all: first beside their place, then set there in one step."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

STANDARD_OUTPUT = "-"

_OF_FOLDERS = {
    errno.EACCES: "cannot be written to",
    errno.EPERM: "cannot be written to",
    errno.EROFS: "is on a read-only disk",
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "is not a folder",
}


def write_text(path: str | Path, chunks: Iterable[str]) -> None:
    """Write text as UTF-8 to a file, or to standard output for "-".

    A file that was there stays until the new one is complete. Raises OutputError when it cannot be completed;
    then nothing has changed on the disk. Devices and pipes are written to as they are.
    """
    if str(path) == STANDARD_OUTPUT:
        _print(chunks)
        return
    path = Path(path)
    with _explained(str(path)):
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("w", encoding="utf-8", newline="\n") as device:
                device.writelines(chunks)
        else:
            _replace(path, chunks)


def _replace(path: Path, chunks: Iterable[str]) -> None:
    """Put a new file in the place of the one that may be there, with the same permissions."""
    target = Path(os.path.realpath(path))  # a link stays a link
    if target.is_dir():
        raise OutputError(f"cannot write {path}: there is a folder of that name")
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    if mode is not None and not _may_write(target):
        raise OutputError(f"cannot write {path}: the file is read-only")
    import secrets  # noqa: PLC0415 - it takes as long to import as a small answer takes

    beside = target.with_name(f".relgraph-{secrets.token_hex(8)}.tmp")
    with _explained(str(path), path.parent):
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _may_write(file: Path) -> bool:
    return os.access(file, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output in the terminal's own encoding.

    Raises OutputError where that is closed, or cannot take them.
    """
    with _standard_output() as stream:
        stream.writelines(f"{line}\n" for line in lines)


def _print(chunks: Iterable[str]) -> None:
    """Write to standard output: as UTF-8, whatever the terminal's own encoding."""
    with _standard_output() as stream:
        stream.flush()  # what was said before
        for chunk in chunks:
            stream.buffer.write(chunk.encode())


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output, to which all has been written when the block ends."""
    with _explained("to standard output"):
        if sys.stdout is None:
            raise OutputError("cannot write to standard output: it is closed")
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError:
            release_output()
            raise


def release_output() -> None:
    """Let go of a standard output that cannot take what was written to it: else Python tries again as it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it is open until Python ends


@contextmanager
def _explained(what: str, folder: Path | None = None) -> Iterator[None]:
    """Turn the system's error into one line; a pipe that nobody reads any more is left to the caller."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        said = _OF_FOLDERS.get(error.errno or 0)
        reason = f"the folder {folder} {said}" if folder and said else (error.strerror or str(error)).lower()
        raise OutputError(f"cannot write {what}: {reason}") from error
