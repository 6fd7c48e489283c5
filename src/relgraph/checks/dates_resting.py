"""What dates rest on that no cited paragraph gives by itself: what a card says of its source.

Words such as "on Tuesday", or a month without a year, are of the time of the day of publication, or of the period that
the source covers. What rests on either is told as such wherever the fact is.
"""

from __future__ import annotations

from datetime import date as calendar_date
from typing import TYPE_CHECKING, NamedTuple

from relgraph.checks.date_parts import EARLIEST, LATEST, fits
from relgraph.checks.relative_dates import SPOKEN_OF, days_of, is_known, nearest, told_from
from relgraph.facts.dates_in_words import MONTHS, whole_date

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.checks.date_parts import Side
    from relgraph.checks.paragraphs import CitedParagraph
    from relgraph.checks.relative_dates import Days
    from relgraph.reading.dates import Date
    from relgraph.sources.card import Card
    from relgraph.sources.dates_said import Relative


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


def resting(side: Side, date: Date, case: Case, context: Context) -> Dated | None:
    """What a side of a date rests on that the paragraphs do not give whole; None if on nothing."""
    ahead = not context.vocabulary.effect(case.fact.status).binds
    for paragraph in case.paragraphs:
        card = context.library.cards[paragraph.source]
        found = _by_period(side, paragraph, card, case) or _by_publication(side, date, paragraph, card, ahead=ahead)
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


def _by_publication(side: Side, date: Date, paragraph: CitedParagraph, card: Card, *, ahead: bool) -> Dated | None:
    """Words, or a month without a year, that are this side, or the whole date, on the day of publication."""
    if card.published is None:
        return None
    rests = Dated("", side.text, paragraph.source, paragraph.number, PUBLISHED, "", card.published)
    whole = side.first, side.last
    for said in paragraph.dates.relative:
        told = told_from(said.what, card.published, ahead=ahead)
        if any(_in(whole, days) for days in told):
            return rests._replace(words=said.words or said.what)
        if (date.first, date.last) in told:
            return rests._replace(words=said.words or said.what, date=date.text)
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


def unresolved(case: Case, context: Context) -> str:
    """What words of the paragraphs that rest on another day come to, or that nothing dates them."""
    for paragraph in case.paragraphs:
        card = context.library.cards[paragraph.source]
        said = next((one for one in paragraph.dates.relative if one.what != SPOKEN_OF and one.words), None)
        if said is not None:
            return f'; "{said.words}" in {paragraph} {_come_to(said, card)}'
    return ""


def _come_to(said: Relative, card: Card) -> str:
    if card.published is None:
        return "cannot be dated: its card says neither when it was published nor what it covers"
    found = told_from(said.what, card.published, ahead=False)
    return f"is {_shown(found[0])} by the day it was published" if found else "cannot be dated by when it was published"


def _shown(days: Days) -> str:
    first, last = (str(calendar_date.fromordinal(day)) for day in days)
    return first if first == last else f"{first} to {last}"
