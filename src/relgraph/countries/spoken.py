"""By what countries are met in texts: their names, adjectives and people, in the forms that a language gives them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.countries.table import MANY, TABLES, table
from relgraph.reading.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = "en"
BESIDE = TABLES / "beside.txt"
BESIDE_OTHERS = TABLES / "beside_others.txt"
NAMES = TABLES / "names"
_TAGS = "ar de el en es fa fi fr he hi hu id it ja km ko lo ms nl pl pt ro ru sv sw th tr uk vi zh"
LANGUAGES = tuple(_TAGS.split())
"""The languages that names are known in: the first part of a BCP 47 tag."""


class Spoken(NamedTuple):
    """What is said, as it is written there, and the ids of those whom it may mean.

    None for a name that only holds a country's (Northern Ireland); several for one that they share (Congolese).
    `adjective` is true of adjectives and of what the people are called.
    """

    text: str
    ids: frozenset[str]
    adjective: bool


def spoken_in(language: str) -> tuple[Spoken, ...]:
    """All that countries are called in a language, given by its BCP 47 tag; nothing where none is known."""
    primary = language.partition("-")[0].lower()
    return _spoken(primary) if primary in LANGUAGES else ()


@cache
def _spoken(language: str) -> tuple[Spoken, ...]:
    found: dict[tuple[str, bool], set[str]] = {}
    for one, text, adjective in _english() if language == ENGLISH else _in_file(language):
        found.setdefault((text, adjective), set()).update((one,) if one else ())
    return tuple(Spoken(text, frozenset(ids), adjective) for (text, adjective), ids in found.items())


def _english() -> Iterator[tuple[str, str, bool]]:
    for one in table().values():
        yield from ((one.id, name, False) for name in one.names)
        yield from ((one.id, name, True) for name in (*one.adjectives, *one.people))
    yield from (("", name, False) for name in rows(BESIDE))


def _in_file(language: str) -> Iterator[tuple[str, str, bool]]:
    for row in rows(NAMES / f"{language}.txt"):
        one, names, cases, adjectives = row.split("\t")
        yield from ((one, name, False) for name in (*names.split(MANY), *filter(None, cases.split(MANY))))
        yield from ((one, name, True) for name in filter(None, adjectives.split(MANY)))
    for row in rows(BESIDE_OTHERS):
        of, name = row.split("\t")
        if of == language:
            yield "", name, False


def names_in(language: str) -> Iterator[tuple[str, str]]:
    """The ids and names, the usual one of each first, that a language of `LANGUAGES` other than English has for them.

    Without the forms that cases make.
    """
    for row in rows(NAMES / f"{language}.txt"):
        one, names, _ = row.split("\t", 2)
        yield from ((one, name) for name in names.split(MANY))
