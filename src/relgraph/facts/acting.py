"""Who acts for an actor: it itself, what belongs to it, and the people who hold its offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.derive import everyone, has_held, holds
from relgraph.facts.valid_time import standing
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Vocabulary


class Acting(NamedTuple):
    """Who acts for an actor: it itself with its offices and organs, and people by the facts of what they hold."""

    parts: set[str]
    held: Mapping[str, list[Fact]]

    @property
    def everybody(self) -> set[str]:
        """All of them, whenever they do so."""
        return self.parts | self.held.keys()

    def among(self, ids: set[str], deed: Fact) -> set[str]:
        """Those of some who act for the actor in a deed: who held no office on its day does it for himself."""
        found = ids & self.parts
        return found | {
            one for one in ids & self.held.keys() if any(_held_in(office, deed) for office in self.held[one])
        }


def _held_in(office: Fact, deed: Fact) -> bool:
    """Whether an office may have been held when something was done; what has no day may be of any time."""
    return standing(office, deed.when.on) is not Truth.NO


def acting_for(dataset: Dataset, one: str, facts: Iterable[Fact]) -> Acting:
    """Who acts for an actor by some facts: offices that are only planned, or denied, are held by nobody."""
    parts, acting = parts_of(dataset, one), acting_kinds(dataset.vocabulary)
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        is_so = fact.kind in acting and (holds(fact, dataset.vocabulary) or has_held(fact, dataset.vocabulary))
        if is_so and fact.ends[1].id in parts:
            held.setdefault(fact.ends[0].id, []).append(fact)
    return Acting(parts, held)


def acting_kinds(vocabulary: Vocabulary) -> frozenset[str]:
    """The kinds of relation by which one acts for another."""
    return frozenset(kind.id for kind in vocabulary.relations.values() if kind.acts)


def those_in(dataset: Dataset, fact: Fact) -> set[str]:
    """Ids of all that stand in a fact; in a node, the members of a group that stands there for each of them too."""
    found = {end.id for end in fact.ends}
    if fact.every and dataset.vocabulary.relations[fact.kind].is_node:
        found.update(one for group in fact.every for one in _members(dataset, group))
    return found


def those_at(dataset: Dataset, fact: Fact, role: str) -> tuple[str, ...]:
    """Ids of all that stand in a role; in a node, the members in place of a group that stands there for each of them.

    What is said of each of them by a tie holds by facts of their own.
    """
    ids = fact.at(role)
    if not dataset.vocabulary.relations[fact.kind].is_node or not fact.every:
        return ids
    each = [_members(dataset, one) or (one,) if one in fact.every else (one,) for one in ids]
    return tuple(dict.fromkeys(one for some in each for one in some))


def _members(dataset: Dataset, group: str) -> tuple[str, ...]:
    return tuple(everyone(dataset.actors[group], dataset.actors)) if group in dataset.actors else ()


def parts_of(dataset: Dataset, one: str) -> set[str]:
    """An actor and all that is part of it, by however many steps."""
    found, waiting = {one}, [one]
    while waiting:
        fresh = [part for part in dataset.direct_parts.get(waiting.pop(), ()) if part not in found]
        found.update(fresh)
        waiting += fresh
    return found
