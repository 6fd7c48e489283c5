"""The table of the capitals: those columns of the source that the map needs, and that say where a row is from."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tools.source import headed

if TYPE_CHECKING:
    from tools.source import Source

COLUMNS = ("iso2", "capital", "latitude", "longitude", "source", "note")
ABOUT = """\
Where the capitals stand, by the code of their country (ISO 3166-1, and XK), in degrees north and east.
A row's note says what was corrected, what is disputed, and which it is where a country has several.
Source: Natural Earth 4.0.0, populated places at 1 : 10 million (naturalearthdata.com); where a row says so,
The World Factbook of the CIA, or by hand.
Licence: public domain.
Made by tools/map, which leaves out columns, from
{capitals}
"""


def capitals_table(capitals: Source) -> str:
    """The text of the table. Raises KeyError when the source lacks a column."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([row[column] for column in COLUMNS] for row in _rows(capitals))
    return headed(ABOUT.format(capitals=capitals), table.getvalue().splitlines())


def capital_degrees(capitals: Source) -> dict[str, tuple[float, float]]:
    """Degrees north and east of each capital, by the code of its country. Raises KeyError or ValueError."""
    return {row["iso2"]: (float(row["latitude"]), float(row["longitude"])) for row in _rows(capitals)}


def _rows(capitals: Source) -> csv.DictReader[str]:
    return csv.DictReader(io.StringIO(capitals.text))
