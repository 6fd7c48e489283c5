"""The map in a real browser: arcs the short way round, and the list of what has no place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.webpage.test_takeaway import SVG, taken

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.fixture_types import WriteFolder
    from tests.webpage.conftest import OpenOnPhone, OpenPage

PACIFIC = {
    "graph/actors/all.yaml": """
        countries:
          vietnam: {name: Việt Nam, iso: VN}
          united-states: {name: United States, iso: US}
          mexico: {name: Mexico, iso: MX}
    """,
    "graph/review.yaml": """
        source: review
        diplomatic_relations: [{of: vietnam, with: united-states}]
        agreements:
          treaty: {name: treaty on fish, parties: [united-states, mexico]}
          pact: {name: pact on ports, parties: [vietnam, united-states, mexico]}
    """,
    "seeds/README.md": "",
}


@pytest.fixture
def pacific_html(dataset: WriteFolder) -> str:
    """Two countries that are nearer to each other over the Pacific, and a third."""
    facts = load(dataset(PACIFIC) / "graph")
    return page_html(facts, build_graph(facts))


def starts(page: Page) -> list[tuple[float, float]]:
    """Where the strokes of the drawing begin that no shape fills, in pixels of the window."""
    paths = [str(path.get("d")) for path in etree.fromstring(taken(page, "svg")).iter(f"{SVG}path")]
    found = [re.match(r"M(-?[\d.]+) (-?[\d.]+)Q[^A-Za-z]+$", path) for path in paths]
    return [(float(match[1]), float(match[2])) for match in found if match]


def test_a_tie_is_cut_at_the_edge_of_the_map_and_goes_on_from_the_other(open_page: OpenPage, pacific_html: str) -> None:
    page = open_page(pacific_html, "#shape=map")
    strokes = starts(page)
    assert len(strokes) == 4  # one in two pieces, and the two halves of the treaty's
    page.keyboard.press("Escape")
    west = min(strokes)
    page.mouse.move(west[0] + 3, west[1])
    page.locator("#tip", has_text="United States").wait_for()

    assert "Việt Nam" in page.locator("#tip").inner_text()


def test_what_ties_two_lies_on_the_line_and_what_ties_three_is_listed(open_page: OpenPage, pacific_html: str) -> None:
    page = open_page(pacific_html, "#shape=map&view=all")
    assert page.locator("#placeless summary").inner_text() == "1 without a place on the map"
    page.locator("#placeless summary").click()
    assert page.locator("#placeless h2").all_inner_texts() == ["Agreement"]
    page.get_by_role("button", name="Pact on ports").click()

    assert page.locator("#panel-title").inner_text() == "Pact on ports"
    assert page.locator("#layout-map").get_attribute("aria-pressed") == "true"


def test_the_list_follows_the_filters_and_is_there_on_the_map_alone(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=map&view=all")
    page.locator("#placeless summary").click()
    before = page.locator("#placeless li").all_inner_texts()
    page.locator('#legend [data-key="who:body"]').click()
    after = page.locator("#placeless li").all_inner_texts()

    assert set(before) - set(after) == {"United Nations"}
    page.locator("#layout-network").click()
    assert page.locator("#placeless").is_hidden()


def test_arrow_keys_do_not_lead_to_what_is_not_on_the_map(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=map&view=all&node=vietnam")
    placeless = set(page.locator("#placeless li").all_text_contents())
    seen = set()
    for arrow in ("Left", "Right", "Up", "Down") * 3:
        page.keyboard.press(f"Shift+Arrow{arrow}")
        seen.add(page.locator("#panel-title").inner_text())

    assert len(seen) > 2
    assert not seen & placeless


def test_the_open_list_has_no_serious_fault_for_axe(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=map")
    page.locator("#placeless summary").click()
    assert serious_faults(page) == []
    page.evaluate("location.hash = 'shape=map&view=all&node=united-nations'")
    page.locator("#panel-title", has_text="United Nations").wait_for()

    assert page.locator("#placeless").evaluate("list => list.open")
    assert serious_faults(page) == []


def test_on_a_phone_the_list_scrolls_inside_its_card(open_on_phone: OpenOnPhone, sample_html: str) -> None:
    page = open_on_phone(sample_html, "#shape=map&view=all")
    page.locator("#placeless summary").tap()
    card = page.locator("#masthead").bounding_box()

    assert card is not None
    assert card["y"] + card["height"] < 844
    assert page.evaluate("document.documentElement.scrollWidth") == 390
