"""What axe-core finds wrong with a page for those who do not see it or use no pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from tests.checkout import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}
OF_COLOUR = ("color-contrast", "link-in-text-block")
WIDE, NARROW = 1440, 390  # pixels

Faults: TypeAlias = list[tuple[str, list[str]]]
"""The rules that are broken, and the elements that break each."""


def serious_faults(page: Page, *rules: str) -> Faults:
    """The serious faults of a page as it is now, by all rules or by some."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    asked = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found: list[dict[str, Any]] = page.evaluate("asked => axe.run(asked)", asked)["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found if one["impact"] in SERIOUS]


def faults_however_seen(page: Page) -> dict[str, Faults]:
    """The serious faults of a page on a wide screen, in the dark (where only colours differ) and on a narrow one.

    What is faultless is left out. Page and axe are read once for all three.
    """
    found: dict[str, Faults] = {}
    page.set_viewport_size({"width": WIDE, "height": 900})
    found["wide"] = serious_faults(page)
    page.emulate_media(color_scheme="dark")
    found["dark"] = serious_faults(page, *OF_COLOUR)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": NARROW, "height": 900})
    found["narrow"] = serious_faults(page)
    page.set_viewport_size({"width": WIDE, "height": 900})
    return {way: faults for way, faults in found.items() if faults}
