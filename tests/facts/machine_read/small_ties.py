"""A small world with ties that a machine read: a file as `relgraph aggregate` writes it, its mapping and its card."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from relgraph.events.output import write_parquet
from relgraph.facts.load import found_in, load
from relgraph.facts.machine_read.bring import bring_ties
from relgraph.writing import write_files as written_whole
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from relgraph.facts.dataset import Dataset

QUERY = "0123456789abcdef" * 4
COLUMNS = ("a", "b", "kind", "since", "until", "events", "sources", "days", "scale")
MARCH, APRIL = (date(2001, 3, 1), date(2001, 3, 31)), (date(2001, 4, 1), date(2001, 4, 30))
TIES: tuple[tuple[Any, ...], ...] = (
    ("egypt", "kenya", "fight", *MARCH, 1, 1, 1, -10.0),
    ("egypt", "kenya", "threaten", *MARCH, 5, 2, 4, -4.4),
    ("kenya", "brazil", "consult", *MARCH, 3, 2, 2, 1.0),
    ("kenya", "brazil", "consult", *APRIL, 2, 1, 2, None),
    ("brazil", "egypt", "consult", *APRIL, 4, 3, 3, 0.4),
    ("brazil", "egypt", "yield", *APRIL, 9, 3, 3, 5.0),
)
"""Who did what to whom in which month: so many events, of so many sources, on so many days, and the mean scale."""
MAPPING = """
what: Events that were made up
table: {path: made-up.parquet}
ties:
  - {kind: clashes, of: [fight, threaten], least: {events: 2}}
  - {kind: talks, of: consult}
"""
FACTS = "partnerships: [{of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}]"
PATH = "seeds/texts/made-up.parquet"
NAME = "graph/tables/made-up.ties.yaml"


def write_ties(path: Path, ties: Sequence[Sequence[Any]] = TIES, columns: Sequence[str] = COLUMNS, **told: Any) -> None:  # noqa: ANN401 - what JSON holds
    """Write ties as an aggregation does; what is `told` goes before what its metadata say as a rule."""
    cells = zip(*ties, strict=True) if ties else ([] for _ in columns)
    table = pa.table({name: pa.array(column) for name, column in zip(columns, cells, strict=True)})
    usual = {"format": "relgraph ties 1", "machine_read": True, "directed": True, "period": "month"}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_parquet(path, table.schema, table.to_batches(), lambda: {**usual, "query_sha256": QUERY, **told})


def imported(folder: Path, mapping: str = MAPPING, files: Mapping[str, str] | None = None) -> Path:
    """Write a small world into a folder, with a mapping for its file of ties, and import these; gives its facts."""
    write_files(folder, world_files(FACTS, {NAME: mapping, **(files or {})}))
    if not (folder / PATH).exists():
        write_ties(folder / PATH)
    brought = bring_ties(folder / NAME, found_in(folder / "graph", None, None), [(folder / PATH).parent])
    written_whole(brought.files)
    return folder / "graph"


def small(folder: Path, mapping: str = MAPPING, files: Mapping[str, str] | None = None) -> Dataset:
    """The same world, read: its ties are there for who asks."""
    loaded = load(imported(folder, mapping, files))
    assert loaded.problems == ()
    return loaded
