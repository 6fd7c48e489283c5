"""What each reader counts and measures on a projection is what the command ranks: one undirected edge a pair."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import igraph
import networkx as nx
import pytest

from relgraph.analysis.measures.ranking import rank
from relgraph.export.content import Content
from relgraph.export.formats import FORMATS
from relgraph.facts.dataset import load
from tests.export.test_projection import NETWORKS, ties_of
from tests.world import write_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset
    from tests.node import Node

ABOUT_PAIRS = {"weight", "strength", "distance", "rung", "ties", "relation", "certainty"}


class Measured(NamedTuple):
    """What a reader tells of a file: how many edges, what it knows of them, and the betweenness of each node."""

    edges: int
    about: set[str]
    betweenness: dict[str, float]


class Network(NamedTuple):
    """The files of a projection, by their endings, and what the command says of it."""

    files: dict[str, Path]
    edges: int
    ranked: dict[str, float]


@pytest.fixture(params=[*NETWORKS, "articles"], scope="module")
def network(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Network:
    """The families of Florence with Pucci, Zachary's club, and the articles."""
    folder = tmp_path_factory.mktemp("network")
    facts: Dataset
    if request.param == "articles":
        facts = request.getfixturevalue("curated")
    else:
        facts = load(write_files(folder, ties_of(NETWORKS[request.param])) / "graph")
    content, files = Content(facts, projected=True), {}
    for form in FORMATS:
        if form.network:
            parts = {"": form.write(content), **form.beside(content)}
            for word, chunks in parts.items():
                files[word + form.ending] = folder / f"net{word}.{form.ending}"
                files[word + form.ending].write_text("".join(map(str, chunks)), encoding="utf-8", newline="")
    ranking = rank(facts, "betweenness")
    return Network(files, ranking.edges, {row.id: row.score for row in ranking.ranking})


def shares(scores: dict[str, float]) -> dict[str, float]:
    """Betweenness as counts of pairs, divided by their number."""
    pairs = (len(scores) - 1) * (len(scores) - 2) / 2
    return {one: score / pairs for one, score in scores.items()}


def by_networkx(files: dict[str, Path], _: Node) -> list[Measured]:
    read = [nx.read_graphml(files["graphml"]), nx.read_gexf(files["gexf"])]
    return [
        Measured(
            graph.number_of_edges(),
            {name for *_, about in graph.edges(data=True) for name in about},
            nx.betweenness_centrality(graph),
        )
        for graph in read
        if not graph.is_directed() and not graph.is_multigraph()
    ]


def by_igraph(files: dict[str, Path], _: Node) -> list[Measured]:
    graph = igraph.Graph.Read_GraphML(str(files["graphml"]))
    assert not graph.is_directed()
    scores = dict(zip(graph.vs["id"], graph.betweenness(), strict=True))
    return [Measured(graph.ecount(), set(graph.es.attributes()), shares(scores))]


def by_graphology(files: dict[str, Path], node: Node) -> list[Measured]:
    read = json.loads(node(Path(__file__).with_name("read_network.mjs"), files["graphml"], files["gexf"]))
    return [
        Measured(len(one["edges"]), {name for *_, about in one["edges"] for name in about}, one["betweenness"])
        for one in read
        if one["type"] == "undirected"
    ]


def by_r(files: dict[str, Path], _: Node) -> list[Measured]:
    program = shutil.which("Rscript")
    if (
        program is None
        or subprocess.run([program, "-e", "library(igraph)"], capture_output=True, check=False).returncode
    ):
        pytest.skip("no R with igraph here")
    done = subprocess.run(
        [program, Path(__file__).with_name("measuring.R"), files["graphml"]],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    *lines, told = (line.split("\t") for line in done.stdout.splitlines())
    nodes, edges, about = told[1:]
    assert int(nodes) == len(lines)
    return [Measured(int(edges), set(about.split()), shares({name: float(score) for name, score in lines}))]


READERS: dict[str, tuple[Callable[[dict[str, Path], Node], list[Measured]], int]] = {
    "networkx": (by_networkx, 2),
    "igraph": (by_igraph, 1),
    "graphology": (by_graphology, 2),
    "R": (by_r, 1),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_counts_and_measures_what_the_command_ranks(network: Network, reader: str, node: Node) -> None:
    read, files = READERS[reader]
    found = read(network.files, node)

    assert len(found) == files
    for measured in found:
        assert measured.edges == network.edges
        assert measured.about >= ABOUT_PAIRS
        assert measured.betweenness == pytest.approx(network.ranked, abs=1e-9)


def test_the_medici_stand_between_most(network: Network) -> None:
    """The truth that a reader of directed edges would miss."""
    if "n-medici" in network.ranked:
        assert max(network.ranked, key=lambda one: network.ranked[one]) == "n-medici"
        assert network.ranked["n-pucci"] == 0
    else:
        assert len(network.ranked) > 30
