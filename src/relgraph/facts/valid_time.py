"""Valid time: whether a fact holds on a given day: yes, maybe or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.records import AS_OF, UNDATED
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.records import Absence, End, Fact
    from relgraph.reading.dates import Date
    from relgraph.sources.library import Library
    from relgraph.vocabulary.model import Vocabulary


def standing(fact: Fact, day: Date | None) -> Truth:
    """Whether a fact holds on a day (or, for what happens, has happened by it; a total, whether it was counted).

    A state that was only seen stood on that day, and maybe on others. Without a stated end it goes on. `day` None asks
    nothing of time: yes.
    """
    if day is None:
        return Truth.YES
    when = fact.when
    if fact.happened is not None and when.since is None:
        return fact.happened.by(day)
    started = _started(fact, day)
    if when.until is None or when.until.ongoing:
        return started
    return _counted_in(fact, day) if fact.machine_read else started & ~when.until.before(day)


def _counted_in(fact: Fact, time: Date) -> Truth:
    """Whether a count of events is one of a time: of its period, one within it, or a longer one that it lies within.

    Of what the time has but a part of it is not known how many events were in that.
    """
    since, until = fact.when.since, fact.when.until
    if since is None or until is None or time.last < since.first or until.last < time.first:
        return Truth.NO
    within = since.first <= time.first and time.last <= until.last
    around = time.first <= since.first and until.last <= time.last
    return Truth.YES if (within or around) and not time.unsure else Truth.MAYBE


def happened_in(fact: Fact, time: Date | None) -> Truth:
    """Whether a fact happened in a time, such as a year; of a state, whether it holds then. None asks nothing."""
    happened = fact.happened
    if time is None or happened is None or fact.when.since is not None:
        return standing(fact, time)
    if happened.is_on(time):
        return Truth.YES
    return Truth.MAYBE if happened.first <= time.last and time.first <= happened.last else Truth.NO


def _started(fact: Fact, day: Date) -> Truth:
    since, seen = fact.when.since, fact.when.seen
    if since is None:
        return Truth.YES if seen is not None and seen.is_on(day) else Truth.MAYBE
    started = since.by(day)
    return Truth.YES if started is Truth.MAYBE and seen is not None and seen.by(day) is Truth.YES else started


def is_undated(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether a fact has no date at all, though one of its kind can have one."""
    return fact.when == UNDATED and bool(vocabulary.relations[fact.kind].dates) and AS_OF not in fact.fields


def lasts(fact: Fact, library: Library) -> Truth:
    """Whether a state still held when its sources spoke of it: no, if its end lies before one of them was published.

    Where none of them has a date, any end that is a date has come.
    """
    until = fact.when.until
    if until is None or until.ongoing or fact.machine_read:  # a count of events is so whenever it is asked for
        return Truth.YES
    cards = (library.cards.get(citation.source) for citation in fact.evidence)
    truths = {~until.before(card.published) for card in cards if card is not None and card.published is not None}
    if Truth.NO in truths or not truths:
        return Truth.NO
    return Truth.MAYBE if Truth.MAYBE in truths else Truth.YES


def staying(fact: Fact, day: Date | None) -> dict[str, Truth]:
    """Of those who left a fact that went on for others, whether they stood in it: not while they were away."""
    return {end.id: _stood(end, day) for end in fact.ends if end.away} if fact.closed is not None else {}


def stood(fact: Fact, who: Iterable[str], day: Date | None) -> Truth:
    """Whether each of some who stand in a fact did so on a day: not while it was away."""
    stays = staying(fact, day)
    found = Truth.YES
    for one in who if stays else ():
        found &= stays.get(one, Truth.YES)
    return found


def _stood(end: End, day: Date | None) -> Truth:
    if day is None:
        return Truth.NO if end.away[-1].until is None else Truth.YES
    stood = Truth.YES
    for left, back in end.away:
        stood &= ~(left.before(day) & (Truth.YES if back is None else ~back.by(day)))
    return stood


def days_away(end: End) -> list[Date]:
    """The days on which an end left its fact, and came back."""
    return [day for one in end.away for day in one if day is not None]


def absence_on(end: End, day: Date | None) -> Absence | None:
    """The absence of an end that a day does not certainly lie after: the day's own, or the next.

    Without a day the last. None where it was back by then, or never left.
    """
    if day is None:
        return end.away[-1] if end.away and end.away[-1].until is None else None
    return next((one for one in end.away if one.until is None or one.until.by(day) is not Truth.YES), None)


def of_two_times(one: Fact, other: Fact) -> bool:
    """Whether one of two states had certainly ended before the other began, so that both may be right."""
    return any(
        first.when.until is not None
        and second.when.since is not None
        and first.when.until.before(second.when.since) is Truth.YES
        for first, second in ((one, other), (other, one))
    )


def is_unsure(fact: Fact) -> bool:
    """Whether one of its dates carries a question mark."""
    return any(date.unsure for date in fact.dates)
