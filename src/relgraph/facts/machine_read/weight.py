"""How much a tie weighs that a machine read: the count of it that its mapping names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.figures import Figure

if TYPE_CHECKING:
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.kinds import RelationKind

WEIGHT = "weight"
"""The word of a kind for which of its figures is the weight of its ties."""


def weight_of(fact: Fact, kind: RelationKind) -> float:
    """The weight of a tie of a kind: events, sources or days."""
    figure = fact.fields.get(kind.words_of(None).get(WEIGHT, ""))
    return figure.value if isinstance(figure, Figure) else 0.0


def strength_of(fact: Fact, kind: RelationKind, rung: int) -> float:
    """How close a fact of a kind ties two: 1 plus the height of its rung; where a machine read it, its weight."""
    return weight_of(fact, kind) if fact.machine_read else 1.0 + rung
