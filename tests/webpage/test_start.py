"""Where a page of very many ties begins: not with a cloud of lines."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.webpage.axe import serious_faults
from tests.webpage.conftest import bare_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenOnPhone, OpenPage

NAMES = [f"Land {number}" for number in range(64)]


@pytest.fixture(scope="module")
def many() -> str:
    """A page of some two thousand ties."""
    return bare_page(NAMES, list(combinations(range(len(NAMES)), 2)))


def layout(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-layout")


def test_very_many_ties_begin_with_a_choice(open_page: OpenPage, many: str, page_log: PageLog) -> None:
    page = open_page(many)

    assert page.locator("#start").is_visible()
    assert page.locator("#time").is_hidden()
    assert "2,016 ties are too many for one picture" in page.locator("#start").inner_text()
    assert page.locator("#start .ways").first.locator("button").count() == 12
    assert serious_faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert serious_faults(page) == []
    assert page_log.errors == []


def test_a_country_found_there_comes_into_the_middle_of_its_ladder(open_page: OpenPage, many: str) -> None:
    page = open_page(many)
    page.locator("#start-search").fill("land 33")
    page.keyboard.press("Enter")

    assert layout(page) == "ladder"
    assert page.locator("#centre").input_value() == "Land 33"
    page.go_back()
    page.locator("#start").wait_for()
    page.locator("#start").get_by_role("button", name="The whole network").click()
    assert layout(page) == "network"
    assert page.url.endswith("#shape=network")


def test_whatever_is_asked_for_leaves_the_start(open_page: OpenPage, many: str) -> None:
    assert layout(open_page(many, "#node=Land+3")) == "network"
    assert layout(open_page(many, "#shape=table")) == "table"


def test_who_leaves_the_start_at_once_finds_the_legend_written(open_page: OpenPage, many: str) -> None:
    page = open_page(many)
    page.locator("#start").get_by_role("button", name="The whole network").click()

    assert page.locator('#legend [data-key="who:country"] .count').inner_text() == "64"
    page.go_back()
    page.locator("#start").wait_for()
    assert page.locator("#key").is_hidden()
    assert page.locator("#time").is_hidden()


def test_fewer_ties_begin_with_the_network(open_page: OpenPage) -> None:
    page = open_page(bare_page(NAMES[:40], list(combinations(range(40), 2))))

    assert layout(page) == "network"
    assert page.locator("#start").is_hidden()


def test_on_a_phone_the_choice_lies_below_the_head(open_on_phone: OpenOnPhone, many: str) -> None:
    page = open_on_phone(many)
    head, start = (page.locator(name).bounding_box() for name in ("#masthead", "#start"))

    assert head
    assert start
    assert start["y"] >= head["y"] + head["height"]
    assert start["x"] + start["width"] <= 390
