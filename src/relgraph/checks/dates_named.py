"""That the cited paragraphs give the dates of a fact: by themselves, or resting on what a card says of its source.

Words such as "on Tuesday", or a month without a year, are of the time of the day of publication, or of the period that
the source covers. What rests on either is told as such wherever the fact is.
"""

from __future__ import annotations

from datetime import date as calendar_date
from typing import TYPE_CHECKING, NamedTuple

from relgraph.checks.date_parts import fits, missing, sides_of
from relgraph.checks.dates import published_of
from relgraph.checks.relative_dates import SPOKEN_OF, days_of, is_known, nearest, told_from
from relgraph.facts.dates_in_words import MONTHS, whole_date
from relgraph.reading.dates import Date, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.date_parts import Side
    from relgraph.checks.paragraphs import CitedParagraph
    from relgraph.checks.relative_dates import Days
    from relgraph.checks.rule import Findings
    from relgraph.sources.card import Card
    from relgraph.sources.dates_said import Relative
    from relgraph.sources.other_calendars import OtherYear


class Dated(NamedTuple):
    """A date that rests on a card: which, in what field, by the day of publication or by the period covered.

    `words` are those of the paragraph that rest on it, empty where it has none and the period alone dates it.
    """

    field: str
    date: str
    source: str
    paragraph: int
    by: str
    words: str
    of: Date

    def __str__(self) -> str:
        """Such as: 2026-01-13 (on) is "Tuesday" in p 2 of s, published on 15 January 2026."""
        said = f'"{self.words}" in p' if self.words else "of p"
        told = f"published {whole_date(self.of)}" if self.by == PUBLISHED else f"which covers {whole_date(self.of)}"
        return f"{self.date} ({self.field}) is {said} {self.paragraph} of {self.source}, {told}"


PUBLISHED, COVERS = "published", "covers"


def dates_named(case: Case, context: Context) -> Findings:
    """Year, month and day stand in the cited paragraphs, or rest on their card, unless a `?` marks a reckoning.

    What was `seen`, or counted `as_of` a date, may bear the day on which the source was published.
    """
    if not case.paragraphs:
        return
    for field, date, of_source in _dates(case):
        if of_source and _is_published(case, date, context):
            continue
        for side in sides_of(date.text):
            lacking = missing(side, case.paragraphs)
            if lacking and _resting(side, case, context) is None:
                elsewhere = _of_another_calendar(side, case)
                for part in lacking:
                    hint = elsewhere if part == lacking[0] else ""
                    if part == lacking[-1] and not elsewhere:
                        hint = _unresolved(case, context)
                    yield case.fact.place, _not_given(field, date, part) + hint


def of_common_calendar(case: Case, context: Context) -> Findings:
    """A date is of the common calendar: none that only another has, as the cited paragraphs write it."""
    del context
    for field, date, _ in _dates(case):
        for side in sides_of(date.text):
            if side.year is not None and not EARLIEST <= side.year <= LATEST:
                found = next((one for one in _other_years(case) if one[1].shown == str(side.year)), None)
                if found is not None:
                    told = f"{date} ({field}) seems to be {found[1]}"
                    yield case.fact.place, f"{told}, in which dates are written; a year reckoned so is marked with ?"


def dated_by(case: Case, context: Context) -> Iterator[Dated]:
    """Each date of a fact that no cited paragraph gives by itself, with what it rests on."""
    for field, date, of_source in _dates(case) if case.paragraphs else ():
        if of_source and _is_published(case, date, context):
            continue
        for side in sides_of(date.text):
            found = _resting(side, case, context) if missing(side, case.paragraphs) else None
            if found is not None:
                yield found._replace(field=field)


def _not_given(field: str, date: Date, part: str) -> str:
    whole = "" if part == date.text else f" of {date}"
    return f"the cited paragraphs never give {part}{whole} ({field}); cite where it stands, or mark it with ?"


def _dates(case: Case) -> Iterator[tuple[str, Date, bool]]:
    """Each date with its field, and whether the source's own date will do."""
    for word, date in case.fact.when:
        yield word, date, word == "seen"
    for field, value in case.fact.fields.items():
        if isinstance(value, Date):
            yield field, value, case.kind.fields[field] == "date"


def _is_published(case: Case, date: Date, context: Context) -> bool:
    """Whether a date may be that on which a cited source was published."""
    return any(
        date.before(published) is not Truth.YES and published.before(date) is not Truth.YES
        for _, published in published_of(case.fact, context)
    )


def _resting(side: Side, case: Case, context: Context) -> Dated | None:
    """What a date rests on that the paragraphs do not give whole; None if on nothing."""
    ahead = not context.vocabulary.effect(case.fact.status).binds
    for paragraph in case.paragraphs:
        card = context.library.cards[paragraph.source]
        found = _by_period(side, paragraph, card, case) or _by_publication(side, paragraph, card, ahead=ahead)
        if found is not None:
            return found
    return None


def _by_period(side: Side, paragraph: CitedParagraph, card: Card, case: Case) -> Dated | None:
    """A month that lies once in the period covered; or a date no nearer than that, where no other year is spoken of."""
    if card.covers is None or not is_known(card.covers.period):
        return None
    period = card.covers.period
    first, last = period.first, period.last
    rests = Dated("", side.text, paragraph.source, paragraph.number, COVERS, "", period)
    if side.first <= first and last <= side.last:
        return rests if not _of_another_year(side, case) else None
    said = any(fits(one, side) and not one.years for one in paragraph.dates.dates)
    if side.month and said and first <= side.first and side.last <= last:
        years = range(_year(first), _year(last) + 1)
        within = [days for year in years if (days := days_of(year, side.month, side.day)) and _in((first, last), days)]
        return rests._replace(words=_month_words(side)) if len(within) == 1 else None
    return None


def _of_another_year(side: Side, case: Case) -> bool:
    """Whether the cited paragraphs speak of years, none of them this one, and not of "the year" either."""
    spoken = {year for one in case.paragraphs for year in one.years if EARLIEST <= year <= LATEST}
    if not spoken or any(_year(side.first) <= year <= _year(side.last) for year in spoken):
        return False
    return not any(said.what == SPOKEN_OF for one in case.paragraphs for said in one.dates.relative)


EARLIEST, LATEST = 1500, 2100
"""Figures of four digits outside of these are rather no years."""


def _by_publication(side: Side, paragraph: CitedParagraph, card: Card, *, ahead: bool) -> Dated | None:
    """Words, or a month without a year, that are this date on the day of publication."""
    if card.published is None:
        return None
    rests = Dated("", side.text, paragraph.source, paragraph.number, PUBLISHED, "", card.published)
    whole = side.first, side.last
    for said in paragraph.dates.relative:
        if any(_in(whole, days) for days in told_from(said.what, card.published, ahead=ahead)):
            return rests._replace(words=said.words or said.what)
    if not side.month or not any(fits(one, side) and not one.years for one in paragraph.dates.dates):
        return None
    if whole in nearest(side.month, side.day, card.published, ahead=ahead):
        return rests._replace(words=_month_words(side))
    return None


def _month_words(side: Side) -> str:
    return f"{side.day} {MONTHS[(side.month or 1) - 1]}" if side.day else MONTHS[(side.month or 1) - 1]


def _in(whole: Days, days: Days) -> bool:
    return whole[0] <= days[0] and days[1] <= whole[1]


def _year(day: int) -> int:
    return calendar_date.fromordinal(day).year


def _unresolved(case: Case, context: Context) -> str:
    """What words of the paragraphs that rest on another day come to, or that nothing dates them."""
    for paragraph in case.paragraphs:
        card = context.library.cards[paragraph.source]
        said = next((one for one in paragraph.dates.relative if one.what != SPOKEN_OF and one.words), None)
        if said is not None:
            return f'; "{said.words}" in {paragraph} {_come_to(said, card)}'
    return ""


def _other_years(case: Case) -> Iterator[tuple[CitedParagraph, OtherYear]]:
    """The years of other calendars that the cited paragraphs may give."""
    for paragraph in case.paragraphs:
        for found in paragraph.other_years:
            yield paragraph, found


def _of_another_calendar(side: Side, case: Case) -> str:
    """That the cited paragraphs may give the year of a date in another calendar; nothing is converted."""
    for paragraph, found in _other_years(case) if side.size == 1 else ():
        if side.year is not None and found.first <= side.year <= found.last:
            return f"; {paragraph} has what seems to be {found}"
    return ""


def _come_to(said: Relative, card: Card) -> str:
    if card.published is None:
        return "cannot be dated: its card says neither when it was published nor what it covers"
    found = told_from(said.what, card.published, ahead=False)
    return f"is {_shown(found[0])} by the day it was published" if found else "cannot be dated by when it was published"


def _shown(days: Days) -> str:
    first, last = (str(calendar_date.fromordinal(day)) for day in days)
    return first if first == last else f"{first} to {last}"
