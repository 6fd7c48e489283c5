"""Stated counts with what is missing, and the paragraphs themselves on a machine that has the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.errors import MisuseError
from relgraph.facts.dataset import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from relgraph.webpage.data.facts import count_record
from relgraph.webpage.data.payload import payload
from tests.webpage.sample_dataset import FACTS, FOLDER
from tests.world import write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from relgraph.facts.dataset import Dataset
    from tests.webpage.conftest import OpenPage

TITLE = "#panel-title"
TEXT = "Ties with New Zealand & <b>Thailand</b> came in 2025; there are 14.\n\nThe pair too.\n"


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The sample, its count naming what it counts, with the text of the review at hand."""
    files = {
        "graph/review.yaml": FACTS.replace("tier: csp, says: 14", "counts: partnership, tier: csp, says: 14"),
        "seeds/review.yaml": FOLDER["seeds/review.yaml"] + "    file: review.txt\n",
        "seeds/texts/review.txt": TEXT,
    }
    loaded = load(write_files(tmp_path_factory.mktemp("counted"), FOLDER | files) / "graph")
    assert not loaded.problems
    return loaded


@pytest.fixture(scope="module")
def counted_html(counted: Dataset) -> str:
    """The page of that dataset."""
    return page_html(counted, build_graph(counted))


@pytest.fixture
def counted_page(open_page: OpenPage, counted_html: str) -> Page:
    """Việt Nam in that page."""
    return open_page(counted_html, "#node=vietnam")


def section(page: Page, heading: str) -> list[str]:
    """The lines under a heading of the panel."""
    text = page.locator("#panel section", has=page.locator("h3", has_text=heading)).first.inner_text()
    return [line for line in text.splitlines() if line]


def test_a_count_is_exported_with_its_members_and_what_is_missing(counted: Dataset) -> None:
    (count,) = [fact for fact in counted.facts if fact.kind == "count"]

    assert count_record(counted, count) == {
        "says": "14",
        "counts": "partnership",
        "named": ["new-zealand"],
        "derived": ["france"],
        "unnamed": 12,
        "exact": True,
    }
    assert count_record(counted, counted.facts[0]) is None


def test_the_panel_of_a_node_tells_the_stated_total_beside_those_known(counted_page: Page) -> None:
    lines = section(counted_page, "Comprehensive Strategic Partnership")

    assert lines[-1] == "14 stated: 1 named, 1 derived, 12 unnamed"
    assert section(counted_page, "Stated count")[0].startswith("Stated count")


def test_the_panel_of_a_count_lists_who_is_known(counted_page: Page) -> None:
    counted_page.locator("#panel .total").click()
    lines = section(counted_page, "14 stated: 1 named, 1 derived, 12 unnamed")

    assert lines[1:] == [
        "Named by a source",
        "New Zealand",
        "Derived by a rule",
        "France",
        "12 more are not named in any source here.",
    ]
    counted_page.locator("#panel .members .link", has_text="France").click()
    assert counted_page.locator(TITLE).inner_text() == "France"


def test_headings_read_well_for_several(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")

    assert section(page, "Missions")[0] == "Missions"
    assert section(page, "Agreement")[0] == "Agreement"


def test_paragraphs_stay_out_unless_asked_for(counted: Dataset, counted_html: str) -> None:
    data = payload(counted, build_graph(counted))

    assert "came in 2025" not in counted_html
    assert data["private"] is False
    assert ["paragraphs" in source for source in data["sources"].values()] == [False]


def test_the_cited_paragraphs_and_no_others_go_in(counted: Dataset) -> None:
    sources: dict[str, Any] = payload(counted, build_graph(counted), paragraphs=True)["sources"]
    lines = [line for line in TEXT.splitlines() if line]

    assert sources["review"]["paragraphs"] == {1: lines[0], 2: lines[1]}


def test_a_paragraph_stands_under_its_citation_as_text_and_the_page_says_whose_it_is(
    open_page: OpenPage, counted: Dataset
) -> None:
    page = open_page(page_html(counted, build_graph(counted), paragraphs=True), "#node=new-zealand")
    page.locator("#panel .fact", has_text="Việt Nam").first.click()

    assert page.locator("#private").inner_text().startswith("Holds paragraphs of the sources: for this machine only")
    assert page.locator("#panel blockquote").inner_text() == TEXT.splitlines()[0]
    assert page.locator("#panel blockquote mark").all_inner_texts() == ["New Zealand", "2025"]
    assert page.locator("#panel blockquote b").count() == 0


def test_without_a_text_there_are_no_paragraphs(sample: Dataset) -> None:
    with pytest.raises(MisuseError, match="no text of a source is at hand"):
        page_html(sample, build_graph(sample), paragraphs=True)
