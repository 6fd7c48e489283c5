"""Counts that cannot be misquoted, and plans and doubts in words of their own."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.test_takeaway import taken
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.webpage.conftest import OpenPage

FACTS = """
    partnerships:
      - {of: vietnam, with: united-kingdom, tier: sp, since: 2025, evidence: {p: 1}}
      - {of: vietnam, with: brazil, tier: sp, since: 2010, evidence: {p: 1}}
      - {of: vietnam, with: kenya, tier: sp, status: intended, evidence: {p: 1}}
      - {of: vietnam, with: two-powers, tier: sp, evidence: {p: 2}}
    diplomatic_relations:
      - {of: malaysia, with: two-powers, evidence: {p: 2}}
      - {of: malaysia, with: {every: two-powers}, since: 2020, evidence: {p: 2}}
    missions:
      embassy:
        {name: an embassy in Kenya, kind: embassy, sender: vietnam, host: kenya, status: explored, evidence: {p: 1}}
    agreements:
      accord: {name: an accord, kind: treaty, parties: [vietnam, brazil], on: 2020, evidence: {p: 1}}
"""
CLOSE = '#legend [data-key="close:vietnam.sp"]'


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of these facts; the ladder that ships for the same country is replaced."""
    vocabulary = "ladders: {vietnam: {label: its ladder, owner: vietnam, rungs: {cp: lower, sp: higher}}}"
    files = world_files(FACTS, {"graph/vocabulary.yaml": vocabulary})
    facts = load(write_files(tmp_path_factory.mktemp("counted"), files) / "graph")
    return page_html(facts, build_graph(facts))


def heading(page: Page, title: str) -> str:
    return page.locator("#panel h3", has_text=title).inner_text().replace("\n", " ")


def test_neither_a_group_nor_a_plan_is_one_of_so_many_partners(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#node=vietnam")

    assert page.locator(f"{CLOSE} .count").inner_text() == "2 +2"
    told = "2 ties and 1 only planned and 1 with a group"
    assert page.locator(f"{CLOSE} .count").get_attribute("aria-label") == told
    assert heading(page, "Higher") == "Higher, its ladder 2 + 1 plan, 1 with a group"


def test_rows_that_would_read_alike_are_told_in_full(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#node=malaysia")

    told = page.locator("#panel .facts li button").all_inner_texts()
    assert sorted(one.partition("\n")[0] for one in told) == [
        "France",
        "Malaysia has diplomatic relations with each member of the two powers",
        "Malaysia has diplomatic relations with the two powers",
        "Russia",
    ]


def test_counts_follow_the_filters(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#node=vietnam&hide=brazil")

    assert page.locator(f"{CLOSE} .count").inner_text() == "1 of 2 +2"
    assert heading(page, "Higher").startswith("Higher, its ladder 1 of 2 shown")
    page.locator("#layout-table").click()
    assert page.locator("#table caption").inner_text().endswith("of 12 facts shown")


def test_heading_card_table_and_file_count_the_same_facts(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#view=all&shape=table&on=sure:implied")
    told = page.locator("#table caption").inner_text()
    rows = csv.DictReader(taken(page, "csv").decode("utf-8-sig").splitlines())
    page.locator("#show-about").click()

    assert page.locator("#lead").inner_text().startswith("10 facts from 1 source; 6 more follow from them.")
    assert "by 10 facts that the sources below state, and 6 that follow" in page.locator("#about").inner_text()
    assert "One of them has no line: a panel tells it." in page.locator("#about").inner_text()
    assert told.startswith("15 of 16 facts shown, and 1 line entered with the actors")
    assert told.endswith("; 1 more in a panel alone")
    assert len(list(rows)) == 15


def test_lines_and_shapes_are_not_called_alike(open_page: OpenPage, html: str) -> None:
    labels = open_page(html).locator("#legend .row .label").all_inner_texts()

    assert labels.count("Agreement") == 1
    assert "Lines to agreements" in labels


def test_what_is_planned_says_so_wherever_it_is_named(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.locator("#search").fill("an embassy")
    page.keyboard.press("Enter")
    assert page.locator("#panel-title").inner_text() == "An embassy in Kenya (explored)"
    assert page.locator("#live").inner_text().startswith("An embassy in Kenya (explored): ")
    page.locator("#view-all").click()

    assert "of which 3 only planned" in page.locator("#live").inner_text()
    page.locator("#take").click()
    with page.expect_download() as saved:
        page.locator("#take-csv").click()
    rows = csv.DictReader(Path(saved.value.path()).read_text("utf-8-sig").splitlines())
    assert {row["status"]: row["holds"] for row in rows}["intended"] == "no"


def test_a_path_over_a_plan_ties_nobody(open_page: OpenPage, html: str) -> None:
    at = "#from=kenya&to=vietnam&planned=yes"
    told = open_page(html, at).locator("#ask-told .verdict").inner_text()

    assert told.startswith("Not tied as things stand, but planned, in 1 step, at “higher, its ladder”.")


def test_a_path_that_may_be_there_is_not_told_as_one_that_is(open_page: OpenPage, html: str) -> None:
    told = open_page(html, "#from=united-kingdom&to=vietnam&at=2025-06-01").locator("#ask-told .verdict").inner_text()

    assert told.startswith("Maybe tied in 1 step")


def test_a_day_on_which_nothing_is_certain_says_so(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#at=2005-06-01")

    assert page.locator("#time-words").inner_text() == "1 June 2005: nothing certain"
    assert page.locator("#time-day").get_attribute("aria-valuetext") == "1 June 2005: nothing certain"
    page.locator("#layout-table").click()
    assert "Maybe so on 1 June 2005" in page.locator("#table td.of-status").first.inner_text()
    page = open_page(html, "#at=2015-06-01")
    assert page.locator("#time-words").inner_text() == "1 June 2015"
