"""What follows from the stated facts: a group's members, and what a kind of relation implies.

A derived fact carries the rule and the ids of its premises, and goes when a premise goes. One that
is stated anyway is not derived again: it corroborates the stated fact. One that is stated to have
ended is not derived at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from typing import TYPE_CHECKING

from relgraph.facts.likeness import derived_as_one
from relgraph.facts.parsing.ids import SEPARATOR
from relgraph.facts.records import Derivation, End, Fact, When
from relgraph.reading.dates import at_latest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from relgraph.facts.records import Actor
    from relgraph.vocabulary.model import Implication, RelationKind, Vocabulary

GROUP = "group"


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived facts, and for each stated fact that follows from others, the derivations that say so."""

    facts: tuple[Fact, ...]
    corroborations: Mapping[str, tuple[Derivation, ...]]


def derive(facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> Derived:
    """Derive all that the rules give, from facts that hold (neither planned, ended, disputed nor withdrawn)."""
    ordered = sorted(facts, key=lambda fact: fact.id)
    stated = [fact for fact in ordered if holds(fact, vocabulary)]
    settler = _Settler(ordered, vocabulary)
    members = settler.settle(_members(stated, actors, vocabulary))
    implied = settler.settle(_implied([*stated, *members], actors, vocabulary))
    made = sorted((*members, *implied), key=lambda fact: fact.id)
    return Derived(tuple(made), {one: tuple(given) for one, given in sorted(settler.corroborations.items())})


def holds(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether a fact may carry others: signed, in force or occurred, and neither denied nor taken back."""
    return is_sound(fact) and vocabulary.effect(fact.status).binds


def is_sound(fact: Fact) -> bool:
    """Whether the record stands: neither disputed, nor denied by its source, nor withdrawn."""
    return not fact.disputed and fact.withdrawn is None and fact.stance != "against"


class _Settler:
    """Holds derived facts against the stated ones: which are new, which corroborate, which have ended."""

    def __init__(self, facts: Iterable[Fact], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.known: dict[Hashable, list[str]] = {}
        self.ended: set[Hashable] = set()
        self.corroborations: dict[str, list[Derivation]] = {}
        for fact in facts:
            if holds(fact, vocabulary):
                self.known.setdefault(derived_as_one(fact, vocabulary), []).append(fact.id)
            elif is_sound(fact) and vocabulary.effect(fact.status).over:
                self.ended.add(derived_as_one(fact, vocabulary))

    def settle(self, made: Iterable[Fact]) -> list[Fact]:
        """The new ones, those that say the same joined into one; the others become corroborations or go."""
        joined: dict[Hashable, Fact] = {}
        for fact in made:
            like = derived_as_one(fact, self.vocabulary)
            if like in self.known:
                self._corroborate(self.known[like], fact)
            elif like not in self.ended:
                joined[like] = _joined(joined[like], fact) if like in joined else fact
        return list(joined.values())

    def _corroborate(self, stated: Iterable[str], fact: Fact) -> None:
        derivation = fact.derivation
        for one in stated:
            if derivation is not None and one not in derivation.premises:
                self.corroborations.setdefault(one, []).append(derivation)


def _joined(first: Fact, second: Fact) -> Fact:
    """One derived fact that stands on the premises of both, any of which would do; the earlier date counts."""
    if first.derivation is None or second.derivation is None:
        return first
    premises = tuple(sorted({*first.derivation.premises, *second.derivation.premises}))
    rules = "; ".join(sorted({*first.derivation.rule.split("; "), *second.derivation.rule.split("; ")}))
    dated = [fact.when for fact in (first, second) if fact.when.since]
    when = min(dated, key=lambda one: one.since.last if one.since else 0) if dated else first.when
    evidence = tuple(dict.fromkeys((*first.evidence, *second.evidence)))
    return first._replace(derivation=Derivation(rules, premises), when=when, evidence=evidence)


def _members(facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> Iterator[Fact]:
    """A tie with every member of a group holds for each that is known; a group without members gives nothing.

    Only where the fact says so with {every: group}: a tie with the group as such is no tie with its members.
    """
    for fact in facts:
        kind = vocabulary.relations[fact.kind]
        for at, end in enumerate(fact.ends[:2] if kind.is_tie else ()):
            group = actors.get(end.id)
            if end.every and group is not None and group.kind in kind.roles[end.role].types:
                others = {other.id for i, other in enumerate(fact.ends) if i != at}
                rule = f"what is said of {group.name} holds for each of its members"
                for member in _everyone(group, actors):
                    if member not in others:
                        yield _member_fact(fact, at, member, Derivation(rule, (fact.id, group.id)))


def _everyone(group: Actor, actors: Mapping[str, Actor]) -> list[str]:
    """The members of a group; for a group among them, its members."""
    found: dict[str, bool] = {}
    waiting = [group.id]
    while waiting:
        for member in actors[waiting.pop()].members:
            if member in actors and member not in found:
                found[member] = not actors[member].members
                waiting.append(member)
    return [member for member, is_one in found.items() if is_one]


def _member_fact(fact: Fact, at: int, member: str, derivation: Derivation) -> Fact:
    ends = tuple(End(end.role, member) if i == at else end for i, end in enumerate(fact.ends))
    return fact._replace(id=SEPARATOR.join((fact.id, member)), ends=ends, derivation=derivation)


def _implied(facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> Iterator[Fact]:
    for fact in facts:
        for implication in vocabulary.relations[fact.kind].implies:
            if _applies(implication, fact, vocabulary):
                implied = vocabulary.relations[implication.kind]
                pairs = _pairs(fact, implication, actors)
                if implied.symmetric:
                    pairs = [(min(pair), max(pair)) for pair in pairs]
                for pair in dict.fromkeys(pairs):
                    yield _implied_fact(fact, implication.rule, implied, pair)


def _applies(implication: Implication, fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether a fact is of the narrower kinds, and on a rung, where the implication asks for that."""
    if implication.kinds and fact.type not in implication.kinds:
        return False
    return not implication.ranked or vocabulary.ladder_of(*fact.pair).height(fact.tier or "") > 0


def _pairs(fact: Fact, implication: Implication, actors: Mapping[str, Actor]) -> list[tuple[str, str]]:
    """Pairs of different actors, of the kinds that suit, that an implication ties."""
    sources, targets = fact.at(implication.source), fact.at(implication.target)
    if implication.most is not None and max(len(sources), len(targets)) > implication.most:
        return []
    pairs = permutations(sources, 2) if implication.source == implication.target else product(sources, targets)
    suited = {one for one in (*sources, *targets) if one in actors and actors[one].kind in implication.types}
    return [(one, other) for one, other in pairs if one != other and one in suited and other in suited]


def _implied_fact(fact: Fact, rule: str, kind: RelationKind, pair: tuple[str, str]) -> Fact:
    start = fact.when.since or fact.when.on
    return Fact(
        id=SEPARATOR.join(("derived", kind.id, *pair)),
        kind=kind.id,
        ends=tuple(End(role, one) for role, one in zip(kind.roles, pair, strict=False)),
        status=kind.status,
        tier=kind.rung,
        when=When(since=at_latest(start) if start else None, seen=fact.when.seen),
        evidence=fact.evidence,
        derivation=Derivation(rule, (fact.id,)),
    )
