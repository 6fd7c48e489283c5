"""Pages of very many ties: one line for each pair, and thresholds of closeness and of how many ties an actor has."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.webpage.conftest import OpenPage

LANDS = 30
PAIRS = list(combinations(range(LANDS), 2))
LADDER = "ladders: {of-l0: {label: its ladder, owner: l0, rungs: {low: lower, high: higher}}}"
FACTS = "".join(
    (
        "diplomatic_relations:\n",
        *(
            f"  - {{of: l{one}, with: l{other}, since: 2001, evidence: {{p: 1}}}}\n"
            for one, other in PAIRS
            if other < LANDS - 1
        ),
        "partnerships:\n",
        "  - {of: l0, with: l1, tier: high, evidence: {p: 1}}\n",
        "  - {of: l0, with: l2, tier: low, evidence: {p: 1}}\n",
        "agreements:\n",
        "  accord: {name: an accord, kind: treaty, parties: [l0, l1], on: 2020, evidence: {p: 1}}\n",
        "  lonely: {name: a lonely accord, kind: treaty, parties: [l0, l29], on: 2020, evidence: {p: 1}}\n",
    )
)
AT = "#shape=network"
COLOURS = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = new Set();
  for (let at = 0; at < data.length; at += 4) found.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
  return [...found];
}"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of some four hundred ties."""
    lands = "countries:\n" + "".join(f"  l{number}: {{name: Landia {number}}}\n" for number in range(LANDS))
    files = world_files(FACTS, {"graph/actors/more.yaml": lands, "graph/vocabulary.yaml": LADDER})
    facts = load(write_files(tmp_path_factory.mktemp("tidy"), files) / "graph")
    assert not facts.problems
    return page_html(facts, build_graph(facts))


def test_a_long_list_begins_with_its_first_rows_and_is_whole_on_paper(open_page: OpenPage, html: str) -> None:
    page = open_page(html, f"{AT}&node=l5")
    rows = page.locator("#panel .facts li")
    assert rows.count() == 20
    more = page.get_by_role("button", name="All 28")
    more.focus()
    page.keyboard.press("Enter")
    assert rows.count() == 28
    assert page.evaluate("document.activeElement.innerText") == rows.nth(20).locator("button").inner_text()
    page.locator('#legend [data-key="who:country"]').click()
    assert rows.count() == 28

    page = open_page(html, f"{AT}&node=l5")
    rows = page.locator("#panel .facts li")
    assert rows.count() == 20
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert rows.count() == 28


def agreement_colour(page: Page) -> int:
    """The colour in which agreements are drawn as shapes, as one number."""
    told = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--kind-agreement').trim()")
    return int(told.removeprefix("#"), 16)


def is_drawn(page: Page, colour: int) -> bool:
    return colour in page.locator("#picture canvas").first.evaluate(COLOURS)


def test_of_many_lanes_those_in_sight_are_written_and_all_on_paper(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#shape=lanes")
    lanes, more = page.locator("#lanes ol > li"), page.locator("#lanes .more")
    assert page.locator("#lanes h2").inner_text() == "408 facts with a date"
    assert (lanes.count(), more.inner_text()) == (60, "Show 60 more")
    page.locator("#lanes").evaluate("place => place.scrollTo(0, place.scrollHeight)")
    lanes.nth(119).wait_for(state="attached")
    lanes.nth(61).locator("button").click()
    assert page.locator("#lanes [aria-current]").count() == 1
    assert lanes.count() == 120

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert (lanes.count(), more.is_visible()) == (408, False)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (lanes.count(), more.is_visible()) == (120, True)

    undated = page.locator("#lanes details")
    assert undated.locator("li").count() == 0
    undated.locator("summary").click()
    undated.locator("li").nth(1).wait_for()
    assert undated.locator("li").count() == 2
    assert (lanes.count(), more.is_visible()) == (120, True)  # what is clicked does not run away from the reader


def test_a_thing_of_two_parties_is_a_line_where_ties_are_many(open_page: OpenPage, html: str) -> None:
    page = open_page(html, AT)
    colour = agreement_colour(page)
    fold = page.get_by_role("button", name="One line for each pair")
    assert fold.get_attribute("aria-pressed") == "true"
    assert not is_drawn(page, colour)
    fold.click()
    page.wait_for_timeout(400)

    assert "fold=no" in page.url
    assert is_drawn(page, colour)
    assert serious_faults(page) == []


def test_the_panel_unfolds_what_a_line_stands_for(open_page: OpenPage, html: str) -> None:
    page = open_page(html, AT)
    page.locator("#search").fill("higher")
    page.keyboard.press("Enter")

    assert page.locator("#panel-title").inner_text() == "Landia 0 has a higher with Landia 1"
    others = page.locator("#panel section", has_text="Also between these two").inner_text()
    assert "An accord" in others
    assert "Landia 0 has diplomatic relations with Landia 1" in others


def test_ties_and_actors_below_a_threshold_are_left_out(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#shape=table")
    page.locator("#least-close").select_option(label="at the top of their ladder")
    assert page.locator("#table tbody tr").count() == 1
    assert "close=top" in page.url
    page.locator("#least-close").select_option(label="any")
    page.locator("#least-ties").select_option("5")
    assert page.locator("#table tbody th", has_text="lonely").count() == 0
    page.locator("#search").fill("Landia 29")
    page.keyboard.press("Enter")

    assert "least=" not in page.url  # who is asked for is shown
    page.locator("#least-ties").select_option("5")
    page.locator("#reset").click()
    assert "least=" not in page.url


def test_a_page_of_few_ties_offers_none_of_this(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)

    assert page.locator("#tidy").is_hidden()
