"""Ladder, map and table in a real browser."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.webpage.axe import faults_however_seen, serious_faults
from tests.webpage.conftest import bare_page
from tests.webpage.sample_dataset import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

TITLE, ROWS = "#panel-title", "#table tbody tr"


def shape(page: Page) -> str:
    return page.locator("[id^=layout-][aria-pressed=true]").inner_text()


def first_cells(page: Page) -> list[str]:
    return page.locator("#table tbody th").all_inner_texts()


def test_the_shape_is_kept_in_the_address_and_back_goes_back(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    for name in ("Ladder", "Map", "Table"):
        page.get_by_role("button", name=name, exact=True).click()
        assert shape(page) == name
    assert page.url.endswith("shape=table")
    page.go_back()

    assert shape(page) == "Map"
    assert shape(open_page(sample_html, "#shape=ladder")) == "Ladder"


def test_each_shape_is_another_picture_and_the_first_comes_back(sample_page: Page) -> None:
    stage = sample_page.locator("#picture")
    pictures = []
    for name in ("network", "ladder", "map", "table", "network"):
        sample_page.locator(f"#layout-{name}").click()
        sample_page.mouse.move(700, 20)
        sample_page.wait_for_timeout(300)
        pictures.append(stage.screenshot() if name != "table" else b"")

    assert len(set(pictures[:3])) == 3
    assert pictures[4] == pictures[0]


def test_without_a_place_for_anything_there_is_no_map(open_page: OpenPage, page_log: PageLog) -> None:
    page = open_page(bare_page(["Kenya", "Cuba"], [(0, 1)]), "#shape=map")

    assert page.locator("#layout-map").is_hidden()
    assert page_log.errors == []


def test_a_country_looked_at_comes_into_the_middle_of_the_ladder(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.locator("#layout-ladder").click()
    assert page.locator("#centre").input_value() == "kenya"
    page.locator("#centre").select_option(label="Thailand")

    assert "centre=thailand" in page.url
    assert page.locator("#centre-choice").is_visible()


@pytest.mark.parametrize("name", ["ladder", "map"])
def test_where_a_place_means_something_no_node_is_pinned(open_page: OpenPage, sample_html: str, name: str) -> None:
    page = open_page(sample_html, f"#shape={name}&node=kenya")
    page.keyboard.press("p")
    page.keyboard.press("Control+Shift+ArrowDown")
    page.wait_for_timeout(700)

    assert page.locator("#live").inner_text().startswith("Nodes are moved in the network")
    assert "pin" not in page.url
    assert page.locator("#panel .pin-it").count() == 0
    page.locator("#layout-network").click()
    assert page.locator("#panel .pin-it").count() == 1


def test_dragging_a_node_of_the_ladder_moves_the_picture_and_the_cursor_says_so(
    open_page: OpenPage, sample_html: str
) -> None:
    page = open_page(sample_html, "#shape=ladder")
    x, y = middle_of_ladder(page)
    before = page.locator("#picture").screenshot()
    assert cursor(page) == "pointer"
    page.mouse.down()
    page.mouse.move(x + 30, y + 20, steps=3)
    page.mouse.move(x + 60, y + 40, steps=3)
    assert cursor(page) == "grabbing"
    page.mouse.up()

    assert "pin" not in page.url
    assert page.locator("#picture").screenshot() != before
    page.mouse.move(x + 60, y + 41)
    page.locator("#tip", has_text="Việt Nam").wait_for()
    assert cursor(page) == "pointer"


def cursor(page: Page) -> str:
    return str(page.locator("#stage").evaluate("stage => stage.style.cursor"))


def middle_of_ladder(page: Page) -> tuple[float, float]:
    """Where the pointer rests on the country in the middle."""
    left, right = (page.locator(name).bounding_box() for name in ("#side", "#stage"))
    assert left
    assert right
    x = (left["x"] + left["width"] + right["width"]) / 2
    for y in range(350, 550, 10):
        page.mouse.move(x, y)
        page.wait_for_timeout(50)
        if page.locator("#tip").inner_text().startswith("Việt Nam"):
            return x, y
    pytest.fail("nobody stands in the middle")


def test_at_first_the_best_tied_country_stands_in_the_middle(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=ladder")

    assert page.locator("#centre").input_value() == "vietnam"
    assert page.locator("#centre option").all_inner_texts() == sorted(
        ["France", "Kenya", "New Zealand", "Thailand", "Việt Nam"]
    )


def test_who_is_found_but_not_in_the_ladder_comes_into_its_middle(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=ladder&centre=france")
    page.locator("#search").fill("kenya")
    page.keyboard.press("Enter")

    assert page.locator("#centre").input_value() == "kenya"
    assert page.locator(TITLE).inner_text() == "Kenya"


def test_the_table_has_a_row_for_all_that_is_shown(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=table")
    ties = page.locator(ROWS).count()
    assert page.locator("#table caption").inner_text() == f"{ties} of 16 facts shown"
    page.locator("#view-all").click()

    assert page.locator(ROWS).count() > ties
    page.locator('#legend [data-key="sure:planned"]').click()
    assert not any("(intended)" in text for text in first_cells(page))


def test_who_has_no_tie_is_in_the_table_too(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya", "Cuba", "Tuvalu"], []), "#shape=table")

    assert first_cells(page) == ["Cuba", "Kenya", "Tuvalu"]
    assert page.locator("#table caption").inner_text() == "0 facts shown, and 3 names without a tie"


def test_every_column_sorts_both_ways_by_keyboard(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=table&view=all")
    for column in ("says", "kind", "tier", "status", "when", "certain", "sources"):
        heading = page.locator(f"#table [data-column={column}]")
        for way in ("ascending", "descending"):
            heading.focus()
            page.keyboard.press("Enter")
            assert page.locator("#table [aria-sort]").get_attribute("aria-sort") == way
            assert page.evaluate("document.activeElement.dataset.column") == column
        assert f"sort=-{column}" in page.url
    page.locator("#table [data-column=says]").click()
    assert first_cells(page)[:2] == sorted(first_cells(page), key=str.casefold)[:2]


def test_a_row_opens_its_fact_by_pointer_and_by_keyboard(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=table")
    row = page.locator(ROWS, has_text="Strategic Partnership with Thailand")
    row.locator("td").nth(2).click()
    assert page.locator(TITLE).inner_text() == "Việt Nam has a Strategic Partnership with Thailand"
    assert row.get_attribute("aria-current") == "true"
    page.keyboard.press("Escape")
    page.locator(ROWS, has_text="with New Zealand").locator(".link").first.focus()
    page.keyboard.press("Enter")

    assert page.locator(TITLE).inner_text().endswith("with New Zealand")
    assert row.get_attribute("aria-current") is None


def test_a_screen_reader_is_told_of_a_table(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=table")
    told = page.locator("#table").aria_snapshot()

    assert 'table "' in told
    assert 'columnheader "What is said"' in told
    assert "rowheader" in told


FIVE_THOUSAND = [f"Country {number:04}" for number in range(5_000)]


def test_of_five_thousand_rows_those_in_sight_are_written(open_page: OpenPage) -> None:
    page = open_page(bare_page(FIVE_THOUSAND, []))
    before = time.perf_counter()
    page.locator("#layout-table").click()
    page.locator(ROWS, has_text="Country 0000").wait_for()
    first = time.perf_counter() - before
    written = page.locator(f"{ROWS}[data-node]").count()
    before = time.perf_counter()
    for way in ("ascending", "descending"):
        page.locator("#table [data-column=says]").click()
        page.locator(f"#table [aria-sort={way}] [data-column=says]").wait_for()

    assert first < 5
    assert time.perf_counter() - before < 5
    assert written < 100
    assert page.locator("#table table").get_attribute("aria-rowcount") == "5001"


def test_a_long_table_is_read_from_end_to_end(open_page: OpenPage) -> None:
    page = open_page(bare_page(FIVE_THOUSAND, []), "#shape=table&sort=says")
    table = page.locator("#table")
    size = table.evaluate("table => table.scrollHeight")
    table.evaluate("table => { table.scrollTop = table.scrollHeight }")
    last = page.locator(ROWS, has_text="Country 4999")
    last.wait_for()

    assert last.get_attribute("aria-rowindex") == "5001"
    assert page.locator(ROWS, has_text="Country 0000").count() == 0
    assert abs(table.evaluate("table => table.scrollHeight") - size) < 2
    last.get_by_role("button").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent") == "Country 4998"
    page.keyboard.press("Enter")
    assert page.locator(TITLE).inner_text() == "Country 4998"
    assert page.locator("#table [aria-current]").inner_text().startswith("Country 4998")
    table.evaluate("table => { table.scrollTop = 0 }")
    page.locator(ROWS, has_text="Country 0000").wait_for()
    numbers = page.locator(f"{ROWS}[aria-rowindex]").evaluate_all("rows => rows.map(row => +row.ariaRowIndex)")
    assert numbers == list(range(2, 2 + len(numbers)))
    assert serious_faults(page) == []


def test_a_long_table_that_comes_back_in_a_larger_window_has_all_rows_in_sight(open_page: OpenPage) -> None:
    page = open_page(bare_page(FIVE_THOUSAND[:400], []), "#shape=table")
    page.set_viewport_size({"width": 1440, "height": 400})
    page.locator("#table").evaluate("table => { table.scrollTop = 5000 }")
    page.locator("#layout-network").click()
    page.set_viewport_size({"width": 1440, "height": 2000})
    page.locator("#layout-table").click()

    assert page.evaluate("document.elementFromPoint(800, 1900).closest('tr[aria-rowindex]') !== null")


def test_paper_gets_all_rows_of_a_long_table(open_page: OpenPage) -> None:
    page = open_page(bare_page(FIVE_THOUSAND[:400], []), "#shape=table")
    count = "document.querySelectorAll('#table tr[data-node]').length"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(count) == 400
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(count) < 100


@pytest.mark.own_profile
def test_hostile_names_stay_text_in_every_shape(page: Page, open_page: OpenPage, page_log: PageLog) -> None:
    page.add_init_script("window.alert = () => { window.ran = true }")
    open_page(bare_page(list(HOSTILE), [(0, number) for number in range(1, 9)]))
    for name in ("ladder", "table"):
        page.locator(f"#layout-{name}").click()
        page.wait_for_timeout(100)
    page.locator('#legend [data-key="other:partnership"]').click()

    assert page.locator("body img:not(.swatch), body b").count() == 0
    assert page.evaluate("window.ran") is None
    assert page_log.errors + page_log.complaints + page_log.to_network() == []


def test_a_word_without_end_is_broken(open_page: OpenPage) -> None:
    long = "W" * 180
    page = open_page(bare_page([long, "Kenya"], [(0, 1)], said=f"{long} is tied to Kenya"), "#shape=table")

    box = page.locator("#table tbody th").bounding_box()
    assert box is not None
    assert box["width"] < 400
    page.evaluate("name => { location.hash = `shape=compare&compare=${name}&compare=Kenya` }", long)
    page.locator("#compare-chosen .chip").first.wait_for()
    assert page.evaluate("(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.all.compare)") <= 0


@pytest.mark.parametrize("names", [[], ["Kenya"]])
def test_the_smallest_graphs_have_every_shape(open_page: OpenPage, page_log: PageLog, names: list[str]) -> None:
    page = open_page(bare_page(names, []), "#shape=network&centre=nobody&sort=none")
    for shape in ("ladder", "map", "table", "network"):
        page.evaluate("shape => { location.hash = `shape=${shape}&centre=nobody&sort=none` }", shape)

        assert page.locator("#empty").is_visible() == (not names)
        assert page_log.errors == []


def test_on_a_phone_nothing_covers_the_head_of_the_table(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#layout-table").click()
    side, table = page.locator("#side").bounding_box(), page.locator("#table").bounding_box()

    assert side is not None
    assert table is not None
    assert table["y"] >= side["y"] + side["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_axe_finds_nothing_serious_in_any_shape(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    for address in ("shape=ladder", "shape=map&node=vietnam", "shape=table", "shape=table&view=all&fact=memorandum"):
        page.evaluate("address => { location.hash = address }", address)
        assert faults_however_seen(page) == {}
