"""The regular endings that a name takes, in languages that decline names: Putin is met in Russian as Putina, Putinu.

For people, bodies and whatever else a dataset names; the names of countries ship with all their forms. The rules are
those of endings.tsv. Each form counts as a whole word only, so that a rule too many finds next to nothing that is not
meant: no stem is ever cut off the words of a text.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.reading.shipped_tables import rows
from relgraph.sources.words import plain, words

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLE = Path(__file__).with_name("endings.tsv")

_CODES = "az be bg bs cs da de el et eu fi hr hu hy is ka kk ky lt lv mn nb nn no pl ro ru sh sk sl sq sr sv tr uk uz"
_LANGUAGES = frozenset(_CODES.split())
_ALIKE = {"no": "nb", "nn": "nb", "hr": "sr", "bs": "sr", "sh": "sr"}
_VOWELS = frozenset("aeiouyаеиоуыэюяієαεηιουω")  # noqa: RUF001 - of Cyrillic and Greek too
_VOWEL, _CONSONANT, _NOTHING = "+", "*", "-"
_SHORTEST = 3
"""What has fewer letters is a particle or an abbreviation, and stays as it is."""


def declines(language: str) -> bool:
    """Whether names take endings in a language, by the rules that are known here."""
    return language in _LANGUAGES


@lru_cache(maxsize=65_536)
def forms(word: str, language: str) -> frozenset[str]:
    """A word of a name, as it is written, in all regular forms; folded as texts are, itself among them."""
    small = unicodedata.normalize("NFC", word).lower()
    made = {small}
    if len(small) >= _SHORTEST and small.isalpha():
        made |= _declined(small, language)
    return frozenset(map(plain, made))


def forms_of_each(name: str, language: str) -> tuple[frozenset[str], ...]:
    """For each normalised word of a name its regular forms, the word among them; alone where none are known."""
    found = words(name)
    if not declines(language):
        return tuple(frozenset((word,)) for word in found)
    written = tuple(name.split())
    told_apart = written if len(written) == len(found) else found  # with its marks, or else without
    return tuple(forms(one, language) | {word} for one, word in zip(told_apart, found, strict=True))


def _declined(word: str, language: str) -> set[str]:
    rules = _rules(language)
    for size in range(len(word) - 1, 0, -1):
        if word[-size:] in rules:
            return {word[:-size] + ending for ending in rules[word[-size:]]}
    vowel = not _VOWELS.isdisjoint(plain(word[-1]))
    made = {word + ending for ending in rules.get(_VOWEL if vowel else _CONSONANT, ())}
    if language == "hu" and not vowel:
        made |= {f"{word}{word[-1]}{ending}" for ending in ("al", "el", "a", "e")}  # with, into: Irakkal, Irakka
    return made


def _rules(language: str) -> Mapping[str, tuple[str, ...]]:
    """What may stand in place of each ending of a language."""
    return _table().get(_ALIKE.get(language, language), {})


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows(TABLE):
        language, ending, made = row.split("\t")
        found.setdefault(language, {})[ending] = tuple("" if one == _NOTHING else one for one in made.split())
    return found
