"""The page in a frame, as notebooks show it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

import relgraph
from relgraph.errors import OutputError
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.webpage import page_html
from relgraph.webpage.notebook import Page, page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page as BrowserPage

    from relgraph.facts.dataset import Dataset
    from tests.chromium import PageLog


@pytest.fixture(scope="module")
def shown(sample: Dataset) -> Page:
    """The sample folder as a notebook would show it."""
    return relgraph.page(sample)


class Frames(HTMLParser):
    """Keeps the attributes of the frames, and whether there is anything beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[dict[str, str | None]] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.frames.append(dict(attrs))
        else:
            self.others.append(tag)


def test_the_frame_holds_the_very_page_and_nothing_else(shown: Page) -> None:
    parser = Frames()
    parser.feed(shown._repr_html_())
    (frame,) = parser.frames

    assert frame["srcdoc"] == shown.html
    assert frame["height"] == "640"
    assert parser.others == []
    assert "allow-same-origin" not in str(frame["sandbox"])


def test_it_says_what_it_is_where_nothing_is_drawn(shown: Page) -> None:
    assert repr(shown) == str(shown) == f"<the page of {shown.nodes} nodes and {shown.edges} edges>"
    assert shown.tall(300).height == 300
    assert shown.height == 640


def test_one_is_told_in_the_singular() -> None:
    one = Page("", nodes=1, edges=1)

    assert str(one) == "<the page of 1 node and 1 edge>"
    assert 'title="Network of 1 node and 1 tie"' in one._repr_html_()
    assert str(Page("", nodes=1_200, edges=0)) == "<the page of 1,200 nodes and 0 edges>"


def test_a_graph_of_one_s_own_is_shown_as_it_is(sample: Dataset) -> None:
    graph = build_graph(sample, View(kinds=frozenset({"membership"})))
    shown = page(sample, graph, height=400)

    assert (shown.nodes, shown.edges, shown.height) == (len(graph), graph.number_of_edges(), 400)
    assert shown.html == page_html(sample, graph)


def test_it_is_saved_as_a_file(shown: Page, tmp_path: Path) -> None:
    file = shown.save(tmp_path / "page.html")

    assert file.read_text(encoding="utf-8") == shown.html
    with pytest.raises(OutputError, match="does not exist"):
        shown.save(tmp_path / "none" / "page.html")


def test_a_notebook_shows_the_network_and_asks_for_nothing(
    browser_page: BrowserPage, page_log: PageLog, shown: Page, tmp_path: Path
) -> None:
    cell = tmp_path / "notebook.html"
    cell.write_text(f"<!doctype html><meta charset=utf-8><h1>Out[1]</h1>{shown._repr_html_()}", encoding="utf-8")
    browser_page.goto(cell.as_uri())
    inside = browser_page.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for(state="attached")
    painted = """canvas => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"""

    assert inside.locator("#picture canvas").evaluate(painted) is True
    inside.locator("#search").fill("kenya")
    browser_page.keyboard.press("Enter")
    assert inside.locator("#panel-title").inner_text() == "Kenya"
    inside.locator("#theme").click()
    inside.locator("#close").click()
    assert inside.locator("#panel").is_hidden()
    assert page_log.to_network() + page_log.errors + page_log.complaints == []


@pytest.fixture
def browser_page(page: BrowserPage) -> BrowserPage:
    """The browser's page, under a name that leaves `page` to the function under test."""
    return page
