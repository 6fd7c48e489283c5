"""Valid time: whether a fact holds on a given day: yes, maybe or no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date


def standing(fact: Fact, day: Date | None) -> Truth:
    """Whether a fact holds on a day (or, for what happens, has happened by it; a total, whether it was counted).

    A state whose start is not known but which was seen stands from then on, and maybe before. Without
    a stated end it goes on. `day` None asks nothing of time: yes.
    """
    if day is None:
        return Truth.YES
    when = fact.when
    if fact.happened is not None and when.since is None:
        return fact.happened.by(day)
    started = _started(fact, day)
    return started if when.until is None or when.until.ongoing else started & ~when.until.before(day)


def _started(fact: Fact, day: Date) -> Truth:
    since, seen = fact.when.since, fact.when.seen
    started = since.by(day) if since is not None else Truth.MAYBE
    if started is Truth.MAYBE and seen is not None and seen.by(day) is Truth.YES:
        return Truth.YES
    return started


def is_unsure(fact: Fact) -> bool:
    """Whether one of its dates carries a question mark."""
    return any(date.unsure for date in fact.dates)
