"""What ends, or changes, when something happens: relations that are broken off, a treaty that is denounced.

A state that its own source tells no end of ends with the first event that closes it: it keeps what its source says, has
the event's day for an end, and carries the rule and the event. What began, or was seen, after the event is untouched.

Events turn a state: it did not stand between one that closed it and the next that opened it.

Who denounces a treaty leaves it (`leaving`): one of two ends with that, one of more goes on for the others. What status
a treaty has by what its participants did is told where its own record does not say.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate, product
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.leaving import Closure, absences, left_by, left_open, returned_by, too_few
from relgraph.facts.records import Derivation, When
from relgraph.facts.rules import rules_for, without_rules
from relgraph.facts.turning import InOrder, Turn
from relgraph.facts.wholes import pairs_of_wholes
from relgraph.reading.dates import Truth, come_by
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.leaving import Leaving, Return
    from relgraph.facts.records import Actor, Fact
    from relgraph.facts.turning import Resumed
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.consequences import Closing, Implication, Settling
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary


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
    """All that some facts end, change and begin, by kind and pair."""

    def __init__(self, facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> None:
        """Take the events among facts that hold; a dataset without any asks nothing of the others."""
        self.actors = actors
        self.vocabulary = vocabulary
        self._left: dict[tuple[str, str], list[Leaving]] = {}
        self._back: dict[tuple[str, str], list[Return]] = {}
        self._settled: dict[tuple[str, str], list[tuple[Settling, Fact]]] = {}
        found: dict[tuple[str, ...], list[Turn]] = {}
        turns: dict[tuple[str, ...], list[Date]] = {}
        told = tuple(facts)
        closing = frozenset(kind.id for kind in vocabulary.relations.values() if kind.closes or kind.settles)
        for fact in told:
            if fact.kind in closing and not fact.implies_nothing:
                for key, turn in _closed_by(fact, vocabulary):
                    found.setdefault(key, []).append(turn)
                for key, day in _turned_by(fact, vocabulary):
                    turns.setdefault(key, []).append(day)
                self._take(fact)
        for leavings in self._left.values():
            leavings.sort(key=lambda one: one.closure.on.first if one.closure.on else 0)
        for key, closure in self._of_the_last_left(told):
            found.setdefault(key, []).append(Turn("", None, closure.on, closure))
        self._found = {key: InOrder.of(given) for key, given in found.items()}
        self._turns = {key: _Turns.of(days) for key, days in turns.items()}
        self._nodes = Counter(self._keys_of_nodes(told)) if self._found else Counter[tuple[str, ...]]()

    def _of_the_last_left(self, facts: Iterable[Fact]) -> Iterator[tuple[tuple[str, ...], Closure]]:
        """What ends for the last who is left in a node, when all others have left it: it is bound to nobody."""
        for fact in facts if self._left else ():
            leavings = self._left.get((fact.kind, fact.id), [])
            ended = self._without_those_who_left(fact) if leavings else fact
            if ended.closed is not None and self.vocabulary.effect(ended.status).over:
                closure = Closure(ended.when.until, ended.closed)
                bound = next(filter(None, map(ended.at, leavings[0].roles)), ())
                for kind, other in product(leavings[0].closes, bound):
                    yield _key(self.vocabulary.relations[kind], (other, fact.id)), closure

    def _take(self, fact: Fact) -> None:
        """Take in whom an event lets leave, or brings back, and the status that something has by it."""
        for left, leaving in left_by(fact, self.vocabulary):
            self._left.setdefault(left, []).append(leaving)
        for left, back in returned_by(fact, self.vocabulary):
            self._back.setdefault(left, []).append(back)
        for rule in rules_for(fact, self.vocabulary.relations[fact.kind].settles):
            for node in fact.at(rule.target) if fact.type in rule.kinds else ():
                self._settled.setdefault((rule.kind, node), []).append((rule, fact))

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

    def turn(self, kind: RelationKind, pair: tuple[str, ...]) -> bool:
        """Whether any of the facts ended or began a state of two."""
        if not self._found and not self._turns:
            return False
        key = _key(kind, pair)
        return key in self._found or key in self._turns

    def resumed(self, kind: RelationKind, pair: tuple[str, ...], event: str) -> Resumed | None:
        """What is known of how an event resumed a state of two: after which ends, since when and until when."""
        turns = self._found.get(_key(kind, pair))
        return turns.resumed.get(event) if turns is not None else None

    def is_resumed_after(self, kind: RelationKind, pair: tuple[str, ...], event: str, ends: Iterable[str]) -> bool:
        """Whether an event resumed a state of two after others had ended it."""
        turns = self._found.get(_key(kind, pair))
        return turns is not None and turns.is_resumed_after(event, ends)

    def last_turn(self, kind: RelationKind, pair: tuple[str, ...], known: Date | None) -> Date | None:
        """The last day before another on which an event ended or began a state of two: not before it did that begin."""
        if not self._turns or known is None:
            return None
        turns = self._turns.get(_key(kind, pair))
        return turns.last_before(known) if turns is not None else None

    def close(self, fact: Fact) -> Fact:
        """The fact, with the status that events gave it, ended if one ended it, without those who left it."""
        kind = self.vocabulary.relations[fact.kind]
        if kind.is_node:
            fact = self._without_those_who_left(self._with_status(fact))
            if fact.closed is not None and self.vocabulary.effect(fact.status).over:
                return fact
        if not self._found:
            return fact
        closures = (self.of(kind, pair, fact.when) for pair in self._ended_as(fact, kind) if self._is_meant(kind, pair))
        closure = next(filter(None, closures), None)
        if closure is None:
            return fact
        when = replace_end(fact.when, closure.on)
        return fact._replace(status=ended_status(kind, self.vocabulary), when=when, closed=closure.why)

    def _with_status(self, fact: Fact) -> Fact:
        """A node with the status that it has by events, where its record states none: the furthest in its life."""
        known = [one for one in self._settled.get((fact.kind, fact.id), ()) if one[0].unstated == fact.status]
        if not known:
            return fact
        order = self.vocabulary.relations[fact.kind].statuses
        status = max((rule.status for rule, _ in known), key=order.index)
        given = [(rule, event) for rule, event in known if rule.status == status]
        why = Derivation(given[0][0].rule, tuple(event.id for _, event in given))
        days = sorted({event.effective for _, event in given if event.effective}, key=lambda day: day.first)
        when = fact.when
        if days and when.since is None and self.vocabulary.effect(status) is Effect.CURRENT:
            when = When(when.on, days[0], when.until, when.seen)
        elif len(days) == 1 and when.first is None:
            when = When(on=days[0])
        return fact._replace(status=status, when=when, closed=why)

    def _without_those_who_left(self, fact: Fact) -> Fact:
        """A node that ended when fewer than two were left; else with the days between which each who left was away."""
        leavings = self._left.get((fact.kind, fact.id), [])
        role = next((role for one in leavings for role in one.roles if fact.at(role)), None)
        if not leavings or role is None or (fact.when.until is not None and not fact.when.until.ongoing):
            return fact
        known = fact.when.seen or (come_by(fact.when.since) if fact.when.since else None)
        bound = set(fact.at(role))
        away = absences(sorted(bound), leavings, self._back.get((fact.kind, fact.id), ()), known)
        last = too_few(bound, away)
        if last is not None:
            away = [one for one in away if last.on is not None and one.first < last.on.first]
        if away and role == leavings[0].roles[0]:
            fact = left_open(fact, role, away)
        if last is None:
            return fact
        status = ended_status(self.vocabulary.relations[fact.kind], self.vocabulary)
        return fact._replace(status=status, when=replace_end(fact.when, last.on), closed=last.why)

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


class ClosuresInForce:
    """All that some facts end, change and begin, as it counts for each: not by the rules that are off for it.

    A rule that is off for a fact ends it by no event, whoever tells of that. Facts of one dataset have all rules alike.
    """

    def __init__(self, facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> None:
        self._facts = tuple(facts)
        self._actors = actors
        self._vocabulary = vocabulary
        self._made: dict[tuple[str, ...], Closures] = {}

    def of(self, fact: Fact) -> Closures:
        """What counts for a fact."""
        off = fact.rules_off
        found = self._made.get(off)
        if found is None:
            told = (without_rules(one, off) for one in self._facts) if off else self._facts
            found = self._made[off] = Closures(told, self._actors, self._vocabulary)
        return found


def replace_end(when: When, until: Date | None) -> When:
    """Dates with another end."""
    return type(when)(when.on, when.since, until, when.seen)


def ended_status(kind: RelationKind, vocabulary: Vocabulary) -> str:
    """The status of a kind for what is over; its usual one, if none of its statuses says so."""
    return next((one for one in kind.statuses if vocabulary.effect(one).over), kind.status)


def _closed_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], Turn]]:
    """The pairs whose state an event ends, or resumes."""
    for rule in rules_for(fact, vocabulary.relations[fact.kind].closes):
        ends = not rule.kinds or fact.type in rule.kinds
        if not rule.leaves and (ends or fact.type in rule.returns):
            closure = Closure(fact.effective, Derivation(rule.rule, (fact.id,))) if ends else None
            named = [(one,) for one in fact.at(rule.named)] if rule.named else []
            for pair in named or product(fact.at(rule.source), fact.at(rule.target)):
                yield _key(vocabulary.relations[rule.kind], pair), Turn(fact.id, fact.type, fact.effective, closure)


def _turned_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], Date]]:
    """The pairs whose state an event ends or begins, with its day if it is told."""
    kind, day = vocabulary.relations[fact.kind], fact.effective
    rules: list[Closing | Implication] = [
        *(one for one in rules_for(fact, kind.closes) if not one.leaves),
        *(one for one in rules_for(fact, kind.implies) if one.opens),
    ]
    for rule in rules:
        if day is not None and (not rule.kinds or fact.type in rule.kinds):
            for pair in product(fact.at(rule.source), fact.at(rule.target)):
                yield _key(vocabulary.relations[rule.kind], pair), day


def _key(kind: RelationKind, pair: tuple[str, ...]) -> tuple[str, ...]:
    return (kind.id, *(sorted(pair) if kind.symmetric else pair))
