"""Comfort in a real browser: colours, keys, what is done by hand, fingers, and those who listen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest

from tests.webpage.axe import faults_however_seen
from tests.webpage.conftest import READY, bare_page

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenOnPhone, OpenPage

PANEL, TITLE, HELP = "#panel", "#panel-title", "#help"
GROUND = "getComputedStyle(document.body).backgroundColor"
BETWEEN = """[["#side", "bottom"], ["#panel", "top"]].reduce(
    (sum, [name, side]) => sum + document.querySelector(name).getBoundingClientRect()[side] / 2, 0)"""


def address(page: Page) -> dict[str, list[str]]:
    return parse_qs(str(page.evaluate("location.hash")).removeprefix("#"))


def told(page: Page) -> str:
    return page.locator("#live").inner_text()


def free_middle(page: Page) -> tuple[float, float]:
    right = page.locator("#side").evaluate("side => side.getBoundingClientRect().right")
    return (1440 + float(right)) / 2, 450


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    for share in (0.1, 0.4, 0.7, 1):
        page.mouse.move(start[0] + share * by[0], start[1] + share * by[1])
        page.wait_for_timeout(40)
    page.mouse.up()


@pytest.fixture
def phone(open_on_phone: OpenOnPhone, sample_html: str) -> Page:
    """The page of the sample on a phone."""
    return open_on_phone(sample_html)


def slide(page: Page, *fingers: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """Put fingers down, move each by as much as its second pair says, and lift them."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, share: float) -> None:
        at = [
            {"x": x + share * right, "y": y + share * down, "id": number}
            for number, ((x, y), (right, down)) in enumerate(fingers)
        ]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [] if kind == "touchEnd" else at})

    touch("touchStart", 0)
    for step in range(1, 6):
        touch("touchMove", step / 5)
        page.wait_for_timeout(40)
    touch("touchEnd", 1)


def test_the_switch_turns_the_page_dark_and_is_remembered(sample_page: Page) -> None:
    light = sample_page.evaluate(GROUND)
    pictures = [sample_page.locator("#stage").screenshot()]
    sample_page.locator("#theme").click()
    pictures.append(sample_page.locator("#stage").screenshot())
    dark = sample_page.evaluate(GROUND)
    sample_page.reload()

    assert dark != light
    assert pictures[0] != pictures[1]
    assert sample_page.evaluate(GROUND) == dark
    sample_page.keyboard.press("d")
    assert sample_page.evaluate(GROUND) == light
    assert sample_page.evaluate("localStorage.length") == 0


@pytest.mark.own_profile
def test_a_choice_that_cannot_be_remembered_holds_until_the_page_is_closed(
    page: Page, open_page: OpenPage, sample_html: str, page_log: PageLog
) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    open_page(sample_html)
    light = page.evaluate(GROUND)
    page.locator("#theme").click()

    assert page.evaluate(GROUND) != light
    assert page_log.errors == []


def test_on_paper_the_page_is_light_whatever_was_chosen(sample_page: Page) -> None:
    ink = "getComputedStyle(document.body).color"
    light = sample_page.evaluate(ink)
    sample_page.locator("#theme").click()
    assert sample_page.evaluate(ink) != light
    sample_page.emulate_media(media="print")

    assert sample_page.evaluate(ink) == light


def test_the_help_sheet_opens_and_closes_by_keyboard(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys and gestures")
    inside = "document.querySelector('#help').contains(document.activeElement)"

    assert sheet.is_visible()
    assert page.evaluate(inside) is True
    assert "hide the node looked at" in sheet.inner_text()
    page.keyboard.press("h")
    page.keyboard.press("Escape")
    assert sheet.is_hidden()
    assert page.locator(TITLE).inner_text() == "Kenya"
    assert "hide" not in address(page)


def test_single_keys_can_be_switched_off(sample_page: Page) -> None:
    sample_page.locator("#show-help").click()
    sample_page.locator(f"{HELP} input").uncheck()
    sample_page.keyboard.press("Escape")
    sample_page.keyboard.press("?")

    assert sample_page.locator(HELP).is_hidden()
    sample_page.locator("#show-help").click()
    assert sample_page.locator(f"{HELP} input").is_checked() is False


def test_keys_type_where_one_types(sample_page: Page) -> None:
    sample_page.locator("#search").focus()
    sample_page.keyboard.type("hd?")

    assert sample_page.locator("#search").input_value() == "hd?"
    assert sample_page.locator(HELP).is_hidden()


def test_arrows_walk_from_neighbour_to_neighbour(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya", "Malaysia", "Cuba"], [(0, 1), (1, 2)]))
    seen = []
    for key in ("Shift+ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
        seen.append(page.locator(TITLE).inner_text())

    assert seen == ["Malaysia", "Kenya", "Malaysia", "Cuba", "Cuba"]


def test_keys_reach_legend_view_and_steps(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.keyboard.press("l")
    assert page.evaluate("document.activeElement.closest('#legend') !== null") is True
    page.keyboard.press("v")
    page.keyboard.press("v")
    page.keyboard.press("2")

    assert address(page) == {"view": ["all"], "node": ["kenya"], "steps": ["2"]}


def test_a_node_is_hidden_named_and_shown_again(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.locator(f"{PANEL} .hide-it").click()
    assert told(page) == "Kenya hidden"
    assert page.locator(PANEL).is_hidden()
    assert address(page) == {"hide": ["kenya"]}
    again = page.locator("#hidden-list .chip")
    assert again.inner_text().startswith("Kenya")
    again.click()

    assert address(page) == {}
    assert page.locator("#hidden-list").is_hidden()


def test_hiding_is_undone_and_done_again(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    for name in ("Kenya", "France"):
        page.locator("#search").fill(name)
        page.keyboard.press("Enter")
        page.keyboard.press("h")
    both = address(page)["hide"]
    page.keyboard.press("Control+z")
    one = address(page)["hide"]
    page.locator("#redo").click()
    again = address(page)["hide"]
    page.locator("#undo").click()
    page.keyboard.press("Control+z")

    assert (both, one, again) == (["france", "kenya"], ["kenya"], ["france", "kenya"])
    assert address(page) == {}
    assert told(page) == "Undone"
    assert page.locator("#undo").is_hidden()


def test_who_is_hidden_and_searched_for_is_shown_again(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#hide=kenya&hide=france")
    page.keyboard.press("/")
    page.keyboard.type("kenya")
    page.keyboard.press("Enter")

    assert address(page)["hide"] == ["france"]
    page.keyboard.press("Shift+H")
    assert "hide" not in address(page)


def test_a_node_that_is_dragged_stays_and_goes_back_when_undone(open_page: OpenPage) -> None:
    html = bare_page(["Kenya", "Cuba"], [(0, 1)])
    page = open_page(html, "#node=Kenya")
    page.keyboard.press("Escape")
    x, y = free_middle(page)
    around: FloatRect = {"x": x - 200, "y": y - 50, "width": 400, "height": 300}
    page.mouse.move(5, 5)
    before = page.screenshot(clip=around)
    drag(page, (x - 130, y), (0, 150))
    assert told(page) == "Kenya moved and pinned"
    assert re.fullmatch(r"0,1[01]\d,Kenya", address(page)["pin"][0])
    assert page.locator(PANEL).is_hidden()
    page.keyboard.press("Control+z")
    page.mouse.move(5, 5)
    page.wait_for_timeout(200)
    assert address(page) == {}
    assert page.screenshot(clip=around) == before


def test_a_link_brings_what_was_moved(open_page: OpenPage) -> None:
    html = bare_page(["Kenya", "Cuba"], [(0, 1)])
    plain = open_page(html).locator("#stage").screenshot()
    page = open_page(html, "#pin=0,300,Kenya")
    page.reload()
    page.wait_for_selector(READY, state="attached")

    assert page.locator("#stage").screenshot() != plain


def test_a_node_moves_by_keyboard_and_one_undo_takes_it_back(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya", "Cuba"], [(0, 1)]), "#node=Kenya")
    for _ in range(3):
        page.keyboard.press("Control+Shift+ArrowDown")
    page.wait_for_url(re.compile(r"pin=0%2C(2[1-9]|[3-9]\d)%2CKenya"))
    page.keyboard.press("Control+z")
    assert "pin" not in address(page)


def test_a_node_is_pinned_and_let_go(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya", "Cuba"], [(0, 1)]), "#node=Cuba")
    page.keyboard.press("p")
    button = page.locator(f"{PANEL} .pin-it")
    assert button.get_attribute("aria-pressed") == "true"
    assert address(page)["pin"] == ["200,0,Cuba"]
    button.click()

    assert "pin" not in address(page)


def test_those_who_listen_are_told_what_was_found_chosen_and_filtered(sample_page: Page) -> None:
    live = sample_page.locator("#live")
    sample_page.locator("#search").fill("ken")
    live.get_by_text(re.compile(r"^\d names and \d facts? found$")).wait_for()
    sample_page.locator("#search").fill("atlantis")
    live.get_by_text("No name or fact like this").wait_for()
    sample_page.locator("#search").fill("new zealand")
    sample_page.keyboard.press("Enter")
    assert re.fullmatch(r"New Zealand: \d neighbours? in sight", told(sample_page))
    sample_page.locator('#legend [data-key="who:country"]').click()

    assert re.fullmatch(r"\d+ nodes? and \d+ ties? shown", told(sample_page))


def test_less_motion_is_none(sample_page: Page) -> None:
    sample_page.emulate_media(reduced_motion="reduce")
    stage = sample_page.locator("#stage")
    before = stage.screenshot()
    sample_page.locator("#zoom-in").click()
    sample_page.mouse.move(5, 5)
    at_once = stage.screenshot()
    sample_page.wait_for_timeout(400)

    assert at_once != before
    assert stage.screenshot() == at_once


def test_every_button_is_large_enough_for_a_finger(phone: Page) -> None:
    small = """() => [...document.querySelectorAll("button, summary, select, input:not([type=checkbox])")]
        .filter((one) => one.checkVisibility() && !one.matches(".link, .total, #grip, [type=range]"))
        .filter((one) => Math.min(one.offsetWidth, one.offsetHeight) < 44)
        .map((one) => one.outerHTML.slice(0, 90))"""

    for open_it in ("#show-legend", "#show-legend", "#show-help"):
        phone.locator(open_it).tap()
        assert phone.evaluate(small) == []
    phone.locator(f"{HELP} .close").tap()
    phone.evaluate("location.hash = 'node=vietnam'")
    phone.locator(f"{TITLE}:not(:empty)").wait_for()
    assert phone.evaluate(small) == []


def test_two_fingers_zoom(phone: Page) -> None:
    stage = phone.locator("#stage")
    before = stage.screenshot()
    slide(phone, ((150, 500), (-75, 0)), ((240, 500), (75, 0)))
    phone.wait_for_timeout(200)

    assert stage.screenshot() != before
    assert "pin" not in address(phone)
    assert phone.evaluate("visualViewport.scale") == 1


def test_a_finger_moves_the_picture_and_only_the_node_looked_at(open_on_phone: OpenOnPhone) -> None:
    page = open_on_phone(bare_page(["Kenya"], []))
    bottom = float(page.locator("#side").evaluate("side => side.getBoundingClientRect().bottom"))
    x, y = 195.0, (844 + bottom) / 2
    slide(page, ((x, y), (0, -80)))
    assert "pin" not in address(page)
    page.evaluate("location.hash = 'node=Kenya'")
    page.locator(f"{TITLE}:not(:empty)").wait_for()
    page.wait_for_timeout(400)
    slide(page, ((x, page.evaluate(BETWEEN)), (40, 40)))

    assert address(page)["pin"][0].endswith(",Kenya")


def test_the_sheet_is_pulled_taller_and_closed(phone: Page) -> None:
    phone.evaluate("location.hash = 'node=vietnam'")
    phone.locator(f"{TITLE}:not(:empty)").wait_for()
    panel, grip = phone.locator(PANEL), phone.locator("#grip")

    def height() -> float:
        return float(panel.evaluate("panel => panel.getBoundingClientRect().height"))

    usual = height()
    grip.click()
    assert height() > usual
    assert grip.get_attribute("aria-expanded") == "true"
    grip.click()
    assert height() == pytest.approx(usual, abs=1)
    box = grip.bounding_box()
    assert box is not None
    drag(phone, (box["x"] + 60, box["y"] + 12), (0, 420))
    assert panel.is_hidden()


def test_axe_finds_nothing_serious_in_help_and_by_hand(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=vietnam&hide=kenya&hide=france&pin=1,2,vietnam")
    for key in ("", "?"):
        if key:
            page.keyboard.press(key)
        assert faults_however_seen(page) == {}
