"""CSV that spreadsheets read and do not run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.export.spreadsheet import csv_text, guarded

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


@pytest.mark.parametrize(
    "cell", ["=1+1", "+cmd", "-cmd", "@SUM(1)", "  =1", "\t=1", "\r=1", "\uff1d1", "\uff0b1", "+84 24"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Kenya", "2025-01", "-1.5", "+3", "-2e-07", "a=b", "'=1", "1-2"])
def test_other_cells_and_numbers_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_rows_read_back_guarded(rows: list[tuple[str, str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(["id", "says"], rows), newline="")))

    assert read == [["id", "says"], *([guarded(cell) for cell in row] for row in rows)]
