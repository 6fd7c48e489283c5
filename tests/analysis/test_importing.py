"""What came of importing a table, as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.importing import ImportReport, report_of
from relgraph.facts.imported.bring import bring
from relgraph.facts.load import found_in
from relgraph.tables.report import Unmatched
from tests.tables.small_table import FILES
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path


def reported(folder: Path, number: int, more: int) -> ImportReport:
    """The report of a table of which so many values matched nobody, and others in so many more cells."""
    found = found_in(write_files(folder, FILES) / "graph", None, None)
    brought = bring("missions", found, [folder / "seeds/texts"])
    unmatched = tuple(Unmatched("iso2", f"X{one}", 1, one, "sender") for one in range(number))
    report = brought.imported.report._replace(unmatched=unmatched, more=more)
    return report_of(brought._replace(imported=brought.imported._replace(report=report)))


@pytest.mark.parametrize(
    ("number", "more", "told", "left"),
    [
        (20, 0, "20 values that matched nobody:", []),
        (21, 0, "21 values that matched nobody:", ["  and 1 more; --output json lists them"]),
        (
            1025,
            9000,
            "1,025 values that matched nobody, and others in 9,000 cells:",
            ["  and 1,005 more; --output json lists them"],
        ),
    ],
)
def test_of_many_values_that_matched_nobody_it_is_told_how_many_are_left(
    tmp_path: Path, number: int, more: int, told: str, left: list[str]
) -> None:
    lines = list(reported(tmp_path, number, more).lines())

    assert told in lines
    assert [line for line in lines if line.startswith("  and ")] == left
