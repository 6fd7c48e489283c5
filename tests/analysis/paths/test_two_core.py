"""Routes across a layer are those of the whole layer, though its trees are not searched."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.analysis.paths.search import routes_in_order, shortest_routes
from relgraph.analysis.paths.two_core import all_across, best_across
from relgraph.vocabulary.rungs import UNRANKED
from tests.analysis.paths.test_search import as_words, strong
from tests.graph.test_network import network

if TYPE_CHECKING:
    from relgraph.graph.network import Layer

NODES = "abcdefg"
RING_WITH_TREES = "ab bc ca ad de df bg"


def layer_of(links: str) -> Layer:
    """The layer of links such as "ab bc"."""
    return network(**dict.fromkeys(links.split(), 0)).at(UNRANKED)


@pytest.mark.parametrize(
    ("ends", "route"),
    [
        pytest.param("eg", "edabg", id="from a tree through the core into another"),
        pytest.param("ef", "edf", id="inside a tree"),
        pytest.param("ae", "ade", id="from where the tree hangs on"),
        pytest.param("ed", "ed", id="one on the way of the other"),
        pytest.param("ac", "ac", id="inside the core"),
    ],
)
def test_a_route_leaves_a_tree_by_the_only_way(ends: str, route: str) -> None:
    assert as_words(best_across(layer_of(RING_WITH_TREES), (ends[0], ends[1]), strong)) == [route]


def test_alternatives_differ_in_the_core_only() -> None:
    assert as_words(list(all_across(layer_of(RING_WITH_TREES), ("e", "g"), strong))) == ["edabg", "edacbg"]


@pytest.mark.parametrize(("ends", "first"), [("ac", "abc"), ("ex", "eabcx")])
def test_no_more_routes_are_given_than_are_asked_for(ends: str, first: str) -> None:
    layer = layer_of("ab bc cd da ea cx")
    one, other = ends[0], ends[1]

    assert len(best_across(layer, (one, other), strong)) == 2
    assert as_words(best_across(layer, (one, other), strong, most=1)) == [first]


@pytest.mark.parametrize("avoid", ["d", "a", "e", "b"])
def test_no_way_where_the_only_one_is_closed(avoid: str) -> None:
    assert best_across(layer_of(RING_WITH_TREES), ("e", "g"), strong, avoid=frozenset(avoid)) == []


def test_no_way_between_components() -> None:
    layer = layer_of("ab bc de")

    assert best_across(layer, ("a", "d"), strong) == []
    assert list(all_across(layer, ("a", "d"), strong)) == []
    assert best_across(layer, ("a", "x"), strong) == []


@st.composite
def sparse_links(draw: st.DrawFn) -> str:
    """Few links, so that there are trees, rings with trees and several components."""
    pairs = [one + other for one in NODES for other in NODES if one < other]
    return " ".join(draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=9, unique=True)))


@pytest.mark.slow
@given(sparse_links(), st.sets(st.sampled_from(NODES), max_size=2), st.sets(st.sampled_from(NODES), max_size=3))
def test_the_routes_are_those_of_the_whole_layer(links: str, avoid: set[str], high: set[str]) -> None:
    layer = layer_of(links)
    closed = frozenset(avoid)

    def weak(one: str, other: str) -> bool:
        return not high >= {one, other}

    for one in layer.neighbours:
        for other in layer.neighbours.keys() - {one}:
            found = best_across(layer, (one, other), weak, avoid=closed)
            assert found == shortest_routes(one, other, layer.neighbours, weak, avoid=closed)
            every = routes_in_order(one, other, layer.neighbours, weak, avoid=closed)
            assert list(islice(all_across(layer, (one, other), weak, avoid=closed), 9)) == list(islice(every, 9))
