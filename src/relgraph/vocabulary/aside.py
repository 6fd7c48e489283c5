"""What of a vocabulary stays in force when some of its entries are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from relgraph.vocabulary.coherence import incoherences

if TYPE_CHECKING:
    from collections.abc import Collection

    from relgraph.vocabulary.model import Vocabulary

Entry: TypeAlias = tuple[str, str]
"""A part of the vocabulary, and the id of an entry in it: see Incoherence."""

COMPARE = "compare"
PARTS = ("actors", "relations", "statuses", "ladders")


class Everything(frozenset[str]):
    """The names that a vocabulary which cannot be read may have given a meaning: any."""

    def __contains__(self, name: object) -> bool:
        """Whether it may have given this one a meaning."""
        return True

    def __bool__(self) -> bool:
        """It names something, though nobody knows what."""
        return True


def in_force(vocabulary: Vocabulary, base: Vocabulary, wrong: Collection[Entry]) -> Vocabulary:
    """The vocabulary without its wrong entries, and without those that do not fit together once they are gone.

    What is in `base` stays; nothing more does if the rest cannot be made to fit.
    """
    while wrong:
        left = _without(vocabulary, base, wrong)
        if left == vocabulary:
            return base
        vocabulary = left
        wrong = {(one.part, one.entry) for one in incoherences(vocabulary)}
    return vocabulary


def _without(vocabulary: Vocabulary, base: Vocabulary, wrong: Collection[Entry]) -> Vocabulary:
    kept: dict[str, Any] = {}
    for part in PARTS:
        ours, entries = getattr(base, part), getattr(vocabulary, part).items()
        kept[part] = {
            key: ours.get(key, one) if (part, key) in wrong else one
            for key, one in entries
            if key in ours or (part, key) not in wrong
        }
    compare = base.compare if (COMPARE, "") in wrong else vocabulary.compare
    kept[COMPARE] = tuple(entry for at, entry in enumerate(compare) if (COMPARE, str(at)) not in wrong)
    return vocabulary._replace(**kept)
