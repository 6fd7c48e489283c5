"""The Parquet file of ties that `relgraph aggregate` wrote: those that a mapping takes, and why the others are not."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.errors import InputError
from relgraph.events.mapping import PERIODS
from relgraph.events.output import METADATA
from relgraph.events.periods import first_day, last_day, period_of
from relgraph.facts.machine_read.mapping import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa

    from relgraph.facts.machine_read.mapping import TiesMapping

UNIX = date(1970, 1, 1).toordinal()
FORMAT = "relgraph ties 1"
MOST_TIES = 1_000_000
"""So many ties of one file may be taken; the least number of events keeps others out."""
MOST_ROWS = 100_000_000
"""So many rows a file may have at all."""
MOST_TOLD = 3
"""So many kinds of event that the mapping does not name are told by their names."""
NAMES, PERIOD = ("a", "b", "kind"), ("since", "until")
EXAMPLES = "examples"
MOST_EXAMPLES = 3
UNNAMED = "a kind of event that the mapping does not name"
LACKING = "without an actor, a kind, a period or a count"
WITH_ITSELF = "one with itself"
NO_PERIOD = "a period that cannot be"
NO_COUNTS = "counts that cannot be"
NO_SCALE = "a scale that is no figure"
LARGEST = 1e12
"""The largest mean of a scale; others are told as what is wrong with a file."""
FIRST, LAST = date.min.toordinal() - UNIX, date.max.toordinal() - UNIX
"""The first and the last day that there is, counted from the first of January 1970."""


class Row(NamedTuple):
    """A tie as it stands in the file, from row 1 on; `kind` is the number of the kind that the mapping makes of it."""

    row: int
    a: str
    b: str
    event: str
    kind: int
    since: date
    until: date
    events: int
    sources: int
    days: int
    scale: float | None
    examples: tuple[str, ...]


class Made(NamedTuple):
    """How a file was made: by which query, over which periods, and whether its ties lead from `a` to `b`."""

    query: str
    period: str
    directed: bool


class Taken(NamedTuple):
    """The ties of a file that are taken, of how many rows, and how many are left out by reason, most first."""

    made: Made
    ties: list[Row]
    rows: int
    left_out: tuple[tuple[str, int], ...]


def read_ties(path: Path, mapping: TiesMapping) -> Taken:
    """Read the ties of a file by a mapping. Raises InputError, in a line, for a file that cannot be read as such."""
    if find_spec("pyarrow") is None:
        told = "pyarrow: not installed, and needed to read ties"
        raise InputError(f"{mapping.id}: {told}; get what is needed with: pip install 'relgraph[bulk]'")
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: cannot be read: not a regular file")  # of a pipe nobody may ever write the rest
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            if file.metadata.num_rows > MOST_ROWS:
                raise InputError(f"{path}: has more than {MOST_ROWS:,} rows; count the events by longer periods")
            made = _made(file.metadata.metadata or {}, path)
            reader = _Reader(mapping, path, file.schema_arrow, made.period)
            for batch in file.iter_batches(columns=reader.columns):
                reader.read(pa.table(batch))
            return Taken(made, reader.ties, reader.rows, reader.left_out)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is damaged, or no Parquet file: {_first_line(error)}") from None


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__).rstrip(". ")


def _made(metadata: Mapping[bytes, bytes], path: Path) -> Made:
    """What the file says of how it was made. Raises InputError for one that no aggregation wrote."""
    try:
        told: Any = json.loads(metadata.get(METADATA.encode(), b"{}"))
        query, period, directed = (str(told.get(key, "")) for key in ("query_sha256", "period", "directed"))
        is_known = told.get("format") == FORMAT and told.get("machine_read") is True
    except (ValueError, AttributeError, RecursionError):
        is_known, query, period, directed = False, "", "", ""
    if not (is_known and re.fullmatch("[0-9a-f]{64}", query) and period in PERIODS and directed in {"True", "False"}):
        raise InputError(f"{path}: is no file of ties that relgraph aggregate wrote, or one of another version")
    return Made(query, period, directed == "True")


class _Reader:
    """Takes ties batch by batch, and counts those that it leaves out."""

    def __init__(self, mapping: TiesMapping, path: Path, schema: pa.Schema, period: str) -> None:
        """`schema` has the columns of the file, each tie of which is over a `period`: month, quarter or year.

        Raises InputError where a column is lacking, or there twice.
        """
        import pyarrow as pa

        self._path, self._period = path, period
        needed = (*NAMES, *PERIOD, *COUNTS)
        if lacking := [name for name in needed if name not in schema.names]:
            raise InputError(f"{path}: is no file of ties: it has no column {', '.join(lacking)}")
        if doubled := [name for name in (*needed, "scale", EXAMPLES) if schema.names.count(name) > 1]:
            raise InputError(f"{path}: is no file of ties: it has more than one column {doubled[0]}")
        self.columns = [name for name in (*needed, "scale", EXAMPLES) if name in schema.names]
        named = [(event, number, kind.least) for number, kind in enumerate(mapping.kinds) for event in kind.of]
        self._events = pa.array([event for event, _, _ in named], pa.string())
        self._kinds = pa.array([number for _, number, _ in named], pa.int64())
        self._least = {name: pa.array([getattr(least, name) for _, _, least in named], pa.int64()) for name in COUNTS}
        self._mapping = mapping
        self._left: dict[str, int] = {}
        self._unnamed: dict[str, int] = {}
        self.ties: list[Row] = []
        self.rows = 0

    @property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """Why ties are left out, and how many, most first."""
        left = dict(self._left)
        if self._unnamed:
            names = sorted(self._unnamed, key=lambda one: (-self._unnamed[one], one))
            more = f" and {len(names) - MOST_TOLD} more" if len(names) > MOST_TOLD else ""
            left[f"{UNNAMED} ({', '.join(names[:MOST_TOLD])}{more})"] = sum(self._unnamed.values())
        return tuple(sorted(left.items(), key=lambda one: (-one[1], one[0])))

    def read(self, table: pa.Table) -> None:
        """Take the ties of a batch. Raises InputError where there are more than can be taken."""
        import pyarrow as pa
        import pyarrow.compute as pc

        start, self.rows = self.rows, self.rows + table.num_rows
        numbers = pa.array(range(start + 1, self.rows + 1), pa.int64())
        table = _typed(table).append_column("row", numbers)
        for name in (*NAMES, *PERIOD, *COUNTS):
            table = self._without(table, LACKING, pc.is_null(table[name]))
        table = self._without(table, WITH_ITSELF, pc.equal(table["a"], table["b"]))
        table = self._without(table, NO_PERIOD, _no_period(table, self._period))
        table = self._without(table, NO_COUNTS, _no_counts(table))
        if "scale" in table.schema.names:
            fits = pc.less_equal(pc.abs(table["scale"]), LARGEST)  # which no NaN is
            table = self._without(table, NO_SCALE, pc.invert(pc.fill_null(fits, fill_value=True)))
        which = pc.index_in(table["kind"], self._events)
        self._count_unnamed(table.filter(pc.is_null(which)))
        table = table.append_column("which", which).filter(pc.is_valid(which))
        for name, least in self._least.items():
            needed = least.take(table["which"].combine_chunks())
            table = self._few(table, name, needed)
        if len(self.ties) + table.num_rows > MOST_TIES:
            told = f"more than {MOST_TIES:,} ties would be taken; ask for more events of each: least: {{events: N}}"
            raise InputError(f"{self._path}: {told}")
        self.ties.extend(_rows(table, self._kinds))

    def _without(self, table: pa.Table, why: str, mask: pa.ChunkedArray) -> pa.Table:
        """The rows that a mask does not mark; the others are counted."""
        import pyarrow.compute as pc

        kept = table.filter(pc.invert(mask))
        if number := table.num_rows - kept.num_rows:
            self._left[why] = self._left.get(why, 0) + number
        return kept

    def _few(self, table: pa.Table, name: str, needed: pa.Array) -> pa.Table:
        """The rows that have enough of what is counted."""
        import pyarrow.compute as pc

        few = pc.less(table[name], needed)
        for number in pc.unique(needed.filter(few.combine_chunks())).to_pylist():
            here = pc.sum(pc.and_(few, pc.equal(needed, number))).as_py()
            why = f"fewer than {number:,} {name}"
            self._left[why] = self._left.get(why, 0) + int(here)
        return table.filter(pc.invert(few))

    def _count_unnamed(self, table: pa.Table) -> None:
        for one in table["kind"].value_counts().to_pylist():
            name = str(one["values"])
            self._unnamed[name] = self._unnamed.get(name, 0) + int(one["counts"])


def _no_period(table: pa.Table, period: str) -> pa.ChunkedArray:
    """Where a tie is over something else than one whole month, quarter or year of a calendar."""
    import pyarrow as pa
    import pyarrow.compute as pc

    since, until = (table[name].cast(pa.int32()) for name in PERIOD)
    begins = pc.unique(since)
    ends = pa.array([_end_of(one, period) for one in begins.to_pylist()], pa.int32())
    return pc.fill_null(pc.not_equal(until, ends.take(pc.index_in(since, begins))), fill_value=True)


def _end_of(since: int, period: str) -> int | None:
    """The last day of the period that begins on a day, both counted from the first of 1970; None where none begins."""
    if not FIRST <= since <= LAST:
        return None
    day = date.fromordinal(UNIX + since)
    number = period_of(day, period)
    return last_day(number, period).toordinal() - UNIX if first_day(number, period) == day else None


def _no_counts(table: pa.Table) -> pa.ChunkedArray:
    """Where there are fewer events than days with some, or than sources, which told of one each; or more days than are.

    The periods are those of a calendar.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    events, sources, days = (table[name] for name in COUNTS)
    since, until = (table[name].cast(pa.int32()) for name in PERIOD)
    too_many = pc.greater(days, pc.add(pc.subtract(until, since), 1))
    return pc.or_(too_many, pc.or_(pc.less(events, days), pc.less(events, sources)))


def _typed(table: pa.Table) -> pa.Table:
    """The columns in the types that they must have. Raises an ArrowException for those that cannot be."""
    import pyarrow as pa

    text = pa.string()
    types = {**dict.fromkeys(NAMES, text), **dict.fromkeys(PERIOD, pa.date32()), **dict.fromkeys(COUNTS, pa.int64())}
    types["scale"] = pa.float64()
    return pa.table(
        {name: table[name].cast(types[name]) if name in types else table[name] for name in table.schema.names}
    )


def _rows(table: pa.Table, kinds: pa.Array) -> Iterator[Row]:
    """The rows of a table as ties."""
    import pyarrow as pa

    number = table.num_rows
    columns = {name: table[name].to_pylist() for name in table.schema.names}
    columns["which"] = kinds.take(pa.array(columns["which"], pa.int64())).to_pylist()
    scale = columns.get("scale", [None] * number)
    examples = map(_examples, columns.get(EXAMPLES, [None] * number))
    counts = (columns[name] for name in COUNTS)
    names = (columns[name] for name in ("row", *NAMES, "which", *PERIOD))
    return map(Row._make, zip(*names, *counts, scale, examples, strict=True))


def _examples(given: Any) -> tuple[str, ...]:  # noqa: ANN401 - a text, a list of texts, or nothing
    """The names of a few events."""
    found = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    return tuple(one for one in found if isinstance(one, str) and one)[:MOST_EXAMPLES]
