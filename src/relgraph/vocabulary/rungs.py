"""Which rungs may be set against each other: inside a ladder, or where a `compare` entry says so.

Rungs that a comparison equates form one class; the ladders order the classes. The order is partial:
two rungs of different owners are comparable only if ladders and comparisons lead from one to the other.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.vocabulary.ladder import GENERAL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from relgraph.vocabulary.model import Vocabulary

UNRANKED = -1
"""The class of a tie that stands on no rung: below every threshold."""

BETWEEN = ":"
"""Stands between a ladder and its rung where the rung alone could mean several."""


class _Classes(NamedTuple):
    """What is worked out of a vocabulary's rungs; see Rungs."""

    classes: Mapping[tuple[str, str], int]
    above: tuple[frozenset[int], ...]
    names: tuple[tuple[tuple[str, str], ...], ...]
    heights: tuple[int, ...]
    joins: Mapping[int, frozenset[int]] = MappingProxyType({})
    idle: frozenset[int] = frozenset()


class Rungs(_Classes):
    """Classes of rungs, and their order.

    `classes` maps (ladder, rung) to its class, `above[c]` is the set of classes at or above c, `names[c]` the
    rungs in it, `heights[c]` how many classes a climb from the lowest up to c passes at most, both included. `joins`
    are classes made for ties that stand on several rungs at once: above each of them, and below what is above all.
    Nothing stands on the `idle` classes, which come last: they are meant by a name that no other has.
    """

    @cached_property
    def _by_rung(self) -> Mapping[str, list[tuple[str, int]]]:
        """For the name of each rung the ladders that have it, and its class there."""
        found: dict[str, list[tuple[str, int]]] = {}
        for (ladder, rung), at in self.classes.items():
            found.setdefault(rung, []).append((ladder, at))
        return found

    @cached_property
    def _meant_alone(self) -> Mapping[str, frozenset[int]]:
        """For the name of each rung the classes that it means without a ladder: of an owner before the general one."""
        return {rung: self._before_the_general(rung) for rung in self._by_rung}

    def _before_the_general(self, rung: str) -> frozenset[int]:
        meant = frozenset(self.called(rung))
        owned = frozenset(one for one in meant if any(ladder != GENERAL for ladder, _ in self.names[one]))
        return owned or meant

    def class_of(self, ladder: str, rung: str | None) -> int:
        """The class of a rung, UNRANKED for none or for a label beside the ladder."""
        return self.classes.get((ladder, rung or ""), UNRANKED)

    def called(self, text: str) -> list[int]:
        """The classes that a text may mean, lowest number first: a rung, or ladder and rung as in vietnam:sp."""
        ladder, colon, rung = text.rpartition(BETWEEN)
        fits = {at for owner, at in self._by_rung.get(rung, ()) if owner == ladder or not colon}
        return sorted(fits - self.idle or fits)

    def name(self, number: int, near: Collection[str] = ()) -> str:
        """How a class is called: by its rung, with the ladder where other classes have a rung of that name.

        A rung of the general ladder leaves the name to that of an owner. Of rungs that stand equal the first is told,
        or the first that is on one of the ladders that are `near`.
        """
        if number in self.joins:
            return self.naming(self.joins[number], near)
        ladder, rung = self.rung(number, near)
        return rung if self._meant_alone[rung] == {number} else BETWEEN.join((ladder, rung))

    def rung(self, number: int, near: Collection[str] = ()) -> tuple[str, str]:
        """The ladder and rung that a class is called by; see `name`."""
        return next((one for one in self.names[number] if one[0] in near), self.names[number][0])

    def full_name(self, number: int) -> str:
        """How a class is called by ladder and rung, as in vietnam:sp."""
        return BETWEEN.join(self.names[number][0])

    def naming(self, numbers: Iterable[int], near: Collection[str] = ()) -> str:
        """How several classes are called together."""
        return " and ".join(self.name(number, near) for number in sorted(numbers))

    def height(self, number: int) -> int:
        """The height of a class from 1, 0 for UNRANKED."""
        return 0 if number == UNRANKED else self.heights[number]

    def below(self, one: int, other: int) -> bool:
        """Whether a class lies below another, or is the same; UNRANKED lies below all."""
        return one == UNRANKED or other in self.above[one]

    def comparable(self, one: int, other: int) -> bool:
        """Whether one of two classes is at or above the other."""
        return self.below(one, other) or self.below(other, one)

    def highest(self, numbers: Iterable[int]) -> frozenset[int]:
        """Those classes of some that no other of them is above."""
        every = frozenset(numbers)
        return frozenset(one for one in every if not any(self.below(one, other) for other in every - {one}))

    def lowest(self, numbers: Iterable[int]) -> frozenset[int]:
        """Those classes of some that no other of them is below."""
        every = frozenset(numbers)
        return frozenset(one for one in every if not any(self.below(other, one) for other in every - {one}))

    def joined(self, together: Iterable[frozenset[int]]) -> Rungs:
        """The same with a class for each set of classes that a tied pair holds at once, numbered from the last on."""
        made = dict(enumerate(together, start=len(self.above)))
        above = [ups | {one for one, parts in made.items() if ups & parts} for ups in self.above]
        above += [frozenset.intersection(*(above[part] for part in parts)) for parts in made.values()]
        heights = [max(self.heights[part] for part in parts) for parts in made.values()]
        return self._replace(above=tuple(above), heights=(*self.heights, *heights), joins=made) if made else self


def rungs_of(vocabulary: Vocabulary, idle: Collection[tuple[str, str]] = ()) -> Rungs:
    """Work out the classes of a vocabulary's rungs and their order, a higher class with a higher number.

    The `idle` (ladder, rung), the highest of their ladders, make the last classes.
    """
    groups = _equated(vocabulary)
    ups = _steps_up(vocabulary, groups)
    reach = {group: _reachable(group, ups) for group in ups}
    resting = {groups[rung] for rung in idle if rung in groups}
    ordered = sorted(ups, key=lambda group: (group in resting, -len(reach[group]), group))
    number = {group: at for at, group in enumerate(ordered)}
    above = tuple(frozenset(number[up] for up in reach[group]) for group in ordered)
    names: dict[int, list[tuple[str, str]]] = {}
    for rung, group in groups.items():
        names.setdefault(group, []).append(rung)
    in_order = tuple(tuple(names[at]) for at in ordered)
    classes = {rung: number[group] for rung, group in groups.items()}
    return Rungs(classes, above, in_order, _heights(above), idle=frozenset(number[group] for group in resting))


def label_in_full(vocabulary: Vocabulary, rungs: Rungs, number: int, near: Collection[str] = ()) -> str:
    """What a class is called in full, with the ladder where other classes have a rung of that name.

    Of rungs that stand equal the first on a ladder that is `near` is told, else the first.
    """
    if number in rungs.joins:
        return " and ".join(label_in_full(vocabulary, rungs, part, near) for part in sorted(rungs.joins[number]))
    name, rung = rungs.rung(number, near)
    ladder = vocabulary.ladders[name]
    return ladder.label_of(rung) if rungs.name(number, near) == rung else f"{ladder.label_of(rung)} ({ladder.label})"


def ladders_of_some(vocabulary: Vocabulary, owners: Collection[str]) -> frozenset[str]:
    """The ladders that one of some actors owns: in their words equal rungs are told of these."""
    return frozenset(ladder.id for ladder in vocabulary.ladders_of(*owners) if ladder.owners)


def circular(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The (ladder, rung) that comparisons put above themselves; none of them can be ranked."""
    groups = _equated(vocabulary)
    ups = _steps_up(vocabulary, groups)
    return [rung for rung, group in groups.items() if any(group in _reachable(up, ups) for up in ups[group])]


def _equated(vocabulary: Vocabulary) -> dict[tuple[str, str], int]:
    """A group number for every rung; rungs that a comparison equates share one."""
    rungs = [(ladder.id, rung) for ladder in vocabulary.in_paths for rung in ladder.rungs]
    groups = {rung: at for at, rung in enumerate(rungs)}
    for entry in vocabulary.compare:
        equated = {groups[rung] for rung in entry.items() if rung in groups}
        for rung, group in groups.items():
            if group in equated:
                groups[rung] = min(equated)
    return groups


def _steps_up(vocabulary: Vocabulary, groups: dict[tuple[str, str], int]) -> dict[int, set[int]]:
    """From each group to the groups one rung higher on some ladder."""
    ups: dict[int, set[int]] = {group: set() for group in groups.values()}
    for ladder in vocabulary.in_paths:
        for lower, higher in pairwise(ladder.rungs):
            ups[groups[ladder.id, lower]].add(groups[ladder.id, higher])
    return ups


def _reachable(group: int, ups: dict[int, set[int]]) -> set[int]:
    seen, queue = {group}, [group]
    while queue:
        for up in ups[queue.pop()] - seen:
            seen.add(up)
            queue.append(up)
    return seen


def _heights(above: tuple[frozenset[int], ...]) -> tuple[int, ...]:
    """For each class how many the longest climb up to it passes; a class comes after all that lie below it."""
    heights = [1] * len(above)
    for one, ups in enumerate(above):
        for up in ups - {one}:
            heights[up] = max(heights[up], heights[one] + 1)
    return tuple(heights)
