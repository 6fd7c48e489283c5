"""Answers as text, JSON, CSV or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.answer import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from relgraph.analysis.answer import Answer, Row


def show(answer: Answer, output: str, lines: Iterable[str] | None = None) -> None:
    """Print an answer as `text`, `json`, `csv` or `md`; `lines` take the place of its own text."""
    if output == "json":
        show_json(answer.plain())
    elif output == "csv":
        click.echo(_csv(answer.rows(), answer.columns), nl=False)
    elif output == "md":
        click.echo("\n".join(_markdown(answer.rows(), answer.columns)))
    else:
        click.echo("\n".join(answer.lines() if lines is None else lines))


def show_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as indented JSON, names as they are written."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    import csv
    import io

    buffer = io.StringIO()
    cells = ([cell(row.get(column)) for column in columns] for row in rows)
    csv.writer(buffer, lineterminator="\n").writerows([columns, *cells])
    return buffer.getvalue()


def _markdown(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    for line in (columns, ["---"] * len(columns)):
        yield f"| {' | '.join(line)} |"
    for row in rows:
        yield f"| {' | '.join(cell(row.get(column)).replace('|', chr(92) + '|') for column in columns)} |"
