"""Groups of events as an engine counts them: those that are ties, as columns to be written, and those left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from relgraph.events.expression import MICRO, NO_NUMBER, REFUSED, SAME
from relgraph.events.periods import first_day, last_day
from relgraph.events.texts import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from relgraph.events.mapping import EventMapping
    from relgraph.events.texts import Meanings


K = TypeVar("K")

MOST_VALUES = 10_000
"""So many different values are told one by one, those that did it most often; of more, how many there are."""


class LeftOut(NamedTuple):
    """Events that are not counted: why, how many, the value in question, its column and scheme, one as an example.

    Of values that are not told one by one, `others` is how many there are.
    """

    reason: str
    rows: int
    value: str = ""
    column: str = ""
    scheme: str = ""
    example: str = ""
    others: int = 0


class _Left(NamedTuple):
    """A group of events that are left out."""

    reason: int
    refused: int
    events: int
    first: str | None


def split(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, Iterator[_Left]]:
    """The groups to be counted, and those to be left out."""
    import pyarrow.compute as pc

    batch = _whole(batch)
    counts = pc.equal(batch.column("reason"), 0)
    left = batch.filter(pc.invert(counts))
    return batch.filter(counts), map(_Left, *(left.column(name).to_pylist() for name in _Left._fields))


def _whole(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The counts as numbers of 64 bits: engines give sums of such as wider ones. The total is a floating number."""
    for name in ("events", "sources", "days", "figures"):
        batch = _with(batch, name, batch.column(name).cast("int64"))
    return _with(batch, "total", _floating(batch.column("total")))


def _with(batch: pa.RecordBatch, name: str, values: pa.Array) -> pa.RecordBatch:
    return batch.set_column(batch.schema.get_field_index(name), name, values)


def _floating(totals: pa.Array) -> pa.Array:
    """Totals as the nearest floating numbers; some may be too large for 64 bits, as those of ten million events."""
    import pyarrow as pa

    try:
        return totals.cast("int64").cast("float64", safe=False)
    except pa.ArrowInvalid:
        return pa.array([None if one is None else float(one) for one in totals.to_pylist()], pa.float64())


class Spelling:
    """Gives ties their names and days in the place of numbers."""

    def __init__(self, mapping: EventMapping, meanings: Meanings) -> None:
        import pyarrow as pa

        self._names = pa.array(meanings.names, pa.string())
        self._kinds = pa.array(meanings.kind_names, pa.string())
        self._are_named = bool(mapping.key)
        periods = sorted({one.period for one in meanings.days if one.period >= 0})
        self._first = periods[0] if periods else 0
        every = range(self._first, periods[-1] + 1) if periods else range(0)
        self._begins = pa.array([first_day(one, mapping.period) for one in every], pa.date32())
        self._ends = pa.array([last_day(one, mapping.period) for one in every], pa.date32())

    @property
    def schema(self) -> pa.Schema:
        """The columns of ties and their types."""
        import pyarrow as pa

        text = pa.dictionary(pa.int32(), pa.string())
        counts = [(name, pa.int64()) for name in ("events", "sources", "days")]
        dates = [(name, pa.date32()) for name in ("since", "until")]
        examples = [("examples", pa.list_(pa.string()))] if self._are_named else []
        scale = ("scale", pa.float64())
        return pa.schema([("a", text), ("b", text), ("kind", text), *dates, *counts, scale, *examples])

    def ties(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Groups as ties: a, b and kind by their names, the days of the period, counts, mean of the scale, examples."""
        import pyarrow as pa
        import pyarrow.compute as pc

        period = pc.subtract(batch.column("period"), pa.scalar(self._first, pa.int32()))
        spelt = [
            pa.DictionaryArray.from_arrays(batch.column(name).cast(pa.int32()), names)
            for name, names in (("a", self._names), ("b", self._names), ("kind", self._kinds))
        ]
        days = [self._begins.take(period), self._ends.take(period)]
        counts = [batch.column(name) for name in ("events", "sources", "days")]
        figures = batch.column("figures").cast(pa.float64())
        micro = pc.multiply(pc.if_else(pc.greater(figures, 0), figures, None), float(MICRO))
        scale = pc.divide(batch.column("total"), micro)
        examples = [_examples(batch)] if self._are_named else []
        return pa.record_batch([*spelt, *days, *counts, scale, *examples], schema=self.schema)


def _examples(batch: pa.RecordBatch) -> pa.ListArray:
    """The first and the last name of each group: one where they are the same, none where no event has a name."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    first, last = (batch.column(name).cast(pa.string()) for name in ("first", "last"))
    told = (first.is_valid(), pc.fill_null(pc.not_equal(first, last), fill_value=False))
    kept = np.column_stack([one.to_numpy(zero_copy_only=False) for one in told])
    at = np.arange(2 * len(first)).reshape(2, -1).T[kept]
    offsets = np.concatenate([[0], np.cumsum(kept.sum(axis=1))])
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.concat_arrays([first, last]).take(pa.array(at)))


class LeftOuts:
    """Adds up what is left out, over all parts."""

    def __init__(self, mapping: EventMapping, meanings: Meanings) -> None:
        self._mapping = mapping
        self._meanings = meanings
        self._found: dict[tuple[int, int], tuple[int, str]] = {}
        self.rows = 0

    def add(self, groups: Iterable[_Left]) -> None:
        """Take in groups that are left out."""
        for one in groups:
            _add(self._found, (one.reason, one.refused), one.events, one.first or "")
            self.rows += one.events

    def _why(self, reason: int, refused: int) -> Refused:
        if reason > 0:
            return Refused(self._mapping.skip[reason - 1].why)
        if reason == REFUSED:
            return self._meanings.refused_by(refused)
        told = {SAME: "one with himself", NO_NUMBER: f"no figure that can be read in column {self._mapping.scale}"}
        return Refused(told[reason])

    def report(self) -> tuple[LeftOut, ...]:
        """All that is left out, most events first; values beyond MOST_VALUES are put together by reason."""
        found: dict[Refused, tuple[int, str]] = {}
        for key, (rows, example) in self._found.items():
            _add(found, self._why(*key), rows, example)
        most = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
        others: dict[Refused, tuple[int, str]] = {}
        for why, (rows, example) in most[MOST_VALUES:]:
            _add(others, why._replace(text=""), rows, example)
        number = Counter(why._replace(text="") for why, _ in most[MOST_VALUES:])
        told = [_left_out(why, *some) for why, some in most[:MOST_VALUES]]
        return (*told, *(_left_out(why, *some, number[why]) for why, some in others.items()))


def _add(found: dict[K, tuple[int, str]], key: K, rows: int, example: str) -> None:
    """Add so many events to those of a key; the first name stays the example."""
    before, other = found.get(key, (0, ""))
    found[key] = before + rows, min(filter(None, (example, other)), default="")


def _left_out(why: Refused, rows: int, example: str, others: int = 0) -> LeftOut:
    return LeftOut(why.reason, rows, why.text, why.column, why.scheme, example, others)
