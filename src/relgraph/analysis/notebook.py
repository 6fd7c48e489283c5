"""Answers as HTML tables for notebooks; every text is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def html_table(caption: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A table with a caption; a column that a row lacks stays empty."""
    from html import escape  # noqa: PLC0415 - only notebooks ask for it

    def cell(value: object) -> str:
        return f"<td>{escape('' if value is None else str(value))}</td>"

    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(cell(row.get(column)) for column in columns)}</tr>" for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
