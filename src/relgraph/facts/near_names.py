"""Did you mean: the names nearest to one that nobody has, by the same rule here and in the page's script.

A name is near when few of its letters are wrong, missing, too many or changed over, or when it shares most of the words
that tell names apart. Titles, and words for the form of a state, tell none: neither Republic of Korea nor President
Ruto is near to whoever else is a republic, or a president.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LETTERS_FOR_A_SLIP = 4
"""Each so many letters of a name may hold one slip."""
MOST_SLIPS = 3
LONGEST = 100
"""Letters of a name; nothing is near to a longer one."""
SHARE = 0.6
"""How much of their telling words two names must share, as twice those in common to all (Dice)."""
_PLAIN = (
    "the of and for on in to a an de la republic kingdom state states democratic people peoples united federal union"
    " president prime minister chancellor king queen prince princess sultan emir secretary general ambassador envoy"
    " senator governor deputy vice former foreign mr mrs ms dr sir lady lord his her excellency he hon prof"
)
PLAIN_WORDS = frozenset(_PLAIN.split())
_ACCENTS = str.maketrans("`\u00b4", "''")
_ASIDE = frozenset(("Sm", "Sk"))
"""Categories of Unicode that part words, besides those of punctuation and blanks."""


class Nearness(NamedTuple):
    """How far a name is: slips first, then the share of words that is not in common. Nothing is nearer than a slip."""

    slips: int
    apart: float


def near_names(text: str, names: Mapping[str, Iterable[str]], most: int = 2) -> list[str]:
    """The ids whose names are nearest to a text, the nearest first; empty when none is near."""
    asked = plain(text) if len(text) <= LONGEST else ""
    if not asked:
        return []
    found = []
    for one, called in names.items():
        nearest = min((near for name in called if (near := nearness(asked, plain(name))) is not None), default=None)
        if nearest is not None:
            found.append((nearest, one))
    return [one for _, one in sorted(found)[:most]]


def plain(name: str) -> str:
    """A name as it is compared: without marks, case and apostrophes, one blank for whatever else parts words."""
    folded = fold(name.translate(_ACCENTS)).replace("'", "")
    if not folded.isascii() or not folded.replace(" ", "").isalnum():
        folded = "".join(" " if _parts(letter) else letter for letter in folded)
    return " ".join(folded.split())


def _parts(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "PZ" or category in _ASIDE or letter.isspace()


def nearness(asked: str, name: str) -> Nearness | None:
    """How near a name is to what was asked, both as `plain` gives them; None when it is not."""
    allowed = min(MOST_SLIPS, len(asked) // LETTERS_FOR_A_SLIP)
    slips = slips_between(asked, name, allowed)
    if slips is not None:
        return Nearness(slips, 0.0)
    first, second = (set(one.split()) - PLAIN_WORDS for one in (asked, name))
    shared = 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
    return Nearness(MOST_SLIPS + 1, 1 - shared) if shared >= SHARE else None


def slips_between(one: str, other: str, most: int) -> int | None:
    """How many letters must be put right, at most so many: changed, added, left out, or two neighbours changed over.

    That is the optimal string alignment distance. None when it is more.
    """
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                best = min(best, last[j - 2] + 1)
            row.append(best)
        if min(row) > most and min(before) > most:
            return None
    return row[-1] if row[-1] <= most else None
