"""Whom stated totals count: the members of each selection, worked out once for all totals that select alike.

A member is listed by the total, or is the other end of a tie with the actor of whom it is, or the fact itself where
that is a node. A group is never a member; its members are. What those do who hold its offices is the actor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError
from relgraph.facts.acting import parts_of
from relgraph.facts.derive import holds
from relgraph.facts.valid_time import lasts, standing
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact, When
    from relgraph.reading.dates import Date

    _Time: TypeAlias = tuple[When, Date | None]

MOST_LOOKED_AT = 4_000_000
"""Facts and members that all totals of a dataset together are held against: of usual ones, some hundreds."""


TOO_MANY = f"for all totals together more than {MOST_LOOKED_AT:,} facts and members would be looked through"


class TooManyMembersError(InputError):
    """Stated totals have more members than anybody means."""

    def __init__(self) -> None:
        super().__init__(f"{TOO_MANY}; state fewer of them")


class Scope(NamedTuple):
    """Of whom something is counted, of which kind and narrower kind, and in which role that actor stands."""

    of: str
    counts: str
    kind: str | None
    role: str | None


class Selection(NamedTuple):
    """What a total selects: its scope, a tier, and a time: the day that it is of, and that as of which it counts."""

    scope: Scope
    tier: str | None
    day: Date | None
    as_of: Date | None


class Members(NamedTuple):
    """Ids of the members of a total, sorted; see Reconciliation."""

    named: tuple[str, ...]
    derived: tuple[str, ...]
    corroborated: tuple[str, ...]
    maybe: tuple[str, ...]


class _Selected(NamedTuple):
    """Who is selected and how far, by id: by facts that a source states, or by those that only a rule gives.

    `backed` are those of the stated whose facts a rule gives too.
    """

    stated: Mapping[str, Truth]
    derived: Mapping[str, Truth]
    backed: frozenset[str]


NOBODY = _Selected({}, {}, frozenset())


class _Candidate(NamedTuple):
    """A fact that may count: how far it holds on the day asked for, whom it adds, and whether a rule gives it too."""

    fact: Fact
    truth: Truth
    members: tuple[str, ...]
    backed: bool


class Counted:
    """Looks up whom totals count; `held` says how far each fact holds on a day, by its id. See `reconcile`."""

    def __init__(self, dataset: Dataset, held: Mapping[str, Truth] | None = None) -> None:
        """Look at nothing yet."""
        self.dataset = dataset
        self.held = held
        self._left = MOST_LOOKED_AT
        self._acting: dict[str, frozenset[str]] = {}
        self._of_kind: dict[str, dict[str, list[Fact]]] = {}
        self._candidates: dict[Scope, dict[_Time, list[_Candidate]]] = {}
        self._at_time: dict[tuple[Scope, Date | None, Date | None], dict[str, list[_Candidate]]] = {}
        self._members: dict[tuple[Selection | None, str | None, tuple[str, ...]], Members] = {}

    def look_at(self, number: int) -> None:
        """Take so many facts or members from those that may be looked at; raises TooManyMembersError beyond."""
        self._left -= number
        if self._left < 0:
            raise TooManyMembersError

    def members(self, count: Fact) -> Members:
        """The members of a total: those that it lists, and those that `counts` selects if there is such a kind."""
        of = count.ends[0].id if count.ends else None
        listed = tuple(count.fields.get("named", ()))
        key = (_selection(count, self.dataset), of, listed)
        if key not in self._members:
            self._members[key] = self._together(*key)
        return self._members[key]

    def _together(self, selection: Selection | None, of: str | None, listed: tuple[str, ...]) -> Members:
        selected = NOBODY if selection is None else self._selected(selection)
        members = {one: truth for one in listed if (truth := self._listed_truth(one))}
        whole = self._whole(of) if members else {}
        if listed:
            self.look_at(len(listed) + len(selected.stated) + len(selected.derived))
        named = _either(members, selected.stated)
        ruled = _either(whole if members.keys() <= whole.keys() else {}, selected.derived)
        return Members(
            tuple(sorted(named)),
            tuple(sorted(ruled.keys() - named)),
            tuple(sorted(named.keys() & (ruled.keys() | selected.backed))),
            tuple(sorted(one for one, truth in _either(named, ruled).items() if truth is Truth.MAYBE)),
        )

    def _listed_truth(self, one: str) -> Truth | None:
        """Whether a member that is listed is one: an actor is, a fact if it holds; None if it does not."""
        return Truth.YES if self.held is None or one not in self.dataset.by_id else self.held.get(one)

    def _whole(self, of: str | None) -> dict[str, Truth]:
        """The members of a group, who are those of a total of it that lists some of them."""
        group = self.dataset.actors.get(of) if of is not None else None
        members = group.members if group is not None else ()
        self.look_at(len(members))
        return dict.fromkeys(members, Truth.YES)

    def _selected(self, selection: Selection) -> _Selected:
        stated: dict[str, Truth] = {}
        derived: dict[str, Truth] = {}
        backed: set[str] = set()
        at_time = self._by_member(selection)
        self.look_at(len(at_time))
        for member, facts in at_time.items():
            for fact, truth, _, is_backed in self._at_tier(facts, selection):
                found = derived if fact.derived else stated
                found[member] = _any((truth, found[member])) if member in found else truth
                if is_backed:
                    backed.add(member)
        return _Selected(stated, derived, frozenset(backed))

    def _is_backed(self, fact: Fact) -> bool:
        """Whether a rule gives a stated fact too, from facts that hold."""
        held, known = self.held, self.dataset.by_id
        return any(
            held is None or all(premise in held or premise not in known for premise in derivation.premises)
            for derivation in self.dataset.corroborations.get(fact.id, ())
        )

    def _by_member(self, selection: Selection) -> dict[str, list[_Candidate]]:
        """For each possible member the facts of the counted kind that hold at the time of the count."""
        key = (selection.scope, selection.day, selection.as_of)
        if key not in self._at_time:
            found: dict[str, list[_Candidate]] = {}
            for one in self._standing(selection):
                for member in one.members:
                    found.setdefault(member, []).append(one)
            self._at_time[key] = found
        return self._at_time[key]

    def _standing(self, selection: Selection) -> Iterator[_Candidate]:
        """The facts of a scope that may stand at the time of the count: facts of one time stand or fall together."""
        dated = self._dated(selection.scope)
        self.look_at(len(dated))
        asked = selection.as_of or selection.day
        for facts in dated.values():
            first = facts[0].fact
            if selection.day is not None and _is_apart(first, selection.day):
                continue
            if asked is None:
                yield from (one for one in facts if lasts(one.fact, self.dataset.library) is not Truth.NO)
            elif standing(first, asked) is not Truth.NO:
                yield from facts

    def _dated(self, scope: Scope) -> dict[_Time, list[_Candidate]]:
        """The facts of a scope that hold, by their dates."""
        if scope not in self._candidates:
            found: dict[_Time, list[_Candidate]] = {}
            for fact in self._at_ends(scope.of).get(scope.counts, ()):
                self.look_at(1)
                truth = Truth.YES if self.held is None else self.held.get(fact.id)
                if truth is not None and scope.kind in {None, fact.type}:
                    one = _Candidate(fact, truth, tuple(self._added(fact, scope)), self._is_backed(fact))
                    found.setdefault((fact.when, fact.happened), []).append(one)
            self._candidates[scope] = found
        return self._candidates[scope]

    def _at_ends(self, of: str) -> dict[str, list[Fact]]:
        """The facts that hold, whatever their time, at an end of which an actor stands, or who acts for it; by kind."""
        if of not in self._of_kind:
            at_ends = {fact.id: fact for one in sorted(self._who_act(of)) for fact in self.dataset.at_end.get(one, ())}
            self.look_at(len(at_ends))
            found: dict[str, list[Fact]] = {}
            for fact in at_ends.values():
                if holds(fact, self.dataset.vocabulary):
                    found.setdefault(fact.kind, []).append(fact)
            self._of_kind[of] = found
        return self._of_kind[of]

    def _who_act(self, of: str) -> frozenset[str]:
        """An actor and the people who hold its offices: a state's visits are those of its leaders."""
        if of not in self._acting:
            parts = parts_of(self.dataset, of)
            self.look_at(len(parts))
            self._acting[of] = frozenset((of, *(one for part in parts for one in self.dataset.holders.get(part, ()))))
        return self._acting[of]

    def _added(self, fact: Fact, scope: Scope) -> Iterator[str]:
        """Whom a fact adds to a count of those who act for an actor, and stand in its role if that is given."""
        acting = self._who_act(scope.of)
        if not any(end.id in acting and scope.role in {None, end.role} for end in fact.ends):
            return
        if not self.dataset.vocabulary.relations[fact.kind].is_tie:
            yield fact.id
            return
        for one in fact.pair:
            actor = self.dataset.actors.get(one)
            if one not in acting and not (actor is not None and actor.is_group):
                yield one

    def _at_tier(self, facts: list[_Candidate], selection: Selection) -> list[_Candidate]:
        """Of a member's facts those at the tier counted, and how far they are what it is counted for.

        A member counts at its highest rung only, on an inclusive ladder at every rung up to that; a label
        beside the ladder counts for itself.
        """
        tier = selection.tier
        if tier is None:
            return facts
        ladder = self.dataset.vocabulary.ladder_of(selection.scope.of)
        wanted = ladder.height(tier)
        if wanted and ladder.inclusive:
            return [one for one in facts if ladder.height(one.fact.tier or "") >= wanted]
        at_tier = [one for one in facts if one.fact.tier == tier]
        if not wanted or len(at_tier) == len(facts):
            return at_tier
        highest = ~_any(one.truth for one in facts if ladder.height(one.fact.tier or "") > wanted)
        return [one._replace(truth=one.truth & highest) for one in at_tier if one.truth & highest is not Truth.NO]


def _selection(count: Fact, dataset: Dataset) -> Selection | None:
    fields = count.fields
    counted = dataset.vocabulary.relations.get(fields.get("counts", ""))
    if counted is None or not count.ends:
        return None
    scope = Scope(count.ends[0].id, counted.id, fields.get("kind"), fields.get("role"))
    return Selection(scope, count.tier, count.when.on, fields.get("as_of"))


def _is_apart(fact: Fact, day: Date) -> bool:
    """Whether a fact certainly happened on another day than the one that is counted for."""
    happened = fact.when.on
    return happened is not None and (day.before(happened) is Truth.YES or happened.before(day) is Truth.YES)


def _either(one: Mapping[str, Truth], other: Mapping[str, Truth]) -> dict[str, Truth]:
    """Who is a member in one way or the other."""
    if not (one and other):
        return {**one, **other}
    every = one.keys() | other.keys()
    return {member: _any((one.get(member, Truth.NO), other.get(member, Truth.NO))) for member in every}


def _any(truths: Iterable[Truth]) -> Truth:
    """Yes if one of them is; no if all are."""
    found = set(truths)
    return Truth.YES if Truth.YES in found else Truth.MAYBE if Truth.MAYBE in found else Truth.NO
