"""Events that were made up, their mapping, and the same counts by plain code."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from relgraph.events.codes import kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.fixture_types import Command

COLUMNS = ("id", "day", "a", "b", "code", "tone", "paper")
ACTORS = {"KEN": "kenya", "VNM": "vietnam", "EGY": "egypt", "": "", "XYZ": ""}
MAPPING = """
what: Events that were made up
table: {path: TABLE, key: [id]}
skip: [{where: {paper: hearsay}, why: hearsay}]
events:
  of: {column: a, scheme: iso3}
  to: {column: b, scheme: iso3}
  kind: {column: code, codes: cameo}
  on: day
  period: month
  source: paper
  scale: tone
"""


def mapping_of(table: str) -> str:
    """The mapping for a file, a folder or a pattern."""
    return MAPPING.replace("TABLE", table)


def events(number: int, seed: int = 1) -> list[list[str]]:
    """Events as rows of COLUMNS, some of them with a fault."""
    dice = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    days = [f"20{year:02}-{month:02}-{day:02}" for year in (1, 2) for month in (1, 3, 12) for day in (1, 2, 28)]
    return [
        [
            f"e{one:05}",
            dice.choice([*days, "some day"]),
            *(dice.choice([*ACTORS]) for _ in range(2)),
            dice.choice(["010", "042", "19", "1933", "77x"]),
            dice.choice(["-10.0", "0.4", "3.4", "", "much"]),
            dice.choice(["", "hearsay", "Times", "Post"]),
        ]
        for one in range(number)
    ]


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write events with a line of heads."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])


def by_plain_code(rows: Iterable[Sequence[str]]) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """What MAPPING makes of events: by both actors, kind and month, events, sources, days, and the mean tone."""
    found = defaultdict[tuple[str, ...], list[dict[str, str]]](list)
    for cells in rows:
        row = dict(zip(COLUMNS, cells, strict=True))
        pair = (ACTORS[row["a"]], ACTORS[row["b"]])
        kind = kinds_of("cameo").get(row["code"][:2]) if row["code"].isdigit() else None
        fits = row["paper"] != "hearsay" and row["day"] != "some day" and row["tone"] != "much"
        if fits and all(pair) and pair[0] != pair[1] and kind is not None:
            found[(*pair, kind.kind, row["day"][:7])].append(row)
    return {key: _counted(some) for key, some in found.items()}


def _counted(some: Sequence[dict[str, str]]) -> tuple[Any, ...]:
    tones = [float(one["tone"]) for one in some if one["tone"]]
    mean = round(sum(tones) / len(tones), 9) if tones else None
    return len(some), len({one["paper"] for one in some} - {""}), len({one["day"] for one in some}), mean


def ties_of(path: Path) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """The ties of a file in the same shape; each stands in it once, in order."""
    rows = pq.read_table(path).to_pylist()
    keys = [(f"{one['since']:%Y-%m}", one["a"], one["b"], one["kind"]) for one in rows]
    assert keys == sorted(set(keys))
    return {
        (one["a"], one["b"], one["kind"], f"{one['since']:%Y-%m}"): (
            one["events"],
            one["sources"],
            one["days"],
            None if one["scale"] is None else round(one["scale"], 9),
        )
        for one in rows
    }


def aggregated(relgraph: Command, folder: Path, *more: str) -> dict[tuple[str, ...], tuple[Any, ...]]:
    """The ties that the command makes of events.yaml in a folder."""
    result = relgraph("aggregate", folder / "events.yaml", "-o", folder / "ties.parquet", *more)
    assert result.exit_code == 0, result.output
    return ties_of(folder / "ties.parquet")


def write_floating(folder: Path) -> None:
    """Events of a library that writes whole numbers with gaps as floating ones, and their mapping."""
    lacking = float("nan")
    columns = {
        "day": [20010131.0, 20010302.0, lacking],
        "a": [404.0, 704.0, 404.0],
        "b": [704.0, 404.0, 704.0],
        "tone": [1.5, lacking, 2.0],
        "paper": [7.0, lacking, 8.5],
    }
    pq.write_table(pa.table(columns), folder / "floating.parquet")
    (folder / "events.yaml").write_text(
        "what: x\ntable: {path: floating.parquet}\nevents: {of: {column: a, scheme: m49}, to: {column: b, scheme: m49},"
        " kind: contact, on: {column: day, format: '%Y%m%d'}, period: month, source: paper, scale: tone}",
        encoding="utf-8",
    )
