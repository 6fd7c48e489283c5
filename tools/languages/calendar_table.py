"""The table of months, days of the week, and words that rest on the day on which they are said."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from relgraph.reading.calendar_words import AGO, NUMBER
from tools.languages.cldr import language_of, locales, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = """\
Months (m1 to m12, shortened a1 to a12), days of the week (w1, Monday, to w7), and words that rest on the day on which
they are said: the year, month, week, day, or day of the week before (-1), this (+0) and next (+1), and how many of
them ago (past-year), with {0} for the number.
Of each language the forms of all its regions; those inside a date (format) and those that stand alone, both.
Source: Unicode CLDR 48.2, npm package cldr-dates-full. Licence: Unicode License V3, see UNICODE-LICENSE.
Made by tools/languages; do not edit."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_RELATIVE = re.compile(r"relative-type-(-?\d)")
_COUNTED = ("year", "month", "week", "day")
_NUMBERS = {"one": 1, "two": 2}
_LETTERS = re.compile(r"[^\W\d_]")


def calendar_table(package: Path) -> str:
    """The text of the table. Raises InputError."""
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for locale, data in locales(package, "ca-gregorian.json"):
        for what, form in _named(data["dates"]["calendars"]["gregorian"]):
            found[language_of(locale), what].update(_usable(form, signs=what[0] == "m"))
    for locale, data in locales(package, "dateFields.json"):
        for what, form in _relative(data["dates"]["fields"]):
            found[language_of(locale), what].update(_usable(form))
    return table(HEAD, _unlike(found))


def _usable(form: str, *, signs: bool = False) -> dict[str, None]:
    """A form, unless it is a figure (1月), one letter, or the stand-in of a language that has none (M01).

    Of a letter with its vowel sign a month may be made, as মে is May: such are usable where `signs` are.
    """
    plain = form.strip().removesuffix(".").replace("\u00a0", " ")
    letters = len(_LETTERS.findall(plain))
    usable = letters > 1 or (signs and letters == 1 < len(plain))
    usable = usable and not re.search(r"[\d|\t]", plain.replace(NUMBER, ""))
    return {plain: None} if usable else {}


def _named(calendar: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    for use in ("format", "stand-alone"):
        for width, letter in (("wide", "m"), ("abbreviated", "a")):
            for number, name in calendar["months"][use][width].items():
                yield f"{letter}{number}", name
        for day, name in calendar["days"][use]["wide"].items():
            yield f"w{_DAYS.index(day) + 1}", name


def _relative(fields: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    names = {"year": "year", "month": "month", "week": "week", "day": "day"}
    names |= {day: f"w{number}" for number, day in enumerate(_DAYS, start=1)}
    for field, name in names.items():
        for key, form in fields[field].items():
            if found := _RELATIVE.fullmatch(key):
                yield f"{name}{int(found.group(1)):+d}", form
            elif key == "relativeTime-type-past" and name in _COUNTED:
                yield from _ago(name, form)


def _ago(name: str, patterns: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON
    """The forms that count, by the numbers that take them; some languages have a word for one year ago, or two."""
    for key, form in patterns.items():
        number = _NUMBERS.get(key.rpartition("-")[2])
        plain = form.removesuffix(f" ({NUMBER})")
        if NUMBER in plain:
            yield f"{AGO}{name}", plain
        elif number:
            yield f"{name}-{number}", plain


def _unlike(found: dict[tuple[str, str], dict[str, None]]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The forms that stand for one thing only; a shortened month that is the whole name too is left out."""
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (language, what), forms in found.items():
        for form in forms:
            meant[language, form.casefold()].add(what.replace("a", "m") if what[0] == "a" else what)
    return {
        (language, what): tuple(form for form in forms if _kept(language, what, form, found, meant))
        for (language, what), forms in found.items()
    }


def _kept(
    language: str,
    what: str,
    form: str,
    found: dict[tuple[str, str], dict[str, None]],
    meant: dict[tuple[str, str], set[str]],
) -> bool:
    if len(meant[language, form.casefold()]) > 1:
        return False
    return what[0] != "a" or form not in found[language, f"m{what[1:]}"]
