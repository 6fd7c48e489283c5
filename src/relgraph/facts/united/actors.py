"""One actor of those that several datasets have for it, and what they say of it differently."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.united.translate import actor_of
from relgraph.reading.place import Problem
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from relgraph.facts.records import Actor
    from relgraph.facts.united.identity import Group, Member

SINGLE = ("part_of", "capital", "seat", "since", "until", "iso")
"""What an actor has one of: of several the first that a dataset says counts, and others are told."""
FILLED = (*SINGLE, "basis", "note", "article", "coordinates")
LISTED = ("adjectives", "names", "codes", "listed", "in_texts")


class Told(NamedTuple):
    """An actor that is put together, and what its datasets differ in."""

    actor: Actor
    notes: list[Problem]


def differing_groups(groups: Sequence[Group], called: Sequence[Mapping[str, str]]) -> list[tuple[int, Member, Member]]:
    """Groups of states and the like that two datasets give other members: the number of each, and those two.

    So are groups of which one such is a member, since it is another in each dataset.
    """
    given = {at: kept for at, group in enumerate(groups) if len(kept := _with_members(group, called)) > 1}
    having: dict[str, list[int]] = defaultdict(list)
    for at, kept in given.items():
        for one in frozenset[str]().union(*(ids for _, ids in kept)):
            having[one].append(at)
    waiting = [at for at, kept in given.items() if any(ids != kept[0][1] for _, ids in kept)]
    found: dict[int, tuple[Member, Member]] = {}
    while waiting:
        at = waiting.pop()
        if at not in found:
            (first, mine), *others = given[at]
            found[at] = (first, next((member for member, ids in others if ids != mine), others[0][0]))
            waiting += having[called[first.part][first.actor.id]]
    return [(at, one, other) for at, (one, other) in sorted(found.items(), key=lambda each: each[0])]


def _with_members(group: Group, called: Sequence[Mapping[str, str]]) -> list[tuple[Member, frozenset[str]]]:
    given = [(member, frozenset([called[member.part][one] for one in member.actor.members])) for member in group]
    return [(member, ids) for member, ids in given if ids]


def put_together(group: Group, called: Sequence[Mapping[str, str]]) -> Told:
    """The actor that a group of the same is: what the first that is declared says, and what only others say."""
    led = sorted(group, key=lambda member: not member.actor.declared)
    actors = [actor_of(member.actor, called[member.part]) for member in led]
    if len(actors) == 1:
        return Told(actors[0], [])
    first = actors[0]
    told: dict[str, Any] = {name: _first(actors, name) for name in FILLED}
    told |= {name: tuple(dict.fromkeys(chain.from_iterable(getattr(one, name) for one in actors))) for name in LISTED}
    names = dict.fromkeys(chain.from_iterable((one.name, *one.aliases) for one in actors))
    told["aliases"] = tuple(name for name in names if name != first.name)
    told["members"] = _first(actors, "members")
    told["follows"] = tuple(dict.fromkeys(chain.from_iterable(one.follows for one in _declared(actors))))
    return Told(first._replace(**told), list(_differing(actors)))


def _declared(actors: Sequence[Actor]) -> Sequence[Actor]:
    """Those that have entries, if any has; what ships besides is known of them all the same."""
    return [one for one in actors if one.declared] or actors[:1]


def _first(actors: Iterable[Actor], name: str) -> Any:  # noqa: ANN401 - whatever the field holds
    values = [getattr(one, name) for one in actors]
    return next(filter(None, values), values[0])


def _differing(actors: Sequence[Actor]) -> Iterator[Problem]:
    """What those that have entries for an actor say of it that cannot all be so."""
    declared = _declared(actors)
    for name in ("kind", *SINGLE):
        said = [one for one in declared if getattr(one, name)]
        for other in said[1:]:
            mine, its = getattr(said[0], name), getattr(other, name)
            if its != mine:
                where = f"{said[0].id} is one actor with that of {said[0].place}, which says"
                told = f"{where} {name.replace('part_of', 'of')} {mine}, and that counts; here it is {its}"
                yield Problem(other.place, "actor-differs", told, "note")


def told_apart(names: Mapping[str, str], whose: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """The names that several bear who are not of the same datasets, by their ids, with the datasets behind them.

    `names` are those of actors and nodes by id, `whose` the names of the datasets that have each.
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for one, name in names.items():
        bearers[fold(name)].append(one)
    shared = [some for some in bearers.values() if len(some) > 1 and len({whose[one] for one in some}) > 1]
    return {one: f"{names[one]} ({', '.join(sorted(whose[one]))})" for some in shared for one in some}
