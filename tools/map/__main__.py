"""Makes the tables that the page's map is drawn from: `python -m tools.map DATA`, in the top folder.

DATA is a folder that holds ne_capitals.csv and ne_land_50m.topojson. The same files give the same tables.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.webpage.map.tables import CAPITALS, LAND
from tools.making import Wanted, make
from tools.map.capitals import capitals_table
from tools.map.land import land_table
from tools.source import read_source

if TYPE_CHECKING:
    from pathlib import Path


def tables(folder: Path) -> dict[Path, str]:
    """The text of each table, by the file that it belongs in. Raises InputError when a source is no good."""
    capitals, land = read_source(folder / "ne_capitals.csv"), read_source(folder / "ne_land_50m.topojson")
    try:
        return {CAPITALS: capitals_table(capitals), LAND: land_table(land, capitals)}
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise InputError(f"{folder}: {capitals.name} or {land.name} is not as expected: {error!r}") from error


def main(*arguments: str) -> int:
    """Write the tables; 2, and nothing written, when they cannot be made."""
    return make("tools.map", Wanted("the folder of the sources", ("DATA",)), arguments, tables)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
