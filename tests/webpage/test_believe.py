"""Stated counts with what is missing, and the paragraphs themselves on a machine that has the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.errors import MisuseError
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from relgraph.webpage.data.facts import count_records
from relgraph.webpage.data.payload import payload
from tests.webpage.sample_dataset import FACTS, FOLDER
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

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

    assert count_records(counted, counted.facts) == {
        count.id: {
            "says": "14",
            "counts": "partnership",
            "named": ["new-zealand"],
            "derived": ["france"],
            "unnamed": 12,
            "exact": True,
        }
    }


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


WEIGHED = """
    source: review
    partnerships:
      - of: vietnam
        with: new-zealand
        tier: csp
        since: 2025
        evidence: [{p: 3, terms: ["2025"]}, {p: 1, terms: [Vietnam, New Zealand], inferred: yes}]
      - {of: vietnam, with: thailand, tier: csp, inferred: yes, evidence: {p: 1, terms: [Atlantis]}}
"""
KEPT = """
    id: review
    title: A review of the year
    author: A. Scribe
    url: https://example.org/review
    archived: https://example.net/copy
    retrieved: 2026-02-01
    paragraphs: {1: new vietnam zealand, 2: pair, 3: 2025 year}
"""


@pytest.fixture
def weighed_page(open_page: OpenPage, tmp_path: Path) -> Page:
    """A page with citations of unlike weight, an inference, and a fact that check refuses."""
    files = FOLDER | {"graph/review.yaml": WEIGHED, "seeds/review.yaml": KEPT}
    loaded = load(write_files(tmp_path, files) / "graph")
    return open_page(page_html(loaded, build_graph(loaded)), "#fact=review:partnership:vietnam:new-zealand:csp:2025")


def test_what_gives_but_the_date_is_told_last_and_small(weighed_page: Page) -> None:
    told = weighed_page.locator("#panel .evidence")

    assert [one.splitlines()[0] for one in told.all_inner_texts()] == ["A review of the year", "For the date:"]
    assert "Inferred by the curator" in told.first.inner_text()
    sizes = [told.nth(at).evaluate("one => parseFloat(getComputedStyle(one).fontSize)") for at in (0, 1)]
    assert sizes[1] < sizes[0]


def test_a_source_has_its_author_and_links_to_where_it_is_kept(weighed_page: Page) -> None:
    first = weighed_page.locator("#panel .evidence").first

    assert "A. Scribe" in first.inner_text()
    assert "retrieved 1 February 2026" in first.inner_text()
    links = first.locator("a")
    opened = [(links.nth(at).get_attribute("href") or "").partition("#:~:text=") for at in (0, 1)]
    assert [address for address, _, _ in opened] == ["https://example.org/review", "https://example.net/copy"]
    assert all("New%20Zealand" in words for _, _, words in opened)  # the pages open at the terms that are cited
    assert links.first.get_attribute("rel") == "noopener noreferrer"


def test_what_check_refuses_and_what_is_inferred_have_a_chip(weighed_page: Page) -> None:
    weighed_page.evaluate("location.hash = '#fact=review:partnership:vietnam:thailand:csp'")
    chips = weighed_page.locator("#panel .chip", has_text="Refused by relgraph check")
    chips.wait_for()

    assert weighed_page.locator("#panel .chip", has_text="Inferred by the curator").count() == 1
