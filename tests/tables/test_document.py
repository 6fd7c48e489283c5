"""The example of docs/tables.md is imported as it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checkout import ROOT
from tests.markdown import blocks

if TYPE_CHECKING:
    import pytest

    from tests.fixture_types import Command, WriteFolder

DOCUMENT = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")


def test_the_example_is_imported_as_it_is_told(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, told = blocks(DOCUMENT, "csv")[0], blocks(DOCUMENT, "console")[0]
    mapping, _, decisions, looked_for, notes = blocks(DOCUMENT, "yaml")
    files = {"graph/actors/none.yaml": "countries: {}\n", "envoys.yaml": mapping, "seeds/texts/envoys.csv": table}
    monkeypatch.chdir(dataset(files))

    assert relgraph("import", "envoys.yaml").stdout.startswith(told)
    dataset({"graph/notes.yaml": notes, "seeds/notes.yaml": f"id: notes\ntitle: Notes\n{looked_for}"})
    assert ": 0 errors" in relgraph("check").stdout
    asked = relgraph("facts", "Vietnam", "Kenya", "--kind", "mission", "--as-of", "2023").stdout
    assert "missions (an editor looked in notes, the lists of 2020 to 2025, on 2026-03-01, and found none)" in asked
    dataset({"graph/tables/envoys.decisions.yaml": decisions})
    assert "matched nobody" not in relgraph("import", "envoys").stdout
    assert "no: heads of mission (covered by envoys, 1995 to 1998)" in relgraph("facts", "Vietnam", "Egypt").stdout


def test_the_figures_of_several_rows_are_added_up_as_it_is_told(
    dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, told, mapping = (blocks(DOCUMENT, language)[1] for language in ("csv", "console", "yaml"))
    files = {"graph/actors/none.yaml": "countries: {}\n", "aid.yaml": mapping, "seeds/texts/aid.csv": table}
    monkeypatch.chdir(dataset(files))

    assert relgraph("import", "aid.yaml").stdout.startswith("aid: 5 rows read, 3 facts made\n")
    assert relgraph("facts", "--kind", "contribution").stdout.startswith(told)
    assert ": 0 errors, 0 notes" in relgraph("check").stdout
