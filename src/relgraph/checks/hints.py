"""What may have been meant: the nearest id, the paragraphs that do say it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from relgraph.reading.suggest import LONGEST_WORD, nearest
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relgraph.facts.names import Names
    from relgraph.sources.library import Library

MOST_SEARCHES = 400
"""Each hint is a search; a dataset with more mistakes than this has one that no hint mends."""

MOST_NAMES = 500_000
"""Names that are looked through for ids that are not known: with more of both, the later ones get no hint."""

MOST_MEANT = 3
MOST_COMPARED = 60
MOST_PARAGRAPHS = 200
"""To look for like words is dearer than for the same ones."""

_SHOWN = 5
_LONGEST = 1_000
_SIMILAR = 0.75
"""How like the words of a paragraph must be to a term, by difflib's ratio, to be what was meant."""


class Hints:
    """Searches for what was meant, each done once."""

    def __init__(self, library: Library, names: Names) -> None:
        """Search these sources, and these names."""
        self._library = library
        self._names = names
        self._searches = self._compared = self._looked_through = 0
        self.meant = cache(self._meant)
        self.where = cache(self._where)
        self.instead = cache(self._instead)

    def _meant(self, unknown: str) -> str:
        """A clause with the id that was likely meant and its name, or nothing; with each whom a name may mean."""
        self._looked_through += self._names.size
        if not self._may_search() or self._looked_through > max(MOST_NAMES, self._names.size):
            return ""
        found = self._names.find(unknown.replace("-", " ")) or self._names.suggestions(unknown, most=1)
        found = found or self._names.of_table(unknown, MOST_MEANT)
        return f"; did you mean {' or '.join(f'{one} ({self._names.title(one)})' for one in found)}?" if found else ""

    def _where(self, source: str, term: str) -> tuple[int, ...] | None:
        """The paragraphs of a source that say a term; None when that is not looked for any more."""
        if not self._may_search():
            return None
        numbered = ((n, self._library.paragraph(source, n)) for n in range(1, self._library.size(source) + 1))
        return tuple(n for n, paragraph in numbered if paragraph is not None and paragraph.says(term))

    def _instead(self, source: str, number: int, term: str) -> tuple[str, tuple[int, ...]] | None:
        """The words that come nearest to a term which no paragraph says, in a paragraph or else in another.

        With them the paragraphs that say these; None when none come near.
        """
        self._compared += 1
        if self._compared > MOST_COMPARED:
            return None
        size = self._library.size(source)
        others = (n for n in range(1, min(size, MOST_PARAGRAPHS) + 1) if n != number)
        near = next(filter(None, (self._near(source, n, term) for n in (number, *others))), None)
        where = self.where(source, near) if near else None
        return (near, where) if near and where else None

    def _near(self, source: str, number: int, term: str) -> str | None:
        """The words of a paragraph that come nearest to a term."""
        if source in self._library.texts:
            return _nearest_words(term, self._library.texts[source][number - 1])
        paragraph = self._library.paragraph(source, number)
        there = paragraph.words if paragraph is not None else ()
        near = [word if word in there else "".join(nearest(word, there, most=1)) for word in words(term)]
        return " ".join(near) if near and all(near) else None

    def _may_search(self) -> bool:
        self._searches += 1
        return self._searches <= MOST_SEARCHES


def _nearest_words(term: str, line: str) -> str | None:
    """The words in a row, as they stand in a paragraph, that come nearest to a term: about as many as it has."""
    from difflib import get_close_matches

    size = len(term.split())
    tokens = [token.strip(_MARKS) for token in line.split()[:_LONGEST]]
    rows = {
        row.casefold(): row
        for length in (size, size + 1, max(size - 1, 1))
        for row in (" ".join(tokens[at : at + length]) for at in range(len(tokens) - length + 1))
        if abs(len(row) - len(term)) <= len(term) // 2
    }
    found = get_close_matches(term.casefold(), rows, n=1, cutoff=_SIMILAR) if len(term) <= LONGEST_WORD else []
    return rows[found[0]] if found else None


_MARKS = ".,;:!?()[]\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"


def listed(items: Sequence[object], most: int = _SHOWN) -> str:
    """Items in a sentence: "9", "9 and 10", "3, 4 and 7", "1, 2, 3, 4, 5 and 12 more", "none"."""
    shown = [str(item) for item in items[:most]]
    rest = len(items) - len(shown)
    last = f"{rest} more" if rest else shown.pop() if shown else "none"
    return f"{', '.join(shown)} and {last}" if shown else last
