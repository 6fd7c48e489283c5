"""The page in a real browser: what it asks for, what it shows, and what a reader can do with it."""

from __future__ import annotations

import base64
import re
import zlib
from typing import TYPE_CHECKING

import pytest

from relgraph.graph.multigraph import build_graph
from relgraph.reading.characters import visible
from relgraph.webpage import page_html
from tests.webpage.axe import faults_however_seen, serious_faults
from tests.webpage.conftest import bare_page
from tests.webpage.sample_dataset import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from relgraph.facts.dataset import Dataset
    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage
    from tests.world import World

PANEL, TITLE = "#panel", "#panel-title"


def free_middle(page: Page) -> tuple[float, float]:
    """The middle of what the card on the left leaves free: there a fitted picture has its own."""
    right = page.locator("#side").evaluate("side => side.getBoundingClientRect().right")
    return (1440 + float(right)) / 2, 450


def find(page: Page, text: str) -> list[str]:
    page.locator("#search").fill(text)
    return page.locator("#found [role=option] .label").all_text_contents()


def row(page: Page, key: str) -> Locator:
    return page.locator(f'#legend [data-key="{key}"]')


def told(page: Page) -> str:
    return page.locator("#live").inner_text()


def test_our_own_facts_make_a_page_that_can_be_mailed(curated: Dataset) -> None:
    html = page_html(curated, build_graph(curated))

    assert len(html.encode()) < 750_000


def test_it_asks_for_nothing_and_complains_of_nothing(sample_page: Page, page_log: PageLog) -> None:
    sample_page.locator("#view-all").click()
    find(sample_page, "viet")
    sample_page.keyboard.press("Enter")
    sample_page.locator("#panel .fact").first.click()

    assert page_log.to_network() == []
    assert page_log.complaints == []
    assert page_log.errors == []


def test_what_is_planted_into_the_file_does_not_run(open_page: OpenPage, sample_html: str, page_log: PageLog) -> None:
    planted = "<img src=x onerror='window.ran = 1'><script>window.ran = 2</script><h1 onclick='window.ran = 3'>"
    page = open_page(sample_html.replace("<h1>", planted))
    page.locator("h1").click()

    assert page.evaluate("window.ran") is None
    assert sum("Content Security Policy" in complaint for complaint in page_log.complaints) >= 3


def test_no_script_can_write_markup_or_fetch(sample_page: Page) -> None:
    refused = "(act) => { try { act(); return false } catch { return true } }"

    assert sample_page.evaluate(f"({refused})(() => {{ document.body.innerHTML = '<b>x</b>' }})") is True
    assert sample_page.evaluate("fetch('data:,x').then(() => 'fetched', () => 'refused')") == "refused"


def test_a_library_that_differs_from_the_one_packed_does_not_run(
    page: Page, address_of: Callable[[str], str], sample_html: str, page_log: PageLog
) -> None:
    other = base64.b64encode(zlib.compress(b"window.ran = 1")).decode()
    page.goto(address_of(re.sub(r'(id="vis-network">)[^<]*', rf"\g<1>{other}", sample_html)))
    page.wait_for_event("pageerror", predicate=lambda error: "vis is not defined" in str(error))

    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in page_log.complaints)


def test_what_a_browser_saves_of_it_while_open_is_the_page_again(
    open_page: OpenPage, sample_html: str, page_log: PageLog
) -> None:
    """The library is in it once, packed: as little as in the page that was opened."""
    kept = open_page(sample_html, "#node=kenya").content()
    again = open_page(kept, "#node=vietnam")

    again.locator(TITLE, has_text="Việt Nam").wait_for()
    assert again.locator("#picture canvas").count() == 1
    assert len(kept) < len(sample_html) * 1.2
    assert page_log.errors == []


@pytest.mark.own_profile
@pytest.mark.parametrize("lacks", ["window.DecompressionStream", "Array.prototype.toReversed"])
def test_a_browser_that_is_too_old_is_told_so(
    page: Page, address_of: Callable[[str], str], sample_html: str, lacks: str
) -> None:
    page.add_init_script(f"delete {lacks}")
    page.goto(address_of(sample_html))

    assert page.locator("#too-old").inner_text() == "This page needs a browser of 2023 or later; this one is older."
    assert serious_faults(page) == []


@pytest.mark.own_profile
def test_a_name_is_shown_as_text_whatever_it_is(page: Page, open_page: OpenPage, page_log: PageLog) -> None:
    page.add_init_script("window.alert = () => { window.ran = true }")
    open_page(bare_page(list(HOSTILE), [(number, number + 1) for number in range(8)], heading=HOSTILE[0]))
    for name in map(visible, HOSTILE):
        page.evaluate("name => { location.hash = new URLSearchParams({ node: name }) }", name)
        page.locator("#search").fill(name[:60])
        page.locator(f"{TITLE}:not(:empty)").wait_for()

        assert page.locator(TITLE).text_content() == name
        assert page.locator("#found .label").all_text_contents()[:1] in ([name], [])
    assert page.locator("h1").text_content() == HOSTILE[0]
    assert page.locator("body img:not(.swatch), body b").count() == 0
    assert page.evaluate("window.ran") is None
    assert page_log.errors + page_log.complaints + page_log.to_network() == []


def test_the_first_screen_says_what_it_is(sample_page: Page) -> None:
    assert sample_page.locator("h1").inner_text() == "A sample"
    assert sample_page.locator("#lead").inner_text().startswith("10 facts from 1 source")
    assert sample_page.locator(PANEL).is_hidden()
    labels = sample_page.locator("#legend .label").all_inner_texts()
    assert labels[:2] == ["Countries", "Missions"]
    assert "Comprehensive Strategic Partnership" in labels
    assert "Only planned or proposed" in labels
    assert "People" not in labels


def test_a_country_is_found_by_any_name(sample_page: Page) -> None:
    names = ["viet nam", "VIỆT NAM", "vietnam", "vn", "Vietnamese", "nam viet"]

    assert [find(sample_page, name)[0] for name in names] == ["Việt Nam"] * len(names)


def test_the_search_works_by_keyboard(sample_page: Page) -> None:
    sample_page.keyboard.press("/")
    sample_page.keyboard.type("ken")
    sample_page.keyboard.press("ArrowDown")
    sample_page.keyboard.press("ArrowDown")
    chosen = sample_page.locator("#found [aria-selected=true]")
    assert sample_page.locator("#search").get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    label = chosen.locator(".label").inner_text()
    sample_page.keyboard.press("Enter")

    assert sample_page.locator(TITLE).inner_text() == label
    assert sample_page.locator("#found").is_hidden()
    sample_page.keyboard.press("Escape")
    assert sample_page.locator(PANEL).is_hidden()


def test_a_name_that_is_not_there_is_said_to_be_so(sample_page: Page) -> None:
    assert find(sample_page, "atlantis") == []
    assert sample_page.locator("#found").inner_text() == "No name or fact like this"
    sample_page.keyboard.press("Escape")
    assert sample_page.locator("#search").input_value() == ""


@pytest.mark.parametrize("asked", ["Keyna", "kenia"])
def test_a_name_that_is_nearly_right_leads_to_the_one_that_was_meant(sample_page: Page, asked: str) -> None:
    assert find(sample_page, asked) == ["Kenya"]
    assert sample_page.locator("#found .nothing").inner_text() == "No name or fact like this. Did you mean:"
    sample_page.keyboard.press("Enter")  # a guess must be chosen
    assert sample_page.locator(PANEL).is_hidden()
    sample_page.keyboard.press("ArrowDown")
    sample_page.keyboard.press("Enter")
    assert sample_page.locator(TITLE).inner_text() == "Kenya"
    sample_page.keyboard.press("Escape")


def test_who_is_found_but_not_among_the_ties_is_shown_with_everything(sample_page: Page) -> None:
    assert find(sample_page, "cuong") == ["Lương Cường", "Talks in Hà Nội"]
    sample_page.keyboard.press("Enter")

    assert sample_page.locator("#view-all").get_attribute("aria-pressed") == "true"
    assert sample_page.locator(TITLE).inner_text() == "Lương Cường"


def test_a_row_of_the_legend_hides_what_it_explains(sample_page: Page) -> None:
    row(sample_page, "sure:planned").click()
    without = told(sample_page)
    assert row(sample_page, "sure:planned").get_attribute("aria-pressed") == "false"
    sample_page.locator("#reset").click()

    assert without != told(sample_page)
    assert row(sample_page, "sure:planned").get_attribute("aria-pressed") == "true"
    assert sample_page.locator("#reset").is_hidden()


def test_only_this_leaves_one_row_of_its_sort_and_brings_the_others_back(sample_page: Page) -> None:
    row(sample_page, "sure:planned").hover()
    row(sample_page, "only:sure:planned").click()
    others = sample_page.locator('#legend [data-key^="sure:"]:not([data-key="sure:planned"])')
    assert {one.get_attribute("aria-pressed") for one in others.all()} == {"false"}
    assert row(sample_page, "sure:planned").get_attribute("aria-pressed") == "true"
    assert sample_page.evaluate("document.activeElement.dataset.key") == "sure:planned"
    sample_page.keyboard.press("Shift+Enter")

    assert row(sample_page, "sure:current").get_attribute("aria-pressed") == "true"
    assert sample_page.locator("#reset").is_hidden()


def test_when_all_is_hidden_the_page_says_so(sample_page: Page) -> None:
    row(sample_page, "who:country").click()
    assert sample_page.locator("#empty").is_visible()
    sample_page.locator("#empty-reset").click()

    assert sample_page.locator("#empty").is_hidden()


def test_a_click_on_a_node_tells_all_that_is_said_of_it(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya"], []))
    page.mouse.click(*free_middle(page))

    assert page.locator(TITLE).inner_text() == "Kenya"
    assert "Nothing is said of it here." in page.locator(PANEL).inner_text()


def test_a_click_on_a_tie_tells_its_fact_and_one_beside_it_nothing(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya", "Malaysia"], [(0, 1)], said="They are tied"))
    x, y = free_middle(page)
    page.mouse.click(x, y + 60)
    assert page.locator(PANEL).is_hidden()
    page.mouse.click(x, y + 4)

    assert page.locator(TITLE).inner_text() == "They are tied"
    page.mouse.click(x - 300, y + 300)
    assert page.locator(PANEL).is_hidden()


def test_the_pointer_is_told_what_it_rests_on(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya"], []))
    page.mouse.move(*free_middle(page))
    page.locator("#tip:not([hidden])").wait_for()

    assert page.locator("#tip strong").inner_text() == "Kenya"


def test_a_fact_tells_tier_status_dates_evidence_and_check(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=new-zealand")
    page.locator("#panel .fact", has_text="Việt Nam").first.click()
    text = page.locator("#panel-body").inner_text()

    assert page.locator(TITLE).inner_text() == "Việt Nam has a Comprehensive Strategic Partnership with New Zealand"
    for words in ("In force", "Since 2025", "A review of the year", "A paper · 12 January 2026 · paragraph 1"):
        assert words in text
    assert page.locator("#panel q").all_inner_texts() == ["New Zealand", "2025"]
    assert page.locator("#panel .check").inner_text() == "Checked in the index"
    page.locator("#panel .back").click()
    assert page.locator(TITLE).inner_text() == "New Zealand"


def test_a_derived_fact_leads_to_its_premises(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=france")
    page.locator("#panel .fact", has_text="Việt Nam").first.click()
    assert "Derived: no source states it" in page.locator("#panel .chips").inner_text()
    page.locator("#panel .why .fact").first.click()

    assert "the pair" in page.locator(TITLE).inner_text()
    assert page.locator("#panel .check").inner_text() == "Checked in the index"


def test_what_is_only_intended_is_said_to_be_so(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya-hanoi")

    assert "Explored: nothing is settled yet" in page.locator("#panel .chips").inner_text()
    assert page.locator("#panel .check").inner_text() == "Only cited"


def test_counts_and_figures_are_told_with_their_node(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=vietnam")

    assert page.locator("#panel section", has_text="14").count() >= 1


def test_a_link_opens_the_same_view_and_back_goes_back(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.locator("#view-all").click()
    row(page, "who:person").click()
    find(page, "kenya")
    page.keyboard.press("Enter")
    address = page.url
    page.go_back()
    assert page.locator(PANEL).is_hidden()
    assert row(page, "who:person").get_attribute("aria-pressed") == "false"
    page.go_forward()
    assert page.locator(TITLE).inner_text() == "Kenya"

    again = open_page(sample_html, "#" + address.partition("#")[2])
    assert again.locator(TITLE).inner_text() == "Kenya"
    assert again.locator("#view-all").get_attribute("aria-pressed") == "true"
    assert row(again, "who:person").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize(
    "address", ["#node=nobody", "#fact=none&steps=77&view=x&off=y", "#%%%", "#node=__proto__", "#fact=constructor"]
)
def test_an_address_that_means_nothing_does_no_harm(
    open_page: OpenPage, sample_html: str, page_log: PageLog, address: str
) -> None:
    page = open_page(sample_html, address)

    assert page.locator(PANEL).is_hidden()
    assert page_log.errors == []


def test_ids_that_mean_something_to_every_object_are_ids_like_others(
    open_page: OpenPage, page_log: PageLog, world: World
) -> None:
    actors = {
        "graph/actors/odd.yaml": "countries: {constructor: {name: Builder}, price: {name: Price}}",
        "seeds/constructor.yaml": "id: constructor\ntitle: talks\nparagraphs: {1: builder price}",
        "graph/vocabulary.yaml": "ladders: {constructor: {owner: constructor, rungs: {toString: one, __proto__: two}}}",
    }
    dataset = world(
        """
        partnerships:
          - {id: sale, of: constructor, with: price, tier: toString, evidence: {in: constructor, p: 1, terms: [price]}}
        """,
        actors,
    )
    html = page_html(dataset, build_graph(dataset))
    page = open_page(html, "#fact=sale")

    assert page.locator(TITLE).inner_text().startswith("Builder")
    assert find(page, "price")[:1] == ["Price"]
    for at in (
        "#node=constructor",
        "#from=constructor&to=price",
        "#fact=constructor",
        "#shape=table",
        "#shape=ladder",
    ):
        assert open_page(html, at).locator("#picture canvas").count() == 1
    assert page_log.errors == []


@pytest.mark.parametrize(("names", "ties"), [([], []), (["Kenya"], []), (["Kenya", "Tuvalu", "Cuba"], [])])
def test_the_smallest_graphs_have_a_page(
    open_page: OpenPage, page_log: PageLog, names: list[str], ties: list[tuple[int, int]]
) -> None:
    page = open_page(bare_page(names, ties))

    assert page.locator("#empty").is_visible() == (not names)
    assert page.locator("#legend .count").all_inner_texts() == ([str(len(names))] if names else [])
    assert page_log.errors == []


def test_the_picture_moves_by_keyboard(sample_page: Page) -> None:
    stage = sample_page.locator("#stage")
    stage.focus()
    pictures = [stage.screenshot()]
    for key in ("ArrowLeft", "+", "0"):
        sample_page.keyboard.press(key)
        sample_page.wait_for_timeout(400)
        pictures.append(stage.screenshot())

    assert len({*pictures[:3]}) == 3
    assert pictures[3] == pictures[0]


def test_it_is_drawn_dark_where_the_system_is(sample_page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = sample_page.evaluate(ground)
    pictures = [sample_page.locator("#stage").screenshot()]
    sample_page.emulate_media(color_scheme="dark")
    sample_page.wait_for_timeout(200)
    pictures.append(sample_page.locator("#stage").screenshot())

    assert sample_page.evaluate(ground) != light
    assert pictures[0] != pictures[1]


def test_on_a_phone_the_panel_is_a_sheet_and_the_legend_waits(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator("#legend").is_hidden()
    page.locator("#show-legend").click()
    assert page.locator("#legend").is_visible()
    page.locator("#show-legend").click()
    find(page, "kenya")
    page.keyboard.press("Enter")
    box = page.locator(PANEL).bounding_box()

    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_axe_finds_nothing_serious(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    for address in ("", "view=all&node=vietnam", "fact=memorandum"):
        page.evaluate("address => { location.hash = address }", address)
        assert faults_however_seen(page) == {}
