"""A network too large to be drawn at every frame: its lines lie on a layer that is carried along."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.webpage.conftest import bare_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

NAMES = [f"Land {number}" for number in range(70)]
COVERED = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let covered = 0;
    for (let index = 3; index < data.length; index += 4) covered += data[index] > 0;
    return covered / (data.length / 4);
}"""


@pytest.fixture
def large_page(open_page: OpenPage) -> Page:
    """Seventy countries, each tied to every other."""
    ties = list(combinations(range(len(NAMES)), 2))
    assert len(ties) > 2000
    return open_page(bare_page(NAMES, ties), "#shape=network")


def covered(page: Page) -> float:
    """The share of the picture on which anything is painted."""
    return float(page.locator("#picture canvas").first.evaluate(COVERED))


def test_all_lines_are_painted_when_it_says_it_stands(large_page: Page, page_log: PageLog) -> None:
    assert covered(large_page) > 0.1
    assert page_log.errors + page_log.complaints == []


def test_what_is_out_of_focus_is_left_out(large_page: Page) -> None:
    all_of_it = covered(large_page)
    large_page.locator("#search").fill("Land 33")
    large_page.keyboard.press("Enter")
    large_page.wait_for_timeout(600)
    chosen = covered(large_page)
    large_page.keyboard.press("Escape")
    large_page.wait_for_timeout(600)

    assert 0 < chosen < 0.7 * all_of_it
    assert covered(large_page) > 1.3 * chosen


def test_while_it_moves_it_says_what_is_left_out(large_page: Page) -> None:
    left_out = large_page.locator("#left-out")
    assert left_out.is_hidden()
    large_page.mouse.move(1100, 700)
    large_page.mouse.down()
    large_page.mouse.move(1120, 705)
    large_page.mouse.move(1180, 720)
    left_out.wait_for(state="visible")
    assert covered(large_page) > 0.05
    large_page.mouse.up()

    left_out.wait_for(state="hidden")


def test_a_tie_is_hit_where_it_is_painted(open_page: OpenPage) -> None:
    ties = [(0, 1), *((0, 2) for _ in range(2100))]
    page = open_page(bare_page(["Kenya", "Malaysia", "Cuba"], ties, said="They are tied"), "#hide=Cuba")
    right = float(page.locator("#side").evaluate("side => side.getBoundingClientRect().right"))
    page.mouse.click((1440 + right) / 2, 453)

    assert page.locator("#panel-title").inner_text() == "They are tied"
