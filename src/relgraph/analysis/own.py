"""Who acts for an actor: it itself, what belongs to it, and the people who hold its offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held

HOLD = "hold"


def own(dataset: Dataset, one: str, held: Iterable[Held]) -> set[str]:
    """An actor, its offices and organs, and the people who hold its offices among some facts."""
    parts = parts_of(dataset, one)
    holders = {fact.fact.ends[0].id for fact in held if fact.fact.kind == HOLD and fact.fact.ends[1].id in parts}
    return parts | holders


def parts_of(dataset: Dataset, one: str) -> set[str]:
    """An actor and all that is part of it, by however many steps."""
    found, waiting = {one}, [one]
    while waiting:
        whole = waiting.pop()
        fresh = [actor.id for actor in dataset.actors.values() if actor.part_of == whole and actor.id not in found]
        found.update(fresh)
        waiting += fresh
    return found
