"""Who leaves a treaty or an alliance, is back in it, and leaves it again; and when too few are left for it to go on.

Who leaves is away from then on, until the first event after it by which it is bound again: that from which the treaty
is in force for it before that by which it consented. An event whose day may lie before the leaving brings nobody back.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.records import Absence, Derivation
from relgraph.facts.rules import rules_for
from relgraph.reading.dates import Date, Truth, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from relgraph.facts.records import End, Fact
    from relgraph.vocabulary.model import Vocabulary

PARTIES = 2
"""How many a treaty binds at least."""

ANY_TIME = parse_date("../..") or Date("../..", 0, 0)
"""The day on which somebody left who is not said to have left on a day."""


class Closure(NamedTuple):
    """That something ended: on a day, if the event has one, by a rule, and by which fact."""

    on: Date | None
    why: Derivation


class Leaving(NamedTuple):
    """That some left a node: who, the roles of which the first that is filled there is theirs, and the closure.

    `closes` are the kinds of the ties with the node that the same event ends.
    """

    who: tuple[str, ...]
    roles: tuple[str, ...]
    closure: Closure
    closes: tuple[str, ...]


class Return(NamedTuple):
    """That some are bound by a node again, if they had left it: on a day, by a fact; the lower `order`, the surer."""

    who: tuple[str, ...]
    on: Date
    order: int
    fact: str


class Away(NamedTuple):
    """That one left a node, and what brought it back, if anything did."""

    who: str
    closure: Closure
    back: Return | None

    @property
    def first(self) -> float:
        """The first day on which it may have left."""
        return self.closure.on.first if self.closure.on else ANY_TIME.first

    def covers(self, day: float) -> bool:
        """Whether it was away from a day on, as far as days are known."""
        return self.first <= day and (self.back is None or self.back.on.first > day)

    @property
    def absence(self) -> Absence:
        """From when to when it was away."""
        return Absence(self.closure.on or ANY_TIME, self.back.on if self.back else None)


def left_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, str], Leaving]]:
    """The nodes that an event lets some leave."""
    closes = rules_for(fact, vocabulary.relations[fact.kind].closes)
    rules = [one for one in closes if not one.kinds or fact.type in one.kinds]
    ties = tuple(one.kind for one in rules if not one.leaves and vocabulary.relations[one.kind].is_tie)
    for rule in rules:
        if rule.leaves:
            closure = Closure(fact.effective, Derivation(rule.rule, (fact.id,)))
            for node in fact.at(rule.named or rule.target):
                yield (rule.kind, node), Leaving(fact.at(rule.source), rule.leaves, closure, ties)


def returned_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, str], Return]]:
    """The nodes in which some stand again by an event, if they had left them before."""
    for rule in rules_for(fact, vocabulary.relations[fact.kind].closes):
        if rule.leaves and fact.type in rule.returns and fact.effective is not None:
            order = rule.returns.index(fact.type)
            for node in fact.at(rule.named or rule.target):
                yield (rule.kind, node), Return(fact.at(rule.source), fact.effective, order, fact.id)


def absences(
    bound: Iterable[str], leavings: Iterable[Leaving], returns: Sequence[Return], known: Date | None
) -> list[Away]:
    """When those who are bound by a node were away, in order of their leaving; not before it was `known` to hold.

    The leavings are given in the order of their days.
    """
    asked = dict.fromkeys(bound)
    closures: dict[str, list[Closure]] = {one: [] for one in asked}
    for who, _, closure, _ in leavings:
        if known is None or closure.on is None or closure.on.before(known) is not Truth.YES:
            for one in asked.keys() & set(who):
                closures[one].append(closure)
    found = [away for one, given in closures.items() for away in _of_one(one, given, returns)]
    return sorted(found, key=lambda away: (away.first, away.closure.why.premises))


def _of_one(who: str, closures: Iterable[Closure], returns: Iterable[Return]) -> list[Away]:
    """The absences of one: who is away already leaves no more."""
    found: list[Away] = []
    backs = [one for one in returns if who in one.who]
    given = list(closures)
    for closure, later in pairwise([*given, None]):
        if closure is not None and not (found and found[-1].covers(closure.on.first if closure.on else ANY_TIME.first)):
            found.append(Away(who, closure, _back(closure, later, backs)))
    return found


def _back(closure: Closure, later: Closure | None, returns: Iterable[Return]) -> Return | None:
    """What brought one back: of all that lies between this leaving and the next the surest, and of these the first."""
    left, again = closure.on, later.on if later is not None else None
    if left is None:
        return None
    after = [one for one in returns if left.last < one.on.first and (again is None or one.on.first <= again.last)]
    return min(after, key=lambda one: (one.order, one.on.first, one.fact), default=None)


def too_few(bound: set[str], away: Iterable[Away]) -> Closure | None:
    """The leaving after which fewer than two were left, if one is."""
    given = list(away)
    for one in given:
        gone = {other.who for other in given if other.covers(one.first)}
        if len(bound) - len(gone) < PARTIES:
            return one.closure
    return None


def whole(fact: Fact) -> Fact:
    """A fact with those who left it, as on the days on which they stood in it."""
    return fact._replace(ends=tuple([end._replace(away=()) for end in fact.ends])) if fact.closed else fact


def left_open(fact: Fact, role: str, away: Sequence[Away]) -> Fact:
    """A node that goes on for the others, with the days between which each who left was away."""
    spans: dict[str, list[Absence]] = {}
    for one in away:
        spans.setdefault(one.who, []).append(one.absence)
    premises = [
        premise for one in away for premise in (*one.closure.why.premises, *([one.back.fact] if one.back else []))
    ]

    def end(one: End) -> End:
        return one._replace(away=tuple(spans[one.id])) if one.role == role and one.id in spans else one

    why = Derivation(away[0].closure.why.rule, tuple(dict.fromkeys(premises)))
    return fact._replace(ends=tuple(map(end, fact.ends)), closed=why)
