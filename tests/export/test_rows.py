from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from relgraph.export.palette import colours
from relgraph.export.rows import Rows
from relgraph.graph.multigraph import build_graph
from relgraph.layout.positions import positions
from tests.export.small_dataset import NODES

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset

TIE: dict[str, Any] = {"label": "a tie", "relation": "visit", "symmetric": False, "rung": 0, "strength": 1.0}


def graph_of(*edges: tuple[str, str, str, dict[str, Any]]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, key, attributes in edges:
        graph.add_edge(source, target, key=key, **TIE | attributes)
    return graph


def test_rows_hold_all_attributes_and_what_is_added(small: Dataset) -> None:
    graph = build_graph(small)
    rows = Rows(small, graph)

    nodes = {row.id: row.values for row in rows.nodes()}
    edges = {(row.source, row.target, row.id): row.values for row in rows.edges()}

    assert set(nodes) == NODES
    assert set(edges) == set(graph.edges(keys=True))
    assert all(given.items() <= nodes[node].items() for node, given in graph.nodes(data=True))
    assert all(graph.edges[edge].items() <= values.items() for edge, values in edges.items())
    assert all(set(values) - set(graph.nodes[node]) == {"x", "y", "size", "color"} for node, values in nodes.items())
    added = {"edge_id", "interaction", "weight", "color"}
    assert all(set(values) - set(graph.edges[edge]) == added for edge, values in edges.items())


def test_rows_are_sorted_and_can_be_gone_through_again(small: Dataset) -> None:
    rows = Rows(small, build_graph(small))

    edges = list(rows.edges())
    assert [row.id for row in rows.nodes()] == sorted(NODES)
    assert edges == sorted(edges, key=lambda row: (row.source, row.target, row.id))
    assert edges == list(rows.edges())


def test_places_are_those_of_the_layout_with_y_upwards(small: Dataset) -> None:
    graph = build_graph(small)
    places = {row.id: (row.values["x"], row.values["y"]) for row in Rows(small, graph).nodes()}

    assert places == {node: (round(x, 1), -round(y, 1)) for node, (x, y) in positions(graph).items()}


def test_edges_alike_have_kinds_of_their_own(small: Dataset) -> None:
    kinds = {row.id: (row.kind, row.values["relation"]) for row in Rows(small, build_graph(small)).edges()}

    assert kinds["review:cooperation:vietnam:kenya:outreach:ended:2024"] == ("cooperation", "cooperation")
    assert kinds["review:cooperation:vietnam:kenya:trade:intended"] == ("cooperation#2", "cooperation")
    assert kinds["review:partnership:vietnam:new-zealand:csp:2025"] == ("partnership", "partnership")
    assert kinds["review:partnership:vietnam:new-zealand:sp:2020"] == ("partnership#2", "partnership")


def test_how_an_end_stands_to_the_other(small: Dataset) -> None:
    interactions = {row.id: row.values["interaction"] for row in Rows(small, build_graph(small)).edges()}

    assert interactions["kenya-embassy-hanoi:host:vietnam"] == "host"
    assert interactions["review:partnership:vietnam:new-zealand:csp:2025"] == "partnership"


def test_a_tier_gives_the_colour_and_the_weight(small: Dataset) -> None:
    edges = {row.id: row.values for row in Rows(small, build_graph(small)).edges()}
    look = {name: (values["color"], values["weight"]) for name, values in edges.items()}

    assert look["review:partnership:vietnam:new-zealand:csp:2025"] == (colours()["rung-4"], 5.0)
    assert look["review:partnership:vietnam:new-zealand:sp:2020"] == (colours()["rung-3"], 4.0)
    assert look["kenya-embassy-hanoi:host:vietnam"] == (colours()["tie-mission"], 1.0)


@pytest.mark.parametrize(("strength", "weight"), [(3, 3.0), (0, 0.001), (-1.0, 0.001), (float("nan"), 0.001)])
def test_a_weight_is_above_zero(small: Dataset, strength: float, weight: float) -> None:
    [row] = Rows(small, graph_of(("a", "b", "k", {"strength": strength}))).edges()

    assert row.values["weight"] == weight


def test_ids_are_clean_and_unique_and_edges_follow_their_nodes(small: Dataset) -> None:
    rows = Rows(small, graph_of(("a", "a\t", "k", {}), ("a\t", " ", "k", {}), (" ", "a", "k ", {})))

    assert [row.id for row in rows.nodes()] == ["_", "a", "a#2"]
    assert [row[:3] for row in rows.edges()] == [("k", "_", "a"), ("k#2", "a", "a#2"), ("k#3", "a#2", "_")]


def test_a_node_without_a_label_shows_its_id(small: Dataset) -> None:
    graph = graph_of(("a", "b", "k", {}))
    graph.nodes["b"]["label"] = "\t"

    assert [row.values["label"] for row in Rows(small, graph).nodes()] == ["a", "b"]


def test_the_graph_stays_as_it_was(small: Dataset) -> None:
    graph = build_graph(small)
    before = graph.copy()
    rows = Rows(small, graph)
    list(rows.nodes())
    list(rows.edges())

    assert nx.utils.graphs_equal(graph, before)
