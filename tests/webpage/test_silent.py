"""Where nothing ties two, path, matrix and comparison say which no that is: no, not known or not covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.paths.find import find_path
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.webpage.known_worlds import SILENT
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from relgraph.facts.dataset import Dataset
    from tests.webpage.conftest import OpenPage


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """A world in which some of what is not there is denied, some covered, some looked for."""
    return load(write_files(tmp_path_factory.mktemp("silent"), world_files(SILENT.facts, SILENT.files)) / "graph")


@pytest.fixture(scope="module")
def html(silent: Dataset) -> str:
    return page_html(silent, build_graph(silent))


def test_without_a_path_it_says_which_no_that_is(open_page: OpenPage, html: str, silent: Dataset) -> None:
    page = open_page(html, "#from=brazil&to=egypt")
    told = page.locator("#ask-told .silence")
    answer = find_path(silent, "brazil", "egypt")
    assert answer.silence is not None

    assert told.locator("strong").inner_text() == answer.silence.answer == "not known"
    assert told.locator(".soft").last.inner_text() == (
        "No: missions (covered by talks, 1990 to 2020); not known: partnerships "
        "(an editor looked in talks, part 2, on 2026-03-01, and found none)."
    )
    assert serious_faults(page) == []
    told.locator(".fact").click()
    assert "formerly had diplomatic relations" in page.locator("#panel-title").inner_text()
    page = open_page(html, "#from=egypt&to=kenya")
    assert page.locator("#ask-told .silence").count() == 0


def cell(page: Page, one: str, other: str) -> str:
    """How the cell of a row and a column is found."""
    names = page.locator("#matrix thead th").all_inner_texts()
    row = page.locator("#matrix tbody th").all_inner_texts().index(one)
    return f"#matrix tbody tr:not(.space) >> nth={row} >> td:not(.space) >> nth={names.index(other)}"


def test_an_empty_cell_says_it_too(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#shape=matrix&order=name")
    empty = page.locator(cell(page, "Kenya", "Malaysia"))
    assert empty.get_attribute("title") is None
    empty.click()

    words = "Kenya and Malaysia: no tie; not known: diplomatic relations, missions, partnerships"
    assert (
        empty.get_attribute("title") == page.locator("#tip").inner_text() == page.locator("#live").inner_text() == words
    )
    page.keyboard.press("ArrowLeft")
    assert page.locator("#tip").is_hidden()


def test_a_comparison_says_it_in_a_word(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#shape=compare&compare=egypt&compare=brazil&compare=kenya")
    none = page.locator("#compared .none")

    assert none.first.inner_text() == "not known"
    assert "no: diplomatic relations (Brazil formerly had" in str(none.first.get_attribute("title"))
    page = open_page(html, "#shape=compare&compare=egypt&compare=kenya&off=sure%3Aderived")
    assert page.locator("#compared .none").first.inner_text() == "not shown"  # the filters leave out what ties them
