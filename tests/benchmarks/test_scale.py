"""Strongest paths on networks of three sizes, beside networkx and the naive way: time, memory, and how they grow."""

from __future__ import annotations

import random
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from relgraph.analysis.paths.search import alike
from relgraph.analysis.paths.two_core import best_across
from relgraph.graph.network import Network
from relgraph.vocabulary.ladder import Ladder
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.rungs import UNRANKED, rungs_of
from tests.benchmarks.measure import growth, ratio, report, seconds
from tests.benchmarks.table import Row
from tests.benchmarks.worlds import network_levels

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.analysis.paths.search import Route
    from relgraph.vocabulary.rungs import Rungs

SIZES = [(200, 20_000), (5_000, 100_000), (50_000, 1_000_000)]
QUERIES = 200
AS_NETWORKX, AS_NAIVE, AMONG_MANY = 2.0, 0.05, 8.0


def _pairs(actors: int) -> list[tuple[str, str]]:
    chance = random.Random(1)  # noqa: S311 - chance, not secrets
    return [(f"c{a}", f"c{b}") for a, b in (chance.sample(range(actors), 2) for _ in range(QUERIES))]


def _most(actors: int, ties: int) -> int:
    """Two hundred actors make at most 19,900 pairs: parallel ties fall together in a projection."""
    return min(ties, actors * (actors - 1) // 2)


def _strongest(network: Network, one: str, other: str, most: int = 1) -> list[Route]:
    level = network.best_thresholds(one, other)[0]
    weak = {level, UNRANKED}
    levels = network.levels
    layer = network.at(level)
    found = alike if layer.even else lambda a, b: levels[a][b] in weak
    return best_across(layer, (one, other), found, most=most)


def _graph(network: Network, level: int = UNRANKED) -> nx.Graph[str]:
    """The network, or its layer at a level, for networkx: made of the plain levels, as a projection is."""
    allowed = network.allowed(level)
    graph: nx.Graph[str] = nx.Graph()
    for one, others in network.levels.items():
        graph.add_edges_from((one, other, {"level": found}) for other, found in others.items() if found in allowed)
    return graph


@pytest.mark.parametrize(("actors", "ties"), SIZES)
def test_the_strongest_path_beside_networkx(actors: int, ties: int) -> None:
    network = Network(network_levels(actors, _most(actors, ties)), rungs_of(shipped_vocabulary()))
    graph, pairs = _graph(network), _pairs(actors)
    made = seconds(lambda: [network.at(level) for level in network.thresholds()])
    print(f"\n{actors:,} actors, {graph.number_of_edges():,} tied pairs: layers made once in {made:.2f} s")
    ours: Callable[[], object] = lambda: [_strongest(network, *pair) for pair in pairs]  # noqa: E731 - timed as it is
    theirs: Callable[[], object] = lambda: [nx.shortest_path(graph, *pair) for pair in pairs]  # noqa: E731 - as above
    size = f"{actors:,} actors, {ties:,} ties"
    report(Row(f"strongest path among {size}", "networkx.shortest_path", ratio(ours, theirs), AS_NETWORKX))
    layers = {level: _graph(network, level) for level in network.thresholds()}
    layered = [(layers[network.best_thresholds(*pair)[0]], *pair) for pair in pairs]
    inside: Callable[[], object] = lambda: [nx.shortest_path(*one) for one in layered]  # noqa: E731 - as above
    report(Row(f"strongest path among {size}", "networkx in the layer of the answer", ratio(ours, inside), AS_NETWORKX))
    every: Callable[[], object] = lambda: [_strongest(network, *pair, most=100) for pair in pairs]  # noqa: E731 - as above
    print(f"   with all that are equally good, up to 100, to networkx: {ratio(every, theirs):.2f}")


def _layered(actors: int, ties: int) -> Network:
    network = Network(network_levels(actors, _most(actors, ties)), rungs_of(shipped_vocabulary()))
    for level in network.thresholds():
        network.at(level)
    return network


def _theirs(actors: int, ties: int) -> nx.Graph[str]:
    return _graph(Network(network_levels(actors, _most(actors, ties)), rungs_of(shipped_vocabulary())))


def test_the_memory_of_a_network_beside_networkx() -> None:
    """A network with its layers to networkx's graph of the same ties, both made from the same plain levels."""
    print()
    before: tuple[float, float] | None = None
    for size in SIZES:
        now = (growth(partial(_layered, *size)), growth(partial(_theirs, *size)))
        peak = now[0] / max(now[1], 0.1)
        report(
            Row(
                f"memory of {size[0]:,} actors, {size[1]:,} ties with layers",
                "networkx",
                peak,
            )
        )
        if before:
            print(f"   from the size before: ours x {now[0] / before[0]:.1f}, networkx x {now[1] / before[1]:.1f}")
        before = now


def _many_ladders(owners: int) -> Rungs:
    """The rungs of a vocabulary in which so many actors have a ladder of their own."""
    vocabulary = shipped_vocabulary()
    steps = dict.fromkeys(("relations", "cp", "sp", "csp"), "")
    own = {f"of-c{at}": Ladder(f"of-c{at}", "", steps, (f"c{at}",)) for at in range(owners)}
    return rungs_of(vocabulary._replace(ladders={**vocabulary.ladders, **own}))


def _of_owners(rungs: Rungs, owners: int) -> dict[str, dict[str, int]]:
    """Ties of 1,100 actors, each on the ladder of one of the owners, of about 45 for each."""
    levels = network_levels(1_100, 25_000)
    for one, others in levels.items():
        for other, level in others.items():
            first, second = sorted((int(one[1:]), int(other[1:])))
            levels[one][other] = sorted(rungs.above[rungs.class_of(f"of-c{(first + second) % owners}", "relations")])[
                level
            ]
    return levels


def test_a_path_where_many_have_ladders_of_their_own() -> None:
    """150 ladders to one, on the same ties: only layers that both ends touch are made."""
    many, one = _many_ladders(150), _many_ladders(1)
    theirs, ours = _of_owners(one, 1), _of_owners(many, 150)
    found = ratio(
        lambda: Network(ours, many).best_thresholds("c3", "c900"),
        lambda: Network(theirs, one).best_thresholds("c3", "c900"),
    )
    report(Row("best thresholds of a pair among 150 ladders", "one ladder", found, AMONG_MANY))


def test_the_strongest_path_beside_the_naive_way() -> None:
    """Enumerating simple paths of at most three hops and comparing their weakest rungs, on the smallest world."""
    network = Network(network_levels(200, 5_000), rungs_of(shipped_vocabulary()))
    graph, pairs = _graph(network), _pairs(200)[:2]

    def naive(one: str, other: str) -> tuple[int, int]:
        paths = nx.all_simple_paths(graph, one, other, cutoff=3)
        costs = ((min(network.levels[a][b] for a, b in pairwise(path)), -len(path)) for path in paths)
        return max(costs)

    for one, other in pairs:
        best = _strongest(network, one, other)[0]
        weakest = min(network.levels[a][b] for a, b in pairwise(best))
        assert naive(one, other) <= (weakest, -len(best)) or len(best) > 4
    ours = partial(lambda: [_strongest(network, *pair) for pair in pairs])
    theirs = partial(lambda: [naive(*pair) for pair in pairs])
    report(Row("strongest path", "all simple paths of three hops", ratio(ours, theirs, rounds=3), AS_NAIVE))
