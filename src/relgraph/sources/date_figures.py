"""Dates in figures: 05.12.1963, 12/5/1963, 1963-12-05, 5.12., 12/1963, 2026年1月12日, 5 XII 1963."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.reading.calendar_words import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

DECEMBER, LONGEST_MONTH, CENTURY, TWO_DIGITS = 12, 31, 100, 2
CHINESE = frozenset({"zh", "yue", "ja"})
_MONTH_FIRST = frozenset({*CHINESE, "ko", "hu", "lt", "lv", "mn"})
COUNTED = {
    **dict.fromkeys(CHINESE, r"(?<!\d)(1[0-2]|0?[1-9])\s?月(?!\s?[间間])"),
    "ko": rf"(?<!\d)(1[0-2]|0?[1-9])\s?{bare('월')}",
    "vi": r"(?i)\b(?:thang|thg)\s?(1[0-2]|0?[1-9])(?!\d)",
}


def counted_months(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Months that a language counts (12月, tháng 12): where each begins and ends in a bare text, and m12."""
    if language in COUNTED:
        for found in re.finditer(COUNTED[language], text):
            yield found.start(), found.end(), f"m{int(found.group(1))}"


_NUMERALS = "〇一二三四五六七八九"
_YEAR_IN_SIGNS = "[〇零○一二三四五六七八九]{4}(?=年)"
_DAY_IN_SIGNS = "(?<=[月至到和与與、])([一二三]?)(十?)([一二三四五六七八九]?)(?=[日号號])"


def with_digits(text: str, language: str) -> str:
    """A text in whose dates Chinese numerals have become digits: 一九六三年五月十二日 is 1963年五月12日."""
    if language not in CHINESE:
        return text
    years = re.sub(_YEAR_IN_SIGNS, lambda found: "".join(str(max(_NUMERALS.find(c), 0)) for c in found.group()), text)
    return re.sub(_DAY_IN_SIGNS, _day, years)


_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = _ORDINALS.split()
_TENS = {"twenty": 20, "thirty": 30, "thirtieth": 30}
_FIRST = {
    "ca": "primer",
    "de": "erste[nr]?",
    "es": "primero",
    "fr": "premier",
    **dict.fromkeys(("gl", "pt"), "primeiro"),
    "it": "primo",
    "ro": "intai",
    "ru": "первого",
    "uk": "першого",
}
_OF = {"ca": "de ", "en": "of ", "es": "de ", "gl": "de ", "pt": "de "}
_IN_WORDS = {language: rf"\b{first} (?:{_OF.get(language, '')})?$" for language, first in _FIRST.items()}
_IN_WORDS["en"] = rf"\b(?:(?:(?:twenty|thirty)[ -])?(?:{'|'.join(ORDINALS)})|thirtieth) of $"
"""The first of a month in words, as bare texts in small letters have it before the month; in English any day."""
_LONGEST_DAY = len("thirty seventeenth of ")


def day_in_words(text: str, end: int, language: str) -> tuple[int, int] | None:
    """A day in words that ends where a month begins, in a bare text in small letters: where it begins, and the day."""
    start = max(end - _LONGEST_DAY, 0)
    found = re.search(_IN_WORDS[language], text[start:end]) if language in _IN_WORDS else None
    if found is None:
        return None
    *tens, last = re.split("[ -]", found.group().removesuffix(_OF.get(language, "")).rstrip())
    day = ORDINALS.index(last) + 1 if last in ORDINALS else _TENS.get(last, 1)
    return start + found.start(), day + sum(map(_TENS.__getitem__, tens))


def is_first(word: str, language: str) -> bool:
    """Whether a word of an index, made bare, is that for the first of a month."""
    return language in _FIRST and re.fullmatch(_FIRST[language], word) is not None


def _day(found: re.Match[str]) -> str:
    first, ten, last = (found.group(1), found.group(2), found.group(3))
    if not ten:
        return str(_NUMERALS.find(first or last)) if first or last else ""
    return str(10 * (_NUMERALS.find(first) if first else 1) + (_NUMERALS.find(last) if last else 0))


_YMD = r"(?<![\d.,])(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)"
_DMY = r"(?<![\d.,])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])"
_SLASHED = r"(?<![\d./,-])(\d{1,2})/(\d{1,2})(?![\d/])"
_DOTTED = r"(?<![\d.,])(?<!\d\.\s)(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)"
_MY = r"(?<![\d./,-])(0?[1-9]|1[0-2])[./](\d{4})(?!\d)"
_YM = r"(?<![\d./,-])(\d{4})[-/](0[1-9]|1[0-2])(?![\d/-])"
_ROMAN = r"(?<!\d)(\d{1,2})[\s.-]+(xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii|i)[\s.-]+(\d{4})(?!\d)"
ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def in_figures(text: str, language: str | None) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Each date in figures: month, day (0 if none), and the years that it may be of (none where none is written).

    A date with dots has its day first; one with strokes, as the language has it, or its region: in English either.
    """
    yield from filter(_exists, _whole(text, language or "en"))
    yield from filter(_exists, _parts(text, language or "en"))


def _exists(date: tuple[int, int, frozenset[int]]) -> bool:
    return 1 <= date[0] <= DECEMBER and date[1] <= LONGEST_MONTH


def _whole(text: str, language: str) -> Iterator[tuple[int, int, frozenset[int]]]:
    for year, _, month, day in re.findall(_YMD, text):
        yield int(month), int(day), frozenset({int(year)})
    for first, sign, second, year in re.findall(_DMY, text):
        for month, day in _orders(int(first), int(second), language, dotted=sign == "."):
            yield month, day, years_of(year)
    for day, month, year in re.findall(_ROMAN, text):
        yield ROMANS.index(month), int(day), frozenset({int(year)})


def _parts(text: str, language: str) -> Iterator[tuple[int, int, frozenset[int]]]:
    """Day and month without a year, month and year without a day."""
    for first, second in re.findall(_SLASHED, text):
        for month, day in _orders(int(first), int(second), language, dotted=False):
            yield month, day, frozenset()
    if not language.startswith("en"):
        for first, second in re.findall(_DOTTED, text):
            for month, day in _orders(
                int(first), int(second), language, dotted=language.partition("-")[0] not in _MONTH_FIRST
            ):
                yield month, day, frozenset()
    for month, year in re.findall(_MY, text):
        yield int(month), 0, frozenset({int(year)})
    for year, month in re.findall(_YM, text):
        if int(month) != int(year) % CENTURY + 1:  # 2011-12 is two years
            yield int(month), 0, frozenset({int(year)})


def _orders(first: int, second: int, language: str, *, dotted: bool) -> list[tuple[int, int]]:
    """Month and day, in the orders that two figures may stand in."""
    main = language.lower().replace("_", "-")
    if dotted:
        return [(second, first)]
    if main in {"en-us", "en-ph"} or main.partition("-")[0] in _MONTH_FIRST:
        return [(first, second)]
    return [(second, first), (first, second)] if main in {"en", "en-ca"} else [(second, first)]


_YEAR = re.compile(r"(?<![\d.,])\d{4}(?!\d)")
_TWO_YEARS = re.compile(r"(?<![\d.,/-])(\d\d)(\d\d)\s?[-/]\s?(\d\d)(?![\d/-]|[.,]\d)")
_SHORT_YEAR = re.compile(r"(?<![\w'])'(\d\d)(?![\w'])")


def years_in(text: str) -> Iterator[int]:
    """Every year in figures: 1963, both of 1963-64, and all that '63 may be."""
    yield from map(int, _YEAR.findall(text))
    for hundreds, first, last in _TWO_YEARS.findall(text):
        if int(last) == (int(first) + 1) % CENTURY or last > first:
            yield CENTURY * (int(hundreds) + (last < first)) + int(last)
    for year in _SHORT_YEAR.findall(text):
        yield from years_of(year)


_HUNDREDS = (1800, 1900, 2000)


def years_of(year: str) -> frozenset[int]:
    """The year, or of two digits all that may be meant."""
    return frozenset({int(year)} if len(year) > TWO_DIGITS else {hundred + int(year) for hundred in _HUNDREDS})
