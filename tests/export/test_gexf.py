"""What GEXF must be for Gephi's timeline and the others, and that those that can be run here read it back as it was."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from relgraph.export.gexf import gexf, projected
from relgraph.export.rows import PairRows, Rows
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.graph.projection import projection
from relgraph.reading.characters import clean_text
from tests.checkout import SCHEMAS
from tests.export.small_dataset import FILES
from tests.export.test_graphml import ANY_TEXT, NASTY, hostile_graph, present

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.export.clean import Value
    from relgraph.facts.dataset import Dataset as Facts
    from tests.fixture_types import WriteFolder
    from tests.golden import Golden
    from tests.node import Node

GOLDEN = Path(__file__).parent / "golden" / "small.gexf"
GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
TYPES = {"integer", "long", "double", "boolean", "string"}
DAYS = ("date_start", "date_end", "date_precision")


class Export(NamedTuple):
    """A file, its elements, and what is in the rows that it was written from."""

    path: Path
    root: etree._Element
    nodes: dict[str, dict[str, Value]]
    edges: dict[tuple[str, str, str], dict[str, Value]]

    def elements(self, name: str) -> list[etree._Element]:
        return list(self.root.iter(GEXF + name))


@pytest.fixture(params=["small", "projection", pytest.param("real", marks=pytest.mark.slow)], scope="module")
def export(
    request: pytest.FixtureRequest, small: Facts, curated: Facts, tmp_path_factory: pytest.TempPathFactory
) -> Export:
    """The small dataset, its projection, and the facts of this very repository."""
    facts = curated if request.param == "real" else small
    rows: Rows | PairRows
    if request.param == "projection":
        rows, text = PairRows(projection(facts)), "".join(projected(projection(facts)))
    else:
        graph = build_graph(facts)
        rows, text = Rows(facts, graph), "".join(gexf(facts, graph))
    path = tmp_path_factory.mktemp("export") / "x.gexf"
    path.write_text(text, encoding="utf-8", newline="")
    nodes = {row.id: present(row.values) for row in rows.nodes()}
    edges = {(row.source, row.target, row.id): present(row.values) for row in rows.edges()}
    return Export(path, etree.fromstring(text.encode()), nodes, edges)


def text_of(facts: Facts) -> str:
    return "".join(gexf(facts, build_graph(facts)))


# Read back


def test_networkx_reads_it_back_but_for_the_colours_of_edges(export: Export) -> None:
    back = nx.read_gexf(export.path)

    read = {tuple(sorted(edge[:2])) + edge[2:] if not back.is_directed() else edge: about for edge, about in of(back)}
    assert {node: by_networkx(about) for node, about in back.nodes(data=True)} == export.nodes
    assert {edge: by_networkx(about) for edge, about in read.items()} == {
        edge: {name: value for name, value in about.items() if name != "color"} for edge, about in export.edges.items()
    }


def of(back: Any) -> Iterator[tuple[tuple[str, str, str], dict[str, Any]]]:  # noqa: ANN401 - one of four classes
    """The edges of a graph with their ids, which networkx keeps in either of two places."""
    for one, other, about in back.edges(data=True):
        yield (one, other, str(about["id"])), about


def by_networkx(about: dict[str, Any]) -> dict[str, Value]:
    """The attributes of a node or edge as they were, of what networkx has read."""
    found = {name: value for name, value in about.items() if name not in {"id", "start", "end", "viz", "kind", *DAYS}}
    found |= {"kind": about["kind"]} if "relation" not in about and "kind" in about else {}
    drawn = about.get("viz", {})
    if "color" in drawn:
        found["color"] = "#" + "".join(f"{drawn['color'][channel]:02x}" for channel in "rgb")
    if "position" in drawn:
        found |= {"x": drawn["position"]["x"], "y": drawn["position"]["y"], "size": drawn["size"]}
    return found


def test_gephi_lites_parser_reads_it_back(export: Export, node: Node) -> None:
    [back] = json.loads(node(Path(__file__).with_name("read_network.mjs"), export.path))

    assert {one: by_graphology(about) for one, about in back["nodes"].items()} == {
        one: without_days(about) for one, about in export.nodes.items()
    }
    assert {(source, target, key): by_graphology(about) for source, target, key, about in back["edges"]} == {
        edge: without_days(about) for edge, about in export.edges.items()
    }


def by_graphology(about: dict[str, Any]) -> dict[str, Value]:
    """The attributes as they were, of what graphology has read: it has colours in numbers, and tells kinds of edges."""
    found = without_days(about)
    if "color" in found:
        found["color"] = "#" + "".join(f"{int(channel):02x}" for channel in re.findall(r"\d+", str(found["color"])))
    if "relation" in found:
        kind = found.pop("kind")
        assert str(kind).partition("#")[0] == found["relation"]
    return found


def without_days(about: dict[str, Any]) -> dict[str, Value]:
    return {name: value for name, value in about.items() if name not in DAYS}


# What Gephi and the others want


@pytest.mark.skipif(SCHEMAS is None, reason="no schemas here: RELGRAPH_SCHEMAS and ../shared/schemas hold none")
def test_it_is_valid_to_the_schema(export: Export) -> None:
    assert SCHEMAS is not None
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "gexf-1.3" / "gexf.rng"))

    assert schema.validate(export.root), schema.error_log


def test_edge_ids_are_unique_and_parallel_edges_differ_in_kind_and_have_both_ends(export: Export) -> None:
    edges = export.elements("edge")
    kinds = Counter((edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges)

    assert len({edge.get("id") for edge in edges}) == len(edges) == len(export.edges)
    assert set(kinds.values()) == {1}
    assert {end for kind in kinds for end in kind[:2]} <= {one.get("id") for one in export.elements("node")}
    assert not any(edge.get("type") for edge in edges)


def test_there_is_one_block_of_typed_attributes_for_each_class(export: Export) -> None:
    blocks = export.elements("attributes")

    assert [block.get("class") for block in blocks] == ["node", "edge"]
    for block in blocks:
        found = list(block)
        assert [one.get("id") for one in found] == [str(number) for number in range(len(found))]
        assert len({one.get("title") for one in found}) == len(found)
        assert {one.get("type") for one in found} <= TYPES
        assert not {"label", "weight", "x", "y", "size", "color", "start", "end"} & {one.get("title") for one in found}


def test_days_are_full_ones_in_their_order_and_repeated_for_those_without_a_timeline(export: Export) -> None:
    shown = [one for name in ("node", "edge") for one in export.elements(name)]
    days = {day for one in shown for day in (one.get("start"), one.get("end")) if day}
    [graph] = export.elements("graph")

    assert all(date.fromisoformat(day).isoformat() == day for day in days)
    assert not any(one.get("start", "") > one.get("end", "9999") for one in shown)
    if graph.get("defaultedgetype") == "directed":
        assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
        assert graph.get("timerepresentation") == "interval"
        assert len(days) > 1
    titles = {
        (block.get("class"), one.get("id")): one.get("title")
        for block in export.elements("attributes")
        for one in block
    }
    for one in shown:
        owner = etree.QName(one).localname
        values = {titles[owner, value.get("for")]: value.get("value") for value in one.iter(f"{GEXF}attvalue")}
        assert [values.get(name) for name in DAYS[:2]] == [one.get("start"), one.get("end")]


def test_looks_weights_and_labels(export: Export) -> None:
    for colour in export.root.iter(f"{VIZ}color"):
        assert set(colour.attrib) == {"r", "g", "b"}
        assert all(0 <= int(str(channel)) <= 255 for channel in colour.attrib.values())
    assert all(float(edge.get("weight", "0")) > 0 for edge in export.elements("edge"))
    places = [(float(one.attrib["x"]), float(one.attrib["y"])) for one in export.root.iter(f"{VIZ}position")]
    assert all(map(math.isfinite, (part for place in places for part in place)))
    assert all(node.get("label") for node in export.elements("node"))
    values = [value.get("value") for value in export.root.iter(f"{GEXF}attvalue")]
    assert all(value and value.strip() for value in values)
    assert not {"None", "nan", "NaN", "inf", "True", "False"} & set(values)


DATED = """
source: review
diplomatic_relations:
  - {of: vietnam, with: kenya, since: 1975, until: 1979-05}
  - {of: vietnam, with: new-zealand, since: ../1980-02-03?}
visits:
  - {visitor: kenya, host: vietnam, on: 2020-02}
"""


def test_a_partial_date_is_widened_and_told_with_its_precision(dataset: WriteFolder) -> None:
    facts = load(dataset({**FILES, "graph/review.yaml": DATED}) / "graph")
    root = etree.fromstring(text_of(facts).encode())
    edges = {str(edge.get("id")): edge for edge in root.iter(f"{GEXF}edge")}

    def told(start: str) -> tuple[Any, ...]:
        [edge] = [one for name, one in edges.items() if name.startswith(f"review:{start}")]
        values = {str(one.get("value")) for one in edge.iter(f"{GEXF}attvalue")}
        precision = next((value for value in values if re.match("(on|since|until): ", value)), None)
        return edge.get("start"), edge.get("end"), precision

    assert told("diplomatic-relations:vietnam:kenya") == ("1975-01-01", "1979-05-31", "since: year; until: month")
    assert told("diplomatic-relations:vietnam:new-zealand") == (None, None, "since: open, unsure")
    assert told("visit:kenya:vietnam") == ("2020-02-01", "2020-02-29", "on: month")


def test_an_actor_is_there_for_its_life(dataset: WriteFolder) -> None:
    actors = FILES["graph/actors/all.yaml"].replace("iso: KE}", "iso: KE, since: 1963-12-12}")
    facts = load(dataset({**FILES, "graph/actors/all.yaml": actors}) / "graph")
    root = etree.fromstring(text_of(facts).encode())

    starts = {node.get("id"): (node.get("start"), node.get("end")) for node in root.iter(f"{GEXF}node")}
    assert starts["kenya"] == ("1963-12-12", None)
    assert starts["vietnam"] == (None, None)


# Bytes


def test_the_file_is_as_ever(small: Facts, golden: Golden) -> None:
    """But for places, whose last digits may differ from machine to machine."""
    golden(GOLDEN, re.sub("<viz:position [^>]*>", "", text_of(small)))


def test_a_name_comes_back_byte_for_byte(small: Facts) -> None:
    assert 'label="Lương Cường"'.encode() in text_of(small).encode()


# Anything may be hostile


@pytest.mark.slow
@settings(max_examples=60)
@given(names=st.lists(ANY_TEXT, min_size=2, max_size=4, unique=True), said=ANY_TEXT)
def test_any_name_can_be_read_back(small: Facts, names: list[str], said: str) -> None:
    text = "".join(gexf(small, hostile_graph(names, said))).encode()

    root = etree.fromstring(text)
    wanted = Counter(clean_text(name).strip() for name in names if clean_text(name).strip())
    assert not wanted - Counter(str(node.get("label")).strip() for node in root.iter(f"{GEXF}node"))
    assert len({node.get("id") for node in root.iter(f"{GEXF}node")}) == len(names)
    assert len({edge.get("id") for edge in root.iter(f"{GEXF}edge")}) == len(names)


def test_gephi_lites_parser_reads_any_name(small: Facts, node: Node, tmp_path: Path) -> None:
    path = tmp_path / "nasty.gexf"
    path.write_text("".join(gexf(small, hostile_graph(NASTY))), encoding="utf-8", newline="")

    [back] = json.loads(node(Path(__file__).with_name("read_network.mjs"), path))
    shown = {attributes["label"] for attributes in back["nodes"].values()}
    assert len(back["nodes"]) == len(back["edges"]) == len(NASTY)
    assert shown >= {clean_text(name) for name in NASTY if clean_text(name).strip()}
