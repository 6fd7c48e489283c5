"""Statements about a whole group that are not told of each member: they may cover a tie that no fact states.

A tie with a group as such, or with every member of a group whose members are not named, makes no step of a path. Where
somebody asks for a tie that it may cover, it is pointed to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.derive import everyone
from relgraph.facts.records import GROUP
from relgraph.facts.sentences import sentence
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date


class GroupStatement(NamedTuple):
    """A fact that ties somebody (`near`) with a `group`.

    `members` are those of the group that are named, those of groups in it among them; where none are, it is None and
    whoever is of the `kinds` that may stand at that end may be meant. It is told as of the `day`, if one is asked for.
    """

    fact: Fact
    near: str
    group: str
    kinds: frozenset[str]
    members: tuple[str, ...] | None = None
    day: Date | None = None

    def stands_for(self, one: str, dataset: Dataset) -> bool:
        """Whether the group may stand for an actor."""
        if self.members is not None:
            return one in self.members
        actor = dataset.actors.get(one)
        return one != self.near and actor is not None and actor.kind in self.kinds

    def told(self, dataset: Dataset) -> str:
        """A pointer to it, for an answer that finds no tie."""
        label = dataset.names.label(self.group)
        return f"a statement about {label} may cover this: {sentence(dataset, self.fact, self.day)}"


def group_statements(dataset: Dataset, held: Iterable[Held]) -> Iterator[GroupStatement]:
    """The statements about groups among the facts of a view that hold, in their order."""
    for one in held:
        if one.holds is not Truth.NO:
            yield from (found._replace(day=one.day) for found in statements_of(dataset, one.fact))


def statements_of(dataset: Dataset, fact: Fact) -> Iterator[GroupStatement]:
    """The same for one fact: nothing where no group stands at its first two ends, or all that it stands for is told."""
    kind, pair = dataset.vocabulary.relations[fact.kind], fact.ends[:2]
    for end, other in (pair, pair[::-1]) if kind.is_tie and len(pair) > 1 else ():
        group = dataset.actors.get(end.id)
        if group is not None and group.is_group and not (end.every and group.members):
            members = tuple(everyone(group, dataset.actors)) if group.members else None
            yield GroupStatement(fact, other.id, group.id, kind.roles[end.role].types - {GROUP}, members)


def covering(
    dataset: Dataset, held: Iterable[Held], ends: tuple[str, str], parts: tuple[Container[str], Container[str]]
) -> tuple[GroupStatement, ...]:
    """Those that may tie two ends, from whoever is in the part of the one (it among them) to the other."""
    (one, other), (near_one, near_other) = ends, parts
    return tuple(
        found
        for found in group_statements(dataset, held)
        if (found.near in near_one and found.stands_for(other, dataset))
        or (found.near in near_other and found.stands_for(one, dataset))
    )
