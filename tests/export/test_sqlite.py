"""A database that any tool opens: the tables that `relgraph sql` asks, in one file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.analysis.sql.query import sql
from relgraph.facts.load import load
from tests.export.small_dataset import ACTORS, FILES

if TYPE_CHECKING:
    import pytest

    from tests.fixture_types import Command, WriteFolder

QUERY = "SELECT f.says, e.role, e.name FROM facts f JOIN ends e ON e.fact = f.id ORDER BY f.id, e.position"


def test_it_answers_as_the_command_does(
    relgraph: Command, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = dataset(FILES)
    monkeypatch.chdir(folder)

    done = relgraph("export", "sqlite")
    assert done.stdout == "exports/relgraph.sqlite: 8 facts, 6 actors, 1 source\n"
    with closing(sqlite3.connect(Path("exports") / "relgraph.sqlite")) as made:
        assert tuple(made.execute(QUERY).fetchall()) == sql(load("graph"), QUERY).found_rows
        assert made.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    printed = relgraph("export", "sqlite", "-o", "-")
    assert printed.stdout_bytes == Path("exports/relgraph.sqlite").read_bytes()


def test_any_name_is_clean_text(dataset: WriteFolder) -> None:
    name = "Robert'); DROP TABLE facts;--"
    actors = ACTORS.replace("name: Kenya,", f'name: "{name}",')
    facts = load(dataset({**FILES, "graph/actors/all.yaml": actors}) / "graph")

    [(found,)] = sql(facts, "SELECT name FROM actors WHERE id = 'kenya'").found_rows
    assert found == name
