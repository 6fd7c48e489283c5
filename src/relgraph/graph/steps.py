"""The steps of one fact: which two of those who stand in it a walk of its kind ties."""

from __future__ import annotations

from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.acting import those_at
from relgraph.facts.tiers import class_of
from relgraph.facts.valid_time import staying
from relgraph.reading.dates import Truth
from relgraph.vocabulary.kinds import FACT_ITSELF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.alike import Likeness
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.kinds import Walk
    from relgraph.vocabulary.rungs import Rungs


class Tie(NamedTuple):
    """A fact as a step between two nodes, `source` to `target` as the vocabulary's walk has it.

    `level` is the class of its rung (UNRANKED without one); `truth`, `holds` and `day` are the fact's in its view.
    """

    source: str
    target: str
    fact: Fact
    walk: Walk
    level: int
    truth: Truth
    holds: Truth = Truth.YES
    day: Date | None = None


class _Way(NamedTuple):
    """A step of facts that are alike: by a walk, from one of their ends to another, or `by_id` from the lower id."""

    walk: Walk
    source: int
    target: int
    by_id: bool


class Steps:
    """The steps of facts of one dataset; where these are alike, they are looked for once."""

    def __init__(self, dataset: Dataset, rungs: Rungs | None = None) -> None:
        self._dataset = dataset
        self._rungs = dataset.rungs if rungs is None else rungs
        self._known: dict[Likeness, tuple[list[_Way] | None, int]] = {}

    def of(self, held: Held) -> list[Tie]:
        """Each pair of different actors that one of the walks of a fact ties, once; not those who left it."""
        fact = held.fact
        likeness = self._dataset.alike.likeness(fact)
        known = self._known.get(likeness)
        if known is None:
            level = class_of(fact, self._dataset.vocabulary, self._rungs)
            known = self._known[likeness] = (_ways(fact, likeness) if likeness.plain else None, level)
        ways, level = known
        if ways is None:
            return list(_by_itself(held, self._dataset, level))
        truth, holds, day = held.truth, held.holds, held.day
        found = []
        for walk, source, target, by_id in ways:
            one, other = fact.ends[source].id, fact.ends[target].id
            if by_id and other < one:
                one, other = other, one
            found.append(Tie(one, other, fact, walk, level, truth, holds, day))
        return found


def _ways(fact: Fact, likeness: Likeness) -> list[_Way] | None:
    """The steps of all that are alike; None where their order is that of their ids, which each has its own."""
    ids = [end.id for end in fact.ends]
    tied: set[frozenset[str]] = set()
    found = []
    for walk in likeness.kind.walks:
        sources, targets = (
            [place for place, role in enumerate(likeness.roles) if role == one] for one in (walk.source, walk.target)
        )
        same = walk.source == walk.target
        if same and len(sources) > 2:  # noqa: PLR2004 - a pair has one order
            return None
        if walk.most is not None and max(len(sources), len(targets)) > walk.most:
            continue
        for source, target in combinations(sources, 2) if same else product(sources, targets):
            pair = frozenset((ids[source], ids[target]))
            if len(pair) > 1 and pair not in tied:
                tied.add(pair)
                found.append(_Way(walk, source, target, same))
    return found


def _by_itself(held: Held, dataset: Dataset, level: int) -> Iterator[Tie]:
    fact = held.fact
    left = staying(fact, held.day)
    tied: set[tuple[str, str]] = set()
    for walk in dataset.vocabulary.relations[fact.kind].walks:
        for source, target in _pairs(fact, walk, dataset):
            pair = (source, target) if source < target else (target, source)
            if pair not in tied:
                tied.add(pair)
                stay = left.get(source, Truth.YES) & left.get(target, Truth.YES) if left else Truth.YES
                if stay is not Truth.NO:
                    yield Tie(source, target, fact, walk, level, held.truth & stay, held.holds & stay, held.day)


def _pairs(fact: Fact, walk: Walk, dataset: Dataset) -> Iterator[tuple[str, str]]:
    if FACT_ITSELF in (walk.source, walk.target):
        return
    same = walk.source == walk.target
    sources = those_at(dataset, fact, walk.source)
    targets = sources if same else those_at(dataset, fact, walk.target)
    if walk.most is not None and max(len(sources), len(targets)) > walk.most:
        return
    between: Iterable[tuple[str, ...]] = permutations(sources, 2) if same else product(sources, targets)
    for source, target in between:
        if source != target and not (same and source > target):
            yield source, target
