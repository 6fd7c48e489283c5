"""The types of the fixtures in conftest.py that are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result


class WriteFolder(Protocol):
    """Writes files, given as relative path -> text (dedented), into a new folder and returns that folder."""

    def __call__(self, files: Mapping[str, str]) -> Path: ...


class Command(Protocol):
    """Runs `relgraph` with these arguments inside this process; an exception that escapes it fails the test."""

    def __call__(self, *args: str | Path, stdin: str | None = None) -> Result: ...


class Process(Protocol):
    """Runs the installed `relgraph` as a process of its own, in `cwd` (the checkout if none is given)."""

    def __call__(
        self, *args: str | Path, cwd: Path | None = None, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]: ...
