"""Times told by how long ago they were: two years ago, vor 3 Wochen, il y a 10 jours, 两年前 in figures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from relgraph.reading.calendar_words import ENGLISH, NO_BLANKS, NUMBER, key
from relgraph.sources.words import has_other_scripts, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.reading.calendar_words import Calendar

LONGEST = 200
"""What is longer ago is no time that a day of publication could tell."""
_ONE = frozenset({"a", "an"})
_SPELLED = r"an?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-][a-z]{3,5})?|[a-z]{3,9}"
_ABOUT = r"\b(?:than|over|under|almost|nearly|about|around|roughly|some|at least|at most|up to|within|every)\s+$"
"""What makes of a length of time one that is longer, shorter, or not known so well."""
_NEAR = 40
"""Letters before a time among which that is looked for."""


def times_ago(text: str, calendar: Calendar) -> Iterator[tuple[int, int, str]]:
    """Each such time in a bare text: where it begins and ends, and what it is (year-2, week-3)."""
    low = text.lower()
    for unit, form in calendar.ago:
        if not all(word in low for word in form.replace(NUMBER, " ").split()):  # as in most texts
            continue
        for found in _pattern(calendar.language, form).finditer(low):
            number = _number(found.group("number"))
            if number and not re.search(_ABOUT, low[max(found.start() - _NEAR, 0) : found.start()]):
                yield found.start(), found.end(), f"{unit}-{number}"


def ago_among(known: frozenset[str], calendar: Calendar) -> Iterator[str]:
    """What times so told there may be by words in no order: each number of them, with each unit that is among them."""
    numbers = [number for word in known if (number := _number(word))]
    for unit, form in calendar.ago:
        if numbers and known.issuperset(map(key, _indexed(form.replace(NUMBER, " ")))):
            yield from (f"{unit}-{number}" for number in sorted(numbers))


def _indexed(text: str) -> tuple[str, ...]:
    """What a word index keeps of a text."""
    if not has_other_scripts(text):
        return words(text)
    from relgraph.sources.scripts import indexed  # noqa: PLC0415 - few texts have such scripts

    return indexed(words(text))


def _number(text: str) -> int:
    """The number that digits or English words are; 0 where it is none, or too large."""
    found = ("1",) if text in _ONE else words(text)
    return int(found[0]) if len(found) == 1 and found[0].isdecimal() and int(found[0]) <= LONGEST else 0


@cache
def _pattern(language: str, form: str) -> re.Pattern[str]:
    """A pattern for a form: its words whole, and with any blank between; no blank in scripts that have none."""
    number = rf"(?P<number>(?<![\d.,])\d{{1,3}}(?!\d){f'|{_SPELLED}' if language == ENGLISH else ''})"
    start, blank, end = ("", r"\s*", "") if language in NO_BLANKS else (r"(?<![^\W\d_])", r"\s+", r"(?![^\W\d_])")
    before, after = (blank.join(map(re.escape, part.split(" "))) for part in form.split(NUMBER))
    return re.compile(f"{start}{before}{number}{after}{end}")
