"""How much may follow from the records of a dataset: a few that name a large group, or many at two ends, make much."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.derive import everyone
from relgraph.facts.rules import rules_for
from relgraph.reading.place import Problem
from relgraph.vocabulary.kinds import FACT_ITSELF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.records import Actor, Fact
    from relgraph.vocabulary.consequences import Implication
    from relgraph.vocabulary.kinds import Walk
    from relgraph.vocabulary.model import Vocabulary

MOST_FOLLOWING = 200_000
"""Facts that follow from groups and from several at both ends, and ties that paths walk there, of a whole dataset."""
FEW = 2
"""Ends of a usual fact, from which a fact or two follow."""


class Bounded(NamedTuple):
    """The facts that are kept, those that are not since too much would follow, and what is to be told of these."""

    facts: list[Fact]
    left_out: list[Fact]
    problems: list[Problem]


def bounded(facts: list[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> Bounded:
    """The facts in their order, but for those with which more would follow than anybody means."""
    following = _Following(actors, vocabulary)
    left = MOST_FOLLOWING
    left_out: list[Fact] = []
    for fact in facts:
        if len(fact.ends) > FEW or (fact.ends and (fact.ends[0].every or fact.ends[-1].every)):
            number = following.of(fact)
            if number > left:
                left_out.append(fact)
            else:
                left -= number
    if not left_out:
        return Bounded(facts, [], [])
    gone = set(map(id, left_out))
    return Bounded([fact for fact in facts if id(fact) not in gone], left_out, list(_told(left_out)))


def _told(facts: Iterable[Fact]) -> Iterable[Problem]:
    """A line for each record."""
    most = f"of all records together more than {MOST_FOLLOWING:,} facts and ties would follow by rule"
    for place in dict.fromkeys(fact.place for fact in facts):
        yield Problem(place, "shape", f"{most}, and with this one they do; name fewer in it, or a smaller group")


class _Following:
    """How many facts and ties follow from each fact; a group is counted once."""

    def __init__(self, actors: Mapping[str, Actor], vocabulary: Vocabulary) -> None:
        self.actors = actors
        self.relations = vocabulary.relations
        self._members: dict[str, int] = {}

    def of(self, fact: Fact) -> int:
        """How many follow at most: for the members of groups, and for each two of those who stand in two roles."""
        kind = self.relations[fact.kind]
        if kind.is_tie:
            members = sum(self._size(end.id) for end in fact.ends[:FEW] if end.every)
            return members * (1 + len(rules_for(fact, kind.implies)))
        pairings: list[Walk | Implication] = [*kind.walks, *rules_for(fact, kind.implies)]
        return sum(_pairs(fact, pairing) for pairing in pairings)

    def _size(self, one: str) -> int:
        """How many stand for a group."""
        if one not in self._members:
            self._members[one] = len(everyone(self.actors[one], self.actors)) if one in self.actors else 0
        return self._members[one]


def _pairs(fact: Fact, pairing: Walk | Implication) -> int:
    """Of how many pairs of a fact's ends a walk or a rule says something."""
    if FACT_ITSELF in (pairing.source, pairing.target):
        return 0
    sources, targets = len(fact.at(pairing.source)), len(fact.at(pairing.target))
    return 0 if pairing.most is not None and max(sources, targets) > pairing.most else sources * targets
