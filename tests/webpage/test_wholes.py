"""Bodies and groups in the place of their members, on a page of many ties: chosen, looked into, undone, taken away."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenPage

LANDS = 30
EAST, WEST = range(12), range(12, 20)
FACTS = "".join(
    (
        "diplomatic_relations:\n",
        *(f"  - {{of: l{one}, with: l{other}, evidence: {{p: 1}}}}\n" for one, other in combinations(range(LANDS), 2)),
        "memberships:\n",
        *(f"  - {{member: l{one}, in: east, evidence: {{p: 1}}}}\n" for one in EAST),
        "  - {member: l20, in: east, status: intended, evidence: {p: 1}}\n",
    )
)
CODES = {20: "FR", 21: "DE", 22: "NL", 23: "KE", 24: "UG"}
LANDIA = "countries:\n" + "".join(
    f"  l{number}: {{name: Landia {number}, iso: {CODES.get(number, '')}}}\n" for number in range(LANDS)
).replace(", iso: }", "}")
BODIES = "bodies: {east: {name: Eastern Union}}\n"
MEMBERS = ", ".join(f"l{one}" for one in WEST)
GROUPS = f"groups: {{west: {{name: the West, members: [{MEMBERS}], basis: a charter}}}}\n"
AT = "#shape=network"


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of some four hundred ties, and of two in which there are members."""
    files = world_files(FACTS, {"graph/actors/more.yaml": LANDIA + BODIES + GROUPS})
    facts = load(write_files(tmp_path_factory.mktemp("wholes"), files) / "graph")
    assert not facts.problems
    return page_html(facts, build_graph(facts))


def shown_as_one(page: Page) -> list[str]:
    """The names of those who stand for their members."""
    names: list[str] = page.locator("#one-list .chip").evaluate_all("all => all.map(one => one.firstChild.textContent)")
    return names


def test_members_are_shown_as_one_and_by_themselves_again(open_page: OpenPage, html: str, page_log: PageLog) -> None:
    page = open_page(html, AT)
    choice = page.get_by_label("Members as one")
    bodies, regions = (
        ["all 2", "Eastern Union (12)", "The West (8)"],
        ["all 2", "Western Europe (3)", "Eastern Africa (2)"],
    )
    expect(choice.locator("option")).to_have_text(["choose…", *bodies, *regions])
    head, counts = page.locator("#lead").inner_text(), page.locator("#legend").inner_text()
    choice.select_option("east")

    assert "one=east" in page.url
    assert shown_as_one(page) == ["Eastern Union"]
    assert page.locator("#live").inner_text() == "Eastern Union shown as one with the members"
    assert (page.locator("#lead").inner_text(), page.locator("#legend").inner_text()) == (head, counts)
    page.locator('#legend [data-key="sure:current"]').first.click()
    page.locator('#legend [data-key="sure:current"]').first.click()
    assert page.locator("#live").inner_text().endswith("ties shown. Shown as one: Eastern Union (12 members)")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert shown_as_one(page) == []
    page.keyboard.press("Control+y")
    assert shown_as_one(page) == ["Eastern Union"]
    choice.select_option("west")
    assert shown_as_one(page) == ["Eastern Union", "The West"]
    expect(choice.locator("option")).to_have_text(["choose…", *regions])
    assert serious_faults(page) == []
    page.get_by_role("button", name="Show all members again").click()
    assert "one=" not in page.url
    assert page_log.errors == []


def test_the_panel_tells_members_and_what_ties_them(open_page: OpenPage, html: str) -> None:
    page = open_page(html, f"{AT}&one=east&one=west&node=east")
    told = page.locator("#panel section.whole")
    assert [*filter(None, told.nth(0).inner_text().split("\n"))][:3] == [
        "Shown as one: its members",
        "12",
        "66 facts among them, drawn as no line.",
    ]
    others = told.nth(1).locator("summary")
    assert (others.count(), others.first.inner_text()) == (11, "The West 96")
    others.nth(1).click()
    assert told.nth(1).locator("details").nth(1).locator(".fact").count() == 12
    assert serious_faults(page) == []
    told.nth(0).get_by_role("button", name="Landia 3", exact=True).click()

    assert page.locator("#panel-title").inner_text() == "Landia 3"
    assert shown_as_one(page) == ["Eastern Union", "The West"]  # it is drawn itself while it is looked at
    page.keyboard.press("Escape")
    page.locator("#search").fill("eastern union")
    page.keyboard.press("Enter")
    page.locator("#panel-title").focus()
    page.keyboard.press("m")
    assert shown_as_one(page) == ["The West"]
    assert page.locator("#panel .one-it").get_attribute("aria-pressed") == "false"
    page = open_page(html, f"{AT}&one=west&node=west")
    page.locator("#panel .hide-it").click()
    assert page.url.count("hide=") == 1 + len(WEST)  # who stands for others is hidden with them


def test_regions_are_rows_of_the_matrix_that_count_pairs(open_page: OpenPage, html: str, page_log: PageLog) -> None:
    page = open_page(html, "#shape=matrix")
    heading = page.locator("#matrix h2")
    assert heading.inner_text() == "30 actors, 435 tied pairs"
    page.get_by_label("Members as one").locator("option").nth(6).wait_for(state="attached")
    page.locator("#as-one").select_option("*regions")

    assert shown_as_one(page) == ["Western Europe", "Eastern Africa"]
    assert heading.inner_text() == "30 actors in 27 rows, 435 tied pairs"
    cells = page.locator("#matrix td.many")
    told = {str(cell.get_attribute("title")): cell.inner_text() for cell in cells.all()}
    assert told["Western Europe and Eastern Africa: 6 of 6 pairs tied"] == "6"
    assert told["Among Western Europe: 3 of 3 pairs tied"] == "3"
    assert told["Landia 0 and Eastern Africa: 2 of 2 pairs tied"] == "2"
    assert serious_faults(page) == []

    page.locator("#matrix td.many[title^='Western Europe and Eastern Africa']").click()
    assert page.locator("#panel-title").inner_text() == "Western Europe"
    assert page.locator("#panel section.whole").first.locator("li").all_inner_texts() == [
        "Landia 20",
        "Landia 21",
        "Landia 22",
    ]
    page.keyboard.press("Escape")
    page.locator("#layout-network").click()
    assert "with a number" in page.locator("#one-list").inner_text()
    again = open_page(html, page.url[page.url.index("#") :])
    assert shown_as_one(again) == ["Eastern Africa", "Western Europe"]
    assert page_log.errors == []


def test_what_is_taken_away_says_what_is_shown_as_one(open_page: OpenPage, html: str) -> None:
    page = open_page(html, f"{AT}&one=east")
    page.locator("#take").click()
    with page.expect_download() as table:
        page.locator("#take-csv").click()
    rows = list(csv.DictReader(Path(table.value.path()).read_text(encoding="utf-8-sig").splitlines()))
    as_drawn = {row["says"]: row["drawn_as"] for row in rows}
    assert len(rows) == LANDS * (LANDS - 1) / 2
    assert as_drawn["Landia 0 has diplomatic relations with Landia 1"] == "inside Eastern Union"
    assert as_drawn["Landia 0 has diplomatic relations with Landia 20"] == "Eastern Union – Landia 20"
    assert as_drawn["Landia 20 has diplomatic relations with Landia 21"] == ""
    with page.expect_download() as picture:
        page.locator("#take-svg").click()
    svg = Path(picture.value.path()).read_text(encoding="utf-8")
    assert "as-one" in picture.value.suggested_filename
    assert "Shown as one, with the ties of their members: Eastern Union (12 members)" in svg
    assert ">12<" in svg
    page.goto(page.url.replace("one=east", "one=nowhere"))
    assert "nowhere" in page.locator("#unknown").inner_text()


def test_a_page_of_few_ties_or_without_members_offers_none_of_this(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)

    assert page.locator("#as-one-choice").is_hidden()
    assert page.locator("#one-list").is_hidden()
