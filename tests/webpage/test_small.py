"""Small screens: a phone held upright and on its side, and a tablet; nothing overlaps, everything can be pressed."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.webpage.conftest import UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Page, ViewportSize

    from tests.webpage.conftest import OpenOnPhone

    SmallPage = Callable[[ViewportSize, str], Page]

ON_ITS_SIDE: ViewportSize = {"width": 844, "height": 390}
SMALL: ViewportSize = {"width": 667, "height": 375}
TABLET: ViewportSize = {"width": 768, "height": 1024}
STATES = ["", "node=vietnam", "from=kenya&to=new-zealand", "at=2013-01-01", "shape=table", "shape=ladder"]
GO_TO = """address => {
    location.hash = address;
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
FINGER = 44  # pixels that a finger needs
TOO_SMALL = """least => [...document.querySelectorAll("button, select, summary, input:not([type=range])")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least)
    .map(one => one.outerHTML)"""
RING_IS_FREE = """() => {
    const canvas = document.querySelector("#picture canvas");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const isRing = (at) => [217, 72, 15].every((part, index) => Math.abs(data[at + index] - part) < 4);
    const sharp = canvas.width / innerWidth;
    for (let at = 0; at < data.length; at += 4)
        if (isRing(at)) {
            const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
            return document.elementFromPoint(x / sharp, y / sharp).closest("#stage") !== null;
        }
    return false;
}"""
CARDS = """[...document.querySelectorAll("#masthead, #key, #panel, #ask, #tools, #time, #table")]
    .filter(card => card.checkVisibility())
    .map(card => ({ id: card.id, ...card.getBoundingClientRect().toJSON() }))"""


@pytest.fixture
def small(open_on_phone: OpenOnPhone, sample_html: str) -> SmallPage:
    """Open the page of the sample on a small screen, touched with fingers, at a place after #."""
    return lambda size, at: open_on_phone(sample_html, at, size)


def overlap(one: FloatRect, other: FloatRect) -> bool:
    across = one["x"] < other["x"] + other["width"] and other["x"] < one["x"] + one["width"]
    return across and one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]


@pytest.mark.parametrize("size", [UPRIGHT, ON_ITS_SIDE, SMALL, TABLET], ids=lambda size: f"{size['width']}")
def test_cards_lie_in_the_window_and_apart_and_fingers_have_room(small: SmallPage, size: ViewportSize) -> None:
    page = small(size, "")
    for at in STATES:
        page.evaluate(GO_TO, at)
        cards = page.evaluate(CARDS)

        assert [(one["id"], other["id"]) for one, other in combinations(cards, 2) if overlap(one, other)] == [], at
        assert all(card["x"] >= 0 and card["x"] + card["width"] <= size["width"] for card in cards), at
        assert all(card["y"] >= 0 and card["y"] + card["height"] <= size["height"] for card in cards), at
        assert page.evaluate(TOO_SMALL, FINGER) == [], at
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], at


def test_the_legend_opens_between_the_cards_and_filters(small: SmallPage) -> None:
    page = small(UPRIGHT, "")
    assert page.locator("#key").is_hidden()
    page.locator("#show-legend").tap()
    cards = page.evaluate(CARDS)
    assert [(one["id"], other["id"]) for one, other in combinations(cards, 2) if overlap(one, other)] == []
    page.locator("#view-all").tap()

    assert page.evaluate("location.hash") == "#view=all"


def test_on_its_side_the_panel_takes_the_place_of_the_legend(small: SmallPage) -> None:
    page = small(ON_ITS_SIDE, "#node=vietnam")
    assert page.locator("#masthead").is_hidden()
    page.locator("#close").tap()

    assert page.locator("#masthead").is_visible()
    assert page.locator("#key").is_visible()


@pytest.mark.parametrize("size", [UPRIGHT, ON_ITS_SIDE], ids=["upright", "on its side"])
def test_what_is_found_is_brought_where_nothing_covers_it(small: SmallPage, size: ViewportSize) -> None:
    page = small(size, "#node=vietnam")

    page.wait_for_function(RING_IS_FREE)


def test_what_is_looked_at_stays_in_sight_when_the_bar_of_the_address_goes(small: SmallPage) -> None:
    page = small({"width": 390, "height": 784}, "#node=vietnam")
    page.set_viewport_size(UPRIGHT)
    page.wait_for_timeout(500)  # until the window keeps its size

    page.wait_for_function(RING_IS_FREE)
