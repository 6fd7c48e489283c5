"""Typing the values of one record: a reader for every key that a kind of relation allows.

Each reader takes the fields of a record and a key of it, and gives the typed value, or nothing with a
problem noted. Plain types are read by Fields itself; here stand those that only facts have.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from relgraph.facts.figures import NotAFigure, parse_figure
from relgraph.facts.records import AGAINST, Citation, End, When, Withdrawal
from relgraph.facts.shipped import kind_of_country, shipped_capital
from relgraph.reading.fields import Fields, all_texts
from relgraph.reading.place import Place
from relgraph.reading.tree import Map, Seq
from relgraph.vocabulary.kinds import DATES
from relgraph.vocabulary.renamed import kind_now

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from relgraph.facts.figures import Figure
    from relgraph.facts.records import Actor
    from relgraph.vocabulary.kinds import RelationKind, Role

Reader: TypeAlias = "Callable[[Fields, str], Any]"

UNKNOWN = "unknown"
EVERY, CAPITAL = "every", "capital"
LARGEST_PARAGRAPH = 999_999
REFERENCE = "reference"
"""The rule of what is referred to while reading: nothing is known of it yet but the actors."""


def plan_of(kind: RelationKind, source: str, actors: Mapping[str, Actor]) -> dict[str, Reader]:
    """A reader for every key that a record of this kind may have, the dates aside: `Whens` reads those together."""
    ends = {name: _end_reader(role, actors) for name, role in kind.roles.items()}
    own = {name: _FIELD_READERS[type_] for name, type_ in kind.fields.items()}
    named = (
        {"name": Fields.text, "aliases": Fields.texts, "article": Fields.text} if kind.is_node else {"id": Fields.text}
    )
    return {
        **ends,
        **named,
        "kind": _choice_reader(kind.kinds, relation=kind.id),
        "status": _choice_reader(kind.statuses, "status"),
        "stance": _choice_reader((AGAINST,)),
        "per": Fields.texts,
        "note": Fields.text,
        "disputed": Fields.flag,
        "implies_nothing": Fields.flag,
        "inferred": Fields.flag,
        "withdrawn": _withdrawn,
        "evidence": _evidence_reader(source),
        **own,
    }


class Whens(dict[tuple[Any, ...], When]):
    """The dates of records, read once for each combination of texts: a thousand facts share a year."""

    def of(self, fields: Fields) -> When:
        """The dates of a record; those that are wrong are noted and left out."""
        texts = tuple(map(fields.tree.get, DATES))
        try:
            return self[texts]
        except (KeyError, TypeError):  # TypeError: a list or a map stands in the place of a date
            return self._read(fields, texts)

    def _read(self, fields: Fields, texts: tuple[Any, ...]) -> When:
        noted = len(fields.problems)
        when = When(*map(fields.date, DATES))
        if len(fields.problems) == noted:
            self[texts] = when
        return when


@lru_cache(maxsize=65_536)
def end(role: str, one: str, *, every: bool = False, capital: bool = False) -> tuple[End, ...]:
    """The ends that an id makes: one, shared by all facts that have it; none for `unknown`."""
    return () if one == UNKNOWN else (End(role, one, every, capital),)


def _end_reader(role: Role, actors: Mapping[str, Actor]) -> Reader:
    """An id, a list of them where the role takes many, {every: group} or {capital: country}."""

    def read(fields: Fields, key: str) -> tuple[End, ...]:
        value = fields.tree[key]
        if type(value) is str:
            return end(key, value) if value else ()
        if type(value) is Map:
            return _referred(fields, role, value, actors)
        if not role.many:
            fields.problem(f"{key} takes one id, not a list", key)
            return ()
        return tuple(one for item in value for one in listed(fields, item))

    def listed(fields: Fields, item: Any) -> tuple[End, ...]:  # noqa: ANN401 - whatever stands in the list
        if type(item) is Map:
            return _referred(fields, role, item, actors)
        if type(item) is str and item:
            return end(role.name, item)
        fields.problem(f"{role.name} must be a list of ids", role.name)
        return ()

    return read


def _referred(fields: Fields, role: Role, value: Map, actors: Mapping[str, Actor]) -> tuple[End, ...]:
    """{every: group} is the group for each of its members; {capital: country} its capital.

    Where a country may stand, that is the country, spoken of by its capital; else the city.
    """
    word, name = next(iter(value.items()), ("", ""))
    if len(value) != 1 or word not in {EVERY, CAPITAL} or type(name) is not str or not name:
        fields.problem(f"{role.name} takes an id, {{every: group}} or {{capital: country}}", role.name)
        return ()
    if word == EVERY and role.many:
        return end(role.name, name, every=True)
    if word == EVERY:
        fields.problem(f"{role.name} takes one id; every stands for several", role.name)
        return ()
    capital = shipped_capital(name, actors)
    if capital is None:
        fields.problem(f"no capital is given for {name}", role.name, REFERENCE)
        return ()
    stands = kind_of_country(name, actors) in role.types
    return end(role.name, name if stands else capital, capital=True)


def _choice_reader(choices: tuple[str, ...], rule: str | None = None, relation: str = "") -> Reader:
    """A reader of one of some words; of a narrower kind of a `relation`, it knows what former ones are now."""
    known = frozenset(choices)

    def read(fields: Fields, key: str) -> str | None:
        value = fields.tree[key]
        if type(value) is str and value in known:
            return value
        now = kind_now(relation, value) if relation and type(value) is str else ""
        if now:
            fields.problem(f"{value} is not a {key}{now}", key, rule)
            return None
        return fields.one_of(key, choices, rule)

    return read


def _figure(fields: Fields, key: str) -> Figure | None:
    value = fields.text(key)
    try:
        return parse_figure(value) if value else None
    except NotAFigure as error:
        fields.problem(str(error), key, "figure")
        return None


def _withdrawn(fields: Fields, key: str) -> Withdrawal | None:
    """{on: date, why: text}; both are needed, or a fact would be taken back without a reason."""
    inner = fields.within(fields.map(key))
    inner.only(("on", "why"))
    on, why = inner.date("on"), inner.text("why")
    if on is not None and why is not None:
        return Withdrawal(on, why)
    fields.problem("withdrawn wants {on: date, why: text}", key)
    return None


def _parts(fields: Fields, key: str) -> tuple[Mapping[str, Any], ...]:
    """What a count is made up of: a list of {what, says, of}."""
    parts = []
    for item in fields.maps(key):
        part = fields.within(item)
        part.only(("what", "says", "of"))
        parts.append({"what": part.text("what"), "of": part.text("of"), "says": _figure(part, "says")})
    return tuple(parts)


def _evidence_reader(source: str) -> Reader:
    """One citation or a list of them; `source` is meant where a citation names none.

    One that cannot be read stands as a citation of paragraph 0, which has been told: the fact does cite something.
    """

    def read(fields: Fields, key: str) -> tuple[Citation, ...]:
        value = fields.tree[key]
        if type(value) is Map:
            return (cite(fields, value),)
        if type(value) is Seq and all(type(item) is Map for item in value):
            return tuple([cite(fields, item) for item in value])
        if not value:
            return ()
        fields.problem("evidence wants {p: paragraph, terms: [...]}, or a list of such", key)
        return (Citation(source, 0, place=Place(fields.file, fields.tree.line_of(key))),)

    def cite(fields: Fields, item: Map) -> Citation:
        p, terms = item.get("p"), item.get("terms")
        number = _paragraph(p) if type(p) is str else None
        if number and len(item) == 2 and type(terms) is Seq and all_texts(terms):  # noqa: PLR2004 - as nine of ten
            return Citation(source, number, tuple(terms), place=Place(fields.file, item.line, item.column))
        return _of_row(fields, item, source) if "row" in item else special(fields, item, number)

    def special(fields: Fields, item: Map, number: int | None) -> Citation:
        """What says more than a paragraph and its terms, or is wrong."""
        noted = len(fields.problems)
        inner = Fields(item, fields.file, fields.problems, "evidence")
        if number is None:
            inner.problem(f"p must be the number of a paragraph, such as p: 9{_instead_of(item.get('p'))}", "p")
        place = Place(fields.file, item.line, item.column)
        inner.only(_CITATION, mending=True)
        cited, texts, despite = inner.text("in") or source, inner.texts("terms"), inner.texts("despite")
        inferred = inner.flag("inferred")
        return Citation(
            cited, (number or 0) if len(fields.problems) == noted else 0, texts, despite, inferred, place=place
        )

    return read


def _of_row(fields: Fields, item: Map, source: str) -> Citation:
    """A citation of a row of a table, by its key; the columns are those of its mapping, where none are named."""
    inner = Fields(item, fields.file, fields.problems, "evidence")
    inner.only(_ROW)
    columns = tuple(inner.named_texts("columns").items())
    cited, place = inner.text("in") or source, Place(fields.file, item.line, item.column)
    return Citation(cited, 0, (), (), inner.flag("inferred"), inner.required("row"), columns, place)


def _instead_of(p: object) -> str:
    """What is written instead of the number of a paragraph, and how several are cited."""
    if not p:
        return ""
    several = type(p) is not str or re.search(r"\d\D+\d", p)
    mend = "; several are cited as a list: [{p: 9, terms: [...]}, {p: 10, terms: [...]}]" if several else ""
    return f', not "{p}"{mend}' if type(p) is str else f", not a list or mapping{mend}"


_ROW = ("row", "columns", "in", "inferred")
_CITATION = ("p", "in", "terms", "despite", "inferred")


@lru_cache
def _paragraph(text: str) -> int | None:
    """The number of a paragraph, from 1."""
    if text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_PARAGRAPH)):
        return int(text) or None
    return None


_FIELD_READERS: dict[str, Reader] = {
    "text": Fields.text,
    "texts": Fields.texts,
    "ids": Fields.texts,
    "date": Fields.date,
    "interval": Fields.date,
    "figure": _figure,
    "ordinal": _figure,
    "tier": Fields.text,
    "relation": Fields.text,
    "parts": _parts,
}
