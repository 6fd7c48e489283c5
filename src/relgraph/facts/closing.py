"""What ends when something happens: relations that are broken off, the part in a treaty that is denounced.

A state that its own source tells no end of ends with the first event that closes it: it keeps what its source says, has
the event's day for an end, and carries the rule and the event. What began, or was seen, after the event is untouched.

Events turn a state: it did not stand between one that closed it and the next that opened it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate, product
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.records import Derivation, When
from relgraph.facts.wholes import pairs_of_wholes
from relgraph.reading.dates import Truth, come_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.records import Actor, Fact
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Closing, Implication, RelationKind, Vocabulary


class Closure(NamedTuple):
    """That something ended: on a day, if the event has one, by a rule, and by which fact."""

    on: Date | None
    why: Derivation


class _InOrder(NamedTuple):
    """Closures of one state by their days, those without one first, and how late each or any before it may be."""

    closures: tuple[Closure, ...]
    latest: tuple[float, ...]

    @classmethod
    def of(cls, closures: Iterable[Closure]) -> _InOrder:
        """Put closures in order."""
        ordered = sorted(closures, key=lambda one: one.on.first if one.on else 0)
        last = (one.on.last if one.on and not one.on.unsure else inf for one in ordered)
        return cls(tuple(ordered), tuple(accumulate(last, max)))

    def first_not_before(self, known: Date | None) -> Closure | None:
        """The first of them that is not certainly before a date; None asks for any."""
        at = 0 if known is None or known.unsure else bisect_left(self.latest, known.first)
        return self.closures[at] if at < len(self.closures) else None


class _Turns(NamedTuple):
    """The days on which a state turned, by their ends: how late each may be, and which up to it began last."""

    ends: tuple[int, ...]
    last: tuple[Date, ...]

    @classmethod
    def of(cls, days: Iterable[Date]) -> _Turns:
        """Put days in order; one that is unsure is certainly before no other."""
        ordered = sorted((day for day in days if not day.unsure), key=lambda day: day.last)
        return cls(tuple(day.last for day in ordered), tuple(accumulate(ordered, _begun_later)))

    def last_before(self, known: Date) -> Date | None:
        """Of the days that are certainly before a date, the one that began last."""
        at = 0 if known.unsure else bisect_left(self.ends, known.first)
        return self.last[at - 1] if at else None


def _begun_later(one: Date, other: Date) -> Date:
    return other if other.first > one.first else one


class Closures:
    """All that some facts end, and begin, by kind and pair."""

    def __init__(self, facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> None:
        """Take the events among facts that hold; a dataset without any asks nothing of the others."""
        self.actors = actors
        self.vocabulary = vocabulary
        found: dict[tuple[str, ...], list[Closure]] = {}
        turns: dict[tuple[str, ...], list[Date]] = {}
        told = tuple(facts)
        closing = frozenset(kind.id for kind in vocabulary.relations.values() if kind.closes)
        for fact in told:
            if fact.kind in closing and not fact.implies_nothing:
                for key, closure in _closed_by(fact, vocabulary):
                    found.setdefault(key, []).append(closure)
                for key, day in _turned_by(fact, vocabulary):
                    turns.setdefault(key, []).append(day)
        self._found = {key: _InOrder.of(closures) for key, closures in found.items()}
        self._turns = {key: _Turns.of(days) for key, days in turns.items()}
        self._nodes = Counter(self._keys_of_nodes(told)) if self._found else Counter[tuple[str, ...]]()

    def of(self, kind: RelationKind, pair: tuple[str, ...], when: When) -> Closure | None:
        """What ended a state of two: the first event that is not certainly before it, if its own end is not told."""
        if not self._found or (when.until is not None and not when.until.ongoing):
            return None
        known = when.seen or (come_by(when.since) if when.since else None)
        closures = self._found.get(_key(kind, pair))
        return closures.first_not_before(known) if closures is not None else None

    def of_derived(self, kind: RelationKind, pair: tuple[str, ...], when: When) -> Closure | None:
        """What ended a state that follows from one of these dates: an end of the premise is not yet an end of it."""
        until = when.until
        closure = self.of(kind, pair, When(since=when.since, seen=when.seen or (None if when.since else until)))
        if closure is None or until is None or until.ongoing:
            return closure
        return None if closure.on is None or until.before(closure.on) is Truth.YES else closure

    def last_turn(self, kind: RelationKind, pair: tuple[str, ...], known: Date | None) -> Date | None:
        """The last day before another on which an event ended or began a state of two: not before it did that begin."""
        if not self._turns or known is None:
            return None
        turns = self._turns.get(_key(kind, pair))
        return turns.last_before(known) if turns is not None else None

    def close(self, fact: Fact) -> Fact:
        """The fact, ended if an event ended it."""
        kind = self.vocabulary.relations[fact.kind]
        closures = (self.of(kind, pair, fact.when) for pair in self._ended_as(fact, kind) if self._is_meant(kind, pair))
        closure = next(filter(None, closures), None) if self._found else None
        if closure is None:
            return fact
        when = replace_end(fact.when, closure.on)
        return fact._replace(status=ended_status(kind, self.vocabulary), when=when, closed=closure.why)

    def _is_meant(self, kind: RelationKind, pair: tuple[str, ...]) -> bool:
        """Whether an event that names two can mean a fact between them: of several nodes it must say which."""
        return kind.is_tie or self._nodes[_key(kind, pair)] <= 1

    def _keys_of_nodes(self, facts: Iterable[Fact]) -> Iterator[tuple[str, ...]]:
        ended = {rule.kind for kind in self.vocabulary.relations.values() for rule in kind.closes}
        for fact in facts:
            kind = self.vocabulary.relations[fact.kind]
            if kind.is_node and kind.id in ended:
                yield from (_key(kind, pair) for pair in self._ended_as(fact, kind))

    def _ended_as(self, fact: Fact, kind: RelationKind) -> Iterator[tuple[str, ...]]:
        """By what an event may end it: by whom it ties; a node by its id, or by the first two that stand in it."""
        if kind.is_tie:
            yield fact.pair
        elif kind.is_node:
            yield (fact.id,)
            yield from product(*map(fact.at, kind.pair))
            yield from pairs_of_wholes(fact, kind, self.actors)


def replace_end(when: When, until: Date | None) -> When:
    """Dates with another end."""
    return type(when)(when.on, when.since, until, when.seen)


def ended_status(kind: RelationKind, vocabulary: Vocabulary) -> str:
    """The status of a kind for what is over; its usual one, if none of its statuses says so."""
    return next((one for one in kind.statuses if vocabulary.effect(one).over), kind.status)


def _closed_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], Closure]]:
    for rule in vocabulary.relations[fact.kind].closes:
        if not rule.kinds or fact.type in rule.kinds:
            closure = Closure(fact.effective, Derivation(rule.rule, (fact.id,)))
            named = [(one,) for one in fact.at(rule.named)] if rule.named else []
            for pair in named or product(fact.at(rule.source), fact.at(rule.target)):
                yield _key(vocabulary.relations[rule.kind], pair), closure


def _turned_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], Date]]:
    """The pairs whose state an event ends or begins, with its day if it is told."""
    kind, day = vocabulary.relations[fact.kind], fact.effective
    rules: list[Closing | Implication] = [*kind.closes, *(one for one in kind.implies if one.opens)]
    for rule in rules:
        if day is not None and (not rule.kinds or fact.type in rule.kinds):
            for pair in product(fact.at(rule.source), fact.at(rule.target)):
                yield _key(vocabulary.relations[rule.kind], pair), day


def _key(kind: RelationKind, pair: tuple[str, ...]) -> tuple[str, ...]:
    return (kind.id, *(sorted(pair) if kind.symmetric else pair))
