"""What a reader can take away from the page: pictures, facts, a link, paper."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from relgraph.analysis.answer import cell
from relgraph.analysis.listing import list_facts
from relgraph.analysis.telling import FACT_COLUMNS, fact_row
from relgraph.graph.views import View
from tests.webpage.axe import serious_faults
from tests.webpage.conftest import bare_page
from tests.webpage.sample_dataset import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from relgraph.facts.dataset import Dataset
    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

SVG = "{http://www.w3.org/2000/svg}"
SHARP = 2  # pixels of a picture for one of the screen


def taken(page: Page, what: str) -> bytes:
    """What the button of the menu saves."""
    if page.locator("#take-menu").is_hidden():
        page.locator("#take").click()
    with page.expect_download() as download:
        page.locator(f"#take-{what}").click()
    path: Path = download.value.path()
    return path.read_bytes()


def texts(svg: bytes) -> list[str]:
    return ["".join(map(str, text.itertext())) for text in etree.fromstring(svg).iter(f"{SVG}text")]


def test_the_menu_opens_and_closes_by_keyboard(sample_page: Page) -> None:
    sample_page.locator("#take").focus()
    sample_page.keyboard.press("Enter")
    assert sample_page.locator("#take").get_attribute("aria-expanded") == "true"
    assert sample_page.evaluate("document.activeElement.id") == "take-png"
    sample_page.keyboard.press("Escape")

    assert sample_page.locator("#take-menu").is_hidden()
    assert sample_page.evaluate("document.activeElement.id") == "take"


def test_the_picture_is_as_large_as_the_window_with_its_notes_and_finer(sample_page: Page) -> None:
    png = taken(sample_page, "png")
    width, height = (int.from_bytes(png[start : start + 4]) for start in (16, 20))

    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert width == 1440 * SHARP
    assert 0 < height / SHARP - 900 < 120


@pytest.mark.parametrize("address", ["", "#shape=ladder", "#shape=map", "#node=kenya"])
def test_the_drawing_has_title_names_lines_and_legend(open_page: OpenPage, sample_html: str, address: str) -> None:
    page = open_page(sample_html, address)
    svg = taken(page, "svg")
    found = texts(svg)

    assert {"A sample", "Việt Nam", "Kenya", "Comprehensive Strategic Partnership", "Only planned or proposed"} <= {
        *found
    }
    root = etree.fromstring(svg)
    assert str(root.get("viewBox")).startswith("0 0 1440 9")
    assert any(path.get("stroke-dasharray") for path in root.iter(f"{SVG}path"))


def test_what_is_switched_off_is_neither_drawn_nor_explained(sample_page: Page) -> None:
    before = texts(taken(sample_page, "svg"))
    sample_page.locator('#legend [data-key="sure:planned"]').click()
    after = texts(taken(sample_page, "svg"))

    assert "Only planned or proposed" in before
    assert "Only planned or proposed" not in after


def test_the_land_is_in_the_drawing_of_the_map(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=map")

    assert b'fill-rule="evenodd"' in taken(page, "svg")


def test_hostile_names_stay_text_in_a_drawing(open_page: OpenPage, page_log: PageLog) -> None:
    page = open_page(bare_page(list(HOSTILE), [(0, number) for number in range(1, 9)], heading=HOSTILE[0]))
    svg = taken(page, "svg")
    tags = {str(element.tag) for element in etree.fromstring(svg).iter()}

    assert tags <= {f"{SVG}{tag}" for tag in ("svg", "title", "rect", "path", "text")}
    assert any("</script>" in text for text in texts(svg))
    assert page_log.errors == []


def test_the_facts_are_those_of_the_command(open_page: OpenPage, sample_html: str, sample: Dataset) -> None:
    page = open_page(sample_html, "#view=all&on=sure%3Aimplied")
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig"))))
    told = {held.fact.id: fact_row(sample, held) for held in list_facts(sample, View(), (), None)}
    drawn = {name for name, row in told.items() if row["kind"] != "count"}

    assert tuple(rows[0]) == FACT_COLUMNS
    assert {row["id"] for row in rows} == drawn
    for row in rows:
        expected = {name: cell(value) for name, value in told[row["id"]].items()}
        assert row == expected


def test_only_what_is_shown_is_in_the_file(sample_page: Page) -> None:
    sample_page.locator('#legend [data-key="sure:planned"]').click()
    text = taken(sample_page, "csv").decode("utf-8-sig")

    assert "\r\n" in text
    assert "(intended)" not in text
    assert "kenya-bangkok" in text


def test_a_name_that_a_spreadsheet_would_run_is_kept_from_it(open_page: OpenPage) -> None:
    page = open_page(bare_page(["A", "B"], [(0, 1)], said="=cmd|calc!A0"))
    (row,) = csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig")))

    assert row["says"].startswith("'=cmd")


@pytest.mark.own_profile
def test_the_link_is_copied(sample_page: Page) -> None:
    sample_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sample_page.locator("#layout-ladder").click()
    sample_page.locator("#take").click()
    sample_page.locator("#take-link").click()
    sample_page.locator("#take-link", has_text="Link copied").wait_for()

    assert sample_page.evaluate("navigator.clipboard.readText()") == sample_page.url


def test_on_paper_all_is_light_and_nothing_is_cut_off(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.emulate_media(color_scheme="dark", media="screen")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(color_scheme="dark", media="print")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#paper canvas").is_visible()
    for shown in ("#panel-title", "#legend", "h1"):
        assert page.locator(shown).is_visible()
    for hidden in ("#tools", "#search", "#stage"):
        assert page.locator(hidden).is_hidden()
    inside = "panel => panel.scrollHeight <= panel.clientHeight + 1"
    assert page.locator("#panel-body").evaluate(inside)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#paper canvas").count() == 0


def test_the_whole_table_goes_to_paper(open_page: OpenPage) -> None:
    page = open_page(bare_page([f"Country {number}" for number in range(700)], []), "#shape=table")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("#table tbody tr:not(.space)").count() == 700
    assert page.locator("#paper canvas").count() == 0


def test_the_menu_has_no_serious_fault_for_axe(sample_page: Page) -> None:
    sample_page.locator("#take").click()
    assert serious_faults(sample_page) == []
