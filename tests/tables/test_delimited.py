"""Hostile tables: each fault one clear line with row and column, in memory that does not grow with the file."""

from __future__ import annotations

import gzip
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError
from relgraph.tables import examined as examining
from relgraph.tables.delimited import LONGEST_LINE, MOST_COLUMNS, Delimited, Fault, Form, unfit
from relgraph.tables.examined import examined

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.tables.delimited import Numbered


USUAL = Form()


def read(path: Path, form: Form = USUAL) -> list[Numbered]:
    examined(path)
    return [(number, cells) for number, cells in Delimited(path, form).rows() if cells]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


ROWS = [(2, ["Việt Nam", "1"]), (3, ["Côte d'Ivoire", "2"])]
TEXT = "name,number\nViệt Nam,1\nCôte d'Ivoire,2\n"


PACKED = gzip.compress(TEXT.encode(), mtime=0)  # the same in each process that collects these tests


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (TEXT.encode(), Form()),
        (b"\xef\xbb\xbf" + TEXT.encode(), Form()),
        (TEXT.encode("utf-16"), Form("utf-16")),
        (PACKED, Form()),
        (TEXT.replace("\n", "\r\n").encode(), Form()),
        (TEXT.replace("\n", "\r\n", 1).replace("1\n", "1\r").encode(), Form()),
        (TEXT.replace(",", "\t").encode(), Form(delimiter="\t")),
        (TEXT.replace("Việt Nam", '"Việt Nam"').encode(), Form()),
        ((TEXT + "\n\n").encode(), Form()),
    ],
    ids=["utf-8", "mark", "utf-16", "gzip", "crlf", "mixed", "tabs", "quotes", "blank"],
)
def test_a_table_is_read_however_it_is_written(file: Path, data: bytes, form: Form) -> None:
    file.write_bytes(data)
    assert read(file, form) == ROWS
    assert Delimited(file, form).columns == ("name", "number")


def test_latin_letters_of_one_byte_are_read_where_the_mapping_says_so(file: Path) -> None:
    file.write_bytes("name\nCôte\n".encode("latin-1"))
    assert read(file, Form("latin-1")) == [(2, ["Côte"])]
    assert read(file, Form("windows-1252")) == [(2, ["Côte"])]


def test_columns_are_named_where_there_is_no_line_of_heads(file: Path) -> None:
    file.write_text("Kenya,1\n", encoding="utf-8")
    form = Form(header=False, columns=("name", "number"))
    assert (Delimited(file, form).columns, read(file, form)) == (("name", "number"), [(1, ["Kenya", "1"])])


def test_line_ends_in_quotes_are_of_the_cell(file: Path) -> None:
    file.write_text('name,note\nKenya,"one\ntwo"\nEgypt,three\n', encoding="utf-8")
    assert read(file) == [(2, ["Kenya", "one\ntwo"]), (3, ["Egypt", "three"])]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"a,b,a\n1,2,3\n", 'row 1, column 3: "a" is the name of column 1 too'),
        (b"a,b\n1,2\nx,C\xf4te\n", "row 3, column 2: a byte there is not UTF-8"),
        (b'a,b\n1,"2\n3,4\n', "a quotation mark is never closed"),
        (b'a,b\n"1"x,2\n', "line 2: something stands behind a closing quotation mark"),
        (TEXT.encode("utf-16"), "is UTF-16; say so in the mapping"),
        (b"PK\x03\x04" + b"\0" * 100, "is a zip file, as workbooks of Excel are"),
        (PACKED[:-9], "is damaged"),
        (b"a\n" + b"x" * 3 * 1024 * 1024, "row 2: the line is longer than 1,048,576 bytes"),
        (b",".join(b"c%d" % n for n in range(MOST_COLUMNS + 1)) + b"\n", "row 1: has 5,001 columns; at most 5,000"),
    ],
    ids=["empty", "doubled", "bytes", "unclosed", "behind", "utf-16", "zip", "cut", "line", "columns"],
)
def test_each_fault_is_one_line_with_its_place(file: Path, data: bytes, said: str) -> None:
    file.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read(file)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_gzip_bomb_is_refused_in_little_memory(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "MOST_BYTES", 8 * 1024 * 1024)
    file.write_bytes(gzip.compress(b"a,b\n" * 4 * 1024 * 1024))
    assert file.stat().st_size < 100_000
    tracemalloc.start()
    with pytest.raises(InputError, match="too large for a table; at most 8,388,608 bytes, unpacked"):
        read(file)
    assert tracemalloc.get_traced_memory()[1] < 6 * 1024 * 1024
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("=1+1", "a formula"),
        ("@SUM(A1)", "a formula"),
        ("+cmd|' /C calc'!A0", "a formula"),
        ("-cmd(1)", "a formula"),
        ("-9", ""),
        ("+254 20", ""),
        ("-", ""),
        ("a\x1b[31mb", "a control character"),
        ("a\u202eb", "a control character"),
        ("a\tb", ""),
        ("one\ntwo", ""),
        ("Côte d'Ivoire", ""),
    ],
)
def test_what_a_spreadsheet_or_a_terminal_would_run_is_not_used(cell: str, why: str) -> None:
    found = unfit(["Kenya", cell])
    assert found.startswith(why) if why else found == ""


def test_rows_that_are_none_are_noted_and_the_rest_is_read(file: Path) -> None:
    long = b"x" * (LONGEST_LINE + 1)
    file.write_bytes(b"name,number\nKenya,1\n\nx\n\xff,2\n" + long + b'\nEgypt,"2\n"\n"a"b,3\nTogo,4\nc,"5\n\n')
    faults: list[Fault] = []

    assert list(Delimited(file, USUAL).sound_rows(faults.append)) == [["Kenya", "1"], ["Egypt", "2\n"], ["Togo", "4"]]
    assert [one[1:] for one in faults] == [(4, 1), (5, 1), (6, 1), (9, 1), (11, 2)]


def test_a_line_without_an_end_is_not_held(file: Path) -> None:
    with gzip.open(file, "wb", compresslevel=1) as packed:
        packed.write(b"x" * 30 * LONGEST_LINE)
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match="line 1: a line is longer than 2,097,152 letters"):
            Delimited(file, USUAL)
        assert tracemalloc.get_traced_memory()[1] < 10 * LONGEST_LINE
    finally:
        tracemalloc.stop()
