"""Several ladders on one page: rows, rings, path finder, table and pictures name the ladder."""

from __future__ import annotations

from pathlib import Path
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

LADDERS = """
    ladders:
      of-kenya:
        {label: the ladder of Kenya, owner: kenya, rungs: {relations: relations, friend: friendship, ally: alliance}}
      of-france:
        {label: the ladder of France, owner: france, rungs: {relations: relations, friend: friendship, kin: kinship}}
      of-russia: {label: the ladder of Russia, owner: russia, rungs: {relations: relations, pact: pact}}
      of-brazil: {label: the ladder of Brazil, owner: brazil, rungs: {relations: relations, bond: bond}}
    compare:
      - {general: relations, of-kenya: relations, of-france: relations, of-russia: relations, of-brazil: relations}
"""
TWO = """
    partnerships:
      - {of: kenya, with: vietnam, tier: ally, evidence: {p: 1}}
      - {of: kenya, with: united-kingdom, tier: friend, evidence: {p: 1}}
      - {of: france, with: vietnam, tier: friend, evidence: {p: 1}}
      - {of: france, with: united-kingdom, tier: kin, evidence: {p: 1}}
"""
FOUR = f"""{TWO}
      - {{of: russia, with: vietnam, tier: pact, evidence: {{p: 1}}}}
      - {{of: brazil, with: vietnam, tier: bond, evidence: {{p: 1}}}}
"""


def page_of(folder: Path, facts: str, ladders: str = LADDERS) -> str:
    dataset = load(write_files(folder, world_files(facts, {"graph/vocabulary.yaml": ladders})) / "graph")
    assert not dataset.problems
    return page_html(dataset, build_graph(dataset))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of(tmp_path_factory.mktemp("two"), TWO)


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of(tmp_path_factory.mktemp("four"), FOUR)


def rungs(page: Page, ladder: str) -> list[str]:
    return page.locator("#legend .ladder", has_text=ladder).locator("ul .label").all_inner_texts()


def test_rungs_of_one_ladder_stand_together_under_its_name(open_page: OpenPage, two: str) -> None:
    page = open_page(two)

    assert rungs(page, "The ladder of Kenya") == ["Alliance", "Friendship"]
    assert rungs(page, "The ladder of France") == ["Kinship", "Friendship"]
    row = page.locator('#legend [data-key="close:of-france.friend"]')
    assert row.get_attribute("title") == "Hide: Friendship, the ladder of France"


def test_what_stands_on_nobodys_ladder_is_told_apart(open_page: OpenPage, two: str, tmp_path: Path) -> None:
    facts = f"{TWO}    diplomatic_relations: [{{of: egypt, with: vietnam, evidence: {{p: 1}}}}]\n"
    unlike = page_of(tmp_path, facts, LADDERS.partition("    compare:")[0])

    assert rungs(open_page(unlike), "Usual labels") == ["Diplomatic relations"]
    assert rungs(open_page(two), "Usual labels") == []


def test_many_ladders_are_folded_and_each_is_switched_as_one(open_page: OpenPage, four: str) -> None:
    page = open_page(four, "#shape=table")
    fold = page.get_by_role("button", name="Rungs of the ladder of France")
    assert fold.get_attribute("aria-expanded") == "false"
    assert page.locator('#legend [data-key="close:of-france.kin"]').is_hidden()
    fold.click()
    assert page.locator('#legend [data-key="close:of-france.kin"]').is_visible()
    page.locator('#legend [data-key="ladder:of-france"]').click()

    assert page.locator("#table tbody th", has_text="France has a").count() == 0
    assert page.locator("#table tbody th", has_text="Kenya has a").count() == 2
    assert fold.get_attribute("aria-expanded") == "true"
    assert serious_faults(page) == []


def test_the_path_finder_parts_rungs_by_ladder_and_names_it_in_the_answer(open_page: OpenPage, two: str) -> None:
    page = open_page(two, "#from=kenya&to=vietnam")

    groups = page.locator("#ask-min optgroup")
    assert [group.get_attribute("label") for group in groups.all()] == ["The ladder of Kenya", "The ladder of France"]
    assert groups.nth(1).locator("option").all_inner_texts() == ["Friendship", "Kinship"]
    assert page.locator("#ask-told .verdict").inner_text() == "Tied in 1 step, at “alliance, the ladder of Kenya”."


def test_panel_and_table_tell_one_friendship_from_the_other(open_page: OpenPage, two: str) -> None:
    page = open_page(two, "#shape=table&node=united-kingdom")

    told = page.locator("#panel h3").all_inner_texts()
    assert any(text.startswith("Friendship, the ladder of Kenya") for text in told)
    tiers = page.locator("#table td.of-tier").all_inner_texts()
    assert {"Friendship, the ladder of Kenya", "Friendship, the ladder of France"} <= set(tiers)


def test_a_picture_taken_away_names_the_ladders(open_page: OpenPage, two: str, four: str) -> None:
    assert {"The ladder of Kenya", "The ladder of France"} <= set(svg_texts(open_page(two)))
    many = svg_texts(open_page(four))

    assert {"The ladder of Brazil", "The ladder of Russia"} <= set(many)
    assert "Kinship" not in many


def test_the_rings_name_the_ladder_they_belong_to(open_page: OpenPage, four: str) -> None:
    told = " ".join(svg_texts(open_page(four, "#shape=ladder&centre=vietnam")))

    for ladder in ("Kenya", "France", "Russia", "Brazil"):
        assert f"ladder of {ladder}" in told


def svg_texts(page: Page) -> list[str]:
    """The words of the picture that the page hands over."""
    page.locator("#take").click()
    with page.expect_download() as saved:
        page.locator("#take-svg").click()
    return [part.split("</text>")[0] for part in Path(saved.value.path()).read_text("utf-8").split('">')[1:]]
