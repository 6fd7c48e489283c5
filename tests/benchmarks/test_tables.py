"""Tables of others: a panel of a quarter of a million rows becomes spells, beside reading and grouping it by csv."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

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


def write_panel(path: Path) -> int:
    """Write a panel in the order of its years; the number of its rows."""
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
        writer.writerow(("year", "host", "sender", "level"))
        writer.writerows(sorted(rows))
    return len(rows)


def spells(path: Path) -> int:
    mapping, problems = read_mapping(HeldFile("panel.yaml", MAPPING), "panel.yaml", shipped_vocabulary())
    assert mapping is not None, problems
    return len(made_of(mapping, path, Schemes(NOBODY_KNOWN, {}, ())).facts)


def grouped(path: Path) -> dict[tuple[str, ...], list[int]]:
    """The years of each pair and level."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for year, host, sender, level in rows:
            found[host, sender, level].append(int(year))
    return found


def test_a_panel(tmp_path: Path) -> None:
    path = tmp_path / "panel.csv"
    number = write_panel(path)
    ours, theirs = partial(spells, path), partial(grouped, path)
    assert ours() > len(theirs()) / 2  # codes that did not live then make none
    report(Row(f"{number:,} rows of a panel to spells", "csv, read and grouped", ratio(ours, theirs), 3.0))
    memory = growth(ours) / growth(theirs)
    report(Row(f"memory for {number:,} rows of a panel", "csv, read and grouped", memory, 1.5))
