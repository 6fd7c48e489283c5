"""The page in Firefox, from a file: each of its parts works there, nothing is asked of the network or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import firefox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.firefox import Firefox

READY = "document.documentElement.dataset.ready"
PAINTED = """const canvas = document.querySelector("#picture canvas");
return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean)"""
GROUND = "return getComputedStyle(document.body).backgroundColor"
WATCH_TAKEN = """window.taken = [];
HTMLAnchorElement.prototype.click = () => {}; // no file is written
URL.createObjectURL = (blob) => (taken.push(blob.type), "blob:none")"""
RESOURCES = 'return performance.getEntriesByType("resource").map(({ name }) => name)'


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A Firefox for the whole file; without one its tests are skipped."""
    program = firefox.find()
    if program is None:
        pytest.skip(firefox.MISSING)
    with firefox.started(program, tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def address(address_of: Callable[[str], str], sample_html: str) -> str:
    """The page of the sample folder, in a file."""
    return address_of(sample_html)


@pytest.fixture
def page(window: Firefox, address: str) -> Firefox:
    """The page, open as at first."""
    return opened(window, address)


def opened(window: Firefox, address: str) -> Firefox:
    window.open("about:blank")
    window.open(address)
    window.wait(READY)
    return window


def place(page: Firefox) -> str:
    return str(page.run("return decodeURIComponent(location.hash)"))


def test_the_first_sight_is_drawn_and_nothing_is_asked_of_the_network(page: Firefox) -> None:
    assert page.run(PAINTED) is True
    assert page.run(RESOURCES) == []


def test_a_name_is_found_and_told_and_escape_closes_it(page: Firefox) -> None:
    page.type("#search", "viet", "ArrowDown", "Enter")
    assert page.text("#panel-title") == "Việt Nam"
    page.click("#panel .fact")
    assert page.text("#panel .evidence").startswith("A review of the year")
    page.back()
    page.wait("document.querySelector('#panel-title').innerText === 'Việt Nam'")
    page.type("#panel-title", "", "Escape")

    assert page.run("return document.querySelector('#panel').hidden") is True


def test_the_legend_filters_and_keeps_the_focus(page: Firefox) -> None:
    page.click('[data-key="sure:planned"]')
    assert place(page) == "#off=sure:planned"
    assert page.run("return document.activeElement.dataset.key") == "sure:planned"
    page.click("#reset")

    assert place(page) == ""


def test_a_path_is_told_step_by_step(page: Firefox) -> None:
    page.click("#show-ask")
    page.type("#ask-from", "new zealand", "Enter")
    page.type("#ask-to", "thailand", "Enter")

    assert page.text("#ask-told").startswith("Tied in 2 steps")
    assert page.run("return document.querySelectorAll('.steps > li').length") == 2


def test_the_slider_goes_through_the_dates(page: Firefox) -> None:
    page.type("#time-day", "", "Home")
    assert page.text("#time-words") == "31 December 2012: nothing certain"
    page.click("#time-any")

    assert page.text("#time-words") == "Any time"


@pytest.mark.parametrize("shape", ["ladder", "map", "table"])
def test_the_other_shapes_are_shown(page: Firefox, shape: str) -> None:
    page.click(f"#layout-{shape}")

    assert place(page) == f"#shape={shape}"
    assert page.run("return document.querySelectorAll('#table tbody tr').length > 0") is (shape == "table")


def test_pictures_facts_and_the_link_are_taken_away(page: Firefox) -> None:
    page.run(WATCH_TAKEN)
    page.click("#take")
    for kind in ("png", "svg", "csv"):
        page.click(f"#take-{kind}")
    page.wait("taken.length === 3")
    assert sorted(page.run("return taken")) == ["image/png", "image/svg+xml", "text/csv;charset=utf-8"]
    page.click("#take-link")
    page.wait("document.querySelector('#live').innerText.startsWith('Link copied. It works on this machine only')")


def test_dark_is_one_press_away_and_kept(page: Firefox, address: str) -> None:
    light = page.run(GROUND)
    page.click("#theme")
    dark = page.run(GROUND)
    assert dark != light
    opened(page, address)
    assert page.run(GROUND) == dark
    page.click("#theme")

    assert page.run(GROUND) == light


def test_keys_open_the_help_sheet(page: Firefox) -> None:
    page.type("#stage", "?")
    assert page.run("return document.querySelector('#help').open") is True


def test_a_link_opens_on_the_same_view(window: Firefox, address: str) -> None:
    page = opened(window, f"{address}#at=2013-01-01&node=thailand")

    assert page.text("#panel-title") == "Thailand"
    assert page.text("#time-words") == "1 January 2013: nothing certain"


def test_nothing_was_refused_or_went_wrong(page: Firefox) -> None:
    page.type("#search", "kenya", "Enter")

    assert page.complaints() == []
