"""Numbers in words, in the languages other than English, whose own are read in `amounts`: quatorze, 十四, четырнадцати.

Those from 2 to 999. They become digits where they stand, so that what multiplies them and their currency is read as it
is of digits.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from relgraph.reading.word_table import SPELLED, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ALIASES = {
    "nb": "no",
    "iw": "he",
    "in": "id",
    "tl": "fil",
    "cmn": "zh",
    "sh": "sr",
    "mo": "ro",
    "hr": "sr",
    "bs": "sr",
}
_CHINESE = frozenset({"zh", "yue", "ja"})
_NO_BLANKS = frozenset({"th", "lo", "km", "my"})
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"«»„“”/\-\u2010-\u2015،؛।]+")
_BETWEEN = "-\u2010\u2011"
_DIGITS = {sign: value for value, signs in enumerate(("一", "二两兩", *"三四五六七八九"), 1) for sign in signs}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_ONE = f"[{''.join(_DIGITS)}]"
_OTHERS = f"〇零{''.join((*_DIGITS, *_UNITS))}"
_COUNTERS = "[个個名位项項国國家次份艘架所人亿億万萬方条條处處党カヶか箇つ者社隻機本]"
_CHINESE_NUMBER = re.compile(
    rf"(?<![第星期周週初{_OTHERS}])(?:(?={_ONE}{_COUNTERS}|[{_OTHERS}]{{2}}|十)"
    rf"(?:{_ONE}千零?)?(?:{_ONE}百零?)?(?:{_ONE}?十)?{_ONE}?)(?![月日号號年{_OTHERS}])"
)
"""Signs in a row that are no part of a date, an ordinal or a longer number; one by itself counts something."""


def with_digits(text: str, language: str) -> str:
    """A text with its numbers in words as digits, in at least as much room; as it is where none are known."""
    if not _numbers(language):
        return text
    parts, at = [], 0
    for start, end, value in _found(text, language):
        parts += [text[at:start], f"{value:>{end - start}}"]
        at = end
    return "".join((*parts, text[at:])) if parts else text


def forms_of(number: float, language: str) -> tuple[str, ...]:
    """A number in words, in all forms that a language has for it; none where they are not known."""
    return rows(SPELLED, _main(language)).get(f"{number:.0f}", ()) if number == int(number) else ()


def _found(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Each number in words: where it begins and ends, and its value."""
    main = _main(language)
    if main in _CHINESE:
        for found in _CHINESE_NUMBER.finditer(text):
            if found.group():
                yield *found.span(), _chinese(found.group())
    elif main in _NO_BLANKS:
        for found in _any_of(main).finditer(text):
            yield *found.span(), _numbers(language)[found.group()]
    else:
        yield from _among_words(text, language)


def _chinese(signs: str) -> int:
    """The value of signs such as 二百一十四."""
    value = digit = 0
    for sign in signs.replace("零", ""):
        digit = _DIGITS.get(sign, digit)
        if sign in _UNITS:
            value, digit = value + (digit or 1) * _UNITS[sign], 0
    return value + digit


def _among_words(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """The numbers of a text with blanks, each as long as it can be; a hundred with what is beside it."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        found = _longest(words, at, text, language)
        if found is None:
            at += 1
            continue
        last, value = found
        more = _longest(words, last + 1, text, language) if value % 100 == 0 else None
        beside = more and not text[words[last].end() : words[last + 1].start()].translate(_HYPHENS).strip()
        if more and beside and more[1] < 100:  # noqa: PLR2004 - a hundred
            last, value = more[0], value + more[1]
        yield words[at].start(), words[last].end(), value
        at = last + 1


def _longest(words: list[re.Match[str]], at: int, text: str, language: str) -> tuple[int, int] | None:
    """The longest number that begins with a word: the place of its last word, and its value."""
    if at >= len(words):
        return None
    size = _beginnings(language).get(_key(words[at].group(), language), 0)
    for last in range(min(at + size, len(words)) - 1, at - 1, -1):
        value = _numbers(language).get(_key(text[words[at].start() : words[last].end()], language))
        if value is not None:
            return last, value
    return None


@cache
def _numbers(language: str) -> Mapping[str, int]:
    """The value of each form of a language."""
    return {_key(form, language): int(what) for what, forms in rows(SPELLED, _main(language)).items() for form in forms}


@cache
def _beginnings(language: str) -> Mapping[str, int]:
    """The first word of each form, with how many words the longest has that begins so."""
    found: dict[str, int] = {}
    for form in _numbers(language):
        first, *others = form.split()
        found[first] = max(found.get(first, 0), 1 + len(others))
    return found


@cache
def _any_of(main: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_numbers(main), key=len, reverse=True))))


def _main(language: str) -> str:
    main = language.lower().replace("_", "-").partition("-")[0]
    return _ALIASES.get(main, main)


def _key(text: str, language: str) -> str:
    """Words as they are compared: in small letters, with one blank between them; of Arabic without its marks."""
    small = " ".join(text.casefold().translate(_HYPHENS).split())
    if not language.startswith("ar"):
        return small
    return "".join(one for one in unicodedata.normalize("NFKD", small) if not unicodedata.combining(one))


_HYPHENS = {ord(one): " " for one in _BETWEEN}
