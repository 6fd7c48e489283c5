"""Facts that rows make by a mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.imported.facts import facts_of
from relgraph.reading.held import HeldFile
from relgraph.tables.make import made_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.records import Fact
    from relgraph.tables.report import Report
    from tests.tables.small_mappings import Make


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """The facts that rows make by a mapping, and the report."""

    def made(mapping: str, rows: str) -> tuple[list[Fact], Report]:
        path = tmp_path / "table.csv"
        path.write_text(rows, encoding="utf-8")
        read, problems = read_mapping(HeldFile("made.yaml", mapping.encode()), "made.yaml", shipped_vocabulary())
        assert read is not None, problems
        found = made_of(read, path, Schemes(NOBODY_KNOWN, {}, read.decisions))
        facts, left_out = facts_of(read, found.facts, shipped_vocabulary())
        return facts, found.report._replace(left_out=(*found.report.left_out, *left_out))

    return made
