"""By what countries are met in texts: their names, adjectives and people, in the forms that a language gives them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.countries.table import MANY, TABLES, table
from relgraph.reading.shipped_tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ENGLISH = "en"
BESIDE = TABLES / "beside.txt"
BESIDE_OTHERS = TABLES / "beside_others.txt"
NAMES = TABLES / "names"
_TAGS = (
    "af am ar as az be bg bn bs ca ckb cs cy da de el en es et eu fa fi fil fo fr ga gl gu ha he hi hr hu hy id ig is"
    " it ja ka kk km kn ko ku ky lb lo lt lv mi mk ml mn mr ms mt my nb ne nl nn om or pa pl ps pt ro ru sd si sk sl so"
    " sq sr sv sw ta te tg th ti tk to tr ug uk ur uz vi xh yo zh zu"
)
LANGUAGES = tuple(_TAGS.split())
"""The languages that names are known in: the first part of a BCP 47 tag."""
SPELLED_OUT = frozenset(("de", "el", "fi", "hu", "nl", "pl", "ro", "ru", "sv", "uk"))
"""Those whose tables have the forms that cases make; in others that decline names the regular endings are met."""
_AS = {"no": "nb", "tl": "fil", "sh": "sr", "cmn": "zh", "yue": "zh", "iw": "he", "in": "id", "mo": "ro"}
"""Tags that stand for one of them."""


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
    known = _known(language)
    return _spoken(known) if known else ()


@cache
def spoken_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """By the id of each country all that it is called in a language, given by its tag, other than English."""
    found: dict[str, list[str]] = {}
    for spoken in spoken_in(language):
        for one in spoken.ids:
            found.setdefault(one, []).append(spoken.text)
    return {one: tuple(texts) for one, texts in found.items()}


def is_spelled_out(language: str) -> bool:
    """Whether the forms that cases make are in the table of a language, given by its tag."""
    return language == ENGLISH or _known(language) in SPELLED_OUT


def _known(language: str) -> str | None:
    """The language of the tables that a tag is of; None where there is no table."""
    primary = language.partition("-")[0].lower()
    found = _AS.get(primary, primary)
    return found if found in LANGUAGES else None


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
    """The ids and names, the usual one of each first, that a language other than English has for them.

    Without the forms that cases make; nothing where no name is known.
    """
    known = _known(language)
    for row in rows(NAMES / f"{known}.txt") if known and known != ENGLISH else ():
        one, names, _ = row.split("\t", 2)
        yield from ((one, name) for name in names.split(MANY))
