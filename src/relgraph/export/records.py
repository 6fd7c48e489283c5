"""Records as plain data that reads back as it was: what equals its default is left out, dates and figures are text.

A field of a fact may hold anything that its vocabulary types. There a date is {"date": "2025"}, a figure {"figure":
"14"} and what has parts {"parts": {...}}, so that each comes back as what it was.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from relgraph.facts.figures import Figure, parse_figure
from relgraph.facts.records import Absence, Actor, Citation, DatedName, Derivation, End, Fact, When, Withdrawal
from relgraph.reading.dates import Date, parse_date
from relgraph.reading.place import NOWHERE, Place
from relgraph.sources.card import Card, Covers, TableCard
from relgraph.sources.coverage import Coverage, Search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Plain: TypeAlias = dict[str, Any]

DATE, FIGURE, PARTS = "date", "figure", "parts"
SEEDS = "seeds"


def plain_record(record: Any, **told: Any) -> Plain:  # noqa: ANN401 - any of the records
    """A fact, an actor, a card, or what is in them, without its place; what is `told` stands for fields of it."""
    return {
        name: told[name] if name in told else _plain(name, value)
        for (name, default), value in zip(_fields(record.__class__), _values(record.__class__)(record), strict=True)
        if value is not default and value != default
    }


@cache
def _values(kind: Any) -> Callable[[Any], tuple[Any, ...]]:  # noqa: ANN401 - as below
    """What gives the values of the fields of a kind of record, of which it has two or more."""
    return attrgetter(*(name for name, _ in _fields(kind)))


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - a class, with or without fields
    """The fields of a kind of record but its place, each with its default; none of what is no record."""
    given: Iterable[tuple[str, Any]] = ()
    if is_dataclass(kind):
        given = ((one.name, one.default if one.default_factory is MISSING else {}) for one in fields(kind))
    elif hasattr(kind, "_fields"):
        given = ((name, kind._field_defaults.get(name, MISSING)) for name in kind._fields)
    return tuple((name, default) for name, default in given if name != "place")


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - what a field may hold
    if value.__class__ is str:  # as most are
        return value
    if name == "fields":
        return {key: tagged(item) for key, item in value.items()}
    if isinstance(value, Date):
        return value.text
    if _fields(value.__class__):
        return plain_record(value)
    if isinstance(value, tuple):
        return [_plain("", item) for item in value]
    return value


def tagged(value: Any) -> Any:  # noqa: ANN401 - as above
    """The value of a fact's own field."""
    if isinstance(value, Date):
        return {DATE: value.text}
    if isinstance(value, Figure):
        return {FIGURE: value.text}
    if isinstance(value, tuple):
        return [tagged(item) for item in value]
    if isinstance(value, dict):
        return {PARTS: {key: tagged(item) for key, item in value.items()}}
    return value


def untagged(value: Any) -> Any:  # noqa: ANN401 - as above
    """What `tagged` was given. Raises ValueError for what it does not give."""
    if isinstance(value, list):
        return tuple(map(untagged, value))
    if not isinstance(value, dict):
        return value
    [(tag, inner)] = value.items()
    if tag == PARTS:
        return {key: untagged(item) for key, item in inner.items()}
    if tag == FIGURE:
        return parse_figure(inner)
    if tag != DATE:
        raise ValueError(tag)
    return _date(inner)


def fact_of(plain: Mapping[str, Any]) -> Fact:
    """The fact that a plain record tells. Raises KeyError, TypeError or ValueError for what tells none."""
    place = _place(plain)
    made = _kept(plain, Fact._fields)
    made["ends"] = tuple(map(_end, made["ends"]))
    made["evidence"] = tuple(_citation(one, place) for one in made.get("evidence", ()))
    if "when" in made:
        made["when"] = When(**{word: _date(text) for word, text in made["when"].items()})
    if "fields" in made:
        made["fields"] = {name: untagged(value) for name, value in made["fields"].items()}
    if "withdrawn" in made:
        made["withdrawn"] = Withdrawal(_date(made["withdrawn"]["on"]), made["withdrawn"]["why"])
    for name in made.keys() & {"derivation", "closed"}:
        why = made[name]
        made[name] = Derivation(why["rule"], tuple(why["premises"]), why.get("ladder"))
    for name in made.keys() & {"per", "aliases", "also", "rules_off"}:
        made[name] = tuple(made[name])
    return Fact(**made, place=place)


def _end(plain: Mapping[str, Any]) -> End:
    made = _kept(plain, End._fields)
    away = (_with_dates(_kept(one, Absence._fields), "since", "until") for one in made.pop("away", ()))
    return End(**made, away=tuple(Absence(**one) for one in away))


def actor_of(plain: Mapping[str, Any]) -> Actor:
    """The actor that a plain record tells. Raises as `fact_of` does."""
    made = _with_dates(_kept(plain, Actor._fields), "since", "until")
    named = made.pop("names", ())
    made = {name: tuple(value) if isinstance(value, list) else value for name, value in made.items()}
    if "codes" in made:
        made["codes"] = tuple((scheme, code) for scheme, code in made["codes"])
    if "listed" in made:
        made["listed"] = tuple((scheme, first, last) for scheme, first, last in made["listed"])
    if named:
        made["names"] = tuple(
            DatedName(**_with_dates(_kept(one, DatedName._fields), "since", "until")) for one in named
        )
    return Actor(**made, place=_place(plain))


def card_of(plain: Mapping[str, Any]) -> Card:
    """The card that a plain record tells. Raises as `fact_of` does."""
    made = _with_dates(_kept(plain, Card._fields), "published", "retrieved")
    if "covers" in made:
        made["covers"] = Covers(_date(made["covers"]["period"]), made["covers"].get("paragraph"))
    if "no_facts" in made:
        made["no_facts"] = {int(number): why for number, why in made["no_facts"].items()}
    if "table" in made:
        table = _kept(made["table"], TableCard._fields)
        made["table"] = TableCard(**{"columns": {}, **table, "key": tuple(table["key"])})
    if "coverage" in made:
        made["coverage"] = Coverage(**_of_lists(made["coverage"], Coverage._fields))
    if "looked_for" in made:
        made["looked_for"] = tuple(Search(**_of_lists(one, Search._fields)) for one in made["looked_for"])
    made["index"] = tuple(made.get("index", ()))
    return Card(**made, place=Place(f"{SEEDS}/{made['id']}.yaml", 1))


def _of_lists(plain: Mapping[str, Any], names: Iterable[str]) -> Plain:
    """The fields of what was looked for: its dates as dates, its lists as tuples."""
    told = _with_dates(_kept(plain, names), "since", "until", "when")
    return {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}


def _kept(plain: Mapping[str, Any], names: Iterable[str]) -> Plain:
    """The fields of a record; a file may tell more than these, such as the sentence of a fact."""
    return {name: plain[name] for name in names if name in plain and name != "place"}


def _citation(plain: Mapping[str, Any], place: Place) -> Citation:
    made = _kept(plain, Citation._fields)
    for name in made.keys() & {"terms", "despite"}:
        made[name] = tuple(made[name])
    if "columns" in made:
        made["columns"] = tuple((name, column) for name, column in made["columns"])
    return Citation(**made, place=place._replace(line=plain.get("line", place.line)))


def _place(plain: Mapping[str, Any]) -> Place:
    return Place(plain["file"], plain.get("line", 0)) if "file" in plain else NOWHERE


def _with_dates(made: Plain, *names: str) -> Plain:
    return made | {name: _date(made[name]) for name in names if name in made}


def _date(text: str) -> Date:
    """A date as written. Raises ValueError for none."""
    found = parse_date(text)
    if found is None:
        message = "no date"
        raise ValueError(message)
    return found
