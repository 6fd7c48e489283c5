"""Delimited files of every kind, and with every fault: what is no row is told, and no other row is lost with it."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

from tests.events.counting import aggregated, by_plain_code, events, mapping_of, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command

HEADS = "id,day,a,b,code,tone,paper"
EVENT = "e1,2001-02-03,KEN,VNM,042,1.5,Times"
OTHER = "e2,2001-02-04,KEN,VNM,042,2.5,Post"


def told(relgraph: Command, folder: Path) -> dict[str, Any]:
    (folder / "events.yaml").write_text(mapping_of("few*"), encoding="utf-8")
    done = relgraph("aggregate", folder / "events.yaml", "-o", folder / "t.parquet", "--output", "json")
    assert done.exit_code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (f"{HEADS}\r\n{EVENT}\n{OTHER}\r\n\n".encode(), ""),
        (f"{HEADS}\n{EVENT}\n{OTHER}".encode("utf-16"), "encoding: utf-16, "),
        (f"{HEADS}\n{EVENT}\n{OTHER.replace('Post', 'Côte')}".encode("cp1252"), "encoding: windows-1252, "),
        (f"{HEADS},,\n{EVENT},,\n{OTHER},x,y\n".encode(), ""),
        (f"{HEADS},ID\n{EVENT},7\n{OTHER},8\n".encode(), ""),
        (f"{EVENT.replace('Times', chr(34))}\n{OTHER}".encode(), f"quoted: no, columns: [{HEADS}], "),
    ],
    ids=["line ends", "utf-16", "windows-1252", "no names", "names but for case", "marks"],
)
def test_a_file_is_read_however_it_is_written(relgraph: Command, tmp_path: Path, data: bytes, form: str) -> None:
    (tmp_path / "few.csv").write_bytes(data)
    (tmp_path / "events.yaml").write_text(mapping_of("few.csv").replace("key:", f"{form}key:"), encoding="utf-8")

    assert aggregated(relgraph, tmp_path) == {("kenya", "vietnam", "consultation", "2001-02"): (2, 2, 2, 2.0)}


def test_of_a_file_with_faults_all_else_is_read(relgraph: Command, tmp_path: Path) -> None:
    rows = events(400)
    for number in range(4):
        write_csv(tmp_path / f"few{number}.csv", rows[number * 100 : number * 100 + 100])
    right = by_plain_code(rows)
    with (tmp_path / "few2.csv").open("ab") as file:
        file.write(b'x,y\n\xff,2001-02-03,KEN,VNM,042,,\nz,2001-02-03,KEN,VNM,042,,"a"b\n1,2,3,4,5,6,7,8\nx,y,"\n\n')

    unread = told(relgraph, tmp_path)["unread"]
    assert {(one["rows"], one["example"], one["reason"].partition(";")[0]) for one in unread} == {
        (1, "line 102 of few2.csv", "fewer cells than there are columns"),
        (1, "line 103 of few2.csv", "a byte is not of the encoding"),
        (1, "line 104 of few2.csv", "something stands behind a closing quotation mark"),
        (1, "line 105 of few2.csv", "more cells than there are columns"),
        (2, "line 106 of few2.csv", "a quotation mark is never closed"),
    }
    assert aggregated(relgraph, tmp_path) == right


def test_a_line_without_an_end_is_told_and_what_follows_is_read(relgraph: Command, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "few.csv.gz", "wb", compresslevel=1) as file:
        file.write(f"{HEADS}\n{EVENT}\n{'x' * 40_000_000}\n{OTHER}\n".encode())

    found = told(relgraph, tmp_path)
    assert found["rows"] == 2
    assert found["unread"] == [
        {"reason": "a line is longer than 2,097,152 letters", "rows": 1, "example": "line 3 of few.csv.gz"}
    ]


def test_a_name_is_no_pattern(relgraph: Command, tmp_path: Path) -> None:
    for name, text in (("few[1].csv", EVENT), ("few1.csv", OTHER), ("few*.csv", OTHER)):
        (tmp_path / name).write_text(f"{HEADS}\n{text}", encoding="utf-8")
    (tmp_path / "events.yaml").write_text(mapping_of("'few[1].csv'"), encoding="utf-8")

    assert [some[0] for some in aggregated(relgraph, tmp_path).values()] == [1]
    assert told(relgraph, tmp_path)["events"] == 3
