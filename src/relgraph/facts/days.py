"""When facts hold and actors are there, as the full days that a timeline wants.

The days are those on which a fact may hold, as `--as-of` takes it: from the first day that its beginning may mean to
the last that its end may mean. A side that no source gives is open, and left out. On a timeline, what was only seen is
there on the days on which it was.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.dates import parse_date
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import When
    from relgraph.reading.dates import Date

_LENGTHS = ((1, "day"), (31, "month"), (92, "season"), (366, "year"), (3653, "decade"))
"""So many days at most makes a date one of that precision."""


class Days(NamedTuple):
    """From `start` to `end`, both YYYY-MM-DD and included, "" where open; `precision` is that of the dates given."""

    start: str = ""
    end: str = ""
    precision: str = ""


ALWAYS = Days()


def days_of_fact(about: Mapping[str, object]) -> Days:
    """The days of an edge, or of a node that is a fact, from the dates in its attributes.

    What was only seen is there on those days: whoever watches a timeline would else take it for always known.
    """
    on, since, until, seen = (str(about[word]) if word in about else "" for word in ("on", "since", "until", "seen"))
    if on and not since:
        return _days(("on", on), ("on", on))
    if seen and not (since or until):
        return _days(("seen", seen), ("seen", seen))
    return _days(("since", since), ("until", until))


def days_of_when(when: When) -> Days:
    """The days of a fact, from its dates."""
    since, until = when.since, when.until
    if since is None and when.on is not None:
        return days_of(when.on)
    return _days(("since", since.text if since else ""), ("until", until.text if until else ""))


def days_of_actor(dataset: Dataset, one: str) -> Days:
    """The days of an actor's life, as far as its entry gives them."""
    actor = dataset.actors.get(one)
    if actor is None or (actor.since is None and actor.until is None):
        return ALWAYS
    return _days(("since", str(actor.since or "")), ("until", str(actor.until or "")))


def days_of(date: Date | None) -> Days:
    """The days that one date may mean."""
    return ALWAYS if date is None else _days(("on", date.text), ("on", date.text))


@lru_cache(maxsize=1 << 14)
def _days(first: tuple[str, str], last: tuple[str, str]) -> Days:
    """The days between two dates, each given as its word and its text."""
    told = {word: found for word, text in (first, last) if text and (found := parse_date(text))}
    begun, ended = told.get(first[0]), told.get(last[0])
    start, end = begun.first if begun else ALWAYS_BEFORE, ended.last if ended else ALWAYS_AFTER
    if start > end:
        return ALWAYS  # check refuses such a fact; a reader that is given both may take either for the whole
    return Days(_iso(start), _iso(end), "; ".join(f"{word}: {precision(one)}" for word, one in told.items()))


def precision(day: Date) -> str:
    """How near a date is known: day, month, season, year, decade, longer, or open on a side; and if it is unsure."""
    if day.first == ALWAYS_BEFORE or day.last == ALWAYS_AFTER:
        near = "ongoing" if day.ongoing else "open"
    else:
        near = next((word for most, word in _LENGTHS if day.last - day.first < most), "longer")
    return f"{near}, unsure" if day.unsure else near


def _iso(day: int) -> str:
    return "" if day in (ALWAYS_BEFORE, ALWAYS_AFTER) else date.fromordinal(day).isoformat()
