"""The facts of a view as nodes and the lines between them: what is drawn or handed on, before anything is told of it.

Nodes are actors, and facts of the kinds that are nodes. A tie is a line from its first end to its second; between a
fact that is a node and each that stands in a role of it is a line too, and so it is from whoever belongs to another, as
the files of actors say.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.derive import is_sound
from relgraph.facts.statuses import effect_on
from relgraph.facts.valid_time import absence_on, staying
from relgraph.graph.views import EVERYTHING, select
from relgraph.reading.dates import Truth
from relgraph.vocabulary.kinds import MACHINE_READ, Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Absence, End, Fact
    from relgraph.graph.views import Held, View

STATED, DERIVED, REFERENCE = "stated", "derived", "reference"
BELONGS = "belongs-to"


class Line(NamedTuple):
    """A line between two nodes, by a `key` that no other has.

    It is of a fact, as it is `held` in the view; beside the node of a fact the `end` says who stands there, in which
    role. One without a fact says that its source belongs to its target.
    """

    source: str
    target: str
    key: str
    held: Held | None = None
    end: End | None = None


class Lines(NamedTuple):
    """Ids of the nodes and lines between them, both sorted; `facts` has the nodes that are facts, `held` all facts."""

    nodes: list[str]
    lines: list[Line]
    facts: Mapping[str, Held]
    held: list[Held]

    @property
    def maybes(self) -> int:
        """How many lines are of facts that may not be as they say."""
        return sum(line.held is not None and line.held.truth is Truth.MAYBE for line in self.lines)


def lines_of(dataset: Dataset, view: View = EVERYTHING, *, isolates: bool = True) -> Lines:
    """The nodes and lines of a view; by default of all facts.

    Every actor of the dataset is a node; without `isolates`, those alone that a fact of the view touches, and what
    these belong to.
    """
    held = select(dataset, view)
    facts: dict[str, Held] = {}
    found: dict[tuple[str, str, str], Line] = {}
    touched = set(dataset.actors) if isolates else set[str]()
    for one in held:
        fact = one.fact
        kind = dataset.vocabulary.relations[fact.kind]
        touched.update([end.id for end in fact.ends])
        if kind.is_tie:
            source, target = fact.pair
            found[fact.id, source, target] = Line(source, target, fact.id, one)
        elif kind.is_node:
            facts[fact.id] = one
            for end in fact.ends:
                key = f"{fact.id}:{end.role}:{end.id}"
                found[key, end.id, fact.id] = Line(end.id, fact.id, key, one, end)
    for line in _belongings(dataset, touched):
        touched.add(line.target)
        found[line.key, line.source, line.target] = line
    there = facts.keys() | (touched & dataset.actors.keys())
    lines = [line for _, line in sorted(found.items(), key=itemgetter(0)) if line.source in there]
    return Lines(sorted(there), [line for line in lines if line.target in there], facts, held)


def _belongings(dataset: Dataset, touched: Iterable[str]) -> Iterator[Line]:
    """Who belongs to whom, as the files of actors say: a city to its country, an office to its state."""
    belonging = {kind.id for kind in dataset.vocabulary.relations.values() if kind.belongs}
    stated = {fact.pair for fact in dataset.facts if fact.kind in belonging}
    seen = set(touched)
    queue = sorted(seen & dataset.actors.keys())
    for one in queue:
        whole = dataset.actors[one].part_of
        if whole is None or whole not in dataset.actors:
            continue
        if whole not in seen:
            seen.add(whole)
            queue.append(whole)
        if (one, whole) not in stated:
            yield Line(one, whole, f"{BELONGS}:{one}:{whole}")


def origin_of(fact: Fact) -> str:
    """Whether a source states a fact, it is derived, or a machine read it."""
    return DERIVED if fact.derived else MACHINE_READ if fact.machine_read else STATED


def effect_in(held: Held, dataset: Dataset) -> Effect:
    """What a fact means for the world in its view: what had its end before its source spoke has ended.

    On a day that is asked for, what has ended since means what it did while it held.
    """
    if held.day is not None:
        return effect_on(dataset, held.fact, held.day)
    effect = dataset.vocabulary.effect(held.fact.status)
    over = held.holds is Truth.NO and held.superseded is not Truth.YES and is_sound(held.fact)
    return Effect.ENDED if effect.binds and over else effect


def left_by(held: Held, end: End) -> tuple[Absence, bool] | None:
    """When one left a fact that went on for others, and whether it has ended for it; None for who stayed."""
    absence = absence_on(end, held.day) if end.away else None
    return None if absence is None else (absence, staying(held.fact, held.day)[end.id] is Truth.NO)
