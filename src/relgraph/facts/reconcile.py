"""Stated totals set against the members that are named: "states 14; 5 named, 4 derived, 1 corroborated, 5 unnamed"."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.acting import parts_of
from relgraph.facts.derive import holds
from relgraph.facts.valid_time import lasts, standing
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact

_OPEN_ABOVE = {"more-than", "at-least", "about"}


class Part(NamedTuple):
    """A part of a total: what it is, how many the source gives for it, and whom they are of."""

    what: str | None
    says: int | float
    of: str | None = None


class Reconciliation(NamedTuple):
    """A stated total and its members, as ids of actors (or of facts, where facts are counted), sorted.

    `named` are members that a source names, `derived` those that only a rule gives, `corroborated` those
    of the named that a rule gives too, `unnamed` how many of the total are neither named nor derived.
    `exact` is false where the source sets no upper limit ("more than 400"). `rest` is what the parts
    leave of the total; None when no parts are stated. `maybe` are those of the named and the derived that
    only may be members on the day asked for, and `truth` whether the total itself is of that day.
    """

    fact: Fact
    says: int | float
    named: tuple[str, ...]
    derived: tuple[str, ...]
    corroborated: tuple[str, ...]
    exact: bool = True
    parts: tuple[Part, ...] = ()
    maybe: tuple[str, ...] = ()
    truth: Truth = Truth.YES

    @property
    def has_members(self) -> bool:
        """Whether anybody looks for its members: else it is a figure, such as the size of an audience."""
        return bool(self.fact.fields.get("counts") or self.fact.fields.get("named"))

    @property
    def unnamed(self) -> int | float:
        """How many members of the stated total are neither named nor derived; never below 0, nor of a mere figure."""
        if not self.has_members:
            return 0
        return max(0, self.says - len(self.named) - len(self.derived))

    @property
    def rest(self) -> int | float | None:
        """What the stated parts leave of the total; below 0 when they make more than it."""
        return self.says - sum(part.says for part in self.parts) if self.parts else None

    @property
    def sentence(self) -> str:
        """The reconciliation in a line."""
        if not self.has_members:
            return f"states {self.says}"
        counted = (("named", self.named), ("derived", self.derived), ("corroborated", self.corroborated))
        told = ", ".join(f"{len(ids)} {word}" for word, ids in counted)
        return f"states {self.says}; {told}, {self.unnamed} unnamed"


def counts(dataset: Dataset) -> tuple[Fact, ...]:
    """The stated totals of a dataset that give a number, in order of id."""
    totals = {kind.id for kind in dataset.vocabulary.relations.values() if kind.is_total}
    return tuple(fact for fact in dataset.stated if fact.kind in totals and "says" in fact.fields)


def reconcile(dataset: Dataset, count: Fact, held: Mapping[str, Truth] | None = None) -> Reconciliation:
    """Set a stated total against its members: those listed under `named` and those that `counts` selects.

    A member is the other end of a tie with the actor of whom the count is, or the fact itself where that
    is a node. A group is never a member; its members are. What those do who hold its offices
    is the actor's. The count needs a figure under `says`.

    `held` says how far each fact holds on a day that is asked for, by its id; what is not in it takes no
    part. Without it nothing is asked, and every fact holds.
    """
    listed, by_rule = _listed(dataset, count, held)
    stated, derived = _selected(dataset, count, held)
    named = _either(listed, {member: _any(facts.values()) for member, facts in stated.items()})
    ruled = _either(by_rule, derived)
    backed = {one for one, facts in stated.items() if any(_is_backed(fact, dataset, held) for fact in facts)}
    says = count.fields["says"]
    return Reconciliation(
        count,
        _number(says.value),
        tuple(sorted(named)),
        tuple(sorted(ruled.keys() - named)),
        tuple(sorted(named.keys() & (ruled.keys() | backed))),
        exact=(says.bound or count.fields.get("bound", "")).replace(" ", "-") not in _OPEN_ABOVE,
        parts=tuple(_parts(count.fields.get("parts", ()))),
        maybe=tuple(sorted(one for one, truth in _either(named, ruled).items() if truth is Truth.MAYBE)),
    )


def _any(truths: Iterable[Truth]) -> Truth:
    """Yes if one of them is; no if all are."""
    found = set(truths)
    return Truth.YES if Truth.YES in found else Truth.MAYBE if Truth.MAYBE in found else Truth.NO


def _either(one: Mapping[str, Truth], other: Mapping[str, Truth]) -> dict[str, Truth]:
    """Who is a member in one way or the other."""
    every = one.keys() | other.keys()
    return {member: _any((one.get(member, Truth.NO), other.get(member, Truth.NO))) for member in every}


def _is_backed(fact: str, dataset: Dataset, held: Mapping[str, Truth] | None) -> bool:
    """Whether a rule gives a stated fact too, from facts that hold."""
    return any(
        held is None or all(premise in held or premise not in dataset.by_id for premise in derivation.premises)
        for derivation in dataset.corroborations.get(fact, ())
    )


def _number(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _parts(parts: Iterable[Mapping[str, object]]) -> Iterator[Part]:
    for part in parts:
        says = getattr(part["says"], "value", None)
        if says is not None:
            yield Part(_text(part["what"]), _number(says), _text(part["of"]))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _listed(
    dataset: Dataset, count: Fact, held: Mapping[str, Truth] | None
) -> tuple[dict[str, Truth], dict[str, Truth]]:
    """Members listed by the curator; and, when the count is of a group that they belong to, its members."""
    listed = {one: truth for one in count.fields.get("named", ()) if (truth := _listed_truth(one, dataset, held))}
    whole = dataset.actors.get(count.ends[0].id) if count.ends else None
    members = dict.fromkeys(whole.members if whole is not None else (), Truth.YES)
    return listed, members if listed and listed.keys() <= members.keys() else {}


def _listed_truth(one: str, dataset: Dataset, held: Mapping[str, Truth] | None) -> Truth | None:
    """Whether a member that is listed is one: an actor is, a fact if it holds; None if it does not."""
    return Truth.YES if held is None or one not in dataset.by_id else held.get(one)


def _selected(
    dataset: Dataset, count: Fact, held: Mapping[str, Truth] | None
) -> tuple[dict[str, dict[str, Truth]], dict[str, Truth]]:
    """The members that `counts` selects, with the facts that name them; and those that only rules give."""
    stated: dict[str, dict[str, Truth]] = {}
    derived: dict[str, Truth] = {}
    for member, facts in _by_member(dataset, count, held).items():
        for fact, truth in _counted(facts, dataset, count):
            if fact.derived:
                derived[member] = _any((truth, derived.get(member, Truth.NO)))
            else:
                stated.setdefault(member, {})[fact.id] = truth
    return stated, derived


def _by_member(dataset: Dataset, count: Fact, held: Mapping[str, Truth] | None) -> dict[str, list[tuple[Fact, Truth]]]:
    """For each possible member the facts of the counted kind that hold at the time of the count, and how far."""
    found: dict[str, list[tuple[Fact, Truth]]] = {}
    counted = dataset.vocabulary.relations.get(count.fields.get("counts", ""))
    if counted is None or not count.ends:
        return found
    acting = _acting(dataset, count.ends[0].id)
    at_ends = chain.from_iterable(dataset.at_end.get(one, ()) for one in sorted(acting))
    for fact in {fact.id: fact for fact in at_ends}.values():
        if fact.kind == counted.id and holds(fact, dataset.vocabulary) and _is_asked_for(fact, count, dataset):
            truth = Truth.YES if held is None else held.get(fact.id)
            if truth is not None:
                for member in _members(fact, count, dataset, acting):
                    found.setdefault(member, []).append((fact, truth))
    return found


def _is_asked_for(fact: Fact, count: Fact, dataset: Dataset) -> bool:
    """Whether a fact is of the narrower kind, if one is counted, and may stand at the time of the count."""
    kind = count.fields.get("kind")
    if kind is not None and fact.type != kind:
        return False
    day, happened = count.when.on, fact.when.on
    if day is not None and happened is not None and Truth.YES in (day.before(happened), happened.before(day)):
        return False
    asked = count.fields.get("as_of") or day
    return (lasts(fact, dataset.library) if asked is None else standing(fact, asked)) is not Truth.NO


def _acting(dataset: Dataset, of: str) -> set[str]:
    """An actor and the people who hold its offices: a state's visits are those of its leaders."""
    return {of, *(one for part in parts_of(dataset, of) for one in dataset.holders.get(part, ()))}


def _members(fact: Fact, count: Fact, dataset: Dataset, acting: set[str]) -> Iterator[str]:
    """Whom a fact adds to a count of those `acting`, who stand in `role` if that is given."""
    role = count.fields.get("role")
    if not any(end.id in acting and role in {None, end.role} for end in fact.ends):
        return
    if not dataset.vocabulary.relations[fact.kind].is_tie:
        yield fact.id
        return
    for one in fact.pair:
        actor = dataset.actors.get(one)
        if one not in acting and not (actor is not None and actor.is_group):
            yield one


def _counted(facts: list[tuple[Fact, Truth]], dataset: Dataset, count: Fact) -> list[tuple[Fact, Truth]]:
    """Of a member's facts those at the tier counted, and whether they are what it is counted for.

    A member counts at its highest rung only, on an inclusive ladder at every rung up to that; a label
    beside the ladder counts for itself.
    """
    tier = count.tier
    if tier is None:
        return facts
    ladder = dataset.vocabulary.ladder_of(count.ends[0].id)
    wanted = ladder.height(tier)
    if not wanted:
        return [(fact, truth) for fact, truth in facts if fact.tier == tier]
    if ladder.inclusive:
        return [(fact, truth) for fact, truth in facts if ladder.height(fact.tier or "") >= wanted]
    highest = ~_any(truth for fact, truth in facts if ladder.height(fact.tier or "") > wanted)
    at_tier = [(fact, truth & highest) for fact, truth in facts if fact.tier == tier]
    return [(fact, truth) for fact, truth in at_tier if truth is not Truth.NO]
