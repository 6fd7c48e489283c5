"""A story on the page: begun, gone through by keys, told to those who listen, sent as a link, and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.stories.conftest import FACTS
from tests.webpage.axe import serious_faults
from tests.world import beside_vietnam, world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.webpage.conftest import OpenOnPhone, OpenPage

STORY = """\
title: Kenya and Việt Nam
steps:
  - {caption: Kenya gained it in May 2025., fact: top}
  - {caption: "On two days: the visit.", days: [2020, 2025], shape: ladder, centre: vietnam}
  - {caption: A path to Kenya., path: {from: vietnam, to: kenya}}
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a small dataset with a story."""
    files = world_files(FACTS, {**beside_vietnam(), "graph/stories/one.yaml": STORY.replace("On two days", "On days")})
    facts = load(write_files(tmp_path_factory.mktemp("story"), files) / "graph")
    return page_html(facts, build_graph(facts))


def told(page: Page) -> str:
    return page.locator("#story-place").inner_text() + ": " + page.locator("#story-caption").inner_text()


def test_a_story_is_gone_through_with_keys_and_what_it_shows_is_shown(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Story: Kenya and Việt Nam").click()

    assert told(page) == "1 of 3: Kenya gained it in May 2025."
    assert page.evaluate("document.activeElement.id") == "story-title"
    assert page.locator("#live").inner_text() == "Step 1 of 3: Kenya gained it in May 2025."
    assert page.locator("#panel-title").inner_text().startswith("Việt Nam has a Comprehensive Strategic")
    assert page.locator("#story-before").get_attribute("aria-disabled") == "true"
    assert serious_faults(page) == []

    page.keyboard.press("ArrowRight")
    assert told(page) == "2 of 3: On days: the visit."
    assert page.locator("#days").is_visible()
    assert page.locator("body").get_attribute("data-layout") == "ladder"

    page.click("#story-next")
    page.keyboard.press("n")
    assert told(page) == "3 of 3: A path to Kenya."
    assert page.locator("#ask-told .verdict").inner_text().startswith("Tied in 1 step")
    assert (page.locator("#days").is_hidden(), page.locator("#panel").is_hidden()) == (True, True)

    page.go_back()
    assert told(page).startswith("2 of 3")
    page.keyboard.press("Escape")
    assert page.locator("#story").is_hidden()
    assert page.locator("#days").is_visible()


def test_a_link_leads_to_a_step(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Story: Kenya and Việt Nam").click()
    page.click("#story-next")
    address = str(page.evaluate("location.hash"))

    assert "story=1.2" in address
    assert told(open_page(html, address)) == "2 of 3: On days: the visit."
    assert open_page(html, "#story=7.1").locator("#story").is_hidden()


def test_a_link_that_names_a_step_alone_shows_what_the_step_shows(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#story=1.1")
    assert page.locator("#panel-title").inner_text().startswith("Việt Nam has a Comprehensive Strategic")

    page.click("#close")
    page.wait_for_timeout(100)  # for the event of the address, which is not to open it again
    assert (page.locator("#panel").is_hidden(), told(page)) == (True, "1 of 3: Kenya gained it in May 2025.")

    page.evaluate("location.hash = '#story=1.2'")
    page.wait_for_function("document.body.dataset.layout === 'ladder'")
    assert page.locator("#days").is_visible()


def test_it_is_printed_whole(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Story: Kenya and Việt Nam").click()
    page.emulate_media(media="print")

    assert page.locator("#story-whole li").all_inner_texts() == [
        "Kenya gained it in May 2025.",
        "On days: the visit.",
        "A path to Kenya.",
    ]
    assert page.locator("#story-go").is_hidden()


def test_on_a_phone_caption_and_panel_lie_beside_each_other(open_on_phone: OpenOnPhone, html: str) -> None:
    page = open_on_phone(html, "#story=1.1&fact=top")
    story, panel = page.locator("#story").bounding_box(), page.locator("#panel").bounding_box()

    assert story is not None
    assert panel is not None
    assert story["y"] + story["height"] <= panel["y"]


def test_a_page_without_stories_has_no_control_for_them(sample_page: Page) -> None:
    assert sample_page.locator("#story-offer").is_hidden()
    assert sample_page.locator("#story").is_hidden()
    sample_page.keyboard.press("?")
    assert "the next step of the story" not in sample_page.locator("#help").inner_text()
