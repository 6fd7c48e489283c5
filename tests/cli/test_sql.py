from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.sql.catalogue import TABLES
from tests.export.small_dataset import FILES

if TYPE_CHECKING:
    from tests.fixture_types import Command, WriteFolder


@pytest.fixture(autouse=True)
def _folder(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dataset(FILES))


QUERY = "SELECT name, iso FROM actors WHERE kind = 'country' ORDER BY name"


def test_a_question_is_answered_in_every_form(relgraph: Command) -> None:
    text, as_csv, as_json, md = (
        relgraph("sql", QUERY, "--output", form).stdout for form in ("text", "csv", "json", "md")
    )

    assert text == "name         iso\nKenya        KE\nNew Zealand  NZ\nViệt Nam     VN\n3 rows\n"
    assert as_csv == "name,iso\nKenya,KE\nNew Zealand,NZ\nViệt Nam,VN\n"
    assert [row["iso"] for row in json.loads(as_json)["rows"]] == ["KE", "NZ", "VN"]
    assert md.splitlines()[2] == "| Kenya | KE |"


def test_a_question_from_standard_input(relgraph: Command) -> None:
    assert relgraph("sql", "-", stdin=QUERY).stdout == relgraph("sql", QUERY).stdout


def test_what_spreadsheets_would_run_is_guarded(relgraph: Command) -> None:
    assert relgraph("sql", "SELECT '=1+1' AS a, -1 AS b", "--output", "csv").stdout == "a,b\n'=1+1,-1\n"
    assert relgraph("sql", "SELECT 1 AS '=1+1'", "--output", "csv").stdout == "'=1+1\n1\n"


def test_no_name_of_a_column_breaks_a_table_or_is_markup(relgraph: Command) -> None:
    query = "SELECT 1 AS 'a|\x1b[2J\n\u202e<b>'"

    assert relgraph("sql", query, "--output", "csv").stdout == "a|\\u001b[2J\\u000a\\u202e<b>\n1\n"
    assert relgraph("sql", query, "--output", "md").stdout.splitlines()[1:] == ["| --- |", "| 1 |"]
    assert "\\<b>" in relgraph("sql", query, "--output", "md").stdout


def test_misuse_is_one_line(relgraph: Command) -> None:
    done = relgraph("sql", "DROP TABLE facts")

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("relgraph: relgraph sql answers one SELECT")
    assert done.stderr.count("\n") == 1


def test_memory_is_bound(relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relgraph.cli.sql.MEMORY", 50_000_000)  # a twentieth of it is soon filled
    endless = (
        "WITH RECURSIVE a(n) AS (SELECT zeroblob(900000) UNION SELECT randomblob(900000) FROM a) SELECT count(*) FROM a"
    )
    done = relgraph("sql", endless)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "relgraph: out of memory\n"


def test_help_tells_every_table_and_column(relgraph: Command) -> None:
    told = relgraph("sql", "--help").stdout.split()

    assert {f"{table.name}:" for table in TABLES} <= set(told)
    assert {column for table in TABLES for column in table.heads} <= {word.rstrip(",") for word in told}
