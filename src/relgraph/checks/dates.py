"""Dates: that they come in order, with one another and with the sources. No rule asks what day it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.dates_in_words import moment
from relgraph.facts.valid_time import lasts
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date

_ORDER = (("since", "until"), ("since", "seen"), ("seen", "until"), ("on", "until"))


def dates_ordered(case: Case, context: Context) -> Findings:
    """What began earlier did not end before, and was not seen outside of its time."""
    del context
    when = case.fact.when
    for first, second in _ORDER:
        early, late = getattr(when, first), getattr(when, second)
        if early is not None and late is not None and late.before(early) is Truth.YES:
            yield case.fact.place, f"{second} {late} lies before {first} {early}"


def withdrawn_after(case: Case, context: Context) -> Findings:
    """A fact is not taken back before its source was published."""
    withdrawal = case.fact.withdrawn
    for source, published in published_of(case.fact, context) if withdrawal else ():
        if withdrawal and withdrawal.on.before(published) is Truth.YES:
            yield case.fact.place, f"withdrawn on {withdrawal.on}, before {source} was published ({published})"


def not_yet(case: Case, context: Context) -> Findings:
    """What is said to be so did not begin after the last of its sources was published."""
    fact = case.fact
    start = fact.when.on or fact.when.since
    if start is None or not context.vocabulary.effect(fact.status).binds:
        return
    known = published_of(fact, context)
    if known and len(known) == len(fact.evidence) and all(day.before(start) is Truth.YES for _, day in known):
        told = ", ".join(f"{source} ({day})" for source, day in dict.fromkeys(known))
        yield fact.place, f"{fact.status}, though {start} came after {told}; is it only intended?"


def over_by_then(case: Case, context: Context) -> Findings:
    """What had ended before its sources were published has a status that says so."""
    fact = case.fact
    if not context.vocabulary.effect(fact.status).binds or lasts(fact, context.library) is not Truth.NO:
        return
    ended = [one for one in case.kind.statuses if context.vocabulary.effect(one).over]
    if ended and fact.when.until is not None:
        yield fact.place, f"{fact.status}, though it ended {moment(fact.when.until)}: {ended[0]} is the status for that"


def published_of(fact: Fact, context: Context) -> list[tuple[str, Date]]:
    """The sources that a fact cites, each with the day on which it was published, where its card says so."""
    known = context.published
    return [(one.source, known[one.source]) for one in fact.evidence if one.source in known]
