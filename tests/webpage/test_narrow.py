"""Narrowing what is shown: by the legend's groups, statuses, sources and certainty, and by the time slider."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.sample_dataset import FOLDER

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.chromium import PageLog
    from tests.fixture_types import WriteFolder
    from tests.webpage.conftest import OpenPage

WORDS, SLIDER, PLAY = "#time-words", "#time-day", "#time-play"


def row(page: Page, key: str) -> Locator:
    return page.locator(f'#legend [data-key="{key}"]')


def count(page: Page, key: str) -> int:
    return int(row(page, key).locator(".count").inner_text().split()[0])


def slide(page: Page, *keys: str) -> None:
    page.locator(SLIDER).focus()
    for key in keys:
        page.keyboard.press(key)


def test_at_first_nothing_is_asked_of_time(sample_page: Page) -> None:
    assert sample_page.locator(WORDS).inner_text() == "Any time"
    assert sample_page.locator(SLIDER).get_attribute("aria-valuetext") == "Any time"
    assert sample_page.locator("#time-any").is_hidden()
    assert row(sample_page, "group:held").count() == 0


def test_the_slider_stops_at_the_real_dates_and_tells_maybe_from_yes(sample_page: Page) -> None:
    slide(sample_page, "Home")
    told = [sample_page.locator(WORDS).inner_text()]
    for _ in range(6):
        slide(sample_page, "ArrowRight")
        told.append(sample_page.locator(WORDS).inner_text())

    assert told == [
        *("31 December 2012: nothing certain", "1 January 2013: nothing certain", "31 December 2013", "1 January 2025"),
        *("30 April 2025", "31 December 2025", "Any time"),
    ]


def test_what_does_not_hold_on_a_day_is_hidden_and_what_may_is_counted_apart(
    open_page: OpenPage, sample_html: str
) -> None:
    page = open_page(sample_html, "#at=2014-06-30")
    assert page.locator("#legend h2").first.inner_text() == "On 30 June 2014"
    assert (count(page, "close:vietnam.csp"), count(page, "close:vietnam.sp")) == (1, 1)
    assert count(page, "held:yes") == 1
    slide(page, "End", "ArrowLeft")

    assert page.locator(WORDS).inner_text() == "31 December 2025"
    assert count(page, "close:vietnam.csp") == 2
    assert count(page, "held:yes") > 1


def test_what_only_may_hold_is_drawn_paler_and_can_be_hidden(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#at=2014-06-30")
    stage = page.locator("#picture")
    with_maybe = stage.screenshot()
    row(page, "held:maybe").click()

    assert stage.screenshot() != with_maybe
    assert page.url.endswith("off=held%3Amaybe&at=2014-06-30")


def test_a_fact_says_how_it_stands_on_the_day(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#at=2014-06-30&node=vietnam")
    facts = page.locator("#panel .fact").all_inner_texts()

    assert any("New Zealand" in fact and "Not so on 30 June 2014" in fact for fact in facts)
    assert any("Kenya" in fact and "Maybe so on 30 June 2014" in fact for fact in facts)


def test_what_is_asked_for_and_not_there_on_the_day_takes_the_reader_out_of_it(
    open_page: OpenPage, sample_html: str
) -> None:
    page = open_page(sample_html, "#at=2012-12-31")
    page.locator("#search").fill("new zealand")
    page.keyboard.press("Enter")

    assert page.locator("#panel-title").inner_text() == "New Zealand"


@pytest.mark.own_profile
def test_play_goes_through_the_dates_and_stops_at_the_last(page: Page, open_page: OpenPage, sample_html: str) -> None:
    page.clock.install()
    open_page(sample_html)
    page.locator(PLAY).click()
    assert page.locator(PLAY).get_attribute("aria-label") == "Pause"
    told = [page.locator(WORDS).inner_text()]
    for _ in range(7):
        page.clock.run_for(1_200)
        told.append(page.locator(WORDS).inner_text())

    assert told[:2] == ["31 December 2012: nothing certain", "1 January 2013: nothing certain"]
    assert told[-2:] == ["31 December 2025"] * 2
    assert page.locator(PLAY).get_attribute("aria-label") == "Play through time"
    page.go_back()
    page.locator("#time:not(.set)").wait_for()
    assert page.locator(WORDS).inner_text() == "Any time"


@pytest.mark.own_profile
def test_play_pauses(page: Page, open_page: OpenPage, sample_html: str) -> None:
    page.clock.install()
    open_page(sample_html)
    page.locator(PLAY).click()
    page.locator(PLAY).click()
    page.clock.run_for(10_000)

    assert page.locator(WORDS).inner_text() == "31 December 2012: nothing certain"


@pytest.mark.own_profile
def test_with_less_motion_each_press_goes_one_date_on(page: Page, open_page: OpenPage, sample_html: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.clock.install()
    open_page(sample_html)
    assert page.locator(PLAY).get_attribute("aria-label") == "Next date"
    page.locator(PLAY).click()
    page.clock.run_for(10_000)
    assert page.locator(WORDS).inner_text() == "31 December 2012: nothing certain"
    page.locator(PLAY).click()

    assert page.locator(WORDS).inner_text() == "1 January 2013: nothing certain"


def test_a_link_opens_on_the_day_and_going_back_leaves_it(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    slide(page, "Home", "ArrowRight")
    page.locator("#view-all").click()
    address = page.url
    assert "at=2013-01-01" in address
    page.go_back()
    page.go_back()
    page.go_back()
    page.locator("#time:not(.set)").wait_for()
    again = open_page(sample_html, "#" + address.partition("#")[2])

    assert again.locator(WORDS).inner_text() == "1 January 2013"
    assert again.locator("#view-all").get_attribute("aria-pressed") == "true"


def test_any_time_is_one_press_away(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#at=2014-06-30")
    page.locator("#time-any").click()

    assert page.locator(WORDS).inner_text() == "Any time"
    assert page.url.partition("#")[2] == ""


def test_a_heading_switches_its_group(sample_page: Page) -> None:
    heading = row(sample_page, "group:derived")
    heading.click()
    assert row(sample_page, "sure:derived").get_attribute("aria-pressed") == "false"
    assert sample_page.evaluate("document.activeElement.dataset.key") == "group:derived"
    heading.click()

    assert row(sample_page, "sure:derived").get_attribute("aria-pressed") == "true"
    assert row(sample_page, "sure:implied").get_attribute("aria-pressed") == "false"


def test_only_what_is_derived_is_one_press_away(sample_page: Page) -> None:
    row(sample_page, "group:stated").click()
    row(sample_page, "who:mission").wait_for()

    assert "2 ties shown" in sample_page.locator("#live").inner_text()


def test_statuses_of_one_meaning_are_switched_apart(sample_page: Page) -> None:
    assert row(sample_page, "status:in-force").count() == 0
    assert (count(sample_page, "status:explored"), count(sample_page, "status:intended")) == (2, 1)
    shown = sample_page.locator("#live").inner_text()
    row(sample_page, "status:explored").click()

    assert sample_page.locator("#live").inner_text() != shown
    assert row(sample_page, "sure:planned").get_attribute("aria-pressed") == "true"


def test_sources_are_switched(open_page: OpenPage, two_sources_html: str, page_log: PageLog) -> None:
    page = open_page(two_sources_html)
    page.locator("#legend summary").click()
    assert page.locator("#legend details .label").all_inner_texts() == ["A review of the year", "Another paper"]
    row(page, "source:review").click()

    assert page.locator("#live").inner_text() == "2 nodes and 1 tie shown"
    assert page.locator("#legend details").get_attribute("open") is not None
    assert page.evaluate("document.activeElement.dataset.key") == "source:review"
    assert page_log.errors == []


@pytest.fixture
def two_sources_html(dataset: WriteFolder) -> str:
    """The page of the sample folder and of one more source."""
    facts = "source: other\npartnerships:\n  - {of: kenya, with: france, evidence: {p: 1}}\n"
    files = FOLDER | {"graph/other.yaml": facts, "seeds/other.yaml": "id: other\ntitle: Another paper\n"}
    loaded = load(dataset(files) / "graph")
    assert not loaded.problems
    return page_html(loaded, build_graph(loaded))
