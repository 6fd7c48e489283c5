"""What one source denies and another states, for a time that both speak of."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from relgraph.facts.derive import holds
from relgraph.facts.figures import Figure
from relgraph.facts.likeness import said_of_the_same
from relgraph.facts.records import AGAINST
from relgraph.facts.valid_time import of_two_times
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.sources.library import Library
    from relgraph.vocabulary.model import Vocabulary

MOST = 40
"""Statements that a denial is held against: nobody reads so many."""


def denials_of(facts: Iterable[Fact], vocabulary: Vocabulary, library: Library) -> Iterator[tuple[Fact, Fact]]:
    """Each statement with a denial of it that may both speak of one time, whoever says them.

    Who denies a partnership, or a visit, without a tier or a narrower kind denies every one. What only one of two
    speakers denies is no denial of what the other, or the source itself, says.
    """
    ties = [fact for fact in facts if not vocabulary.relations[fact.kind].is_node]
    denied = [fact for fact in ties if fact.stance == AGAINST and holds(fact._replace(stance=None), vocabulary)]
    if not denied:
        return
    kinds = {fact.kind for fact in denied}
    stated: dict[Hashable, list[Fact]] = {}
    for fact in ties:
        if fact.kind in kinds and holds(fact, vocabulary):
            for key in _deniable_as(fact, vocabulary):
                stated.setdefault(key, []).append(fact)
    for denial in denied:
        found = (one for one in stated.get(said_of_the_same(denial, vocabulary), ()) if _denies(denial, one, library))
        yield from ((one, denial) for one in islice(found, MOST))


def _deniable_as(fact: Fact, vocabulary: Vocabulary) -> set[Hashable]:
    """What a denial of a statement is said of: the very same, or without its tier or its narrower kind."""
    choices = product({fact.type, None}, {fact.tier, None})
    return {said_of_the_same(fact._replace(type=narrower, tier=tier), vocabulary) for narrower, tier in choices}


def _denies(denial: Fact, stated: Fact, library: Library) -> bool:
    """Whether a denial gives no other figure than a statement, and the two are not certainly of two times."""
    figures = [(name, value) for name, value in denial.fields.items() if isinstance(value, Figure)]
    if any(stated.fields.get(name) != value for name, value in figures) or of_two_times(denial, stated):
        return False
    (begins, ends), (starts, stops) = (_spoken_of(fact, library) for fact in (denial, stated))
    return not _before(ends, starts) and not _before(stops, begins)


def _spoken_of(fact: Fact, library: Library) -> tuple[Date | None, Date | None]:
    """The first and the last day that a fact speaks of, as far as is known: without dates, those of its sources."""
    when = fact.when
    if when.first is not None:
        return when.since or when.on or when.seen, when.until or when.on or (None if when.since else when.seen)
    told = [library.cards[one].published for one in sorted(fact.sources) if one in library.cards]
    days = sorted((day for day in told if day is not None), key=lambda day: day.first)
    return (days[0], days[-1]) if days else (None, None)


def _before(one: Date | None, other: Date | None) -> bool:
    return one is not None and other is not None and one.before(other) is Truth.YES
