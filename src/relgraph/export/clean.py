"""Text, ids and columns that every reader of a graph file takes: Gephi, igraph, networkx, graphology.

A column holds values of one type only; what is missing is left out rather than written as empty.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.reading.characters import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Value: TypeAlias = str | int | float | bool
Cell: TypeAlias = "Callable[[Value], str]"

BOOLEAN, LONG, DOUBLE, STRING = "boolean", "long", "double", "string"
NAMELESS = "_"

_TYPES: dict[frozenset[type], str] = {
    frozenset({bool}): BOOLEAN,
    frozenset({int}): LONG,
    frozenset({float}): DOUBLE,
    frozenset({int, float}): DOUBLE,
}


class Column(NamedTuple):
    """A name of attributes and the one type that all its values are written as."""

    name: str
    type: str


def clean_id(text: str) -> str:
    """Clean an id and take blanks off its ends; it is never empty."""
    return clean_text(text).strip() or NAMELESS


class Ids:
    """Hands out clean ids, no two alike: one that is taken already gets #2, #3 and so on behind it."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, wanted: str) -> str:
        """Return the id asked for if it can be had, else the one nearest to it."""
        clean = given = clean_id(wanted)
        count = 1
        while given in self._given:
            count += 1
            given = f"{clean}#{count}"
        self._given.add(given)
        return given


def is_missing(value: Value | None) -> bool:
    """Whether there is nothing to write: None, blank text, NaN and the infinities."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (isinstance(value, float) and not math.isfinite(value))


def remembered(column: Column, form: Callable[[str], str]) -> Cell:
    """Make the function that writes the values of a column in the form of a file; nothing for what is missing.

    It remembers them, since most come again and again.
    """

    @lru_cache(maxsize=1024, typed=True)  # typed: 1, 1.0 and True are not written alike
    def cell(value: Value) -> str:
        return "" if is_missing(value) else form(written(value, column))

    return cell


def columns(rows: Iterable[Mapping[str, Value]]) -> tuple[Column, ...]:
    """Find the columns of some rows and their types; `label` comes first, the others by name.

    Whole numbers among fractions are fractions; any other mixture is text. Truth values are text too where a
    row has none: a reader that fills the gap with "false" would say more than the facts do.
    """
    count = 0
    types: defaultdict[str, set[type]] = defaultdict(set)
    truths: Counter[str] = Counter()
    for row in rows:
        count += 1
        for name, value in row.items():
            kind = type(value)
            if kind is str and str in types[name]:
                continue  # nothing more to learn, and most cells are such
            if not is_missing(value):
                types[name].add(kind)
                truths[name] += kind is bool
    found = {name: _TYPES.get(frozenset(kinds), STRING) for name, kinds in types.items() if kinds}
    gaps = {name for name, kind in found.items() if kind == BOOLEAN and truths[name] < count}
    names = sorted(found, key=lambda name: (name != "label", name))
    return tuple(Column(name, STRING if name in gaps else found[name]) for name in names)


def written(value: Value, column: Column) -> str:
    """Write a value that is not missing as its column wants it; text is clean, and not yet escaped."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return clean_text(value)
    return repr(float(value)) if column.type == DOUBLE else str(value)
