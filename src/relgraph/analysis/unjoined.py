"""Who is in one of several datasets alone, and who of another may be meant: by a code, or by no more than a name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.errors import MisuseError
from relgraph.facts.united.dataset import UnitedDataset
from relgraph.reading.plurals import counted
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.united.identity import Doubt, Member

BY_NAME = "name"
MOST = 5
"""Candidates of one actor that are told."""


class Candidate(NamedTuple):
    """One of another dataset who may be meant: `by` a code, and then `why` the two are not joined; or by name alone."""

    id: str
    name: str
    by: str
    why: str = ""

    def __str__(self) -> str:
        who = f"{self.id} ({self.name})"
        if self.by == BY_NAME:
            return f"by name, a suggestion only: {who}"
        return f"by {self.by}: {who}; not joined, for {self.why}"


class Alone(NamedTuple):
    """An actor that one dataset alone has, and who of others may be meant."""

    dataset: str
    id: str
    name: str
    kind: str
    place: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Unjoined(Answer):
    """The actors that have no partner in another dataset, by dataset and id."""

    columns: ClassVar = ("dataset", "id", "name", "kind", "place", "candidate", "by", "why")

    alone: tuple[Alone, ...]
    joined: int
    dataset: Dataset = field(compare=False)

    def lines(self) -> Iterator[str]:
        """How many there are; then those of each dataset, each with its candidates."""
        yield f"{counted(len(self.alone), 'actor')} in one dataset alone; {self.joined} joined"
        for part in self.dataset.sets:
            own = [one for one in self.alone if one.dataset == part.name]
            yield f"{part.name} ({len(own)})"
            for one in own:
                yield f"  {one.id} ({one.name}, {one.kind}; {one.place or 'ships with relgraph'})"
                yield from (f"    {candidate}" for candidate in one.candidates)
        if any(one.candidates for one in self.alone):
            yield "two that declare the same code, of any scheme, are one: codes: {ours: 1}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A candidate a row; one row without for an actor that has none."""
        for one in self.alone:
            told = {"dataset": one.dataset, "id": one.id, "name": one.name, "kind": one.kind, "place": one.place}
            for each in one.candidates:
                yield told | {"candidate": each.id, "by": each.by, "why": each.why}
            if not one.candidates:
                yield told

    def plain(self) -> dict[str, Any]:
        """Under `alone` each actor with its candidates; `by` is `name` for those that are only suggested."""
        return {
            "asked": asked(self.dataset, None, ()),
            "joined": self.joined,
            "alone": [
                {**one._asdict(), "candidates": [each._asdict() for each in one.candidates]} for one in self.alone
            ],
        }


def unjoined(dataset: Dataset) -> Unjoined:
    """Those who are in one dataset alone. Raises MisuseError where there is but one."""
    if not isinstance(dataset, UnitedDataset):
        raise MisuseError(
            "there is but one dataset, and copies count once: name --graph for each that is to be compared"
        )
    groups = dataset.members
    found = _Candidates(dataset)
    single = [(group[0], one) for one, group in groups.items() if len(group) == 1]
    alone = [_alone(dataset, member, one, found) for member, one in single]
    order = [part.name for part in dataset.parts]
    ordered = sorted(alone, key=lambda one: (order.index(one.dataset), one.id))
    return Unjoined(tuple(ordered), len(groups) - len(single), dataset)


def _alone(dataset: UnitedDataset, member: Member, one: str, found: _Candidates) -> Alone:
    actor, part = dataset.actors[one], dataset.parts[member.part]
    place = str(actor.place) if actor.declared else ""
    label = dataset.vocabulary.actors[actor.kind].label
    return Alone(part.name, one, dataset.plain.get(one, actor.name), label, place, tuple(found.of(member, one))[:MOST])


class _Candidates:
    """Who may be meant by an actor of one dataset among those of the others."""

    def __init__(self, dataset: UnitedDataset) -> None:
        self._dataset = dataset
        self._doubts: dict[str, list[tuple[Member, Doubt]]] = defaultdict(list)
        for doubt in dataset.doubts:
            for mine, its in ((doubt.one, doubt.other), (doubt.other, doubt.one)):
                self._doubts[self._id(mine)].append((its, doubt))

    def _id(self, member: Member) -> str:
        return self._dataset.naming[member.part].ids[member.actor.id]

    def of(self, member: Member, one: str) -> Iterator[Candidate]:
        """Those who have a code in common with it first, then those who are called alike."""
        told = {one}
        for other, doubt in self._doubts[one]:
            if (meant := self._id(other)) not in told:
                told.add(meant)
                yield Candidate(meant, self._dataset.actors[meant].name, doubt.shared, doubt.why)
        kind = self._dataset.actors[one].kind
        for alike in self._named_alike(one):
            apart = all(each.part != member.part for each in self._dataset.members[alike])
            if alike not in told and apart and self._dataset.actors[alike].kind == kind:
                yield Candidate(alike, self._dataset.actors[alike].name, BY_NAME)

    def _named_alike(self, one: str) -> list[str]:
        names = map(fold, self._dataset.names.known_as(one))
        return list(dict.fromkeys(other for name in names for other in self._by_name.get(name, ())))

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for one in self._dataset.actors:
            for name in dict.fromkeys(map(fold, self._dataset.names.known_as(one))):
                found[name].append(one)
        return found
