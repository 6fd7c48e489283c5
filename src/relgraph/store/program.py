"""The program itself, as far as what is kept depends on it."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1]


def program() -> Iterator[str]:
    """The version of program and Python, and the program's files with sizes and times: one is worked on meanwhile."""
    yield f"{VERSION} {sys.version} {unicodedata.unidata_version}"
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for name in sorted(names):
            found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - there are three hundred
            yield f"{name} {found.st_size} {found.st_mtime_ns}"
