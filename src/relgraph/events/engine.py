"""What an engine must do, and which there are: DuckDB inside, or a server that speaks Spark Connect."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple, Protocol

from relgraph.errors import MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import ibis.expr.types as ir
    import pyarrow as pa

    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping

DUCKDB, SPARK = "duckdb", "spark://"
"""How engines are named: the one inside, and how the address of a server begins."""
_NEEDED = {
    "bulk": ("duckdb", "ibis", "pandas", "pyarrow"),
    "spark": ("duckdb", "grpc", "ibis", "pandas", "pyarrow", "pyspark"),
}


class Unread(NamedTuple):
    """Why lines of a file were no rows, how many, and where the first stands."""

    reason: str
    rows: int
    example: str


class Engine(Protocol):
    """An engine that has events, is lent lookups, and answers expressions."""

    name: str
    unread: tuple[Unread, ...]

    def open(self, files: Files, mapping: EventMapping) -> pa.Schema:
        """Make the events known under their name; gives the types of the columns that the mapping names."""

    def lend(self, name: str, table: pa.Table) -> None:
        """Make a table known under a name, in the place of one of that name."""

    def ask(self, expression: ir.Table, order: Sequence[str] = ()) -> Iterator[pa.RecordBatch]:
        """The rows of an expression, in an order by columns.

        Raises InputError or OutputError, with one line, where it cannot be answered.
        """

    def close(self) -> None:
        """Let go of what it holds."""


def engine_for(address: str, memory: int, folder: Path) -> Engine:
    """The engine of an address; `memory` in bytes is for what is done here, and `folder` for what is kept meanwhile.

    Raises MisuseError for an address of no engine, or where the packages that it needs are not installed.
    """
    if address == DUCKDB:
        _need("bulk")
        from relgraph.events.duck import Duck  # noqa: PLC0415 - few commands need an engine

        return Duck(memory, folder)
    if address.startswith(SPARK):
        _need("spark")
        from relgraph.events.spark import Spark  # noqa: PLC0415 - as above

        return Spark(address, memory, folder)
    raise MisuseError(f"{address} is no engine; there are {DUCKDB} and {SPARK}HOST:PORT, a server of Spark Connect")


def _need(extra: str) -> None:
    """Raise MisuseError where a package of an extra is not installed."""
    lacking = [name for name in _NEEDED[extra] if find_spec(name) is None]
    if lacking:
        told = f"{', '.join(lacking)}: not installed, and needed to count events"
        raise MisuseError(f"{told}; get what is needed with: pip install 'relgraph[{extra}]'")
