"""Shortest routes and alternatives, against brute force on small networks."""

from __future__ import annotations

from itertools import islice, pairwise, permutations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.paths.search import MOST_ROUTES, cost, routes_in_order, shortest_routes

if TYPE_CHECKING:
    from relgraph.analysis.paths.search import Neighbours, Route, Weak

NODES = "abcdef"


def neighbours(links: str) -> dict[str, list[str]]:
    """The network of links such as "ab bc"."""
    found: dict[str, list[str]] = {}
    for link in links.split():
        one, other = link[0], link[1]
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def weak_links(links: str) -> Weak:
    """Whether a link is among these."""
    weak = {frozenset(link) for link in links.split()}
    return lambda one, other: frozenset((one, other)) in weak


def strong(one: str, other: str) -> bool:
    """No link is weak."""
    del one, other
    return False


def simple_routes(network: Neighbours, start: str, goal: str) -> list[Route]:
    """Every route that passes no node twice, found by trying every order of nodes."""
    inner = sorted(network.keys() - {start, goal})
    return [
        (start, *way, goal)
        for size in range(len(inner) + 1)
        for way in permutations(inner, size)
        if all(other in network[one] for one, other in pairwise((start, *way, goal)))
    ]


def as_words(routes: list[Route]) -> list[str]:
    return ["".join(route) for route in routes]


def layered(*layers: str) -> dict[str, list[str]]:
    """A network of layers, of which every node is tied to every one of the next."""
    return neighbours(" ".join(one + other for near, far in pairwise(layers) for one in near for other in far))


@pytest.mark.parametrize(
    "layers",
    [
        ["a", "bc", "de", "fg", "hi", "z"],
        ["a", "bc", "de", "fgh", "z"],  # wider at the goal: the search comes from the start
        ["a", "fgh", "de", "bc", "z"],
        ["a", "bcd", "efgh", "ijk", "z"],
    ],
)
def test_all_ways_through_whole_layers_are_given_in_order(layers: list[str]) -> None:
    assert as_words(shortest_routes("a", "z", layered(*layers), strong)) == ["".join(way) for way in product(*layers)]


def test_of_the_ways_through_layers_those_with_the_fewest_weak_links_are_given() -> None:
    weak = weak_links("be cd df fh hz")
    routes = shortest_routes("a", "z", layered("a", "bc", "de", "fg", "hi", "z"), weak)

    assert as_words(routes) == ["abdgiz", "acefiz", "acegiz"]


def test_the_fewest_hops_win() -> None:
    assert as_words(shortest_routes("a", "d", neighbours("ab bd ac ce ed"), strong)) == ["abd"]


def test_among_as_many_hops_the_fewest_weak_links_win() -> None:
    assert as_words(shortest_routes("a", "d", neighbours("ab bd ac cd"), weak_links("ab"))) == ["acd"]


def test_equals_come_in_order_of_their_nodes() -> None:
    assert as_words(shortest_routes("a", "d", neighbours("cd ac bd ab"), strong)) == ["abd", "acd"]


def test_equals_that_are_weak_at_different_places() -> None:
    assert as_words(shortest_routes("a", "d", neighbours("ab bd ac cd"), weak_links("ab cd"))) == ["abd", "acd"]


def test_avoided_nodes_are_not_passed() -> None:
    network = neighbours("ab bd ac ce ed")

    assert as_words(shortest_routes("a", "d", network, strong, avoid=frozenset("b"))) == ["aced"]
    assert shortest_routes("a", "d", network, strong, avoid=frozenset("bc")) == []
    assert shortest_routes("a", "d", network, strong, avoid=frozenset("d")) == []


@pytest.mark.parametrize("ends", ["aa", "ax", "xa", "ae"])
def test_where_there_is_no_way_there_is_no_route(ends: str) -> None:
    assert shortest_routes(ends[0], ends[1], neighbours("ab ef"), strong) == []


def test_many_equals_are_cut_in_order() -> None:
    names = [f"m{number:03}" for number in range(MOST_ROUTES + 50)]
    network = {"a": names, "z": names, **{name: ["a", "z"] for name in names}}
    found = shortest_routes("a", "z", network, strong)

    assert [route[1] for route in found] == names[:MOST_ROUTES]


def test_alternatives_come_best_first() -> None:
    network = neighbours("ab bd ac cd ad ce ed")

    assert as_words(list(routes_in_order("a", "d", network, weak_links("ab")))) == ["ad", "acd", "abd", "aced"]


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[str, list[str]], Weak]:
    pairs = [one + other for one in NODES for other in NODES if one < other]
    links = draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    weak = draw(st.lists(st.sampled_from(links), unique=True))
    return neighbours(" ".join(links)), weak_links(" ".join(weak))


@given(networks())
def test_the_routes_are_exactly_the_best_of_all(drawn: tuple[dict[str, list[str]], Weak]) -> None:
    network, weak = drawn
    if not {"a", "b"} <= network.keys():
        return
    every = simple_routes(network, "a", "b")
    least = min((cost(route, weak) for route in every), default=None)

    assert shortest_routes("a", "b", network, weak) == sorted(r for r in every if cost(r, weak) == least)


@given(networks())
def test_the_alternatives_are_all_simple_routes_in_order(drawn: tuple[dict[str, list[str]], Weak]) -> None:
    network, weak = drawn
    if not {"a", "b"} <= network.keys():
        return
    every = sorted(simple_routes(network, "a", "b"), key=lambda route: (cost(route, weak), route))

    assert list(routes_in_order("a", "b", network, weak)) == every


@given(networks(), st.sets(st.sampled_from("cdef")))
def test_alternatives_stay_out_of_what_is_avoided(drawn: tuple[dict[str, list[str]], Weak], avoid: set[str]) -> None:
    network, weak = drawn
    if not {"a", "b"} <= network.keys():
        return
    allowed = {route for route in simple_routes(network, "a", "b") if not avoid & set(route)}

    assert set(routes_in_order("a", "b", network, weak, avoid=frozenset(avoid))) == allowed


@given(networks(), st.integers(1, 5))
def test_the_order_of_neighbours_makes_no_difference(drawn: tuple[dict[str, list[str]], Weak], most: int) -> None:
    network, weak = drawn
    turned = {node: others[::-1] for node, others in reversed(network.items())}

    assert list(islice(routes_in_order("a", "b", network, weak), most)) == list(
        islice(routes_in_order("a", "b", turned, weak), most)
    )


def test_a_cost_counts_hops_and_weak_links() -> None:
    assert cost(tuple("abcd"), weak_links("bc")) == (3, 1)
