from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyvis.network import Network

from relgraph.reading.characters import visible
from relgraph.webpage.network import PageNetwork
from tests.webpage.data.unpacking import data_of
from tests.webpage.sample_dataset import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_a_network_of_pyvis_and_keeps_parallel_ties() -> None:
    network = PageNetwork("Two", "", {"facts": {}})
    network.add_node("a", "A")
    network.add_node("b")
    network.add_edge("a", "b", id="one")
    network.add_edge("a", "b", id="two")
    network.add_edge("b", "a", id="three")

    assert isinstance(network, Network)
    assert network.get_nodes() == ["a", "b"]
    assert [edge["id"] for edge in network.get_edges()] == ["one", "two", "three"]
    data = data_of(network.generate_html())
    assert [node["label"] for node in data["nodes"]] == ["A", "b"]
    assert len(data["edges"]) == 3


def test_a_node_given_again_takes_the_place_of_the_first() -> None:
    network = PageNetwork("One")
    network.add_node("a", "first")
    network.add_node("a", "second")

    assert [node["label"] for node in network.nodes] == ["second"]
    assert network.get_node("a")["label"] == "second"


def test_an_edge_to_nowhere_is_misuse() -> None:
    network = PageNetwork("One")
    network.add_node("a")

    with pytest.raises(KeyError):
        network.add_edge("a", "b")


@pytest.mark.parametrize("name", HOSTILE)
def test_names_stay_data(name: str) -> None:
    network = PageNetwork(name, name)
    network.add_node(name, name, kind=name)
    html = network.generate_html()

    shown = visible(name)
    assert data_of(html)["nodes"] == [{"id": shown, "label": shown, "kind": shown}]
    assert "<img" not in html
    assert "<b onmouseover" not in html
    assert html.count("<script") == PageNetwork("x").generate_html().count("<script")


def test_the_file_is_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    network = PageNetwork("Việt Nam \ud800")
    network.write_html(str(tmp_path / "page.html"))
    written = (tmp_path / "page.html").read_bytes()

    assert "<h1>Việt Nam \\ud800</h1>" in written.decode()
    assert b"\r" not in written
