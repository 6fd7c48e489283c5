"""Dates: that they come in order, and that the cited paragraphs give them. No rule asks what day it is."""

from __future__ import annotations

import calendar
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.figures import ordinal_suffix
from relgraph.facts.valid_time import lasts
from relgraph.reading.dates import Date, Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Fact

ENGLISH = "en"
_ORDER = (("since", "until"), ("since", "seen"), ("seen", "until"), ("on", "until"))


def dates_ordered(case: Case, context: Context) -> Findings:
    """What began earlier did not end before, and was not seen outside of its time."""
    del context
    when = case.fact.when
    if when.until is None and when.seen is None:
        return
    for first, second in _ORDER:
        early, late = getattr(when, first), getattr(when, second)
        if early is not None and late is not None and late.before(early) is Truth.YES:
            yield case.fact.place, f"{second} {late} lies before {first} {early}"


def withdrawn_after(case: Case, context: Context) -> Findings:
    """A fact is not taken back before its source was published."""
    withdrawal = case.fact.withdrawn
    for source, published in _published(case.fact, context) if withdrawal else ():
        if withdrawal and withdrawal.on.before(published) is Truth.YES:
            yield case.fact.place, f"withdrawn on {withdrawal.on}, before {source} was published ({published})"


def not_yet(case: Case, context: Context) -> Findings:
    """What is said to be so did not begin after the last of its sources was published."""
    fact = case.fact
    start = fact.when.on or fact.when.since
    if start is None or not context.vocabulary.effect(fact.status).binds:
        return
    known = list(_published(fact, context))
    if known and len(known) == len(fact.evidence) and all(day.before(start) is Truth.YES for _, day in known):
        told = ", ".join(f"{source} ({day})" for source, day in dict.fromkeys(known))
        yield fact.place, f"{fact.status}, though {start} came after {told}; is it only intended?"


def over_by_then(case: Case, context: Context) -> Findings:
    """What had ended before its sources were published has a status that says so."""
    fact = case.fact
    if not context.vocabulary.effect(fact.status).binds or lasts(fact, context.library) is not Truth.NO:
        return
    ended = [one for one in case.kind.statuses if context.vocabulary.effect(one).over]
    if ended:
        yield fact.place, f"{fact.status}, though it ended in {fact.when.until}: {ended[0]} is the status for that"


def _published(fact: Fact, context: Context) -> Iterator[tuple[str, Date]]:
    for citation in fact.evidence:
        card = context.library.cards.get(citation.source)
        if card is not None and card.published is not None:
            yield citation.source, card.published


def dates_named(case: Case, context: Context) -> Findings:
    """Year, month and day stand in the cited paragraphs, unless a `?` marks the curator's own reckoning.

    What was `seen`, or counted `as_of` a date, may bear the day on which the source was published. Where
    the source is not in English only years are asked for.
    """
    paragraphs = case.paragraphs
    if not paragraphs:
        return
    for field, date, of_source in _dates(case):
        if of_source and _is_published(case.fact, date, context):
            continue
        for part in _parts(date.text):
            found = any(not paragraph.words.isdisjoint(part.spellings) for paragraph in paragraphs)
            if not found and (part.is_year or _in_english(case.fact, context)):
                yield case.fact.place, _not_given(field, date, part)


class _Part(NamedTuple):
    """A year, month or day that a date has, and the words by which a paragraph may give it."""

    shown: str
    spellings: frozenset[str]
    is_year: bool = False


def _not_given(field: str, date: Date, part: _Part) -> str:
    whole = "" if part.shown == date.text else f" of {date}"
    return f"the cited paragraphs never give {part.shown}{whole} ({field}); cite where it stands, or mark it with ?"


def _dates(case: Case) -> Iterator[tuple[str, Date, bool]]:
    """Each date with its field, and whether the source's own date will do."""
    for word, date in case.fact.when:
        yield word, date, word == "seen"
    for field, value in case.fact.fields.items():
        if isinstance(value, Date):
            yield field, value, case.kind.fields[field] == "date"


def _is_published(fact: Fact, date: Date, context: Context) -> bool:
    """Whether a date may be that on which a cited source was published."""
    return any(
        date.before(published) is not Truth.YES and published.before(date) is not Truth.YES
        for _, published in _published(fact, context)
    )


def _in_english(fact: Fact, context: Context) -> bool:
    cards = [context.library.cards[citation.source] for citation in fact.evidence]
    return all((card.language or ENGLISH).startswith(ENGLISH) for card in cards)


_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@cache
def _parts(text: str) -> tuple[_Part, ...]:
    """The years, months and days of a date; none of a side that is open or marked unsure."""
    found: list[_Part] = []
    for side in text.split("/"):
        match = _DAY.fullmatch(side)
        if match:
            year, month, day = match.groups()
            found.append(_Part(year, frozenset({year}), is_year=True))
            found += [_month(int(month))] if month else []
            found += [_day(int(day))] if day else []
    return tuple(found)


def _month(number: int) -> _Part:
    name, short = calendar.month_name[number], calendar.month_abbr[number]
    spellings = {name.lower(), short.lower(), str(number), f"{number:02}"} | ({"sept"} if short == "Sep" else set())
    return _Part(name, frozenset(spellings))


def _day(number: int) -> _Part:
    return _Part(f"day {number}", frozenset({str(number), f"{number:02}", f"{number}{ordinal_suffix(number)}"}))
