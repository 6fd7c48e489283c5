"""Did you mean: the nearest of the words that would have done."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_WORD = 100
NEAR = 0.6
"""How like a word must be to be suggested, by difflib's ratio: from 0 for nothing in common to 1 for the same."""


def nearest(word: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The likeliest of the known words, best first; empty when none comes near."""
    return list(_nearest(word, tuple(known), most)) if len(word) <= LONGEST_WORD else []


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Remembered, since one mistake is often made in a thousand records."""
    from difflib import get_close_matches

    return tuple(get_close_matches(word, known, n=most, cutoff=NEAR))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause to end a sentence with: "; did you mean sp?", or nothing."""
    found = nearest(word, known, most=1)
    return f"; did you mean {found[0]}?" if found else ""
