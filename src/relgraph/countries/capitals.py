"""Capitals and other seats of government as cities that a dataset need not declare."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.countries.table import table
from relgraph.sources.ids import id_of

if TYPE_CHECKING:
    from collections.abc import Mapping


class Capital(NamedTuple):
    """A seat of government: its id, its name in English, and the id of the entry whose seat it is."""

    id: str
    name: str
    of: str


@cache
def capitals() -> Mapping[str, Capital]:
    """Every seat by its id, which is made from its name; -city where a country has that id.

    Of two places of one name (Kingston) that of a country goes before that of a territory.
    """
    found: dict[str, Capital] = {}
    entries = table()
    for one in sorted(entries.values(), key=lambda entry: entry.kind):
        for name in one.capitals:
            key = id_of(name)
            key = f"{key}-city" if key in entries else key
            found.setdefault(key, Capital(key, name, one.id))
    return MappingProxyType(found)


def capital_of(one: str) -> Capital | None:
    """The seat of the government of an entry."""
    entry = table().get(one)
    names = entry.capitals[:1] if entry else ()
    return next((city for name in names for city in capitals().values() if city == (city.id, name, one)), None)
