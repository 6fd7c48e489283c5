"""Actors that a dataset need not declare: countries, territories, former states and capitals that ship as a table.

Only those come into a dataset that its facts or actors name, that its sources cover, or that one of these belongs to.
What a dataset declares goes first: an entry that it has by another id, with the same code, is that actor, and not a
second one. The table is not even imported where a dataset declares whomever it names, with their codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.records import Actor
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from relgraph.countries.capitals import Capital
    from relgraph.countries.table import Country
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary

COUNTRY, TERRITORY, CITY = "country", "territory", "city"
SHIPPED_KINDS = (COUNTRY, TERRITORY)
"""The kinds of actor whose entries ship; a declared one of another kind is none of them, whatever its id."""

ISO = "iso2"
WITHDRAWN = frozenset({"AN", "CT", "DD", "NH", "NT", "PC", "PZ", "RH", "SU", "TP", "VD", "YD"})
"""Codes of two letters that former states had and nobody has now: asked for before the table is read."""


def entry_of(actor: Actor) -> Country | None:
    """The entry of the table that a dataset's actor is; None for a person or body, and for a country made up."""
    if actor.kind not in SHIPPED_KINDS:
        return None
    from relgraph.countries.table import entry_for  # noqa: PLC0415 - only where it is asked for

    return entry_for(actor.id, actor.iso)


def _entry_at(one: str) -> Country | None:
    from relgraph.countries.table import table  # noqa: PLC0415 - as above

    return table().get(one)


def _capital_at(one: str) -> Capital | None:
    from relgraph.countries.capitals import capitals  # noqa: PLC0415 - as above

    return capitals().get(one)


def _capital_of(entry: Country | None) -> Capital | None:
    from relgraph.countries.capitals import capital_of  # noqa: PLC0415 - as above

    return capital_of(entry.id) if entry is not None else None


def with_shipped(
    declared: Mapping[str, Actor], facts: Sequence[Fact], vocabulary: Vocabulary, covered: Collection[str] = ()
) -> dict[str, Actor]:
    """The actors of a dataset: those declared, with codes that they left out, and shipped ones that are named.

    So are those whom a source says that it covers.
    """
    declared = _placed(declared)
    named = (_named(declared, facts, vocabulary) | set(covered)) - declared.keys()
    if named:
        named -= {fact.id for fact in facts}
    if not named and not any(map(_wants_entry, declared.values())):
        return dict(declared)  # nothing of the table is needed
    own = {one: _completed(actor) for one, actor in declared.items()}
    ids = {entry.id: actor.id for actor in own.values() if (entry := entry_of(actor)) is not None}
    found = own | {actor.id: actor for one in sorted(named) for actor in _shipped(one, ids)}
    return {one: _seated(actor, found) for one, actor in found.items()}


def _named(declared: Mapping[str, Actor], facts: Iterable[Fact], vocabulary: Vocabulary) -> set[str]:
    """Every id that a fact or an actor names."""
    named: set[str] = set()
    relations = vocabulary.relations
    for fact in facts:
        for end in fact.ends:
            named.add(end.id)
        if fact.per:
            named.update(fact.per)
        if fact.fields:
            named.update(named_in_fields(fact, relations[fact.kind]))
    for actor in declared.values():
        named.update(one for one in (actor.part_of, actor.capital, *actor.members, *actor.follows) if one)
    return named


def named_in_fields(fact: Fact, kind: RelationKind) -> Iterator[str]:
    """Every id that a fact of a kind names in its fields."""
    for name, value in fact.fields.items():
        type_ = kind.fields[name]
        if type_ == "ids":
            yield from value
        elif type_ == "parts":
            yield from (part["of"] for part in value if part["of"])


def _wants_entry(actor: Actor) -> bool:
    """Whether the table may know more of a declared country than it says: its code, or the years of a former state."""
    return actor.kind in SHIPPED_KINDS and (actor.iso is None or actor.iso in WITHDRAWN)


def _completed(actor: Actor) -> Actor:
    """A declared country with the code and the limits of its life that the table knows, where it gives none."""
    entry = entry_of(actor) if _wants_entry(actor) else None
    if entry is None:
        return actor
    limits = (actor.since, actor.until) if actor.since or actor.until else _life(entry)
    iso = actor.iso or entry.codes.get(ISO)
    return actor._replace(iso=iso, since=limits[0], until=limits[1])


def _placed(declared: Mapping[str, Actor]) -> Mapping[str, Actor]:
    """The declared actors, with each city that has the id of a capital and is of nobody in the country of that."""
    found = {one: city for one, actor in declared.items() if _is_nowhere(actor) and (city := _capital_at(one))}
    if not found:
        return declared
    ids = {entry.id: actor.id for actor in declared.values() if (entry := entry_of(actor)) is not None}
    placed = {one: declared[one]._replace(part_of=ids.get(city.of, city.of)) for one, city in found.items()}
    return {**declared, **placed}


def _is_nowhere(actor: Actor) -> bool:
    return actor.kind == CITY and actor.part_of is None


def as_it_ships(one: str, kind: str, iso: str | None) -> tuple[str, str | None] | None:
    """The name of what ships by an id or code, if it is of a kind, with its article; None where nothing does."""
    if kind in SHIPPED_KINDS:
        from relgraph.countries.table import entry_for  # noqa: PLC0415 - as above

        entry = entry_for(one, iso)
        return (entry.name, entry.article) if entry is not None else None
    city = _capital_at(one) if kind == CITY else None
    return (city.name, None) if city is not None else None


def _life(entry: Country) -> tuple[Date | None, Date | None]:
    since, until = entry.since, entry.until
    return (parse_date(since) if since else None, parse_date(until) if until else None)


def _shipped(one: str, ids: Mapping[str, str]) -> Iterator[Actor]:
    """The shipped actor of an id, and the country of a capital; none where the dataset has it by another id."""
    entry, city = _entry_at(one), _capital_at(one)
    if entry is not None and one not in ids:
        yield _country(entry)
    elif city is not None:
        of = ids.get(city.of, city.of)
        yield Actor(one, CITY, city.name, part_of=of)
        country = _entry_at(city.of) if city.of not in ids else None
        yield from (_country(country),) if country is not None else ()


def _country(entry: Country) -> Actor:
    since, until = _life(entry)
    return Actor(
        entry.id,
        entry.kind,
        entry.name,
        adjectives=entry.adjectives,
        iso=entry.codes.get(ISO),
        article=entry.article,
        since=since,
        until=until,
        follows=entry.follows,
    )


def _seated(actor: Actor, actors: Mapping[str, Actor]) -> Actor:
    """A country with its capital, where that is among the actors and it names none."""
    entry = entry_of(actor) if actor.capital is None else None
    city = _capital_of(entry)
    there = actors.get(city.id) if city is not None else None
    return actor._replace(capital=there.id) if there is not None and there.part_of == actor.id else actor


def shipped_capital(one: str, declared: Mapping[str, Actor]) -> str | None:
    """The id of the city that is the capital of a country, as a dataset has it or as it ships."""
    actor = declared.get(one)
    if actor is not None and actor.capital is not None:
        return actor.capital
    city = _capital_of(entry_of(actor) if actor is not None else _entry_at(one))
    return city.id if city is not None else None


def kind_of_country(one: str, declared: Mapping[str, Actor]) -> str:
    """The kind of a country that has a capital: as a dataset has it, or that in whose place it stands as it ships."""
    actor = declared.get(one)
    return actor.kind if actor is not None else COUNTRY


def is_shipped(one: str) -> bool:
    """Whether an id is that of a country, a territory, a former state or a capital that ships, named or not."""
    return _entry_at(one) is not None or _capital_at(one) is not None


def shipped_code(one: str) -> str | None:
    """The ISO 3166 code of a country that ships, asked for by its own id or by that of its capital."""
    city = _capital_at(one)
    entry = _entry_at(city.of if city is not None else one)
    return entry.codes.get(ISO) if entry is not None else None
