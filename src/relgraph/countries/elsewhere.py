"""Finding countries by what they are called in other languages than English, as it is written or more loosely.

A name is found without its marks, articles and the order of its words; then without words for islands and for the
form of a state, which tables add as they like: Republiek Benin is Benin, Islas Maldivas is Maldivas. Nobody is found so
whose name such words may turn into another's: the Republic of China, in whatever language, is not China.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.countries.spoken import LANGUAGES, names_in
from relgraph.countries.table import TABLES
from relgraph.reading.shipped_tables import rows
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Ids: TypeAlias = frozenset[str]

_NOBODY: Ids = frozenset()
_PARTS = re.compile(r"\s*[(),/\[\]\u060c\uff08\uff09]\s*|\s+-\s+")
"""What parts a name from something behind it: its form as a state, its capital, another of its names."""
_MAY_PART = re.compile(r"[(),/\[\]\u060c\uff08\uff09]|\s-")

_BETWEEN = re.compile(
    r"[\s\-\u061c\u200e\u200f\u2010-\u2015\u202a-\u202e\u2066-\u2069\u2212_.,;:()\[\]/\u05be\u060c\uff08\uff09\u3001\u00b7\u30fb]+"
)
"""What stands between words of any script, marks of direction too; a vowel sign is none of it."""
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c00-\ua71f\ua800-\uffff]")
_LEAST, _LEAST_ELSEWHERE = 4, 2
"""Letters that a name must have to be found without its marks, in Latin letters and in others."""

_ALIKE = str.maketrans("أإآٱىةؤئغڤصطکیھہ", "اااايهويجفستكيهه", "\u0640")
_ARABIC_ARTICLE = re.compile(r"^(?:و?ال|و)(?=\w{2})")
_ARABIC_END = re.compile("(?<=[\u0620-\u064a]{3})\u0647$")
_ALEF = "\u0627"

_LOOSE_WORDS = TABLES / "loose_words.tsv"
_SMALL, _ISLAND, _FORM, _QUALITY = "small", "island", "form", "quality"

_BEHIND = re.compile("(?:(?:人民)?共和[国國]|王[国國]|群[岛島]|[諸羣]島|[岛島]|제도|섬|군도)$")
"""Words for islands and for the form of a state that are written together with the name."""
_OF_DIVIDED = (
    "congo korea guinea ireland germany vietnam yemen samoa sudan china cyprus"
    " north-korea south-korea republic-of-the-congo democratic-republic-of-the-congo north-macedonia south-sudan"
    " algeria saint-martin sint-maarten united-states-virgin-islands british-virgin-islands georgia somalia mexico"
    " dominica dominican-republic"
)
_DIVIDED = frozenset(_OF_DIVIDED.split())
"""Those whose name, with another word behind or before it, may be that of another (Sudan, South; Republic of China)."""


def in_any_language(text: str) -> Ids:
    """Whom the name means in the other languages: as it is written but for capitals, or else more and more loosely."""
    latin = _is_latin(text)
    is_heard = _is_heard(text, latin=latin)
    if found := _called(latin).get(text.casefold()) or (is_heard and _by_loose_name(text, latin=latin)):
        return found
    head, *rest = parts_of(text)
    found = _by_loose_name(head, latin=latin) if rest else _NOBODY
    return _but_divided(found) or (_by_core(text, latin=latin) if is_heard else _NOBODY)


def parts_of(text: str) -> list[str]:
    """A name, and each thing that stands behind it."""
    if not _MAY_PART.search(text):
        return [text]
    return [part for part in _PARTS.split(text) if part] or [""]


def _is_heard(text: str, *, latin: bool) -> bool:
    """Whether each word of a text stands in some name, or may be added to one."""
    if not latin and _BEHIND.search(text):
        return True
    return all(map(_may_be_added, {*_plain_words(text)} - _heard(latin)))


def _but_divided(ids: Ids) -> Ids:
    return _NOBODY if ids & _DIVIDED else ids


def _by_loose_name(text: str, *, latin: bool) -> Ids:
    key = _loose(text)
    return _called_loosely(latin).get(key, _NOBODY) if len(key) >= _least(latin=latin) else _NOBODY


def _by_core(text: str, *, latin: bool) -> Ids:
    """Whom a name means without words for islands, of which it must be one, and for the form of a state."""
    core = _core(text)
    if len(core.name) < _least(latin=latin):
        return _NOBODY
    ids = _but_divided(_called_loosely(latin).get(core.name, _NOBODY))
    return _NOBODY if core.is_island and not all(map(_is_island, ids)) else ids


def _least(*, latin: bool) -> int:
    return _LEAST if latin else _LEAST_ELSEWHERE


def _is_latin(text: str) -> bool:
    return text.isascii() or not _OTHER_SCRIPT.search(text)


@cache
def _called(latin: bool) -> Mapping[str, Ids]:  # noqa: FBT001 - by which script the names are in
    """Whom each name of another language means, of those in Latin letters or of the rest."""
    index: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for one, name in names_in(language):
            if _is_latin(name) == latin:
                index[name.casefold()].add(one)
    return {name: frozenset(ids) for name, ids in index.items()}


@cache
def _called_loosely(latin: bool) -> Mapping[str, Ids]:  # noqa: FBT001 - as above
    index: dict[str, set[str]] = defaultdict(set)
    for name, ids in _called(latin).items():
        index[_loose(name)] |= ids
    return {name: frozenset(ids) for name, ids in index.items()}


@cache
def _heard(latin: bool) -> frozenset[str]:  # noqa: FBT001 - as above
    """Every word of the names without those that are left out of them."""
    return frozenset(word for name in _called_loosely(latin) for word in name.split())


@cache
def _is_island(one: str) -> bool:
    """Whether the name of a country has, in some language, a word for islands."""
    every = (pair for latin in (True, False) for pair in _called(latin).items())
    return any(_core(name).is_island for name, ids in every if one in ids)


class Core(NamedTuple):
    """What is left of a name without words for islands and the form of a state, and whether it had one for islands.

    Qualities are left out only beside the form: the United Republic of Tanzania, but not United Russia.
    """

    name: str
    is_island: bool


def _core(name: str) -> Core:
    words = _loose(_BEHIND.sub("", name)).split()
    islands = {word for word in words if _is(_ISLAND, word)}
    forms = {word for word in words if _is(_FORM, word)}
    qualities = {word for word in words if _is(_QUALITY, word)} if forms else set()
    return Core(" ".join(word for word in words if word not in islands | forms | qualities), bool(islands))


def _loose(name: str) -> str:
    """A name without marks, articles and the order of its words; the Arabic letters that are mixed up as one."""
    return " ".join(sorted({word for word in _plain_words(name) if not _is(_SMALL, word)}))


def _plain_words(name: str) -> Iterator[str]:
    folded = fold(name).replace("'", " ")
    if folded.isascii():
        yield from filter(None, _BETWEEN.split(folded))
        return
    for word in _BETWEEN.split(folded.translate(_ALIKE)):
        if plain := _ARABIC_END.sub(_ALEF, _ARABIC_ARTICLE.sub("", word)):
            yield plain


def _may_be_added(word: str) -> bool:
    """Whether a word is one of those that tables add or leave out."""
    whole, beginnings = _added_words()
    return word in whole or word.startswith(beginnings)


@cache
def _added_words() -> tuple[frozenset[str], tuple[str, ...]]:
    every = _loose_words().values()
    return frozenset(word for whole, _ in every for word in whole), tuple(one for _, begun in every for one in begun)


def _is(kind: str, word: str) -> bool:
    """Whether a word is one of those that tables add or leave out, of a kind."""
    whole, beginnings = _loose_words()[kind]
    return word in whole or word.startswith(beginnings)


@cache
def _loose_words() -> Mapping[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Of each kind the whole words, and those of which any ending is one."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for row in rows(_LOOSE_WORDS):
        kind, words = row.split("\t")
        for word in words.split():
            every = found.setdefault(kind, (set(), set()))
            every[word.endswith("*")].update(_plain_words(word.removesuffix("*")))
    return {kind: (frozenset(whole), tuple(sorted(begun))) for kind, (whole, begun) in found.items()}
