"""Derived facts put together: those that follow in several ways, and those of which one goes on from another.

A tier that is lowered, or an embassy that is closed, ends no diplomatic relations. What follows from one premise until
2015 and from the next from 2015 on is one state, which lasts from the first to the last. An event that ended it stands
between two states.
"""

from __future__ import annotations

from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

from relgraph.facts.likeness import derived_as_one
from relgraph.facts.records import Derivation
from relgraph.facts.rules import off_for_all
from relgraph.reading.dates import Truth, latest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from relgraph.facts.records import Fact, When
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Vocabulary


def end_of(when: When) -> Date | None:
    """When a state ended, if it did: what is told to go on has no end."""
    return None if when.until is None or when.until.ongoing else when.until


def _held_by(when: When) -> Date | None:
    """A date by which a derived state held: its latest beginning, else when it was seen, else its end."""
    return (latest(when.since) if when.since else None) or when.seen or end_of(when)


def joined(first: Fact, *others: Fact) -> Fact:
    """One derived fact that stands on the premises of all, any of which would do; the earliest date counts.

    Its tier is on the ladder of the first of them that has one.
    """
    facts = [fact for fact in (first, *others) if fact.derivation is not None]
    if not others or len(facts) <= len(others):
        return first
    given = [fact.derivation for fact in facts if fact.derivation is not None]
    premises = tuple(sorted({premise for one in given for premise in one.premises}))
    rules = "; ".join(sorted({rule for one in given for rule in one.rule.split("; ")}))
    dated = [fact.when for fact in facts if fact.when.since]
    when = min(dated, key=lambda one: one.since.last if one.since else 0) if dated else first.when
    evidence = tuple(dict.fromkeys(citation for fact in facts for citation in fact.evidence))
    inferred = all(fact.is_inferred for fact in facts)
    ladder = next((one.ladder for one in given if one.ladder is not None), None)
    return first._replace(
        derivation=Derivation(rules, premises, ladder),
        when=when,
        evidence=evidence,
        inferred=inferred,
        rules_off=off_for_all(facts),
    )


def strung(facts: Iterable[Fact], vocabulary: Vocabulary) -> list[Fact]:
    """The facts with those made one that are alike and leave no time between them."""
    by_likeness: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        by_likeness.setdefault(derived_as_one(fact, vocabulary), []).append(fact)
    return [fact for alike in by_likeness.values() for fact in _string(alike, vocabulary)]


def _string(alike: list[Fact], vocabulary: Vocabulary) -> list[Fact]:
    if len(alike) == 1:
        return alike
    made: list[_Strand] = []
    going_on: list[_Strand] = []
    ordered = sorted(alike, key=_order)
    for fact, horizon in zip(ordered, _horizons(ordered), strict=True):
        known = _held_by(fact.when)
        going_on = [strand for strand in going_on if not _is_over_by(strand.so_far, horizon)]
        on_which = (one for one in going_on if known is not None and _goes_on(one.so_far, fact, known, vocabulary))
        earlier = next(on_which, None)
        if earlier is None:
            made.append(_Strand(fact))
            going_on += made[-1:] if known is not None else []
        elif not _lies_within(fact, earlier.so_far):
            earlier.go_on(fact)
            if _held_by(earlier.so_far.when) is None:
                going_on.remove(earlier)
    return [strand.made() for strand in made]


class _Strand:
    """Facts that go on one from another; `so_far` is the last of them with the beginning of the first."""

    def __init__(self, fact: Fact) -> None:
        self.so_far = fact
        self._facts = [fact]

    def go_on(self, later: Fact) -> None:
        """Lengthen it to the end of a later fact, as which it is known."""
        when = type(later.when)(since=self.so_far.when.since, until=later.when.until, seen=later.when.seen)
        self.so_far = later._replace(when=when)
        self._facts.append(later)

    def made(self) -> Fact:
        """One fact, which stands on the premises of all."""
        return joined(*reversed(self._facts))._replace(when=self.so_far.when)


def _horizons(ordered: Sequence[Fact]) -> list[float]:
    """For each of some facts the first day on which it, or one after it, is known to have held."""
    known = (_held_by(fact.when) for fact in reversed(ordered))
    return [*accumulate((inf if day is None else day.first for day in known), min)][::-1]


def _is_over_by(fact: Fact, day: float) -> bool:
    """Whether a fact had certainly ended before a day: what is known of no day before cannot go on from it."""
    end = end_of(fact.when)
    return end is not None and not end.unsure and end.last < day


def _order(fact: Fact) -> tuple[int, str]:
    """By the day by which it is known to have held."""
    known = _held_by(fact.when)
    return known.last if known else 0, fact.id


def _goes_on(one: Fact, later: Fact, known: Date, vocabulary: Vocabulary) -> bool:
    """Whether a state `known` to have held later did so within another, or by the end of it, which no event brought."""
    end = end_of(one.when)
    if end is None and _has_no_known_end(one, vocabulary):
        return False
    if _lies_within(later, one):
        return not _has_no_known_end(later, vocabulary)
    return end is not None and one.closed is None and _reaches(end, known, later)


def _has_no_known_end(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether it is over, and nobody says since when."""
    return end_of(fact.when) is None and vocabulary.effect(fact.status).over


def _lies_within(fact: Fact, other: Fact) -> bool:
    """Whether a fact, known later, ended no later than another."""
    mine, its = end_of(fact.when), end_of(other.when)
    return mine is not None and (its is None or its.before(mine) is Truth.NO)


def _reaches(end: Date, known: Date, later: Fact) -> bool:
    """Whether what ended still held when another did; if that began on the very day of an event, before that day."""
    since = later.when.since
    if since is not None and not since.interval:
        return known.before(end) is Truth.YES
    return end.before(known) is not Truth.YES
