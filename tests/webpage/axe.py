"""What axe-core finds wrong with a page for those who do not see it or use no pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.checkout import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}


def serious_faults(page: Page) -> list[tuple[str, list[str]]]:
    """The serious faults of a page as it is now: the rule that is broken, and the elements that break it."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found if one["impact"] in SERIOUS]
