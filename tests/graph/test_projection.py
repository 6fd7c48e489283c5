"""The graph that measures are taken on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.graph.projection import project
from relgraph.graph.ties import collect_ties
from relgraph.graph.views import View

if TYPE_CHECKING:
    from tests.world import World


def test_parallel_ties_make_one_edge_at_their_best_rung(world: World) -> None:
    dataset = world("""
        partnerships: [{of: vietnam, with: kenya, tier: csp}, {of: kenya, with: vietnam, tier: sectoral}]
        agreements: {treaty: {parties: [kenya, vietnam]}}
    """)
    graph = project(collect_ties(dataset, View(stated=True)))

    assert list(graph.edges(data=True)) == [
        ("kenya", "vietnam", {"rung": 4, "ties": 3, "strength": 5.0, "distance": 0.2})
    ]


def test_a_tie_without_a_rung_has_strength_one(world: World) -> None:
    graph = project(collect_ties(world("agreements: {treaty: {parties: [kenya, egypt]}}")))

    assert graph["kenya"]["egypt"] == {"rung": 0, "ties": 1, "strength": 1.0, "distance": 1.0}


def test_the_lowest_rung_has_strength_two(world: World) -> None:
    graph = project(collect_ties(world("diplomatic_relations: [{of: kenya, with: egypt}]")))

    assert graph["kenya"]["egypt"]["strength"] == 2


def test_ladders_of_different_owners_count_their_own_rungs(world: World) -> None:
    ladders = {"graph/vocabulary.yaml": "ladders: {kenya: {owner: kenya, rungs: {friend: friend, brother: brother}}}"}
    facts = "partnerships: [{of: kenya, with: egypt, tier: brother}, {of: vietnam, with: egypt, tier: cp}]"
    graph = project(collect_ties(world(facts, ladders)))

    assert {pair: graph.edges[pair]["rung"] for pair in graph.edges} == {
        ("egypt", "kenya"): 2,
        ("egypt", "vietnam"): 2,
    }


def test_nodes_and_edges_stand_in_order_of_id(world: World) -> None:
    graph = project(collect_ties(world("partnerships: [{of: vietnam, with: [russia, egypt, kenya], tier: sp}]")))

    assert list(graph) == ["egypt", "kenya", "russia", "vietnam"]
    assert list(graph.edges) == [("egypt", "vietnam"), ("kenya", "vietnam"), ("russia", "vietnam")]


def test_an_empty_view_makes_an_empty_graph(world: World) -> None:
    assert len(project(collect_ties(world()))) == 0
