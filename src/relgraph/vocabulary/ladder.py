"""A ladder: ranked tiers, whose they are, and how each is called."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_LABELS: Mapping[str, str] = MappingProxyType({})
GENERAL = "general"
"""The ladder of all who have none of their own."""


class Ladder(NamedTuple):
    """The ranked tiers of its owners, or of kinds of relation, lowest first, and the labels beside it without a rank.

    `inclusive` ladders count a partner at every rung up to its own; others only at its own. The rungs of those that are
    for `path` rank the steps of paths.
    """

    id: str
    label: str
    rungs: Mapping[str, str]
    owners: tuple[str, ...] = ()
    inclusive: bool = False
    beside: Mapping[str, str] = NO_LABELS
    kinds: tuple[str, ...] = ()
    path: bool = True

    @property
    def called(self) -> str:
        """What messages call it: the ladder northland."""
        return f"the ladder {self.id}"

    def has(self, tier: str | None) -> bool:
        """Whether a tier is a rung of it, or a label beside it."""
        return tier in self.rungs or tier in self.beside

    def height(self, rung: str) -> int:
        """Height of a rung, the lowest being 1; 0 for a label beside the ladder or another's rung."""
        return list(self.rungs).index(rung) + 1 if rung in self.rungs else 0

    def label_of(self, tier: str) -> str:
        """How a rung or a label beside the ladder is called in full."""
        return self.rungs.get(tier) or self.beside.get(tier) or tier
