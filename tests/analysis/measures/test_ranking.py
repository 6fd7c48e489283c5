"""Rankings of graphs with known answers, and against igraph on random ones."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import igraph
import networkx as nx
import pytest

from relgraph.analysis.measures import engines
from relgraph.analysis.measures.catalogue import MEASURES
from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.paths.find import find_path
from relgraph.errors import MisuseError
from relgraph.graph.projection import project
from relgraph.graph.ties import collect_ties
from relgraph.graph.views import View
from relgraph.graph.weighing import Weighing
from tests.world import RUNGS, drawn

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

NAMES = [measure.name for measure in MEASURES]


def links(text: str) -> Dataset:
    """A dataset of agreements, such as "ab bc"."""
    return drawn((ends[0], ends[1], None) for ends in text.split())


def scores(dataset: Dataset, measure: str) -> dict[str, float]:
    """The score of every node that is tied."""
    return {row.id: row.score for row in rank(dataset, measure, isolates=False).ranking}


PATH = links("ab bc")
K5 = links("ab ac ad ae bc bd be cd ce de")
STAR = links("ha hb hc hd")


@pytest.mark.parametrize(
    ("measure", "ends", "middle"),
    [
        ("degree", 1, 2),
        ("strength", 1, 2),
        ("betweenness", 0, 1),
        ("closeness", 0.75, 1),
        ("eigenvector", 0.5**0.5, 1),
        ("pagerank", 0.07125 / 0.2775, 0.135 / 0.2775),
        ("core", 1, 1),
        ("constraint", 1, 0.5),
        ("effective-size", 1, 2),
    ],
)
def test_a_path_of_three(measure: str, ends: float, middle: float) -> None:
    assert scores(PATH, measure) == pytest.approx({"a": ends, "b": middle, "c": ends}, abs=1e-12)


@pytest.mark.parametrize(
    ("measure", "each"),
    [
        ("degree", 4),
        ("strength", 4),
        ("betweenness", 0),
        ("closeness", 1),
        ("eigenvector", 1),
        ("pagerank", 0.2),
        ("core", 4),
        ("constraint", 4 * (0.25 + 3 / 16) ** 2),
        ("effective-size", 1),
        ("communities", 1),
    ],
)
def test_in_a_complete_graph_all_are_alike(measure: str, each: float) -> None:
    assert scores(K5, measure) == pytest.approx(dict.fromkeys("abcde", each), abs=1e-12)
    assert {row.rank for row in rank(K5, measure).ranking} == {1}


@pytest.mark.parametrize(
    ("measure", "hub", "leaf"),
    [("betweenness", 1, 0), ("closeness", 1, 0.625), ("constraint", 0.25, 1), ("effective-size", 4, 1)],
)
def test_a_star(measure: str, hub: float, leaf: float) -> None:
    assert scores(STAR, measure) == pytest.approx({"h": hub} | dict.fromkeys("abcd", leaf), abs=1e-12)


def test_what_the_loss_of_a_tie_or_an_actor_would_part() -> None:
    chain = links("ab bc ca cd de")

    assert scores(STAR, "cut-points") == {"h": 6}
    assert scores(chain, "cut-points") == {"c": 4, "d": 3}
    assert scores(chain, "bridges") == {"c – d": 6, "d – e": 4}
    assert scores(K5, "bridges") == scores(K5, "cut-points") == {}


def test_parts_out_of_reach_count_nothing_for_closeness() -> None:
    assert scores(links("ab cd"), "closeness") == pytest.approx(dict.fromkeys("abcd", 1 / 3))


def test_components_that_are_alike_share_the_eigenvector_alike() -> None:
    assert scores(links("ab cd"), "eigenvector") == pytest.approx(dict.fromkeys("abcd", 1))
    assert scores(links("xy yz pq qr"), "eigenvector") == pytest.approx(
        {"x": 0.5**0.5, "y": 1, "z": 0.5**0.5, "p": 0.5**0.5, "q": 1, "r": 0.5**0.5}
    )


def test_the_component_of_the_greatest_eigenvalue_has_the_eigenvector() -> None:
    path, triangle = links("ab bc de"), links("ab bc cd de xy yz zx")  # 2**0.5 against 1, 2 against 3**0.5

    assert scores(path, "eigenvector") == pytest.approx({"a": 0.5**0.5, "b": 1, "c": 0.5**0.5, "d": 0, "e": 0})
    assert scores(triangle, "eigenvector") == pytest.approx(dict.fromkeys("abcde", 0) | dict.fromkeys("xyz", 1))


def test_components_of_one_eigenvalue_are_weighed_as_a_walk_weighs_them() -> None:
    """A star of four and a triangle both have 2: of steps from everywhere alike the star keeps half as much again."""
    both = links("ha hb hc hd xy yz zx")
    walk = dict.fromkeys("habcdxyz", 1.0)
    graph = project(collect_ties(both))
    for _ in range(200):  # a step that may also stay, so that it settles where two sides take turns
        walk = {node: walk[node] + sum(walk[other] for other in graph[node]) for node in walk}
        walk = {node: value / max(walk.values()) for node, value in walk.items()}

    assert scores(both, "eigenvector") == pytest.approx(walk)
    assert walk["h"] == pytest.approx(1.5 * walk["x"])


def test_a_star_of_a_thousand_rays_has_the_eigenvector_of_a_small_one() -> None:
    star = drawn(("hub", f"ray{number:04}", None) for number in range(1024))
    found = scores(star, "eigenvector")

    assert found["hub"] == pytest.approx(1)
    assert {round(found[f"ray{number:04}"], 9) for number in range(1024)} == {1 / 32}


@pytest.mark.parametrize(
    ("measure", "first", "last"),
    [("degree", "h", "d"), ("constraint", "h", "d"), ("communities", "a", "h"), ("bridges", "a – h", "d – h")],
)
def test_who_stands_highest_comes_first(measure: str, first: str, last: str) -> None:
    ranking = rank(STAR, measure).ranking  # of constraint the least is the best

    assert (ranking[0].id, ranking[-1].id) == (first, last)


def test_strength_grows_with_the_rung_of_the_best_tie() -> None:
    dataset = drawn([("a", "b", "low"), ("a", "b", "high"), ("a", "c", None)])

    assert scores(dataset, "strength") == {"a": 5, "b": 4, "c": 1}
    assert scores(dataset, "degree") == {"a": 2, "b": 1, "c": 1}


def as_yaml(world: World, graph: nx.Graph[int]) -> Dataset:
    """A graph of networkx as a dataset that a curator might have written: node 7 is the country n07."""
    actors = "countries:\n" + "".join(f"  n{node:02}: {{name: Node {node}}}\n" for node in graph)
    facts = "partnerships:\n" + "".join(f"  - {{of: n{one:02}, with: n{other:02}}}\n" for one, other in graph.edges())
    dataset = world(facts, {"graph/actors/nodes.yaml": actors})
    assert dataset.problems == ()
    return dataset


def test_krackhardts_kite(world: World) -> None:
    kite = as_yaml(world, nx.krackhardt_kite_graph())
    betweenness = scores(kite, "betweenness")

    assert rank(kite, "degree").ranking[0].id == "n03"  # Diane has the most ties,
    assert rank(kite, "betweenness").ranking[0].id == "n07"  # but Heather stands between the others
    assert betweenness["n07"] == pytest.approx(14 / 36)
    assert betweenness["n03"] == pytest.approx(11 / 108)
    assert betweenness["n05"] == betweenness["n06"] == pytest.approx(25 / 108)
    assert scores(kite, "cut-points") == {"n07": 14, "n08": 8}
    assert scores(kite, "bridges") == {"n07 – n08": 16, "n08 – n09": 9}
    assert {node for node, core in scores(kite, "core").items() if core == 3} == {f"n{node:02}" for node in range(7)}


def test_zacharys_club(world: World) -> None:
    club = as_yaml(world, nx.karate_club_graph())
    answer = rank(club, "degree", isolates=False)

    assert (answer.nodes, answer.edges) == (34, 78)
    assert [(row.id, row.score) for row in answer.ranking[:3]] == [("n33", 17), ("n00", 16), ("n32", 12)]
    assert scores(club, "betweenness")["n00"] == pytest.approx(0.43763528138528146)
    assert scores(club, "betweenness")["n33"] == pytest.approx(0.30407497594997596)
    assert scores(club, "pagerank")["n33"] == pytest.approx(0.100919182, abs=1e-9)
    assert sum(scores(club, "pagerank").values()) == pytest.approx(1)
    assert sum(core == 4 for core in scores(club, "core").values()) == 10
    assert answer.summary["density"] == pytest.approx(78 / 561)
    assert answer.summary["degree_assortativity"] == pytest.approx(-0.47561309768461413)


def random_links(seed: int) -> Dataset:
    """Forty nodes in a row, and ties of all tiers between a tenth of all pairs."""
    draw = random.Random(seed)  # noqa: S311 - chance, not secrets
    nodes = [f"n{number:02}" for number in range(40)]
    pairs = [pair for pair in combinations(nodes, 2) if draw.random() < 0.1]
    tiers = [None, *RUNGS]
    return drawn((one, other, draw.choice(tiers)) for one, other in [*pairwise(nodes), *pairs])


@pytest.mark.parametrize("seed", range(3))
def test_igraph_gives_the_same(seed: int) -> None:
    dataset = random_links(seed)
    ties = project(collect_ties(dataset))
    nodes = list(ties)
    other = igraph.Graph.TupleList(ties.edges(data="strength"), weights=True)
    assert sorted(other.vs["name"]) == nodes
    pairs = (len(nodes) - 1) * (len(nodes) - 2) / 2
    known = {
        "degree": other.degree(),
        "strength": other.strength(weights="weight"),
        "betweenness": [value / pairs for value in other.betweenness()],
        "closeness": other.harmonic_centrality(),
        "eigenvector": other.eigenvector_centrality(weights="weight"),
        "pagerank": other.pagerank(weights="weight", implementation="prpack"),
        "core": other.coreness(),
        "constraint": other.constraint(weights="weight"),
    }

    for measure, values in known.items():
        theirs = dict(zip(other.vs["name"], values, strict=True))
        assert scores(dataset, measure) == pytest.approx(theirs, abs=1e-9), measure


RANKED_ANEW = """
from relgraph.analysis.measures.ranking import rank
from tests.analysis.measures.test_ranking import NAMES, random_links
facts = random_links(3)
print([(row.id, row.score) for name in NAMES for row in rank(facts, name).ranking])
"""


@pytest.mark.process
def test_the_same_facts_give_the_same_digits_on_every_run() -> None:
    """Sums over sets of names would not: their order changes from one run to the next."""

    def told(seed: int) -> bytes:
        made = {**os.environ, "PYTHONHASHSEED": str(seed)}
        return subprocess.run([sys.executable, "-c", RANKED_ANEW], env=made, capture_output=True, check=True).stdout

    assert told(1) == told(2)


ENGINES = {
    "betweenness": ("networkx", "scipy"),
    "closeness": ("networkx", "scipy"),
    "effective-size": ("networkx", "scipy"),
    "communities": ("networkx", "igraph"),
    "constraint": ("scipy", "scipy"),
    "eigenvector": ("scipy", "scipy"),
}


@pytest.mark.parametrize("measure", NAMES)
def test_an_answer_names_the_engine_and_large_graphs_get_the_same_scores(
    measure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dataset = random_links(7)
    usual = rank(dataset, measure, isolates=False)
    monkeypatch.setattr(engines, "SMALL", 0)
    monkeypatch.setattr(engines, "LARGE", 0)
    large = rank(dataset, measure, isolates=False)

    assert (usual.engine, large.engine) == ENGINES.get(measure, ("networkx", "networkx"))
    if measure != "communities":  # where each draws other lines
        assert [(row.rank, row.id) for row in large.ranking] == [(row.rank, row.id) for row in usual.ranking]
        assert [row.score for row in large.ranking] == pytest.approx([row.score for row in usual.ranking], abs=1e-12)


@pytest.mark.parametrize("large", [10**9, 0])
def test_communities_are_the_same_every_time(large: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "LARGE", large)
    two = links("ab bc ca de ef fd cd")

    assert scores(two, "communities") == {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2}
    assert scores(random_links(1), "communities") == scores(random_links(1), "communities")


def test_what_others_draw_by_chance_with_igraph_is_left_to_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn_by_chance() -> list[tuple[int, int]]:
        random.seed(5)
        return list(igraph.Graph.Erdos_Renyi(n=30, m=40).get_edgelist())

    before = drawn_by_chance()
    monkeypatch.setattr(engines, "LARGE", 0)
    rank(K5, "communities")

    assert drawn_by_chance() == before


@pytest.mark.parametrize("measure", NAMES)
def test_an_empty_view_ranks_nobody(measure: str) -> None:
    answer = rank(drawn([], nodes="ab"), measure, isolates=False)

    assert answer.ranking == ()
    assert (answer.nodes, answer.edges) == (0, 0)


@pytest.mark.parametrize("measure", NAMES)
def test_a_single_pair_is_ranked(measure: str) -> None:
    assert all(row.rank == 1 for row in rank(links("ab"), measure).ranking)


def test_equal_scores_share_the_better_rank_in_order_of_id() -> None:
    ranking = rank(links("ba bc bd ca"), "degree").ranking

    assert [(row.rank, row.id) for row in ranking] == [(1, "b"), (2, "a"), (2, "c"), (4, "d")]


def test_an_answer_says_what_it_was_taken_on(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: [kenya, egypt], tier: csp}]")
    answer = rank(dataset, "degree", View(kinds=frozenset({"partnership"})), isolates=False)

    assert (answer.nodes, answer.edges, answer.kinds) == (3, 2, ("partnership",))
    assert answer.ranking[0].name == "Việt Nam"


def test_an_unknown_measure_gets_a_suggestion() -> None:
    with pytest.raises(MisuseError, match="betweeness is not a measure; did you mean betweenness"):
        rank(PATH, "betweeness")


@pytest.mark.parametrize("measure", MEASURES, ids=NAMES)
def test_every_measure_describes_itself(measure: object) -> None:
    for field in ("definition", "normalisation", "meaning", "reference"):
        assert len(getattr(measure, field)) > 3


@pytest.mark.usefixtures("believed")
def test_a_ranking_is_told_with_what_was_measured_and_on_what() -> None:
    ranking = rank(drawn([("a", "b", "low"), ("b", "c", "high")]), "strength")
    head = [
        "strength: sum of the strengths of a node's ties, one for each partner",
        "normalised: none; a tie without a rung counts 1, one at the lowest rung 2",
        "on 3 actors and 2 tied pairs (diplomatic-relations, partnership)",
        "density 0.6667, components 1, largest component 3, degree assortativity -1",
        "direction none: every tie is walked both ways; weight strength: 1, and the height of the best rung",
        "coverage: no source says what it covers",
    ]

    assert str(ranking).splitlines() == [
        *head,
        "rank  name  score  id",
        "1     B     6      b",
        "2     C     4      c",
        "3     A     2      a",
    ]
    assert ranking.plain()["graph"] == {
        "nodes": 3,
        "edges": 2,
        "maybe": 0,
        "isolates": 0,
        "kinds": ["diplomatic-relations", "partnership"],
        "density": pytest.approx(2 / 3),
        "components": 1,
        "largest_component": 3,
        "degree_assortativity": pytest.approx(-1),
    }
    assert [row | {"maybe": 0} for row in ranking.plain()["ranking"]] == list(ranking.rows())
    assert ranking.plain()["direction"] == "none: every tie is walked both ways"
    assert all(f">{line}</span>" in ranking._repr_html_() for line in head if "'" not in line)
    assert "<tr><td>1</td><td>B</td><td>6</td></tr>" in ranking._repr_html_()


def test_what_is_not_defined_is_said_not_to_be() -> None:
    assert "degree assortativity not defined" in str(rank(links("ab"), "degree"))
    assert rank(links("ab"), "degree").summary["degree_assortativity"] is None
    assert rank(K5, "degree").summary["degree_assortativity"] is None  # all have the same degree


def test_pairs_are_ranked_by_the_names_of_both_ends() -> None:
    assert [(row.rank, row.id, row.name) for row in rank(links("ab bc cd"), "bridges").ranking] == [
        (1, "b – c", "B – C"),
        (2, "a – b", "A – B"),
        (2, "c – d", "C – D"),
    ]


@pytest.mark.parametrize(("most", "ids"), [(None, "bacd"), (1, "b"), (2, "bac"), (3, "bac"), (4, "bacd"), (9, "bacd")])
def test_the_first_of_a_ranking_come_with_their_equals(most: int | None, ids: str) -> None:
    ranking = rank(links("ba bc bd ca"), "degree")

    assert "".join(row.id for row in ranking.top(most).ranking) == ids


def test_of_those_who_score_nothing_no_more_are_listed_than_were_asked_for() -> None:
    ranking = rank(links("ba bc bd"), "betweenness").top(2)  # a, c and d lie between nobody

    assert len(ranking.plain()["ranking"]) == 4
    *_, second, last = ranking.lines()
    assert second.split()[:3] == ["2", "A", "0"]
    assert last == "2 more have the same score, 0"


@pytest.mark.parametrize(
    ("network", "told"),
    [
        ("ties", "nothing here is of a kind that is taken unasked; --kind may name trade, visit"),
        ("shared", "nothing here is of a kind for the network shared"),
        ("agreement", "nothing here is of a kind for the network agreement"),
    ],
)
def test_where_no_kind_is_taken_that_is_told(world: World, network: str, told: str) -> None:
    """Trade and visits are no ties that paths walk; in neither is anything shared, nor a position taken."""
    dataset = world("""
        trades: [{of: kenya, with: egypt, on: 2020}]
        visits: [{visitor: kenya, host: egypt, on: 2020}]
    """)
    lines = rank(dataset, "degree", weighing=Weighing(network)).headlines

    assert lines[-1] == told
    assert not any("()" in line or line.endswith(" of ") for line in lines)
    _, searched = str(find_path(dataset, "Kenya", "Egypt")).splitlines()
    unasked = "nothing here is of a kind that is taken unasked; --kind may name trade, visit"
    assert searched == f"searched 0 countries and bodies, 0 tied pairs ({unasked})"
