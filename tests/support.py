"""The types of the fixtures in conftest.py, and what they share."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping

    from click.testing import Result

ROOT = Path(__file__).resolve().parent.parent
ON_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}


class Dataset(Protocol):
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


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files, given as relative path -> text (dedented), into a folder and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return folder


def texts_folder() -> Path | None:
    """The folder that holds the articles' texts, if this machine has one."""
    named = os.environ.get("RELGRAPH_TEXTS")
    folders = [Path(named)] if named else [ROOT / "seeds" / "texts", ROOT.parent / "shared" / "seeds"]
    return next((folder for folder in folders if any(folder.glob("*.txt"))), None)


def data_folder() -> Path | None:
    """The folder of the tables of others from which some of ours are made, if this machine has one."""
    named = os.environ.get("RELGRAPH_DATA")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    return folder if (folder / "ne_capitals.csv").is_file() else None
