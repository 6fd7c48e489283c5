"""Fixtures that build a page and open it in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from relgraph.facts.dataset import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from relgraph.webpage.network import PageNetwork
from tests.webpage.sample import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.support import Dataset

READY = "html[data-ready]"


class OpenPage(Protocol):
    """Opens a page given as HTML, at a place after #, and waits until it is drawn."""

    def __call__(self, html: str, at: str = "") -> Page: ...


@pytest.fixture
def sample_html(dataset: Dataset) -> str:
    """The page of the sample folder."""
    facts = load(dataset(FOLDER) / "graph")
    assert not facts.problems
    return page_html(facts, build_graph(facts), title="A sample")


@pytest.fixture
def open_page(page: Page, tmp_path: Path) -> OpenPage:
    """Open a page from a file, as its readers do."""

    def open_it(html: str, at: str = "") -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(f"{file.as_uri()}{at}")
        page.wait_for_selector(READY, state="attached")
        return page

    return open_it


@pytest.fixture
def sample_page(open_page: OpenPage, sample_html: str) -> Page:
    """The page of the sample folder, open."""
    return open_page(sample_html)


def bare_page(names: list[str], ties: list[tuple[int, int]], heading: str = "Bare", said: str | None = None) -> str:
    """A page of countries with these names, and partnerships between them by number; `said` is told of the first."""
    first = {"kind": "partnership", "status": "s", "effect": "agreed", "origin": "stated", "ends": []}
    none: dict[str, Any] = {"facts": {"f0": {"says": said, **first}} if said else {}, "others": {}, "sources": {}}
    terms: dict[str, Any] = {"actors": {}, "relations": {}, "statuses": {}, "ladders": {}}
    network = PageNetwork(heading, "", none | {"terms": terms})
    for number, name in enumerate(names):
        x, y = 200.0 * (number % 5), 120.0 * (number // 5)
        network.add_node(name, kind="country", names=[], facts=[], x=x, y=y)
    for number, (one, other) in enumerate(ties):
        holds = {"relation": "partnership", "rung": 0, "status": "in-force", "effect": "current", "origin": "stated"}
        flags = {"symmetric": True, "tie": True, "implied": False}
        network.add_edge(names[one], names[other], id=f"e{number}", fact=f"f{number}", **holds, **flags)
    return network.generate_html()
