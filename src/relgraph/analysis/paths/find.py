"""Paths between two actors, compared by the tiers of their ties.

`strongest` asks for the highest rung that every step reaches, then for the fewest hops, then for the
fewest links no higher than that. `shortest` asks for the fewest hops, then for the fewest links without a rung.
A path says nothing about the two ends but its steps: partnership is not transitive.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from relgraph.analysis.paths.answer import Path, PathAnswer, Step
from relgraph.analysis.paths.no_path import explain, may_cover, opening
from relgraph.analysis.paths.search import MOST_ROUTES, alike, cost
from relgraph.analysis.paths.two_core import all_across, best_across
from relgraph.analysis.paths.wanted import SHORTEST, STRONGEST, Wanted
from relgraph.analysis.paths.waypoints import Ground, routes_passing
from relgraph.errors import MisuseError
from relgraph.facts.records import GROUP
from relgraph.facts.sentences import listed
from relgraph.facts.tiers import owners_of, rungs_of_kinds
from relgraph.graph.ties import ALL, collect_ties, is_walked
from relgraph.graph.views import DEFAULT_VIEW, as_known
from relgraph.reading.collector import paused_collector
from relgraph.reading.suggest import one_of_these
from relgraph.vocabulary.rungs import UNRANKED, label_in_full, ladders_of_some

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from relgraph.analysis.paths.search import Route, Weak
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.network import Network
    from relgraph.graph.steps import Tie
    from relgraph.graph.ties import Ties
    from relgraph.graph.views import View


@paused_collector()
def find_path(
    dataset: Dataset, source: str, target: str, wanted: Wanted | None = None, view: View = DEFAULT_VIEW
) -> PathAnswer:
    """Find the best paths between two actors, named by id, name, alias or code.

    Raises MisuseError for a name that is unknown or ambiguous, for A equal to B, for a tier that is on no
    ladder, and for an actor of a kind that paths do not walk.
    """
    wanted = wanted or Wanted()
    dataset = as_known(dataset, view)
    start, goal = _end(dataset, source, wanted.scope), _end(dataset, target, wanted.scope)
    if start == goal:
        raise MisuseError(f"both ends are {dataset.names.label(start)}; a path needs two")
    ties = collect_ties(dataset, view, wanted.scope)
    search = _Search(ties, start, goal, wanted, dataset)
    routes, equals, levels = search.best()
    paths = tuple(_path(dataset, ties, route) for route in routes)
    counts = (ties.size(dataset), ties.pairs, ties.kinds, ties.scope, wanted, view, dataset)
    if paths:
        incomparable = len(levels) > 1 or len(_lowest(ties.network, routes[0])) > 1
        above, needed = None, ""
        if wanted.by == STRONGEST and not incomparable:
            above = search.above(levels, {node for route in routes for node in route})
            needed = opening(dataset, ties, (start, goal), search.avoid, above, view) if above is not None else ""
        named, label = _called(dataset, ties, above, {node for route in routes for node in route})
        return PathAnswer(start, goal, wanted.by, paths, equals, *counts, named, label, incomparable, needed=needed)
    reason = explain(dataset, ties, search.passing, search.avoid, search.floor, view)
    groups = may_cover(dataset, ties, search.passing, search.floor, view)
    reason = "; ".join((reason, *(one.told(dataset) for one in groups)))
    facts = tuple(dict.fromkeys(one.fact for one in groups))
    from relgraph.analysis.silence import silence  # noqa: PLC0415 - most questions find a path

    why = silence(dataset, (start, goal), ties.kinds, view)
    return PathAnswer(start, goal, wanted.by, (), 0, *counts, reason=reason, may_cover=facts, silence=why)


def _called(
    dataset: Dataset, ties: Ties, level: int | None, nodes: Collection[str]
) -> tuple[str, str] | tuple[None, None]:
    """What a class of rungs is called, in short and in full, in the words of those on the way."""
    if level is None:
        return None, None
    rungs, near = ties.network.rungs, ladders_of_some(dataset.vocabulary, nodes)
    return rungs.name(level, near), label_in_full(dataset.vocabulary, rungs, level, near)


def _end(dataset: Dataset, name: str, scope: str) -> str:
    one = dataset.names.resolve(name)
    if not is_walked(one, dataset, scope):
        kind = dataset.actors[one].kind if one in dataset.actors else dataset.by_id[one].kind
        if scope == ALL:
            raise MisuseError(f"{dataset.names.label(one)} is of the kind {kind}, which paths do not go through")
        walked = listed(sorted(dataset.vocabulary.actors[kind].plural for kind in dataset.vocabulary.walked))
        more = "; --view all goes through everybody" if one not in dataset.actors or kind != GROUP else ""
        raise MisuseError(f"{dataset.names.label(one)} is of the kind {kind}; paths go between {walked}{more}")
    return one


class _Search:
    """One question put to a network."""

    def __init__(self, ties: Ties, start: str, goal: str, wanted: Wanted, dataset: Dataset) -> None:
        self.network: Network = ties.network
        self.kinds = ties.kinds
        self.dataset = dataset
        self.wanted = wanted
        self.passing = (start, *(_end(dataset, name, wanted.scope) for name in wanted.via), goal)
        self.floor = _floor(self.network, wanted.min_tier, dataset, self.passing)
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

    def above(self, levels: list[int], nodes: set[str]) -> int | None:
        """The lowest rung above the best level at which the two do not connect, on a ladder of somebody on the way."""
        rungs = self.network.rungs
        reached = {one for level in levels for one in rungs.joins.get(level, {level})}
        passed = {*reached, *rungs.joins, *rungs.idle, *self._unused()}
        above = [level for level in self.network.thresholds() if level not in passed]
        higher = [level for level in above if all(rungs.below(found, level) for found in levels)]
        return min((at for at in higher if _is_theirs(self.dataset, rungs.names[at], nodes)), default=None)

    def _unused(self) -> Iterator[int]:
        """The classes on whose rungs none of the kinds asked for can stand: the answer says nothing of them."""
        used = rungs_of_kinds(self.kinds, self.dataset.vocabulary)
        return (at for at, rungs in enumerate(self.network.rungs.names) if used.isdisjoint(rungs))

    def _thresholds(self) -> list[int]:
        if self.wanted.by == SHORTEST:
            return [self.floor]
        return [level for level in self.network.thresholds(self.floor) if self._joined(level)]

    def _joined(self, level: int) -> bool:
        return all(self.network.joins(level, one, other) for one, other in pairwise(self.passing))

    def _weak(self, level: int) -> Weak:
        """A link is weak when it stands no higher than the threshold, or on no rung at all."""
        if self.network.at(level).even:
            return alike
        levels = self.network.levels
        weak = {level, UNRANKED}
        return lambda one, other: levels[one][other] in weak

    def _at(self, level: int) -> list[Route]:
        """The routes at a threshold, those at higher ones among them: so many as are wanted, or the best."""
        layer, weak, most = self.network.at(level), self._weak(level), self.wanted.most
        start, *via, goal = self.passing
        if via:
            routes = routes_passing(self.passing, Ground(layer.neighbours, weak, self.avoid))
        elif most:
            routes = all_across(layer, (start, goal), weak, avoid=self.avoid)
        else:
            return best_across(layer, (start, goal), weak, avoid=self.avoid)
        return list(islice(routes, most)) if most else sorted(islice(_cheapest(routes, weak), MOST_ROUTES))

    def _equals(self, routes: list[Route], level: int) -> int:
        """How many of some routes, best first, are as good as the first."""
        return len(list(_cheapest(routes, self._weak(level))))


def _is_theirs(dataset: Dataset, rungs: Iterable[tuple[str, str]], nodes: set[str]) -> bool:
    """Whether rungs are on a ladder of some actors, or on one that is everybody's."""
    owners = owners_of(dataset, rungs)
    return owners is None or not nodes.isdisjoint(owners)


def _cheapest(routes: Iterable[Route], weak: Weak) -> Iterator[Route]:
    """Of routes that come best first, those that cost no more than the first."""
    least = None
    for route in routes:
        least = least or cost(route, weak)
        if cost(route, weak) != least:
            return
        yield route


def _floor(network: Network, min_tier: str | None, dataset: Dataset, passing: Sequence[str]) -> int:
    """The class that answers call so; else, of the rungs so called, the one whose ladder somebody to be passed owns."""
    if min_tier is None:
        return UNRANKED
    rungs, ladders = network.rungs, dataset.vocabulary.ladders
    found = rungs.called(min_tier)
    if not found:
        known = tuple(dict.fromkeys(rung for _, rung in rungs.classes))
        raise MisuseError(f'no ladder has a tier "{min_tier}"{one_of_these(min_tier, known)}')
    named = [at for at in found if rungs.name(at) == min_tier] or found
    owned = [at for at in named if any(one in ladders[name].owners for name, _ in rungs.names[at] for one in passing)]
    if len(named) > 1 and len(owned) != 1:
        raise MisuseError(f'"{min_tier}" may mean {" or ".join(map(rungs.full_name, named))}; say which')
    return (owned or named)[0]


def _path(dataset: Dataset, ties: Ties, route: Route) -> Path:
    steps = tuple(_step(ties, one, other) for one, other in pairwise(route))
    lowest, rungs = _lowest(ties.network, route), ties.network.rungs
    if UNRANKED in lowest:
        return Path(steps, None)
    weakest = {end for pair in pairwise(route) if ties.network.levels[pair[0]][pair[1]] in lowest for end in pair}
    near = ladders_of_some(dataset.vocabulary, weakest)
    classes = sorted({one for at in lowest for one in rungs.joins.get(at, {at})})
    names = [rungs.rung(one, near) for one in classes]
    labels = [dataset.vocabulary.ladders[ladder].label_of(rung) for ladder, rung in names]
    in_full = [label_in_full(dataset.vocabulary, rungs, one, near) for one in classes]
    return Path(steps, rungs.naming(lowest, near), listed(list(dict.fromkeys(labels))), listed(in_full))


def _step(ties: Ties, one: str, other: str) -> Step:
    best = ties.best(one, other)
    told = {tie.fact.id for tie in best}
    more = (tie for tie in ties.between[one][other] if tie.fact.id not in told and not _follows(tie, told))
    others = sorted(more, key=lambda tie: tie.fact.id)
    return Step(one, other, tuple(best), tuple(others))


def _follows(tie: Tie, told: set[str]) -> bool:
    """Whether a tie is derived from one that is told anyway."""
    return tie.fact.derivation is not None and not told.isdisjoint(tie.fact.derivation.premises)


def _lowest(network: Network, route: Route) -> frozenset[int]:
    """The weakest rungs on a route: one, or several that cannot be compared."""
    return network.rungs.lowest(network.levels[one][other] for one, other in pairwise(route))
