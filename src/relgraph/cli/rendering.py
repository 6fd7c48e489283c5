"""Answers as text, JSON, CSV or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def show_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as indented JSON, names as they are written."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], output: str) -> None:
    """Print rows as text (columns aligned), csv or md; a column that a row lacks stays empty."""
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    if output == "csv":
        _show_csv(cells, columns)
    elif output == "md":
        _show_markdown(cells, columns)
    else:
        widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
        for line in [list(columns), *cells]:
            click.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def _show_csv(cells: list[list[str]], columns: Sequence[str]) -> None:
    import csv
    import io

    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([columns, *cells])
    click.echo(buffer.getvalue(), nl=False)


def _show_markdown(cells: list[list[str]], columns: Sequence[str]) -> None:
    for line in [list(columns), ["---"] * len(columns), *cells]:
        click.echo("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |")


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a row holds
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(item) for item in value)
    return str(value)
