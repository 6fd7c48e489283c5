"""The example of docs/several.md gives what it says there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checkout import ROOT
from tests.markdown import blocks
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.fixture_types import Command

DOCUMENT = (ROOT / "docs" / "several.md").read_text(encoding="utf-8")
CARD = """
    id: {source}
    title: Made up
    publisher: {publisher}
    published: 1980
    paragraphs:
      1: kenya vietnam relations {year}
      2: kenya vietnam northland relations
      3: kenya league member the
"""


def test_the_example_is_told_as_it_stands(tmp_path: Path, relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    actors, facts, its_actors, its_facts = blocks(DOCUMENT, "yaml")
    told, unjoined = blocks(DOCUMENT, "console")
    write_files(
        tmp_path,
        {
            "treaties/graph/actors/all.yaml": actors,
            "treaties/graph/gazette.yaml": facts,
            "treaties/seeds/gazette.yaml": CARD.format(source="gazette", publisher="The Gazette", year=1973),
            "visits/graph/actors/all.yaml": its_actors,
            "visits/graph/herald.yaml": its_facts,
            "visits/seeds/herald.yaml": CARD.format(source="herald", publisher="The Herald", year=1975),
        },
    )
    monkeypatch.chdir(tmp_path)
    both = ("--graph", "treaties/graph", "--graph", "visits/graph")

    assert relgraph("facts", "Kenya", *both).stdout == told
    assert relgraph("actors", "--unjoined", *both).stdout == unjoined
    assert ": 0 errors" in relgraph("check", *both).stdout
