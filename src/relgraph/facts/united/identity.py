"""Who of one dataset is who of another: by the codes that both declare, and by nothing else.

A country that ships is known by its entry, whatever it is called; anybody else by a code that both have, or by being
made of the same cell of one table. Those stay
two who are of two kinds, whose codes of one scheme differ, or who did not live at one time; and so does who might be
any of several. What codes leave in doubt is told.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.facts.shipped import CITY, ISO, SHIPPED_KINDS, entry_of
from relgraph.facts.united.sources import made_by
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import one_of_a_kind
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from relgraph.countries.table import Country
    from relgraph.facts.records import Actor
    from relgraph.facts.united.part import Part

Code: TypeAlias = tuple[str, str]

ENTRY = "entry"
"""The scheme of the ids of what ships, beside those of codes."""
MOST_ALIKE = 8
"""Actors of one dataset who have a code, above which it tells nobody from others."""


class Member(NamedTuple):
    """An actor of one of several datasets, which has the number `part`."""

    part: int
    actor: Actor


Group: TypeAlias = tuple[Member, ...]
"""Those who are the same, each of another dataset."""


class Doubt(NamedTuple):
    """Two actors of two datasets who have a code in common and are not joined, and why."""

    one: Member
    other: Member
    code: Code
    why: str

    @property
    def shared(self) -> str:
        """What the two have in common: the code igo 17."""
        scheme, code = self.code
        return f"what ships as {code}" if scheme == ENTRY else f"the code {scheme} {code.upper()}"


class Identities(NamedTuple):
    """Every actor of several datasets, with those who are the same; and what codes leave in doubt.

    Each group has at most one actor of a dataset; `entries` are the ids of what ships for those groups that are it.
    """

    groups: list[Group]
    entries: dict[int, str]
    doubts: list[Doubt]


def identities(parts: Sequence[Part]) -> Identities:
    """Find out who is who; the order of the datasets changes nothing but the order of what is found."""
    members = [Member(at, actor) for at, part in enumerate(parts) for actor in part.dataset.actors.values()]
    tables = made_by(parts)
    known = {id(member): _known(member, parts, tables) for member in members}
    by_entry: dict[str, list[Member]] = defaultdict(list)
    others: list[Member] = []
    for member in members:
        entry = known[id(member)].entry
        if entry is None:
            others.append(member)
        else:
            by_entry[entry].append(member)
    groups, entries = list[Group](), dict[int, str]()
    doubts = list[Doubt]()
    for entry, found in by_entry.items():
        alone = _not_alone_in_part(found)
        kept = [member for member in found if id(member) not in alone]
        doubts += [
            Doubt(one, other, (ENTRY, entry), "another of its dataset has it too")
            for one, other in product((member for member in found if id(member) in alone), kept)
        ]
        if kept:
            entries[len(groups)] = entry
            groups.append(tuple(kept))
        groups += [(member,) for member in found if id(member) in alone]
    joined = _Joined(others, known)
    groups += joined.groups()
    doubts += [*joined.doubts, *_claims(members, groups, known)]
    return Identities(groups, entries, doubts)


class _Known(NamedTuple):
    """What tells an actor from others: what it is of what ships, or its codes."""

    entry: str | None
    codes: frozenset[Code]


def codes_of(actor: Actor) -> frozenset[Code]:
    """The codes that an actor has, as they are compared: 002 is 2, and q881 is Q881."""
    own = [*actor.codes, *(((ISO, actor.iso),) if actor.iso else ())]
    return frozenset((ISO if scheme == "iso" else scheme, _plain(code)) for scheme, code in own)


def _plain(code: str) -> str:
    code = code.strip()
    return code.lstrip("0") or "0" if code.isascii() and code.isdigit() else code.casefold()


def _known(member: Member, parts: Sequence[Part], tables: Mapping[tuple[int, str], str]) -> _Known:
    actor, codes = member.actor, codes_of(member.actor)
    table = tables.get((member.part, actor.place.file)) if tables else None
    if table is not None:
        whole = parts[member.part].dataset.actors.get(actor.part_of or "")
        country = entry_of(whole) if whole is not None else None
        codes |= {(table, f"{actor.name} ({country.id})" if country is not None else actor.name)}
    if actor.kind == CITY:
        return _Known(_seat(actor, parts[member.part].dataset.actors), codes)
    entry = entry_of(actor) or (_entry_by(codes) if actor.kind in SHIPPED_KINDS else None)
    if entry is None or _is_called_otherwise(actor, entry):
        return _Known(None, codes)
    return _Known(entry.id, codes)


def _entry_by(codes: Iterable[Code]) -> Country | None:
    """The entry that codes of a country mean, if they mean one."""
    from relgraph.countries.table import SCHEMES, by_code, table  # noqa: PLC0415 - most countries have an ISO code

    found = set[str]()
    for scheme, code in codes:
        if scheme in SCHEMES:
            named = {_plain(one): entry for one, entry in by_code(scheme).items()}
            found |= {named[code]} if code in named else set()
    return table()[found.pop()] if len(found) == 1 else None


def _is_called_otherwise(actor: Actor, entry: Country) -> bool:
    """Whether a country has the code of another than the one that it is called after, which `check` tells too."""
    from relgraph.countries.find import find  # noqa: PLC0415 - as below
    from relgraph.countries.table import table  # noqa: PLC0415 - few questions need it

    if not actor.declared or fold(actor.name) in map(fold, entry.names):
        return False
    found = find(actor.name) or ((actor.id,) if actor.id in table() else ())
    return len(found) == 1 and found[0] != entry.id and ISO in table()[found[0]].codes


def _seat(city: Actor, actors: Mapping[str, Actor]) -> str | None:
    """The id of the capital that ships, for a city which is that of the country that it is of."""
    whole = actors.get(city.part_of or "")
    country = entry_of(whole) if whole is not None else None
    if country is None:
        return None
    from relgraph.countries.capitals import capitals  # noqa: PLC0415 - as above

    seat = capitals().get(city.id)
    return city.id if seat is not None and seat.of == country.id else None


def _not_alone_in_part(members: Iterable[Member]) -> set[int]:
    """Those of whom a dataset has several for one entry: which of them it is nobody can tell."""
    by_part: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        by_part[member.part].append(member)
    return {id(member) for some in by_part.values() if len(some) > 1 for member in some}


class _Joined:
    """Actors that do not ship, joined where codes do so beyond doubt; `doubts` are where they do not."""

    def __init__(self, members: Sequence[Member], known: Mapping[int, _Known]) -> None:
        self._members = members
        self._known = known
        self.doubts: list[Doubt] = []
        self._of = {id(member): member for member in members}
        self._links: dict[int, dict[int, Code]] = {id(member): {} for member in members}
        for code, some in sorted(_by_code(members, known).items()):
            self._link(code, some)

    def _link(self, code: Code, some: Sequence[Member]) -> None:
        for one, other in combinations(some, 2):
            if one.part == other.part or id(other) in self._links[id(one)]:
                continue
            why = _against(one, other, self._known)
            if why:
                self.doubts.append(Doubt(one, other, code, why))
            else:
                self._links[id(one)][id(other)] = self._links[id(other)][id(one)] = code

    def groups(self) -> list[Group]:
        """Each actor with those who are the same, in the order of the actors."""
        self._unlink_ambiguous()
        found: list[Group] = []
        seen: set[int] = set()
        for member in self._members:
            if id(member) not in seen:
                together = self._reached(member)
                seen |= set(map(id, together))
                found += [tuple(together)] if self._agree(together) else [(one,) for one in together]
        return found

    def _unlink_ambiguous(self) -> None:
        """Take away the links of whoever might be each of several of one dataset."""
        gone: list[tuple[int, int]] = []
        for one, links in self._links.items():
            by_part: dict[int, list[int]] = defaultdict(list)
            for other in links:
                by_part[self._of[other].part].append(other)
            gone += [(one, other) for some in by_part.values() if len(some) > 1 for other in some]
        for one, other in gone:
            code = self._links[one].pop(other, None)
            self._links[other].pop(one, None)
            if code is not None:
                self.doubts.append(Doubt(self._of[one], self._of[other], code, "it may be each of several"))

    def _reached(self, member: Member) -> list[Member]:
        found, waiting = {id(member): member}, [id(member)]
        while waiting:
            for other in self._links[waiting.pop()]:
                if other not in found:
                    found[other] = self._of[other]
                    waiting.append(other)
        return sorted(found.values(), key=lambda one: one.part)

    def _agree(self, together: Sequence[Member]) -> bool:
        """Whether nothing speaks against some who are linked being one, each by another; if so, that is told."""
        for one, other in combinations(together, 2):
            same = "both are of one dataset" if one.part == other.part else _against(one, other, self._known)
            if same:
                code = next(iter(self._links[id(one)].values()))
                self.doubts.append(Doubt(one, other, code, f"others join them, but {same}"))
                return False
        return True


def _by_code(members: Iterable[Member], known: Mapping[int, _Known]) -> dict[Code, list[Member]]:
    """The actors that have each code which two datasets have, and few of any."""
    found: dict[Code, list[Member]] = defaultdict(list)
    for member in members:
        for code in known[id(member)].codes:
            found[code].append(member)
    return {code: some for code, some in found.items() if len({one.part for one in some}) > 1 and _is_telling(some)}


def _is_telling(members: Iterable[Member]) -> bool:
    number: dict[int, int] = defaultdict(int)
    for member in members:
        number[member.part] += 1
    return max(number.values()) <= MOST_ALIKE


def _against(one: Member, other: Member, known: Mapping[int, _Known]) -> str:
    """What speaks against two actors that have a code in common being one; nothing where nothing does."""
    mine, its = one.actor, other.actor
    if mine.kind != its.kind:
        return f"one is {one_of_a_kind(mine.kind)}, the other {one_of_a_kind(its.kind)}"
    for scheme in sorted({scheme for scheme, _ in known[id(one)].codes}):
        here, there = (_of_scheme(known[id(member)], scheme) for member in (one, other))
        if there and here.isdisjoint(there):
            return f"their codes of {scheme} differ: {', '.join(sorted(here))} and {', '.join(sorted(there))}"
    return "they did not live at one time" if _of_two_times(mine, its) else ""


def _of_scheme(known: _Known, scheme: str) -> set[str]:
    return {code for of, code in known.codes if of == scheme}


def _of_two_times(one: Actor, other: Actor) -> bool:
    return any(
        first.until is not None and second.since is not None and first.until.before(second.since) is Truth.YES
        for first, second in ((one, other), (other, one))
    )


def _claims(members: Iterable[Member], groups: Iterable[Group], known: Mapping[int, _Known]) -> Iterator[Doubt]:
    """Who declares a code that somebody who ships has in another dataset, and is not that one.

    A code that one dataset itself gives to several, such as those of states that came after each other, claims nothing.
    """
    of_group = {id(member): at for at, group in enumerate(groups) for member in group}
    listed = list(members)
    for code, some in sorted(_by_code(listed, known).items()):
        if len({member.part for member in some}) == len(some):
            for one, other in combinations(some, 2):
                of_entry = known[id(one)].entry is not None or known[id(other)].entry is not None
                if of_entry and of_group[id(one)] != of_group[id(other)]:
                    yield Doubt(one, other, code, "it is the code of another")
