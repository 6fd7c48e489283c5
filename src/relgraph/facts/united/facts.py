"""The facts of several datasets: each is kept, and those that have one id and say the same are one record."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.joining import as_one
from relgraph.facts.rules import without_rules
from relgraph.facts.united.translate import fact_of, named_in
from relgraph.reading.place import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from relgraph.facts.records import Fact
    from relgraph.facts.united.ids import Called
    from relgraph.facts.united.part import Part


BESIDE = ("evidence", "note", "place")
"""What of a node does not make it another."""
WORDS = {"when": "dates", "type": "narrower kind"}


class Naming(NamedTuple):
    """What the ids and the sources of one dataset are called among all."""

    ids: Called
    sources: Mapping[str, str]


class Facts(NamedTuple):
    """The facts of several datasets, sorted by id, and what is to be told of nodes of one id."""

    facts: list[Fact]
    notes: list[Problem]


def united_facts(parts: Sequence[Part], naming: Sequence[Naming], off: Sequence[tuple[str, ...]]) -> Facts:
    """All facts; those of two datasets that clash in their ids have the names of these behind them.

    So has one whose id is that of an actor of another. What several have as one record stands in the file of the first
    of them by name, with the citations of all. `off` are the rules that each dataset switches off for its facts.
    """
    each = [_Own(*own) for own in zip(parts, naming, off, strict=True)]
    each.sort(key=lambda own: own.part.name)
    having = {one: [own for own in each if one in own.by_id] for some in each for one in some.by_id}
    for one, some in having.items():
        if any(one in own.part.dataset.actors for own in each if one not in own.by_id):
            _qualify(one, some)
    shared = {one: some for one, some in having.items() if len(some) > 1 and some[0].naming.ids[one] == one}
    notes = _tell_apart(shared)
    found = [
        without_rules(own.told(fact), own.off)
        for own in each
        for fact in own.part.dataset.facts
        if fact.id not in shared
    ]
    found += [_together(_told(one, some), [own.off for own in some]) for one, some in shared.items()]
    return Facts(sorted(found, key=lambda fact: fact.id), notes)


class _Own:
    """The facts of one dataset, `by_id`: None for an id that it has several of, of which none can be meant."""

    def __init__(self, part: Part, naming: Naming, off: tuple[str, ...]) -> None:
        self.part, self.naming, self.off = part, naming, off
        number = Counter(fact.id for fact in part.dataset.facts)
        self.by_id = {fact.id: fact if number[fact.id] == 1 else None for fact in part.dataset.facts}

    def told(self, fact: Fact) -> Fact:
        """A fact with whom and what it names as they are called among all by now."""
        return fact_of(fact, *self.naming, self.part.dataset.vocabulary)

    def named_in(self, one: str) -> Iterator[str]:
        """Every id that its fact of an id names."""
        fact = self.by_id[one]
        return iter(()) if fact is None else named_in(fact, self.part.dataset.vocabulary)

    def is_node(self, fact: Fact) -> bool:
        """Whether a fact is a node, which is what its id names."""
        return self.part.dataset.vocabulary.relations[fact.kind].is_node


def _qualify(one: str, some: Iterable[_Own]) -> None:
    for own in some:
        own.naming.ids.qualify(one)


def _told(one: str, some: Iterable[_Own]) -> list[Fact]:
    """What datasets have by one id."""
    return [own.told(fact) for own in some if (fact := own.by_id[one]) is not None]


def _together(told: Iterable[Fact], off: Iterable[tuple[str, ...]]) -> Fact:
    """One record of those that say the same; the rules are given that each dataset switches off."""
    facts = [without_rules(*each) for each in zip(told, off, strict=True)]
    first, *others = facts
    return first if all(one == first for one in others) else as_one(facts)._replace(also=())


def _tell_apart(shared: dict[str, list[_Own]]) -> list[Problem]:
    """Qualify the ids under which datasets say different things, and those of facts that name one of these."""
    waiting = [one for one, some in shared.items() if not _are_one(one, some)]
    notes = [note for one in waiting for note in _otherwise(one, shared[one])]
    having: dict[str, list[str]] = defaultdict(list)
    for one, some in shared.items() if waiting else ():
        for own in some:
            for named in own.named_in(one):
                having[named].append(one)
    while waiting:
        one = waiting.pop()
        if one in shared:
            _qualify(one, shared.pop(one))
            waiting += having[one]
    return notes


def _otherwise(one: str, some: Sequence[_Own]) -> Iterator[Problem]:
    """Where the first dataset tells the node of an id otherwise than another: two curators gave it that id."""
    facts = _told(one, some)
    if len(facts) < len(some) or not some[0].is_node(facts[0]):
        return
    first, *others = facts
    for other in (other for other in others if other.kind == first.kind):
        each = zip(first._fields, first, other, strict=True)
        what = [WORDS.get(name, name) for name, mine, its in each if mine != its and name not in BESIDE]
        if what:
            told = f"{one} is another node than that of {first.place}, which has other {' and '.join(what)}"
            yield Problem(other.place, "node-differs", told, "note")


def _are_one(one: str, some: Sequence[_Own]) -> bool:
    """Whether datasets say the same by an id; of a node, which it names, whoever is cited for it."""
    facts = _told(one, some)
    if len(facts) < len(some):
        return False
    if some[0].is_node(facts[0]):
        facts = [fact._replace(evidence=(), note=None) for fact in facts]
    return all(fact == facts[0] for fact in facts[1:])
