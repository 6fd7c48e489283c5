"""Tables of others: a panel of a quarter of a million rows becomes spells, beside reading and grouping it by csv."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

import pytest

from relgraph.countries.table import table
from relgraph.reading.held import HeldFile
from relgraph.tables.make import made_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from relgraph.vocabulary.load import shipped_vocabulary
from tests.benchmarks.measure import growth, ratio, report
from tests.benchmarks.table import Row

if TYPE_CHECKING:
    from pathlib import Path

MAPPING = b"""\
what: Heads of mission that were made up
table: {path: panel.csv, key: [host, sender, year]}
facts:
  - section: accreditations
    unless: {level: "0"}
    kind: {column: level, values: {"1": charge-d-affaires, "2": ambassador, "3": ambassador}}
    of: {column: sender, scheme: iso3}
    to: {column: host, scheme: iso3}
    spells: {by: year}
"""
PAIRS = 11_500


def write_panel(path: Path, *, wide: bool = False) -> int:
    """Write a panel in the order of its years, and with many columns in that of its pairs; the number of its rows."""
    chance = random.Random(1)  # noqa: S311 - a made-up table, not a secret
    codes = sorted(one.codes["iso3"] for one in table().values() if "iso3" in one.codes)[:180]
    pairs = chance.sample([(a, b) for a in codes for b in codes if a != b], PAIRS)
    rows = []
    for a, b in pairs:
        start, level = chance.randint(1950, 2000), chance.choice("123")
        for year in range(start, min(start + chance.randint(10, 40), 2018)):
            level = chance.choice("0123") if chance.random() < 0.03 else level
            rows += [(year, a, b, level)] if chance.random() > 0.03 else []
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if wide:
            more = [f"column {number}" for number in range(14)]
            writer.writerow((*more, "host", "sender", "level", "year", "version"))
            writer.writerows(
                (*([f"of {a}"] * 14), a, b, level, year, "1.0") for year, a, b, level in sorted_by_pair(rows)
            )
        else:
            writer.writerow(("year", "host", "sender", "level"))
            writer.writerows(sorted(rows))
    return len(rows)


def sorted_by_pair(rows: list[tuple[int, str, str, str]]) -> list[tuple[int, str, str, str]]:
    return sorted(rows, key=lambda row: (row[1], row[2], row[0]))


def spells(path: Path) -> int:
    mapping, problems = read_mapping(HeldFile("panel.yaml", MAPPING), "panel.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    return len(made_of(mapping, path, Schemes(NOBODY_KNOWN, {}, ())).facts)


def grouped(path: Path) -> dict[tuple[str, ...], list[int]]:
    """The years of each pair and level."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        columns = next(rows)
        host, sender, level, year = (columns.index(name) for name in ("host", "sender", "level", "year"))
        for row in rows:
            found[row[host], row[sender], row[level]].append(int(row[year]))
    return found


@pytest.mark.parametrize(("wide", "bound"), [(False, 3.0), (True, 1.8)])
def test_a_panel(tmp_path: Path, *, wide: bool, bound: float) -> None:
    path = tmp_path / "panel.csv"
    number = write_panel(path, wide=wide)
    what = f"rows of a panel of {19 if wide else 4} columns"
    ours, theirs = partial(spells, path), partial(grouped, path)
    assert ours() > len(theirs()) / 2  # codes that did not live then make none
    report(Row(f"{number:,} {what} to spells", "csv, read and grouped", ratio(ours, theirs), bound))
    memory = growth(ours) / growth(theirs)
    report(Row(f"memory for {number:,} {what}", "csv, read and grouped", memory, 1.5))
