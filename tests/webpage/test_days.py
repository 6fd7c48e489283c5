"""Two days compared on the page: asked by hand and by address, drawn and listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.webpage.known_worlds import CHANGES
from tests.world import beside_vietnam, world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.webpage.conftest import OpenPage

TOLD, HINT = "#days-told", "#days-hint"


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the known world in which there are changes of every sort."""
    files = world_files(CHANGES.facts, beside_vietnam())
    facts = load(write_files(tmp_path_factory.mktemp("days"), files) / "graph")
    assert not facts.problems
    return page_html(facts, build_graph(facts))


def groups(page: Page) -> list[str]:
    """The headings of what is drawn, each with its count."""
    return [one.replace("\n", " ") for one in page.locator(f"{TOLD} > section > h3").all_inner_texts()]


def ask(page: Page, first: str, second: str) -> None:
    page.fill("#days-from", first)
    page.fill("#days-to", second)
    page.press("#days-to", "Enter")


def test_two_days_are_compared_drawn_and_listed(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.keyboard.press("Shift+T")
    assert page.evaluate("document.activeElement.id") == "days-from"

    ask(page, "2013-12-31", "2015-12-31")

    assert groups(page) == ["Raised 1", "Lowered 1", "Gained 1", "Ended 1 of 2 drawn"]
    assert page.locator("#live").inner_text() == (
        "From 31 December 2013 to 31 December 2015: 1 raised, 1 lowered, 1 gained, 2 ended, 1 happened, "
        "1 that may have changed."
    )
    raised = page.locator(f"{TOLD} > section").first.inner_text()
    assert "Việt Nam has a Comprehensive Strategic Partnership with Kenya" in raised
    assert "Before:\nViệt Nam has a Comprehensive Partnership with Kenya" in raised
    assert serious_faults(page) == []

    page.locator(f"{TOLD} .fact").first.click()
    page.get_by_role("button", name="The changes").click()
    assert page.evaluate("document.activeElement.id") == "days-title"
    page.keyboard.press("Escape")
    assert page.locator("#days").is_hidden()
    assert "days" not in page.evaluate("location.hash")


def test_what_is_maybe_so_on_either_day_is_said_so(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#days=2013-12-31%2C2015-06-30")

    assert groups(page) == ["Gained 1", "Ended 1 of 2 drawn", "Maybe raised 1", "Maybe lowered 1"]
    assert page.locator(f"{TOLD} summary").last.inner_text() == "2 facts are maybe so on both days"


def test_what_cannot_be_compared_says_why(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#days=2015%2C2013")
    assert page.locator(HINT).inner_text() == "The second day lies before the first: give the earlier one first."

    ask(page, "soon", "2015")
    assert page.locator(HINT).inner_text().startswith("“soon” is no date here.")
    assert page.locator(TOLD).inner_text() == ""


def test_a_day_or_a_path_takes_the_place_of_two_days(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#days=2013%2C2015")
    page.locator("#time-day").press("Home")
    assert page.locator("#days").is_hidden()

    page.click("#show-days")
    page.click("#show-ask")
    assert (page.locator("#days").is_hidden(), page.locator("#ask").is_visible()) == (True, True)


def test_what_is_taken_away_tells_the_days_and_the_marks(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#days=2013-12-31%2C2015-12-31")
    page.click("#take")
    with page.expect_download() as taken:
        page.click("#take-svg")
    svg = taken.value.path().read_text(encoding="utf-8")

    assert taken.value.suggested_filename.endswith("-2013-12-31-to-2015-12-31.svg")
    assert all(f">{word}</text>" in svg for word in ("Raised", "Lowered", "Gained", "Ended"))
    assert "Changes from 31 December 2013 to 31 December 2015" in svg


def test_facts_stand_in_lanes_along_time(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#at=2013-12-31")
    page.click("#more")
    page.click("#layout-lanes")
    lanes = page.locator("#lanes ol > li")

    maybe = "derived:diplomatic-relations:france:vietnam"
    assert page.locator("#lanes h2").inner_text() == "4 facts with a date"
    assert [one.get_attribute("data-fact") for one in lanes.all()] == [maybe, "low", "top", "over"]
    assert page.locator("#lanes summary").inner_text() == "1 fact without a date"
    assert lanes.first.locator(".asked").count() == 1
    assert serious_faults(page) == []

    lanes.last.locator("button").click()
    assert page.locator("#panel-title").inner_text() == "Việt Nam has a Strategic Partnership with Brazil"
    assert lanes.last.get_attribute("aria-current") == "true"


def test_the_slider_shows_where_dates_are_not_sure(open_page: OpenPage, html: str) -> None:
    page = open_page(html)

    assert page.locator("#time-unsure span").count() > 0
