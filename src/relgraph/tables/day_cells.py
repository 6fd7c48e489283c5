"""Cells that are dates: 1995-02-03, 19950203, 3 Feb 1995, or 03/02/1995 where it is said how its parts stand.

Nothing is left out of a cell but a time of day: what says more than a date is no date that can be read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from relgraph.reading.dates import NotADate, parse_date
from relgraph.tables.mapping import DAY, MONTH, YEAR

LONGEST = 100
"""Letters of a date; nothing longer is looked through, or remembered."""
_PARTS = re.compile(r"\d+")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"\d\d?[-/.]\d\d?[-/.]\d{4}")
_SHORTEST_YEAR = 3  # digits: 02/03/12, or 12 alone, is of no year that could be told
_KEPT = {YEAR: 1, MONTH: 2, DAY: 3}
_CLOCK = re.compile(r"(?:T|\s+)\d{1,2}(?::\d\d|\d{4})[\d:.,+-]*\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT)?$", re.ASCII)
_ENDING = "(?:st|nd|rd|th)?"
_IN_WORDS = (
    re.compile(rf"(?P<day>[0-9]{{1,2}}){_ENDING}[\s.-]+(?P<month>[^\W\d_]+)\.?[\s,.-]+(?P<year>[0-9]{{4}})"),
    re.compile(rf"(?P<month>[^\W\d_]+)\.?\s+(?P<day>[0-9]{{1,2}}){_ENDING},?\s+(?P<year>[0-9]{{4}})"),
    re.compile(r"(?P<month>[^\W\d_]+)\.?[\s,-]+(?P<year>[0-9]{4})"),
)
"""3 Feb 1995, Feb 3, 1995, Feb 1995; the name of the month in whatever letters."""


def iso_date(cell: str, order: str) -> str:
    """A cell as a date of EDTF, its parts in an order; nothing where it is none."""
    return date_in(cell, DAY, order, ())


def has_year_last(cell: str) -> bool:
    """Whether a cell is a date in figures of which the year stands last: its order must be told."""
    return _YEAR_LAST.fullmatch(cell) is not None


def date_in(cell: str, precision: str, order: str, rough: tuple[tuple[str, str], ...]) -> str:
    """A cell as a date of EDTF, as far as it is precise; nothing where it is none."""
    return _date(cell, precision, order, rough) if len(cell) <= LONGEST else ""


@lru_cache(maxsize=65_536)
def _date(cell: str, precision: str, order: str, rough: tuple[tuple[str, str], ...]) -> str:
    kept = next((size for ending, size in rough if cell.endswith(ending)), precision)
    text = _CLOCK.sub("", cell)
    parts = _PARTS.findall(_apart(text))
    if not parts or _PARTS.sub("", text).strip("-/. "):
        worded = in_words(text)
        return joined(worded[: _KEPT[kept]]) if worded else _edtf(text)
    if text.startswith("-"):  # a code for what is missing, such as -9
        return ""
    if order != "ymd" and len(parts) == len(_KEPT):
        by_letter = dict(zip(order, parts, strict=True))
        parts = [by_letter[letter] for letter in "ymd"]
    return joined(tuple(parts[: _KEPT[kept]]))


def in_words(text: str) -> tuple[str, ...]:
    """Year, month and day of a date whose month is named; nothing where it is none."""
    found = next((match for form in _IN_WORDS if (match := form.fullmatch(text.strip()))), None)
    if found is None:
        return ()
    from relgraph.reading.calendar_words import named_month  # noqa: PLC0415 - few tables name months

    month, told = named_month(found["month"]), found.groupdict()
    return (told["year"], str(month), *filter(None, (told.get("day"),))) if month is not None else ()


def _apart(text: str) -> str:
    eight = _EIGHT_DIGITS.fullmatch(text)
    return "-".join(eight.groups()) if eight else text


def joined(parts: tuple[str, ...]) -> str:
    """Year, month and day as one date; a part that is 0, negative or lacking, and those behind it, are left out."""
    return _joined(parts) if all(len(part) <= LONGEST for part in parts) else ""


@lru_cache(maxsize=65_536)
def _joined(parts: tuple[str, ...]) -> str:
    numbers = []
    if len(parts[0].partition(".")[0]) < _SHORTEST_YEAR:
        return ""
    for part in parts:
        digits = part.partition(".")[0]
        if not digits.isascii() or not digits.isdigit() or int(digits) == 0:
            break
        numbers.append(int(digits))
    if not numbers:
        return ""
    return _edtf("-".join((f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:]))))


def _edtf(text: str) -> str:
    try:
        return text if parse_date(text) is not None else ""
    except NotADate:
        return ""
