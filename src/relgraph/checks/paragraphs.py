"""Cited paragraphs, and what was found in them so far: many facts ask the same of one paragraph."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, partial
from typing import TYPE_CHECKING

from relgraph.checks.common_words import MARKS_TELL, may_be_common
from relgraph.sources.paragraph import BY_INDEX
from relgraph.sources.readings import readings, reads
from relgraph.sources.tags import ENGLISH, primary
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.checks.labels import Labels, Words
    from relgraph.checks.name import Name
    from relgraph.checks.naming import Naming
    from relgraph.reading.amounts import Amount
    from relgraph.sources.dates_said import DatesSaid
    from relgraph.sources.other_calendars import OtherYear
    from relgraph.sources.paragraph import Match, Paragraph
    from relgraph.vocabulary.kinds import Status

_TWO_DIGITS = re.compile(r"\d\d")
_CURRENCIES = "$€£¥"  # the US of US$900 is a currency, not the country
LONGEST_MONTH, FIRST_YEAR = 31, 1000
CERTAIN = ""
"""Nothing else may stand there."""


class CitedParagraph:
    """One paragraph of one source: what it says, whom it names, and which words in it speak against a status."""

    def __init__(
        self, place: tuple[str, int], paragraph: Paragraph, naming: Naming, language: str | None = None
    ) -> None:
        """Wrap paragraph `place` (source, number), in which whoever is asked for is met by the names of `naming`.

        `language` is the tag that its card gives.
        """
        self.source, self.number = place
        self.words = frozenset(paragraph.words)
        self.says = paragraph.says_words
        self.by_index = paragraph.state == BY_INDEX
        self._paragraph = paragraph
        self._naming = naming
        self.language = language
        self._borne: dict[str, bool] = {}
        self._named: dict[str, bool] = {}
        self._as_shipped: set[str] = set()
        self._instead: dict[str, str | None] = {}
        self._against: dict[str, tuple[str, ...]] = {}
        self._rungs: dict[str, frozenset[Words]] = {}

    def __str__(self) -> str:
        """Such as: p 9 of vns-2026."""
        return f"p {self.number} of {self.source}"

    def bears(self, term: str) -> bool:
        """Whether a term stands here, with its capitals; by index, whether all of its words do."""
        found = self._borne.get(term)
        if found is None:
            found = self._borne[term] = self._paragraph.says(term)
        return found

    def names(self, one: str) -> bool:
        """Whether an actor or a node is named here, by whatever name; by index, whether it may be."""
        found = self._named.get(one)
        if found is None:
            found = self._named[one] = self._looks_for(one)
        return found

    def instead(self, one: str) -> str | None:
        """What may stand here instead of somebody's name, as far as a word index tells; empty where that is certain.

        None where nobody of that name stands here.
        """
        if not self.names(one):
            return None
        if not self.by_index or (self._naming.is_clear(one) and one not in self._as_shipped):
            return CERTAIN
        try:
            return self._instead[one]
        except KeyError:
            return self._instead.setdefault(one, self._doubt(one))

    @property
    def dates(self) -> DatesSaid:
        """The dates that it gives, in its language."""
        from relgraph.sources.dates_said import dates_in_text, dates_in_words  # noqa: PLC0415 - many need none

        return (
            dates_in_text(self._paragraph.line, self.language)
            if self._paragraph.line
            else dates_in_words(self.words, self.language)
        )

    @property
    def amounts(self) -> tuple[Amount, ...] | None:
        """The amounts that its text gives, in its language; None where only the word index is at hand."""
        if not self._paragraph.line:
            return None
        from relgraph.reading.amounts import amounts_in  # noqa: PLC0415 - many give none

        return amounts_in(self._paragraph.line, self.language)

    def in_dates(self, value: float) -> int:
        """How often its text has a number as the day or year of a date whose month is named."""
        from relgraph.sources.dates_said import figures_of_dates  # noqa: PLC0415 - few figures may be such

        may = value == int(value) and (value <= LONGEST_MONTH or value >= FIRST_YEAR)
        return figures_of_dates(self._paragraph.line, self.language)[int(value)] if may else 0

    @cached_property
    def years(self) -> frozenset[int]:
        """Every year that it gives in figures."""
        may = any(_TWO_DIGITS.search(word) or not word.isascii() for word in self.words)
        return self.dates.years if may else frozenset()

    @property
    def other_years(self) -> Iterator[OtherYear]:
        """The years of other calendars that it may give."""
        from relgraph.sources.other_calendars import other_years  # noqa: PLC0415 - asked where a year is wanting

        return other_years(self._paragraph.line, self.years, self.language)

    @property
    def knows_months(self) -> bool:
        """Whether the months of its language are known, so that they can be asked for."""
        from relgraph.reading.calendar_words import calendar_of  # noqa: PLC0415 - as above

        return calendar_of(self.language).knows_months

    @property
    def is_english(self) -> bool:
        """Whether it is in English, as is a source whose card names no language."""
        return primary(self.language) == ENGLISH

    def against(self, status: Status) -> tuple[str, ...]:
        """The words here that speak against a status."""
        found = self._against.get(status.id)
        if found is None:
            found = tuple(word for word in status.beware if self.says(words(word)))
            self._against[status.id] = found
        return found

    def rungs(self, labels: Labels) -> frozenset[Words]:
        """Which labels of a ladder stand here by themselves; by index, which may."""
        found = self._rungs.get(labels.ladder)
        if found is None:
            by_index = self.by_index
            found = labels.maybe_in(self.words) if by_index else labels.longest_in(words(self._paragraph.line))
            self._rungs[labels.ladder] = found
        return found

    def _looks_for(self, one: str) -> bool:
        met = self._index_has if self.by_index else partial(self._stands, one=one)
        if any(map(met, self._naming.declared(one))) or (not self.by_index and self._has_code(one)):
            return True
        found = any(map(met, self._naming.shipped(one)))
        if found:
            self._as_shipped.add(one)
        return found

    def _has_code(self, one: str) -> bool:
        """Whether an actor's code stands here alone, where small letters show what is one."""
        code = self._naming.code(one)
        return code is not None and not self._paragraph.line.isupper() and self._stands(code, one)

    def _doubt(self, one: str) -> str | None:
        """What may stand instead of the names that the word index has: see `instead`."""
        found = self._indexed(self._naming.declared(one), one)
        if found == CERTAIN:
            return CERTAIN
        return self._indexed((*self._naming.declared(one), *self._naming.shipped(one)), one)

    def _stands(self, name: Name, one: str) -> bool:
        """Whether a name stands in the text, with its capitals, other than inside a longer one."""
        here = self._paragraph
        if name.is_plain and not here.says_words(name.words):
            return False
        for match in here.matches(name.forms):
            if here.agrees(match, name.cased) and self._as_written(name):
                longer = self._naming.holding(name, one)
                apart = len(name.words) > 1 or not self._is_another(here.words[match.start], match.read_as[0])
                if apart and not any(self._covers(other, name, match) for other in longer):
                    return True
        return False

    def _is_another(self, word: str, read_as: str) -> bool:
        """Whether a word that is read as a name, with small words off, is another name with fewer of them off."""
        if word == read_as:
            return False
        more = (one for one in (word, *readings(word, self._naming.language)) if len(one) > len(read_as))
        return any(map(self._naming.is_another, more))

    def _covers(self, longer: Name, name: Name, match: Match) -> bool:
        """Whether a longer name stands over a match of a name, or over all of it but its article."""
        here = self._paragraph
        return any(
            found.start <= match.start + name.articles and match.end <= found.end and here.agrees(found, longer.cased)
            for found in here.matches(longer.forms)
        )

    def _as_written(self, name: Name) -> bool:
        """Whether a name of one word stands here letter for letter, where capitals and marks alone tell what it is."""
        alike = self._naming.alike(name)
        if len(name.words) > 1 or not (alike or self._naming.language in MARKS_TELL or name.is_abbreviation):
            return True
        line, text = (unicodedata.normalize("NFC", one) for one in (self._paragraph.line, name.text))
        found = re.search(
            rf"(?<!\w){re.escape(text)}(?![\w{_CURRENCIES}])", line, 0 if name.is_abbreviation else re.IGNORECASE
        )
        return found is not None or (line.isupper() and not alike)

    def _indexed(self, names: Iterable[Name], one: str) -> str | None:
        """Whether the word index has one of the names, and what may have stood there instead: see `instead`."""
        naming = self._naming
        there = [name for name in names if self._index_has(name)]
        others = (other for name in there for find in (naming.holding, naming.around) for other in find(name, one))
        longer = [other for other in others if self._index_has(other)]
        doubt = None
        for name in there:
            other = self._may_be_other(name, longer)
            if other == CERTAIN:
                return CERTAIN
            doubt = doubt or other
        return doubt

    def _index_has(self, name: Name) -> bool:
        here = self._paragraph
        if not name.is_plain:
            return all(not here.distinct.isdisjoint(forms) for forms in name.forms)
        if len(name.words) > 1 or not reads(self._naming.language):
            return here.holds(name.words)
        word = name.words[0]
        return here.holds(name.words) and any(
            word == one or (word in readings(one, self._naming.language) and not self._is_another(one, word))
            for one in here.words
        )

    def _may_be_other(self, name: Name, longer: Iterable[Name]) -> str:
        """A longer name, or a usual word, that may have stood here instead of a name that the word index has."""
        for other in longer:
            if set(name.words).issubset(other.words):
                return other.text
        if len(name.words) == 1:
            if alike := self._naming.alike(name):
                return alike
            for word in name.forms[0] & self._paragraph.distinct:
                if may_be_common(word, self._naming.language, self._paragraph.distinct):
                    return word
        return f"{name.text}..." if self._paragraph.may_go_on(name.words) else CERTAIN


def any_says(paragraphs: Iterable[CitedParagraph], spellings: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the paragraphs says one of the spellings, given as normalised words."""
    choices = tuple(spellings)
    return any(one.says(choice) for one in paragraphs for choice in choices)
