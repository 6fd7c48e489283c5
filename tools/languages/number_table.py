"""The table of decimal marks and words for thousands, millions and more."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tools.languages.cldr import language_of, locales, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = """\
Decimal mark and mark between groups of digits, and words for powers of ten: e9 for what multiplies by a thousand
million, e9< where it stands before its number. A region has a row where its marks are others than its language's.
Source: Unicode CLDR 48.2, npm package cldr-numbers-full. Licence: Unicode License V3, see UNICODE-LICENSE.
Made by tools/languages; do not edit."""

_DIGITS = re.compile("0+")
_KEY = re.compile(r"(10+)-count-\w+")


def number_table(package: Path) -> str:
    """The text of the table. Raises InputError."""
    rows: dict[tuple[str, str], tuple[str, ...]] = {}
    words: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for locale, data in locales(package, "numbers.json"):
        numbers, language = data["numbers"], language_of(locale)
        symbols = numbers["symbols-numberSystem-latn"]
        for what in ("decimal", "group"):
            if rows.get((language, what)) != (symbols[what],):
                rows[locale, what] = (symbols[what],)
        for what, word in _scales(numbers["decimalFormats-numberSystem-latn"]):
            words[language, what][word] = None
    return table(HEAD, rows | _unlike(words))


def _scales(formats: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    """Each word that multiplies, with its power of ten: Mrd. of "0 Mrd." at 1000000000 is e9."""
    for width in ("long", "short"):
        for key, pattern in formats[width]["decimalFormat"].items():
            digits, power = _DIGITS.search(pattern), _KEY.fullmatch(key)
            if not digits or not power:
                continue
            before, after = (
                part.replace("'", "").strip("\u200f\u200e").strip() for part in _DIGITS.split(pattern, maxsplit=1)
            )
            scale = len(power.group(1)) - len(digits.group())
            if after and not before:
                yield f"e{scale}", after.removesuffix(".").replace("\u00a0", " ")
            elif before and not after:
                yield f"e{scale}<", before.removesuffix(".").replace("\u00a0", " ")


def _unlike(found: dict[tuple[str, str], dict[str, None]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The words that stand for one power only in all regions of a language, and are no sign or single letter."""
    powers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (language, what), words in found.items():
        for word in words:
            powers[language, word.casefold()].add(what.removesuffix("<"))
    return {
        (language, what): tuple(
            word for word in words if len(powers[language, word.casefold()]) == 1 and _is_word(word)
        )
        for (language, what), words in found.items()
    }


def _is_word(word: str) -> bool:
    return bool(re.search(r"[^\W\d_]", word)) and not re.search(r"[\d|\t]", word) and (len(word) > 1 or word > "\u3000")
