"""Cited paragraphs, and what was found in them so far: many facts ask the same of one paragraph."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.sources.library import BY_TEXT
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.names import Names
    from relgraph.facts.records import Actor
    from relgraph.reading.amounts import Amount
    from relgraph.sources.dates_said import DatesSaid
    from relgraph.sources.library import Paragraph
    from relgraph.vocabulary.model import Status

_FOUR_DIGITS = re.compile(r"\d{4}")
_CODE = re.compile(r"(?<!\w)[A-Z]{2}(?![\w$€£¥])")  # the US of US$900 is a currency, not the country


class CitedParagraph:
    """One paragraph of one source: what it says, whom it names, and which words in it speak against a status."""

    def __init__(
        self, place: tuple[str, int], paragraph: Paragraph, line: str, who: Who, language: str | None = None
    ) -> None:
        """Wrap paragraph `place` (source, number); `line` is its text, or its entry in the word index."""
        self.source, self.number = place
        self.words = frozenset(paragraph.words)
        self.says = paragraph.says_words
        self._line = line if paragraph.state == BY_TEXT else ""
        self.language = language
        self._who = who
        self._named: dict[str, bool] = {}
        self._against: dict[str, tuple[str, ...]] = {}

    def __str__(self) -> str:
        """Such as: p 9 of vns-2026."""
        return f"p {self.number} of {self.source}"

    def names(self, one: str) -> bool:
        """Whether an actor or a node is named here, by whatever name."""
        found = self._named.get(one)
        if found is None:
            found = self._named[one] = self._looks_for(one)
        return found

    @property
    def dates(self) -> DatesSaid:
        """The dates that it gives, in its language."""
        from relgraph.sources.dates_said import dates_in_text, dates_in_words  # noqa: PLC0415 - many need none

        return dates_in_text(self._line, self.language) if self._line else dates_in_words(self.words, self.language)

    @property
    def amounts(self) -> tuple[Amount, ...] | None:
        """The amounts that its text gives, in its language; None where only the word index is at hand."""
        if not self._line:
            return None
        from relgraph.reading.amounts import amounts_in  # noqa: PLC0415 - many give none

        return amounts_in(self._line, self.language)

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that it gives in figures."""
        may = any(_FOUR_DIGITS.search(word) or not word.isascii() for word in self.words)
        return self.dates.years if may else frozenset()

    @property
    def knows_months(self) -> bool:
        """Whether the months of its language are known, so that they can be asked for."""
        from relgraph.reading.calendar_words import calendar_of  # noqa: PLC0415 - as above

        return calendar_of(self.language).knows_months

    def against(self, status: Status) -> tuple[str, ...]:
        """The words here that speak against a status."""
        found = self._against.get(status.id)
        if found is None:
            found = tuple(word for word in status.beware if self.says(words(word)))
            self._against[status.id] = found
        return found

    def _looks_for(self, one: str) -> bool:
        if any(map(self.says, self._who.names.spoken(one))):
            return True
        if self._who.codes.get(one) in self._codes:
            return True
        return any(map(self.says, self._who.names.spoken_as_shipped(one)))

    @cached_property
    def _codes(self) -> frozenset[str]:
        """Pairs of capitals that stand alone. A word index knows no capitals, so it has none."""
        return frozenset(_CODE.findall(self._line))


class Who:
    """By what actors and nodes are known in a text, besides their ids."""

    def __init__(self, actors: Mapping[str, Actor], names: Names) -> None:
        """Gather the codes of countries."""
        self.names = names
        self.codes = {actor.id: actor.iso for actor in actors.values() if actor.iso}


def any_says(paragraphs: Iterable[CitedParagraph], spellings: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the paragraphs says one of the spellings, given as normalised words."""
    choices = tuple(spellings)
    return any(one.says(choice) for one in paragraphs for choice in choices)
