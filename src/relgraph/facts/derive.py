"""What follows from the stated facts: a group's members, and what a kind of relation implies.

A derived fact carries the rule and the ids of its premises, and lives as long as they do: it goes when a premise goes,
and ends when a premise has ended. One that is stated anyway is not derived again: it corroborates the stated fact. One
that is denied, disputed or stated to have ended is not derived at all, but for another time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.closing import ClosuresInForce
from relgraph.facts.implying import Implying
from relgraph.facts.likeness import derived_as_one
from relgraph.facts.parsing.ids import SEPARATOR
from relgraph.facts.records import AGAINST, Derivation, End, Fact
from relgraph.facts.stringing import end_of, joined, strung
from relgraph.facts.tiers import ladder_handed_on
from relgraph.reading.dates import Truth, latest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from relgraph.facts.records import Actor
    from relgraph.vocabulary.model import Vocabulary


class Derived(NamedTuple):
    """The derived facts, and for each stated fact that follows from others, the derivations that say so.

    `stated` are the stated facts as they stand once events among them have ended others.
    """

    facts: tuple[Fact, ...]
    stated: tuple[Fact, ...]
    corroborations: Mapping[str, tuple[Derivation, ...]]


def derive(facts: Iterable[Fact], actors: Mapping[str, Actor], vocabulary: Vocabulary) -> Derived:
    """Derive all that the rules give, from facts that hold or did (neither planned, disputed, denied nor withdrawn)."""
    told = sorted(facts, key=lambda fact: fact.id)
    closures = ClosuresInForce((fact for fact in told if holds(fact, vocabulary)), actors, vocabulary)
    ordered = tuple([closures.of(fact).close(fact) if holds(fact, vocabulary) else fact for fact in told])
    stated = [fact for fact in ordered if holds(fact, vocabulary) or has_held(fact, vocabulary)]
    nodes = {fact.id: fact.kind for fact in stated if vocabulary.relations[fact.kind].is_node}
    implying = Implying(actors, nodes, closures, vocabulary)
    settler = _Settler(ordered, closures, vocabulary)
    members = settler.settle(_members(stated, actors, vocabulary))
    made = [follows for fact in (*stated, *members) for follows in implying.of(fact)]
    alone, beside = _apart_from_rules(members, vocabulary)
    implied = strung(settler.settle([*beside, *made]), vocabulary)
    made = sorted((*alone, *implied), key=lambda fact: fact.id)
    return Derived(tuple(made), ordered, {one: tuple(given) for one, given in sorted(settler.corroborations.items())})


def holds(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether a fact may carry others: signed, in force or occurred, and neither denied nor taken back."""
    return fact.status in vocabulary.binding and is_sound(fact)


def has_held(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether a fact is over that held once."""
    return fact.status in vocabulary.over and is_sound(fact)


def is_sound(fact: Fact) -> bool:
    """Whether the record stands: neither disputed, nor denied by its source, nor withdrawn."""
    return not fact.disputed and fact.withdrawn is None and fact.stance != AGAINST


MANY = 40
"""Ways in which a rule gives a stated fact too, above which no more are kept: nobody follows so many up."""


class _Alike:
    """Stated facts that say the same but for their times; those of them that rules give in fewer than MANY ways yet."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self._open: list[Fact] = []

    def append(self, fact: Fact) -> None:
        self.facts.append(fact)
        self._open.append(fact)

    def of_its_time(self, fact: Fact) -> bool:
        """Whether one of them is not certainly of another time than a fact."""
        return not all(_apart(one, fact) for one in self.facts)

    def corroborate(self, fact: Fact, corroborations: dict[str, list[Derivation]]) -> None:
        """Add what gives a fact to those of its time."""
        derivation = fact.derivation
        full = False
        for one in self._open:
            if derivation is not None and one.id not in derivation.premises and not _apart(one, fact):
                given = corroborations.setdefault(one.id, [])
                given.append(derivation)
                full = full or len(given) >= MANY
        if full:
            self._open = [one for one in self._open if len(corroborations.get(one.id, ())) < MANY]


class _OfKind(NamedTuple):
    """The stated facts of a kind by what they say: those that hold, and those that stop what says the same."""

    known: dict[Hashable, _Alike]
    stopped: dict[Hashable, list[Fact]]


class _Settler:
    """Holds derived facts against the stated ones: which are new, which corroborate, which have ended."""

    def __init__(self, facts: Iterable[Fact], closures: ClosuresInForce, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.closures = closures
        self.corroborations: dict[str, list[Derivation]] = {}
        self._stated: dict[str, list[Fact]] = {}
        self._looked_at: dict[str, _OfKind] = {}
        for fact in facts:
            self._stated.setdefault(fact.kind, []).append(fact)

    def settle(self, made: Iterable[Fact]) -> list[Fact]:
        """The new ones, those that say the same joined into one; the others become corroborations or go."""
        found: dict[Hashable, list[Fact]] = {}
        for fact in made:
            like = derived_as_one(fact, self.vocabulary)
            known, stopped = self._of_kind(fact.kind)
            stated = known.get(like)
            if stated is not None and stated.of_its_time(fact):
                stated.corroborate(fact, self.corroborations)
            elif all(_apart(one, fact) or self._resumed(fact, one) for one in stopped.get(like, ())):
                found.setdefault((like, fact.status, end_of(fact.when), fact.per), []).append(fact)
        return [joined(*facts) for facts in found.values()]

    def _of_kind(self, kind: str) -> _OfKind:
        """The stated facts of a kind of which some are derived: no others are looked at."""
        found = self._looked_at.get(kind)
        if found is None:
            found = self._looked_at[kind] = _OfKind({}, {})
            for fact in self._stated.get(kind, ()):
                self._add(fact, found)
        return found

    def _add(self, fact: Fact, of_kind: _OfKind) -> None:
        vocabulary = self.vocabulary
        if holds(fact, vocabulary):
            of_kind.known.setdefault(derived_as_one(fact, vocabulary), _Alike()).append(fact)
        elif fact.withdrawn is None and (not is_sound(fact) or has_held(fact, vocabulary)):
            of_kind.stopped.setdefault(derived_as_one(fact, vocabulary), []).append(fact)

    def _resumed(self, fact: Fact, ended: Fact) -> bool:
        """Whether a derived fact stands again by an event that came after the one which ended another."""
        if fact.derivation is None or ended.closed is None:
            return False
        kind, closures = self.vocabulary.relations[fact.kind], self.closures.of(fact)
        ends = ended.closed.premises
        return any(closures.is_resumed_after(kind, fact.pair, one, ends) for one in fact.derivation.premises)


def _apart(one: Fact, other: Fact) -> bool:
    """Whether two facts are certainly of two times: the one had ended before the other began."""
    return _ended_before(one, other) or _ended_before(other, one)


def _ended_before(one: Fact, other: Fact) -> bool:
    """Whether the one had ended by a day from which the other is known to hold, whenever that began."""
    until, since = one.when.until, other.when.since
    known = latest(since) if since is not None else None
    return until is not None and known is not None and until.before(known) is Truth.YES


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
                why = Derivation(rule, (fact.id, group.id), ladder_handed_on(fact, vocabulary))
                for member in everyone(group, actors):
                    if member not in others:
                        yield _member_fact(fact, at, member, why)


def everyone(group: Actor, actors: Mapping[str, Actor]) -> list[str]:
    """The members of a group; for a group among them, its members."""
    found: dict[str, bool] = {}
    waiting = [group.id]
    while waiting:
        for member in actors[waiting.pop()].members:
            if member in actors and member not in found:
                found[member] = not actors[member].members
                waiting.append(member)
    return [member for member, is_one in found.items() if is_one]


def _apart_from_rules(members: Iterable[Fact], vocabulary: Vocabulary) -> tuple[list[Fact], list[Fact]]:
    """Of what is said of groups, that which no rule gives, and that which one may give too, so that it is told once.

    What others follow from keeps its id, and what somebody says stays that speaker's: these are told by themselves.
    """
    kinds = vocabulary.relations.values()
    given = {rule.kind for kind in kinds for rule in kind.implies} - {kind.id for kind in kinds if kind.implies}
    found: tuple[list[Fact], list[Fact]] = ([], [])
    for fact in members:
        found[fact.kind in given and not fact.per].append(fact)
    return found


def _member_fact(fact: Fact, at: int, member: str, derivation: Derivation) -> Fact:
    ends = tuple(End(end.role, member) if i == at else end for i, end in enumerate(fact.ends))
    return fact._replace(id=SEPARATOR.join((fact.id, member)), ends=ends, derivation=derivation)
