"""Columns that a mapping names, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.tables.columns import cells_at
from tests.tables.small_mappings import PANEL

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


def test_a_column_that_is_not_there_is_named(make: Make) -> None:
    with pytest.raises(InputError, match="row 1: has no column level, which the mapping names; did you mean levels"):
        make(PANEL, "a,b,year,levels\n")


@pytest.mark.parametrize(("mark", "word"), [(";", ";"), ("\t", "tab"), ("|", "|")])
def test_a_line_of_heads_that_is_parted_otherwise_is_told(make: Make, mark: str, word: str) -> None:
    with pytest.raises(InputError) as told:
        make(PANEL, "a,b,year,level\n".replace(",", mark))
    assert str(told.value).endswith(f'cells seem to be parted otherwise: say table: {{delimiter: "{word}"}}')


def test_cells_are_taken_out_by_their_places() -> None:
    row = ["a", "b", "c"]
    assert [cells_at(places)(row) for places in ([], [1], [2, 0])] == [(), ("b",), ("c", "a")]


@pytest.mark.parametrize(("name", "value"), [("a", "which"), ("which", "which")])
def test_a_column_that_unpivot_makes_is_a_new_one(make: Make, name: str, value: str) -> None:
    turned = f"unpivot: {{but: [a, b, year], name: {name}, value: {value}}}\n"
    with pytest.raises(InputError, match=f"unpivot makes a column {name}, which is there already"):
        make(PANEL.replace("facts:\n", f"{turned}facts:\n"), "a,b,year,level\nKEN,EGY,1990,1\n")
