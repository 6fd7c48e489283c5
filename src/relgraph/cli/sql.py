"""`relgraph sql QUERY`: a question in SQL."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from relgraph.analysis.sql.catalogue import TABLES
from relgraph.cli.choice import examples
from relgraph.cli.folders import kept_dataset_option
from relgraph.cli.options import output_option, view_options
from relgraph.cli.rendering import show

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View

WHAT = """Answer one SELECT over the facts, in memory and read only; - reads it from standard input.

Facts are there whatever their status, each with whether it holds; ties are what paths and ranks walk. docs/sql.md
answers twenty questions of the field."""
STANDARD_INPUT = "-"
MEMORY = 1_000_000_000
"""Bytes that a question may take, its tables among them."""
EXAMPLES = examples(
    'sql "SELECT kind, count(*) FROM facts GROUP BY kind"',
    "sql \"SELECT says, since FROM facts WHERE tier = 'csp' ORDER BY date_start\" --output csv",
)


def _help() -> str:
    tables = "\n".join(f"{table.name}: {table.row}\n  {', '.join(table.heads)}" for table in TABLES)
    return f"{WHAT}\n\n\b\n{tables}"


def _bound_memory() -> None:
    """Bound the memory of SQLite, which holds for the whole process: a command is one of its own."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA hard_heap_limit = {MEMORY}")


@click.command("sql", short_help="Answer a question in SQL.", help=_help(), epilog=EXAMPLES)
@click.argument("query", metavar="QUERY")
@output_option("text", "json", "csv", "md")
@kept_dataset_option
@view_options
def command(query: str, output: str, dataset: Dataset, view: View) -> None:
    """Answer a question in SQL; the help text comes from the tables themselves."""
    from relgraph.analysis.sql.query import sql

    _bound_memory()
    answer = sql(dataset, sys.stdin.read() if query == STANDARD_INPUT else query, view)
    show(answer, output)
