"""Answers as HTML tables for notebooks; every text is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def html_table(caption: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A table with a caption, of which each line stays whole; a column that a row lacks stays empty."""
    from html import escape  # noqa: PLC0415 - only notebooks ask for it

    def cell(value: object) -> str:
        return f"<td>{escape('' if value is None else str(value))}</td>"

    lines = [escape(line) for line in caption.splitlines()]
    title = "<br>".join(f'<span style="white-space: nowrap">{line}</span>' for line in lines) if lines[1:] else lines[0]
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(cell(row.get(column)) for column in columns)}</tr>" for row in rows)
    return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
