"""Whatever a command prints: lines for people in the letters of their terminal, data as UTF-8 wherever it goes."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from relgraph.analysis.answer import cell
from relgraph.errors import MisuseError
from relgraph.reading.characters import visible, visible_json
from relgraph.writing import STANDARD_OUTPUT, print_lines, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from relgraph.analysis.answer import Answer, Row

BYTE_ORDER_MARK_WANTED = "relgraph.bom"
"""The key under which the context of click holds that CSV is to begin with a byte order mark."""


def show(answer: Answer, output: str, lines: Iterable[str] | None = None) -> None:
    """Print an answer as `text`, `json`, `csv` or `md`; `lines` take the place of its own text."""
    put(told(answer, output, lines), output)


def told(answer: Answer, output: str, lines: Iterable[str] | None = None) -> Iterable[str]:
    """An answer in pieces of text, with line ends, as `show` prints it."""
    marked = is_marked()
    if marked and output != "csv":
        raise MisuseError("--bom is for --output csv")
    if output == "json":
        return _json(answer.plain())
    if output == "csv":
        return [_csv(answer.rows(), answer.columns, marked=marked)]
    if output == "md":
        return (f"{line}\n" for line in _markdown(answer.rows(), answer.columns))
    return (f"{visible(line)}\n" for line in (answer.lines() if lines is None else lines))


def is_marked() -> bool:
    """Whether CSV is to begin with a byte order mark."""
    return bool(click.get_current_context().meta.get(BYTE_ORDER_MARK_WANTED))


def put(pieces: Iterable[str], output: str) -> None:
    """Print the pieces of an answer: text for people in the letters of their terminal, all else as UTF-8."""
    if output == "text":
        say(*"".join(pieces).split("\n")[:-1])
    else:
        hand_on(pieces)


def say(*lines: str) -> None:
    """Print lines for people; what would forge a line or turn it round is written out.

    Raises OutputError where standard output is closed or full.
    """
    print_lines(map(visible, lines))


def complain(line: str) -> None:
    """Print a line to standard error, as `say` does; where nobody can hear it, the exit status must do."""
    with suppress(OSError):
        click.echo(visible(line), err=True)  # noqa: TID251 - this is the place


def hand_on(chunks: Iterable[str]) -> None:
    """Print data, which is UTF-8 whatever the terminal's encoding."""
    write_text(STANDARD_OUTPUT, chunks)


def show_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Print a value as indented JSON, names as they are written; what must not be printed is escaped."""
    hand_on(_json(value))


def _json(value: Any) -> list[str]:  # noqa: ANN401 - as above
    import json

    return [visible_json(json.dumps(value, ensure_ascii=False, indent=2)), "\n"]


def _csv(rows: Iterable[Row], columns: Sequence[str], *, marked: bool) -> str:
    from relgraph.export.spreadsheet import BYTE_ORDER_MARK, csv_text

    text = csv_text(columns, ([cell(row.get(column)) for column in columns] for row in rows))
    return f"{BYTE_ORDER_MARK}{text}" if marked else text


def _markdown(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    yield f"| {' | '.join(map(_plain_markdown, columns))} |"
    yield f"| {' | '.join(['---'] * len(columns))} |"
    for row in rows:
        yield f"| {' | '.join(_plain_markdown(cell(row.get(column))) for column in columns)} |"


def _plain_markdown(text: str) -> str:
    """A text that Markdown shows as it is: no column ends in it, and no markup, link or picture begins."""
    return re.sub(r"[\\`*\[\]<|]", r"\\\g<0>", text)
