"""The tier of a fact: on which ladder it stands, how high, and which rungs a dataset has to do with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.vocabulary.ladder import GENERAL
from relgraph.vocabulary.rungs import UNRANKED, rungs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary
    from relgraph.vocabulary.rungs import Rungs


def ladder_of(fact: Fact, vocabulary: Vocabulary) -> Ladder:
    """The ladder that a fact's tier is on: one of its kind that has it, else that of the first end that has one.

    The general one is that of ends without any, and where it alone has the tier as a rung. What follows from a fact on
    an owner's ladder stands on that ladder, if it is a tier there.
    """
    tier, derivation = fact.tier, fact.derivation
    for ladder in vocabulary.ladders_of_kinds.get(fact.kind, ()):
        if ladder.has(tier):
            return ladder
    if derivation is not None and derivation.ladder is not None:
        ladder = vocabulary.ladders[derivation.ladder]
        if ladder.has(tier):
            return ladder
    return vocabulary.ladder_with(tier or "", *fact.pair)


def ladder_handed_on(fact: Fact, vocabulary: Vocabulary) -> str | None:
    """The ladder on which what follows from a fact stands: that of the fact's own tier, where somebody owns it."""
    return handed_on(ladder_of(fact, vocabulary) if fact.tier else None)


def handed_on(ladder: Ladder | None) -> str | None:
    """A ladder's id where somebody owns it: what follows from a fact on it stands on it too."""
    return ladder.id if ladder is not None and ladder.owners else None


def height_of(fact: Fact, vocabulary: Vocabulary) -> int:
    """The height of the fact's rung on its ladder, the lowest being 1; 0 without a tier, or for a label beside it."""
    return ladder_of(fact, vocabulary).height(fact.tier) if fact.tier else 0


TIER = "tier"
"""The type of a field that puts a fact on a rung."""


class Standing(NamedTuple):
    """A rung that a fact stands on: the ladder, its name there, and its height from 1."""

    ladder: Ladder
    rung: str
    height: int


def standings(fact: Fact, vocabulary: Vocabulary) -> Sequence[Standing]:
    """Every rung that a fact stands on: that of its tier, or on ladders of its kind that of its narrower kind.

    A fact without a narrower kind stands there on the rung that is called like its kind.
    """
    if fact.tier:
        ladder = ladder_of(fact, vocabulary)
        height = ladder.height(fact.tier)
        return (Standing(ladder, fact.tier, height),) if height else ()
    ladders = vocabulary.ladders_of_kinds.get(fact.kind, ())
    rung = fact.type or fact.kind
    return [Standing(ladder, rung, height) for ladder in ladders if (height := ladder.height(rung))]


def climbed_by(fact: Fact, ladder: Ladder) -> tuple[str, str]:
    """What climbs a ladder besides a pair: by facts of one kind, or by those of all kinds of the ladder."""
    return ladder.id, "" if ladder.kinds else fact.kind


def class_of(fact: Fact, vocabulary: Vocabulary, rungs: Rungs) -> int:
    """The class of the rung that a fact stands on, of those that paths rank by; UNRANKED without one."""
    if fact.tier is not None:
        return rungs.class_of(ladder_of(fact, vocabulary).id, fact.tier)
    if fact.kind not in vocabulary.ladders_of_kinds:
        return UNRANKED
    found = (rungs.class_of(ladder.id, rung) for ladder, rung, _ in standings(fact, vocabulary))
    return max(found, default=UNRANKED)


def on_general(facts: Iterable[Fact], vocabulary: Vocabulary) -> frozenset[str]:
    """Those between whom a fact gives a rung of the general ladder, other than those that kinds stand for."""
    found: set[str] = set()
    rungs = _labels(vocabulary)
    for fact in facts:
        if fact.tier in rungs and ladder_of(fact, vocabulary) is vocabulary.general:
            found.update(fact.pair)
    return frozenset(found)


def _labels(vocabulary: Vocabulary) -> frozenset[str]:
    """The rungs of the general ladder that no kind of relation stands for."""
    return frozenset(vocabulary.general.rungs) - {kind.rung for kind in vocabulary.relations.values()}


def rungs_in_play(vocabulary: Vocabulary, *, general: bool) -> Rungs:
    """The rungs that paths rank by. Those of the general ladder are idle unless they are compared or stood on.

    What kinds of relation stand for is never idle.
    """
    compared = {(ladder, rung) for entry in vocabulary.compare for ladder, rung in entry.items()}
    labels = {(GENERAL, rung) for rung in _labels(vocabulary)}
    return rungs_of(vocabulary, () if general or not compared.isdisjoint(labels) else labels)


def rungs_of_kinds(kinds: Iterable[str], vocabulary: Vocabulary) -> frozenset[tuple[str, str]]:
    """The (ladder, rung) on which facts of some kinds can stand.

    What has a tier may stand on any that belongs to no kind, what stands for a rung on that, the rest on their ladders.
    """
    free = [(ladder.id, rung) for ladder in vocabulary.ladders.values() if not ladder.kinds for rung in ladder.rungs]
    found: set[tuple[str, str]] = set()
    for kind in map(vocabulary.relations.__getitem__, kinds):
        tiered = TIER in kind.fields.values()
        found.update(one for one in free if tiered or one[1] == kind.rung)
        own = vocabulary.ladders_of_kinds.get(kind.id, ())
        found.update((ladder.id, rung) for ladder in own for rung in ladder.rungs if rung in {kind.id, *kind.kinds})
    return frozenset(found)


def owners_of(dataset: Dataset, rungs: Iterable[tuple[str, str]]) -> frozenset[str] | None:
    """Whose some rungs are, each a ladder and its rung: None for rungs that are everybody's.

    Those of the general ladder are theirs who stand on it; what a kind of relation stands for is everybody's.
    """
    found: set[str] = set()
    for ladder, rung in rungs:
        owners = frozenset(dataset.vocabulary.ladders[ladder].owners)
        if ladder == GENERAL and rung in _labels(dataset.vocabulary):
            owners = dataset.on_general
        elif not owners:
            return None
        found |= owners
    return frozenset(found)


def tier_label(dataset: Dataset, fact: Fact) -> str:
    """The tier in full, as its ladder calls it; the kind's own label without one."""
    if fact.tier is None:
        return dataset.vocabulary.relations[fact.kind].label
    return ladder_of(fact, dataset.vocabulary).label_of(fact.tier)
