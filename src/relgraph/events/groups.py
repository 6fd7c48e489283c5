"""Groups of events as an engine counts them: those that are ties, as columns to be written, and those left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.events.expression import MICRO, NO_NUMBER, REFUSED, SAME
from relgraph.events.periods import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa

    from relgraph.events.mapping import EventMapping
    from relgraph.events.texts import Meanings


class LeftOut(NamedTuple):
    """Events that are not counted: why, how many, the value in question, its column and scheme, one as an example."""

    reason: str
    rows: int
    value: str = ""
    column: str = ""
    scheme: str = ""
    example: str = ""


def split(batch: pa.RecordBatch) -> tuple[pa.RecordBatch, list[dict[str, object]]]:
    """The groups to be counted, and those to be left out."""
    import pyarrow.compute as pc

    counts = pc.equal(batch.column("reason"), 0)
    return batch.filter(counts), batch.filter(pc.invert(counts)).to_pylist()


class Spelling:
    """Gives ties their names and days in the place of numbers."""

    def __init__(self, mapping: EventMapping, meanings: Meanings) -> None:
        import pyarrow as pa

        self._names = pa.array(meanings.names, pa.string())
        self._kinds = pa.array(meanings.kind_names, pa.string())
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
        return pa.schema([("a", text), ("b", text), ("kind", text), *dates, *counts, ("scale", pa.float64())])

    def ties(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Groups as ties: a, b and kind by their names, the days of the period, the counts, the mean of the scale."""
        import pyarrow as pa
        import pyarrow.compute as pc

        period = pc.subtract(batch.column("period"), pa.scalar(self._first, pa.int32()))
        spelt = [
            pa.DictionaryArray.from_arrays(batch.column(name).cast(pa.int32()), names)
            for name, names in (("a", self._names), ("b", self._names), ("kind", self._kinds))
        ]
        days = [self._begins.take(period), self._ends.take(period)]
        counts = [batch.column(name).cast(pa.int64()) for name in ("events", "sources", "days")]
        figures = batch.column("figures").cast(pa.float64())
        micro = pc.multiply(pc.if_else(pc.greater(figures, 0), figures, None), float(MICRO))
        scale = pc.divide(batch.column("total").cast(pa.float64()), micro)
        return pa.record_batch([*spelt, *days, *counts, scale], schema=self.schema)


class LeftOuts:
    """Adds up what is left out, over all parts."""

    def __init__(self, mapping: EventMapping, meanings: Meanings) -> None:
        self._mapping = mapping
        self._meanings = meanings
        self._found: dict[tuple[str, str, str, str], tuple[int, str]] = {}
        self.rows = 0

    def add(self, groups: Iterable[dict[str, object]]) -> None:
        """Take in groups that are left out."""
        for group in groups:
            key = self._why(int(str(group["reason"])), int(str(group["refused"])))
            rows, example = self._found.get(key, (0, ""))
            more, other = int(str(group["events"])), str(group["example"] or "")
            self._found[key] = rows + more, min(filter(None, (example, other)), default="")
            self.rows += more

    def _why(self, reason: int, refused: int) -> tuple[str, str, str, str]:
        """Why, the value, its column and its scheme."""
        if reason > 0:
            return self._mapping.skip[reason - 1].why, "", "", ""
        if reason == REFUSED:
            found = self._meanings.refused_by(refused)
            return found.reason, found.text, found.column, found.scheme
        told = {SAME: "one with himself", NO_NUMBER: f"no figure that can be read in column {self._mapping.scale}"}
        return told[reason], "", "", ""

    def report(self) -> tuple[LeftOut, ...]:
        """All that is left out, most events first."""
        found = [LeftOut(key[0], rows, *key[1:], example) for key, (rows, example) in self._found.items()]
        return tuple(sorted(found, key=lambda one: (-one.rows, one)))
