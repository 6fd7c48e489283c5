"""Making the table of all names in English, from the tables of countries: `python -m tools.countries.english`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.countries.english import ENGLISH_NAMES
from relgraph.countries.spoken import ENGLISH, spoken_in
from relgraph.countries.table import table
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """\
# Names in English: normalised words between blanks, the name, the ids and ISO codes of those who bear it.
# Made by `python -m tools.countries.english` of countries.csv and beside.txt, whose heads tell sources and licences.
"""


def english_table() -> str:
    """The table as text, in order of words."""
    return HEAD + "".join(f"{line}\n" for line in sorted(set(_lines())))


def _lines() -> Iterator[str]:
    for spoken in spoken_in(ENGLISH):
        ids = sorted(spoken.ids)
        codes = (table()[one].codes.get("iso2", "") for one in ids)
        bearers = "".join(f"{one}|" for one in filter(None, (*ids, *codes)))
        yield f" {' '.join(words(spoken.text))} \t{spoken.text}\t|{bearers}"


if __name__ == "__main__":
    ENGLISH_NAMES.write_text(english_table(), encoding="utf-8")
