"""Counting events: the texts of the columns first, then part after part of the periods, then all in one file."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.errors import InputError
from relgraph.events.engine import engine_for
from relgraph.events.expression import DAYS, KEYS, KINDS, OF, TO, TURNS, Columns, counted, texts_of
from relgraph.events.groups import LeftOut, LeftOuts, Spelling, split
from relgraph.events.output import read_batches, write_parquet
from relgraph.events.periods import first_day, last_day
from relgraph.events.texts import Day, Meaning, Meanings, Turn
from relgraph.events.work import parts_of, working
from relgraph.store.shelf import digest
from relgraph.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    import ibis.expr.types as ir
    import pyarrow as pa

    from relgraph.events.engine import Engine, Unread
    from relgraph.events.files import Files
    from relgraph.events.mapping import EventMapping
    from relgraph.events.work import Work
    from relgraph.tables.schemes import Schemes

MOST_TEXTS = 1_000_000
"""So many different texts a column of actors, kinds or days may have."""
UNDATED = -1
"""The period that events without a day are put to."""


class Asked(NamedTuple):
    """Where the events are counted: which engine, in how many bytes, how many rows together, and in which folder."""

    engine: str
    memory: int
    together: int
    work: Path


class Aggregate(NamedTuple):
    """What came of it: rows read, ties of how many events, from when until when, what was left out, lines unread."""

    mapping: EventMapping
    path: Path
    rows: int
    ties: int
    events: int
    since: date | None
    until: date | None
    left_out: tuple[LeftOut, ...]
    unread: tuple[Unread, ...]
    query: str
    engine: str


class _Texts(NamedTuple):
    """The different texts of the columns, each with its rows; but for days, only of events that are not passed over."""

    days: Mapping[str, int]
    of: Mapping[str, int]
    to: Mapping[str, int]
    kinds: Mapping[str, int]


def aggregate(
    mapping: EventMapping, files: Files, schemes: Schemes, asked: Asked, path: Path, tell: Callable[[str], None]
) -> Aggregate:
    """Count the events of files and write what they add up to. `tell` is told how far it is.

    Raises MisuseError, InputError or OutputError, each with one line; then nothing is written at `path`, and parts that
    were finished stay in the folder of the work.
    """
    with working(asked.work) as work:
        work.begin(digest(f"{files.digest} {mapping.digest}".encode()))
        engine = engine_for(asked.engine, asked.memory, work.folder)
        try:
            return _Aggregation(mapping, schemes, engine, work, tell).of(files, asked.together, path)
        finally:
            engine.close()


class _Aggregation:
    """One aggregation under way."""

    def __init__(
        self, mapping: EventMapping, schemes: Schemes, engine: Engine, work: Work, tell: Callable[[str], None]
    ) -> None:
        self.mapping = mapping
        self.engine = engine
        self.work = work
        self.tell = tell
        self.meanings = Meanings(mapping, schemes)

    def of(self, files: Files, together: int, path: Path) -> Aggregate:
        """Count the events of files."""
        self.tell("reading the values of the columns")
        columns = Columns(self.engine.open(files, self.mapping))
        texts = self._texts(columns)
        self.meanings.read(texts.days, list(texts.of), list(texts.to), texts.kinds)
        query = self._query(columns)
        self.work.ask(query)
        rows_by_period = Counter[int]()
        for one in self.meanings.days:
            rows_by_period[max(one.period, UNDATED)] += texts.days[one.text]
        parts = parts_of(rows_by_period, together)
        counting = _Counting(self, LeftOuts(self.mapping, self.meanings))
        spelling = Spelling(self.mapping, self.meanings)
        rows = sum(texts.days.values())
        batches = counting.ties(spelling, self._groups(columns, parts), rows)
        write_parquet(path, spelling.schema, batches, lambda: self._told(query, counting, rows))
        return self._aggregate(path, query, counting, rows)

    def _texts(self, columns: Columns) -> _Texts:
        mapping = self.mapping
        named = (mapping.of.column, mapping.to.column, mapping.kind.column)
        others = (self._texts_of(columns, column, but=mapping) if column else {} for column in named)
        return _Texts(self._texts_of(columns, mapping.day.column), *others)

    def _texts_of(self, columns: Columns, column: str, *, but: EventMapping | None = None) -> dict[str, int]:
        found: dict[str, int] = {}
        for batch in self.engine.ask(texts_of(columns, column, but=but)):
            found.update(zip(batch.column("text").to_pylist(), batch.column("rows").to_pylist(), strict=True))
            if len(found) > MOST_TEXTS:
                raise InputError(f"column {column} has more than {MOST_TEXTS:,} different values; is it the right one?")
        return found

    def _query(self, columns: Columns) -> str:
        """The digest of what is asked: the expression, the mapping, and what all texts mean."""
        from hashlib import sha256

        import ibis

        meanings, asked = self.meanings, ibis.to_sql(self._asked(columns), dialect="duckdb")
        texts: list[list[Meaning]] = [*meanings.actors.values(), meanings.kinds]
        looked_up = chain(sorted(meanings.days), *map(sorted, texts), meanings.turns)
        found = sha256()
        for one in (self.mapping.digest, str(asked), *meanings.names, *meanings.kind_names, *looked_up):
            found.update(repr(one).encode(errors="surrogateescape"))
        return found.hexdigest()

    def _asked(self, columns: Columns) -> ir.Table:
        return counted(columns, self.mapping, turning=bool(self.meanings.turns))

    def _groups(self, columns: Columns, parts: Sequence[tuple[int, ...]]) -> Iterator[pa.RecordBatch]:
        """The groups of all parts: of a single one as they come, else each part finished before the next begins."""
        meanings = self.meanings
        for name, texts in ((OF, meanings.actors["of"]), (TO, meanings.actors["to"]), (KINDS, meanings.kinds)):
            self.engine.lend(name, _table(Meaning, texts))
        if meanings.turns:
            self.engine.lend(TURNS, _table(Turn, meanings.turns))
        for number, part in enumerate(parts, start=1):
            self.tell(f"counting events{self._which(part)}: part {number} of {len(parts)}")
            if len(parts) == 1:
                yield from self._counted(columns, part)
                continue
            kept = self.work.part(number)
            if not kept.exists():
                self._finish(columns, part, kept)
        for number in range(1, len(parts) + 1) if len(parts) > 1 else ():
            self.tell(f"writing part {number} of {len(parts)}")
            yield from read_batches(self.work.part(number))

    def _which(self, part: tuple[int, ...]) -> str:
        days = [first_day(one, self.mapping.period) for one in part if one != UNDATED]
        return f" of {days[0]:%Y-%m} to {days[-1]:%Y-%m}" if days else ""

    def _counted(self, columns: Columns, part: tuple[int, ...]) -> Iterator[pa.RecordBatch]:
        periods = set(part)
        days = [one for one in self.meanings.days if max(one.period, UNDATED) in periods]
        self.engine.lend(DAYS, _table(Day, days))
        return self.engine.ask(self._asked(columns), KEYS)

    def _finish(self, columns: Columns, part: tuple[int, ...], kept: Path) -> None:
        batches = self._counted(columns, part)
        first = next(iter(batches), None)
        if first is not None:
            write_parquet(kept, first.schema, _chained(first, batches), dict)

    def _told(self, query: str, counting: _Counting, rows: int) -> dict[str, Any]:
        """How the ties were made, for the metadata of their file."""
        mapping = self.mapping
        return {
            "format": "relgraph ties 1",
            "machine_read": True,
            "mapping": mapping.id,
            "what": mapping.what,
            "mapping_sha256": mapping.digest,
            "query_sha256": query,
            "period": mapping.period,
            "directed": mapping.directed,
            "rows": rows,
            "events": counting.events,
            "ties": counting.made,
            "left_out": counting.left_out.rows,
            "unread": sum(one.rows for one in self.engine.unread),
            "relgraph": VERSION,
            "engine": self.engine.name,
        }

    def _aggregate(self, path: Path, query: str, counting: _Counting, rows: int) -> Aggregate:
        periods = counting.periods
        since = first_day(min(periods), self.mapping.period) if periods else None
        until = last_day(max(periods), self.mapping.period) if periods else None
        left_out, unread = counting.left_out.report(), self.engine.unread
        numbers = (rows, counting.made, counting.events, since, until)
        return Aggregate(self.mapping, path, *numbers, left_out, unread, query, self.engine.name)


class _Counting:
    """Counts what goes through: ties made, and events that they are made of."""

    def __init__(self, of: _Aggregation, left_out: LeftOuts) -> None:
        self._of = of
        self.left_out = left_out
        self.made = 0
        self.events = 0
        self.periods: set[int] = set()

    def ties(self, spelling: Spelling, batches: Iterable[pa.RecordBatch], rows: int) -> Iterator[pa.RecordBatch]:
        """The ties. Raises InputError where the events are not as many as they were before."""
        import pyarrow.compute as pc

        for batch in batches:
            counts, left = split(batch)
            self.left_out.add(left)
            self.made += counts.num_rows
            self.events += pc.sum(counts.column("events")).as_py() or 0
            self.periods.update(pc.unique(counts.column("period")).to_pylist())
            yield spelling.ties(counts)
        if self.events + self.left_out.rows != rows:
            raise InputError("the events have changed while they were read; nothing was written")


def _chained(first: pa.RecordBatch, others: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    yield first
    yield from others


def _table(kind: type[Meaning | Turn | Day], rows: Sequence[Meaning | Turn | Day]) -> pa.Table:
    """Rows of a lookup as a table: texts and numbers."""
    import pyarrow as pa

    types = {"text": pa.string(), "bit": pa.int64()}
    schema = pa.schema([(name, types.get(name, pa.int32())) for name in kind._fields])
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(column, one.type) for column, one in zip(columns, schema, strict=True)], schema)
