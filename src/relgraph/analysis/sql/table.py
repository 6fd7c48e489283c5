"""What a table is: a record that describes itself, column by column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.analysis.listing import list_facts
from relgraph.graph.views import DEFAULT_VIEW, as_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import Held, View

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = "tuple[Cell, ...]"

TEXT, INTEGER, REAL = "TEXT", "INTEGER", "REAL"
"""Types of columns, by the names that SQL gives them. What is not known is NULL; yes or no is 1 or 0."""


class Column(NamedTuple):
    """A column: its name, its type, and what a value of it means."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Matter:
    """What tables are made of: the facts of a view, of whatever status, as `list_facts` has them.

    Without `isolates` only actors are told that stand at an end of one of them, or that such a one belongs to.
    """

    dataset: Dataset
    view: View = DEFAULT_VIEW
    isolates: bool = True

    @cached_property
    def facts(self) -> tuple[Held, ...]:
        """The facts, in order of id."""
        return list_facts(as_known(self.dataset, self.view), self.view).facts


class Table(NamedTuple):
    """A table: what a row of it is, its columns, and the rows, in a stable order; it is joined on those `looked_up`."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Matter], Iterable[Row]]
    looked_up: tuple[str, ...] = ("id",)

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


def columns(*told: str) -> tuple[Column, ...]:
    """Columns, each told as "name TYPE: what it means"; without a type it is text."""
    return tuple(_columns(told))


def _columns(told: Iterable[str]) -> Iterator[Column]:
    for one in told:
        named, _, meaning = one.partition(": ")
        name, _, kind = named.partition(" ")
        yield Column(name, kind or TEXT, meaning)


def joined(values: Iterable[object]) -> str | None:
    """Several values as one text, parted by semicolons; None for none."""
    return "; ".join(map(str, values)) or None
