"""The page is valid HTML by the checker of the W3C (vnu), as it is written and as its script lays it out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="session")
def faults() -> Callable[[Path], list[str]]:
    """What the checker finds wrong with a page; without a Java, which nothing else here needs, the test is skipped."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("the checker of HTML is written in Java, and none is here")
    assert VNU.exists(), "run make node_modules/.stamp once"

    def check(page: Path) -> list[str]:
        asked = ["--errors-only", "--exit-zero-always", "--format", "json"]
        done = subprocess.run([java, "-jar", VNU, *asked, page], capture_output=True, timeout=120, check=True)
        found: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
        return [f"{one.get('lastLine')}: {one['message']}" for one in found]

    return check


@pytest.mark.slow
def test_the_page_is_valid(sample_html: str, faults: Callable[[Path], list[str]], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(sample_html, encoding="utf-8")

    assert faults(page) == []


@pytest.mark.slow
def test_the_checker_sees_what_is_wrong(sample_html: str, faults: Callable[[Path], list[str]], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(sample_html.replace("<main>", '<main role="application">', 1), encoding="utf-8")

    (fault,) = faults(page)
    assert "Bad value “application” for attribute “role” on element “main”" in fault


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["layout-network", "layout-table"])
def test_what_its_script_makes_of_it_is_valid(
    shape: str, sample_page: Page, faults: Callable[[Path], list[str]], tmp_path: Path
) -> None:
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
    assert len(boxes) == 4
    assert all('type="text"' in box for box in boxes)
