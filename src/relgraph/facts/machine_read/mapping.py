"""What a mapping of ties says: which file, which kinds of event are which kind of relation, and how many are needed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.place import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_CARD: Mapping[str, str] = MappingProxyType({})
EVENTS, SOURCES, DAYS = "events", "sources", "days"
COUNTS = (EVENTS, SOURCES, DAYS)
"""What is counted of each tie, any of which may be its weight."""


class Least(NamedTuple):
    """How many events, of how many sources, on how many days, a tie must have to be taken."""

    events: int = 1
    sources: int = 0
    days: int = 0


class KindOfTies(NamedTuple):
    """A kind of relation that ties make, and the kinds of event that it is `of`."""

    id: str
    label: str
    of: tuple[str, ...]
    least: Least
    place: Place = NOWHERE


class TiesMapping(NamedTuple):
    """A mapping of ties; `card` is what the card of their file tells besides, `weight` one of COUNTS."""

    id: str
    what: str
    path: str
    kinds: tuple[KindOfTies, ...]
    weight: str = EVENTS
    card: Mapping[str, str] = NO_CARD
    place: Place = NOWHERE

    def only(self, wanted: frozenset[str] | None) -> TiesMapping:
        """The same for some kinds of relation alone; None stands for all."""
        return self if wanted is None else self._replace(kinds=tuple(one for one in self.kinds if one.id in wanted))
