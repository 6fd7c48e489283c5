"""Putting several datasets together: actors by their codes, then sources, vocabularies and facts.

A dataset that is given twice, or as a copy, counts once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.bounds import bounded
from relgraph.facts.united.actors import differing_groups, put_together, told_apart
from relgraph.facts.united.dataset import UnitedDataset
from relgraph.facts.united.facts import Naming, united_facts
from relgraph.facts.united.identity import Doubt, Identities, codes_of, identities
from relgraph.facts.united.ids import Called, ids_of_groups, ways_to_ask
from relgraph.facts.united.part import Part, names_of, where
from relgraph.facts.united.sources import united_sources
from relgraph.facts.united.vocabularies import united_vocabularies
from relgraph.facts.unread import NOTHING, Unread
from relgraph.reading.collector import paused_collector
from relgraph.reading.files import bytes_of
from relgraph.reading.place import NOWHERE, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.facts.united.identity import Member
    from relgraph.facts.united.vocabularies import Vocabularies


def unite(datasets: Sequence[Dataset]) -> Dataset:
    """One dataset of several: a single one stays as it is. What is wrong in any of them is wrong in all."""
    kept = _each_once(datasets)
    if len(kept) == 1:
        return kept[0]
    names = names_of([dataset.graph for dataset in kept])
    with paused_collector():
        return _united([Part(name, dataset) for name, dataset in zip(names, kept, strict=True)])


def _each_once(datasets: Sequence[Dataset]) -> list[Dataset]:
    """The datasets without copies of each other: of those that are alike the first by path, with the texts of all."""
    found: dict[bytes, list[Dataset]] = {}
    shapes = [_shape(dataset) for dataset in datasets]
    for at, dataset in enumerate(datasets):
        key = _digest(dataset) if shapes.count(shapes[at]) > 1 else str(at).encode()
        found.setdefault(key, []).append(dataset)
    return [_with_texts(*sorted(alike, key=lambda one: where(one.graph))) for alike in found.values()]


def _shape(dataset: Dataset) -> tuple[object, ...]:
    """What is sooner told than the contents of files, and differs in most datasets."""
    return tuple(sorted(dataset.files)), len(dataset.facts), sorted(dataset.library.cards)


def _digest(dataset: Dataset) -> bytes:
    """What two datasets have in common that are copies: every file, every card, and what could not be read."""
    from hashlib import sha256

    found = sha256()
    for name, file in sorted(dataset.files.items()):
        found.update(f"{name}\0{sha256(bytes_of(file)).hexdigest()}\0".encode(errors="surrogateescape"))
    told = [repr(card._replace(place=NOWHERE)) for _, card in sorted(dataset.library.cards.items())]
    found.update("\0".join((*told, *sorted(dataset.library.unread))).encode(errors="surrogateescape"))
    return found.digest()


def _with_texts(dataset: Dataset, *copies: Dataset) -> Dataset:
    """A dataset for which the texts are at hand that are so for a copy of it."""
    mine = dataset.library
    texts = {one: text for copy in copies for one, text in copy.library.texts.items()} | dict(mine.texts)
    tables = {one: path for copy in copies for one, path in copy.library.tables.items()} | dict(mine.tables)
    if (len(texts), len(tables)) == (len(mine.texts), len(mine.tables)):
        return dataset
    return replace(dataset, library=replace(mine, texts=texts, tables=tables, _made={}))


class _Ids(NamedTuple):
    """Who is who, the id of each group, and what ids of each dataset are called."""

    found: Identities
    groups: list[str]
    called: list[Called]


def _united(parts: Sequence[Part]) -> Dataset:
    ids = _ids(parts)
    sources = united_sources(parts, ids.called)
    naming = [Naming(own, named) for own, named in zip(ids.called, sources.called, strict=True)]
    words = united_vocabularies(parts, naming)
    united = united_facts(parts, naming, words.off)
    facts, left_out = _but_clashing(united.facts, words)
    told = [put_together(group, ids.called) for group in ids.found.groups]
    actors = {one.actor.id: one.actor for one in told}
    members = dict(zip((one.actor.id for one in told), ids.found.groups, strict=True))
    facts, too_many, problems = bounded(facts, actors, words.vocabulary)
    unread = Unread(frozenset(fact.id for fact in (*left_out, *too_many))) if left_out or too_many else NOTHING
    for part in parts:
        unread |= part.dataset.unread
    problems = [
        *dict.fromkeys(problem for part in parts for problem in part.dataset.problems),
        *(*words.problems, *problems, *sources.notes, *united.notes, *(note for one in told for note in one.notes)),
        *map(_doubted, ids.found.doubts),
    ]
    made = UnitedDataset(
        parts[0].dataset.graph,
        words.vocabulary,
        dict(sorted(actors.items())),
        tuple(facts),
        sources.library,
        tuple(problems),
        unread,
        {f"{part.name}/{name}": file for part in _by_name(parts) for name, file in part.dataset.files.items()},
        parts=tuple(parts),
        naming=tuple(naming),
        ways=_ways(parts, ids.called),
        members=members,
        doubts=tuple(ids.found.doubts),
    )
    return _told_apart(made)


def _by_name(parts: Sequence[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: part.name)


def _ids(parts: Sequence[Part]) -> _Ids:
    """Who is who; groups that have other members in two datasets are two, as may be others whose members those are."""
    found = identities(parts)
    ids = _called(parts, found)
    apart = differing_groups(found.groups, ids.called)
    if not apart:
        return ids
    groups, doubts = list(found.groups), list(found.doubts)
    for at, one, other in apart:
        groups[at], more = groups[at][:1], groups[at][1:]
        groups += [(member,) for member in more]
        doubts.append(Doubt(one, other, _common(one, other), "their members differ"))
    return _called(parts, found._replace(groups=groups, doubts=doubts))


def _common(one: Member, other: Member) -> tuple[str, str]:
    return min(codes_of(one.actor) & codes_of(other.actor), default=("", ""))


def _called(parts: Sequence[Part], found: Identities) -> _Ids:
    facts = [frozenset(fact.id for fact in part.dataset.facts) for part in parts]
    groups = ids_of_groups(parts, found, facts)
    own = [frozenset(part.dataset.actors) | mine for part, mine in zip(parts, facts, strict=True)]
    others = frozenset[str]().union(*own) - {entry for at, entry in found.entries.items() if groups[at] == entry}
    called = [Called(part, mine, others) for part, mine in zip(parts, own, strict=True)]
    for one, group in zip(groups, found.groups, strict=True):
        for member in group:
            called[member.part][member.actor.id] = one
    return _Ids(found, groups, called)


def _but_clashing(facts: list[Fact], words: Vocabularies) -> tuple[list[Fact], list[Fact]]:
    """The facts but for those of kinds that mean two things, and these."""
    if not words.clashing:
        return facts, []
    kept = [fact for fact in facts if fact.kind not in words.clashing]
    return kept, [fact for fact in facts if fact.kind in words.clashing]


def _ways(parts: Sequence[Part], called: Sequence[Called]) -> Mapping[str, tuple[str, ...]]:
    """Whom each id of a dataset means, of an actor or a node."""
    ids = [[*part.dataset.actors, *(fact.id for fact in part.dataset.nodes)] for part in parts]
    return ways_to_ask(parts, called, ids)


def _doubted(doubt: Doubt) -> Problem:
    """What codes leave in doubt, at the place of the one who has an entry of a dataset."""
    here, there = (doubt.other, doubt.one) if doubt.other.actor.declared else (doubt.one, doubt.other)
    at = f" ({there.actor.place})" if there.actor.declared else ""
    told = f"{here.actor.id} has {doubt.shared}, as {there.actor.id}{at} has, and the two are not joined: {doubt.why}"
    return Problem(here.actor.place, "codes-in-doubt", told, "note")


def _told_apart(made: UnitedDataset) -> UnitedDataset:
    """The same with the datasets behind the names that are shared by some who are not of the same ones."""
    names = {one: actor.name for one, actor in made.actors.items()}
    whose = {one: frozenset(made.parts[at.part].name for at in made.members[one]) for one in names}
    nodes = {fact.id: fact for fact in made.nodes if fact.name and fact.id not in names}
    names |= {one: fact.name or "" for one, fact in nodes.items()}
    having = [({ids[fact.id] for fact in part.dataset.nodes}, part.name) for part, (ids, _) in made.named]
    whose |= {one: frozenset(name for own, name in having if one in own) for one in nodes}
    apart = told_apart(names, whose)
    if not apart:
        return made
    actors = {one: actor._replace(name=apart.get(one, actor.name)) for one, actor in made.actors.items()}
    facts = tuple(
        [fact._replace(name=apart[fact.id]) if fact.id in nodes and fact.id in apart else fact for fact in made.facts]
    )
    return replace(made, actors=actors, facts=facts, plain={one: names[one] for one in apart})
