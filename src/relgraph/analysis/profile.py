"""A dossier: all that is known of one actor, or of one fact that is a node, in order of kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relgraph.graph.ties import level_of
from relgraph.graph.views import DEFAULT_VIEW, EVERY_STATUS, Held, select
from relgraph.vocabulary.rungs import rungs_of

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Actor, Fact
    from relgraph.graph.views import View


@dataclass(frozen=True, slots=True)
class Chapter:
    """The facts of one kind in a dossier: the highest tier first, then what holds before what is planned."""

    kind: str
    label: str
    facts: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A dossier.

    `parts` are the actors that belong to it (its offices, organs, cities), whose offices held and affiliations
    are in the chapters too; `single_source` the ids of facts that rest on one source.
    """

    id: str
    name: str
    kind: str
    actor: Actor | None
    fact: Fact | None
    parts: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    single_source: tuple[str, ...]


def profile(dataset: Dataset, name: str, view: View = DEFAULT_VIEW) -> Profile:
    """The dossier of an actor or a node, found by any of its names. Raises MisuseError for an unknown one.

    Facts of every status are in it unless the view names some; each says its own.
    """
    one = dataset.names.resolve(name)
    parts = tuple(actor.id for actor in dataset.actors.values() if actor.part_of == one)
    statuses = view.statuses or frozenset({EVERY_STATUS})
    held = [
        held
        for held in select(dataset, replace(view, statuses=statuses, superseded=True, unsound=True))
        if _concerns(held.fact, one, parts)
    ]
    actor, fact = dataset.actors.get(one), dataset.by_id.get(one)
    kind = actor.kind if actor else fact.kind if fact else ""
    single = tuple(held.fact.id for held in held if len({citation.source for citation in held.fact.evidence}) == 1)
    return Profile(one, dataset.names.label(one), kind, actor, fact, parts, _chapters(dataset, held), single)


def _concerns(fact: Fact, one: str, parts: tuple[str, ...]) -> bool:
    """Whether the actor takes part, says so, or is the fact; or an office of its is held in it."""
    ends = {end.id for end in fact.ends}
    return one in ends or one == fact.id or one in fact.per or (len(fact.ends) > 1 and fact.ends[1].id in parts)


def _chapters(dataset: Dataset, held: list[Held]) -> tuple[Chapter, ...]:
    rungs = rungs_of(dataset.vocabulary)

    def order(one: Held) -> tuple[int, bool, bool, str]:
        planned = dataset.vocabulary.effect(one.fact.status) in {"planned", "ended"}
        return -level_of(one.fact, dataset, rungs), planned, one.fact.derived, one.fact.id

    found = []
    for kind in dataset.vocabulary.relations.values():
        facts = sorted((one for one in held if one.fact.kind == kind.id), key=order)
        if facts:
            label = kind.section.replace("_", " ")
            found.append(Chapter(kind.id, label, tuple(facts)))
    return tuple(found)
