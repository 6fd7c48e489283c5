"""Questions in SQL: answered over the tables, and nothing but answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.sql import query as module
from relgraph.analysis.sql.query import sql
from relgraph.errors import MisuseError
from relgraph.graph.views import View

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025}
      - {id: sp, of: vietnam, with: egypt, tier: sp, status: intended}
"""


@pytest.fixture
def facts(world: World) -> Dataset:
    return world(FACTS)


def test_an_answer_is_rows_under_the_names_of_its_columns(facts: Dataset) -> None:
    answer = sql(facts, "SELECT id, since, rung FROM facts WHERE origin = 'stated' ORDER BY rung DESC")

    assert answer.columns == ("id", "since", "rung")
    assert list(answer.rows()) == [{"id": "csp", "since": "2025", "rung": 4}, {"id": "sp", "rung": 3}]
    assert str(answer) == "id   since  rung\ncsp  2025   4\nsp          3\n2 rows"
    assert len(answer) == 2
    assert "<th>since</th>" in answer._repr_html_()
    plain = answer.plain()
    assert plain["rows"] == [{"id": "csp", "since": "2025", "rung": 4}, {"id": "sp", "since": None, "rung": 3}]
    assert plain["asked"]["query"].startswith("SELECT id")


def test_no_row_is_an_answer(facts: Dataset) -> None:
    answer = sql(facts, "SELECT id FROM facts WHERE 0")

    assert (answer.found, str(answer)) == (True, "id\n0 rows")


def test_the_view_is_minded(facts: Dataset) -> None:
    asked = "SELECT DISTINCT kind FROM facts"

    assert [row["kind"] for row in sql(facts, asked, View(stated=True)).rows()] == ["partnership"]
    assert len(sql(facts, asked)) == 2


def test_columns_of_one_name_are_told_apart_and_values_are_such_as_json_can_hold(facts: Dataset) -> None:
    answer = sql(facts, "SELECT 1 AS a, 2 AS a, 9e999 AS b, x'00ff' AS c, -9e999 AS a")

    assert answer.found_rows == ((1, 2, "inf", "00ff", "-inf"),)
    assert answer.columns == ("a", "a_2", "b", "c", "a_3")
    json.dumps(answer.plain(), allow_nan=False)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM facts",
        "UPDATE facts SET id = 'x'",
        "INSERT INTO facts (id) VALUES ('x')",
        "DROP TABLE facts",
        "CREATE TABLE x (a)",
        "CREATE TEMP TABLE x (a)",
        "CREATE VIRTUAL TABLE x USING fts5(a)",
        "ATTACH 'made.sqlite' AS x",
        "ATTACH ':memory:' AS x",
        "DETACH main",
        "VACUUM INTO 'made.sqlite'",
        "PRAGMA temp_store_directory = 'x'",
        "PRAGMA writable_schema = 1",
        "SELECT load_extension('x')",
        "SELECT * FROM pragma_database_list",
        "REINDEX",
        "ANALYZE",
        "BEGIN",
        "SELECT 1; DELETE FROM facts",
        "EXPLAIN DELETE FROM facts",
    ],
)
def test_nothing_but_one_select_is_answered(
    facts: Dataset, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(MisuseError, match="relgraph sql answers one SELECT, and can neither write nor open anything"):
        sql(facts, query)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "there is no question"),
        (" \n", "there is no question"),
        (";", "that asks for nothing"),
        ("SELECT * FROM fact", "no such table: fact; did you mean facts?"),
        ("SELECT premises FROM actors", "no such column: premises; it stands in facts"),
        ("SELECT f.stauts FROM facts f", "no such column: f.stauts; did you mean status?"),
        ("SELECT FROM", 'near "FROM": syntax error'),
        ("SELECT ?", "Incorrect number of bindings"),
        ("SELECT 'a\x00b'", "null"),
        ("SELECT '\ud800'", "surrogates"),
        ("SELECT zeroblob(100000000)", "too big"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_line(facts: Dataset, query: str, said: str) -> None:
    with pytest.raises(MisuseError) as caught:
        sql(facts, query)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'some words' FROM n"


def test_a_question_is_given_up_after_a_time(facts: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)

    with pytest.raises(MisuseError, match="takes longer than"):
        sql(facts, ENDLESS)


@pytest.mark.parametrize(("name", "value"), [("MOST_ROWS", 10), ("MOST_LETTERS", 1000)])
def test_an_answer_has_an_end(facts: Dataset, monkeypatch: pytest.MonkeyPatch, name: str, value: int) -> None:
    monkeypatch.setattr(module, name, value)

    with pytest.raises(MisuseError, match=r"the answer has more than .*; add a LIMIT"):
        sql(facts, LONG)
    assert len(sql(facts, f"{LONG} LIMIT 10")) == 10
