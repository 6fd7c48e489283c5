"""Fixtures that every test may use: folders of facts, the command, a browser, Node.js, the articles' texts."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from functools import partial
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from tests import chromium
from tests.checkout import DATA, ON_CI, ROOT, TEXTS
from tests.golden import OPTION, Golden
from tests.world import World, world_files, write_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from click.testing import Result
    from playwright.sync_api import Browser, Page

    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import Command, Process, WriteFolder
    from tests.node import Node

# Time is measured in tests/benchmarks, not here; CI tries the same examples at every run.
hypothesis.settings.register_profile("relgraph", deadline=None, derandomize=ON_CI, print_blob=True)
hypothesis.settings.load_profile("relgraph")

ARTICLE = "The Republic of Here opened an embassy in There.\n\nBoth sides were pleased.\n"
NEEDS = {"browser": {"browser", "window"}, "process": {"relgraph_process"}}  # marks, and the fixtures that set them


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(OPTION, action="store_true", help="write the golden files anew, and run no other test")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs a browser or a process, and with --golden keep only what knows a golden file."""
    for item in items:
        for mark, fixtures in NEEDS.items():
            if not fixtures.isdisjoint(getattr(item, "fixturenames", ())):
                item.add_marker(mark)
    if config.getoption(OPTION):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


@pytest.fixture
def collector_given_back() -> Iterator[None]:
    """Leave the cycle collector as it was, whatever a test, or the program that it runs, does with it."""
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


@pytest.fixture(scope="session")
def golden(pytestconfig: pytest.Config) -> Golden:
    """Compare a text with a golden file: `golden(ROOT / "tests/x.txt", "made\\n")`."""
    return Golden(renewing=pytestconfig.getoption(OPTION))


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own RELGRAPH_... settings from the commands under test."""
    for name in [name for name in os.environ if name.startswith("RELGRAPH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("RELGRAPH_NO_CACHE", "1")  # nothing is kept but where a test is about that


@pytest.fixture
def believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let check refuse nothing: small worlds, whose facts cite nothing, are told as if they did."""
    monkeypatch.setattr("relgraph.checks.refused.errors_of", lambda *_: ())


@pytest.fixture(scope="session")
def texts() -> Path:
    """The folder of the articles' texts, which are not in the repository; a test that needs them is skipped without."""
    if TEXTS is None:
        pytest.skip("no articles' texts here: RELGRAPH_TEXTS, seeds/texts and ../shared/seeds hold none")
    return TEXTS


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of others' tables, which are not in the repository; a test that needs them is skipped without."""
    if DATA is None:
        pytest.skip("no tables of others here: RELGRAPH_DATA and ../shared/data hold none")
    return DATA


@pytest.fixture
def dataset(tmp_path: Path) -> WriteFolder:
    """Write small files and return their folder: `dataset({"graph/x.yaml": "source: x"})`."""
    return partial(write_files, tmp_path)


@pytest.fixture
def world(dataset: WriteFolder) -> World:
    """Write and load a small world: `world("partnerships: [{of: vietnam, with: kenya, tier: csp}]").facts`."""
    from relgraph.facts.load import load

    def make(facts: str = "", files: Mapping[str, str] | None = None) -> Dataset:
        loaded = load(dataset(world_files(facts, files)) / "graph")
        assert loaded.problems == ()
        return loaded

    return make


@pytest.fixture(scope="session")
def curated(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """The facts of this repository, without the texts. A true fact may be added: no test knows how many there are."""
    from relgraph.facts.load import load

    folder = tmp_path_factory.mktemp("curated")
    shutil.copytree(ROOT / "seeds", folder / "seeds", ignore=shutil.ignore_patterns("texts"))
    loaded = load(ROOT / "graph", folder / "seeds", texts=folder)
    assert len(loaded.facts) > 100
    return loaded


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the curated facts and cards, with an article to add, as the working directory."""
    for folder in ("graph", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "exports").mkdir()
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def relgraph() -> Command:
    """Run a command quickly, in this process: `relgraph("path", "Kenya", "Hanoi").exit_code`."""
    from click.testing import CliRunner

    from relgraph.cli.main import main

    mixes = "mix_stderr" in signature(CliRunner).parameters  # click before 8.2 makes one stream of both, unless told
    told: dict[str, Any] = {"mix_stderr": False} if mixes else {}

    def run(*args: str | Path, stdin: str | None = None) -> Result:
        return CliRunner(**told).invoke(main, [str(arg) for arg in args], input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, as those of tmp_path are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def relgraph_process() -> Process:
    """Run a command as its user does: `relgraph_process("check", cwd=folder).stderr`."""

    def run(
        *args: str | Path, cwd: Path | None = None, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).with_name("relgraph"), *args],
            cwd=cwd or ROOT,
            input=stdin,
            env={**os.environ, **(env or {})},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def node() -> Node:
    """Run an ES module with the npm packages of package.json: `node("console.log(1)") == "1\\n"`."""
    if not (ROOT / "node_modules").is_dir():
        pytest.fail("node_modules is missing: run make test once")
    from tests.node import run

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium for the whole run; without one the test is skipped, but fails on CI."""
    program = chromium.find()
    if program is None:
        (pytest.fail if ON_CI else pytest.skip)(chromium.MISSING)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=chromium.ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> chromium.Tabs:
    """The tabs of the browser, which tests use by turns."""
    return chromium.Tabs(browser)


@pytest.fixture
def page_log() -> chromium.PageLog:
    """What the test's `page` asks for and complains about."""
    return chromium.PageLog()


@pytest.fixture
def page(request: pytest.FixtureRequest, tabs: chromium.Tabs, page_log: chromium.PageLog) -> Iterator[Page]:
    """An empty page, watched by `page_log`; with the mark `own_profile` in a profile of its own."""
    alone = request.node.get_closest_marker("own_profile")
    with tabs.private("desktop") if alone else nullcontext(tabs.blank("desktop")) as page, page_log.watching(page):
        yield page
