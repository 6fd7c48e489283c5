"""The table of countries and territories (ISO 3166-1, and XK) and of former states; read when it is first asked for.

It is made by tools/countries; the head of the file says from what, and under which licences.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.shipped_tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = Path(__file__).with_name("tables")
COUNTRIES = TABLES / "countries.tsv"

BETWEEN, MANY, SPAN = "\t", "|", "@"
"""What stands between cells, between the values of a cell, and between a name and the years of its use."""

SCHEMES = ("iso2", "iso3", "m49", "gec", "wikidata", "iso3166-3")
"""The codes that an entry may have: ISO 3166-1, UN M49, the GEC of the United States, Wikidata, ISO 3166-3."""


_FOR_TABLES = re.compile(r"[,(/&]| - |\b(?:Rep|Dem|Fed|Utd|Herz|Barb|Is|Gt)\.")


class Former(NamedTuple):
    """A name of former times, and when it was borne where that is known: an interval of EDTF such as 1960/1984."""

    name: str
    when: str | None = None


class Country(NamedTuple):
    """A country, territory or former state.

    `kind` is a kind of actor, country or territory. `article` stands before the name in a sentence. `official`
    names are in English, `others` usual ones besides, `local` what it calls itself, in Latin letters. `codes` are
    by their scheme, those of SCHEMES. `region` is that of the M49 standard of the United Nations. `capitals` are
    named in English, the seat of government first. A former state has `since` and `until`, as dates are written and
    as far as they are known, and the ids of its `successors`; `follows` are the ids of those whose successor it is.
    """

    id: str
    kind: str
    name: str
    article: str | None
    official: tuple[str, ...]
    others: tuple[str, ...]
    former: tuple[Former, ...]
    local: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    codes: Mapping[str, str]
    region: str | None
    capitals: tuple[str, ...]
    since: str | None
    until: str | None
    successors: tuple[str, ...]
    follows: tuple[str, ...] = ()

    @property
    def is_former(self) -> bool:
        """Whether others have come after it; when it ended may not be known."""
        return bool(self.successors)

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in English: the usual one, then official, other and former ones."""
        return tuple(dict.fromkeys((self.name, *self.official, *self.others, *(one.name for one in self.former))))

    @property
    def read(self) -> tuple[str, ...]:
        """Its names for readers: without those that only help to find how tables turn and shorten them."""
        return tuple(name for name in self.names if not _FOR_TABLES.search(name))

    @property
    def spoken(self) -> tuple[str, ...]:
        """Whatever may stand for it in an English text: names, adjectives, and what its people are called."""
        return tuple(dict.fromkeys((*self.names, *self.adjectives, *self.people)))


@cache
def table() -> Mapping[str, Country]:
    """Every entry by its id, in order of ids."""
    heads, *cells = (row.split(BETWEEN) for row in rows(COUNTRIES))
    entries = {row[0]: _entry(dict(zip(heads, row, strict=True))) for row in cells}
    before: dict[str, list[str]] = {}
    for one in entries.values():
        for successor in one.successors:
            before.setdefault(successor, []).append(one.id)
    return MappingProxyType(
        {key: one._replace(follows=tuple(before[key])) if key in before else one for key, one in entries.items()}
    )


def _entry(row: dict[str, str]) -> Country:
    return Country(
        id=row["id"],
        kind=row["kind"],
        name=row["name"],
        article=row["article"] or None,
        official=_many(row["official"]),
        others=_many(row["others"]),
        former=tuple(map(_former, _many(row["former"]))),
        local=_many(row["local"]),
        adjectives=_many(row["adjectives"]),
        people=_many(row["people"]),
        codes=MappingProxyType({scheme: row[scheme] for scheme in SCHEMES if row[scheme]}),
        region=row["region"] or None,
        capitals=_many(row["capitals"]),
        since=row["since"] or None,
        until=row["until"] or None,
        successors=_many(row["successors"]),
    )


def _many(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(MANY)) if cell else ()


def _former(cell: str) -> Former:
    name, _, when = cell.partition(SPAN)
    return Former(name, when or None)


@cache
def by_code(scheme: str) -> Mapping[str, str]:
    """The id of each entry that has a code of the scheme, by that code. Codes are in capitals."""
    return MappingProxyType({one.codes[scheme]: one.id for one in table().values() if scheme in one.codes})


def entry_for(one: str, iso: str | None = None) -> Country | None:
    """The entry that an actor of a dataset is: by its ISO code of two letters where it has one, else by its id."""
    return table().get(by_code("iso2").get(iso, "") if iso is not None else one)
