"""The labels of a ladder as texts have them: in the singular or the plural, a longer one hiding what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.sources.words import words

if TYPE_CHECKING:
    from relgraph.vocabulary.ladder import Ladder

Words: TypeAlias = tuple[str, ...]


class Labels(NamedTuple):
    """The labels of a ladder by their words, the lowest rung first; each way to write one, the longest first."""

    ladder: str
    known: dict[Words, str]
    ways: tuple[tuple[Words, Words], ...]
    begin: frozenset[str]

    @classmethod
    def of(cls, ladder: Ladder) -> Labels:
        """Take the labels of a ladder's rungs, and of what stands beside it."""
        known = {words(label): label for label in (*ladder.rungs.values(), *ladder.beside.values())}
        ways = [(way, label) for label in known if label for way in (label, (*label[:-1], f"{label[-1]}s"))]
        longest_first = sorted(ways, key=lambda way: len(way[0]), reverse=True)
        return cls(ladder.id, known, tuple(longest_first), frozenset(way[0] for way, _ in ways))

    def longest_in(self, text: Words) -> frozenset[Words]:
        """Those that stand in the words of a text, and not within a longer one of them."""
        if self.begin.isdisjoint(text):
            return frozenset()
        found, at = set[Words](), 0
        while at < len(text):
            here = next((way for way in self.ways if text[at : at + len(way[0])] == way[0]), None)
            found.update(here[1:] if here else ())
            at += len(here[0]) if here else 1
        return frozenset(found)

    def maybe_in(self, known: frozenset[str]) -> frozenset[Words]:
        """Those of which all words are among some."""
        if self.begin.isdisjoint(known):
            return frozenset()
        return frozenset([label for way, label in self.ways if known.issuperset(way)])
