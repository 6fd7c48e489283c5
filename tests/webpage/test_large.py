"""A network too large to be drawn at every frame: its lines lie on a layer that is carried along."""

from __future__ import annotations

import base64
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

THICK = """() => {
    const { width, height } = document.querySelector("#picture canvas");
    const { data } = document.querySelector("#picture canvas").getContext("2d").getImageData(0, 0, width, height);
    const found = [];
    for (let y = 200; y < height - 150; y += 5)
        for (let x = 450; x < width - 100; x += 5)
            if ([0, 1, -1].every(aside => data[4 * (y * width + x + aside) + 3] > 200)) found.push([x, y]);
    return found;
}"""
"""Spots of the screen that are painted, with those beside them: of lines, shapes, names and what frames these."""
TOLD = """async (png, spots) => {
    const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const at = (x, y) => 4 * (y * image.width + x);
    const ground = at(image.width - 3, 3);
    return spots.filter(([x, y]) =>
        [0, 1, 2].some(part => Math.abs(data[at(2 * x, 2 * y) + part] - data[ground + part]) > 30)).length;
}"""
"""How many of these spots are not bare ground in a picture of twice as many pixels."""


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


def test_a_picture_taken_away_has_the_lines_where_the_screen_has_them(large_page: Page) -> None:
    seen = large_page.evaluate(THICK)
    with large_page.expect_download() as download:
        large_page.locator("#take").click()
        large_page.locator("#take-png").click()
    png = base64.b64encode(download.value.path().read_bytes()).decode("ascii")

    assert len(seen) > 100
    assert large_page.evaluate(f"spots => ({TOLD})('{png}', spots)", seen) > 0.85 * len(seen)


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
