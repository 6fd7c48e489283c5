from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from relgraph.reading.shipped_tables import rows
from relgraph.webpage.map.tables import CAPITALS, LAND
from tools.map.__main__ import tables

if TYPE_CHECKING:
    from pathlib import Path

BOTH = pytest.mark.parametrize("table", [CAPITALS, LAND], ids=lambda path: path.name)


def head(table: Path) -> str:
    return table.read_text(encoding="utf-8").partition("\n".join(rows(table)))[0]


@BOTH
def test_a_table_says_whence_it_comes_and_how_it_was_made(table: Path) -> None:
    assert re.search(r"^# Source: Natural Earth 4\.\d\.0, .*naturalearthdata\.com", head(table), re.MULTILINE)
    assert re.search(r"^# Licence: public domain", head(table), re.MULTILINE)
    assert re.search(r"^# Made by tools/map\b[^\n]*\n# ne_[a-z0-9_.]+, sha256 [0-9a-f]{64}", head(table), re.MULTILINE)


@BOTH
def test_no_row_is_left_in_the_head_and_no_head_in_the_rows(table: Path) -> None:
    assert all(line.startswith("# ") for line in head(table).splitlines())
    assert rows(table)
    assert not any(row.startswith("#") for row in rows(table))


def test_each_capital_says_where_its_row_is_from() -> None:
    sources = {row["source"] for row in csv.DictReader(rows(CAPITALS))}

    assert sources == {"Natural Earth 4.0.0", "CIA Factbook", "by hand"}


def test_the_tables_are_what_the_tool_makes(data: Path) -> None:
    made = tables(data)

    assert {table: table.read_text(encoding="utf-8") for table in made} == made
