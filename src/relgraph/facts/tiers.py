"""The tier of a fact: on which ladder it stands, and how high."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Ladder, Vocabulary


def ladder_of(fact: Fact, vocabulary: Vocabulary) -> Ladder:
    """The ladder of the first end that has one, or the general one: that too where it alone has the tier as a rung."""
    return vocabulary.ladder_with(fact.tier or "", *fact.pair)


def height_of(fact: Fact, vocabulary: Vocabulary) -> int:
    """The height of the fact's rung on its ladder, the lowest being 1; 0 without a tier, or for a label beside it."""
    return ladder_of(fact, vocabulary).height(fact.tier) if fact.tier else 0
