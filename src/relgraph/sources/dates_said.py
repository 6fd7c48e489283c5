"""The dates that a paragraph gives: months with the days and years beside them, and words that rest on another day.

In the language of its source. By the word index only which words there are is known, not which stand together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.calendar_words import bare, calendar_of
from relgraph.sources.date_figures import (
    COUNTED,
    counted_months,
    day_in_words,
    in_figures,
    is_first,
    with_digits,
    years_in,
    years_of,
)
from relgraph.sources.dates_ago import ago_among, times_ago

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.reading.calendar_words import Calendar

MONTHS, LONGEST_MONTH = 12, 31


class Said(NamedTuple):
    """A date in a text: its month, the days that stand beside it, and its year if one does.

    `years` holds one, or several where only two digits are written. `whole` is false for what was put together from
    figures that the word index has, which may be figures of anything: they bear a day, but no bare month, unless months
    are counted in the language.
    """

    month: int
    days: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    whole: bool = True


class Relative(NamedTuple):
    """Words that rest on another day, as the text has them.

    `what` is year-1, month+0, day-10 (ten days ago), w2 (a Tuesday) or w2-1, m6-1 (last June), or year, the one that is
    spoken of.
    """

    what: str
    words: str


class DatesSaid(NamedTuple):
    """What a paragraph says of time: its dates, the words that rest on another day, and every year in figures."""

    dates: tuple[Said, ...] = ()
    relative: tuple[Relative, ...] = ()
    years: frozenset[int] = frozenset()


@lru_cache(maxsize=4096)
def dates_in_text(text: str, language: str | None) -> DatesSaid:
    """The dates of a paragraph's text. `language` is the tag of its source; None means English."""
    calendar = calendar_of(language)
    plain = with_digits(calendar.bare(text), calendar.language)
    marked = _marked(plain, calendar)
    figures = [Said(month, frozenset({day} - {0}), years) for month, day, years in in_figures(marked, language)]
    months = re.search(_M, marked) is not None  # what looks for them takes milliseconds to make ready
    dates = tuple(dict.fromkeys((*(_named(marked, calendar.language) if months else ()), *figures)))
    years = frozenset(years_in(marked)).union(*(said.years for said in dates if len(said.years) == 1))
    written = _Written(text)
    turned = _turned_months(marked, written) if months else ()
    ago = [Relative(what, written.between(start, end)) for start, end, what in times_ago(plain, calendar)]
    return DatesSaid(dates, (*turned, *_relative(marked, written), *ago), years)


@lru_cache(maxsize=4096)
def dates_in_words(known: frozenset[str], language: str | None) -> DatesSaid:
    """The dates that a paragraph may have by its words alone, in no order."""
    calendar = calendar_of(language)
    keys = frozenset(map(calendar.key, known))
    days = frozenset(int(found.group()) for word in keys if (found := _DAY_WORD.match(word)))
    days = frozenset(day for day in days if 1 <= day <= LONGEST_MONTH)
    days |= {1} if any(is_first(word, calendar.language) for word in keys) else set()
    alone = [dates_in_text(word, language) for word in known if not word.isdigit() and any(map(str.isdigit, word))]
    unspaced = calendar.language in _IN_PAIRS
    named = _among_pairs(calendar, keys) if unspaced else calendar.among(keys)
    shown = {} if unspaced else {what: form for form, what in calendar.forms.items() if keys.issuperset(form.split())}
    dates = [said for one in alone for said in one.dates]
    dates += [Said(int(what[1:]), days) for what in sorted(named) if _MONTH.fullmatch(what)]
    if not dates:
        counted = calendar.language in COUNTED
        dates = [Said(month, days, whole=counted) for month in sorted(days) if month <= MONTHS]
    relative = tuple(Relative(what, shown.get(what, "")) for what in sorted(named) if not _MONTH.fullmatch(what))
    relative += tuple(Relative(what, "") for what in ago_among(keys, calendar))
    years = frozenset(int(word) for word in keys if _YEAR_WORD.fullmatch(word)).union(*(one.years for one in alone))
    return DatesSaid(tuple(dates), relative, years)


_IN_PAIRS = frozenset({"th", "lo", "km", "my"})
"""Languages that name months and set no blanks: their index has pairs of characters."""
_STACKED = frozenset({"km", "my"})


def _among_pairs(calendar: Calendar, keys: frozenset[str]) -> set[str]:
    """What is named where an index has pairs of characters: what has all of its pairs there.

    Any month may be where a script sets one consonant below another, which is lost when marks are.
    """
    from relgraph.sources.scripts import indexed  # noqa: PLC0415 - few texts have such scripts
    from relgraph.sources.words import words  # noqa: PLC0415 - as above

    if calendar.language in _STACKED:
        return {what for what in calendar.forms.values() if _MONTH.fullmatch(what)}
    return {what for form, what in calendar.forms.items() if keys.issuperset(indexed(words(form)))}


_MONTH = re.compile(r"m\d+")
_YEAR_WORD = re.compile(r"\d{4}")
_DAY_WORD = re.compile(r"\d{1,2}(?=\D{0,3}$)")

_FIRST_MONTH, _OTHER = 0xE000, 0xE020
_RELATIVE = tuple(
    f"{unit}{turn:+d}"
    for unit in ("year", "month", "week", "day", *(f"w{day}" for day in range(1, 8)))
    for turn in range(-3, 4)
)
_CODES = {f"m{month}": chr(_FIRST_MONTH + month) for month in range(1, 13)}
_CODES |= {what: chr(_OTHER + at) for at, what in enumerate((*(f"w{day}" for day in range(1, 8)), "year", *_RELATIVE))}
_WHAT = {code: what for what, code in _CODES.items()}
"""Each name is one sign of the private area in the marked text, so that patterns are the same in all languages."""


def _marked(text: str, calendar: Calendar) -> str:
    """The text in small letters, with a sign in place of each name: as long as before, the rest filled up."""
    low = text.lower()
    parts, at = [], 0
    for start, end, what in sorted((*calendar.find(text), *counted_months(text, calendar.language))):
        if start >= at:
            if day := day_in_words(low, start, calendar.language):
                low = f"{low[: day[0]]}{day[1]:<{start - day[0]}}{low[start:]}"
            parts += [low[at:start], _CODES[what], _FILL * (end - start - 1)]
            at = end
    return "".join((*parts, low[at:]))


_FILL = "\ue01f"
_M = "[\ue001-\ue00c]\ue01f*"
_W = "[\ue020-\ue026]\ue01f*"
_DAY = r"(?<![\d.,:/])(?:3[01]|[12]\d|0?[1-9])(?![\d:%]|[.,]\d)"
_UNSPACED_AND = (
    rf"(?:日|号|號|{bare('일')})?\s*(?:[至到和与與及と、〜]|から|{bare('부터')}|{bare('과')}|{bare('와')})\s*"
)
_LETTERS = r"-?[^\W\d_\ue000-\ue0ff]{1,3}(?![^\W\d_])"
_NTH = rf"(?:(?!{_UNSPACED_AND}\d)(?:[.ºª°](?:{_LETTERS})?|{_LETTERS}))?"
_ARTICLE = r"(?:le|el|il|o|the|den|am|on)\s+"
_WORD_AND = rf",?\s+(?!{_ARTICLE})(?:[^\W\d_\ue000-\ue0ff]{{1,5}}|through|sampai|hingga)\s+(?:{_ARTICLE})?"
_AND = rf"(?:\s*[,،/&~-]\s*|{_WORD_AND}|\s+[وו]-?|{_UNSPACED_AND})"
"""What joins two days of one month: and, to, until; not the article of the second alone, as in "14 on 12 March"."""
_DAYS = rf"{_DAY}{_NTH}(?:{_AND}{_DAY}{_NTH}){{0,31}}"
_OF = (
    r"(?:[\s.,'/-]|\b(?:of|the|de|di|del|dell|do|da|d|den|des|dne|dia|mes|bulan|ya|mwezi|wa|luna|thang|من|شهر|माह|ב"
    r"|เดอน)(?![^\W\d_\ue000-\ue0ff]))*"
)
_YEAR_OF = r"(?:[\s.,'/-]|\b(?:of|the|year|de|del|do|da|di|ano|año|nam|tahun|mwaka|wa|roku|عام|سنة|سال|พ\.ศ|ค\.ศ)\b)*"
_YEAR_FIRST = frozenset({"zh", "yue", "ja", "ko", "hu", "lt", "lv", "mn", "eu", "kk", "ky", "si", "tk"})
_DAY_FIRST = frozenset(
    {
        *("fr", "de", "es", "it", "pt", "ru", "uk", "be", "pl", "nl", "sv", "da"),
        *("no", "nn", "fi", "cs", "sk", "ar", "tr", "ro", "bg", "el", "he", "id"),
        *("ms", "vi", "th", "hr", "sr", "bs", "sl", "ca", "gl", "fa", "ur"),
    }
)
_DAY_LAST = frozenset({"zh", "yue", "ja", "ko"})
_AFTER = rf"(?:{_YEAR_OF}(?P<year>(?<!\d)\d{{4}}(?!\d)|(?<=')\d\d(?![\w'])))?"
_DAY_THEN_MONTH = rf"(?P<before>{_DAYS}){_OF}(?P<month>{_M}){_AFTER}"
_MONTH_THEN_DAY = rf"(?<!\bin )(?P<month>{_M})[\s.,]*(?:(?:the|de|dia)\s+)?(?P<after>{_DAYS})(?!{_OF}{_M}){_AFTER}"
_MONTH_ALONE = rf"(?P<month>{_M}){_AFTER}"
_FORMS = (_DAY_THEN_MONTH, _MONTH_THEN_DAY, _MONTH_ALONE)
_YEAR_BEFORE = rf"(?<!\d)(\d{{4}})(?:\s*(?:年|{bare('년')}|-?eko|-?ko|m|g|gada|оны|-?j[ae])(?![^\W\d_]))?[\s.,-]*$"
_NUMBER = re.compile(r"\d+")
_NEAR = 40
"""Letters before a month among which its year is looked for."""


def _named(marked: str, language: str) -> Iterator[Said]:
    """The dates whose month is named."""
    return (said for _, said in _matched(marked, language))


def _matched(marked: str, language: str) -> Iterator[tuple[re.Match[str], Said]]:
    """The dates whose month is named, and where they stand; a day is before it or after it, as the language has it."""
    at = 0
    forms = _FORMS[::2] if language in _DAY_FIRST else _FORMS[1:] if language in _DAY_LAST else _FORMS
    ahead = {form: re.compile(form).search(marked) for form in forms}
    while found := _first(ahead, marked, at):
        groups = found.groupdict()
        days = frozenset(map(int, _NUMBER.findall(groups.get("before") or groups.get("after") or "")))
        year = groups["year"]
        if (
            not year
            and language in _YEAR_FIRST
            and (before := re.search(_YEAR_BEFORE, marked[max(found.start() - _NEAR, 0) : found.start()]))
        ):
            year = before.group(1)
        years = years_of(year) if year else frozenset[int]()
        yield found, Said(int(_WHAT[groups["month"][0]][1:]), days, years)
        at = found.end("month") if not (groups.get("after") or year) else found.end()


@lru_cache(maxsize=1024)
def figures_of_dates(text: str, language: str | None) -> Counter[int]:
    """How often a text has a number as the day beside a named month, or as the year behind it."""
    calendar = calendar_of(language)
    marked = _marked(with_digits(calendar.bare(text), calendar.language), calendar)
    found = Counter[int]()
    for match, _ in _matched(marked, calendar.language):
        groups = match.groupdict()
        days = [*_NUMBER.findall(groups.get("before") or "")[-1:], *_NUMBER.findall(groups.get("after") or "")[:1]]
        found.update(map(int, [*days, *([groups["year"]] if groups["year"] else [])]))
    return found


def _first(ahead: dict[str, re.Match[str] | None], marked: str, at: int) -> re.Match[str] | None:
    """The form that begins first; of those that begin alike, the one that comes first in their order.

    `ahead` holds where each form was found last: only one that lies behind `at` is looked for again.
    """
    for form, match in ahead.items():
        if match is not None and match.start() < at:
            ahead[form] = re.compile(form).search(marked, at)
    return min(filter(None, ahead.values()), key=lambda match: match.start(), default=None)


_TURNS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_TURNED_MONTH = rf"\b({'|'.join(_TURNS)})\s+({_M})(?!{_YEAR_OF}\d{{4}}(?!\d))"
_BY_A_DATE = rf"[\s,]*(?:the\s+)?(?:{_DAYS}{_OF}{_M}|{_M}|\d)"


def _turned_months(marked: str, written: _Written) -> Iterator[Relative]:
    """Months of the year before or after, as the text has them: last June."""
    for found in re.finditer(_TURNED_MONTH, marked):
        month = _WHAT[found.group(2)[0]]
        yield Relative(f"{month}{_TURNS[found.group(1)]:+d}", written.between(found.start(), found.end()))


def _relative(marked: str, written: _Written) -> Iterator[Relative]:
    """Other words that rest on another day, as the text has them; a day of the week beside its date does not."""
    for at, sign in enumerate(marked):
        what = _WHAT.get(sign)
        if what and not _MONTH.fullmatch(what):
            end = at + 1
            while marked[end : end + 1] == _FILL:
                end += 1
            if not (re.fullmatch(r"w\d", what) and re.match(_BY_A_DATE, marked[end:])):
                yield Relative(what, written.between(at, end))


class _Written:
    """A text beside its bare form: what it has where that has something, marks and all."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _begins(self) -> list[int]:
        """Where in the bare form each character of the text begins, and where the last one ends."""
        return list(accumulate((len(bare(character)) for character in self._text), initial=0))

    def between(self, start: int, end: int) -> str:
        """The part of the text that has a part of its bare form."""
        if self._text.isascii():
            return self._text[start:end]
        begins = self._begins
        first = bisect_left(begins, start)
        last = bisect_left(begins, end, first)
        while first < last < len(self._text) and begins[last + 1] == end:  # a mark of the last letter
            last += 1
        return self._text[first:last]
