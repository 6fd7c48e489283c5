"""Who acts for an actor: it itself, what belongs to it, and the people who hold its offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact

HOLD = "hold"


def acting_for(dataset: Dataset, one: str, facts: Iterable[Fact]) -> set[str]:
    """An actor, its offices and organs, and the people who hold its offices by some facts."""
    parts = parts_of(dataset, one)
    return parts | holders_of(parts, facts)


def holders_of(parts: set[str], facts: Iterable[Fact]) -> set[str]:
    """The people who hold, by some facts, an office among those of an actor."""
    return {fact.ends[0].id for fact in facts if fact.kind == HOLD and fact.ends[1].id in parts}


def parts_of(dataset: Dataset, one: str) -> set[str]:
    """An actor and all that is part of it, by however many steps."""
    found, waiting = {one}, [one]
    while waiting:
        fresh = [part for part in dataset.direct_parts.get(waiting.pop(), ()) if part not in found]
        found.update(fresh)
        waiting += fresh
    return found
