"""The folder of the user's that caches are kept in, as each system has it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "relgraph"


def cache_folder() -> Path | None:
    """The folder, which need not be there yet; None where the system names none.

    XDG_CACHE_HOME or ~/.cache, ~/Library/Caches on macOS, LOCALAPPDATA on Windows, and in it one of our name.
    """
    if sys.platform == "win32":
        return _inside(os.environ.get("LOCALAPPDATA"), "Cache")
    named = os.environ.get("XDG_CACHE_HOME")
    if named and Path(named).is_absolute():  # the standard has others passed over
        return _inside(named)
    home = os.path.expanduser("~")  # noqa: PTH111 - pathlib raises where there is none
    above = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return _inside(os.path.join(home, *above)) if os.path.isabs(home) else None  # noqa: PTH117, PTH118 - texts yet


def _inside(folder: str | None, *below: str) -> Path | None:
    return Path(folder, NAME, *below) if folder else None
