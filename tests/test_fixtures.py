"""The fixtures themselves: a watcher that sees nothing would let every page pass."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.chromium import PageLog

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.chromium import Tabs
    from tests.fixture_types import Command, Process, WriteFolder
    from tests.node import Node


def test_dataset_writes_dedented_files_and_returns_their_folder(dataset: WriteFolder) -> None:
    folder = dataset(
        {
            "graph/x.yaml": """\
            source: x
            visits: []
            """,
            "seeds/x.yaml": "id: x",
        }
    )

    assert (folder / "graph" / "x.yaml").read_text(encoding="utf-8") == "source: x\nvisits: []\n"
    assert (folder / "seeds" / "x.yaml").exists()


def test_both_ways_to_run_the_command_give_the_same(
    relgraph: Command, relgraph_process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    here = relgraph("--help")
    there = relgraph_process("--help")

    assert (here.exit_code, there.returncode) == (0, 0)
    assert here.stdout.split()[2:] == there.stdout.split()[2:]  # after "Usage: <name>"


def test_node_reads_arguments_and_input_and_finds_the_packages(node: Node) -> None:
    script = """
        import {readFileSync} from "node:fs";
        import Graph from "graphology";
        const graph = new Graph();
        graph.addNode(process.argv[1]);
        graph.addNode(readFileSync(0, "utf8"));
        console.log(JSON.stringify(graph.nodes()));
    """
    assert json.loads(node(script, "Hà Nội", stdin="Lương Cường")) == ["Hà Nội", "Lương Cường"]


def test_node_runs_a_file(node: Node, tmp_path: Path) -> None:
    script = tmp_path / "echo.mjs"
    script.write_text("console.log(process.argv[2])", encoding="utf-8")

    assert node(script, "Nairobi") == "Nairobi\n"


def test_a_script_that_fails_fails_the_test(node: Node) -> None:
    with pytest.raises(AssertionError, match="no such tie"):
        node("throw new Error('no such tie')")


def test_a_quiet_page_leaves_an_empty_log(page: Page, page_log: PageLog, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><title>Quiet</title>", encoding="utf-8")

    page.goto(file.as_uri())

    assert page.title() == "Quiet"
    assert page_log.requests == [file.as_uri()]
    assert (page_log.to_network(), page_log.complaints, page_log.errors) == ([], [], [])


def test_the_log_hears_requests_complaints_and_errors(page: Page, page_log: PageLog) -> None:
    page.set_content("""
        <img src="http://localhost:9/x.png">
        <script>console.error("a complaint"); setTimeout(() => { throw new Error("an error") })</script>
    """)
    page.wait_for_timeout(100)

    assert page_log.to_network() == ["http://localhost:9/x.png"]
    assert "a complaint" in page_log.complaints
    assert page_log.errors == ["an error"]


SEEN = """() => ({
    kept: localStorage.length,
    paper: matchMedia("print").matches,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
    width: innerWidth,
})"""
AS_NEW = {"kept": 0, "paper": False, "dark": False, "still": False, "width": 1440}


def test_a_tab_is_handed_on_as_new(tabs: Tabs, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><title>Any</title>", encoding="utf-8")
    used = tabs.blank("desktop")
    used.goto(file.as_uri())
    used.evaluate("localStorage.setItem('a', 'b')")
    used.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    used.set_viewport_size({"width": 400, "height": 300})
    assert used.evaluate(SEEN) == {"kept": 1, "paper": True, "dark": True, "still": True, "width": 400}

    again = tabs.blank("desktop")
    assert (again, again.url) == (used, "about:blank")
    again.goto(file.as_uri())
    assert again.evaluate(SEEN) == AS_NEW


def test_a_tab_that_is_gone_is_replaced(tabs: Tabs) -> None:
    gone = tabs.blank("phone")
    gone.close()

    assert not tabs.blank("phone").is_closed()


def test_a_profile_of_its_own_shares_nothing(tabs: Tabs) -> None:
    with tabs.private("desktop") as page:
        assert page.context != tabs.blank("desktop").context

    assert page.is_closed()


def test_a_log_that_watches_no_longer_hears_nothing(page: Page) -> None:
    log = PageLog()
    with log.watching(page):
        page.evaluate("console.error('one')")
    page.evaluate("console.error('two')")

    assert log.complaints == ["one"]
