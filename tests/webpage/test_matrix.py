"""The matrix and the comparison in a real browser: what a cell opens, by pointer and by keys, and what links keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.measures.ranking import rank
from relgraph.facts.load import load
from relgraph.graph.multigraph import build_graph
from relgraph.webpage import page_html
from tests.webpage.axe import serious_faults
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from relgraph.facts.dataset import Dataset
    from tests.chromium import PageLog
    from tests.webpage.conftest import OpenOnPhone, OpenPage

LANDS = 60
COUNTRIES = "countries:\n" + "".join(f"  l{number}: {{name: Landia {number:02}}}\n" for number in range(LANDS))
RING = "diplomatic_relations:\n" + "".join(
    f"  - {{of: l{number}, with: l{(number + 1) % LANDS}, evidence: {{p: 1}}}}\n" for number in range(LANDS)
)
FOCUSED = """[document.activeElement.closest("tr").ariaRowIndex - 2,
    document.activeElement.ariaColIndex - 2].join()"""
TIED = """row => [...row.querySelectorAll(".tied")].map(
    cell => [Number(cell.ariaColIndex), `${cell.className}: ${cell.ariaLabel}`])"""
TITLE = "#panel-title"


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of sixty countries, each tied to the next."""
    files = world_files(RING, {"graph/actors/more.yaml": COUNTRIES})
    facts = load(write_files(tmp_path_factory.mktemp("ring"), files) / "graph")
    assert not facts.problems
    return page_html(facts, build_graph(facts))


def cells(page: Page) -> dict[tuple[str, str], str]:
    """What the cells say, by the names of their row and column."""
    rows, columns = (page.locator(f"#matrix {part} th").all_inner_texts() for part in ("tbody", "thead"))
    return {
        (rows[row], columns[column - 2]): told
        for row, line in enumerate(page.locator("#matrix tbody tr").all())
        for column, told in line.evaluate(TIED)
    }


def test_every_pair_is_a_cell_that_opens_its_evidence(open_page: OpenPage, sample_html: str, page_log: PageLog) -> None:
    page = open_page(sample_html)
    assert page.locator("#layout-matrix").is_hidden()
    page.locator("#more").click()
    page.locator("#layout-matrix").click()
    told = cells(page)

    ladder = "Việt Nam's partnership ladder"
    assert told["Việt Nam", "New Zealand"].startswith(f"tied tie-stated: Comprehensive Strategic Partnership, {ladder}")
    assert told["France", "Việt Nam"].startswith("tied tie-derived: ")
    assert told["Kenya", "Việt Nam"] == told["Việt Nam", "Kenya"]
    assert len(told) % 2 == 0
    page.locator("#matrix td[title^='Việt Nam and Thailand']").click()
    assert page.locator(TITLE).inner_text() == "Việt Nam has a Strategic Partnership with Thailand"
    assert page.locator("#matrix [aria-current]").count() == 2
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert serious_faults(page) == []
    assert page_log.errors == []


def test_a_matrix_follows_legend_and_day_and_its_link_keeps_its_order(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html, "#shape=matrix&order=name")
    names = page.locator("#matrix tbody th").all_inner_texts()
    assert names == sorted(names)
    before = page.locator("#matrix td.tied").count()
    page.locator('#legend [data-key^="close:"][data-key$=".sp"]').first.click()
    assert page.locator("#matrix td.tied").count() < before
    page.locator("#undo").click()
    assert page.locator("#matrix td.tied").count() == before
    page.get_by_role("button", name="Closest ties first").click()

    assert "order=" not in page.url
    assert page.locator("#matrix tbody th").first.inner_text() == "Việt Nam"


def test_a_matrix_is_ordered_by_the_communities_that_the_command_ranks(
    open_page: OpenPage, sample: Dataset, sample_html: str
) -> None:
    page = open_page(sample_html, "#shape=matrix")
    page.get_by_role("button", name="By community").click()
    ranked = {one.name: round(one.score) for one in rank(sample, "communities").ranking}
    rows = page.locator("#matrix tbody th")
    names = rows.all_inner_texts()
    told = [f"{name}, community {ranked[name]}" for name in names]

    assert "order=community" in page.url
    assert [row.get_attribute("aria-label") for row in rows.all()] == told
    numbers = [ranked[name] for name in names]
    assert numbers == sorted(numbers)
    assert page.locator("#matrix tbody th.begins").count() == len(set(numbers)) - 1 > 0
    assert page.locator("#matrix .communities").inner_text().startswith(f"{len(set(numbers))} communities: actors")


def test_of_a_large_matrix_the_cells_in_sight_are_written_and_keys_walk_all_of_it(
    open_page: OpenPage, ring: str
) -> None:
    page = open_page(ring, "#shape=matrix&order=name")
    written = page.locator("#matrix tbody td[aria-colindex]").count()
    assert written < LANDS * LANDS / 2
    assert page.locator("#matrix table").get_attribute("aria-rowcount") == str(LANDS + 1)
    page.locator("#matrix [tabindex='0']").focus()
    assert page.evaluate(FOCUSED) == "0,0"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == "0,1"
    page.keyboard.press("Enter")
    assert page.locator(TITLE).inner_text() == "Landia 00 has diplomatic relations with Landia 01"
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "0,1"
    page.keyboard.press("Control+End")
    page.wait_for_timeout(200)
    assert page.evaluate(FOCUSED) == "59,59"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")

    assert page.evaluate(FOCUSED) == "59,-1"
    assert page.evaluate("document.activeElement.innerText") == "Landia 59"
    assert page.locator("#matrix [tabindex='0']").count() == 1


def test_a_country_is_set_beside_others_from_its_panel(
    open_page: OpenPage, sample_html: str, page_log: PageLog
) -> None:
    page = open_page(sample_html, "#node=kenya")
    page.locator("#panel .acts").get_by_role("button", name="Compare").click()
    assert "Choose two to five" in page.locator("#compared").inner_text()
    page.locator("#compare-search").fill("viet")
    page.keyboard.press("Enter")

    assert page.url.endswith("#shape=compare&compare=kenya&compare=vietnam")
    table = page.locator("#compared")
    assert table.locator("caption").inner_text() == "1 common partner; only Kenya 0, only Việt Nam 2"
    assert table.locator("tbody tr", has_text="Thailand").inner_text().split("\t")[0] == "Thailand"
    table.get_by_role("button", name="Strategic Partnership, Việt Nam's partnership ladder", exact=True).first.click()
    assert page.locator(TITLE).inner_text().startswith("Việt Nam has a")
    assert serious_faults(page) == []
    page.get_by_role("button", name="Leave out Kenya").click()
    assert page.url.endswith("compare=vietnam") or "compare=kenya" not in page.url
    assert page_log.errors == []


def test_both_fit_on_a_phone(open_on_phone: OpenOnPhone, sample_html: str) -> None:
    page = open_on_phone(sample_html, "#shape=matrix")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator("#matrix td.tied").first.bounding_box()
    assert box
    assert box["width"] >= 44
    page.locator("#layout-compare").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious_faults(page) == []
