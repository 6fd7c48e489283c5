"""Fixtures that build a page and open it in the browser."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from relgraph.webpage.network import PageNetwork
from tests.webpage.sample_dataset import FOLDER
from tests.world import write_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page, ViewportSize

    from relgraph.facts.dataset import Dataset
    from tests.chromium import PageLog, Tabs

READY = "html[data-ready]"
UPRIGHT: ViewportSize = {"width": 390, "height": 844}


class OpenPage(Protocol):
    """Opens a page given as HTML, at a place after #, and waits until it is drawn."""

    def __call__(self, html: str, at: str = "") -> Page: ...


class OpenOnPhone(Protocol):
    """Opens a page as `OpenPage` does, on a small screen of this size (a phone held upright if none is given)."""

    def __call__(self, html: str, at: str = "", size: ViewportSize | None = None) -> Page: ...


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The sample folder, loaded."""
    facts = load(write_files(tmp_path_factory.mktemp("sample"), FOLDER) / "graph")
    assert not facts.problems
    return facts


@pytest.fixture(scope="session")
def sample_html(sample: Dataset) -> str:
    """The page of the sample folder."""
    return page_html(sample, build_graph(sample), title="A sample")


@pytest.fixture(scope="session")
def address_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Keep a page in a file and tell its address: the same for the same page, whose script is then compiled once."""
    folder = tmp_path_factory.mktemp("pages")

    @cache
    def keep(html: str) -> str:
        file = folder / f"{sha256(html.encode()).hexdigest()}.html"
        file.write_text(html, encoding="utf-8")
        return file.as_uri()

    return keep


@pytest.fixture
def open_page(page: Page, address_of: Callable[[str], str]) -> OpenPage:
    """Open a page from a file, as its readers do."""
    return lambda html, at="": opened(page, address_of(html) + at)


@pytest.fixture
def open_on_phone(tabs: Tabs, page_log: PageLog, address_of: Callable[[str], str]) -> Iterator[OpenOnPhone]:
    """Open a page from a file on a phone, which is touched with fingers."""

    def open_it(html: str, at: str = "", size: ViewportSize | None = None) -> Page:
        page.set_viewport_size(size or UPRIGHT)
        return opened(page, address_of(html) + at)

    with page_log.watching(tabs.blank("phone")) as page:
        yield open_it


def opened(page: Page, address: str) -> Page:
    """Open an address anew, even where only what stands behind # is another, and wait until it is drawn."""
    if page.url != "about:blank":
        page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector(READY, state="attached")
    return page


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
