"""Routes across a layer of a network: the only ways into its core from either end, and what lies between them.

Trees that hang on the core are never searched: most networks of ties have many actors with one partner.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from relgraph.analysis.paths.search import MOST_ROUTES, NOTHING, routes_in_order, shortest_routes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from relgraph.analysis.paths.search import Route, Weak
    from relgraph.graph.network import Layer


def best_across(
    layer: Layer, ends: tuple[str, str], weak: Weak, *, avoid: frozenset[str] = NOTHING, most: int = MOST_ROUTES
) -> list[Route]:
    """The routes between two different nodes with the fewest hops, then the fewest weak links: as `shortest_routes`."""
    if layer.inward.keys().isdisjoint(ends):  # both lie in the core
        return shortest_routes(*ends, layer.core, weak, avoid=avoid, most=most)
    return list(_across(layer, ends, avoid, partial(shortest_routes, weak=weak, avoid=avoid, most=most)))


def all_across(layer: Layer, ends: tuple[str, str], weak: Weak, *, avoid: frozenset[str] = NOTHING) -> Iterator[Route]:
    """All simple routes between two different nodes, best first: as `routes_in_order`."""
    return _across(layer, ends, avoid, partial(routes_in_order, weak=weak, avoid=avoid))


def _across(
    layer: Layer, ends: tuple[str, str], avoid: frozenset[str], search: Callable[..., Iterable[Route]]
) -> Iterator[Route]:
    one, other = _ways_in(layer, ends)
    if avoid and not avoid.isdisjoint((*one, *other)):
        return
    enter, leave = one[-1], other[-1]
    inside = search(enter, leave, layer.core) if enter != leave else [(enter,)]
    for route in inside:
        yield (*one[:-1], *route, *other[-2::-1])


def _ways_in(layer: Layer, ends: tuple[str, str]) -> tuple[list[str], list[str]]:
    """The ways from two nodes into the core, or to where they meet before it."""
    one, other = layer.way_in(ends[0]), layer.way_in(ends[1])
    while len(one) > 1 and len(other) > 1 and one[-2] == other[-2]:
        one.pop()
        other.pop()
    return one, other
