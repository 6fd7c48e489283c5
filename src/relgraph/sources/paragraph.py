"""What can be known of a paragraph: its words in order, or only which they are; and where something stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from relgraph.sources.readings import readings, reads
from relgraph.sources.tags import ENGLISH
from relgraph.sources.words import cased_words, contains, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

State: TypeAlias = Literal["text", "index", "table", "cited"]
"""How far a citation was verified: against the text, the word index, or the table, or not at all."""

BY_TEXT: Literal["text"] = "text"
BY_INDEX: Literal["index"] = "index"
BY_TABLE: Literal["table"] = "table"
ONLY_CITED: Literal["cited"] = "cited"

ABBREVIATION = 3
"""Up to so many capitals are read as an abbreviation, which small letters never are: US is not us. Nato may be NATO."""

Forms: TypeAlias = "Sequence[Iterable[str]]"
"""For each word that is looked for, the forms in which it may stand."""


class Match(NamedTuple):
    """Where something stands: the first of its words, the one after its last, and as what each was read."""

    start: int
    end: int
    read_as: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, by its text (`words` in order, `line` as it is written) or by its entry in the word index."""

    state: State
    words: tuple[str, ...]
    language: str = ENGLISH
    line: str = ""

    def says(self, term: str) -> bool:
        """Whether a term stands here on word boundaries, with its capitals; by index, whether all of its words do."""
        wanted = words(term)
        if self.state == BY_INDEX:
            return bool(wanted) and self.holds(wanted)
        if not self.says_words(wanted) or not _keeps_capitals(term):
            return self.says_words(wanted)
        return any(self.agrees(match, cased_words(term)) for match in self.matches([(word,) for word in wanted]))

    def says_words(self, term: tuple[str, ...]) -> bool:
        """Whether normalised words stand here in a row, whatever their capitals; by index, whether all of them do."""
        if not term:
            return False
        if self.distinct.issuperset(term):
            return self.state == BY_INDEX or len(term) == 1 or self._in_a_row(term)
        return self.state == BY_INDEX and self._has_unspaced and self.holds(term)

    def _in_a_row(self, term: tuple[str, ...]) -> bool:
        if not reads(self.language) and not self._has_unspaced:
            return contains(self.words, term)
        return any(self.matches([(word,) for word in term]))

    def holds(self, term: tuple[str, ...]) -> bool:
        """Whether the word index has all that it would keep of these words."""
        if not self._has_unspaced:
            return self.distinct.issuperset(term)
        from relgraph.sources.scripts import indexed, is_unspaced  # noqa: PLC0415 - few texts have such scripts

        kept = indexed(term)
        alone = {one for one in kept if one in term and is_unspaced(one)}
        return self.distinct.issuperset(set(kept) - alone) and all(
            any(one in word for word in self.distinct) for one in alone
        )

    def says_forms(self, forms: Sequence[frozenset[str]]) -> bool:
        """Whether words stand here in a row, each in one of its forms; by index, whether one form of each does."""
        if all(len(choices) == 1 for choices in forms):
            return self.says_words(tuple(next(iter(choices)) for choices in forms))
        if any(map(self.distinct.isdisjoint, forms)):
            return False
        return self.state == BY_INDEX or any(self.matches(forms))

    def matches(self, forms: Forms) -> Iterator[Match]:
        """Every place of the text where words stand in a row, each in one of its forms."""
        at = self._at
        first, *others = forms
        for read_as in first:
            for start in at.get(read_as, {}):
                found = [read_as]
                for further, choices in enumerate(others, start + 1):
                    word = next((one for one in choices if further in at.get(one, {})), None)
                    if word is None:
                        break
                    found.append(word)
                else:
                    if self._is_whole(start, start + len(forms)):
                        yield Match(start, start + len(forms), tuple(found))

    def agrees(self, match: Match, cased: Sequence[str]) -> bool:
        """Whether a match has the capitals that its words are written with; all will do where a text has no others."""
        if self._all_capitals or len(self._cased) != len(self.words):
            return True
        here = self._cased[match.start : match.end]
        return all(map(_same_capitals, cased, here, match.read_as))

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no word of katakana goes on before or behind."""
        if not self._has_unspaced:
            return True
        from relgraph.sources.scripts import is_katakana  # noqa: PLC0415 - as above

        row = self.words
        goes_on = start > 0 and is_katakana(row[start]) and is_katakana(row[start - 1])
        return not goes_on and not (end < len(row) and is_katakana(row[end - 1]) and is_katakana(row[end]))

    def may_go_on(self, words: tuple[str, ...]) -> bool:
        """Whether the word index has a character of katakana that may stand right before or behind these words."""
        if not self._has_unspaced:
            return False
        from relgraph.sources.scripts import is_katakana  # noqa: PLC0415 - as above

        first, last = words[0], words[-1]
        longer = (
            (pair.removesuffix(first) for pair in self.distinct if pair.endswith(first)) if is_katakana(first) else ()
        )
        after = (
            (pair.removeprefix(last) for pair in self.distinct if pair.startswith(last)) if is_katakana(last) else ()
        )
        return any(map(is_katakana, (*longer, *after)))

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The words that stand here, and what they may be read as."""
        found = frozenset(self.words)
        if reads(self.language):
            found = found.union(*(readings(word, self.language) for word in found))
        return found

    @cached_property
    def _at(self) -> Mapping[str, Mapping[int, None]]:
        """For each word, and each reading of one, where it stands, in order; a word may stand there very often."""
        found: dict[str, dict[int, None]] = {}
        for number, word in enumerate(self.words):
            found.setdefault(word, {})[number] = None
            for reading in readings(word, self.language):
                found.setdefault(reading, {})[number] = None
        return found

    @cached_property
    def _cased(self) -> tuple[str, ...]:
        return cased_words(self.line)

    @cached_property
    def _all_capitals(self) -> bool:
        return self.line.isupper()

    @cached_property
    def _has_unspaced(self) -> bool:
        if all(map(str.isascii, self.words)):
            return False
        from relgraph.sources.scripts import is_unspaced  # noqa: PLC0415 - as above

        return any(map(is_unspaced, self.words))


def _same_capitals(wanted: str, here: str, read_as: str) -> bool:
    """Whether a word of a text begins with a capital where the one looked for does; short ones are all capitals."""
    if not wanted[:1].isupper():
        return True
    at = max(here.lower().find(read_as), 0)
    if 1 < len(wanted) <= ABBREVIATION and wanted.isupper():
        return not any(letter.islower() for letter in here[at : at + len(wanted)])
    return not here[at : at + 1].islower()


@lru_cache(maxsize=65_536)
def _keeps_capitals(term: str) -> bool:
    """Whether a term has capitals to keep to."""
    return not term.islower() and any(map(str.isupper, term))
