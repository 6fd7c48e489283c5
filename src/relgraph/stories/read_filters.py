"""Reading what a step leaves out of its picture, and how it is laid out: in the words of the page's address."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from relgraph.reading.suggest import did_you_mean
from relgraph.stories.records import CLOSE, Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.reading.fields import Fields

FILTERS = ("off", "on", "hide", "close", "least")
COLUMNS = ("says", "kind", "tier", "status", "when", "certain", "sources")
"""By which the page's table is sorted."""
ORDERS = ("name", "community")
"""In which the page's matrix stands, where not by how close the ties are."""
_PLACE = "-?[0-9]{1,6},-?[0-9]{1,6},"
_AS_TEXT: dict[str, tuple[Callable[[str], object], str]] = {
    "order": (ORDERS.__contains__, f"one of {', '.join(ORDERS)}"),
    "sort": (lambda text: text.removeprefix("-") in COLUMNS, f"one of {', '.join(COLUMNS)}, or one with - before it"),
    "fold": (("yes", "no").__contains__, "yes or no"),
    "steps": (("1", "2", "3").__contains__, "1, 2 or 3"),
    "see": (partial(re.fullmatch, _PLACE + "[1-9][0-9]{0,5}"), "three whole numbers, as a link has them"),
    "pin": (partial(re.fullmatch, _PLACE + ".+"), "two whole numbers and an id, as a link has them"),
}
LAID_OUT = tuple(_AS_TEXT)
"""The words that say where things stand, and nothing of what is shown."""


def filters_of(fields: Fields, dataset: Dataset) -> Filters:
    """What a step leaves out; what is no row of the legend, and no node, is noted."""
    if fields.tree.keys().isdisjoint(FILTERS):
        return Filters()
    from relgraph.stories.legend import OFF_AT_FIRST, known_keys  # noqa: PLC0415 - most steps leave nothing out

    rows = frozenset(known_keys(dataset))
    off, on = _rows(fields, "off", rows), _rows(fields, "on", rows)
    for row in sorted(on - OFF_AT_FIRST):
        fields.problem(f"{row} is on at first; leave it out of on", "on")
    for row in sorted(off & OFF_AT_FIRST):
        fields.problem(f"{row} is off at first; leave it out of off", "off")
    hidden = frozenset(fields.texts("hide"))
    nodes = {*dataset.actors, *(fact.id for fact in dataset.nodes)}
    for one in sorted(hidden - nodes):
        fields.problem(f"{one} is not an id{did_you_mean(one, nodes)}", "hide")
    return Filters(off, on, hidden & nodes, fields.one_of("close", CLOSE), fields.number("least") or None)


def _rows(fields: Fields, key: str, known: frozenset[str]) -> frozenset[str]:
    rows = frozenset(fields.texts(key))
    for one in sorted(rows - known):
        fields.problem(f"{one} is no row of the legend{did_you_mean(one, known)}", key)
    return rows & known


def more_words(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The words of the address that only lay out, each with its value; what is none is noted."""
    return tuple(_more_words(fields))


def _more_words(fields: Fields) -> Iterator[tuple[str, str]]:
    for key, (is_right, wanted) in _AS_TEXT.items():
        for text in fields.texts(key):
            if is_right(text):
                yield key, text
            else:
                fields.problem(f'{key}: "{text}" is not {wanted}', key)
