"""The page is valid HTML by html-validate and by the checker of the W3C, as written and as its script lays it out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT
from tests.node import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

VALID = ROOT / "tests" / "js" / "valid.mjs"
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SHAPES = ("network", "table")
WRONG = [
    "<main></main>",
    '<b id="search"></b>',
    "<p><div></div></p>",
    '<button><a href="x">x</a></button>',
    '<input type="choice" aria-label="x">',
    "&nothing;",
]


def by_html_validate(page: Path) -> list[str]:
    """Structure, content and attributes, by a checker that the tests bring with them."""
    return run(VALID, page).splitlines()


def by_vnu(*pages: Path) -> dict[str, list[str]]:
    """All of it, by the checker of the W3C, which needs Java; nothing else here does. Each page with its faults."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("this checker of HTML is written in Java, and none is here; html-validate has had its say")
    assert VNU.exists(), "run make node_modules/.stamp once"
    asked = ["--errors-only", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([java, "-jar", VNU, *asked, *pages], capture_output=True, timeout=120, check=True)
    found: dict[str, list[str]] = {page.name: [] for page in pages}
    for one in json.loads(done.stderr)["messages"]:
        found[one["url"].rpartition("/")[2]].append(f"{one.get('lastLine')}: {one['message']}")
    return found


@pytest.fixture
def as_shown(sample_page: Page) -> Callable[[str], str]:
    """The page without its script as that lays it out in a shape, with a country chosen."""

    def show(shape: str) -> str:
        sample_page.click(f"#layout-{shape}")
        sample_page.fill("#search", "Kenya")
        sample_page.press("#search", "Enter")
        return re.sub(r"<script.*?</script>", "", sample_page.content(), flags=re.DOTALL)

    return show


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(name: str, html: str) -> Path:
        page = tmp_path / f"{name}.html"
        page.write_text(html, encoding="utf-8")
        return page

    return write


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG)
def test_html_validate_sees_what_is_wrong(wrong: str, sample_html: str, written: Callable[[str, str], Path]) -> None:
    assert by_html_validate(written("wrong", sample_html.replace("<main>", f"<main>{wrong}", 1))) != []


@pytest.mark.slow
def test_the_page_is_valid_as_written_and_as_its_script_lays_it_out(
    sample_html: str, as_shown: Callable[[str], str], written: Callable[[str, str], Path]
) -> None:
    pages = [written("page", sample_html)] + [written(shape, as_shown(shape)) for shape in SHAPES]

    assert [by_html_validate(page) for page in pages] == [[], [], []]


@pytest.mark.slow
def test_it_is_valid_to_vnu_too_which_sees_what_is_wrong(
    sample_html: str, as_shown: Callable[[str], str], written: Callable[[str, str], Path]
) -> None:
    """All at once: each run starts a Java of its own."""
    wrong = written("wrong", sample_html.replace("<main>", "<main>" + "".join(WRONG), 1))
    found = by_vnu(wrong, written("page", sample_html), *(written(shape, as_shown(shape)) for shape in SHAPES))

    assert len(found.pop("wrong.html")) >= len(WRONG)
    assert found == {"page.html": [], "network.html": [], "table.html": []}


def test_there_is_one_main_landmark_and_a_box_to_choose_from_takes_text(sample_html: str) -> None:
    assert sample_html.count("<main") == 1
    boxes = re.findall(r"<input[^>]*role=\"combobox\"[^>]*>", sample_html)
    assert len(boxes) == 5
    assert all('type="text"' in box for box in boxes)
