"""What countries are called in English, found by the words in a name or by whose it is.

A table of its own, made of the others by `python -m tools.countries.english`, to be searched and not taken apart: the
longest name must win in every check, and a command that tells of a fact or two should not read all that is known of
countries for it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENGLISH_NAMES = Path(__file__).with_name("tables") / "english.txt"


def longer_names(words: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Names that have these normalised words in a row, and more; with the ids and ISO codes of those who bear each.

    Nobody bears what only holds the name of a country: Northern Ireland, New Mexico.
    """
    for name, bearers in lines_holding(_table(), words):
        yield name, frozenset(bearers.split("|")[1:-1])


def names_of(bearer: str) -> tuple[str, ...]:
    """All names of a country, with its adjectives and people; by its ISO code of two letters, or its id."""
    table = _table()
    lines = (table[table.rfind("\n", 0, at) + 1 : at] for at in _places(f"|{bearer}|", table))
    return tuple(line.split("\t")[1] for line in lines)


@cache
def bearers_by_first_word() -> Mapping[str, frozenset[str]]:
    """The ids and ISO codes of those who bear a name that begins with a normalised word, by that word."""
    found: dict[str, set[str]] = {}
    for line in _table().splitlines():
        said, *cells = line.split("\t")
        if len(cells) > 1 and said.strip():
            found.setdefault(said.split(maxsplit=1)[0], set()).update(cells[1].split("|")[1:-1])
    return {word: frozenset(bearers) for word, bearers in found.items()}


def lines_holding(table: str, words: tuple[str, ...]) -> Iterator[list[str]]:
    """The lines of a table that have words in a row, and more; without their first cell: words between blanks."""
    wanted = f" {' '.join(words)} "
    for at in _places(wanted, table):
        start, end = table.rfind("\n", 0, at) + 1, table.find("\n", at)
        said, *cells = table[start:end].split("\t")
        if cells and said != wanted:  # the head of a table has no cells
            yield cells


def _places(wanted: str, table: str) -> Iterator[int]:
    """Where in a table something stands: once in a line, at its first place there."""
    at = table.find(wanted)
    while at >= 0:
        yield at
        end = table.find("\n", at)
        at = table.find(wanted, end) if end >= 0 else -1


@cache
def _table() -> str:
    return ENGLISH_NAMES.read_text(encoding="utf-8")
