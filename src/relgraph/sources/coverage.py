"""What a source leaves nothing out of, and what was looked for in it and not found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.tree import Map

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.reading.dates import Date
    from relgraph.reading.fields import Fields

EVERYONE = "everyone"


class Coverage(NamedTuple):
    """What was looked for, and found wherever it is: of which kinds, from when until when, and between whom.

    `actors` are ids, of which a pair must have both; with `everyone` among them, one; or those who have a code of a
    `scheme`.
    """

    kinds: tuple[str, ...]
    since: Date | None = None
    until: Date | None = None
    actors: tuple[str, ...] = ()
    scheme: str = ""


class Search(NamedTuple):
    """A search that found nothing: which kinds `who` looked for in a source, `when`, and between whom.

    `between` are ids, of which a pair must have both; with `everyone` among them, one. `since` and `until` are the time
    that was asked about, `where` the part of the source, or what else was looked through.
    """

    kinds: tuple[str, ...]
    between: tuple[str, ...]
    who: str
    when: Date
    where: str = ""
    since: Date | None = None
    until: Date | None = None


def is_between(pair: Iterable[str], named: tuple[str, ...]) -> bool:
    """Whether a pair, or one alone, is among those who are named: each, or with `everyone` beside them one of them."""
    there = [one in named for one in pair]
    return named == (EVERYONE,) or (any(there) if EVERYONE in named else all(there))


def read_coverage(fields: Fields) -> Coverage | None:
    """{kinds: [...], since, until, actors: everyone, a list of ids or {scheme: cow}}."""
    if "coverage" not in fields.tree:
        return None
    inner = fields.within(fields.map("coverage"))
    inner.only(("kinds", "since", "until", "actors"))
    actors = inner.tree.get("actors")
    if not actors:
        inner.problem("coverage must say whom: actors: everyone, a list of ids, or {scheme: cow}")
    of_scheme = isinstance(actors, Map)
    scheme = _scheme(inner.within(inner.map("actors"))) if of_scheme else ""
    named = () if of_scheme else inner.texts("actors")
    return Coverage(inner.texts("kinds"), inner.date("since"), inner.date("until"), named, scheme)


def _scheme(actors: Fields) -> str:
    actors.only(("scheme",))
    return actors.required("scheme")


def read_searches(fields: Fields) -> tuple[Search, ...]:
    """[{kinds: [...], between: [a, b], who, when, where, since, until}]: each a search that found nothing."""
    return tuple(_searches(fields))


def _searches(fields: Fields) -> Iterator[Search]:
    for entry in fields.maps("looked_for"):
        inner = fields.within(entry)
        inner.only(Search._fields)
        kinds, between, when = inner.texts("kinds"), inner.texts("between"), inner.date("when")
        for key, given in (("kinds", kinds), ("between", between), ("when", when)):
            if not given:
                inner.problem(f"looked_for wants {key}: {_WANTED[key]}", key)
        who, where = inner.required("who"), inner.text("where") or ""
        if kinds and between and when:
            yield Search(kinds, between, who, when, where, inner.date("since"), inner.date("until"))


_WANTED = {
    "kinds": "the kinds of relation that were looked for",
    "between": "two ids or more, or one and everyone",
    "when": "the day of the search",
}
