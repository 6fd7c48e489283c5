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
    from collections.abc import Collection, Iterator, Mapping

ENGLISH_NAMES = Path(__file__).with_name("tables") / "english.txt"


def longer_names(words: tuple[str, ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Names that have these normalised words in a row, and more; with the ids and ISO codes of those who bear each.

    Nobody bears what only holds the name of a country: Northern Ireland, New Mexico.
    """
    wanted = f" {' '.join(words)} "
    for line in _lines_by_word().get(words[0], ()):
        said, name, bearers = line.split("\t")
        if wanted in said and said != wanted:
            yield name, frozenset(bearers.split("|")[1:-1])


def names_of(bearer: str) -> tuple[str, ...]:
    """All names of a country, with its adjectives and people; by its ISO code of two letters, or its id."""
    table = _table()
    lines = (table[table.rfind("\n", 0, at) + 1 : at] for at in _places(f"|{bearer}|", table))
    return tuple(line.split("\t")[1] for line in lines)


def bearers_within(words: Collection[str]) -> frozenset[str]:
    """The ids and ISO codes of those who bear a name that is made of some normalised words alone."""
    found: set[str] = set()
    for line in {line for word in words for line in _lines_by_word().get(word, ())}:
        said, _, bearers = line.split("\t")
        if all(word in words for word in said.split()):
            found.update(bearers.split("|")[1:-1])
    return frozenset(found)


@cache
def _lines_by_word() -> Mapping[str, list[str]]:
    """The lines of the table that have a normalised word, by that word."""
    found: dict[str, list[str]] = {}
    for line in _table().splitlines():
        if not line.startswith("#"):
            for word in line[: line.index("\t")].split():
                found.setdefault(word, []).append(line)
    return found


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
