"""Rows that are alike but for the year are read by their text, and mean what they mean when each is read by itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from relgraph.errors import InputError
from relgraph.tables import alike
from relgraph.tables.alike import observe
from relgraph.tables.delimited import LONGEST_LINE, Delimited, Form
from relgraph.tables.spells import no_observations, observed, row_in, year_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from relgraph.tables.spells import Observations

Read: TypeAlias = tuple[dict[tuple[str, ...], list[tuple[int, int]]], list[int]]
"""The years and row numbers of each group, and the numbers of the rows that are of none."""

YEARS = ("1990", "1991", "1990-05", " 1992", '"1991"', '19"91', "1991\u00e9", "", "once", '"1990,1"', '"19\n91"')
CELLS = ("KEN", '"KEN"', '"a,b"', '"a\nb"', "", " x", 'a"b', '""', "\u00e9")


class Years(dict[str, int]):
    def __missing__(self, cell: str) -> int:
        text = cell.strip()[:4]
        return observed(int(text), 0) if len(text) == 4 and text.isdigit() else -1


def by_text(file: Delimited, at: int) -> Read:
    """What is read by the text of lines."""
    groups: dict[tuple[str, ...], Observations] = defaultdict(no_observations)
    none: list[int] = []
    years: Mapping[str, int] = Years()

    def group_of(cells: list[str], number: int) -> Observations | None:
        if len(cells) == len(file.columns) and years[cells[at]] >= 0:
            return groups[(*cells[:at], *cells[at + 1 :])]
        none.append(number)
        return None

    observe(file, at, years, group_of)
    return {cells: [(year_in(one), row_in(one)) for one in group] for cells, group in groups.items()}, none


def one_by_one(file: Delimited, at: int) -> Read:
    """What is read of each row by itself."""
    groups: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    none: list[int] = []
    for number, cells in file.rows():
        if len(cells) == len(file.columns) and (year := Years()[cells[at]]) >= 0:
            groups[(*cells[:at], *cells[at + 1 :])].append((year_in(year), number))
        elif cells:
            none.append(number)
    return groups, none


def answer(read: Callable[[Delimited, int], Read], file: Delimited, at: int) -> Read | str:
    """What is read, or why nothing is."""
    try:
        return read(file, at)
    except InputError as error:
        return str(error)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, int]:
    """A table of a few columns with the place of its years; rows come twice, lines end in three ways."""
    width = draw(st.integers(1, 4))
    at = draw(st.integers(0, width - 1))
    texts = []
    for _ in range(draw(st.integers(1, 8))):
        cells = [draw(st.sampled_from(CELLS)) for _ in range(draw(st.sampled_from((width, width, width, width + 1))))]
        end = draw(st.sampled_from(("\n", "\n", "\r\n", "\r", "\n\n")))
        for _ in range(draw(st.integers(1, 3))):
            cells[at] = draw(st.sampled_from(YEARS))
            texts.append(",".join(cells) + end)
    return ",".join("abcd"[:width]) + "\n" + "".join(texts), at


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
@example(('a,b\n1990,"x\ny"\n1991,"x\ny"\n', 0))
@example(('a,b,c\n"x,1990,y",1990,z\n"x,1991,y",1990,z\n', 1))
@example(("a,b\nx,1990\nx,1991\u00e9\nx,1992\n", 1))
def test_rows_are_observed_by_their_text_as_they_are_one_by_one(tmp_path: Path, table: tuple[str, int]) -> None:
    text, at = table
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode())
    file = Delimited(path, Form())
    assert answer(by_text, file, at) == answer(one_by_one, file, at)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
@example(('a,b\n1990,"x\ny"\n1991,z\n\n1992,"z"\n1993\nonce,z\n1994,"z\n', 0))
def test_so_they_are_where_most_rows_differ_in_more(tmp_path: Path, table: tuple[str, int]) -> None:
    text, at = table
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode())
    file = Delimited(path, Form())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alike, "TRIED", 1)
        assert answer(by_text, file, at) == answer(one_by_one, file, at)


@pytest.mark.parametrize("room", [0, 300])
def test_texts_are_forgotten_where_there_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    monkeypatch.setattr(alike, "ROOM", room)
    path = tmp_path / "table.csv"
    rows = "".join(f"land {number % 7},{1990 + number}\n" for number in range(40))
    path.write_text("a,year\n" + rows, encoding="utf-8")
    file = Delimited(path, Form())
    assert by_text(file, 1) == one_by_one(file, 1)


@pytest.mark.parametrize(
    "row", ["KEN," + "1" * LONGEST_LINE, 'KEN,"1991', "KEN,1991\udcff"], ids=["long", "open", "bytes"]
)
def test_what_cannot_be_read_is_told_with_its_line_behind_rows_alike(tmp_path: Path, row: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(f"a,year\nKEN,1990\nKEN,1991\nKEN,1992\n{row}\n".encode(errors="surrogateescape"))
    file = Delimited(path, Form())
    told = answer(by_text, file, 1)
    assert told == answer(one_by_one, file, 1)
    assert isinstance(told, str)
    assert "line 5" in told or "row 5" in told
