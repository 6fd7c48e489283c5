"""Did you mean: the nearest of the words that would have done."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_WORD = 100
NEAR = 0.6
"""How like a word must be to be suggested, by difflib's ratio: from 0 for nothing in common to 1 for the same."""
SHORTEST_PART = 3
"""Letters that a word must have to be near to one that is longer by more than one."""
PLAIN = 0.8
"""How like a word must be to be taken for what was meant, as when evidnce is read as evidence."""
PLAINLY = 0.9
"""How like a known word must be to be suggested before one that has the word as a part."""
PARTED = str.maketrans("_-", "  ")
"""What parts the words of a name: diplomatic_relations, new-zealand."""
COMMON = 0.25
"""A pair of letters that this share of the words has is not looked for, where there are rarer ones."""
FEW = 60
"""So many words are each compared; among more, so many that share most pairs of letters with what was written."""
SHOWN = 16


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The likeliest of the known words, best first; empty when none comes near."""
    return list(_nearest(word, tuple(known), most)) if len(word) <= LONGEST_WORD else []


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Remembered, since one mistake is often made in a thousand records."""
    from difflib import get_close_matches

    candidates = list(known if len(known) <= FEW else _index(known).candidates(word))
    if len(word) < SHORTEST_PART:  # else "in" would be near to "kind"
        candidates = [one for one in candidates if len(one) <= len(word) + 1]
    return tuple(get_close_matches(word, candidates, n=most, cutoff=NEAR))


class _Index:
    """Words by their pairs of letters: one mistake is then compared with some, not with ten thousand."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._by_pair: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            for pair in _pairs(word):
                self._by_pair.setdefault(pair, []).append(number)

    def candidates(self, word: str) -> list[str]:
        """The words that have most in common with a word, in their own order; what most words have tells nothing."""
        found = [self._by_pair.get(pair, []) for pair in sorted(_pairs(word))]
        telling = [numbers for numbers in found if len(numbers) <= len(self._words) * COMMON] or found
        shared = Counter(chain.from_iterable(telling))
        size = len(word) + 2
        scores = [(-common / (size + len(self._words[number])), number) for number, common in shared.items()]
        return [self._words[number] for number in sorted(number for _, number in nsmallest(FEW, scores))]


@lru_cache(maxsize=4)
def _index(known: tuple[str, ...]) -> _Index:
    return _Index(known)


def _pairs(word: str) -> set[str]:
    """Each two letters in a row, the edges of the word counted as letters."""
    edged = f"\n{word}\n"
    return {edged[at : at + 2] for at in range(len(edged) - 1)}


def plainly_meant(word: str, known: Iterable[str], least: float = PLAIN) -> str | None:
    """The one of the known words that somebody meant who misspelt it in a letter or two; None if none is that near.

    `least` is how like the two must be.
    """
    from difflib import SequenceMatcher

    plain = word.lower()
    found = nearest(plain, known, most=1)
    return found[0] if found and SequenceMatcher(None, plain, found[0]).ratio() >= least else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause to end a sentence with: "; did you mean sp?", or nothing."""
    known = tuple(known)
    meant = (
        plainly_meant(word, known, PLAINLY) or _longer(word, known) or next(iter(nearest(word, known, most=1)), None)
    )
    return f"; did you mean {meant}?" if meant else ""


def _longer(word: str, known: Iterable[str]) -> str | None:
    """The shortest of the known words that has a word as one of its parts: diplomatic_relations for relations."""
    plain = word.lower()
    if len(plain) <= SHORTEST_PART:
        return None
    return min((one for one in known if plain in one.lower().translate(PARTED).split()), key=len, default=None)


def called(word: str, labels: Mapping[str, str]) -> str:
    """A clause to end a sentence with: the id that was likely meant, by itself or by its label."""
    plain = word.casefold().strip()
    by_label = [one for one, label in labels.items() if plain == label.casefold()]
    by_near = [one for one, label in labels.items() if label.casefold() in nearest(plain, _folded(labels), most=1)]
    found = by_label or nearest(plain, labels, most=1) or by_near
    label = f" ({labels[found[0]]})" if found and labels[found[0]] != found[0] else ""
    return f"; did you mean {found[0]}{label}?" if found else ""


def _folded(labels: Mapping[str, str]) -> list[str]:
    return [label.casefold() for label in labels.values()]


def one_of_these(word: str, known: Sequence[str]) -> str:
    """A clause to end a sentence with: which was likely meant, else some of those there are."""
    more = " and more" if len(known) > SHOWN else ""
    return did_you_mean(word, known) or f"; there are {', '.join(known[:SHOWN])}{more}"
