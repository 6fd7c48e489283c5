"""Lists of codes, known with their years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.reading.held import HeldFile
from relgraph.tables.make import codes_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes, year_of
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_of_codes_is_known_with_its_years(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text(
        "code,name,from,to\n260,West Germany,1955,1990\n816,Vietnam,1954,2016\n9,Atlantis,1,2\n7,Nowhere,1900,1900\n",
        "utf-8",
    )
    text = (
        "what: made up\ntable: {path: states.csv, key: [code]}\n"
        "codes: {scheme: made, code: code, actor: {column: name, scheme: name}, since: from, until: to, last: 2016}\n"
        "decisions:\n  - {scheme: made, value: '816', until: 1975, actor: north-vietnam}\n"
        "  - {scheme: made, value: '816', from: 1976, actor: vietnam}\n  - {scheme: made, value: '7', actor: egypt}\n"
    )
    mapping, problems = read_mapping(HeldFile("made.yaml", text.encode()), "made.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    assert mapping.codes is not None
    found = codes_of(mapping, mapping.codes, path, Schemes(NOBODY_KNOWN, {}, mapping.decisions))
    schemes = Schemes(NOBODY_KNOWN, {"made": found.codes}, ())

    asked = [
        ("260", 1954),
        ("260", 1955),
        ("816", 1975),
        ("816", 1976),
        ("816", 2030),
        ("9", 1),
        ("7", 1900),
        ("7", 1901),
    ]
    assert [schemes.find("made", code, year) for code, year in asked] == [
        "",
        "germany",
        "north-vietnam",
        "vietnam",
        "vietnam",
        "",
        "egypt",
        "",
    ]
    assert [one.value for one in found.report.unmatched] == ["Atlantis"]
    assert [(one.reason, one.rows, one.first_row) for one in found.report.left_out] == [
        ("a name that matches nobody", 1, 4)
    ]


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1995", 1995),
        ("1995.0", 1995),
        ("1995-07-04", 1995),
        ("199507", 1995),
        ("19950704", 1995),
        ("1995-07-04T00:00:00Z", 1995),
        ("04/07/1995", 1995),
        ("4.7.1995", 1995),
        ("4 July 1995", 1995),
        ("Jul 4, 1995", 1995),
        ("Session 1995", None),
        ("4 July 95", None),
        ("34834", None),  # the number of a day, as spreadsheets count them
        ("1995070", None),
        ("4/7-1995", None),
        ("04/07/95", None),
        ("95", None),
        ("", None),
        (f"1995{' ' * 100}", None),
    ],
)
def test_the_year_of_a_cell(cell: str, year: int | None) -> None:
    assert year_of(cell) == year
