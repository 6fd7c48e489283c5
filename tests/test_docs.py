"""Documents: what is drawn in them from the code is as the code is now, and what they point to is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.checkout import ROOT
from tools.architecture import PAGE, drawn, layers, uses

if TYPE_CHECKING:
    from pathlib import Path

    from tests.golden import Golden

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_picture_of_the_layers_is_as_the_imports_are(golden: Golden) -> None:
    golden(PAGE, drawn(PAGE.read_text(encoding="utf-8")))


def test_each_layer_uses_only_those_below_it() -> None:
    found = layers()

    assert {"errors", "reading"} < set(found)
    assert {"vocabulary", "sources", "reading"} <= uses("facts")
    for at, layer in enumerate(found):
        assert uses(layer) <= set(found[:at])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_is_there(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_make_target_that_is_told_of_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    told = set(re.findall(r"^make ([a-z]+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE))

    assert {"quick", "test", "golden", "bench"} <= told <= targets
