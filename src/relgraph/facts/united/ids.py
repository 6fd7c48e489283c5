"""What everything is called once datasets are one: by its own id, or with the name of its dataset where ids clash."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from relgraph.facts.united.identity import Identities, Member
    from relgraph.facts.united.part import Part


class Called(dict[str, str]):
    """For an id as one dataset has it, the id that it has among all.

    One that the dataset refers to and lacks, and that means something in another, is none of that other's.
    """

    def __init__(self, part: Part, own: Collection[str], others: Collection[str]) -> None:
        """`own` are the ids of the dataset, `others` those of all."""
        super().__init__()
        self._part, self._own, self._others = part, own, others

    def __missing__(self, one: str) -> str:
        found = self[one] = self._apart(one) if one in self._others and one not in self._own else one
        return found

    def qualify(self, one: str) -> None:
        """Tell an id of the dataset from that of another."""
        self[one] = self._apart(one)

    def _apart(self, one: str) -> str:
        return self._part.qualified(one, self._others)


def ids_of_groups(parts: Sequence[Part], identities: Identities, facts: Sequence[Collection[str]]) -> list[str]:
    """The id of each group of actors, by its number; `facts` are the ids of the facts of each dataset.

    What ships keeps the id that it ships with, if any has it; others that have one and the same id get the name of
    their dataset behind it: of several datasets, the first by name that calls it so.
    """
    users: dict[str, set[int]] = defaultdict(set)
    for at, group in enumerate(identities.groups):
        for member in group:
            users[member.actor.id].add(at)
    taken = users.keys() | frozenset[str]().union(*facts)
    found: list[str] = []
    for at, group in enumerate(identities.groups):
        entry = identities.entries.get(at)
        one = _usual(group, entry)
        calling = {member.part for member in group if member.actor.id == one}
        as_fact = any(one in ids for part, ids in enumerate(facts) if part not in calling)
        clash = one != entry and (len(users[one]) > 1 or as_fact)
        found.append(min(parts[part].qualified(one, taken) for part in calling) if clash else one)
    return found


def _usual(group: Iterable[Member], entry: str | None) -> str:
    """What a group is called where nobody else is: as the table calls it, else by the first of its ids."""
    ids = {member.actor.id for member in group}
    return entry if entry in ids else min(ids)


def ways_to_ask(
    parts: Sequence[Part], called: Sequence[Mapping[str, str]], ids: Sequence[Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """For each id as a dataset has it, with its name behind it and without, whom or what it means among all.

    `ids` are those that each dataset has.
    """
    found: dict[str, dict[str, None]] = {}
    for part, names, own in zip(parts, called, ids, strict=True):
        for one in own:
            for way in (one, part.qualified(one)):
                found.setdefault(way, {})[names[one]] = None
    return {way: tuple(sorted(meant)) for way, meant in found.items()}
