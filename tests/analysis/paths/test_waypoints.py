"""Routes through given nodes, against brute force on small networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.paths import waypoints
from relgraph.analysis.paths.search import cost
from relgraph.analysis.paths.waypoints import Ground, routes_passing
from relgraph.errors import MisuseError
from tests.analysis.paths.test_search import as_words, neighbours, networks, simple_routes, strong

if TYPE_CHECKING:
    from relgraph.analysis.paths.search import Weak


def found(links: str, through: str, avoid: str = "") -> list[str]:
    return as_words(list(routes_passing(tuple(through), Ground(neighbours(links), strong, frozenset(avoid)))))


def test_a_route_goes_out_of_its_way_to_pass_a_node() -> None:
    assert found("ab bz ac cz", "acz") == ["acz"]


def test_a_short_first_leg_may_cost_a_long_second_one() -> None:
    # a-x-v is the shortest way to v, but then only v-p-q-r-z leads on
    assert found("ax xv xz ay yv vp pq qr rz", "avz")[0] == "ayvxz"


def test_no_node_is_passed_twice() -> None:
    assert found("ab bc bz", "acz") == []


def test_nodes_are_passed_in_their_order() -> None:
    assert found("ab bc cz ac bz", "abcz") == ["abcz"]
    assert found("ab bc cz ac bz", "acbz") == ["acbz"]


def test_avoided_nodes_are_not_passed() -> None:
    assert found("ab bc cz bd dz", "abz", avoid="c") == ["abdz"]


def test_a_dead_end_is_seen_without_trying_every_way_into_it() -> None:
    crowd = [f"n{number}" for number in range(40)]
    everyone = {one: [other for other in crowd if other != one] for one in crowd}
    network = everyone | {"leaf": ["n5"]} | {"n5": [*everyone["n5"], "leaf"]}

    assert list(routes_passing(("n0", "leaf", "n1"), Ground(network, strong, frozenset()))) == []


def test_a_search_that_takes_too_long_is_given_up_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waypoints, "MOST_TRIES", 3)
    ways = routes_passing(tuple("avz"), Ground(neighbours("av aw wv vz vy yz"), strong, frozenset()))

    with pytest.raises(MisuseError, match="gave up after 3 ways past v; pass fewer actors"):
        list(ways)


@given(networks(), st.permutations("cdef"), st.integers(1, 3), st.sets(st.sampled_from("cdef"), max_size=1))
def test_all_routes_are_found_best_first(
    drawn: tuple[dict[str, list[str]], Weak], inner: list[str], size: int, avoid: set[str]
) -> None:
    network, weak = drawn
    through = ("a", *inner[:size], "b")
    if not network.keys() >= set(through) or avoid & set(through):
        return
    wanted = [
        route
        for route in simple_routes(network, "a", "b")
        if [node for node in route if node in through] == list(through) and not avoid & set(route)
    ]
    routes = list(routes_passing(through, Ground(network, weak, frozenset(avoid))))

    assert sorted(routes) == sorted(wanted)
    assert [cost(route, weak) for route in routes] == sorted(cost(route, weak) for route in wanted)
