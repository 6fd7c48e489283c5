"""Whom a dataset declares, as the codes and names of tables are looked up among them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from relgraph.facts.shipped import ISO, entry_of
from relgraph.tables.schemes import EARLIEST, LATEST, Known, Life

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.records import Actor


def known_of(actors: Mapping[str, Actor]) -> Known:
    """The actors of a dataset by code and by name; names are compared as they are written."""
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    names: dict[str, list[str]] = defaultdict(list)
    entries: dict[str, str] = {}
    for actor in actors.values():
        entry = entry_of(actor)
        if entry is not None:
            entries[entry.id] = actor.id
        for scheme, code in (*actor.codes, *(((ISO, actor.iso),) if actor.iso else ())):
            codes[scheme, code].append(actor.id)
        for name in dict.fromkeys((actor.name, *actor.aliases, *(one.name for one in actor.names))):
            names[name].append(actor.id)
    return Known(
        {one: actor.kind for one, actor in actors.items()},
        {one: _life(actor) for one, actor in actors.items()},
        {key: tuple(ids) for key, ids in codes.items()},
        {name: tuple(ids) for name, ids in names.items()},
        entries,
    )


def _life(actor: Actor) -> Life:
    since, until = actor.since, actor.until
    return Life(
        date.fromordinal(since.first).year if since and since.first > 0 else EARLIEST,
        date.fromordinal(until.last).year if until and not until.ongoing and _is_day(until.last) else LATEST,
    )


def _is_day(ordinal: int) -> bool:
    return 0 < ordinal <= date.max.toordinal()
