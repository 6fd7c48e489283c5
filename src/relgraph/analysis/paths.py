"""Paths between two actors, compared by the tiers of their ties.

`strongest` asks for the highest rung that every step reaches, then for the fewest hops, then for the
fewest links no higher than that. `shortest` asks for the fewest hops, then for the fewest links without a rung.
A path says nothing about the two ends but its steps: partnership is not transitive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from relgraph.analysis.obstacles import explain
from relgraph.analysis.passing import Ground, routes_passing
from relgraph.analysis.path_told import html, told
from relgraph.analysis.search import MOST_ROUTES, cost, routes_in_order, shortest_routes
from relgraph.errors import MisuseError
from relgraph.graph.ties import PATH_ACTORS, collect_ties
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.vocabulary.rungs import UNRANKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.search import Route, Weak
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.network import Network
    from relgraph.graph.ties import Tie, Ties
    from relgraph.graph.views import View

STRONGEST, SHORTEST = "strongest", "shortest"
ORDERS = (STRONGEST, SHORTEST)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of path is asked for.

    `by` is the order that makes a path best, `most` how many to give (0: the best and its equals),
    `min_tier` the rung below which no step may stand, `via` the actors to pass in that order, `avoid` those
    not to pass.
    """

    by: str = STRONGEST
    most: int = 0
    min_tier: str | None = None
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: all ties of the best kind between two nodes."""

    source: str
    target: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one actor to another.

    `rung` is the weakest rung on it, None if some step has none; where the weakest rungs stand on ladders that
    cannot be compared, all of them are named.
    """

    steps: tuple[Step, ...]
    rung: str | None

    @property
    def hops(self) -> int:
        """How many steps it takes."""
        return len(self.steps)

    @property
    def nodes(self) -> Route:
        """The actors it passes, both ends included."""
        return (self.steps[0].source, *(step.target for step in self.steps))


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """The answer to "which path ties A to B": the best path, others, or why there is none.

    `equals` tells how many of `paths` are as good as the first; the rest are worse, best first. `nodes` and
    `pairs` count the projection that was searched, `kinds` the relations in it. `above` is the rung just above the
    answer's, at which the two do not connect. `incomparable` marks answers whose weakest rungs, of one best path
    or of several, stand on ladders which no comparison sets against each other.
    """

    source: str
    target: str
    by: str
    paths: tuple[Path, ...]
    equals: int
    nodes: int
    pairs: int
    kinds: tuple[str, ...]
    dataset: Dataset = field(repr=False, compare=False)
    above: str | None = None
    incomparable: bool = False
    reason: str | None = None

    @property
    def found(self) -> bool:
        """Whether there is a path."""
        return bool(self.paths)

    @property
    def best(self) -> Path:
        """The first of the best paths."""
        return self.paths[0]

    def __str__(self) -> str:
        """The answer as text: each step with what ties the two, and who says so."""
        return "\n".join(told(self.dataset, self))

    def _repr_html_(self) -> str:
        """The answer as a table, for notebooks."""
        return html(self.dataset, self)


def find_path(
    dataset: Dataset, source: str, target: str, wanted: Wanted | None = None, view: View = DEFAULT_VIEW
) -> PathAnswer:
    """Find the best paths between two actors, named by id, name, alias or code.

    Raises MisuseError for a name that is unknown or ambiguous, for A equal to B, for a tier that is on no
    ladder, and for an actor of a kind that paths do not walk.
    """
    wanted = wanted or Wanted()
    start, goal = _end(dataset, source), _end(dataset, target)
    if start == goal:
        raise MisuseError(f"both ends are {dataset.names.label(start)}; a path needs two")
    ties = collect_ties(dataset, view)
    search = _Search(ties, start, goal, wanted, dataset)
    routes, equals, levels = search.best()
    paths = tuple(_path(ties, route) for route in routes)
    counts = (len(ties.between), ties.pairs, ties.kinds, dataset)
    if paths:
        above = search.above(levels) if wanted.by == STRONGEST else None
        incomparable = len(levels) > 1 or len(_lowest(ties.network, routes[0])) > 1
        return PathAnswer(start, goal, wanted.by, paths, equals, *counts, above, incomparable)
    reason = explain(dataset, ties, search.passing, search.avoid, search.floor, view)
    return PathAnswer(start, goal, wanted.by, (), 0, *counts, reason=reason)


def _end(dataset: Dataset, name: str) -> str:
    one = dataset.names.resolve(name)
    actor = dataset.actors.get(one)
    if actor is None or actor.kind not in PATH_ACTORS:
        kind = actor.kind if actor is not None else dataset.by_id[one].kind
        walked = " and ".join(sorted(dataset.vocabulary.actors[kind].plural for kind in PATH_ACTORS))
        raise MisuseError(f"{dataset.names.label(one)} is of the kind {kind}; paths go between {walked}")
    return one


class _Search:
    """One question put to a network."""

    def __init__(self, ties: Ties, start: str, goal: str, wanted: Wanted, dataset: Dataset) -> None:
        self.network: Network = ties.network
        self.wanted = wanted
        self.floor = _floor(self.network, wanted.min_tier)
        self.passing = (start, *(_end(dataset, name) for name in wanted.via), goal)
        self.avoid = frozenset(dataset.names.resolve(name) for name in wanted.avoid)
        if len(set(self.passing)) < len(self.passing):
            raise MisuseError("an actor named in --via is one of the ends, or named twice")
        if self.avoid & set(self.passing):
            label = dataset.names.label(min(self.avoid & set(self.passing)))
            raise MisuseError(f"{label} cannot be both passed and avoided")

    def best(self) -> tuple[list[Route], int, list[int]]:
        """The routes asked for, how many of them are equally good, and the levels of the best."""
        best: list[Route] = []
        rest: list[Route] = []
        levels: list[int] = []
        for level in self._thresholds():
            beaten = any(self.network.rungs.below(level, found) for found in levels)
            if beaten and len({*best, *rest}) >= self.wanted.most:
                continue
            found = self._at(level)
            equal = 0 if beaten else self._equals(found, level)
            levels += [level] if equal else []
            best += found[:equal]
            rest += found[equal:]
        routes = list(dict.fromkeys((*best, *rest)))[: self.wanted.most or None]
        return routes, min(len(set(best)), len(routes)), levels

    def above(self, levels: list[int]) -> str | None:
        """The lowest rung above the best level, at which the two do not connect."""
        rungs = self.network.rungs
        above = [level for level in self.network.thresholds() if level not in levels and level not in rungs.joins]
        higher = [level for level in above if all(rungs.below(found, level) for found in levels)]
        return rungs.name(min(higher)) if higher else None

    def _thresholds(self) -> list[int]:
        if self.wanted.by == SHORTEST:
            return [self.floor]
        return [level for level in self.network.thresholds(self.floor) if self._joined(level)]

    def _joined(self, level: int) -> bool:
        layer = self.network.at(level)
        return all(layer.joins(one, other) for one, other in pairwise(self.passing))

    def _weak(self, level: int) -> Weak:
        """A link is weak when it stands no higher than the threshold, or on no rung at all."""
        levels = self.network.levels
        weak = {level, UNRANKED}
        return lambda one, other: levels[one][other] in weak

    def _at(self, level: int) -> list[Route]:
        """The routes at a threshold, those at higher ones among them: so many as are wanted, or the best."""
        ground = Ground(self.network.at(level).neighbours, self._weak(level), self.avoid)
        if len(self.passing) == 2 and not self.wanted.most:  # noqa: PLR2004 - the two ends
            return shortest_routes(*self.passing, ground.neighbours, ground.weak, avoid=self.avoid)
        if len(self.passing) == 2:  # noqa: PLR2004 - as above
            routes = routes_in_order(*self.passing, ground.neighbours, ground.weak, avoid=self.avoid)
        else:
            routes = routes_passing(self.passing, ground)
        if self.wanted.most:
            return list(islice(routes, self.wanted.most))
        return sorted(islice(_cheapest(routes, ground.weak), MOST_ROUTES))

    def _equals(self, routes: list[Route], level: int) -> int:
        """How many of some routes, best first, are as good as the first."""
        return len(list(_cheapest(routes, self._weak(level))))


def _cheapest(routes: Iterable[Route], weak: Weak) -> Iterator[Route]:
    """Of routes that come best first, those that cost no more than the first."""
    least = None
    for route in routes:
        least = least or cost(route, weak)
        if cost(route, weak) != least:
            return
        yield route


def _floor(network: Network, min_tier: str | None) -> int:
    if min_tier is None:
        return UNRANKED
    found = network.rungs.called(min_tier)
    if not found:
        known = ", ".join(dict.fromkeys(rung for _, rung in network.rungs.classes))
        raise MisuseError(f'no ladder has a tier "{min_tier}"; there are {known}')
    if len(found) > 1:
        meant = " or ".join(map(network.rungs.name, found))
        raise MisuseError(f'"{min_tier}" may mean {meant}; say which')
    return found[0]


def _path(ties: Ties, route: Route) -> Path:
    steps = tuple(Step(one, other, tuple(ties.best(one, other))) for one, other in pairwise(route))
    lowest = _lowest(ties.network, route)
    return Path(steps, None if UNRANKED in lowest else ties.network.rungs.naming(lowest))


def _lowest(network: Network, route: Route) -> frozenset[int]:
    """The weakest rungs on a route: one, or several that cannot be compared."""
    return network.rungs.lowest(network.levels[one][other] for one, other in pairwise(route))
