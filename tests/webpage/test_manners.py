"""Small things that a reader expects: undo, tips, tab stops, forced colours, and focus that fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.webpage.axe import OF_COLOUR, serious_faults
from tests.webpage.conftest import bare_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.webpage.conftest import OpenPage

FOCUSED = """() => {
    const one = document.activeElement;
    const labels = [...(one.labels ?? [])].map(label => label.textContent).join(" ");
    return [one === document.body ? "body" : one.outerHTML.slice(0, 80),
        one.getAttribute("aria-label") || one.title || labels || one.textContent.trim()];
}"""


@pytest.mark.parametrize(
    "address", ["", "#node=vietnam", "#shape=map&view=all", "#shape=table", "#from=kenya&to=france"]
)
def test_every_tab_stop_has_a_name(open_page: OpenPage, sample_html: str, address: str) -> None:
    page = open_page(sample_html, address)
    stops: dict[str, str] = {}
    for _ in range(80):
        page.keyboard.press("Tab")
        element, name = page.evaluate(FOCUSED)
        if element == "body":
            break
        stops[element] = name

    assert len(stops) > 15
    assert [element for element, name in stops.items() if not name] == []


def test_a_filter_is_undone_and_done_again(sample_page: Page) -> None:
    row = sample_page.locator('#legend [data-key="who:mission"]')
    row.click()
    assert row.get_attribute("aria-pressed") == "false"
    sample_page.locator("#undo").click()
    assert row.get_attribute("aria-pressed") == "true"
    assert sample_page.locator("#undo").is_hidden()
    sample_page.keyboard.press("Control+y")

    assert row.get_attribute("aria-pressed") == "false"


def test_hiding_and_filtering_are_undone_in_their_order(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.keyboard.press("h")
    page.locator('#legend [data-key="who:mission"]').click()
    page.keyboard.press("Control+z")
    assert "hide=kenya" in page.url
    assert "off" not in page.url
    page.keyboard.press("Control+z")

    assert "hide" not in page.url


def test_what_is_hidden_by_hand_is_in_sight(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#view=all&hide=kenya")
    page.set_viewport_size({"width": 1024, "height": 640})
    box = page.locator("#hidden-list").bounding_box()

    assert box is not None
    assert box["y"] + box["height"] < 640


def resting(page: Page) -> tuple[float, float]:
    """Where the pointer rests on the node in the middle, which the tip names."""
    for y in range(380, 520, 8):
        for x in range(700, 1000, 12):
            page.mouse.move(x, y)
            page.wait_for_timeout(20)
            if page.locator("#tip").is_visible():
                return x, y
    pytest.fail("nothing stands there")


def test_a_tip_follows_the_node_that_is_dragged(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya"], []))
    x, y = resting(page)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.wait_for_timeout(100)
    box = page.locator("#tip").bounding_box()
    page.mouse.up()

    assert box is not None
    assert (box["x"], box["y"]) == pytest.approx((x + 60 + 14, y + 40 + 16), abs=2)


def test_a_tip_goes_when_the_picture_is_dragged_away_from_it(open_page: OpenPage) -> None:
    page = open_page(bare_page(["Kenya", "Cuba"], [(0, 1)]), "#shape=ladder&centre=Kenya")
    x, y = resting(page)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=4)
    page.wait_for_timeout(100)

    assert page.locator("#tip").is_hidden()
    page.mouse.up()


def test_what_stands_out_fits_beside_the_panel(open_page: OpenPage) -> None:
    names = [f"Land {number}" for number in range(60)]
    page = open_page(bare_page(names, [(0, other) for other in range(1, 60)]))
    page.set_viewport_size({"width": 1100, "height": 700})
    page.wait_for_timeout(400)
    page.evaluate("location.hash = 'node=Land 0'")
    page.locator("#panel").wait_for()
    page.wait_for_timeout(600)
    panel = page.locator("#panel").bounding_box()
    side = page.locator("#side").bounding_box()
    assert panel is not None
    assert side is not None
    spots = visible_ends(page)

    assert side["x"] + side["width"] < min(spots)
    assert max(spots) < panel["x"]


def visible_ends(page: Page) -> list[float]:
    """How far to the left and to the right the drawing goes, in pixels of the window."""
    return list(
        page.evaluate("""() => {
            const canvas = document.querySelector('#picture canvas');
            const sharp = canvas.width / canvas.clientWidth;
            const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let [left, right] = [width, 0];
            for (let at = 3; at < data.length; at += 4) {
                if (data[at] < 250) continue;
                const x = ((at - 3) / 4) % width;
                left = Math.min(left, x);
                right = Math.max(right, x);
            }
            return [left / sharp, right / sharp];
        }""")
    )


@pytest.mark.parametrize(
    "addresses", [["node=vietnam", "shape=ladder", "shape=map&view=all", "shape=table"], ["embed"]]
)
def test_forced_colours_leave_all_to_be_read(open_page: OpenPage, sample_html: str, addresses: list[str]) -> None:
    page = open_page(sample_html, f"#{addresses[0]}")
    for address in addresses:
        page.evaluate("address => { location.hash = address }", address)
        for scheme in ("light", "dark"):
            page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
            assert serious_faults(page, *(OF_COLOUR if scheme == "dark" else ())) == []
            assert_grounds_are_alike(page)


def assert_grounds_are_alike(page: Page) -> None:
    """The picture stands on the ground that the colours forced on the page give it."""
    ground, wanted = page.evaluate("""() => {
        const probe = document.createElement('i');
        probe.style.cssText = 'forced-color-adjust: none; color: var(--ground)';
        document.body.append(probe);
        const stage = getComputedStyle(document.querySelector('#stage'));
        const found = [stage.backgroundColor, getComputedStyle(probe).color];
        probe.remove();
        return found;
    }""")
    assert ground == wanted
