"""Words as they are compared: without marks and case, number words as digits.

The same few rules serve the word index, the check of citations and the search for names, so that a
word found by one is found by all. Folding is for comparing only; nothing folded is ever shown. Scripts beyond
Latin, Greek and Cyrillic are cut in `scripts`, which is imported where a text has them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = frozenset({8, 9, 84, 91, 103, 107, 118, 122, 129, 130, 132})
"""Combining classes of what makes another letter or syllable, and is no accent: voicing marks of kana, signs that take
a vowel away, vowels and tones of Thai, Lao and Telugu."""


class _Plain(dict[int, str]):
    """Each character without marks, for `str.translate`; one that is not there yet is worked out once."""

    def __init__(self, letters: dict[int, str], kept: frozenset[int] = frozenset()) -> None:
        """Begin with what some letters become; marks of the combining classes that are `kept` stay."""
        super().__init__(letters)
        self._kept = kept

    def __missing__(self, code: int) -> str:
        mark = unicodedata.combining(chr(code))
        self[code] = found = "" if mark and mark not in self._kept else chr(code)
        return found


_LETTERS = str.maketrans(  # what Unicode does not take apart; \u0131 is the dotless i
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "\u0131": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"Đ": "D", "Ð": "D", "Ø": "O", "Ł": "L", "Ħ": "H", "Ŧ": "T", "Æ": "AE", "Œ": "OE", "Þ": "TH"}
    | dict.fromkeys("\u2018\u2019\u201b\u2032\u02bb\u02bc\ua78c", "'")  # quotes that serve as apostrophes
    | dict.fromkeys("\u00ad\u115f\u1160\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff", "")  # what is not seen
)
_BARE, _SIGNED = _Plain(_LETTERS), _Plain(_LETTERS, _SIGNS)
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*\w*|[^\W\d_]+(?:'[^\W\d_]+)*(?:\d+(?:[.,]\d+)*)?\w*|\w+")
_LETTERS_THEN_DIGITS = re.compile(r"([^\W\d_]+)(\d+(?:[.,]\d+)*)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TEN_ORDINALS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"


def _figures() -> dict[str, str]:
    """Number words as figures, ordinals with their ending: sixty is 60, sixtieth 60th."""
    figures = {word: str(number) for number, word in enumerate(_CARDINALS.split())}
    figures |= {word: str(10 * number) for number, word in enumerate(_TENS.split(), start=2)}
    figures |= {word: f"{number}th" for number, word in enumerate(_ORDINALS.split())}
    figures |= {word: f"{10 * number}th" for number, word in enumerate(_TEN_ORDINALS.split(), start=2)}
    return figures | {"first": "1st", "second": "2nd", "third": "3rd"}


_FIGURES = _figures()
_TEN_WORDS = frozenset(_TENS.split())
_AFTER_TENS = frozenset(_CARDINALS.split()[1:10] + _ORDINALS.split()[1:10])


def fold(text: str) -> str:
    """Take marks and case off: "Lương Cường" and "LUONG CUONG" fold alike. Names are found by it."""
    if text.isascii():
        return text.lower()
    return _apart(text).translate(_BARE)


def plain(text: str) -> str:
    """A text as its words are compared: folded, but for signs that make other letters; any digits are 0 to 9."""
    if text.isascii():
        return text.lower()
    return _composed(_apart(text).translate(_SIGNED))


def _apart(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold()).casefold()  # apart, some signs are capitals again: ℡


def has_other_scripts(text: str) -> bool:
    """Whether a text has letters beyond Latin, Greek, Cyrillic and Armenian; a regular expression starts slowly."""
    return not text.isascii() and any(c >= "\u0590" and not "\u1d00" <= c < "\u2e80" for c in set(text))


def _composed(text: str) -> str:
    if not has_other_scripts(text):
        return text
    from relgraph.sources.scripts import composed  # noqa: PLC0415 - few texts have such scripts

    return composed(text)


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """The normalised words and figures of a text, in order.

    A possessive 's is dropped, letters glued to a figure come apart (VNĐ615 is vnd, 615), digit groups
    lose their commas (1,000 is 1000), and number words become digits (sixty-four is 64, fourth is 4th). Of a
    script that sets no blanks between words, each character with its signs stands for itself.
    """
    found: list[str] = []
    for token in _tokens(plain(text)):
        found += _split(token)
    return tuple(_with_figures(found))


def cased_words(text: str) -> tuple[str, ...]:
    """The same words one for one, with the capitals of the text."""
    unmarked = text if text.isascii() else _composed(unicodedata.normalize("NFKD", text).translate(_SIGNED))
    found: list[str] = []
    for token in _tokens(unmarked):
        found += _split(token)
    return tuple(_with_figures(found))


def _tokens(folded: str) -> list[str]:
    if not has_other_scripts(folded):
        return _TOKEN.findall(folded)
    from relgraph.sources.scripts import cut  # noqa: PLC0415 - as above

    return cut(folded, _TOKEN.findall)


_POSSESSIVE = ("'s", "'S")


def _split(token: str) -> list[str]:
    """A token without its possessive, letters and figures apart."""
    if token.isalpha():
        return [token]
    if token.endswith(_POSSESSIVE):
        token = token[:-2]
    glued = _LETTERS_THEN_DIGITS.fullmatch(token)
    return [_plain_number(part) for part in (glued.groups() if glued else [token])]


def _plain_number(part: str) -> str:
    """1,000,000 as 1000000; what is not grouped by threes stays (7,09)."""
    return part.replace(",", "") if _GROUPED.fullmatch(part) else part


def _with_figures(tokens: list[str]) -> list[str]:
    """Number words as figures; "sixty", "four" in a row make 64, "twenty", "first" 21st."""
    figures: list[str] = []
    after_tens = False
    for token in tokens:
        word = token.lower()
        figure = _FIGURES.get(word, token)
        if after_tens and word in _AFTER_TENS:
            figures[-1] = figures[-1][0] + figure
        else:
            figures.append(figure)
        after_tens = word in _TEN_WORDS
    return figures


def contains(text: tuple[str, ...], term: tuple[str, ...]) -> bool:
    """Whether the words of a term stand in a row in the words of a text."""
    if not term:
        return False
    size, at = len(term), -1
    try:
        while True:
            at = text.index(term[0], at + 1)
            if text[at : at + size] == term:
                return True
    except ValueError:  # its first word stands nowhere further on
        return False
