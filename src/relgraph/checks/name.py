"""A name that is looked for in a text: its words, their capitals, and the forms that a language gives them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from relgraph.sources.endings import forms_of_each
from relgraph.sources.paragraph import ABBREVIATION
from relgraph.sources.tags import ENGLISH, primary
from relgraph.sources.words import cased_words, words

_JOINING = "and et und y e и i et та en och ve ja es dan va na kai"
_AND = frozenset(_JOINING.split())
_THE = "the"
_SMALL_BEHIND = frozenset(["ca", "es", "fr", "gl", "it", "pt", "ro"])
"""Languages that often write small what follows the first word of a name: Guinea equatoriale, Unión europea."""


class Name(NamedTuple):
    """A name that is looked for: `words` normalised, `cased` with the capitals it keeps to, `forms` of each word."""

    text: str
    words: tuple[str, ...]
    cased: tuple[str, ...]
    forms: tuple[frozenset[str], ...]
    is_plain: bool = True
    is_proper: bool = True

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is one word of two or three capitals."""
        return len(self.cased) == 1 and 1 < len(self.text) <= ABBREVIATION and self.text.isupper()

    @property
    def articles(self) -> int:
        """How many of its first words are none without which it would be another: one, in The Gambia."""
        return int(len(self.words) > 1 and self.words[0] == _THE)

    def holds(self, other: Name) -> bool:
        """Whether it is longer than another name and has that one's words in a row, which may lack its article.

        What "and" joins to it stands there on its own: Serbia and Montenegro may be two countries.
        """
        wanted = other.forms[other.articles :]
        size = len(wanted)
        return any(
            all(not mine.isdisjoint(its) for mine, its in zip(self.forms[at : at + size], wanted, strict=True))
            and not self._joins(at, at + size)
            for at in range(len(self.forms) - size + 1)
            if len(self.forms) - self.articles > size
        )

    def has_all_of(self, other: Name) -> bool:
        """Whether it has all words of another name, in whatever order."""
        return all(any(not mine.isdisjoint(its) for mine in self.forms) for its in other.forms)

    def _joins(self, start: int, end: int) -> bool:
        before = self.words[start - 1 : start] if start else ()
        behind = self.words[end : end + 1] if self.is_proper else ()
        return not _AND.isdisjoint(before + behind)


@lru_cache(maxsize=4096)
def named(
    text: str, *, keeps_capitals: bool = True, language: str = ENGLISH, endings: str | None = None
) -> Name | None:
    """A name in a text of a language; None where nothing in it can be looked for.

    One that need not keep to its capitals, being made of common nouns, keeps them in abbreviations. `endings` is the
    language whose regular endings it takes, where these are not those of the text.
    """
    found = words(text)
    if not found:
        return None
    cased = cased_words(text) if not text.islower() else found
    kept = (
        _kept(cased, language) if keeps_capitals else tuple(word if word.isupper() else word.lower() for word in cased)
    )
    declined = forms_of_each(text, language if endings is None else endings)
    return Name(text, found, kept, declined, all(len(one) == 1 for one in declined), keeps_capitals)


def _kept(cased: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The capitals of a proper name: in one of several words, short ones may be written small (al-Sisi).

    In some languages so may all behind the first that is not short.
    """
    if all(len(word) <= ABBREVIATION for word in cased):
        return cased
    small = [len(word) <= ABBREVIATION and not word.isupper() for word in cased]
    if primary(language) in _SMALL_BEHIND:
        first = small.index(False)
        small[first + 1 :] = [not word.isupper() for word in cased[first + 1 :]]
    return tuple(word.lower() if is_small else word for word, is_small in zip(cased, small, strict=True))
