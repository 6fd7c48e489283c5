"""Routes that pass given nodes in a given order, and no node twice."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import count, pairwise
from typing import TYPE_CHECKING, NamedTuple

from relgraph.analysis.paths.search import cost, routes_in_order, shortest_routes
from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.analysis.paths.search import Cost, Neighbours, Route, Weak

MOST_TRIES = 10_000
"""How many routes and beginnings of routes are tried: to find a simple one can take for ever."""


class Ground(NamedTuple):
    """Where routes are looked for: neighbours, which links are weak, which nodes to stay out of."""

    neighbours: Neighbours
    weak: Weak
    avoid: frozenset[str]


def routes_passing(passing: Route, ground: Ground) -> Iterator[Route]:
    """All simple routes through some nodes in that order, fewest hops first, then fewest weak links.

    Best first over beginnings: one that reaches the n-th node is worth its own cost and the least that the
    legs to come can cost. Raises MisuseError when too many have been tried.
    """
    rest = _least(passing, ground)
    around = zip(passing, passing[1:], passing[2:], strict=False)
    if rest is None or not all(_passable(three, passing, ground) for three in around):
        return
    number = count()
    heap: list[tuple[Cost, Route, int, int, Iterator[Route]]] = []

    def push(ways: Iterator[Route], leg: int) -> None:
        way = next(ways, None)
        if way is not None:
            hops, links = cost(way, ground.weak)
            heappush(heap, ((hops + rest[leg][0], links + rest[leg][1]), way, leg, next(number), ways))

    push(_longer(passing[:1], passing, 0, ground), 0)
    for _ in range(MOST_TRIES):
        if not heap:
            return
        _, way, leg, _, ways = heappop(heap)
        push(ways, leg)
        if leg == len(rest) - 1:
            yield way
        else:
            push(_longer(way, passing, leg + 1, ground), leg + 1)
    raise MisuseError(f"gave up after {MOST_TRIES:,} ways past {' and '.join(passing[1:-1])}; pass fewer actors")


def _longer(way: Route, passing: Route, leg: int, ground: Ground) -> Iterator[Route]:
    """A beginning lengthened by a leg that stays out of what it has passed and of what comes later."""
    closed = ground.avoid.union(way[:-1], passing[leg + 2 :])
    for more in routes_in_order(way[-1], passing[leg + 1], ground.neighbours, ground.weak, avoid=closed):
        yield (*way, *more[1:])


def _least(passing: Route, ground: Ground) -> list[Cost] | None:
    """After each leg, the least that those after it cost, whatever was passed before; None if one cannot be gone."""
    rest: list[Cost] = [(0, 0)]
    for one, other in reversed(list(pairwise(passing))):
        closed = ground.avoid | (set(passing) - {one, other})
        found = shortest_routes(one, other, ground.neighbours, ground.weak, avoid=closed, most=1)
        if not found:
            return None
        hops, links = cost(found[0], ground.weak)
        rest.insert(0, (rest[0][0] + hops, rest[0][1] + links))
    return rest[1:]


def _passable(around: tuple[str, str, str], passing: Route, ground: Ground) -> bool:
    """Whether a node can be come to and left without a node that both ways need.

    If there is such a node it lies on every way, so it is enough to look at those on one.
    """
    before, node, after = around
    closed = ground.avoid | (set(passing) - set(around))

    def leads(end: str, lost: str) -> bool:
        return bool(shortest_routes(node, end, ground.neighbours, ground.weak, avoid=closed | {lost}, most=1))

    found = shortest_routes(node, before, ground.neighbours, ground.weak, avoid=closed, most=1)
    return all(leads(before, lost) or leads(after, lost) for route in found for lost in route[1:])
