"""The page is valid HTML by html-validate and by the checker of the W3C, as written and as its script lays it out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.checkout import ROOT
from tests.node import run

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

VALID = ROOT / "tests" / "js" / "valid.mjs"
VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class Faults(Protocol):
    """What a checker finds wrong with a page, a line each."""

    def __call__(self, page: Path) -> list[str]: ...


def by_html_validate(page: Path) -> list[str]:
    """Structure, content and attributes, by a checker that the tests bring with them."""
    return run(VALID, page).splitlines()


def by_vnu(page: Path) -> list[str]:
    """All of it, by the checker of the W3C, which needs Java; nothing else here does."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("this checker of HTML is written in Java, and none is here; html-validate has had its say")
    assert VNU.exists(), "run make node_modules/.stamp once"
    asked = ["--errors-only", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([java, "-jar", VNU, *asked, page], capture_output=True, timeout=120, check=True)
    found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [f"{one.get('lastLine')}: {one['message']}" for one in found]


@pytest.fixture(scope="session", params=[by_html_validate, by_vnu], ids=["html-validate", "vnu"])
def faults(request: pytest.FixtureRequest) -> Faults:
    check: Faults = request.param
    return check


@pytest.mark.slow
def test_the_page_is_valid(sample_html: str, faults: Faults, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(sample_html, encoding="utf-8")

    assert faults(page) == []


WRONG = [
    "<main></main>",
    '<b id="search"></b>',
    "<p><div></div></p>",
    '<button><a href="x">x</a></button>',
    '<input type="choice" aria-label="x">',
    "&nothing;",
]


@pytest.mark.slow
@pytest.mark.parametrize("wrong", WRONG)
def test_html_validate_sees_what_is_wrong(wrong: str, sample_html: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(sample_html.replace("<main>", f"<main>{wrong}", 1), encoding="utf-8")

    assert by_html_validate(page) != []


@pytest.mark.slow
def test_vnu_sees_what_is_wrong(sample_html: str, tmp_path: Path) -> None:
    """All at once: each run starts a Java of its own."""
    page = tmp_path / "page.html"
    page.write_text(sample_html.replace("<main>", "<main>" + "".join(WRONG), 1), encoding="utf-8")

    assert len(by_vnu(page)) >= len(WRONG)


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["layout-network", "layout-table"])
def test_what_its_script_makes_of_it_is_valid(shape: str, sample_page: Page, faults: Faults, tmp_path: Path) -> None:
    sample_page.click(f"#{shape}")
    sample_page.fill("#search", "Kenya")
    sample_page.press("#search", "Enter")
    shown = re.sub(r"<script.*?</script>", "", sample_page.content(), flags=re.DOTALL)
    page = tmp_path / "page.html"
    page.write_text(shown, encoding="utf-8")

    assert faults(page) == []


def test_there_is_one_main_landmark_and_a_box_to_choose_from_takes_text(sample_html: str) -> None:
    assert sample_html.count("<main") == 1
    boxes = re.findall(r"<input[^>]*role=\"combobox\"[^>]*>", sample_html)
    assert len(boxes) == 5
    assert all('type="text"' in box for box in boxes)
