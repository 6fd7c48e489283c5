"""The tables of a view as they are kept with a large dataset: made once, however many questions are asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.sql.catalogue import TABLES
from relgraph.analysis.sql.database import database, indices_of, schema_of
from relgraph.store.kept import DamagedStoreError, opened

if TYPE_CHECKING:
    import sqlite3

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View


def tables(dataset: Dataset, view: View, *, isolates: bool = True) -> sqlite3.Connection:
    """All tables of a view, in memory, as `database` makes them, or as they were kept: the same bytes."""
    if not dataset.workings:
        return database(dataset, view, isolates=isolates)
    from sqlite3 import sqlite_version  # noqa: PLC0415 - only who asks in SQL waits for it

    question = f"tables: {view.told}, {isolates}, {sqlite_version}, {dataset.library.at_hand}"
    kept = dataset.workings.find_as(question, _opened)
    if kept is not None:
        return kept
    made = database(dataset, view, isolates=isolates)
    dataset.workings.keep_as(question, made.serialize)
    return made


def _opened(data: bytes) -> sqlite3.Connection:
    """The tables, from the bytes of their database. Raises DamagedStoreError where they are others."""
    import sqlite3  # noqa: PLC0415 - only who asks in SQL waits for it

    try:
        return opened(data, [statement for table in TABLES for statement in (schema_of(table), *indices_of(table))])
    except (sqlite3.Error, UnicodeError) as error:
        raise DamagedStoreError from error
