"""Who acts for an actor in a view: it itself, what belongs to it, and the people who hold its offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.acting import holders_of, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held


def own(dataset: Dataset, one: str, held: Iterable[Held]) -> set[str]:
    """An actor, its offices and organs, and the people who hold its offices among some facts."""
    parts = parts_of(dataset, one)
    return parts | holders_of(parts, (fact.fact for fact in held))
