"""Tables that are kept: they come back as they were made, for their view alone, and nothing else is taken for them."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.sql.database import database
from relgraph.analysis.sql.kept_tables import tables
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from relgraph.store.shelf import Shelf, Workings, digest

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, malaysia], tier: csp, since: 2025-06, evidence: {p: 1, terms: [csp]}}
    missions:
      embassy: {name: Embassy in Cairo, kind: embassy, sender: kenya, host: egypt, since: 1999}
"""
IN_2010 = View(as_of=parse_date("2010"))


@pytest.fixture
def dataset(world: World, tmp_path: Path) -> Dataset:
    dataset = world(FACTS)
    vars(dataset)["workings"] = Workings(Shelf(tmp_path / "kept"), digest(b"ab"))
    return dataset


def dumped(connection: sqlite3.Connection) -> list[str]:
    return list(connection.iterdump())


def test_they_come_back_as_they_were_made(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    data, made = database(dataset).serialize(), dumped(database(dataset))
    assert dumped(tables(dataset, View())) == made
    assert dumped(tables(dataset, IN_2010)) != made
    assert dumped(tables(dataset, View(), isolates=False)) != made

    monkeypatch.setattr("relgraph.analysis.sql.kept_tables.database", None)  # whoever makes them anew fails
    again = tables(dataset, View())
    assert dumped(again) == made
    assert again.serialize() == data
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        again.execute("DELETE FROM facts")


@pytest.mark.parametrize("more", ["CREATE VIEW more AS SELECT id FROM facts", "DROP TABLE sources"])
def test_what_has_more_or_less_is_made_anew(dataset: Dataset, more: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("relgraph.analysis.sql.kept_tables.database", lambda *_, **__: altered(dataset, more))
        tables(dataset, View())

    assert dumped(tables(dataset, View())) == dumped(database(dataset))


def altered(dataset: Dataset, more: str) -> sqlite3.Connection:
    made = database(dataset)
    made.execute(more)
    return made
