"""Cutting the scripts beyond Latin, Greek and Cyrillic into words, and those without blanks into characters.

Chinese, Japanese, Thai, Lao, Khmer and Burmese set no blanks between words. There a character with its signs is what
is compared, in a text in order, and in a word index by overlapping pairs: 外交关系 is kept as 外交, 交关, 关系, from
which no sentence can be read. Elsewhere (Arabic, Hebrew, Hindi, Korean) a word is letters with their signs.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

GAP = "·"
"""Stands in a row of characters where the text has a blank or a stop between them: no word runs across it."""

_SCRIPTS = "\u0590-\u1cff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufeff\U00010000-\U0003ffff"
_LIKE = str.maketrans("ىیکەۀ", "ييكهه", "ـ")  # letters that Arabic and Persian write alike; the stroke that lengthens
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = f"\u3041-\u3096\u309d-\u309f{_KATAKANA}"
_FRONT = "\u0e40-\u0e44\u0ec0-\u0ec4"  # vowels of Thai and Lao written before their consonant
_BACK = "\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3"  # and those that are letters behind it
_STACK = "\u1039\u17d2"  # puts the next consonant below
_SOUTHEAST = (  # Thai, Lao; Burmese, Khmer
    "\u0e01-\u0e2f\u0e40-\u0e46\u0e81-\u0eae\u0ebd\u0ec0-\u0ec6\u0edc-\u0edf"
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3"
)
_UNSPACED = f"{_HAN}{_KANA}{_SOUTHEAST}{_BACK}"
_MARKS = "".join(chr(code) for code in range(0x0590, 0x1D00) if unicodedata.category(chr(code))[0] == "M")

_LETTER = f"(?![{_UNSPACED}])(?=[{_SCRIPTS}])[^\\W\\d_]"
_WORD = f"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
_CHARACTER = f"[{_FRONT}]?[{_UNSPACED}][{_MARKS}{_BACK}]*(?:(?<=[{_STACK}])[{_UNSPACED}][{_MARKS}]*)*"
_HEBREW = "(?<=[\u05d0-\u05ea])['\"](?=[\u05d0-\u05ea])"  # a stroke of an abbreviation or a foreign sound
_PIECE = re.compile(f"({_CHARACTER})|{_WORD}(?:{_HEBREW}{_WORD})*")
_UNSPACED_FIRST = re.compile(f"[{_UNSPACED}]")
_KATAKANA_ALONE = re.compile(f"[{_KATAKANA}]+")
_CLAUSE = re.compile(f"(?>{_CHARACTER}){{3}}")


def composed(text: str) -> str:
    """Letters put together again (syllables of Korean, voiced kana), letters alike as one, and digits as 0 to 9."""
    whole = unicodedata.normalize("NFC", text.translate(_LIKE)).replace("\u05f3", "'").replace("\u05f4", '"')
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in whole)


def cut(text: str, others: Callable[[str], list[str]]) -> list[str]:
    """The words of a folded text, each character of a script without blanks by itself; `others` cuts the rest."""
    found: list[str] = []
    end, in_row = 0, False
    for piece in _PIECE.finditer(text):
        between = others(text[end : piece.start()])
        if piece[1] and in_row and not between and piece.start() != end:
            between = [GAP]
        found += [*between, piece[0]]
        end, in_row = piece.end(), piece[1] is not None
    return found + others(text[end:])


def is_unspaced(word: str) -> bool:
    """Whether a word is a character of a script that sets no blanks."""
    return _UNSPACED_FIRST.match(word) is not None


def is_katakana(word: str) -> bool:
    """Whether a word is written in katakana, where one word ends where the script does."""
    return _KATAKANA_ALONE.fullmatch(word) is not None


@lru_cache(maxsize=65_536)
def indexed(words: tuple[str, ...]) -> tuple[str, ...]:
    """What a word index keeps of words in a row: the words, and pairs of characters where a script sets no blanks."""
    return tuple(_pairs(words))


def _pairs(words: Iterable[str]) -> Iterator[str]:
    before, alone = "", False
    for word in words:
        here = is_unspaced(word)
        if alone and not here:
            yield before
        if here and before:
            yield before + word
        elif not here and word != GAP:
            yield word
        alone = here and not before
        before = word if here else ""
    if alone:
        yield before


def holds_clause(entry: str) -> bool:
    """Whether an entry of a word index has a row of characters that is longer than a pair."""
    return not entry.isascii() and _CLAUSE.search(entry) is not None


def size_in_words(words: Iterable[str]) -> int:
    """How many words these are; where the script sets no blanks, two characters of Chinese or three others are one."""
    return math.ceil(sum(_share(word) for word in words) - 0.01)


def _share(word: str) -> float:
    if not is_unspaced(word):
        return 1.0
    return 1 / 3 if is_katakana(word) or re.match(f"[{_SOUTHEAST}]", word) else 1 / 2
