"""What came of counting events, as it is told."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from relgraph.analysis.aggregating import AggregateReport
from relgraph.events.aggregate import Aggregate
from relgraph.events.groups import LeftOut
from relgraph.events.parsing import read_event_mapping
from relgraph.reading.held import HeldFile

MAPPING = """
what: Events that were made up
table: {path: few.csv, key: [id]}
events: {of: {column: a, scheme: iso3}, to: {column: b, scheme: iso3}, kind: consultation, on: day, period: month}
"""


def made(*left_out: LeftOut, since: date | None = None, until: date | None = None) -> Aggregate:
    mapping, problems = read_event_mapping(HeldFile("few.yaml", MAPPING.encode()), "few.yaml")
    assert mapping is not None, problems
    return Aggregate(mapping, Path("few.parquet"), 20, 1, 2, since, until, left_out, (), "0", "duckdb")


def test_values_of_one_reason_and_column_are_told_together_the_reason_of_most_events_first() -> None:
    left_out = (
        LeftOut("nobody is known", 4, "XYZ", "a", "iso3", "e1"),
        LeftOut("nobody is known", 3, "XYZ", "b", "iso3", "e2"),
        LeftOut("one with himself", 9),
        LeftOut("nobody is known", 2, "ZYX", "a", "iso3", "e3"),
    )

    assert list(AggregateReport(made(*left_out), {}).lines()) == [
        "few: 20 events read, 2 counted in 1 tie by month",
        "  left out 9: one with himself",
        '  left out 6: nobody is known (column a): "XYZ" 4, "ZYX" 2; such as e1',
        '  left out 3: nobody is known (column b): "XYZ" 3; such as e2',
    ]


def test_from_when_until_when_is_told_where_there_is_a_tie() -> None:
    dated = AggregateReport(made(since=date(2001, 2, 1), until=date(2001, 3, 31)), {})

    assert str(dated) == "few: 20 events read, 2 counted in 1 tie by month, 2001-02-01 to 2001-03-31"
    assert [dated.plain()[name] for name in ("since", "until")] == ["2001-02-01", "2001-03-31"]
    assert [AggregateReport(made(), {}).plain()[name] for name in ("since", "until")] == [None, None]


def test_it_does_not_change() -> None:
    report = AggregateReport(made(), {})
    with pytest.raises(FrozenInstanceError):
        report.candidates = {}  # type: ignore[misc]
