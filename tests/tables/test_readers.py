"""Values out of cells: dates as precise as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tables.small_mappings import EACH, told

if TYPE_CHECKING:
    from tests.tables.small_mappings import Make


@pytest.mark.parametrize(
    ("date", "cell", "expected"),
    [
        ("{column: day}", "1995-03-02", "on 1995-03-02"),
        ("{column: day}", "19950302", "on 1995-03-02"),
        ("{column: day, precision: year}", "1995-03-02", "on 1995"),
        ("{column: day, order: dmy}", "02/03/1995", "on 1995-03-02"),
        ("{column: day, order: mdy}", "03/02/1995", "on 1995-03-02"),
        ('{column: day, rough: {"-01-01T00:00:00Z": year}}', "1995-01-01T00:00:00Z", "on 1995"),
        ("{column: day}", "1995-01-01T00:00:00Z", "on 1995-01-01"),
        ("{year: day}", "1995.0", "on 1995"),
        ("{column: day}", "1995?", "on 1995?"),
    ],
)
def test_dates_are_as_precise_as_they_are(make: Make, date: str, cell: str, expected: str) -> None:
    mapping = EACH.replace("{from: day, to: end}", date).replace(", at: day", "")
    facts, _ = make(mapping, f"no,who,where,day,end,state,official\n1,Ada,Kenya,{cell},,0,0\n")
    assert told(facts) == [("ada", "kenya", "", expected)]
