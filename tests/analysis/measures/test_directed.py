"""Measures of ties with a direction: known by hand, and as networkx has them on random graphs."""

from __future__ import annotations

import random
from itertools import permutations
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.measures.variants import WAYS
from relgraph.errors import MisuseError
from relgraph.graph.views import View
from relgraph.graph.weighing import DIRECTIONS, Weighing

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

VISITS = View(kinds=frozenset({"visit"}))


def visits(world: World, pairs: list[tuple[str, str]]) -> Dataset:
    """A dataset of visits, such as from kenya to egypt."""
    written = (f"{{visitor: {one}, host: {other}, on: {1900 + n}}}" for n, (one, other) in enumerate(pairs))
    return world(f"visits: [{', '.join(written)}]")


def scores(dataset: Dataset, measure: str, direction: str, weight: str = "strength") -> dict[str, float]:
    asked = Weighing(direction=direction, weight=weight)
    return {row.id: row.score for row in rank(dataset, measure, VISITS, isolates=False, weighing=asked).ranking}


CHAIN = [("kenya", "egypt"), ("egypt", "france"), ("kenya", "egypt")]  # kenya goes to egypt twice


@pytest.mark.parametrize(
    ("measure", "direction", "weight", "kenya", "egypt", "france"),
    [
        ("degree", "in", "strength", 0, 1, 1),
        ("degree", "out", "strength", 1, 1, 0),
        ("degree", "both", "strength", 1, 2, 1),
        ("degree", "in", "count", 0, 2, 1),
        ("strength", "in", "count", 0, 2, 1),
        ("strength", "out", "count", 2, 1, 0),
        ("strength", "both", "count", 2, 3, 1),
        ("betweenness", "in", "strength", 0, 0.5, 0),
        ("betweenness", "out", "strength", 0, 0.5, 0),
        ("closeness", "in", "strength", 0, 0.5, 0.75),
        ("closeness", "out", "strength", 0.75, 0.5, 0),
    ],
)
def test_a_chain_of_three(  # noqa: PLR0913, PLR0917 - a table of answers
    world: World, measure: str, direction: str, weight: str, kenya: float, egypt: float, france: float
) -> None:
    found = scores(visits(world, CHAIN), measure, direction, weight)

    assert found == pytest.approx({"kenya": kenya, "egypt": egypt, "france": france})


def test_a_walker_stays_where_ties_lead_to(world: World) -> None:
    """Of two who point at a third: x each for them, and x + 0.85 * 2x for the third, who leads nowhere."""
    found = scores(visits(world, [("kenya", "egypt"), ("france", "egypt")]), "pagerank", "in")

    assert found["egypt"] / found["kenya"] == pytest.approx(2.7)
    assert found["kenya"] == found["france"] == pytest.approx(1 / 4.7)
    turned = scores(visits(world, [("egypt", "kenya"), ("egypt", "france")]), "pagerank", "out")
    assert turned == pytest.approx(found)


@pytest.mark.parametrize("seed", range(2))
def test_networkx_gives_the_same(world: World, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - chance, not secrets
    states = ["brazil", "egypt", "france", "kenya", "malaysia", "russia", "united-kingdom", "vietnam"]
    pairs = [draw.choice(list(permutations(states, 2))) for _ in range(30)]
    dataset = visits(world, pairs)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for one, other in pairs:
        graph.add_edge(one, other, n=graph.get_edge_data(one, other, {"n": 0})["n"] + 1)
    others = len(graph) - 1
    known = {
        ("degree", "in"): {one: others * value for one, value in nx.in_degree_centrality(graph).items()},
        ("degree", "out"): {one: others * value for one, value in nx.out_degree_centrality(graph).items()},
        ("degree", "both"): dict(graph.degree(weight="n")),
        ("strength", "in"): dict(graph.in_degree(weight="n")),
        ("pagerank", "in"): nx.pagerank(graph, weight="n", tol=1e-12, max_iter=1000),
        ("pagerank", "out"): nx.pagerank(graph.reverse(), weight="n", tol=1e-12, max_iter=1000),
        ("betweenness", "out"): nx.betweenness_centrality(graph),
        ("closeness", "in"): {one: value / others for one, value in nx.harmonic_centrality(graph).items()},
    }

    for (measure, way), theirs in known.items():
        weight = "count" if measure in {"strength", "pagerank"} or way == "both" else "strength"
        assert scores(dataset, measure, way, weight) == pytest.approx(theirs, abs=1e-9), (measure, way)
    summary = rank(dataset, "degree", VISITS, isolates=False, weighing=Weighing(direction="in")).summary
    assert summary["density"] == pytest.approx(nx.density(graph))
    assert summary["reciprocity"] == pytest.approx(nx.overall_reciprocity(graph))


def test_who_is_declared_and_not_tied_is_ranked(world: World) -> None:
    found = rank(visits(world, CHAIN), "degree", VISITS, weighing=Weighing(direction="in"))

    assert (found.nodes, found.summary["isolates"]) == (10, 7)
    assert {row.id: row.score for row in found.ranking}["asean"] == 0


@pytest.mark.parametrize(
    ("measure", "asked", "message"),
    [
        ("eigenvector", Weighing(direction="in"), "eigenvector has no direction in: it is taken without; degree,"),
        ("pagerank", Weighing(direction="both"), "pagerank has no direction both: it has in and out"),
        ("betweenness", Weighing(weight="count"), "betweenness looks at no weights: there are strength, degree,"),
    ],
)
def test_what_a_measure_cannot_have_is_said(world: World, measure: str, asked: Weighing, message: str) -> None:
    with pytest.raises(MisuseError, match=message):
        rank(visits(world, CHAIN), measure, VISITS, weighing=asked)


def test_every_way_says_what_it_is(world: World) -> None:
    dataset = visits(world, CHAIN)
    for measure, ways in WAYS.items():
        for direction in ways:
            plain = rank(dataset, measure, VISITS, weighing=Weighing(direction=direction)).plain()
            assert plain["direction"].startswith(f"{direction}: ")
            assert plain["definition"] == ways[direction].definition
            assert (plain["asked"]["direction"], plain["asked"]["weight"]) == (direction, "strength")


def test_a_ranking_says_which_way_by_what_weight_on_how_much_and_who_covers_it(world: World) -> None:
    facts = """
        visits: [{visitor: kenya, host: egypt, on: 2020}, {visitor: ruto, host: egypt, on: "2021?"}]
    """
    answer = rank(world(facts), "strength", VISITS, isolates=False, weighing=Weighing(direction="in", weight="count"))

    assert list(answer.headlines[2:]) == [
        "on 2 actors and 1 directed pair (visit), by 1 fact",
        "density 0.5, components 1, largest component 2, reciprocity 0",
        f"direction in: {DIRECTIONS['in']}; weight count: the number of facts",
        "left out: 1 fact between others than two countries or bodies",
        "coverage: no source says what it covers",
        "1 tied pair rests on nothing but facts that relgraph check refuses",
    ]
    graph = answer.plain()["graph"]
    assert (graph["facts"], graph["refused"], graph["left_out"][0]["facts"]) == (1, 1, 1)
    assert answer.plain()["coverage"] == {"visit": []}


def test_without_a_direction_a_weighted_degree_is_a_sum_and_a_walk_stays_one(world: World) -> None:
    dataset = visits(world, CHAIN)
    ranked = rank(dataset, "degree", VISITS, isolates=False, weighing=Weighing(weight="count"))

    assert {row.id: row.score for row in ranked.ranking} == {"kenya": 2, "egypt": 3, "france": 1}
    assert ranked.measure.definition == "sum of the weights of a node's ties, one for each partner"
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from([("kenya", "egypt", 2), ("egypt", "france", 1)], weight="n")
    walked = rank(dataset, "pagerank", VISITS, isolates=False, weighing=Weighing(weight="count"))
    theirs = nx.pagerank(graph, weight="n", tol=1e-12, max_iter=1000)
    assert {row.id: row.score for row in walked.ranking} == pytest.approx(theirs)
