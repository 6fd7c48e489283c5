"""What a screen reader is told: first sight, a country, a path and the table, as golden files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.golden import Golden
    from tests.webpage.conftest import OpenPage

GOLDEN = Path(__file__).parent / "golden"
SPOKEN = [
    ("first", "", "#side"),
    ("country", "#node=new-zealand", "#panel"),
    ("path", "#from=new-zealand&to=thailand", "#ask"),
    ("table", "#shape=table", "#table"),
]


@pytest.mark.parametrize(("name", "at", "part"), SPOKEN, ids=[name for name, _, _ in SPOKEN])
def test_what_is_shown_is_told(
    open_page: OpenPage, sample_html: str, golden: Golden, name: str, at: str, part: str
) -> None:
    page = open_page(sample_html, at)

    golden(GOLDEN / f"{name}.aria.yml", page.locator(part).aria_snapshot() + "\n")


def test_what_is_opened_is_told_at_once(open_page: OpenPage, sample_html: str) -> None:
    page = open_page(sample_html)
    page.locator("#search").fill("new zealand")
    page.keyboard.press("Enter")

    assert page.locator("#live").inner_text() == "New Zealand: 1 neighbour in sight"
    assert page.evaluate("document.activeElement.id") == "panel-title"
