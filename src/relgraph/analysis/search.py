"""Searching a network: shortest routes, those among them with the fewest weak links, and alternatives."""

from __future__ import annotations

from collections import ChainMap
from heapq import heappop, heappush
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Route: TypeAlias = tuple[str, ...]
    Neighbours: TypeAlias = Mapping[str, list[str]]
    Weak: TypeAlias = Callable[[str, str], bool]
    Cost: TypeAlias = tuple[int, int]

MOST_ROUTES = 100
"""How many equally good routes are written out at most."""

NOTHING: frozenset[str] = frozenset()


def alike(one: str, other: str) -> bool:
    """Say of every link that it is weak: for networks in which all are, so that none need be counted."""
    del one, other
    return True


def shortest_routes(
    start: str,
    goal: str,
    neighbours: Neighbours,
    weak: Weak,
    *,
    avoid: frozenset[str] = NOTHING,
    most: int = MOST_ROUTES,
) -> list[Route]:
    """The routes with the fewest hops and, among those, the fewest weak links, in order of their nodes.

    Empty when there is no way that stays out of `avoid`; at most `most` of them.
    """
    if start == goal or start in avoid or goal in avoid or start not in neighbours or goal not in neighbours:
        return []
    layers = _meet(start, goal, neighbours, avoid)
    return list(islice(_ways(layers, neighbours, weak), most)) if layers else []


def _meet(start: str, goal: str, neighbours: Neighbours, avoid: frozenset[str]) -> list[set[str]]:
    """The nodes on the shortest ways: those at each number of hops from the start; empty when there is no way.

    Breadth first from both sides, always the smaller front next: on a large network this looks at a small
    part of it.
    """
    sides = ([{start}], [{goal}])
    seen = ({start, *avoid}, {goal, *avoid})
    while sides[0][-1] and sides[1][-1]:
        side = 0 if len(sides[0][-1]) <= len(sides[1][-1]) else 1
        following = _around(sides[side][-1], neighbours) - seen[side]
        seen[side].update(following)
        sides[side].append(following)
        if middle := following & sides[1 - side][-1]:
            before, after = (_leading_to(middle, layers[:-1], neighbours) for layers in sides)
            return [*before, middle, *reversed(after)]
    return []


def _around(nodes: set[str], neighbours: Neighbours) -> set[str]:
    """All neighbours of some nodes."""
    return set().union(*[neighbours[node] for node in nodes])


def _leading_to(nodes: set[str], layers: list[set[str]], neighbours: Neighbours) -> list[set[str]]:
    """Of layers, each a hop on from the one before, those nodes that lead on to some nodes a hop after the last."""
    kept: list[set[str]] = []
    for layer in reversed(layers):
        nodes = layer & _around(nodes, neighbours) if len(layer) > 1 else layer
        kept.append(nodes)
    return kept[::-1]


def _ways(layers: list[set[str]], neighbours: Neighbours, weak: Weak) -> Iterator[Route]:
    """The ways through layers, from the first to the last, that have the fewest weak links, in order of their nodes."""
    fewest = dict.fromkeys(layers[-1], 0)
    differ = weak is not alike

    def onward(node: str, following: set[str]) -> set[str]:
        return following if len(following) == 1 else following.intersection(neighbours[node])

    for layer, following in zip(layers[-2::-1], layers[:0:-1], strict=True):
        for node in layer if differ else ():
            fewest[node] = min([weak(node, other) + fewest[other] for other in onward(node, following)])
    ways: list[Route] = [(node,) for node in layers[0]]
    while ways:
        way = ways.pop()
        if len(way) == len(layers):
            yield way
            continue
        last = way[-1]
        best = onward(last, layers[len(way)])
        if differ:
            best = {other for other in best if weak(last, other) + fewest[other] == fewest[last]}
        ways += [(*way, other) for other in sorted(best, reverse=True)]


def routes_in_order(
    start: str, goal: str, neighbours: Neighbours, weak: Weak, *, avoid: frozenset[str] = NOTHING
) -> Iterator[Route]:
    """All simple routes, fewest hops first, then fewest weak links (Yen 1971). Each is found when asked for.

    A route never passes a node twice. Equals come in order of their nodes.
    """
    heap = [(cost(route, weak), route) for route in shortest_routes(start, goal, neighbours, weak, avoid=avoid, most=1)]
    queued = {route for _, route in heap}
    given: list[Route] = []
    while heap:
        _, route = heappop(heap)
        given.append(route)
        yield route
        for at in range(1, len(route)):
            for found in _detour(route[:at], goal, given, (neighbours, weak, avoid)):
                if found not in queued:
                    queued.add(found)
                    heappush(heap, (cost(found, weak), found))


def _detour(
    head: Route, goal: str, given: list[Route], within: tuple[Neighbours, Weak, frozenset[str]]
) -> Iterator[Route]:
    """The best route that begins as `head` does and then leaves every route given so far, if there is one."""
    neighbours, weak, avoid = within
    spur = head[-1]
    taken = {route[len(head)] for route in given if route[: len(head)] == head}
    cut = {node: [other for other in neighbours[node] if other != spur] for node in taken}
    cut[spur] = [other for other in neighbours[spur] if other not in taken]
    closed = avoid | frozenset(head[:-1])
    for tail in shortest_routes(spur, goal, ChainMap(cut, neighbours), weak, avoid=closed, most=1):  # type: ignore[arg-type]
        yield (*head[:-1], *tail)


def cost(route: Route, weak: Weak) -> Cost:
    """What makes one route worse than another: hops, then weak links. It adds up over the legs of a route."""
    return len(route) - 1, sum(weak(one, other) for one, other in pairwise(route))
