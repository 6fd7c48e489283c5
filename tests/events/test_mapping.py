from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.events.codes import CODES, TABLES, kind_of, kinds_of
from relgraph.events.mapping import PERIODS
from relgraph.events.parsing import read_event_mapping
from relgraph.events.periods import first_day, last_day, period_of
from relgraph.events.ready import READY
from relgraph.events.work import parts_of
from relgraph.reading.held import HeldFile
from relgraph.tables.ready import ready_mappings
from tests.events.counting import mapping_of
from tools.events.__main__ import tables

if TYPE_CHECKING:
    from collections.abc import Mapping


def problems(text: str) -> list[str]:
    _, found = read_event_mapping(HeldFile("m.yaml", text.encode()), "m.yaml")
    return [f"{one.place.line}: {one.message}" for one in found]


def test_a_mapping_has_no_problem() -> None:
    assert problems(mapping_of("x.csv")) == []


@pytest.mark.parametrize("name", [one.name for one in ready_mappings(READY)])
def test_a_mapping_that_ships_is_read(name: str) -> None:
    mapping, found = read_event_mapping(READY / f"{name}.yaml", name)

    assert mapping is not None
    assert found == []
    assert set(mapping.columns) <= set(mapping.form.columns)


@pytest.mark.parametrize(
    ("given", "instead", "told"),
    [
        ("codes: cameo", "codes: cameos", "8: cameos is not a codes; it may be cameo, "),
        ("period: month", "period: week", "10: week is not a period; it may be month, quarter, year"),
        ("column: a, scheme: iso3", "column: a", "6: scheme is missing"),
        ("key: [id]", "key: [id, day]", "3: key is one column here"),
        ("key: [id]", "encoding: utf-7", "3: utf-7 is not an encoding; it may be utf-8, utf-16, latin-1, windows-1252"),
        ("source: paper", "sourse: paper", "11: sourse is not a field here; did you mean source?"),
        ("kind: {column: code, codes: cameo}", 'kind: "a\\u202eb"', "turns the text round"),
        ("on: day", 'on: {column: day, format: "%d.%m"}', "does not tell a day as strptime reads it"),
        ("on: day", 'on: {column: day, format: "%Q"}', '9: format "%Q" does not tell a day as strptime reads it'),
        ("events:", "facts:", "a mapping of events says under events which column is what"),
    ],
)
def test_faults_are_told_with_their_line(given: str, instead: str, told: str) -> None:
    assert any(told in line for line in problems(mapping_of("x.csv").replace(given, instead)))


def test_kinds_follow_from_root_codes_and_types() -> None:
    assert [kind_of(code, "cameo") for code in ("04", "042", "0421", "4", "20", "21", "x", "")] == [
        "consultation",
        "consultation",
        "consultation",
        "consultation",
        "mass-violence",
        "",
        "",
        "",
    ]
    assert kind_of("193", "cameo-class") == "material-conflict"
    assert (kind_of("CONSULT", "plover"), kind_of("aid", "plover-class")) == ("consultation", "material-cooperation")


def test_the_tables_of_kinds_are_made_by_their_tool() -> None:
    made: Mapping[str, str] = {path.name: text for path, text in tables().items()}

    assert {path.name: path.read_text(encoding="utf-8") for path in TABLES.glob("*.tsv")} == made
    assert {len(kinds_of(name)) for name in CODES if "-" not in name} == {20, 16}


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31)), st.sampled_from(PERIODS))
def test_a_day_lies_in_its_period_and_periods_follow_one_another(day: date, period: str) -> None:
    number = period_of(day, period)

    assert first_day(number, period) <= day <= last_day(number, period)
    assert last_day(number, period) + timedelta(days=1) == first_day(number + 1, period)


def test_periods_are_put_together_up_to_a_number_of_rows() -> None:
    assert parts_of({3: 5, 1: 2, 2: 3, 4: 1, -1: 9}, 6) == [(-1,), (1, 2), (3, 4)]
    assert parts_of({}, 6) == []
