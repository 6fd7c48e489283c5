"""Makes the tables of words for dates and numbers: `python -m tools.languages DATES NUMBERS SPELLED`, at the top.

They are the npm packages cldr-dates-full, cldr-numbers-full and cldr-rbnf, unpacked. The same files give the same
tables.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.reading.word_table import CALENDAR, LICENCE, NUMBERS, SPELLED
from tools.languages.calendar_table import calendar_table
from tools.languages.cldr import LICENCE as PACKAGE_LICENCE
from tools.languages.number_table import number_table
from tools.languages.spelled_table import spelled_table
from tools.making import Wanted, make

if TYPE_CHECKING:
    from pathlib import Path


def tables(dates: Path, numbers: Path, spelled: Path) -> dict[Path, str]:
    """The text of each table and of the licence, by the file that it belongs in. Raises InputError."""
    try:
        licence = (dates / PACKAGE_LICENCE).read_text(encoding="utf-8")
        words = {NUMBERS: number_table(numbers), SPELLED: spelled_table(spelled), LICENCE: licence}
        return {CALENDAR: calendar_table(dates), **words}
    except (OSError, KeyError, IndexError, TypeError, ValueError) as error:
        raise InputError(f"{dates}, {numbers} or {spelled} is not as expected: {error!r}") from error


def main(*arguments: str) -> int:
    """Write the tables; 2, and nothing written, when they cannot be made."""
    return make("tools.languages", Wanted("the three packages", ("DATES", "NUMBERS", "SPELLED")), arguments, tables)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
