"""Ties that a machine read on the page: one layer, off at first, with a row of its own in the legend."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

from relgraph.facts.machine_read.dataset import with_machine_read
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.webpage import page_html
from relgraph.webpage.data.lead import lead
from relgraph.webpage.data.payload import payload
from tests.checkout import ROOT
from tests.facts.machine_read.small_ties import small
from tests.webpage.asking import asked, question
from tests.webpage.axe import serious_faults

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.node import Node
    from tests.webpage.conftest import OpenPage

ROW = '#legend [data-key="sure:machine-read"]'


def drawn(page: Page) -> str:
    return page.locator(f"{ROW} .count").inner_text()


def test_the_page_without_ties_knows_nothing_of_them(tmp_path: Path) -> None:
    dataset = small(tmp_path)
    data = payload(dataset, build_graph(dataset))

    assert data["sources"].keys() == {"talks"}
    assert lead(data) == "1 fact from 1 source; 1 more follows from them."
    assert (
        "machine-read"
        not in page_html(dataset, build_graph(dataset)).partition('id="data"')[2].partition("</script>")[0]
    )


def test_ties_move_nobody_and_are_counted_apart(tmp_path: Path) -> None:
    """Who has a place without them keeps it; below stand those whom nothing else ties."""
    dataset = small(tmp_path)
    taken = with_machine_read(dataset)
    before = {node["id"]: node for node in payload(dataset, build_graph(dataset, isolates=False))["nodes"]}
    data = payload(taken, build_graph(taken, isolates=False))
    after = {node["id"]: node for node in data["nodes"]}

    assert lead(data) == "1 fact from 1 source; 1 more follows from them; beside them 4 machine-read ties."
    assert {one: (after[one]["x"], after[one]["y"], after[one]["home"]) for one in ("kenya", "vietnam")} == {
        one: (before[one]["x"], before[one]["y"], before[one]["home"]) for one in ("kenya", "vietnam")
    }
    lowest = max(node["home"][1] for node in before.values() if "home" in node)
    assert all(after[one]["home"][1] > lowest for one in ("egypt", "brazil"))


def test_ties_stand_in_their_period_and_no_path_walks_them(tmp_path: Path, node: Node) -> None:
    """On each day the page says of them what the command does, and tells no change of two days."""
    questions = [question("kenya", "egypt"), question("kenya", "vietnam")]
    days = ("2001-02-28", "2001-03-01", "2001-03-31", "2001-04-15", "2001-05-01")
    told = asked("ties", with_machine_read(small(tmp_path)), questions, days)

    assert int(node(ROOT / "tests/js/answers.mjs", stdin=json.dumps([told]))) >= len(questions) + len(days)


def test_the_layer_is_switched_on_in_the_legend(open_page: OpenPage, tmp_path: Path) -> None:
    dataset = small(tmp_path)
    taken = with_machine_read(dataset)
    page = open_page(page_html(taken, build_graph(taken)), "#node=kenya")

    assert page.locator(ROW).get_attribute("aria-pressed") == "false"
    assert (page.locator(f"{ROW} .label").inner_text(), drawn(page)) == ("Machine-read ties", "4")
    panel = page.locator("#panel")
    assert "3 machine-read ties are not listed: the legend switches them on." in panel.inner_text()
    assert "Egypt" not in panel.inner_text()

    page.locator(ROW).click()
    page.locator(f'{ROW}[aria-pressed="true"]').wait_for()
    told = "Egypt towards Kenya: clashes (threaten), machine-read (events 5, sources 2, days 4, mean scale -4.40)"
    assert told in panel.inner_text()
    assert serious_faults(page) == []
    panel.get_by_role("button", name="Egypt towards Kenya").click()
    assert "A machine read it, no curator" in panel.inner_text()
    assert "machine-read by query 0123456789ab" in panel.inner_text()

    alone = View(kinds=frozenset({"clashes", "talks"}))
    page = open_page(page_html(taken, build_graph(taken, alone, isolates=False), view=alone))
    assert page.locator(ROW).get_attribute("aria-pressed") == "true"  # there is nothing else on this page
    assert drawn(page) == "4"
