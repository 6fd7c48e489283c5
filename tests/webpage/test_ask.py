"""The path finder of the page, asked by hand and by address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import faults_however_seen
from tests.world import drawn, world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

CARD, VERDICT, STEPS = "#ask", "#ask-told .verdict", "#ask-told .steps > li"
FACTS = """
    diplomatic_relations:
      - {of: kenya, with: vietnam, evidence: {p: 1, terms: [Kenya]}}
    partnerships:
      - of: vietnam
        with: united-kingdom
        tier: csp
        since: 2025
        evidence: [{p: 1, terms: [csp, 2025]}, {p: 2, terms: [powers]}]
      - {of: vietnam, with: {every: two-powers}, tier: csp, since: ../2025, evidence: {p: 2, terms: [two powers]}}
      - {of: vietnam, with: kenya, tier: sp, status: intended, evidence: {p: 1}}
    memberships:
      - {member: vietnam, in: asean, evidence: {p: 1}}
    holds:
      - {holder: cuong, office: president-of-vietnam, evidence: {p: 1}}
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of these facts."""
    facts = load(write_files(tmp_path_factory.mktemp("asked"), world_files(FACTS)) / "graph")
    assert not facts.problems
    return page_html(facts, build_graph(facts))


@pytest.fixture
def asked(open_page: OpenPage, html: str) -> Page:
    """The page, its path finder open."""
    page = open_page(html)
    page.locator("#show-ask").click()
    return page


def choose(page: Page, end: str, text: str) -> None:
    page.locator(f"#ask-{end}").fill(text)
    page.keyboard.press("Enter")


def steps(page: Page) -> list[str]:
    return page.locator(f"{STEPS} h3").all_inner_texts()


def test_a_path_is_found_by_name_and_told_step_by_step_with_evidence(asked: Page, page_log: PageLog) -> None:
    assert asked.evaluate("document.activeElement.id") == "ask-from"
    choose(asked, "from", "kenyan")
    assert asked.evaluate("document.activeElement.id") == "ask-to"
    choose(asked, "to", "britain")

    assert [asked.locator(f"#ask-{end}").input_value() for end in ("from", "to")] == ["Kenya", "United Kingdom"]
    assert steps(asked) == ["Kenya – Việt Nam", "Việt Nam – United Kingdom"]
    assert asked.locator(VERDICT).inner_text() == (
        "Tied in 2 steps, at “diplomatic relations” or closer. No path at “Comprehensive Partnership, "
        "Việt Nam's partnership ladder”."
    )
    told = asked.locator(STEPS).all_inner_texts()
    assert "Kenya has diplomatic relations with Việt Nam" in told[0]
    assert "paragraph 1" in told[0]
    assert "Việt Nam has a Comprehensive Strategic Partnership with United Kingdom" in told[1]
    assert asked.locator("#ask-told .check-index").count() == 1
    assert asked.locator("#ask-told .check-cited").count() == 2  # no paragraph names the United Kingdom: not verified
    assert asked.locator("#live").inner_text().startswith("Tied in 2 steps")
    assert page_log.errors + page_log.complaints + page_log.to_network() == []


def test_the_path_is_lit_and_the_rest_faded(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=united-kingdom")
    lit = page.locator("#picture").screenshot()
    page.locator("#ask-swap").click()
    page.keyboard.press("Escape")

    assert page.locator(CARD).is_hidden()
    assert page.locator("#picture").screenshot() != lit


def test_what_the_filters_hide_is_shown_where_the_path_passes(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=united-kingdom&off=who:country")

    assert page.locator("#empty").is_hidden()
    page.locator("#ask-close").click()
    assert page.locator("#empty").is_hidden() == (page.locator("#legend [data-key='who:body']").count() == 1)


def test_no_step_below_a_tier_and_planned_ties_let_in(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=vietnam")
    page.locator("#ask-min").select_option("Strategic Partnership")
    assert page.locator(VERDICT).inner_text() == (
        "No path. Kenya has no tie in this view at Strategic Partnership or above; "
        "they connect at diplomatic relations; it would open with Việt Nam – Kenya (partnership, intended)."
    )
    page.locator("[data-let=planned]").click()

    assert steps(page) == ["Kenya – Việt Nam"]
    assert "Intended: nothing is settled yet" in page.locator(STEPS).inner_text()
    assert page.url.endswith("#from=kenya&to=vietnam&min=sp&planned=yes")
    page.go_back()
    assert steps(page) == []
    page.go_forward()
    assert steps(page) == ["Kenya – Việt Nam"]


def test_what_is_derived_can_be_left_out(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=vietnam&to=france")
    assert "By rule: " in page.locator(STEPS).inner_text()
    page.locator("[data-let=derived]").click()

    assert page.locator(VERDICT).inner_text().startswith("No path. France has no tie in this view; it would open with")


def test_a_path_needs_two(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=kenya")

    assert page.locator(VERDICT).inner_text() == "No path. Both ends are Kenya; a path needs two."


@pytest.mark.parametrize("address", ["#from=nobody&to=kenya", "#from=&to=", "#to=cuong", "#from=__proto__&to=x"])
def test_ends_that_paths_do_not_walk_are_not_taken(
    open_page: OpenPage, html: str, page_log: PageLog, address: str
) -> None:
    page = open_page(html, address)

    assert page.locator(CARD).is_visible()
    assert page.locator(VERDICT).count() == 0
    assert page_log.errors == []


def test_only_countries_and_bodies_are_offered(asked: Page) -> None:
    asked.locator("#ask-from").fill("cuong")

    assert asked.locator("#ask-from-found").inner_text() == "No name like this"


def test_a_name_that_is_emptied_asks_nothing(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=vietnam")
    page.locator("#ask-to").fill("")
    page.locator("#ask-to").blur()
    assert page.locator(VERDICT).count() == 0
    page.locator("#ask-from").fill("something else")
    page.locator("#ask-from").blur()

    assert page.locator("#ask-from").input_value() == "Kenya"


def test_strongest_and_shortest_are_asked_for(asked: Page) -> None:
    choose(asked, "from", "kenya")
    choose(asked, "to", "vietnam")
    asked.locator("#by-shortest").click()

    assert asked.locator("#by-shortest").get_attribute("aria-pressed") == "true"
    assert asked.url.endswith("by=shortest")
    assert asked.locator(VERDICT).inner_text() == "Tied in 1 step, at “diplomatic relations”."


def test_the_two_are_swapped(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=united-kingdom")
    page.locator("#ask-swap").click()

    assert steps(page) == ["United Kingdom – Việt Nam", "Việt Nam – Kenya"]


def test_the_answer_is_that_of_the_day(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#at=2024-12-31&from=vietnam&to=united-kingdom&derived=no")
    assert page.locator("#ask-day").inner_text() == "As of 31 December 2024."
    assert page.locator(VERDICT).inner_text().startswith("No path.")
    page.locator("#time-any").click()

    assert steps(page) == ["Việt Nam – United Kingdom"]


def test_a_fact_of_the_path_opens_and_leads_back(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#from=kenya&to=united-kingdom")
    page.locator(f"{STEPS} .fact").first.click()
    assert page.locator("#panel-title").inner_text() == "Kenya has diplomatic relations with Việt Nam"
    assert page.locator(CARD).is_hidden()
    page.locator("#panel .back").click()

    assert page.locator(CARD).is_visible()
    assert page.locator("#panel").is_hidden()


def test_a_node_offers_a_path_from_there(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#node=kenya")
    page.locator("#panel .acts button", has_text="Path from here").click()

    assert page.locator("#ask-from").input_value() == "Kenya"
    assert page.evaluate("document.activeElement.id") == "ask-to"


def test_equally_good_ways_are_offered_and_kept_in_the_address(open_page: OpenPage) -> None:
    facts = drawn([("a", "b", "low"), ("b", "d", "mid"), ("a", "c", "low"), ("c", "d", "mid"), ("a", "d", None)])
    page = open_page(page_html(facts, build_graph(facts)), "#from=a&to=d")
    assert page.locator(".ways button").all_inner_texts() == ["via B", "via C"]
    assert steps(page) == ["A – B", "B – D"]
    page.locator(".ways button").nth(1).click()

    assert steps(page) == ["A – C", "C – D"]
    assert page.url.endswith("#from=a&to=d&route=1")
    assert page.evaluate("document.activeElement.dataset.route") == "1"


def test_axe_finds_nothing_serious(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    for address in ("from=&to=", "from=kenya&to=united-kingdom", "at=2025-01-01", "from=kenya&to=vietnam&min=csp"):
        page.evaluate("address => { location.hash = address }", address)
        assert faults_however_seen(page) == {}
