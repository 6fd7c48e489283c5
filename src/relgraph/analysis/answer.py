"""What every answer can do: tell itself in lines of text, in rows of a table, and as plain data for programs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.reading.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    Row: TypeAlias = Mapping[str, Any]


class Answer(ABC):
    """The base of all answers, which are frozen records.

    An answer keeps its own words: `lines` for people, `rows` of `columns` for tables, `plain` for JSON. Commands
    only ask and print; in a notebook an answer shows itself as a table of the columns in `shown`.
    """

    __slots__ = ()

    columns: ClassVar[tuple[str, ...]] = ()
    shown: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def lines(self) -> Iterator[str]:
        """The answer as text, line by line; the first line says what was asked or found."""

    @abstractmethod
    def rows(self) -> Iterator[Row]:
        """The answer as rows; what a row lacks of `columns` is left out."""

    @abstractmethod
    def plain(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """The answer as plain data for programs: dicts, lists, texts and numbers."""

    @property
    def found(self) -> bool:
        """Whether there is an answer: what a command's exit status says."""
        return True

    @property
    def caption(self) -> str:
        """What stands over the answer's table in a notebook."""
        return next(self.lines())

    def __str__(self) -> str:
        return "\n".join(map(visible, self.lines()))

    def _repr_html_(self) -> str:
        return html_table(self.caption, self.shown or self.columns, self.rows())


def html_table(caption: str, columns: Sequence[str], rows: Iterable[Row]) -> str:
    """An HTML table with a caption, of which each line stays whole; every text is escaped, a lack stays empty."""
    from html import escape  # noqa: PLC0415 - only notebooks ask for it

    lines = [escape(visible(line)) for line in caption.split("\n")]
    title = "<br>".join(f'<span style="white-space: nowrap">{line}</span>' for line in lines) if lines[1:] else lines[0]
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell(row.get(column)))}</td>' for column in columns)}</tr>" for row in rows
    )
    if not body:
        return f"<table><caption>{title}</caption><thead><tr></tr></thead><tbody></tbody></table>"
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def aligned(rows: Iterable[Row], columns: Sequence[str]) -> Iterator[str]:
    """Rows as lines of text under a line of heads, in columns that are as wide as what stands in them."""
    cells = [list(columns), *([cell(row.get(column)) for column in columns] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in cells:
        yield "  ".join(one.ljust(width) for one, width in zip(line, widths, strict=True)).rstrip()


def cell(value: object) -> str:
    """A value of a row as it stands in a table: nothing for None, several parted by semicolons, all of it visible."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(cell, value))
    return visible(str(value))
