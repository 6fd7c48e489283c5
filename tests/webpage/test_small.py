"""Small screens: a phone held upright and on its side, and a tablet; nothing overlaps, everything can be pressed."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.webpage.conftest import READY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FloatRect, Page, ViewportSize

    SmallPage = Callable[[ViewportSize, str], Page]

UPRIGHT: ViewportSize = {"width": 390, "height": 844}
ON_ITS_SIDE: ViewportSize = {"width": 844, "height": 390}
SMALL: ViewportSize = {"width": 667, "height": 375}
TABLET: ViewportSize = {"width": 768, "height": 1024}
STATES = ["", "#node=vietnam", "#from=kenya&to=new-zealand", "#at=2013-01-01", "#shape=table", "#shape=ladder"]
FINGER = 44  # pixels that a finger needs
TOO_SMALL = """least => [...document.querySelectorAll("button, select, summary, input:not([type=range])")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least)
    .map(one => one.outerHTML)"""
CARDS = """[...document.querySelectorAll("#masthead, #key, #panel, #ask, #tools, #time, #table")]
    .filter(card => card.checkVisibility())
    .map(card => ({ id: card.id, ...card.getBoundingClientRect().toJSON() }))"""


@pytest.fixture
def small(browser: Browser, tmp_path: Path, sample_html: str) -> Iterator[SmallPage]:
    """Open the page of the sample on a small screen, touched with fingers, at a place after #."""
    file = tmp_path / "small.html"
    file.write_text(sample_html, encoding="utf-8")
    contexts = []

    def open_it(size: ViewportSize, at: str) -> Page:
        context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, device_scale_factor=3)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{file.as_uri()}{at}")
        page.wait_for_selector(READY, state="attached")
        return page

    yield open_it
    for context in contexts:
        context.close()


def overlap(one: FloatRect, other: FloatRect) -> bool:
    across = one["x"] < other["x"] + other["width"] and other["x"] < one["x"] + one["width"]
    return across and one["y"] < other["y"] + other["height"] and other["y"] < one["y"] + one["height"]


@pytest.mark.parametrize("size", [UPRIGHT, ON_ITS_SIDE, SMALL, TABLET], ids=lambda size: f"{size['width']}")
@pytest.mark.parametrize("at", STATES)
def test_cards_lie_in_the_window_and_apart_and_fingers_have_room(small: SmallPage, size: ViewportSize, at: str) -> None:
    page = small(size, at)
    cards = page.evaluate(CARDS)

    assert [(one["id"], other["id"]) for one, other in combinations(cards, 2) if overlap(one, other)] == []
    assert all(card["x"] >= 0 and card["x"] + card["width"] <= size["width"] for card in cards)
    assert all(card["y"] >= 0 and card["y"] + card["height"] <= size["height"] for card in cards)
    assert page.evaluate(TOO_SMALL, FINGER) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


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
    ring = page.locator("#picture canvas").evaluate(
        """canvas => {
            const pen = canvas.getContext("2d");
            const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
            const ring = [217, 72, 15];
            for (let at = 0; at < data.length; at += 4)
                if (ring.every((part, index) => Math.abs(data[at + index] - part) < 4)) {
                    const pixel = at / 4;
                    const sharp = canvas.width / innerWidth;
                    return [(pixel % canvas.width) / sharp, Math.floor(pixel / canvas.width) / sharp];
                }
            return null;
        }"""
    )

    assert ring is not None
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('#stage') !== null", ring)
