"""Actors: what they refer to, their codes and their names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from relgraph.checks.ends import unknown
from relgraph.checks.hints import listed
from relgraph.facts.shipped import ISO, SHIPPED_KINDS, entry_of, is_shipped
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import one_of_a_kind
from relgraph.sources.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings
    from relgraph.countries.table import Country
    from relgraph.facts.records import Actor, Fact

SEATS = frozenset(("city", "country"))
"""Kinds of actor at which others can have their seat."""
_CODE = re.compile(r"[A-Z]{2}")


def actors_refer(context: Context) -> Findings:
    """What an actor belongs to, its capital, seat and members are there, and of a kind that can be that."""
    for actor in _declared(context):
        told = (*_part_of(actor, context), *_capital(actor, context), *_members(actor, context))
        for message in (*told, *_seat(actor, context), *_follows(actor, context), *_life(actor)):
            yield actor.place, f"{actor.id}: {message}"


def _declared(context: Context) -> Iterator[Actor]:
    """The actors that the dataset has entries for; the others are right as they ship."""
    return (actor for actor in context.dataset.actors.values() if actor.declared)


def _follows(actor: Actor, context: Context) -> Iterator[str]:
    for one in actor.follows:
        if one not in context.dataset.actors:
            yield from (f"follows: {message}" for message in unknown(one, context))
        elif one == actor.id:
            yield "it cannot follow itself"


def _life(actor: Actor) -> Iterator[str]:
    """It did not end before it began, nor was a name of it borne so."""
    for name, since, until in ((None, actor.since, actor.until), *actor.names):
        if since is not None and until is not None and until.before(since) is Truth.YES:
            of = f"{name}: " if name else ""
            yield f"{of}until {until} lies before since {since}"


def _part_of(actor: Actor, context: Context) -> Iterator[str]:
    allowed = context.vocabulary.actors[actor.kind].part_of
    whole = context.dataset.actors.get(actor.part_of or "")
    if actor.part_of and whole is None:
        yield from (f"of: {message}" for message in unknown(actor.part_of, context))
    elif whole is not None and not context.vocabulary.suits(whole.kind, allowed):
        may = f"only of a {' or '.join(allowed)}" if allowed else "of nothing"
        yield f"{whole.id} is {one_of_a_kind(whole.kind)}, and {one_of_a_kind(actor.kind)} can be part {may}"


def _capital(actor: Actor, context: Context) -> Iterator[str]:
    city = context.dataset.actors.get(actor.capital or "")
    if actor.capital and city is None:
        yield from (f"capital: {message}" for message in unknown(actor.capital, context))
    elif city is not None and city.part_of != actor.id:
        yield f"its capital {city.id} is entered as of {city.part_of or 'nowhere'}"


def _seat(actor: Actor, context: Context) -> Iterator[str]:
    """The seat is a city or a country, of the dataset or as it ships: it need not take part to be one."""
    seat = context.dataset.actors.get(actor.seat or "")
    if actor.seat and seat is None and not is_shipped(actor.seat):
        yield from (f"seat: {message}" for message in unknown(actor.seat, context))
    elif seat is not None and not context.vocabulary.suits(seat.kind, SEATS):
        yield f"its seat {seat.id} is {one_of_a_kind(seat.kind)}; a seat is a city or a country"


def _members(actor: Actor, context: Context) -> Iterator[str]:
    allowed = context.vocabulary.actors[actor.kind].members
    if actor.members and not allowed:
        yield f"{one_of_a_kind(actor.kind)} has no members of its own; say who is a member under memberships"
        return
    for one in actor.members:
        member = context.dataset.actors.get(one)
        if member is None:
            yield from (f"members: {message}" for message in unknown(one, context))
        elif not context.vocabulary.suits(member.kind, allowed):
            yield f"{one} is {one_of_a_kind(member.kind)}; members may be {listed(allowed)}"
    for one in sorted(one for one, times in Counter(actor.members).items() if times > 1):
        yield f"{one} is given twice among its members"


def groups_based(context: Context) -> Findings:
    """A group whose members are given says where that membership is laid down."""
    for actor in context.dataset.actors.values():
        if actor.members and not actor.basis:
            yield actor.place, f"{actor.id} has members but no basis; say where its membership is laid down"


def codes_valid(context: Context) -> Findings:
    """A code is two capitals (ISO 3166-1 alpha-2), and belongs to one actor."""
    owners = {actor.iso: actor for actor in context.dataset.actors.values() if not actor.declared}
    for actor in _declared(context):
        if actor.iso is None:
            continue
        if not _CODE.fullmatch(actor.iso):
            yield (
                actor.place,
                f'{actor.id}: "{actor.iso}" is not a code of two capitals of ISO 3166-1; write {_code(actor)}',
            )
        owner = owners.setdefault(actor.iso, actor)
        if owner is not actor:
            where = f"at {owner.place}" if owner.declared else "as it ships"
            yield actor.place, f"{actor.id}: the code {actor.iso} is that of {owner.id} already, {where}"


def _code(actor: Actor) -> str:
    """The code of two capitals that was likely meant: of whom the name is, or else of whom another code is."""
    meant = _meant(actor) or _country(actor.iso or "")
    return meant.codes[ISO] if meant is not None else "one, such as VN"


def codes_known(context: Context) -> Findings:
    """A code of a country is one of ISO 3166-1, or of a former state in ISO 3166-3."""
    from relgraph.countries.table import by_code  # noqa: PLC0415 - questions ask other rules, and need no table

    for actor in _coded(context):
        if actor.iso not in by_code(ISO):
            yield actor.place, f"{actor.id}: {actor.iso} is no code of ISO 3166-1{_instead(actor, ISO)}"
    for actor in _declared(context):
        for scheme, code in actor.codes if actor.kind in SHIPPED_KINDS else ():
            if scheme in OF_COUNTRIES and code.upper() not in by_code(scheme):
                yield actor.place, f"{actor.id}: {code} is no code of {scheme}{_instead(actor, scheme)}"


OF_COUNTRIES = frozenset({ISO, "iso3", "m49"})
"""Schemes of which all codes ship that are in use."""


def _instead(actor: Actor, scheme: str) -> str:
    """Which code the country has that an actor is called after, to be put after a message."""
    meant = _meant(actor)
    return f"; {meant.name} has {meant.codes[scheme]}" if meant is not None and scheme in meant.codes else ""


def codes_own(context: Context) -> Findings:
    """A code is not that of another country than the one that an actor is called after."""
    for actor in _coded(context):
        owner = entry_of(actor)
        meant = _meant(actor) if owner is not None and not _bears_a_name(actor, owner) else None
        if owner is not None and meant is not None and owner is not meant:
            told = f"{actor.iso} is the code of {owner.name}; {meant.name} has {meant.codes[ISO]}"
            yield actor.place, f"{actor.id}: {told}"


def _coded(context: Context) -> Iterator[Actor]:
    """The declared countries that have a code of the right form."""
    for actor in _declared(context):
        if actor.kind in SHIPPED_KINDS and actor.iso is not None and _CODE.fullmatch(actor.iso):
            yield actor


def _bears_a_name(actor: Actor, entry: Country) -> bool:
    """Whether an actor is called as an entry is: sooner told than whom else its name may mean."""
    return fold(actor.name) in map(fold, entry.names)


def _meant(actor: Actor) -> Country | None:
    """The country with a code that an actor is called after, if that is certain."""
    return _country(actor.name)


def _country(called: str) -> Country | None:
    """The country with a code that a name or another code is of, if that is certain."""
    from relgraph.countries.find import find  # noqa: PLC0415 - as above
    from relgraph.countries.table import table  # noqa: PLC0415 - as above

    found = find(called)
    entry = table()[found[0]] if len(found) == 1 else None
    return entry if entry is not None and ISO in entry.codes else None


def names_say(context: Context) -> Findings:
    """A name or alias has at least one letter or figure."""
    for one in _named(context):
        for name in (one.name, *one.aliases):
            if name is not None and not words(name) and not (name == "" and one.id in context.dataset.actors):
                yield one.place, f'{one.id}: "{name}" is no name; nothing in it can be looked for'


def _named(context: Context) -> Iterable[Actor | Fact]:
    return (*context.dataset.actors.values(), *context.dataset.nodes)


def names_own(context: Context) -> Findings:
    """No two actors share a name; one that does is ambiguous in a question."""
    owners: dict[tuple[str, ...], Actor] = {}
    for actor in _declared(context):
        for name in dict.fromkeys(map(words, context.names.all_of(actor.id))):
            owner = owners.setdefault(name, actor)
            if owner is not actor and name:
                yield actor.place, f'"{" ".join(name)}" is a name of {actor.id} and of {owner.id} ({owner.place})'
