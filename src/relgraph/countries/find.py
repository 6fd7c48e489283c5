"""Finding countries by whatever people call them: codes, names in English however they are turned, other languages.

What is certain is found, what several are called gives all of them, and nothing is guessed: suggestions are another
matter. Codes are compared as they are written, so that no name that loses its marks is taken for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from relgraph.countries.elsewhere import in_any_language, parts_of
from relgraph.countries.table import by_code, table
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Ids: TypeAlias = frozenset[str]

NOBODY: Ids = frozenset()
LONGEST = 200
"""Letters of a name; nothing longer is looked for."""

_BARE = (("iso2", re.compile("[A-Z]{2}")), ("iso3", re.compile("[A-Z]{3}")), ("m49", re.compile("[0-9]{3}")))
"""The codes that need no scheme before them."""
_INITIALS = re.compile(r"(?<![^\W\d_])((?:[^\W\d_]\.){2,})")
_WORD = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("`\u00b4", "''")

_SHORT = {
    "st": "saint",
    "ste": "saint",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federation",
    "federated": "federation",
    "is": "island",
    "isl": "island",
    "isls": "island",
    "islands": "island",
    "islds": "island",
    "utd": "united",
    "afr": "african",
    "eq": "equatorial",
    "terr": "territory",
    "territories": "territory",
    "prov": "province",
    "herz": "herzegovina",
    "hercegovina": "herzegovina",
    "barb": "barbuda",
    "gren": "grenadines",
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "sts": "states",
    "ppl": "peoples",
    "dr": "democratic",
    "fyr": "republic",
    "viet": "viet",
}
"""What tables shorten, by what stands for it."""
_ASIDE = frozenset({"the", "of", "and", "former", "formerly", "ex", "dominion", "yugoslav", "government"})
"""Words that tell no country from another."""
_FORM_WORDS = (
    "republic state states kingdom islamic federal federation federative union plurinational bolivarian democratic"
    " peoples arab sultanate commonwealth principality emirate cooperative united hashemite socialist oriental"
    " independent territory occupied national authority dutch french part group great grand duchy country"
    " interim provisional in exile"
)
_FORMS = frozenset(_FORM_WORDS.split())
"""Words for the form of a state, which may stand behind its name."""
_BEFORE = frozenset({"republic", "kingdom"})
_TURNED = frozenset(
    {"congo", "korea", "china", "guinea", "ireland", "germany", "vietnam", "viet nam", "yemen", "samoa"}
)
"""Names that such words turn into that of another."""


def find(text: str) -> tuple[str, ...]:
    """The ids of all whom a text may mean, sorted; none for a text that is no name of a country."""
    asked = text.strip().translate(_APOSTROPHES)
    if not asked or len(asked) > LONGEST:
        return ()
    found = _by_code_with_scheme(asked) or _in_english(asked) or _by_bare_code(asked) or in_any_language(asked)
    return tuple(sorted(found))


def _by_code_with_scheme(text: str) -> Ids:
    if ":" not in text:
        return NOBODY
    scheme, _, code = text.partition(":")
    one = by_code(scheme.lower()).get(code.strip()) if code.isascii() else None
    return frozenset({one}) if one else NOBODY


def _by_bare_code(text: str) -> Ids:
    if text.isascii() and (text.isupper() or text.islower() or text.isdigit()):
        for scheme, form in _BARE:
            if form.fullmatch(text.upper()):
                one = by_code(scheme).get(text.upper())
                return frozenset({one}) if one else NOBODY
    return NOBODY


def _in_english(text: str) -> Ids:
    words = _words(text)
    if not _is_heard(words):
        return _by_parts(text)
    return _called(words) or _by_parts(text) or _by_form(words)


def _is_heard(words: Iterable[str]) -> bool:
    """Whether each word stands in some name: few do of names that nobody bears."""
    return _heard().issuperset(words)


def _called(words: list[str]) -> Ids:
    return _plain().get(" ".join(words)) or _turned().get(_bag(words)) or NOBODY


def _by_form(words: list[str]) -> Ids:
    """Whom Republic of and Kingdom of mean with a name behind them, unless that makes it another's."""
    form, *name = words if words[1:2] == ["of"] else [""]
    name = name[2:] if name[1:2] == ["the"] else name[1:]
    return _plain().get(" ".join(name), NOBODY) if form in _BEFORE and " ".join(name) not in _TURNED else NOBODY


def _words(text: str) -> list[str]:
    """The words of a name, initials joined, short forms spelled out, without an article before it."""
    folded = fold(text).replace("&", " and ")
    if "." in folded:
        folded = _INITIALS.sub(lambda found: found[1].replace(".", "") + " ", folded)
    words = [_SHORT.get(word, word) for word in _WORD.findall(folded.replace("'", ""))]
    return words[1:] if words[:1] == ["the"] else words


def _bag(words: Iterable[str]) -> str:
    """What is left of a name whatever the order of its words: Korea, Republic of is Republic of Korea."""
    return " ".join(sorted({word for word in words if word not in _ASIDE}))


@cache
def _plain() -> Mapping[str, Ids]:
    """Whom each name, adjective or word for a people means."""
    index: dict[str, set[str]] = defaultdict(set)
    for one in table().values():
        for name in (*one.spoken, *one.local):
            index[" ".join(_words(name))].add(one.id)
    return _settled(index)


@cache
def _turned() -> Mapping[str, Ids]:
    """Whom the words of each name mean in whatever order."""
    index: dict[str, set[str]] = defaultdict(set)
    for one in table().values():
        for name in one.names:
            index[_bag(_words(name))].add(one.id)
    index.pop("", None)
    return _settled(index)


def _settled(index: Mapping[str, set[str]]) -> Mapping[str, Ids]:
    """Where a country of today and a former state are called alike, the one of today is meant."""
    entries = table()
    today = {name: frozenset(one for one in ids if not entries[one].is_former) for name, ids in index.items()}
    return {name: today[name] or frozenset(ids) for name, ids in index.items()}


@cache
def _heard() -> Ids:
    """Every word that stands in a name, or tells no country from another."""
    return frozenset(word for name in _plain() for word in name.split()) | _ASIDE | _BEFORE


def _by_parts(text: str) -> Ids:
    """Whom a name with something behind it means: its form as a state, its capital, or another of its names."""
    head, *rest = parts_of(text)
    if not rest:
        return NOBODY
    words = _words(head)
    ids = _called(words)
    for part in rest:
        more = _words(part)
        if " ".join(words) in _TURNED or not _FORMS.issuperset(word for word in more if word not in _ASIDE):
            ids &= _plain().get(" ".join(more), NOBODY) | _by_capital().get(" ".join(more), NOBODY)
    return ids


@cache
def _by_capital() -> Mapping[str, Ids]:
    index: dict[str, set[str]] = defaultdict(set)
    for one in table().values():
        for city in one.capitals:
            index[" ".join(_words(city))].add(one.id)
    return {name: frozenset(ids) for name, ids in index.items()}
