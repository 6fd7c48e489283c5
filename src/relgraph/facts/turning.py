"""In which order what ended a state and what resumed it came, where a day is not told or not sure.

What is resumed had ended before, and what ends twice was resumed between. So an end without a day lies before the first
resumption that no other end comes before, and a resumption without a day after the end that no other follows up. Where
one with a day may be meant, one without is taken for the same. Days that are unsure count as they are written.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.dates import parse_date, sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relgraph.facts.leaving import Closure
    from relgraph.reading.dates import Date


class Turn(NamedTuple):
    """An event that ended a state, with what it gives, or that resumed it: its id, narrower kind and day, if told."""

    fact: str
    type: str | None
    on: Date | None
    closure: Closure | None


class Resumed(NamedTuple):
    """Of a state that an event resumed: its place in the order, what ended it last before, since when, and its end."""

    at: int
    after: str | None
    since: Date | None
    closure: Closure | None


class InOrder(NamedTuple):
    """What ended a state, in order, how late each or any before it may be; and by event how it was resumed or ended."""

    closures: tuple[Closure, ...]
    latest: tuple[float, ...]
    resumed: dict[str, Resumed]
    ended: dict[str, int]

    @classmethod
    def of(cls, turns: Sequence[Turn]) -> InOrder:
        """Put the turns of one state in order."""
        ordered = in_order(turns)
        ends = [(turn.closure, _latest(turn, after)) for turn, after in _with_next(ordered) if turn.closure]
        ended = {turn.fact: at for at, turn in enumerate(ordered) if turn.closure}
        latest = accumulate((late for _, late in ends), max)
        return cls(tuple(closure for closure, _ in ends), tuple(latest), _resumed(ordered, turns), ended)

    def is_resumed_after(self, event: str, ends: Iterable[str]) -> bool:
        """Whether an event resumed the state after others had ended it."""
        again = self.resumed.get(event)
        return again is not None and all(self.ended.get(one, again.at) < again.at for one in ends)

    def first_not_before(self, known: Date | None) -> Closure | None:
        """The first end that is not certainly before a date; None asks for any."""
        at = 0 if known is None else bisect_left(self.latest, known.first)
        return self.closures[at] if at < len(self.closures) else None


def in_order(turns: Iterable[Turn]) -> list[Turn]:
    """The turns as they came; of those without a day at most one that ended the state, and one that resumed it."""
    given = list(turns)
    dated = sorted((one for one in given if one.on), key=lambda one: (one.on.first if one.on else 0, not one.closure))
    ended = next((one for one in given if not one.on and one.closure), None)
    again = next((one for one in given if not one.on and not one.closure), None)
    if ended is not None and not (dated and dated[0].closure):  # else another end comes before what resumed it first
        dated.insert(0, ended)
    at = _where_resumed(dated) if again is not None else None
    if again is not None and at is not None:
        dated.insert(at, again)
    return dated


def _where_resumed(turns: Sequence[Turn]) -> int | None:
    """Where a resumption without a day stands: between two ends of a sort, else after the last, if none follows it."""
    for at, (one, other) in enumerate(pairwise(turns), 1):
        if one.closure and other.closure and one.type == other.type:
            return at
    return len(turns) if turns and all(one.closure for one in turns) else None


def _with_next(ordered: Sequence[Turn]) -> Iterable[tuple[Turn, Turn | None]]:
    return zip(ordered, [*ordered[1:], None], strict=False)  # of no turn there is none


def _latest(turn: Turn, after: Turn | None) -> float:
    """The last day on which a turn may have come: one without a day before the next, if that has one."""
    if turn.on is not None:
        return turn.on.last
    return after.on.first - 1 if after is not None and after.on is not None else inf


def _resumed(ordered: Sequence[Turn], turns: Iterable[Turn]) -> dict[str, Resumed]:
    """What is known of each event that resumed a state; one that was taken for another is known as that."""
    found: dict[str, Resumed] = {}
    before: Turn | None = None
    for at, turn, later in zip(range(len(ordered)), ordered, _ends_to_come(ordered), strict=True):
        if turn.closure is None:
            since = turn.on or (_or_later(before.on) if before else None)
            found[turn.fact] = Resumed(at, before.fact if before else None, since, later)
        else:
            before = turn
    last = next(reversed(found.values()), None)
    others = (turn.fact for turn in turns if turn.closure is None and turn.fact not in found)
    return found if last is None else {**found, **dict.fromkeys(others, last)}


def _ends_to_come(ordered: Sequence[Turn]) -> list[Closure | None]:
    """For each turn the first end after it, or itself if it is one."""
    found: list[Closure | None] = []
    later: Closure | None = None
    for turn in reversed(ordered):
        later = turn.closure or later
        found.append(later)
    return found[::-1]


def _or_later(day: Date | None) -> Date | None:
    """A day that is not known, from another on."""
    first = sides(day.text)[:1] if day is not None else ()
    return parse_date(f"{first[0]}/..") if first else None
