"""Which files are read, and which are refused before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

from relgraph.errors import InputError
from relgraph.events.files import files_of
from relgraph.events.parsing import read_event_mapping
from relgraph.reading.held import HeldFile
from tests.events.counting import COLUMNS, events, mapping_of, write_csv

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.events.files import Files


def files(folder: Path, path: str) -> Files:
    mapping, problems = read_event_mapping(HeldFile("m.yaml", mapping_of(path).encode()), "m.yaml")
    assert mapping is not None, problems
    return files_of(mapping, [folder])


def test_a_file_is_read_once_however_many_links_lead_to_it(tmp_path: Path) -> None:
    write_csv(tmp_path / "1.csv", events(3))
    (tmp_path / "2.csv").symlink_to("1.csv")

    assert [one.name for one in files(tmp_path, "'*.csv'").paths] == ["1.csv"]


def test_a_column_that_is_there_twice_is_refused_where_the_mapping_names_it(tmp_path: Path) -> None:
    more = "few.csv, columns: [id, day, a, b, code, tone, paper, {}, {}]"
    write_csv(tmp_path / "few.csv", events(3))
    assert files(tmp_path, more.format("note", "note")).columns[-2:] == ("note", "note")
    with pytest.raises(InputError, match=r"few\.csv: has more than one column tone, which the mapping names"):
        files(tmp_path, more.format("note", "tone"))

    pq.write_table(pa.table([["1"]] * 8, names=[*COLUMNS, "TONE"]), tmp_path / "few.parquet")
    with pytest.raises(InputError, match=r"few\.parquet: has more than one column tone, which the mapping names"):
        files(tmp_path, "few.parquet")


def test_an_empty_file_without_heads_has_no_events(tmp_path: Path) -> None:
    (tmp_path / "few1.csv").write_bytes(b"")
    (tmp_path / "few2.csv").write_bytes(b"e1,2001-02-03,KEN,VNM,042,1.5,Times\n")

    assert len(files(tmp_path, f"few*, columns: [{', '.join(COLUMNS)}]").paths) == 2
