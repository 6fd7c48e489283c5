"""What readers measure on a projection is what the command says: one undirected edge a pair, and isolates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest

from relgraph.analysis.measures.ranking import rank
from relgraph.export.formats import FORMATS
from relgraph.facts.load import load
from relgraph.graph.projection import projection
from tests.world import world_files

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command, WriteFolder

FAMILIES = nx.florentine_families_graph()
FAMILIES.add_node("Pucci")  # the sixteenth family, tied to none by marriage
NETWORKS = {"families": FAMILIES, "club": nx.karate_club_graph()}


def named(node: object) -> str:
    """A node of a known network as the id of a country."""
    return f"n-{str(node).lower()}"


def ties_of(network: nx.Graph[object]) -> dict[str, str]:
    """A known network as files: a country for each node, diplomatic relations for each edge."""
    countries = "".join(f"  {named(node)}: {{name: Land {node}}}\n" for node in network)
    ties = "".join(f"  - {{of: {named(one)}, with: {named(other)}}}\n" for one, other in network.edges)
    return {
        "graph/actors/countries.yaml": f"countries:\n{countries}",
        "graph/net.yaml": f"source: net\ndiplomatic_relations:\n{ties}",
        "seeds/README.md": "",
    }


@pytest.fixture(params=NETWORKS)
def known(request: pytest.FixtureRequest, dataset: WriteFolder) -> tuple[nx.Graph[object], Dataset]:
    """A network whose answers are in the literature, and the same as a dataset."""
    network = NETWORKS[request.param]
    return network, load(dataset(ties_of(network)) / "graph")


def test_measures_on_the_projection_are_those_of_the_network(known: tuple[nx.Graph[object], Dataset]) -> None:
    network, facts = known
    graph = projection(facts)

    assert (len(graph), graph.number_of_edges()) == (len(network), network.number_of_edges())
    wanted = {named(node): score for node, score in nx.betweenness_centrality(network).items()}
    assert nx.betweenness_centrality(graph) == pytest.approx(wanted)
    assert {row.id: row.score for row in rank(facts, "betweenness").ranking} == pytest.approx(wanted)


def test_the_medici_come_first(dataset: WriteFolder) -> None:
    facts = load(dataset(ties_of(FAMILIES)) / "graph")

    assert rank(facts, "betweenness").ranking[0].id == "n-medici"
    assert "n-pucci" in projection(facts)
    assert "n-pucci" not in projection(facts, isolates=False)


def test_a_pair_is_one_edge_with_its_best_tie_and_how_many_there_are(dataset: WriteFolder) -> None:
    facts = load(
        dataset(
            {
                "graph/actors/c.yaml": "countries: {a: {name: Aland, iso: AX}, b: {name: Bland}}",
                "graph/s.yaml": (
                    "source: s\n"
                    "diplomatic_relations: [{of: b, with: a, since: 1970}]\n"
                    "missions: {m: {sender: a, host: b, kind: embassy, since: 1971}}\n"
                ),
                "seeds/README.md": "",
            }
        )
        / "graph"
    )
    graph = projection(facts)

    assert {node: graph.nodes[node] for node in graph} == {
        "a": {"label": "Aland", "kind": "country", "iso": "AX"},
        "b": {"label": "Bland", "kind": "country"},
    }
    ((one, other, about),) = graph.edges(data=True)
    assert {one, other} == {"a", "b"}
    assert about == {
        "rung": 1,
        "ties": 2,
        "strength": 2.0,
        "distance": 0.5,
        "label": "diplomatic relations",
        "relation": "diplomatic-relations",
        "certainty": "yes",
    }


def test_the_command_writes_it_beside_the_graph_and_only_in_formats_of_networks(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(ties_of(FAMILIES))
    monkeypatch.chdir(folder)

    written = relgraph("export", "graphml", "--projection", "--with-errors")
    assert written.exit_code == 0, written.output
    assert written.stdout == "exports/relgraph-projection.graphml: 16 nodes, 20 edges, undirected\n"
    assert 'edgedefault="undirected"' in (folder / "exports/relgraph-projection.graphml").read_text(encoding="utf-8")
    refused = relgraph("export", "html", "--projection")
    networks = ", ".join(one.name for one in FORMATS if one.network)
    assert (refused.exit_code, refused.stderr) == (
        2,
        f"relgraph: no html file is a network to measure on: --projection is for {networks}\n",
    )


def test_a_network_with_a_direction_is_written_as_one(dataset: WriteFolder, relgraph: Command) -> None:
    """Asking for a direction asks for the network; readers get the sums that the command tells."""
    visits = "visits: [{visitor: kenya, host: egypt, on: 2020}, {visitor: kenya, host: egypt, on: 2021}]"
    folder = dataset(world_files(visits))
    args = ("--kind", "visit", "--direction", "in", "--weight", "count", "--graph", folder / "graph")
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        written = relgraph("export", form, "-o", folder / form, "--with-errors", *args)
        assert written.stdout.endswith("10 nodes, 1 edge, directed\n")
        graph: nx.DiGraph[str] = nx.DiGraph(read(folder / form))
        assert dict(graph.in_degree(weight="weight"))["egypt"] == 2
        assert dict(graph.in_degree(weight="weight"))["kenya"] == 0
        assert "directed, an edge from the first end of a fact to the second" in (folder / form).read_text("utf-8")
    relgraph("export", "csv", "-o", folder / "edges.csv", "--with-errors", *args)
    head, edge = (folder / "edges.csv").read_text("utf-8").splitlines()
    assert dict(zip(head.split(","), edge.split(","), strict=True)) | {"Id": ""} == {
        "Source": "kenya",
        "Target": "egypt",
        "Type": "Directed",
        "Kind": "visit",
        "Label": "visit",
        "Id": "",
        "Weight": "2.0",
        "certainty": "yes",
        "distance": "0.5",
        "relation": "visit",
        "strength": "2.0",
        "ties": "2",
    }
