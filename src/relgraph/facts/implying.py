"""What a fact implies by the rules of its kind: an embassy, that the two have diplomatic relations.

How what follows lasts depends on the dates and the status of the fact alone, where no event turned that state of the
two: it is worked out once for all facts that have these in common.
"""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.closing import ended_status
from relgraph.facts.parsing.ids import SEPARATOR
from relgraph.facts.records import IMPLIED, Derivation, End, Fact, When
from relgraph.facts.rules import rules_for
from relgraph.facts.stringing import end_of
from relgraph.facts.tiers import handed_on, ladder_of
from relgraph.reading.dates import at_latest, between, come_by, latest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.facts.closing import ClosuresInForce
    from relgraph.facts.records import Actor
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.consequences import Implication
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary


class _Course(NamedTuple):
    """How a state lasts that follows from a fact: status and dates, and what tells its id from that of another time.

    `after` is the event that ended the state before it, if it was resumed then; `closed` tells what ended it.
    """

    status: str
    when: When
    span: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    closed: Derivation | None = None

    def carried(self, by: Derivation) -> Derivation:
        """What carries the state: a rule and its premises, and those that it was resumed and ended by."""
        if self.closed is None:
            return by._replace(premises=(*by.premises, *self.after)) if self.after else by
        premises = (*by.premises, *self.after, *self.closed.premises)
        return by._replace(rule=f"{by.rule}; {self.closed.rule}", premises=premises)


class _Suited(dict[str, bool]):
    """Whether an actor, or a fact that is a node, is of one of some kinds, looked up once for each."""

    def __init__(
        self, types: tuple[str, ...], actors: Mapping[str, Actor], nodes: Mapping[str, str], vocabulary: Vocabulary
    ) -> None:
        super().__init__()
        self._types = types
        self._actors = actors
        self._nodes = nodes
        self._vocabulary = vocabulary

    def __missing__(self, one: str) -> bool:
        kind = self._actors[one].kind if one in self._actors else self._nodes.get(one)
        found = self[one] = self._vocabulary.suits(kind, self._types)
        return found


class Implying:
    """The rules of a dataset: by its actors, the kinds of its facts that are nodes, and what its events ended."""

    def __init__(
        self,
        actors: Mapping[str, Actor],
        nodes: Mapping[str, str],
        closures: ClosuresInForce,
        vocabulary: Vocabulary,
    ) -> None:
        self._actors = actors
        self._nodes = nodes
        self._closures = closures
        self._vocabulary = vocabulary
        self._suited: dict[tuple[str, ...], _Suited] = {}
        self._courses: dict[tuple[object, ...], _Course] = {}

    def of(self, fact: Fact) -> Iterator[Fact]:
        """What follows from a fact, which must be kept as long as this is asked."""
        implications = rules_for(fact, self._vocabulary.relations[fact.kind].implies)
        ladder = ladder_of(fact, self._vocabulary) if implications and fact.tier else None
        owned = handed_on(ladder)
        for implication in implications:
            if _applies(implication, fact, ladder):
                symmetric = self._vocabulary.relations[implication.kind].symmetric
                for (one, other), more in self._pairs(fact, implication).items():
                    pair = (other, one) if symmetric and other < one else (one, other)
                    yield self._implied(fact, implication, pair, Derivation(implication.rule, (fact.id, *more), owned))

    def _pairs(self, fact: Fact, rule: Implication) -> dict[tuple[str, str], tuple[str, ...]]:
        """Pairs of different actors or nodes, of kinds that suit, that a rule ties; with what else that rests on."""
        sources, targets = fact.at(rule.source), fact.at(rule.target)
        if rule.most is not None and max(len(sources), len(targets)) > rule.most:
            return {}
        through: dict[str, tuple[str, ...]] = {}
        if rule.whole:
            actors = self._actors
            wholes = {one: actors[one].part_of for one in targets if one in actors}
            through = {whole: (part,) for part, whole in wholes.items() if whole is not None}
            targets = tuple(through)
        suited = self._suited_to(rule.types)
        first = [one for one in sources if suited[one]]
        second = [one for one in targets if suited[one]]
        among = permutations(first, 2) if rule.source == rule.target else product(first, second)
        return {pair: through.get(pair[1], ()) for pair in among if pair[0] != pair[1]}

    def _suited_to(self, types: tuple[str, ...]) -> _Suited:
        """Whether an actor, or a fact that is a node, is of one of some kinds."""
        found = self._suited.get(types)
        if found is None:
            found = self._suited[types] = _Suited(types, self._actors, self._nodes, self._vocabulary)
        return found

    def _implied(self, fact: Fact, rule: Implication, pair: tuple[str, str], derivation: Derivation) -> Fact:
        """What follows for a pair."""
        kind = self._vocabulary.relations[rule.kind]
        course = self._course(fact, rule, kind, pair)
        return Fact(
            SEPARATOR.join((IMPLIED, kind.id, *((rule.gives,) if rule.gives else ()), *pair, *course.span)),
            kind.id,
            tuple(map(End, kind.roles, pair)),
            course.status,
            rule.gives,
            kind.rung,
            course.when,
            evidence=fact.evidence,
            inferred=fact.is_inferred,
            derivation=course.carried(derivation),
            closed=course.closed,
        )

    def _course(self, fact: Fact, rule: Implication, kind: RelationKind, pair: tuple[str, str]) -> _Course:
        """How what follows for a pair lasts; of a pair whose state no event turned, as for any other."""
        if self._closures.of(fact).turn(kind, pair):
            return self._worked_out(fact, rule, kind, pair)
        alike = (id(rule), fact.status, id(fact.when), id(fact.effective))  # facts of one day have one record of it
        return self._courses.get(alike) or self._courses.setdefault(alike, self._worked_out(fact, rule, kind, pair))

    def _worked_out(self, fact: Fact, rule: Implication, kind: RelationKind, pair: tuple[str, str]) -> _Course:
        """It begins with the fact, at the latest, and ends with it, or with what closes it.

        It begins no earlier than the last event before it that ended or began the like: between the two there was none.
        """
        start, until = fact.when.since or fact.effective, end_of(fact.when)
        over, closures = fact.status in self._vocabulary.over, self._closures.of(fact)
        resumed = closures.resumed(kind, pair, fact.id) if rule.opens and start is None else None
        premise = _during(fact.when, start, until)
        if resumed is not None:
            closure, start = resumed.closure, resumed.since
        else:
            closure = None if over and until is None else closures.of_derived(kind, pair, premise)
        until = until if closure is None else closure.on
        status = ended_status(kind, self._vocabulary) if over or closure is not None else kind.status
        span: tuple[str, ...] = () if status == kind.status else (status,)
        if until is not None:
            span = ("until", until.text.replace("/", "--"))
        known = (come_by(start) if start and latest(start) else None) or premise.seen or until
        since = start if rule.opens else _since(start, known, closures.last_turn(kind, pair, known))
        after = (resumed.after,) if resumed is not None and resumed.after else ()
        return _Course(status, _during(premise, since, until), span, after, None if closure is None else closure.why)


def _applies(implication: Implication, fact: Fact, ladder: Ladder | None) -> bool:
    """Whether anything follows from a fact, and it is of the narrower kinds, and on a rung, where that is asked for."""
    if fact.implies_nothing or (implication.kinds and fact.type not in implication.kinds):
        return False
    if implication.unless is not None and fact.at(implication.unless):
        return False
    return not implication.ranked or (ladder is not None and fact.tier in ladder.rungs)


def _during(when: When, since: Date | None, until: Date | None) -> When:
    """The dates of a state that was seen when another was, between some days: those of the other where they are its."""
    if when.on is None and when.since is since and when.until is until:
        return when
    return When(since=since, until=until, seen=when.seen)


def _since(start: Date | None, known: Date | None, turn: Date | None) -> Date | None:
    """When what is known to have held on a day began: by the start of its premise, and not before a turn."""
    if turn is not None and known is not None:
        return between(turn, known)
    return None if start is None else at_latest(start)
