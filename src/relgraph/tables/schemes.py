"""Whom a code or a name means, in a year: by what was decided, what the dataset declares, lists of codes, what ships.

Nothing is guessed. A name that several bear, or a code of somebody who did not live in that year, matches nobody.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.countries.table import SCHEMES as SHIPPED
from relgraph.reading.dates import parse_date
from relgraph.tables.day_cells import LONGEST, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.countries.table import Country
    from relgraph.tables.decisions import Decision

NAME, ID = "name", "id"
ALWAYS_KNOWN = (*SHIPPED, NAME, ID)
_M49 = "m49"
_DIGITS = 3  # of a code of M49, which spreadsheets take zeros from
EARLIEST, LATEST = 0, 9999
MOST_REMEMBERED = 65_536
"""Different values of which it is remembered whom they mean."""
LONGEST_VALUE = 200
"""Letters of a value of which that is remembered, and which are told: no code or name has more."""
_MOST_YEARS = 4096
_YEAR = re.compile(r"(\d{4})(?:\d\d){0,2}(?!\d)|\d\d?([-/.])\d\d?\2(\d{4})(?!\d)", re.ASCII)


class Life(NamedTuple):
    """From which year until which somebody lived, both included."""

    first: int = EARLIEST
    last: int = LATEST

    def has(self, year: int | None) -> bool:
        """Whether a year lies in it; where none is asked for, yes."""
        return year is None or self.first <= year <= self.last


class Listed(NamedTuple):
    """An actor that a list of codes gives for a code, and the years in which it does."""

    actor: str
    life: Life


class Known(NamedTuple):
    """Whom a dataset declares: the kind and the life of each, and whom codes and exact names mean.

    `entries` has the dataset's own id for an entry of the shipped table, where it has one.
    """

    kinds: Mapping[str, str]
    lives: Mapping[str, Life]
    codes: Mapping[tuple[str, str], tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]
    entries: Mapping[str, str]


NOBODY_KNOWN = Known({}, {}, {}, {}, {})


class Schemes:
    """All that is known of codes and names; what was found is remembered."""

    def __init__(
        self, known: Known, lists: Mapping[str, Mapping[str, list[Listed]]], decisions: Iterable[Decision]
    ) -> None:
        """`lists` are those that tables give, by scheme and code."""
        self.known = known
        self._lists = lists
        self._decisions: dict[tuple[str, str], list[Decision]] = {}
        for one in decisions:
            actor = one.actor if one.actor in known.kinds else known.entries.get(one.actor, one.actor)
            self._decisions.setdefault((one.scheme, one.value), []).append(one._replace(actor=actor))
        self._turns: dict[tuple[str, str], list[int]] = {}
        self._found: dict[tuple[str, str, int | None], str] = {}
        self._shipped: dict[tuple[str, str], tuple[Listed, ...]] = {}

    @property
    def names(self) -> frozenset[str]:
        """Every scheme that something is known of."""
        return frozenset((*ALWAYS_KNOWN, *self._lists, *(scheme for scheme, _ in self.known.codes)))

    def find(self, scheme: str, value: str, year: int | None = None) -> str:
        """The id of the one that a value means; `nobody` where that was decided, nothing where it matches none."""
        key = (scheme, value, year)
        found = self._found.get(key)
        if found is None:
            if len(value) > LONGEST_VALUE:
                return self._find(scheme, value, year)
            _make_room(self._found)
            found = self._found[key] = self._find(scheme, value, year)
        return found

    def _find(self, scheme: str, value: str, year: int | None) -> str:
        decisions = self._decisions.get((scheme, value), ())
        decided = {one.actor for one in decisions if one.holds(year)} if decisions else None
        if decided:
            return decided.pop() if len(decided) == 1 else ""
        those = self.may_be(scheme, value)
        may = {one.actor for one in those if one.life.has(year)} if those else None
        return may.pop() if may and len(may) == 1 else ""

    def may_be(self, scheme: str, value: str) -> tuple[Listed, ...]:
        """Everyone whom a value means in some year: the dataset's own first, then those of a list, then who ships."""
        own = self.known.names.get(value, ()) if scheme == NAME else self.known.codes.get((scheme, value), ())
        if scheme == ID and value in self.known.kinds:
            own = (value,)
        if own:
            return tuple(Listed(one, self.known.lives.get(one, Life())) for one in own)
        listed = self._lists.get(scheme, {}).get(value)
        if listed:
            return tuple(listed)
        return self._shipped.get((scheme, value)) or self._who_ships(scheme, value)

    def _who_ships(self, scheme: str, value: str) -> tuple[Listed, ...]:
        """Everyone of the shipped table whom a value means; only values that mean somebody are remembered."""
        entries = self.known.entries
        found = tuple([Listed(entries.get(one.actor, one.actor), one.life) for one in _shipped(scheme, value)])
        if found:
            _make_room(self._shipped)
            self._shipped[scheme, value] = found
        return found

    def turns(self, scheme: str, value: str) -> list[int]:
        """The years from which a value may mean another than the year before, in order."""
        found = self._turns.get((scheme, value))
        if found is None:
            _make_room(self._turns)
            found = self._turns[scheme, value] = self._turning(scheme, value)
        return found

    def _turning(self, scheme: str, value: str) -> list[int]:
        lives = [one.life for one in self.may_be(scheme, value)]
        years = {year for life in lives for year in (life.first, life.last + 1)}
        for one in self._decisions.get((scheme, value), ()):
            years |= {one.since or EARLIEST, (one.until or LATEST) + 1}
        return sorted(years - {EARLIEST, LATEST + 1})

    def near(self, scheme: str, value: str, year: int | None) -> list[str]:
        """Whom a value that matched nobody means in other years, and whoever came before and after them."""
        found = [one.actor for one in self.may_be(scheme, value)]
        decided = [one.actor for one in self._decisions.get((scheme, value), ())]
        kin = [other for one in found for other in _kin(one) if life_of(other).has(year)]
        return list(dict.fromkeys((*kin, *found, *decided)))


def _make_room(remembered: dict[Any, Any]) -> None:
    """Forget what is remembered where it is much: tables have a million values that nobody knows."""
    if len(remembered) >= MOST_REMEMBERED:
        remembered.clear()


def _kin(one: str) -> Iterator[str]:
    from relgraph.countries.table import table  # noqa: PLC0415 - only where something matched nobody

    entry = table().get(one)
    if entry is not None:
        yield from (*entry.follows, *entry.successors)


def _shipped(scheme: str, value: str) -> tuple[Listed, ...]:
    """Everyone of the shipped table whom a value means in some year."""
    from relgraph.countries.table import by_code, table  # noqa: PLC0415 - many mappings need none of it

    if scheme == NAME:
        return _named(value)
    if scheme == ID:
        one = value if value in table() else None
    elif scheme in SHIPPED:
        one = by_code(scheme).get(value.zfill(_DIGITS) if scheme == _M49 else value.upper())
    else:
        one = None
    return (Listed(one, life_of(one)),) if one else ()


def _named(name: str) -> tuple[Listed, ...]:
    """Whom a name means today, and whoever else was called so."""
    from relgraph.countries.find import find  # noqa: PLC0415 - as above

    ids = {*find(name), *_namesakes().get(name.casefold(), ())}
    return tuple([Listed(one, life_of(one)) for one in sorted(ids)])


@cache
def _namesakes() -> Mapping[str, tuple[str, ...]]:
    """The former states of each name."""
    from relgraph.countries.table import table  # noqa: PLC0415 - as above

    found: dict[str, tuple[str, ...]] = {}
    for one in table().values():
        for name in one.names if one.is_former else ():
            found[name.casefold()] = (*found.get(name.casefold(), ()), one.id)
    return found


@cache
def life_of(one: str) -> Life:
    """The years in which an actor of the shipped table lived, as far as they are known; of others, all."""
    from relgraph.countries.table import table  # noqa: PLC0415 - as above

    entry = table().get(one)
    return _life(entry) if entry is not None else Life()


def _life(entry: Country) -> Life:
    since, until = (parse_date(text) if text else None for text in (entry.since, entry.until))
    first = date.fromordinal(since.first).year if since else EARLIEST
    return Life(first, date.fromordinal(until.last).year if until else LATEST)


def year_of(cell: str) -> int | None:
    """The year that a cell begins with, as 1995, 1995-07 or 19950704, or that of a date that ends with it: 4 July 1995.

    None where there is none: 34834, the number of a day in a spreadsheet, is no year.
    """
    return _year(cell) if len(cell) <= LONGEST else None


@lru_cache(_MOST_YEARS)
def _year(cell: str) -> int | None:
    found = _YEAR.match(cell)
    if found is not None:
        return int(found[1] or found[3])
    worded = in_words(cell)
    return int(worded[0]) if worded else None
