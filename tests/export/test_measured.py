"""What each reader counts and measures on a projection is what the command ranks: one undirected edge a pair."""

from __future__ import annotations

import csv
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
from relgraph.facts.load import load
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
    read = [nx.read_graphml(files["graphml"]), nx.read_gexf(files["gexf"]), from_csv(files)]
    return [
        Measured(
            graph.number_of_edges(),
            {name for *_, about in graph.edges(data=True) for name in about},
            nx.betweenness_centrality(graph),
        )
        for graph in read
        if not graph.is_directed() and not graph.is_multigraph()
    ]


def from_csv(files: dict[str, Path]) -> nx.Graph[str]:
    """A graph of networkx from the tables of nodes and edges."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(row["Id"] for row in rows_of(files["nodescsv"]))
    for row in rows_of(files["csv"]):
        assert row.pop("Type") == "Undirected"
        weight = float(row.pop("Weight"))
        graph.add_edge(row.pop("Source"), row.pop("Target"), weight=weight, **row)
    return graph


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def by_igraph(files: dict[str, Path], _: Node) -> list[Measured]:
    graph = igraph.Graph.Read_GraphML(str(files["graphml"]))
    assert not graph.is_directed()
    edges = rows_of(files["csv"])
    table = igraph.Graph.DictList(
        ({"name": row["Id"]} for row in rows_of(files["nodescsv"])),
        ({"weight": row["Weight"], **row} for row in edges),
        edge_foreign_keys=("Source", "Target"),
    )
    return [
        Measured(
            one.ecount(), set(one.es.attributes()), shares(dict(zip(one.vs[name], one.betweenness(), strict=True)))
        )
        for one, name in ((graph, "id"), (table, "name"))
    ]


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
        [program, Path(__file__).with_name("measuring.R"), files["graphml"], files["csv"], files["nodescsv"]],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    return [measured(part.splitlines()) for part in done.stdout.split("\n\n") if part]


def measured(lines: list[str]) -> Measured:
    """What the script for R prints of one file."""
    *scores, told = (line.split("\t") for line in lines)
    nodes, edges, about = told[1:]
    assert int(nodes) == len(scores)
    return Measured(int(edges), set(about.split()), shares({name: float(score) for name, score in scores}))


READERS: dict[str, tuple[Callable[[dict[str, Path], Node], list[Measured]], int]] = {
    "networkx": (by_networkx, 3),
    "igraph": (by_igraph, 2),
    "graphology": (by_graphology, 2),
    "R": (by_r, 2),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_counts_and_measures_what_the_command_ranks(network: Network, reader: str, node: Node) -> None:
    read, files = READERS[reader]
    found = read(network.files, node)

    assert len(found) == files
    for one in found:
        assert one.edges == network.edges
        assert one.about >= ABOUT_PAIRS
        assert one.betweenness == pytest.approx(network.ranked, abs=1e-9)


def test_the_medici_stand_between_most(network: Network) -> None:
    """The truth that a reader of directed edges would miss."""
    if "n-medici" in network.ranked:
        assert max(network.ranked, key=lambda one: network.ranked[one]) == "n-medici"
        assert network.ranked["n-pucci"] == 0
    else:
        assert len(network.ranked) > 30
