"""Ties: the steps that a path may take, as a plain adjacency. No graph library is needed here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple

from relgraph.graph.network import Network
from relgraph.graph.views import DEFAULT_VIEW, select
from relgraph.vocabulary.model import FACT_ITSELF
from relgraph.vocabulary.rungs import UNRANKED, Rungs, rungs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held, View
    from relgraph.reading.dates import Truth
    from relgraph.vocabulary.model import Walk

PATH_ACTORS = frozenset({"country", "body"})
"""Kinds of actor that a path goes through by default; groups are not walked."""


class Tie(NamedTuple):
    """A fact as a step between two nodes, `source` to `target` as the vocabulary's walk has it.

    `level` is the class of its rung (UNRANKED without one), `truth` whether it holds: yes or maybe.
    """

    source: str
    target: str
    fact: Fact
    walk: Walk
    level: int
    truth: Truth


@dataclass(frozen=True)
class Ties:
    """The ties of a view: `between[a][b]` holds all that tie a and b, the same list both ways round.

    `network` holds the level of the best of them for searching; `kinds` are the kinds of relation let in.
    """

    between: Mapping[str, Mapping[str, list[Tie]]]
    network: Network
    kinds: tuple[str, ...]

    @property
    def pairs(self) -> int:
        """How many pairs of nodes are tied; parallel ties count once."""
        return sum(map(len, self.between.values())) // 2

    def best(self, one: str, other: str) -> list[Tie]:
        """The ties of two nodes that no other tie of theirs is above, stated ones first."""
        between = self.between[one][other]
        tops = self.network.rungs.highest(tie.level for tie in between)
        return sorted((tie for tie in between if tie.level in tops), key=lambda tie: (tie.fact.derived, tie.fact.id))


def collect_ties(dataset: Dataset, view: View = DEFAULT_VIEW, actors: frozenset[str] = PATH_ACTORS) -> Ties:
    """The ties of a view between actors of some kinds.

    Without kinds in the view, those that the vocabulary marks as `path` take part.
    """
    kinds = tuple(view.kinds) if view.kinds is not None else path_kinds(dataset)
    rungs = rungs_of(dataset.vocabulary)
    between: dict[str, dict[str, list[Tie]]] = {}
    for held in select(dataset, view):
        if held.fact.kind in kinds:
            for tie in ties_of(held, dataset, rungs):
                if _kind(tie.source, dataset) in actors and _kind(tie.target, dataset) in actors:
                    _add(between, tie)
    return Ties(between, _network(between, rungs), tuple(sorted(kinds)))


def _network(between: Mapping[str, Mapping[str, list[Tie]]], rungs: Rungs) -> Network:
    """The level of the best tie of each pair; a pair whose best ties cannot be compared stands on all their rungs."""
    joins: dict[frozenset[int], int] = {}

    def level(ties: list[Tie]) -> int:
        if len(ties) == 1:
            return ties[0].level
        tops = rungs.highest(tie.level for tie in ties)
        return next(iter(tops)) if len(tops) == 1 else joins.setdefault(tops, len(rungs.above) + len(joins))

    levels = {one: {other: level(ties) for other, ties in others.items()} for one, others in between.items()}
    return Network(levels, rungs.joined(joins))


def path_kinds(dataset: Dataset) -> tuple[str, ...]:
    """Kinds of relation that take part in paths by default."""
    return tuple(kind.id for kind in dataset.vocabulary.relations.values() if kind.path)


def level_of(fact: Fact, dataset: Dataset, rungs: Rungs) -> int:
    """The class of the rung that a fact stands on, by the ladder of its first end that has one."""
    if fact.tier is None:
        return UNRANKED
    ladder = dataset.vocabulary.ladder_of(*(end.id for end in fact.ends[:2]))
    level = rungs.class_of(ladder.id, fact.tier)
    return level if level != UNRANKED else rungs.class_of("general", fact.tier)


def _add(between: dict[str, dict[str, list[Tie]]], tie: Tie) -> None:
    ties = between.setdefault(tie.source, {}).setdefault(tie.target, [])
    between.setdefault(tie.target, {})[tie.source] = ties
    ties.append(tie)


def _kind(one: str, dataset: Dataset) -> str | None:
    actor = dataset.actors.get(one)
    return actor.kind if actor is not None else None


def ties_of(held: Held, dataset: Dataset, rungs: Rungs) -> Iterator[Tie]:
    """The steps of one fact: each pair of different actors that one of its walks ties, once."""
    fact = held.fact
    level = level_of(fact, dataset, rungs)
    tied: set[tuple[str, str]] = set()
    for walk in dataset.vocabulary.relations[fact.kind].walks:
        for source, target in _pairs(fact, walk):
            pair = (source, target) if source < target else (target, source)
            if pair not in tied:
                tied.add(pair)
                yield Tie(source, target, fact, walk, level, held.truth)


def _pairs(fact: Fact, walk: Walk) -> Iterator[tuple[str, str]]:
    if FACT_ITSELF in (walk.source, walk.target):
        return
    sources, targets = fact.at(walk.source), fact.at(walk.target)
    if walk.most is not None and max(len(sources), len(targets)) > walk.most:
        return
    same = walk.source == walk.target
    for source, target in permutations(sources, 2) if same else product(sources, targets):
        if source != target and not (same and source > target):
            yield source, target
