"""A server that speaks Spark Connect as the engine: it sees the files itself, and answers the same expression."""

from __future__ import annotations

import socket
import warnings
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from relgraph.errors import InputError, MisuseError
from relgraph.events.duck import Duck
from relgraph.events.expression import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import ibis.expr.types as ir
    import pyarrow as pa

    from relgraph.events.engine import Unread
    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping

PORT = 15002
"""That of Spark Connect, where an address names none."""
PATIENCE = 10.0
"""Seconds until a server that does not answer is not there."""
TRIES = 3
_NOBODY, _GONE = "no server of Spark Connect answers there", "the server has gone away"


class Spark:
    """A session on a server."""

    def __init__(self, address: str, memory: int, folder: Path) -> None:
        """`memory` and `folder` are for what is made of delimited files before a server can read them.

        Raises MisuseError for an address that is none, InputError where nobody answers.
        """
        self._memory = memory
        self._folder = folder
        self.unread: tuple[Unread, ...] = ()
        self._address = address
        self._silent = _NOBODY
        host, port = _place(address)
        try:
            socket.create_connection((host, port), PATIENCE).close()
        except OSError as error:
            raise InputError(f"{address}: no server answers: {(error.strerror or str(error)).lower()}") from None
        from pyspark.sql import SparkSession
        from pyspark.sql.connect.client.retries import DefaultPolicy

        with self._explained():
            self._session = SparkSession.builder.remote(f"sc://{host}:{port}").create()
            self._session.client.set_retry_policies([DefaultPolicy(max_retries=TRIES, max_backoff=1000)])
            self.name = f"spark {self._session.version}"
        self._silent = _GONE

    def open(self, files: Files, mapping: EventMapping) -> pa.Schema:
        """Make the events known to the server, which must see their files; delimited ones are made Parquet here."""
        paths = [files.remote] if files.remote else [str(path.resolve()) for path in self._staged(files, mapping)]
        with self._explained():
            rows = self._session.read.parquet(*paths)
            lacking = [one for one in mapping.columns if one not in rows.columns]
            if lacking:
                told = f"{self._address}: finds no {', '.join(lacking)}, which the mapping names, in"
                raise InputError(f"{told} {paths[0]}")
            rows.select([_name(one) for one in mapping.columns]).createOrReplaceTempView(EVENTS)
            schema: pa.Schema = self._session.table(EVENTS).limit(0).toArrow().schema
        return schema

    def _staged(self, files: Files, mapping: EventMapping) -> Sequence[Path]:
        """The files as Parquet: a server does not tell which lines of a text are no rows, DuckDB here does."""
        with closing(Duck(self._memory, self._folder)) as here:
            paths, self.unread = here.staged(files, mapping)
        return paths

    def lend(self, name: str, table: pa.Table) -> None:
        """Send a table to the server."""
        from pyspark.sql.pandas.types import from_arrow_schema

        with self._explained():
            known = from_arrow_schema(table.schema)  # of an empty one no types can be found out
            frame = self._session.createDataFrame(table) if len(table) else self._session.createDataFrame([], known)
            frame.createOrReplaceTempView(name)

    def ask(self, expression: ir.Table, order: Sequence[str] = ()) -> Iterator[pa.RecordBatch]:
        """The rows of an expression, which are fetched together."""
        import ibis

        ibis.pyspark  # noqa: B018 - what it is asked for first makes its options known
        with self._explained():
            asked = expression.order_by(list(order)) if order else expression
            answer = self._session.sql(str(ibis.to_sql(asked, dialect="pyspark"))).toArrow()
        yield from answer.to_batches()

    def close(self) -> None:
        """End the session."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a server that is gone cannot be told good-bye
            self._session.stop()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn an error of the server, or of the way there, into one line."""
        import grpc
        from pyspark.errors import PySparkException

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except (grpc.RpcError, PySparkException) as error:
            told = self._silent if _is_silence(error) else _first(error)
            raise InputError(f"{self._address}: {told}") from None


def _place(address: str) -> tuple[str, int]:
    """Host and port. Raises MisuseError for an address that has none."""
    parts = urlsplit(address)
    try:
        host, port = parts.hostname, parts.port or PORT
    except ValueError:
        host, port = None, PORT
    if not host or parts.path.strip("/") or parts.query:
        raise MisuseError(f"{address} is no address of a server; write spark://HOST:PORT")
    return host, port


def _is_silence(error: Exception) -> bool:
    """Whether nobody, or somebody who does not speak Spark Connect, was there."""
    import grpc
    from pyspark.errors import RetriesExceeded

    below = error if isinstance(error, grpc.RpcError) else error.__context__
    code = below.code() if isinstance(below, grpc.Call) else None
    return isinstance(error, RetriesExceeded) or code in {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.UNIMPLEMENTED}


def _first(error: Exception) -> str:
    """The first line of what went wrong, without what a program wrote for programs."""
    details = getattr(error, "details", None)
    told = (details() if callable(details) else None) or str(error)
    return " ".join(told.split("\n")[0].split())[:400] or type(error).__name__


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
