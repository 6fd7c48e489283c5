"""Files and folders written whole or not at all: first beside their place, then set there in one step."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import OutputError

if sys.platform != "win32":  # which has no such locks: nothing is swept there
    from fcntl import LOCK_EX, LOCK_NB, flock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO, TypeAlias

    Chunks: TypeAlias = Iterable[str] | Iterable[bytes]

STANDARD_OUTPUT = "-"
CLOSED = "it is closed"
JUST_MADE = 0.2
"""Seconds for which a file that is not locked yet is left to its writer."""

_OF_FOLDERS = {
    errno.EACCES: "cannot be written to",
    errno.EPERM: "cannot be written to",
    errno.EROFS: "is on a read-only disk",
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "is not a folder",
}
_BESIDE = r"\.relgraph-[0-9a-f]{16}\.tmp"
"""The name of what is being written. Its writer holds a lock on it, which the system gives up when the writer dies."""


def write_text(path: str | Path, chunks: Chunks) -> None:
    """Write text as UTF-8 to a file, or to standard output for "-"; bytes are written as they are.

    A file that was there stays until the new one is complete. Raises OutputError when it cannot be completed;
    then nothing has changed on the disk. Devices and pipes are written to as they are.
    """
    if str(path) == STANDARD_OUTPUT:
        _print(chunks)
        return
    write_files({Path(path): chunks})


def write_files(files: Mapping[Path, Chunks]) -> None:
    """Write several files: none takes its place before all of them are complete, and then all of them or none.

    Each is text, as UTF-8, or bytes. Files that were there stay until then. Raises OutputError when one cannot be
    completed, or not be put in its place; then nothing has changed on the disk. Who is killed outright in between may
    leave some of the new beside some of the old: no file system moves two at a time. Devices and pipes are written to
    as they are.
    """
    devices = {path: chunks for path, chunks in files.items() if _is_device(path)}
    with ExitStack() as stack:
        new = [(path, _new_file(stack, path, chunks)) for path, chunks in files.items() if path not in devices]
        for path, chunks in devices.items():
            with _explained(str(path)), path.open("wb") as device:
                device.writelines(map(_encoded, chunks))
        _set_in_place(stack, {path: (beside, Path(os.path.realpath(path))) for path, beside in new})


def _set_in_place(stack: ExitStack, new: Mapping[Path, tuple[Path, Path]]) -> None:
    """Move complete files to where they belong, as which each is known; at a failure what stood there is put back."""
    before: dict[Path, Path | None] = {}
    if len(new) > 1:
        for path, (_, target) in new.items():
            with _explained(str(path)):
                before[target] = stack.enter_context(_kept(target)) if target.exists() else None
    moved: list[Path] = []
    try:
        for path, (beside, target) in new.items():
            with _explained(str(path)):
                beside.replace(target)  # and not to the path, so that a link stays a link
            moved.append(target)
    except BaseException:
        for target in moved:
            old = before[target]
            with suppress(OSError):
                target.unlink() if old is None else old.replace(target)
        raise


@contextmanager
def _kept(file: Path) -> Iterator[Path]:
    """A second name of a file, or a copy where a disk knows no second names, which is gone in the end."""
    beside = file.parent / _name_beside()
    try:
        try:
            beside.hardlink_to(file)
        except OSError:
            _copy(file, beside)
        with _locked(beside):
            yield beside
    finally:
        beside.unlink(missing_ok=True)


def _copy(file: Path, other: Path) -> None:
    import shutil  # noqa: PLC0415 - as below

    shutil.copy2(file, other)


def _is_device(path: Path) -> bool:
    with _explained(str(path)):
        return path.exists() and not path.is_file() and not path.is_dir()


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes to a file, whole or not at all. That they reach the disk is not waited for: they can be made again.

    Raises OutputError when it cannot be completed.
    """
    with _explained(str(path)):
        _sweep(path.parent)
        with _file_beside(path.parent) as (beside, descriptor):
            with open(descriptor, "wb", closefd=False) as file:
                file.write(data)
            beside.replace(path)


def _new_file(stack: ExitStack, path: Path, chunks: Chunks) -> Path:
    """A complete file beside the one that may be there, with the same permissions; gone with the stack."""
    with _explained(str(path)):
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise OutputError(f"cannot write {path}: there is a folder of that name")
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        if mode is not None and not _may_write(target):
            raise OutputError(f"cannot write {path}: the file is read-only")
        _sweep(target.parent)
    with _explained(str(path), target.parent if path.is_symlink() else path.parent):
        beside, descriptor = stack.enter_context(_file_beside(target.parent))
        with _explained(str(path)), open(descriptor, "wb", closefd=False) as file:
            file.writelines(map(_encoded, chunks))
            file.flush()
            os.fsync(descriptor)
        if mode is not None:
            beside.chmod(mode)
    return beside


def _encoded(chunk: str | bytes) -> bytes:
    return chunk if isinstance(chunk, bytes) else chunk.encode()


def write_folder(folder: Path, files: Mapping[str, str], folders: Iterable[str] = ()) -> None:
    """Write files, given by their path in a folder, and make `folders` in it: all of them or none.

    Folders above it are made if need be. Nothing that stands first in such a path may be there yet. Raises OutputError
    when it cannot be completed; then nothing has changed on the disk.
    """
    base = next(path for path in (folder, *folder.parents) if path.exists() or path == path.parent)
    with _explained(str(folder), base):
        _sweep(base)
        with _folder_beside(base) as beside:
            inside = beside / folder.relative_to(base)
            for name in folders:
                (inside / name).mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (inside / name).parent.mkdir(parents=True, exist_ok=True)
                (inside / name).write_text(text, encoding="utf-8", newline="\n")
            _move(sorted(beside.iterdir()), base)


def _move(paths: Iterable[Path], folder: Path) -> None:
    """Move files and folders into another folder, where none of these names is taken yet; all of them or none."""
    moves = [(path, folder / path.name) for path in paths]
    if taken := next((new for _, new in moves if os.path.lexists(new)), None):
        raise OutputError(f"cannot write {taken}: it is there already")
    try:
        for old, new in moves:
            old.rename(new)
    except BaseException:
        for old, new in moves:
            with suppress(OSError):
                new.rename(old)  # back, if it had been moved
        raise


def _name_beside() -> str:
    import secrets  # noqa: PLC0415 - it takes as long to import as a small answer takes

    return f".relgraph-{secrets.token_hex(8)}.tmp"


@contextmanager
def _file_beside(folder: Path) -> Iterator[tuple[Path, int]]:
    """A new file under a name of its own, open and locked, which is gone in the end unless it was moved."""
    beside = folder / _name_beside()
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            _lock(descriptor)
            yield beside, descriptor
        finally:
            os.close(descriptor)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _folder_beside(folder: Path) -> Iterator[Path]:
    """A new folder under a name of its own, locked, which is gone in the end with all that is left in it."""
    beside = folder / _name_beside()
    try:
        beside.mkdir()
        with _locked(beside):
            yield beside
    finally:
        _remove_folder(beside)


def _remove_folder(folder: Path) -> None:
    import shutil  # noqa: PLC0415 - as above

    shutil.rmtree(folder, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what writers that were killed have left in a folder; what is still being written stays."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - names are wanted
            if sys.platform != "win32" and re.fullmatch(_BESIDE, name):
                _remove_if_left(folder / name)


def _remove_if_left(path: Path) -> None:
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if time.time() - os.fstat(descriptor).st_mtime < JUST_MADE:
                return
            flock(descriptor, LOCK_EX | LOCK_NB)
            _remove_folder(path) if path.is_dir() else path.unlink()
        finally:
            os.close(descriptor)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep a folder or a file locked, where a system opens folders and it may be read."""
    if sys.platform == "win32" or not os.access(path, os.R_OK):
        yield
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Lock a file for as long as it is open, where its disk knows locks."""
    if sys.platform != "win32":
        with suppress(OSError):
            flock(descriptor, LOCK_EX | LOCK_NB)


def _may_write(file: Path) -> bool:
    return os.access(file, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


class ClosedOutput(io.StringIO):
    """A standard output that is closed: nothing can be written to it, as to a full disk."""

    def write(self, text: str, /) -> int:
        """Write nothing; raises OSError."""
        del text
        raise OSError(errno.EBADF, CLOSED)


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output in the terminal's own encoding.

    Raises OutputError where that is closed, or cannot take them.
    """
    with _standard_output() as stream:
        stream.writelines(f"{line}\n" for line in lines)


def _print(chunks: Chunks) -> None:
    """Write to standard output: text as UTF-8, whatever the terminal's own encoding."""
    with _standard_output() as stream:
        stream.flush()  # what was said before
        for chunk in chunks:
            stream.buffer.write(_encoded(chunk))


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output, to which all has been written when the block ends."""
    with _explained("to standard output"):
        if sys.stdout is None or isinstance(sys.stdout, ClosedOutput):
            raise OutputError(f"cannot write to standard output: {CLOSED}")
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
