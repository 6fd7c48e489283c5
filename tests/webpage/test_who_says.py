"""Who says so: sources with their addresses, a fact copied with them, and the card about the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.version import VERSION
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

FACTS = """
    diplomatic_relations:
      - {id: relations, of: kenya, with: vietnam, since: 2025, evidence: {p: 1, terms: [Kenya, 2025, Vietnam]}}
    counts:
      - {of: kenya, says: 3, what: partners, counts: diplomatic-relations, evidence: {p: 1}}
    partnerships:
      - id: listed
        of: kenya
        with: egypt
        since: 2020
        evidence: {in: list, row: "#row=7", columns: {of: of, with: with}}
    meetings:
      walk: {participants: [kenya, vietnam], on: 2025-06-10, evidence: {p: 2, terms: [Tuesday]}}
"""
CARD = """
    id: talks
    title: Talks in the hills
    publisher: The Gazette
    author: A. Writer
    published: 2025-06-15
    url: https://www.example.org/talks
    archived: https://archive.example.net/talks
    paragraphs:
      1: kenya vietnam 2025
      2: kenya on tuesday vietnam
"""
TABLE = "{id: list, title: A list, file: list.csv, table: {key: [of, with], rows: 9, columns: {of: 2, with: 3}}}"
TALKS = "https://www.example.org/talks"
AT = "#fact=relations"


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a fact whose source has an address."""
    folder = write_files(
        tmp_path_factory.mktemp("says"), world_files(FACTS, {"seeds/talks.yaml": CARD, "seeds/list.yaml": TABLE})
    )
    return page_html(load(folder / "graph"), build_graph(load(folder / "graph")))


def test_the_publishers_page_opens_at_the_words_that_are_cited(
    open_page: OpenPage, html: str, page_log: PageLog
) -> None:
    evidence = open_page(html, AT).locator("#panel .evidence")

    assert "A. Writer · The Gazette · 15 June 2025 · paragraph 1" in evidence.inner_text()
    links = {link.inner_text(): link.get_attribute("href") for link in evidence.locator("a").all()}
    fragment = "#:~:text=Vietnam&text=Kenya"
    assert links == {
        "Read it at example.org": f"https://www.example.org/talks{fragment}",
        "Archived copy": f"https://archive.example.net/talks{fragment}",
    }
    assert page_log.to_network() == []


def test_a_citation_of_a_table_has_the_addresses_of_its_cells(open_page: OpenPage, html: str) -> None:
    evidence = open_page(html, "#fact=listed").locator("#panel .evidence")

    assert "row #row=7\nof\u00a0#cell=7,2 · with\u00a0#cell=7,3\n" in evidence.inner_text().replace("\n\n", "\n")


def test_a_day_that_the_source_does_not_name_is_shown_with_what_it_rests_on(open_page: OpenPage, html: str) -> None:
    details = open_page(html, "#fact=walk").locator("#panel dl")

    assert details.locator("dt", has_text="Dated by").count() == 1
    assert '2025-06-10 (on) is "tuesday" in p 2 of talks, published 15 June 2025' in details.inner_text()


@pytest.mark.own_profile
def test_a_fact_is_copied_with_source_paragraph_date_and_address(page: Page, open_page: OpenPage, html: str) -> None:
    page.add_init_script("navigator.clipboard.writeText = async (text) => { window.copied = text }")
    open_page(html, AT)
    button = page.get_by_role("button", name="Cite")
    button.click()
    page.locator("#panel .cite", has_text="Copied").wait_for()

    assert page.evaluate("copied").splitlines() == [
        "Kenya has diplomatic relations with Việt Nam (since 2025).",
        f"“Talks in the hills”, A. Writer, The Gazette, 15 June 2025, paragraph 1, {TALKS}#:~:text=Vietnam&text=Kenya",
        f"In: {page.title()}, fact relations",
    ]


def test_the_card_about_the_page_tells_sources_day_maker_and_marks(
    open_page: OpenPage, html: str, page_log: PageLog
) -> None:
    page = open_page(html)
    page.locator("#show-about").click()
    about = page.locator("#about")
    told = about.inner_text()

    assert f"Made with relgraph {VERSION}" in told
    assert "As of 15 June 2025" in told
    assert "Talks in the hills" in told
    assert (
        about.get_by_role("link", name="Read it at example.org").get_attribute("href")
        == "https://www.example.org/talks"
    )
    assert "Checked in the index" in told
    assert "3 stated: 1 named, 2 unnamed" in told
    assert serious_faults(page) == []
    assert page_log.to_network() == []
    about.get_by_role("button", name="Kenya: 3 partners").click()
    assert about.is_hidden()
    assert page.locator("#panel-title").inner_text().startswith("Kenya: 3 partners")


def test_the_sheet_of_keys_leads_to_it_too(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.locator("#show-help").click()
    page.get_by_role("button", name="About this page and its sources").click()
    assert page.locator("#about").is_visible()
    page.keyboard.press("Escape")

    assert page.locator("#about").is_hidden()


def test_what_is_not_known_has_hollow_seats_and_is_listed_beside_the_ladder(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#shape=ladder&centre=kenya")
    gaps = page.locator("#gaps")
    assert gaps.locator("summary").inner_text() == "Unnamed in 1 total"
    gaps.locator("summary").click()
    assert "3 stated: 1 named, 2 unnamed" in gaps.inner_text()
    gaps.get_by_role("button").first.click()
    assert "2 more are not named in any source here" in page.locator("#panel").inner_text()
    assert serious_faults(page) == []
    page.locator("#layout-network").click()

    assert gaps.is_hidden()
