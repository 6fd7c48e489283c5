"""Events of others, where they are at hand: the answers are those of plain code."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

import pyarrow.parquet as pq

from relgraph.countries.find import find
from relgraph.countries.table import by_code
from relgraph.events.codes import kind_of, kinds_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command

ICEWS = """
what: A sample of ICEWS
table: {path: icews14_sample.csv}
events:
  of: {column: source, scheme: name}
  to: {column: target, scheme: name}
  kind: {column: relation, other: own, values: {Consult: talks, Engage in negotiation: talks}}
  on: date
"""


def test_gdelt(relgraph: Command, data: Path, tmp_path: Path) -> None:
    path = data / "gdelt_v1_20141124_sample.export.tsv"
    heads = (data / "gdelt_v1_header.tsv").read_text(encoding="utf-8").strip().split("\t")
    rows = [dict(zip(heads, line.split("\t"), strict=True)) for line in path.read_text(encoding="utf-8").splitlines()]
    right = defaultdict[tuple[str, ...], list[dict[str, str]]](list)
    for row in rows:
        pair = [by_code("iso3").get(row[f"Actor{one}CountryCode"]) for one in (1, 2)]
        if pair[0] and pair[1] and pair[0] != pair[1]:
            kind = kinds_of("cameo")[row["EventRootCode"]].kind
            right[pair[0], pair[1], kind, row["SQLDATE"][:6]].append(row)

    assert relgraph("aggregate", "gdelt-1", "--table", path, "-o", tmp_path / "t.parquet").exit_code == 0
    found = pq.read_table(tmp_path / "t.parquet").to_pylist()
    assert {(one["a"], one["b"], one["kind"], f"{one['since']:%Y%m}"): one for one in found}.keys() == right.keys()
    for one in found:
        some = right[one["a"], one["b"], one["kind"], f"{one['since']:%Y%m}"]
        figures = [float(row["GoldsteinScale"]) for row in some]
        assert (one["events"], one["sources"]) == (len(some), len({row["SOURCEURL"] for row in some}))
        assert (one["days"], one["scale"]) == (
            len({row["SQLDATE"] for row in some}),
            pytest.approx(sum(figures) / len(some)),
        )


def test_the_classes_are_those_that_gdelt_tells(data: Path) -> None:
    lines = (data / "gdelt_v1_20141124_sample.export.tsv").read_text(encoding="utf-8").splitlines()
    classes = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict")

    assert all(
        classes[int(row[29]) - 1] == kind_of(row[26], "cameo-class") for row in (one.split("\t") for one in lines)
    )


def test_icews(relgraph: Command, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where there is no dataset
    with (data / "icews14_sample.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    right = Counter[tuple[str, ...]]()
    for row in rows:
        whom = [find(row[end]) for end in ("source", "target")]
        if all(len(ids) == 1 for ids in whom) and whom[0] != whom[1]:
            kind = "talks" if row["relation"] in {"Consult", "Engage in negotiation"} else row["relation"]
            right[(*whom[0], *whom[1], kind, row["date"][:7])] += 1
    assert sum(right.values()) > 1000
    (tmp_path / "icews.yaml").write_text(ICEWS, encoding="utf-8")

    done = relgraph(
        "aggregate", tmp_path / "icews.yaml", "--texts", data, "-o", tmp_path / "t.parquet", "--memory", "200MB"
    )
    assert done.exit_code == 0
    found = pq.read_table(tmp_path / "t.parquet").to_pylist()
    assert {(one["a"], one["b"], one["kind"], f"{one['since']:%Y-%m}"): one["events"] for one in found} == right
