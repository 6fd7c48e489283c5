"""What is kept of a view: in the address, in a file of its own, in pictures and in the names of files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from relgraph.version import VERSION
from tests.webpage.conftest import opened
from tests.webpage.test_takeaway import taken, texts

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenOnPhone, OpenPage

SEEN = re.compile(r"see=(-?\d+),(-?\d+),(\d+)")


def sight(page: Page) -> list[int] | None:
    """The spot in the middle and how much is seen, as they stand in the address."""
    found = SEEN.search(unquote(page.url))
    return [int(number) for number in found.groups()] if found else None


def move(page: Page) -> list[int]:
    """Zoom in and drag the picture; what the address says then."""
    page.mouse.move(900, 300)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(100)
    page.mouse.move(1200, 120)
    page.mouse.down()
    page.mouse.move(1100, 160, steps=4)
    page.mouse.up()
    page.wait_for_url(lambda url: "see=" in url)
    page.wait_for_timeout(450)
    found = sight(page)
    assert found is not None
    return found


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Where each name stands in the picture."""
    names = re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]+)<', taken(page, "svg").decode())
    return {name: (float(x), float(y)) for x, y, name in names}


@pytest.mark.parametrize("address", ["", "#shape=map", "#shape=ladder&node=kenya"])
def test_a_link_opens_on_the_part_that_was_seen(open_page: OpenPage, sample_html: str, address: str) -> None:
    page = open_page(sample_html, address)
    whole = places(page)
    page.keyboard.press("Escape")
    moved = move(page)
    before = places(page)
    again = opened(page, page.url)

    assert before != whole
    assert sight(again) == moved
    assert all(abs(x - before[name][0]) <= 4 for name, (x, _) in places(again).items() if name in before)
    assert places(again).keys() == before.keys()


def test_all_of_it_forgets_the_part_and_so_does_another_shape(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    move(page)
    page.locator("#fit").click()
    page.wait_for_url(lambda url: "see=" not in url)
    move(page)
    page.locator("#layout-map").click()
    page.wait_for_timeout(500)

    assert sight(page) is None
    assert page.url.endswith("#shape=map")


def test_what_the_page_moves_by_itself_is_not_kept(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.locator("#search").fill("kenya")
    page.keyboard.press("Enter")
    page.wait_for_timeout(800)

    assert page.url.endswith("#node=kenya")


def test_moving_is_no_step_to_go_back(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.locator("#layout-ladder").click()
    move(page)
    page.locator("#layout-map").click()
    page.go_back()
    page.wait_for_url(lambda url: "see=" in url)
    page.go_back()

    assert "shape" not in page.url


def test_an_address_that_nobody_was_told_of_yet_is_not_lost(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.evaluate("() => { location.hash = 'node=kenya'; document.querySelector('#layout-map').click(); }")
    page.locator("#panel-title", has_text="Kenya").wait_for()

    assert page.url.endswith("#node=kenya&shape=map")


def test_a_phone_held_upright_sees_the_same_spot(open_on_phone: OpenOnPhone, sample_html: str) -> None:
    page = open_on_phone(sample_html, "#see=100,-50,600")
    page.wait_for_timeout(400)
    page.locator("#stage").press("ArrowRight")
    page.wait_for_url(lambda url: "-50" not in url)
    x, y, span = sight(page) or [0, 0, 0]

    assert (x, span) == (100, 600)
    assert y > -20  # what lies on its right is below where the picture stands upright


def test_a_smaller_window_sees_as_much(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    moved = move(page)
    page.set_viewport_size({"width": 1000, "height": 600})
    page.wait_for_timeout(400)
    page.locator("#stage").press("ArrowRight")
    page.wait_for_timeout(500)
    found = sight(page)

    assert found is not None
    assert found[1:] == moved[1:]


def saved(page: Page, folder: Path) -> Path:
    page.locator("#take").click()
    with page.expect_download() as download:
        page.locator("#take-file").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def test_a_view_saved_as_a_file_opens_on_it_and_asks_for_nothing(
    open_page: OpenPage, page_log: PageLog, sample_html: str, tmp_path: Path
) -> None:
    page = open_page(sample_html, "#shape=ladder&centre=kenya&node=vietnam&off=who%3Abody")
    page.locator("#theme").click()
    file = saved(page, tmp_path)
    page_log.requests.clear()
    again = opened(page, file.as_uri())

    assert file.name == "a-sample-ladder-kenya-viet-nam-filtered.html"
    assert again.locator("#panel-title").inner_text() == "Việt Nam"
    assert again.locator("#centre").input_value() == "kenya"
    assert again.locator('#legend [data-key="who:body"]').count() == 0
    assert page_log.to_network() + page_log.errors + page_log.complaints == []
    assert page_log.requests == [
        again.url,
        *(one for one in page_log.requests if one.startswith(("data:", "blob:", "about:"))),
    ]


def test_a_saved_page_is_the_page_with_nothing_but_its_state(
    open_page: OpenPage, sample_html: str, tmp_path: Path
) -> None:
    page = open_page(sample_html, "#node=kenya")
    file = saved(page, tmp_path)
    text = file.read_text(encoding="utf-8")
    state = '<html lang="en" data-state="node=kenya">'

    assert text.count(state) == 1
    for part in re.findall(r"<(script|style)[^>]*>(.*?)</\1>", sample_html, re.DOTALL):
        assert part[1] in text
    assert "Kenya</h" not in text
    again = opened(page, file.as_uri())
    assert saved(again, tmp_path).read_text(encoding="utf-8") == text


def test_what_was_done_in_a_saved_page_goes_before_what_is_in_it(
    open_page: OpenPage, sample_html: str, tmp_path: Path
) -> None:
    file = saved(open_page(sample_html, "#shape=ladder"), tmp_path)
    page = opened(open_page(sample_html), file.as_uri())
    page.locator("#layout-network").click()
    page.wait_for_timeout(300)
    assert page.locator("#layout-network").get_attribute("aria-pressed") == "true"
    page.go_back()
    page.locator("#layout-ladder[aria-pressed=true]").wait_for()
    again = opened(page, f"{file.as_uri()}#shape=map")

    assert again.locator("#layout-map").get_attribute("aria-pressed") == "true"


@pytest.mark.own_profile
def test_a_link_to_a_file_says_that_it_works_here_only(sample_page: Page) -> None:
    sample_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sample_page.locator("#take").click()
    assert sample_page.locator("#take-note").is_hidden()
    sample_page.locator("#take-link").click()
    sample_page.locator("#take-note").wait_for()

    assert "this machine only" in sample_page.locator("#take-note").inner_text()
    assert "this machine only" in sample_page.locator("#live").inner_text()
    assert sample_page.locator("#take-file").is_visible()


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("#node=atlantis", "“atlantis”"),
        ("#fact=no-such-fact&node=kenya", "“no-such-fact”"),
        ("#from=kenya&to=atlantis", "“atlantis”"),
        ("#shape=ladder&centre=%3Cimg%20src%3Dx%3E", "“<img src=x>”"),
        ("#at=2025-13-45", "says “at=2025-13-45”"),
        ("#story=9.9", "says “story=9.9”"),
    ],
)
def test_an_address_that_names_nobody_says_so(
    open_page: OpenPage, page_log: PageLog, sample_html: str, address: str, named: str
) -> None:
    page = open_page(sample_html, address)
    note = page.locator("#unknown")

    assert named in note.inner_text()
    assert named in page.locator("#live").inner_text()
    page.locator("#unknown-close").click()
    assert note.is_hidden()
    page.evaluate("location.hash = 'node=kenya'")
    page.locator("#panel-title", has_text="Kenya").wait_for()
    assert note.is_hidden()
    page.evaluate("location.hash = 'node=nobody'")
    note.wait_for()
    assert page_log.errors == []


def test_a_known_address_says_nothing(sample_page: Page) -> None:
    assert sample_page.locator("#unknown").is_hidden()


def test_a_picture_says_whence_it_is(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=map&at=2025-12-31&off=who%3Agroup&node=kenya")
    found = texts(taken(page, "svg"))

    assert "A sample" in found
    told = {
        "Map, ties; looked at: Kenya",
        "As of: 31 December 2025",
        "Left out: Group",
        f"Made with relgraph {VERSION}",
    }
    assert told <= {*found}
    assert "Sources: A review of the year (A paper, 12 January 2026)" in found


def test_on_a_phone_the_notes_of_a_picture_are_broken_into_lines(open_on_phone: OpenOnPhone, sample_html: str) -> None:
    page = open_on_phone(sample_html)
    page.locator("#take").tap()
    with page.expect_download() as download:
        page.locator("#take-svg").tap()
    found = texts(download.value.path().read_bytes())

    assert any(text.startswith("Sources: A review") for text in found)
    assert max(map(len, found)) < 70


def test_the_name_of_a_file_tells_what_it_shows(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#view=all&node=kenya&at=2025-12-31")
    for kind in ("png", "svg", "csv", "html"):
        button = page.locator("#take-file" if kind == "html" else f"#take-{kind}")
        if not button.is_visible():
            page.locator("#take").click()
        with page.expect_download() as download:
            button.click()

        assert download.value.suggested_filename == f"a-sample-everything-kenya-2025-12-31.{kind}"
