"""What every maker of tables does when it is called: it takes its sources, and writes all of its tables or none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import MisuseError, RelgraphError
from relgraph.writing import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Wanted(NamedTuple):
    """What tables are made from: what to call it, and the names that stand for its paths."""

    what: str
    names: tuple[str, ...]


def make(tool: str, wanted: Wanted, arguments: Sequence[str], tables: Callable[..., Mapping[Path, str]]) -> int:
    """Write the tables of a tool, each beside the module that reads it; 2, and nothing written, when that cannot be.

    `tables` takes a path for each of the sources and gives the text for each file.
    """
    try:
        if len(arguments) != len(wanted.names):
            raise MisuseError(f"name {wanted.what}: python -m {tool} {' '.join(wanted.names)}")
        for path, text in tables(*map(Path, arguments)).items():
            write_text(path, [text])
    except RelgraphError as error:
        sys.stderr.write(f"{tool}: {error}\n")
        return 2
    return 0
