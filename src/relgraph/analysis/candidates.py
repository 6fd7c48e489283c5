"""Whom a value that matched nobody may mean: a few ids to decide among, never taken by themselves."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.countries.table import table
from relgraph.facts.near_names import NearNames

if TYPE_CHECKING:
    from relgraph.tables.schemes import Schemes

MOST = 3


class Candidates:
    """Those of the schemes of one mapping; names are made ready when the first value asks for them."""

    def __init__(self, schemes: Schemes) -> None:
        self._schemes = schemes

    def of(self, scheme: str, value: str, year: int | None = None) -> tuple[str, ...]:
        """Whom a value means in other years, then who is called nearly so: at most MOST."""
        found = [*self._schemes.near(scheme, value, year), *self._names.near(value, MOST)]
        return tuple(dict.fromkeys(found))[:MOST]

    @cached_property
    def _names(self) -> NearNames:
        known = self._schemes.known
        own: dict[str, tuple[str, ...]] = {}
        for name, ids in known.names.items():
            for one in ids:
                own[one] = (*own.get(one, ()), name)
        shipped = {known.entries.get(one, one): entry.names for one, entry in table().items()}
        return NearNames(shipped | own)


def told(candidates: tuple[str, ...]) -> str:
    """Who may be meant, in a line for people."""
    return " ".join(f"{one}?" for one in candidates) or "nobody is near"
