from __future__ import annotations

import time
import webbrowser
from typing import TYPE_CHECKING

import pytest

from relgraph.cli import view
from tests.export.small_dataset import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

BUILT = "exports/relgraph.html: 7 nodes, 12 edges\n"


@pytest.fixture
def page(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the page of the small dataset, in whose folder the command is run; there is no display."""
    folder = dataset(FILES)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return folder / "exports" / "relgraph.html"


class Browser(webbrowser.BaseBrowser):
    """Keeps what it is asked to open, and takes its time."""

    def __init__(self, *, works: bool = True, seconds: float = 0) -> None:
        super().__init__("a browser")
        self.works = works
        self.seconds = seconds
        self.asked: list[str] = []
        self.answered = False

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002, FBT001, FBT002 - the signature of webbrowser
        self.asked.append(url)
        time.sleep(self.seconds)
        self.answered = True
        return self.works


def offer(monkeypatch: pytest.MonkeyPatch, browser: webbrowser.BaseBrowser) -> None:
    """Give the command a display, and this browser on it."""
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "get", lambda: browser)


def test_the_page_is_built_and_opened(relgraph: Command, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser()
    offer(monkeypatch, browser)
    done = relgraph("view")

    assert (done.exit_code, done.output) == (0, BUILT)
    assert browser.asked == [page.as_uri()]
    assert "Lương Cường" in page.read_text(encoding="utf-8")


def test_without_a_display_it_says_where_the_page_is(relgraph: Command, page: Path) -> None:
    done = relgraph("view")

    assert (done.exit_code, done.output) == (0, f"{BUILT}no browser to open here; the page is {page.as_uri()}\n")
    assert page.exists()


def test_a_browser_that_fails(relgraph: Command, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, Browser(works=False))

    assert relgraph("view").output == f"{BUILT}no browser to open here; the page is {page.as_uri()}\n"


def test_no_browser_at_all(relgraph: Command, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(webbrowser, "get", none)

    assert page.as_uri() in relgraph("view").output


@pytest.mark.usefixtures("page")
def test_a_browser_in_the_terminal_is_left_alone(relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, webbrowser.GenericBrowser("true"))

    assert "no browser to open here" in relgraph("view").output


@pytest.mark.usefixtures("page")
def test_a_browser_that_takes_for_ever_is_not_waited_for(relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "PATIENCE", 0.05)
    browser = Browser(seconds=3)
    offer(monkeypatch, browser)
    done = relgraph("view")

    assert (done.exit_code, done.output) == (0, BUILT)
    assert browser.asked
    assert not browser.answered


@pytest.mark.usefixtures("page")
def test_paragraphs_need_texts(relgraph: Command) -> None:
    done = relgraph("view", "--paragraphs")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "no text of a source is at hand" in done.stderr


@pytest.mark.parametrize("options", [("--no-open",), ("-o", "-")])
@pytest.mark.usefixtures("page")
def test_nothing_is_opened(relgraph: Command, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]) -> None:
    browser = Browser()
    offer(monkeypatch, browser)
    done = relgraph("view", *options)

    assert done.exit_code == 0
    assert done.output == BUILT or done.output.startswith("<!doctype html>")
    assert browser.asked == []
