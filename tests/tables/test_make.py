"""Bounds of what a table makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.reading.held import HeldFile
from relgraph.tables.make import made_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from relgraph.vocabulary.load import shipped_vocabulary
from tests.tables.small_mappings import EACH

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tables.small_mappings import Make


def test_more_facts_than_can_be_held_are_refused(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relgraph.tables.make.MOST_FACTS", 2)
    rows = "".join(f"{number},Ada,Kenya,1990,,0,0\n" for number in range(3))
    with pytest.raises(InputError, match="row 4: makes more than 2 facts"):
        make(EACH, f"no,who,where,day,end,state,official\n{rows}")


POSTS = """\
what: posts that were made up
table: {path: table.csv, key: [no]}
facts:
  - section: missions
    kind: embassy
    sender: {column: of, scheme: name}
    host: {column: to, scheme: name}
    seat: {column: town, make: city, part_of: host, latitude: lat, longitude: lon}
"""


def test_a_city_stands_where_a_row_says_if_that_is_a_place(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(
        "no,of,to,town,lat,lon\n"
        "1,Kenya,Egypt,Luxor,25.7,32.6\n"
        "2,Kenya,Egypt,Aswan,north,32.9\n"
        "3,Kenya,Egypt,Suez,95,32.5\n",
        encoding="utf-8",
    )
    mapping, problems = read_mapping(HeldFile("posts.yaml", POSTS.encode()), "posts.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    found = made_of(mapping, path, Schemes(NOBODY_KNOWN, {}, mapping.decisions))

    assert [(one.name, one.part_of, one.coordinates) for one in found.actors] == [
        ("Luxor", "egypt", (25.7, 32.6)),
        ("Aswan", "egypt", None),
        ("Suez", "egypt", None),
    ]
