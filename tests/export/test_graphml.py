"""What GraphML must be for Gephi and the others, and that those that can be run here read it back as it was."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from relgraph.export.clean import clean_id, is_missing
from relgraph.export.graphml import graphml
from relgraph.export.rows import Rows
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.reading.characters import clean_text
from tests.export.small_dataset import ACTORS, FACTS, FILES

if TYPE_CHECKING:
    from relgraph.export.clean import Value
    from relgraph.facts.dataset import Dataset as Facts
    from tests.fixture_types import WriteFolder
    from tests.golden import Golden
    from tests.node import Node

    Edges = dict[tuple[str, str, str], dict[str, Value]]

GOLDEN = Path(__file__).parent / "golden" / "small.graphml"
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
TYPES = {"boolean", "int", "long", "float", "double", "string"}
NASTY = [
    "a\x0bb",
    "\x00",
    "\ufffe",
    "\ud800",
    "</script><img src=x onerror=alert(1)>",
    "🇻🇳",
    "]]>",
    "a\r\nb",
    "&amp;",
    '"',
]
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.sampled_from(NASTY)


class Export(NamedTuple):
    """A file, and what is in the rows that it was written from."""

    path: Path
    nodes: dict[str, dict[str, Value]]
    edges: Edges
    graph: nx.MultiDiGraph[str]


@pytest.fixture(params=["small", pytest.param("real", marks=pytest.mark.slow)], scope="module")
def export(
    request: pytest.FixtureRequest, small: Facts, curated: Facts, tmp_path_factory: pytest.TempPathFactory
) -> Export:
    """The small dataset, and the facts of this very repository."""
    facts = small if request.param == "small" else curated
    graph = build_graph(facts)
    rows = Rows(facts, graph)
    path = tmp_path_factory.mktemp("export") / "x.graphml"
    path.write_text("".join(graphml(facts, graph)), encoding="utf-8", newline="")
    nodes = {row.id: present(row.values) for row in rows.nodes()}
    edges = {(row.source, row.target, row.id): present(row.values) for row in rows.edges()}
    return Export(path, nodes, edges, graph)


def present(values: Any) -> dict[str, Value]:  # noqa: ANN401 - attributes of whatever reader
    return {name: value for name, value in dict(values).items() if not is_missing(value)}


def text_of(facts: Facts) -> str:
    return "".join(graphml(facts, build_graph(facts)))


# Read back


def test_the_source_is_the_graph_itself(export: Export) -> None:
    assert set(export.nodes) == set(export.graph)
    assert set(export.edges) == set(export.graph.edges(keys=True))
    assert all(present(given).items() <= export.nodes[node].items() for node, given in export.graph.nodes(data=True))
    assert all(present(export.graph.edges[edge]).items() <= values.items() for edge, values in export.edges.items())


def test_networkx_reads_it_back(export: Export) -> None:
    back = by_networkx(export.path)

    assert back.is_directed()
    assert {node: dict(back.nodes[node]) for node in back} == export.nodes
    assert {edge: dict(back.edges[edge]) for edge in back.edges(keys=True)} == export.edges


def by_networkx(path: Path) -> nx.MultiDiGraph[str]:
    back = nx.read_graphml(path, edge_key_type=str, force_multigraph=True)
    assert isinstance(back, nx.MultiDiGraph)
    return back


def test_igraph_reads_it_back(export: Export) -> None:
    back = igraph.Graph.Read_GraphML(str(export.path))

    assert back.is_directed()
    assert {node["id"]: without_gaps(node.attributes()) for node in back.vs} == {
        name: {**values, "id": name} for name, values in export.nodes.items()
    }
    ids = back.vs["id"]
    assert {
        (ids[edge.source], ids[edge.target], edge["edge_id"]): without_gaps(edge.attributes() | {"id": None})
        for edge in back.es
    } == export.edges


def without_gaps(attributes: dict[str, Any]) -> dict[str, Value]:
    """Drop what igraph fills gaps with: nothing of it may look like an answer."""
    assert not any(isinstance(value, float) and math.isnan(value) for value in attributes.values())
    return {name: value for name, value in attributes.items() if value not in ("", None)}


def test_gephi_lites_parser_reads_it_back(export: Export, node: Node) -> None:
    [back] = json.loads(node(Path(__file__).with_name("read_network.mjs"), export.path))

    assert back["type"] == "directed"
    assert back["nodes"] == export.nodes
    assert {(source, target, key): values for source, target, key, values in back["edges"]} == export.edges


# What Gephi and the others want


def test_edge_ids_are_unique_in_the_whole_file(export: Export) -> None:
    ids = [edge.get("id") for edge in elements(export.path, "edge")]

    assert len(ids) == len(set(ids)) == len(export.edges)


def test_parallel_edges_differ_in_kind_and_have_both_ends(export: Export) -> None:
    edges = elements(export.path, "edge")
    kinds = Counter((edge.get("source"), edge.get("target"), edge.get("label")) for edge in edges)

    assert set(kinds.values()) == {1}
    assert {end for kind in kinds for end in kind[:2]} <= set(export.nodes)
    assert any(kind and kind.endswith("#2") for *_, kind in kinds)
    assert all(kind and kind.partition("#")[0] in relations(export) for *_, kind in kinds)


def relations(export: Export) -> set[Value]:
    return {values["relation"] for values in export.edges.values()}


def test_keys(export: Export) -> None:
    keys = elements(export.path, "key")
    ids = [key.attrib["id"] for key in keys]

    assert {key.attrib["attr.type"] for key in keys} <= TYPES
    assert {key.attrib["for"] for key in keys} == {"node", "edge"}
    assert len(ids) == len(set(ids))
    assert not {"id", "label", "timeset", "weight"} & set(ids)
    assert all(re.fullmatch(f"{key.attrib['for'][0]}_[a-z_]+", key.attrib["id"]) for key in keys)
    assert len({(key.attrib["for"], key.attrib["attr.name"]) for key in keys}) == len(keys)
    assert not elements(export.path, "default")


def test_names_with_a_meaning_are_there_and_typed(export: Export) -> None:
    typed = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in elements(export.path, "key")}

    of_nodes = {"label": "string", "x": "double", "y": "double", "size": "double", "color": "string"}
    of_edges = {"label": "string", "weight": "double", "color": "string", "symmetric": "boolean", "rung": "long"}
    assert of_nodes.items() <= {name: kind for (owner, name), kind in typed.items() if owner == "node"}.items()
    assert of_edges.items() <= {name: kind for (owner, name), kind in typed.items() if owner == "edge"}.items()
    assert {("edge", "edge_id"), ("edge", "interaction"), ("edge", "relation")} <= set(typed)


def test_everything_is_directed_and_symmetry_is_an_attribute(export: Export) -> None:
    [graph] = elements(export.path, "graph")

    assert graph.get("edgedefault") == "directed"
    assert not any(edge.get("directed") for edge in elements(export.path, "edge"))
    assert {edge["symmetric"] for edge in export.edges.values()} == {True, False}


def test_looks_are_well_formed(export: Export) -> None:
    back = by_networkx(export.path)
    nodes, edges = ([values for *_, values in view(data=True)] for view in (back.nodes, back.edges))

    assert all(re.fullmatch("#[0-9a-f]{6}", one["color"]) for one in (*nodes, *edges))
    assert all(edge["weight"] > 0 for edge in edges)
    assert all(math.isfinite(node[name]) for node in nodes for name in ("x", "y", "size"))
    assert len({(node["x"], node["y"]) for node in nodes}) == len(nodes)


def test_nothing_is_written_for_what_is_missing(export: Export) -> None:
    texts = [data.text for data in elements(export.path, "data")]

    assert all(text and text.strip() for text in texts)
    assert not {"None", "nan", "NaN", "inf", "True", "False", "[]", "()"} & set(texts)


def test_ids_and_labels(export: Export) -> None:
    ids = [one.attrib["id"] for kind in ("node", "edge") for one in elements(export.path, kind)]
    labels = [node.get("label") for node in export.nodes.values()]

    assert all(one and one == one.strip() for one in ids)
    assert all(labels)


def test_a_name_of_many_types_is_one_column_of_text(small: Facts) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((str(value), {"mixed": value}) for value in (1, True, 1.0, "one"))
    lines = [line for line in graphml(small, graph) if "n_mixed" in line]

    assert lines[0] == '<key id="n_mixed" for="node" attr.name="mixed" attr.type="string"/>\n'
    assert [re.findall(r'"n_mixed">(.*?)<', line) for line in lines[1:]] == [["1"], ["1.0"], ["true"], ["one"]]


def elements(path: Path, name: str) -> list[ET.Element]:
    return list(ET.parse(path).iter(NAMESPACE + name))  # noqa: S314 - our own file


# Bytes


def test_the_file_is_as_ever(small: Facts, golden: Golden) -> None:
    """But for places, whose last digits may differ from machine to machine."""
    golden(GOLDEN, without_places(text_of(small)))


def without_places(text: str) -> str:
    return re.sub(r'<data key="n_[xy]">[^<]*</data>', "", text)


def test_a_name_comes_back_byte_for_byte(small: Facts) -> None:
    assert '<data key="n_label">Lương Cường</data>'.encode() in text_of(small).encode()


def test_the_order_of_the_facts_changes_nothing(small: Facts, tmp_path: Path) -> None:
    def turned(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
        if isinstance(value, dict):
            return dict(reversed([(key, turned(item)) for key, item in value.items()]))
        return value[::-1] if isinstance(value, list) else value

    for name, text in {"actors/z": ACTORS, "a": FACTS}.items():
        path = tmp_path / "turned" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        other = turned(yaml.load(text, yaml.BaseLoader))  # noqa: S506 - text only
        path.write_text(yaml.safe_dump(other, allow_unicode=True, sort_keys=False), encoding="utf-8")
    (tmp_path / "turned" / "a.yaml").rename(tmp_path / "turned" / "review.yaml")

    assert text_of(load(tmp_path / "turned", small.graph.parent / "seeds")) == text_of(small)


def test_the_order_of_nodes_and_edges_changes_nothing(small: Facts) -> None:
    graph = build_graph(small)
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for source, target, key in reversed(list(graph.edges(keys=True))):
        turned.add_edge(source, target, key=key, **graph.edges[source, target, key])

    one, other = ("".join(graphml(small, each)) for each in (graph, turned))
    assert without_places(one) == without_places(other)


# Anything may be hostile


@pytest.mark.slow
@settings(max_examples=60)
@given(names=st.lists(ANY_TEXT, min_size=2, max_size=4, unique=True), said=ANY_TEXT)
def test_any_name_can_be_read_back(small: Facts, names: list[str], said: str) -> None:
    graph = hostile_graph(names, said)
    text = "".join(graphml(small, graph)).encode()

    labels = Counter(clean_text(name) if clean_text(name).strip() else None for name in names)
    for read in (ET.fromstring, etree.fromstring):  # expat and libxml2
        nodes = read(text).findall(f".//{NAMESPACE}node")
        found = Counter(next(data.text for data in node if data.get("key") == "n_label") for node in nodes)
        assert labels - found in (Counter(), Counter({None: labels[None]}))
        assert len({node.get("id") for node in nodes}) == len(names)
    back = nx.parse_graphml(text.decode(), edge_key_type=str, force_multigraph=True)
    assert back.number_of_edges() == len(names)
    told = clean_text(said) if said.strip() else None
    assert {values.get("said") for *_, values in back.edges(data=True)} == {told}


def hostile_graph(names: list[str], said: str = "x") -> nx.MultiDiGraph[str]:
    """A ring of nodes whose ids, labels and ties are anything."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((name, {"label": name, "kind": name}) for name in names)
    for one, other in pairwise([*names, names[0]]):
        tie = {"label": f"{one} {other}", "relation": said, "said": said, "strength": 1.0, "symmetric": True}
        graph.add_edge(one, other, key=said, **tie)
    return graph


def test_gephi_lites_parser_reads_any_name(small: Facts, node: Node, tmp_path: Path) -> None:
    path = tmp_path / "nasty.graphml"
    path.write_text("".join(graphml(small, hostile_graph(NASTY))), encoding="utf-8", newline="")

    [back] = json.loads(node(Path(__file__).with_name("read_network.mjs"), path))
    shown = {attributes["label"] for attributes in back["nodes"].values()}
    assert len(back["nodes"]) == len(back["edges"]) == len(NASTY)
    assert shown >= {clean_text(name) for name in NASTY if clean_id(name) != "_"}


def test_a_name_of_a_fact_file_that_is_markup_stays_a_name(dataset: WriteFolder) -> None:
    name = "</data><script>alert(1)</script>"
    folder = dataset({**FILES, "graph/actors/all.yaml": ACTORS.replace("name: Kenya,", f'name: "{name}",')})
    root = ET.fromstring(text_of(load(folder / "graph")))  # noqa: S314 - our own text

    assert name in {data.text for data in root.iter(f"{NAMESPACE}data")}
    assert not list(root.iter("script"))
