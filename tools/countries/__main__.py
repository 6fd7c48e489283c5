"""Makes the tables of countries: `python -m tools.countries DATA LOCALENAMES`, in the top folder.

DATA is a folder that holds country_names.csv, datahub_country-codes.csv and former_states.csv; LOCALENAMES is the npm
package cldr-localenames-full, unpacked, which `make` puts into node_modules. The same files give the same tables.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relgraph.countries.spoken import ENGLISH, LANGUAGES, NAMES
from relgraph.countries.table import COUNTRIES
from relgraph.errors import InputError
from tools.countries.entries import entries, entries_table
from tools.countries.names import names_table
from tools.countries.source import Sources
from tools.making import Wanted, make

if TYPE_CHECKING:
    from pathlib import Path


def tables(folder: Path, package: Path) -> dict[Path, str]:
    """The text of each table, by the file that it belongs in. Raises InputError when a source is no good."""
    sources = Sources(folder, package)
    try:
        rows = entries(sources)
        ids = {row["iso2"]: row["id"] for row in rows if row.get("m49") or row["iso2"] == "XK"}
        return {COUNTRIES: entries_table(rows, sources)} | {
            NAMES / f"{one}.txt": names_table(one, ids, sources) for one in LANGUAGES if one != ENGLISH
        }
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise InputError(f"{folder}: a table is not as expected: {error!r}") from error


def main(*arguments: str) -> int:
    """Write the tables; 2, and nothing written, when they cannot be made."""
    wanted = Wanted("the folder of the sources and the package", ("DATA", "LOCALENAMES"))
    return make("tools.countries", wanted, arguments, tables)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
