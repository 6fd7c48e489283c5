"""Years of other calendars than the common one, as texts give them: Buddhist, Hijri, Japanese, and others.

They are told, with the years of the common calendar that they may be, and never converted: of two years that one of
these runs through only a day can tell which is meant, and a figure of four digits may be none of them.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relgraph.sources.tags import primary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class OtherYear(NamedTuple):
    """A year as a text has it, the calendar that it may be of, and its first and last year of the common one."""

    shown: str
    calendar: str
    first: int
    last: int

    def __str__(self) -> str:
        """Such as: 1383 of the Hijri calendar, 1963 to 1964 of the common one."""
        years = f"{self.first}" if self.first == self.last else f"{self.first} to {self.last}"
        return f"{self.shown} of {self.calendar}, {years} of the common one"


class _Calendar(NamedTuple):
    """A calendar: its name, the years that may be meant, and which of the common one each runs through."""

    name: str
    years: range
    common: Callable[[int], tuple[int, int]]


_HIJRA = date(622, 7, 19).toordinal()
_LUNAR_YEAR = 354.36667


def _lunar(year: int) -> tuple[int, int]:
    """By the tabular calendar; where the moon is seen a year may begin a day before or after."""
    first = round(_HIJRA + (year - 1) * _LUNAR_YEAR)
    return date.fromordinal(first).year, date.fromordinal(round(first + _LUNAR_YEAR)).year


def _later(first: int, last: int) -> Callable[[int], tuple[int, int]]:
    return lambda year: (year + first, year + last)


_APRIL_UNTIL = 2483
"""Until then a year of the Buddhist era began in April."""

_BUDDHIST = _Calendar(
    "the Buddhist era", range(2300, 2650), lambda year: (year - 543, year - (543 if year > _APRIL_UNTIL else 542))
)
_HIJRI = _Calendar("the Hijri calendar", range(900, 1500), _lunar)
_SOLAR = _Calendar("the Solar Hijri calendar", range(1150, 1450), _later(621, 622))
_BIKRAM = _Calendar("Bikram Sambat", range(1850, 2150), _later(-57, -56))
_ETHIOPIAN = _Calendar("the Ethiopian calendar", range(1200, 2100), _later(7, 8))
_BENGALI = _Calendar("the Bengali calendar", range(1150, 1500), _later(593, 594))

_OF_LANGUAGE = {
    **dict.fromkeys(("th", "km", "lo"), (_BUDDHIST,)),
    **dict.fromkeys(("ar", "ur", "sd", "ms"), (_HIJRI,)),
    **dict.fromkeys(("fa", "ps", "prs", "ckb"), (_SOLAR, _HIJRI)),
    **dict.fromkeys(("am", "ti"), (_ETHIOPIAN,)),
    "ne": (_BIKRAM,),
    "bn": (_BENGALI,),
}
_MARKED = (
    (re.compile(r"\b(?:AH|A\.H\.)\s?(?P<before>\d{3,4})\b|\b(?P<behind>\d{3,4})\s?(?:AH\b|A\.H\.|هـ)"), _HIJRI),
    (re.compile(r"\b(?:BE|B\.E\.)\s?(?P<before>\d{4})\b|\b(?P<behind>\d{4})\s?(?:BE\b|B\.E\.)"), _BUDDHIST),
)
"""What marks a year of another calendar in whatever language."""
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
"""Names of eras, with the year of the common calendar before their first."""
_IN_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(元|\d{{1,3}})\s?年")


def other_years(line: str, years: frozenset[int], language: str | None) -> Iterator[OtherYear]:
    """The years of other calendars that a paragraph may give, which a language has or the text marks.

    `line` is its text, empty where only the index is at hand, and `years` are its figures of four digits.
    """
    for calendar in _OF_LANGUAGE.get(primary(language), ()):
        for year in sorted(years.intersection(calendar.years)):
            yield OtherYear(str(year), calendar.name, *calendar.common(year))
    for pattern, calendar in _MARKED:
        for found in pattern.finditer(line):
            year = int(found["before"] or found["behind"])
            if year in calendar.years:
                yield OtherYear(str(year), calendar.name, *calendar.common(year))
    for found in _IN_ERA.finditer(line):
        year = _ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
        yield OtherYear(found[0], f"the era {found[1]}", year, year)
