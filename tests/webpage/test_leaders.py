"""Leaders at first sight, the view of people and institutions, and facts found by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.webpage.conftest import OpenPage

OFFICES = """
    offices:
      head: {name: President of Kenya, of: kenya}
      treasurer: {name: Treasurer of Kenya, of: kenya}
    people:
      ada: {name: Ada Odera}
      bo: {name: Bo Mwangi}
"""
FACTS = """
    holds:
      - {id: in-office, holder: ada, office: head, since: 2022, evidence: {p: 1, terms: [Kenya]}}
      - {holder: bo, office: head, since: 2010, until: 2022, status: ended, evidence: {p: 1}}
    diplomatic_relations:
      - {of: kenya, with: vietnam, note: "on tariffs, much was said", evidence: {p: 1}}
    partnerships:
      - {of: vietnam, with: brazil, tier: sp, evidence: {p: 1}}
    memberships:
      - {member: kenya, in: asean, evidence: {p: 1}}
"""
CARD = """
    id: talks
    title: talks
    publisher: The Gazette
    published: 2025-06-15
    paragraphs:
      1: kenya
"""


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of these facts."""
    files = world_files(FACTS, {"graph/actors/offices.yaml": OFFICES, "seeds/talks.yaml": CARD})
    facts = load(write_files(tmp_path_factory.mktemp("leaders"), files) / "graph")
    return page_html(facts, build_graph(facts))


def test_a_countrys_panel_begins_with_who_holds_its_offices(open_page: OpenPage, html: str) -> None:
    page = open_page(html, "#node=kenya")
    offices = page.locator("#panel .offices")

    assert page.locator("#panel section").first.get_attribute("class") == "offices"
    told = [line for line in offices.inner_text().splitlines() if line]
    assert told == [
        "Who holds office",
        "President",
        "Ada Odera",
        "per The Gazette, 15 June 2025",
        "Treasurer",
        "nobody named",
    ]
    assert serious_faults(page) == []
    offices.get_by_role("button", name="Ada Odera").click()
    assert page.locator("#panel-title").inner_text() == "Ada Odera holds the office of President of Kenya"


def test_on_a_day_it_is_who_held_the_office_then(open_page: OpenPage, html: str) -> None:
    told = open_page(html, "#node=kenya&at=2015-01-01").locator("#panel .offices").inner_text()

    assert "Bo Mwangi" in told
    assert "Ada Odera" not in told


def names(page: Page) -> list[str]:
    page.locator("#layout-table").click()
    return page.locator("#table tbody th").all_inner_texts()


def test_people_and_institutions_are_a_view_of_their_own(open_page: OpenPage, html: str) -> None:
    page = open_page(html)
    page.get_by_role("button", name="People and institutions").click()

    assert "view=people" in page.url
    shown = names(page)
    assert "Ada Odera holds the office of President of Kenya" in shown
    assert "Kenya is a member of ASEAN" in shown
    assert not any("diplomatic relations" in text for text in shown)
    page.locator("#search").fill("Brazil")
    page.keyboard.press("Enter")
    assert "view=" not in page.url  # Brazil is in no office and no body: its ties are what there is to see


def found(page: Page, query: str) -> list[str]:
    page.locator("#search").fill(query)
    return page.locator("#found li").all_inner_texts()


def test_the_search_finds_facts_by_what_they_say(open_page: OpenPage, html: str) -> None:
    page = open_page(html)

    assert any("Kenya has diplomatic relations with Việt Nam" in one for one in found(page, "tariff"))
    assert any("Việt Nam has a Strategic Partnership" in one for one in found(page, "strategic partner"))
    assert found(page, "nothing of the kind") == ["No name or fact like this"]
    found(page, "tariff")
    page.keyboard.press("Enter")
    assert page.locator("#panel-title").inner_text().startswith("Kenya has diplomatic relations with Việt Nam")


def test_the_search_says_how_many_more_there_are(open_page: OpenPage, tmp_path_factory: pytest.TempPathFactory) -> None:
    lands = "countries:\n" + "".join(f"  l{number}: {{name: Landia {number}}}\n" for number in range(30))
    ties = "".join(f"  - {{of: l0, with: l{number}, evidence: {{p: 1}}}}\n" for number in range(1, 30))
    files = world_files(f"diplomatic_relations:\n{ties}", {"graph/actors/more.yaml": lands})
    facts = load(write_files(tmp_path_factory.mktemp("many"), files) / "graph")
    page = open_page(page_html(facts, build_graph(facts)))
    told = found(page, "landia")

    assert "18 more names: type on" in told
    assert any(one.endswith("more facts: type on") for one in told)
    page.wait_for_timeout(600)
    assert page.locator("#live").inner_text().startswith("30 names and ")
