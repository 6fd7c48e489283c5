"""What may have been meant: the nearest id, the paragraphs that do say it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relgraph.facts.names import Names
    from relgraph.sources.library import Library

MOST_SEARCHES = 400
"""Each hint is a search; a dataset with more mistakes than this has one that no hint mends."""

_SHOWN = 5


class Hints:
    """Searches for what was meant, each done once."""

    def __init__(self, library: Library, names: Names) -> None:
        """Search these sources, and these names."""
        self._library = library
        self._names = names
        self._searches = 0
        self.meant = cache(self._meant)
        self.where = cache(self._where)

    def _meant(self, unknown: str) -> str:
        """A clause with the id that was likely meant and its name, or nothing."""
        if not self._may_search():
            return ""
        found = self._names.find(unknown.replace("-", " ")) or self._names.suggestions(unknown, most=1)
        found = found or self._names.of_table(unknown)
        return f"; did you mean {found[0]} ({self._names.title(found[0])})?" if found else ""

    def _where(self, source: str, term: str) -> tuple[int, ...] | None:
        """The paragraphs of a source that say a term; None when that is not looked for any more."""
        if not self._may_search():
            return None
        numbered = ((n, self._library.paragraph(source, n)) for n in range(1, self._library.size(source) + 1))
        return tuple(n for n, paragraph in numbered if paragraph is not None and paragraph.says(term))

    def _may_search(self) -> bool:
        self._searches += 1
        return self._searches <= MOST_SEARCHES


def listed(items: Sequence[object], most: int = _SHOWN) -> str:
    """Items in a sentence: "9", "9 and 10", "3, 4 and 7", "1, 2, 3, 4, 5 and 12 more"."""
    shown = [str(item) for item in items[:most]]
    rest = len(items) - len(shown)
    last = f"{rest} more" if rest else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last
