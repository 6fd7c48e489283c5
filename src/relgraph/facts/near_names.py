"""Did you mean: the names nearest to one that nobody has, by the same rule here and in the page's script.

A name is near when few of its letters are wrong, missing, too many or changed over, or when it shares most of the words
that tell names apart. Titles, and words for the form of a state, tell none: neither Republic of Korea nor President
Ruto is near to whoever else is a republic, or a president.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.collector import paused_collector
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


class NearNames:
    """Names to be looked through for those near to others: made ready once, since one mistake seldom comes alone."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """Take the names of each id."""
        self._ids: defaultdict[str, list[str]] = defaultdict(list)
        self._by_word: defaultdict[str, list[str]] = defaultdict(list)
        self._telling_words: dict[str, int] = {}
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        with paused_collector():
            for one, called in names.items():
                for name in called:
                    self._ids[plain(name)].append(one)
            for name in self._ids:
                self._by_length[len(name)].append(name)
                self._telling_words[name] = len(telling := _telling(name))
                for word in telling:
                    self._by_word[word].append(name)

    def near(self, text: str, most: int = 2) -> list[str]:
        """The ids whose names are nearest to a text, the nearest first; empty when none is near."""
        asked = plain(text) if len(text) <= LONGEST else ""
        found: dict[str, Nearness] = {}
        for name, near in (*self._slipped(asked), *self._sharing(asked)) if asked else ():
            for one in self._ids[name]:
                found[one] = min(near, found.get(one, near))
        return [one for _, one in sorted((near, one) for one, near in found.items())[:most]]

    def _slipped(self, asked: str) -> Iterator[tuple[str, Nearness]]:
        """Those with few slips; letters that only one of two names has tell soon that there are more."""
        allowed = min(MOST_SLIPS, len(asked) // LETTERS_FOR_A_SLIP)
        each, letters = set(asked), Counter(asked)
        for length in range(len(asked) - allowed, len(asked) + allowed + 1):
            for name in self._by_length.get(length, ()):
                if (
                    len(each.symmetric_difference(name)) <= 2 * allowed
                    and _common(letters, name) >= max(len(asked), length) - allowed
                ):
                    slips = slips_between(asked, name, allowed)
                    if slips is not None:
                        yield name, Nearness(slips, 0.0)

    def _sharing(self, asked: str) -> Iterator[tuple[str, Nearness]]:
        """Those that share most of the telling words."""
        words = _telling(asked)
        common = Counter(chain.from_iterable(self._by_word.get(word, ()) for word in words))
        for name, number in common.items():
            shared = 2 * number / (len(words) + self._telling_words[name])
            if shared >= SHARE:
                yield name, Nearness(MOST_SLIPS + 1, 1 - shared)


def _common(letters: Mapping[str, int], name: str) -> int:
    """How many letters a name has in common with another, one that comes twice in both as two."""
    return sum([min(times, name.count(letter)) for letter, times in letters.items()])


def _telling(name: str) -> frozenset[str]:
    return frozenset(name.split()) - PLAIN_WORDS


def plain(name: str) -> str:
    """A name as it is compared: without marks, case and apostrophes, one blank for whatever else parts words."""
    folded = fold(name.translate(_ACCENTS)).replace("'", "").translate(_ASCII_PARTS)
    if not folded.isascii():
        folded = "".join(" " if _parts(letter) else letter for letter in folded)
    return " ".join(folded.split())


def _parts(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "PZ" or category in _ASIDE or letter.isspace()


_ASCII_PARTS = {code: " " for code in range(128) if _parts(chr(code))}


def slips_between(one: str, other: str, most: int) -> int | None:
    """How many letters must be put right, at most so many: changed, added, left out, or two neighbours changed over.

    That is the optimal string alignment distance. None when it is more.
    """
    if abs(len(one) - len(other)) > most:
        return None
    one, other = _but_for_ends(one, other)
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


def _but_for_ends(one: str, other: str) -> tuple[str, str]:
    """Two names without what they begin and end with alike, which needs nothing put right."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    one, other = one[start:], other[start:]
    shorter -= start
    end = next((at for at in range(shorter) if one[-1 - at] != other[-1 - at]), shorter)
    return one[: len(one) - end], other[: len(other) - end]
