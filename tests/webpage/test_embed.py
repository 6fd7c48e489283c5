"""The page in a frame of another page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tests.webpage.axe import OF_COLOUR, serious_faults

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import FrameLocator, Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

SITE = "http://paper.example/page.html"
LEFT_OUT = ("#side", "#panel", "#ask", "#tools", "#take-menu", "#time", "#table", "#unknown")


def frame(page: Page, html: str, folder: Path, at: str, sandbox: str = "") -> FrameLocator:
    """The page in a frame of 700 by 450 between two long texts."""
    (folder / "page.html").write_text(html, encoding="utf-8")
    article = f"""<!doctype html><meta charset=utf-8><p style="height: 300px">above</p>
        <iframe src="page.html{at}" width="700" height="450" style="border: 0" {sandbox}></iframe>
        <p style="height: 2000px">below</p>"""
    (folder / "article.html").write_text(article, encoding="utf-8")
    page.goto((folder / "article.html").as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready]").wait_for(state="attached")
    return inside


@pytest.mark.parametrize("address", ["#embed", "#embed&shape=map", "#embed&shape=ladder&node=kenya&at=2025-12-31"])
def test_a_frame_has_picture_legend_credit_and_the_way_to_all_of_it(
    page: Page, page_log: PageLog, sample_html: str, tmp_path: Path, address: str
) -> None:
    inside = frame(page, sample_html, tmp_path, address)

    assert inside.locator("#embed-title").inner_text() == "A sample"
    assert "Comprehensive Strategic Partnership" in inside.locator("#embed-legend").inner_text()
    assert "Sources: A review of the year" in inside.locator("#embed-credit").inner_text()
    for one in LEFT_OUT:
        assert inside.locator(one).is_hidden()
    overflows = "page => page.scrollHeight > innerHeight || page.scrollWidth > innerWidth"
    assert not inside.locator("html").evaluate(overflows)
    painted = """canvas => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"""
    assert inside.locator("#picture canvas").evaluate(painted) is True
    assert page_log.to_network() + page_log.errors + page_log.complaints == []


def test_open_in_full_is_the_same_view(page: Page, sample_html: str, tmp_path: Path) -> None:
    inside = frame(page, sample_html, tmp_path, "#shape=ladder&embed&centre=kenya")
    link = inside.locator("#embed-open")
    with page.expect_popup() as opened:
        link.click()
    full = opened.value
    full.locator("#centre").wait_for()

    assert full.url.endswith("page.html#shape=ladder&centre=kenya")
    assert full.locator("#centre").input_value() == "kenya"
    full.close()


def test_a_wheel_over_it_moves_the_article(page: Page, sample_html: str, tmp_path: Path) -> None:
    inside = frame(page, sample_html, tmp_path, "#embed")
    before = inside.locator("#picture").screenshot()
    page.mouse.move(350, 500)
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(500)

    assert page.evaluate("scrollY") == 200
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(5, 5)
    page.wait_for_timeout(300)
    assert inside.locator("#picture").screenshot() == before


def test_a_finger_may_scroll_over_it(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#embed")

    assert {
        page.locator(f"#stage {one}".strip()).first.evaluate("it => getComputedStyle(it).touchAction")
        for one in ("", "#picture canvas")
    } == {"auto"}


def test_what_is_pressed_stands_out_and_is_no_step_to_go_back(page: Page, sample_html: str, tmp_path: Path) -> None:
    inside = frame(page, sample_html, tmp_path, "#embed&shape=map")
    steps = page.evaluate("history.length")
    inside.locator("html").evaluate("() => { location.replace('#embed&shape=map&node=kenya') }")
    page.wait_for_timeout(300)

    assert "Kenya" in inside.locator("#embed-credit").inner_text()
    assert page.evaluate("history.length") == steps
    assert inside.locator("#panel").is_hidden()


def test_nothing_is_kept_and_no_key_is_taken(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.locator("#theme").click()
    assert page.evaluate("localStorage.length") == 1
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page = open_page(sample_html, "#embed")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark
    page.keyboard.press("v")
    page.keyboard.press("?")
    assert page.url.endswith("#embed")
    assert page.locator("dialog[open]").count() == 0


def test_a_frame_that_may_next_to_nothing_shows_the_picture(
    page: Page, page_log: PageLog, sample_html: str, tmp_path: Path
) -> None:
    inside = frame(page, sample_html, tmp_path, "#embed", sandbox='sandbox="allow-scripts"')

    assert inside.locator("#embed-credit").is_visible()
    assert page_log.errors + page_log.complaints == []


class Sources(HTMLParser):
    """Keeps the attributes of the only element there is."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "iframe"
        self.found = dict(attrs)


@pytest.mark.own_profile
def test_the_code_for_it_is_copied_where_the_page_has_an_address(page: Page, sample_html: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(
        "const writeText = async (text) => { window.copied = text };"
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText } })"
    )
    page.route(SITE, lambda route: route.fulfill(body=sample_html, content_type="text/html; charset=utf-8"))
    page.goto(f"{SITE}#node=kenya&view=all")
    page.locator("html[data-ready]").wait_for(state="attached")
    page.locator("#take").click()
    page.locator("#take-embed").click()
    page.locator("#take-embed", has_text="Code copied").wait_for()
    parser = Sources()
    parser.feed(page.evaluate("window.copied"))

    assert parser.found["src"] == f"{SITE}#embed&node=kenya&view=all"
    assert (parser.found["width"], parser.found["height"], parser.found["title"]) == ("700", "450", "A sample")


def test_a_page_in_a_file_has_no_code_to_offer(sample_page: Page) -> None:
    sample_page.locator("#take").click()

    assert sample_page.locator("#take-embed").is_hidden()


def test_axe_finds_nothing_serious(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#embed&shape=map")
    page.set_viewport_size({"width": 700, "height": 450})
    assert serious_faults(page) == []
    page.emulate_media(color_scheme="dark")

    assert serious_faults(page, *OF_COLOUR) == []
