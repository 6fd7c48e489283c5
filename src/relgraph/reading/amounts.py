"""Amounts in a text: a number in digits or words, what multiplies it, and the currency beside it.

The language says which mark is the decimal one, and has the words for thousands, millions and more.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.currencies import AFTER, BEFORE, NONE, currencies_of
from relgraph.reading.spelled import with_digits
from relgraph.reading.word_table import NUMBERS, powers_named, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = "en"
POINT, COMMA = ".", ","


class Amount(NamedTuple):
    """A number in units of one, the codes of the currency beside it (none if there is none), and where it stands.

    `currency_as_written` is the sign or name itself.
    """

    value: float
    currency: frozenset[str] = NONE
    start: int = 0
    end: int = 0
    currency_as_written: str = ""


class Style(NamedTuple):
    """How a language writes numbers: its decimal mark, the marks between groups, and its words with their powers."""

    decimal: str
    groups: str
    scales: dict[str, int]
    before: dict[str, int]


_SHORT = {"m": 6, "mn": 6, "mln": 6, "bn": 9, "b": 9, "tn": 12, "trn": 12, "k": 3}
_ENGLISH = {"hundred": 2, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, **_SHORT}
_NEEDS_CURRENCY = frozenset({"m", "b", "k"})
"""Letters that stand for other things too: 200m is a length, US$200m a sum."""
_SPACES = "\u00a0\u202f\u2009"


@cache
def style_of(language: str | None) -> Style:
    """How a language, or its region, writes numbers; as in English where none is given, or known."""
    tag = language or ENGLISH
    main = tag.lower().partition("-")[0]
    marks = {**rows(NUMBERS, main), **rows(NUMBERS, tag)} or rows(NUMBERS, ENGLISH)
    decimal, group = marks.get("decimal", (POINT,))[0], marks.get("group", (COMMA,))[0]
    scales = _powers(marks, "") | (_ENGLISH if main == ENGLISH else {})
    return Style(decimal, f"{' ' if group in _SPACES else group}'", scales, _powers(marks, "<"))


def _powers(marks: dict[str, tuple[str, ...]], ending: str) -> dict[str, int]:
    found = ((re.fullmatch(rf"e(\d+){ending}", what), words) for what, words in marks.items())
    return {_plain(word): int(power.group(1)) for power, words in found if power for word in words}


def _plain(text: str) -> str:
    """A text with plain digits and blanks, in composed letters; its capitals stay."""
    composed = (
        unicodedata.normalize("NFKC", text).replace("\u2019", "'").replace("\u066b", POINT).replace("\u066c", "'")
    )
    if composed.isascii():
        return composed
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in composed)


_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(("zero", *_UNITS, *_TEENS))}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)} | {"a": 1}
_HALF = "half a"
_ONE_WORD = "|".join(sorted({*_WORDS} - {"a"}, key=len, reverse=True))
_NUMBER_WORD = rf"(?:(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(_UNITS)})|{_ONE_WORD})(?![^\W_])"


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    """An amount in a language: currency, number, scales, currency, each but the number where it is there."""
    style = style_of(language)
    group, decimal = f"[{re.escape(style.groups)}]", re.escape(style.decimal)
    other = re.escape(COMMA if style.decimal == POINT else POINT)
    digits = rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?(?![\d])|\d+(?:{decimal}\d+|{other}\d{{1,2}}(?!\d))?"
    words = (
        f"|{_NUMBER_WORD}|(?:{_HALF}|a)(?=\\s(?:hundred|thousand|million|billion|trillion)\\b)"
        if _is_english(language)
        else ""
    )
    scale = "|".join(map(re.escape, sorted(style.scales, key=len, reverse=True))) or "(?!)"
    letter = r"(?![^\W\d_])" if any(map(str.isascii, style.scales)) else ""
    ahead = "|".join(map(re.escape, sorted(style.before, key=len, reverse=True))) or "(?!)"
    return re.compile(
        rf"(?P<before>{BEFORE})?\s?(?:(?<![^\W\d_])(?P<ahead>{ahead})\s)?"
        rf"(?P<number>(?<!\d)(?<!\d[.,])(?:{digits})|(?<![^\W_])(?:(?!){words}))"
        rf"(?P<scales>(?:[\s-]?(?:{scale}){letter}\.?)*)(?:\sand\s(?P<rest>\d\d?|{_NUMBER_WORD}))?"
        rf"(?:\s?(?:of\s|de\s|d')?(?P<after>{AFTER}))?",
        re.IGNORECASE,
    )


def _is_english(language: str | None) -> bool:
    return (language or ENGLISH).lower().startswith(ENGLISH)


@cache
def power_of(unit: str) -> tuple[int | None, str | None]:
    """The power of ten that a unit begins with in whatever language ("Mrd. EUR"), and what is left of the unit."""
    word, _, rest = unit.partition(" ")
    name = word.removesuffix(".").lower()
    if name in _ENGLISH and name not in _NEEDS_CURRENCY:
        return _ENGLISH[name], rest or None
    powers = powers_named(name) if len(name) >= SHORTEST and name.isalpha() else frozenset()
    return (next(iter(powers)), rest or None) if len(powers) == 1 else (None, unit)


SHORTEST = 3


@lru_cache(maxsize=4096)
def amounts_in(text: str, language: str | None = None) -> tuple[Amount, ...]:
    """Every amount that a text gives, in order. `language` is the tag of its source; None means English."""
    plain = _plain(text)
    if language is not None and not _is_english(language):
        plain = with_digits(plain, language)
    return tuple(chain.from_iterable(_amounts(found, language) for found in _pattern(language).finditer(plain)))


def _amounts(found: re.Match[str], language: str | None) -> Iterator[Amount]:
    """The amount of a match, in the way or ways that it can be read; none of digits inside a word: P4G, 80th."""
    if _is_inside_a_word(found):
        return
    style = style_of(language)
    beside = found.group("before"), found.group("after")
    sign = next((one for one in beside if one and currencies_of(one)), "")
    currency = currencies_of(sign)
    number = _value(found.group("number"), style)
    names = _names(found.group("scales"), style)
    if any(name in _NEEDS_CURRENCY for name in names) and not currency:
        names = []
    power = sum(style.scales[name] for name in names) + style.before.get((found.group("ahead") or "").lower(), 0)
    value = number * 10**power
    rest = found.group("rest")
    if rest and names[-1:] == ["hundred"]:
        yield Amount(value + _value(rest, style), currency, *found.span(), sign)
        return
    yield Amount(value, currency, *found.span(), sign)
    if rest:
        yield Amount(_value(rest, style), NONE, *found.span("rest"))


def _is_inside_a_word(found: re.Match[str]) -> bool:
    text, start, end = found.string, found.start("number"), found.end("number")
    glued_before = start > 0 and text[start - 1].isalpha() and text[start - 1].isascii()
    glued_behind = text[end : end + 1].isalpha() and text[end : end + 1].isascii()
    return (glued_before and not found.group("before")) or (
        glued_behind and not (found.group("scales") or found.group("after"))
    )


def _names(scales: str, style: Style) -> list[str]:
    """The words that multiply a number, one after another: "hundred million"."""
    by_length = sorted(style.scales, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, by_length)) or "(?!)", re.IGNORECASE)
    lower = {name.lower(): name for name in style.scales}
    return [lower[one.lower()] for one in pattern.findall(scales)]


def _value(number: str, style: Style) -> float:
    """The value of digits, or of English number words."""
    if number.lower() == _HALF:
        return 0.5
    if not number[0].isdigit():
        return float(sum(_WORDS[word] for word in re.split(r"[-\s]", number.lower())))
    bare = re.sub(rf"[{re.escape(style.groups)}](?=\d{{3}}(?!\d))", "", number)
    return float(bare.replace(style.decimal, POINT).replace(COMMA, POINT))
