"""Searching a network: shortest routes, those among them with the fewest weak links, and alternatives."""

from __future__ import annotations

from collections import ChainMap
from heapq import heappop, heappush
from itertools import islice, pairwise
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Route: TypeAlias = tuple[str, ...]
    Neighbours: TypeAlias = Mapping[str, list[str]]
    Weak: TypeAlias = Callable[[str, str], bool]
    Cost: TypeAlias = tuple[int, int]
    Onward: TypeAlias = dict[str, set[str]]

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
    ahead, middle, back = _meet(start, goal, neighbours, avoid)
    if not middle:
        return []
    before, after = _before(middle, ahead, neighbours), _after(middle, back, neighbours)
    onward = before | after
    if weak is not alike and max(map(len, onward.values())) > 1:
        onward = _least_weak(onward, (*reversed(after), *before), goal, weak)
    return list(islice(_ways(start, goal, onward), most))


def _meet(
    start: str, goal: str, neighbours: Neighbours, avoid: frozenset[str]
) -> tuple[list[set[str]], set[str], list[set[str]]]:
    """The nodes in the middle of the shortest ways, and the layers from the start and from the goal up to there.

    The middle is empty when there is no way. Breadth first from both sides, always the smaller front next: on
    a large network this looks at a small part of it. A node's neighbours lie in its own layer or in one beside it.
    """
    of = neighbours.__getitem__
    ahead, back = [set(), {start}], [set(), {goal}]
    near, far = ahead, back
    while near[-1]:
        behind, front = near[-2:]
        following = set().union(*map(of, front))
        following.difference_update(front, behind, avoid)
        near.append(following)
        if not following.isdisjoint(far[-1]):
            return ahead[1:-1], following & far[-1], back[1:-1]
        if len(following) > len(far[-1]):
            near, far = far, near
    return [], set(), []


def _before(nodes: set[str], layers: list[set[str]], neighbours: Neighbours) -> Onward:
    """For each node on a way through layers to some nodes those after it on the way, the last layer's first."""
    onward: Onward = {}
    for layer in reversed(layers):
        if len(layer) == 1:
            (before,) = layer
            onward[before], nodes = nodes, layer
            continue
        reached: set[str] = set()
        for node in nodes:
            for before in layer.intersection(neighbours[node]):
                if before in reached:
                    onward[before].add(node)
                else:
                    reached.add(before)
                    onward[before] = {node}
        nodes = reached
    return onward


def _after(nodes: set[str], layers: list[set[str]], neighbours: Neighbours) -> Onward:
    """For some nodes and those after them, through layers of which the last comes first, the ones that follow."""
    onward: Onward = {}
    for layer in reversed(layers):
        if len(layer) == 1:
            onward.update(dict.fromkeys(nodes, layer))
            nodes = layer
            continue
        reached: set[str] = set()
        for node in nodes:
            onward[node] = layer.intersection(neighbours[node])
            reached |= onward[node]
        nodes = reached
    return onward


def _least_weak(onward: Onward, order: Iterable[str], goal: str, weak: Weak) -> Onward:
    """The same with those only that the fewest weak links lead on from; nodes in order, from the goal on."""
    fewest, best = {goal: 0}, {}
    for node in order:
        following = onward[node]
        if len(following) == 1:
            (other,) = following
            fewest[node], best[node] = weak(node, other) + fewest[other], following
        else:
            links = {other: weak(node, other) + fewest[other] for other in following}
            fewest[node] = min(links.values())
            best[node] = {other for other, found in links.items() if found == fewest[node]}
    return best


def _ways(start: str, goal: str, onward: Onward) -> Iterator[Route]:
    """All ways from the start to the goal, in order of their nodes."""
    ways: list[Route] = [(start,)]
    while ways:
        way = ways.pop()
        while way[-1] != goal:
            following = onward[way[-1]]
            if len(following) > 1:
                first, *others = sorted(following)
                ways += [(*way, other) for other in reversed(others)]
                way = (*way, first)
            else:
                way = (*way, *following)
        yield way


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
