"""What a date is made of, a year, a month, a day and the like, and whether paragraphs give it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.dates_in_words import MONTHS
from relgraph.facts.figures import ordinal_suffix
from relgraph.reading.dates import sides
from relgraph.reading.edtf import PARTS, SEASONS, span
from relgraph.sources.date_figures import ORDINALS, ROMANS
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relgraph.checks.paragraphs import CitedParagraph
    from relgraph.sources.dates_said import Said

EARLIEST, LATEST = 1500, 2100
"""Figures of four digits outside of these are rather no years."""


class Side(NamedTuple):
    """One date of those that a date is written with: 2025 and 2027 of 2025/2027.

    `year` is its first, None where none is stated (XXXX-02); `size` how many years it is of (10 for 201X); `part` a
    season, quarter or half-year, by its number. `first` and `last` are its days.
    """

    text: str
    year: int | None
    size: int
    part: int | None
    month: int | None
    day: int | None
    first: int
    last: int


_SIDE = re.compile(r"(XXXX|\d{2}XX|\d{3}X|\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?~?", re.ASCII)


@cache
def sides_of(text: str) -> tuple[Side, ...]:
    """The single dates of a date; none of a side that is open, or the curator's own reckoning."""
    return tuple(_side(side) for side in sides(text) if _SIDE.fullmatch(side))


@cache
def uncommon_years(text: str) -> tuple[int, ...]:
    """The years of a date that are rather of another calendar."""
    years = (side.year for side in sides_of(text))
    return tuple(year for year in years if year is not None and not EARLIEST <= year <= LATEST)


def _side(text: str) -> Side:
    found = _SIDE.fullmatch(text)
    year, month, day = found.groups() if found else ("XXXX", None, None)
    number = int(month) if month and month != "XX" else None
    part = number if number in SEASONS or number in PARTS else None
    days = span(text)
    return Side(
        text.removesuffix("~"),
        None if year == "XXXX" else int(year.replace("X", "0")),
        10 ** (0 if year == "XXXX" else year.count("X")),
        part,
        None if part else number,
        int(day) if day and day != "XX" else None,
        days.first if days else 0,
        days.last if days else 0,
    )


def missing(side: Side, paragraphs: Sequence[CitedParagraph]) -> list[str]:
    """What of a date no paragraph gives, as it is told: "2025", "March", "day 3", "summer".

    A day stands beside its month, and a month that has another year beside it is another month.
    """
    found = [] if side.year is None or _has_year(side, paragraphs) else [_shown_year(side)]
    if side.part and not any(_says_part(side.part, one) for one in paragraphs):
        found.append(_shown_part(side.part))
    if side.month and not any(_has_word(side, one) for one in paragraphs):
        asked = [one for one in paragraphs if one.knows_months]
        found += _missing_day(side, [said for one in asked for said in one.dates.dates]) if asked else []
    return found


def _has_year(side: Side, paragraphs: Sequence[CitedParagraph]) -> bool:
    for one in paragraphs:  # noqa: SIM110 - twice as fast as any(), and asked for every date
        if says_year(side, one):
            return True
    return False


def _has_word(side: Side, paragraph: CitedParagraph) -> bool:
    """Whether an English word index has the name of the month, and the day: a calendar could tell no more by it."""
    if not paragraph.by_index or not paragraph.is_english:
        return False
    here = paragraph.words
    return MONTHS[(side.month or 1) - 1].lower() in here and (side.day is None or str(side.day) in here)


def _missing_day(side: Side, said: Sequence[Said]) -> list[str]:
    months = [one for one in said if fits(one, side, with_day=False)]
    if not any(one.whole or side.day in one.days for one in months):
        shown = [MONTHS[(side.month or 1) - 1]]
        return shown if side.day is None or any(side.day in one.days for one in said) else [*shown, f"day {side.day}"]
    given = side.day is None or any(side.day in one.days for one in months)
    return [] if given else [f"day {side.day}"]


def fits(said: Said, side: Side, *, with_day: bool = True) -> bool:
    """Whether a date in a text may be this: its month, its day beside it, and no other year."""
    if said.month != side.month or (said.years and side.year is not None and side.year not in said.years):
        return False
    return not with_day or (said.whole if side.day is None else side.day in said.days)


def says_year(side: Side, paragraph: CitedParagraph) -> bool:
    """Whether a paragraph gives the year of a date; of a decade or century, its name or some word that begins so."""
    if side.year is None:
        return True
    year = f"{side.year:04}"
    if side.size > 1:
        named = _says_century if side.size == 100 else _says_decade  # noqa: PLR2004
        return any(word.startswith(year) for word in paragraph.words) or named(side.year, paragraph)
    if year in paragraph.words or (_may_give(year, paragraph) and side.year in paragraph.years):
        return True
    return any(word.endswith(year[2:]) for word in paragraph.words) and _says_short_year(side.year, side, paragraph)


def _says_short_year(year: int, side: Side, paragraph: CitedParagraph) -> bool:
    """Whether a paragraph gives the year of a date by its last two figures: 5/12/63, 1963-64, '63.

    By index, where they stand alone, they may be such if the year before is there, or no year at all.
    """
    if paragraph.by_index:
        alone = f"{year:04}"[2:] in paragraph.words
        return alone and (year - 1 in paragraph.years or not any(EARLIEST <= one <= LATEST for one in paragraph.years))
    return year in paragraph.years or any(year in said.years and fits(said, side) for said in paragraph.dates.dates)


def _may_give(year: str, paragraph: CitedParagraph) -> bool:
    """Whether a word has the figures of a year in it, or signs by which other languages write years."""
    return any(year in word or not word.isascii() for word in paragraph.words)


_DECADES = {20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties", 70: "seventies"} | {
    80: "eighties",
    90: "nineties",
}


def _says_decade(year: int, paragraph: CitedParagraph) -> bool:
    return _DECADES.get(year % 100) in paragraph.words


_CENTURY = (
    "centur siècle siglo segle século secol secul jahrhundert eeuw århundr sajand vuosisa gadsimt amži wiek stolet"
    " storoč stoljeć vijek век столі стагодд ғасыр αιώνα yuzyil əsr század القرن بالقرن والقرن قرن המאה במאה"
    " सदी शताब्दी শতাব্দী শতক 世纪 世紀 세기 thế_kỷ abad karne ศตวรรษ mende"
)
"""How the words for a century begin in the languages of the world; those of several words are met whole."""


@cache
def _century() -> tuple[tuple[str, ...], ...]:
    return tuple(words(word.replace("_", " ")) for word in _CENTURY.split())


def _says_century(year: int, paragraph: CitedParagraph) -> bool:
    """Whether a paragraph names a century by its number: the 19th or nineteenth century, XIXe siècle, 19世纪."""
    number = year // 100 + 1
    numeral = "x" * (number // 10) + ROMANS[number % 10]
    if paragraph.is_english:
        given = f"{number}{ordinal_suffix(number)}" in paragraph.words or paragraph.says(_in_words(number))
    else:
        given = any(re.fullmatch(rf"(?:{number}|{numeral})\D{{0,3}}", word) for word in paragraph.words)
    return given and any(_begins(called, paragraph) for called in _century())


def _begins(called: tuple[str, ...], paragraph: CitedParagraph) -> bool:
    """Whether a word of a paragraph begins so; of several, whether it says them."""
    return any(word.startswith(called[0]) for word in paragraph.words) if len(called) == 1 else paragraph.says(called)


def _in_words(number: int) -> tuple[str, ...]:
    """An ordinal up to the thirtieth, as its words: ("nineteenth",), ("twenty", "first")."""
    return (ORDINALS[number - 1],) if number <= len(ORDINALS) else ("twenty", ORDINALS[number - len(ORDINALS) - 1])


def _says_part(part: int, paragraph: CitedParagraph) -> bool:
    """Whether a paragraph names a season, quarter or half-year; asked of English alone."""
    if not paragraph.is_english:
        return True
    if part in SEASONS:
        return SEASONS[part] in paragraph.words or (part == AUTUMN and "fall" in paragraph.words)
    nth, unit = words(PARTS[part])
    number, letter = nth[0], unit[0]
    return any(map(paragraph.says, ((nth, unit), (letter, number), (f"{letter}{number}",), (f"{number}{letter}",))))


AUTUMN = 23


def _shown_part(part: int) -> str:
    return SEASONS[part] if part in SEASONS else f"the {PARTS[part]}"


def _shown_year(side: Side) -> str:
    if side.size == 1:
        return f"{side.year:04}"
    return f"the {side.year}s" if side.size == 10 else f"a year from {side.year} to {(side.year or 0) + side.size - 1}"  # noqa: PLR2004
