"""Addresses by which a file leads back to the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import networkx as nx
import pytest

from relgraph.errors import MisuseError
from relgraph.export.formats import FORMATS
from relgraph.export.links import linked, page_address
from relgraph.graph.multigraph import build_graph
from relgraph.webpage.data.payload import payload
from tests.export.small_dataset import FILES

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command, WriteFolder
    from tests.node import Node

PAGE = "https://example.org/relgraph.html"


def test_each_edge_leads_to_its_fact_and_each_node_to_itself_on_the_page(small: Dataset) -> None:
    graph = build_graph(small)
    found, page = linked(graph, PAGE), payload(small, graph)

    def asked(url: str) -> dict[str, list[str]]:
        address, _, words = url.partition("#")
        assert address == PAGE
        return parse_qs(words, strict_parsing=True)

    facts = [asked(about["url"]) for *_, about in found.edges(data=True)]
    nodes = {node: asked(about["url"]) for node, about in found.nodes(data=True)}
    assert {words["fact"][0] for words in facts} == {edge["fact"] for edge in page["edges"]} <= set(page["facts"])
    assert nodes == {node["id"]: {"node": [node["id"]]} for node in page["nodes"]}
    assert not any("url" in about for _, about in graph.nodes(data=True))


def test_the_page_reads_the_address_as_it_was_meant(small: Dataset, node: Node) -> None:
    graph = linked(build_graph(small), PAGE)
    wanted = {about["url"]: about.get("fact", key) for _, _, key, about in graph.edges(keys=True, data=True)}
    script = """
        import { decode } from "./src/relgraph/webpage/script/state/address.mjs";
        import { initial } from "./src/relgraph/webpage/script/state/state.mjs";
        const first = initial("ties");
        const read = JSON.parse(process.argv[1]).map((url) => decode(new URL(url).hash, first).fact);
        console.log(JSON.stringify(read));
    """

    assert json.loads(node(script, json.dumps(list(wanted)))) == list(wanted.values())


@pytest.mark.parametrize(
    "page", [PAGE, "relgraph.html", "../site/page.html", "file:///home/me/page.html", "C:\\page.html"]
)
def test_a_page_has_an_address(page: str) -> None:
    assert page_address(f" {page} ") == page


@pytest.mark.parametrize(
    "page", ["", " ", "a b.html", f"{PAGE}#fact=x", "javascript:alert(1)", "data:text/html,x", "a\x00"]
)
def test_what_is_no_address_of_a_page_is_misuse(page: str) -> None:
    with pytest.raises(MisuseError):
        page_address(page)


NETWORKS = [one.name for one in FORMATS if one.network]


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_the_command_writes_them_where_they_are_asked_for(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(dataset(FILES))

    for page in ((), ("--page", PAGE)):
        done = relgraph("export", form, "-o", f"net.{form}", *page)
        assert done.exit_code == 0, done.output
        read = nx.read_graphml if form == "graphml" else nx.read_gexf
        graph = read(f"net.{form}")
        urls = [str(about.get("url", "")) for *_, about in [*graph.nodes(data=True), *graph.edges(data=True)]]
        assert all(url.startswith(f"{PAGE}#") if page else not url for url in urls)


@pytest.mark.parametrize("form", [one.name for one in FORMATS if not one.network])
def test_formats_that_are_no_networks_and_the_projection_take_none(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(dataset(FILES))

    done = relgraph("export", form, "-o", "x", "--page", PAGE)
    assert done.exit_code == 2
    assert done.stderr.endswith(f" {form} file does not lead to a page: --page is for {', '.join(NETWORKS)}\n")
    pairs = relgraph("export", "graphml", "-o", "x", "--projection", "--page", PAGE)
    assert pairs.exit_code == 2
    assert "may stand for many facts" in pairs.stderr
