"""What is asked of an engine: the one expression that counts events, and those that list the texts of a column.

All are made with Ibis over tables that an engine has under the names below, and are handed to it as SQL of its own.
"""

from __future__ import annotations

from functools import reduce
from operator import add, and_
from typing import TYPE_CHECKING, NamedTuple

from relgraph.events.periods import words_of

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from relgraph.events.mapping import EventMapping
    from relgraph.tables.mapping import Where

EVENTS = "relgraph_events"
DAYS, OF, TO, TURNS, KINDS = "relgraph_days", "relgraph_of", "relgraph_to", "relgraph_turns", "relgraph_kinds"
KEYS = ("reason", "refused", "period", "a", "b", "kind")
"""What groups are made by, and in order of: events to be counted have the reason 0, and no id that was refused."""
SAME, NO_NUMBER = -1, -2
"""Reasons of an event between one and himself, and of one whose scale is no number. The n-th skip is n; a text: -3."""
REFUSED = -3
MICRO = 1_000_000
"""Figures are added up in millionths, as whole numbers: then every engine finds the same mean."""
NAN = "nan"
MOST = 1_000_000
"""No figure of an event is larger."""


class Columns(NamedTuple):
    """The types of the columns of the events, by name; what is said of each in SQL follows from them."""

    schema: pa.Schema

    @property
    def table(self) -> ir.Table:
        """The events, as an engine has them."""
        import ibis

        return ibis.table(ibis.Schema.from_pyarrow(self.schema), name=EVENTS)

    def text(self, column: str) -> ir.StringValue:
        """A column as text; an empty one where nothing stands. Of a time, its day; of 190.0, what it is: 190."""
        value = self.table[column]
        if value.type().is_floating():
            return _of_floating(value)
        if value.type().is_timestamp():
            value = value.cast("date")
        return value.cast("string").fill_null("")


def _of_floating(value: ir.FloatingValue) -> ir.StringValue:
    """A number as text, without a fraction where it is whole: so are codes and days written where a column has gaps."""
    import ibis

    whole = value.try_cast("int64")
    is_whole = whole.notnull() & (whole.cast("float64") == value)
    other = value.cast("string").lower().nullif(NAN)
    return ibis.ifelse(is_whole, whole.cast("string"), other).fill_null("")


def _lacks(value: ir.FloatingValue) -> ir.BooleanValue:
    """Whether there is no number. DuckDB may take it from Parquet's statistics that none is NaN: its text tells."""
    import ibis

    no_whole = value.try_cast("int64").isnull()
    return value.isnull() | value.isnan() | ibis.ifelse(no_whole, value.cast("string").lower() == NAN, False)  # noqa: FBT003 - as ibis has it


def texts_of(columns: Columns, column: str, *, but: EventMapping | None = None) -> ir.Table:
    """The different texts of a column, and in how many rows each stands; `but` those that a mapping passes over."""
    skipped = {"skipped": _skipped(columns, but)} if but is not None and but.skip else {}
    table = columns.table.select(text=columns.text(column), **skipped)
    table = table.filter(table.skipped == 0) if skipped else table
    return table.group_by("text").agg(rows=table.count())


def counted(columns: Columns, mapping: EventMapping, *, turning: bool) -> ir.Table:
    """A row for each group of events: KEYS, how many events, sources and days, the scale summed, first and last name.

    They are counted by source first, and then together: engines that tell different values apart in millions of groups
    need far more memory. Groups of a reason other than 0 are of events that are not counted. `turning` says that there
    are texts of actors which mean others in other eras.
    """
    import ibis

    rows = _looked_up(_taken(columns, mapping), mapping, turning=turning)
    rows = rows.mutate(reason=_reason(rows), refused=_refused(rows))
    rows = rows.mutate(refused=ibis.ifelse(rows.reason == REFUSED, rows.refused, 0))
    left = rows.reason != 0
    a, b = (
        (rows.of_id, rows.to_id)
        if mapping.directed
        else (ibis.least(rows.of_id, rows.to_id), ibis.greatest(rows.of_id, rows.to_id))
    )
    keys = {"a": a, "b": b, "kind": rows.kind_id, "period": rows.period}
    rows = rows.mutate({name: ibis.ifelse(left, 0, value) for name, value in keys.items()})
    rows = rows.mutate(source=ibis.ifelse(left, ibis.null("string"), rows.source))
    return _summed(_by_source(rows, mapping), mapping)


def _by_source(rows: ir.Table, mapping: EventMapping) -> ir.Table:
    """The groups of each source; the days of its events are bits."""
    import ibis

    days = {word: _bits(ibis.ifelse(rows.word == number, rows.bit, 0)) for number, word in _words(mapping)}
    return rows.group_by([*KEYS, "source"]).agg(
        events=rows.count(),
        total=rows.figure.sum(),
        figures=rows.figure.count(),
        first=rows.name.min(),
        last=rows.name.max(),
        **days,
    )


def _summed(groups: ir.Table, mapping: EventMapping) -> ir.Table:
    """The groups of all sources together."""
    return groups.group_by(list(KEYS)).agg(
        events=groups.events.sum(),
        sources=groups.source.count(),
        days=reduce(add, (_number_of_bits(_bits(groups[word])) for _, word in _words(mapping))),
        total=groups.total.sum(),
        figures=groups.figures.sum(),
        first=groups["first"].min(),
        last=groups["last"].max(),
    )


def _words(mapping: EventMapping) -> list[tuple[int, str]]:
    """The numbers whose bits are the days of a period, each with its column."""
    return [(number, f"days_{number}") for number in range(words_of(mapping.period))]


def _bits(numbers: ir.IntegerColumn) -> ir.IntegerScalar:
    """The bits that are set in any of some numbers, by the function that engines have for it."""
    import ibis

    bits: ir.IntegerScalar = ibis.udf.agg.builtin(lambda _: 0, name="bit_or", signature=(("int64",), "int64"))(numbers)
    return bits


def _number_of_bits(number: ir.IntegerScalar) -> ir.IntegerScalar:
    """How many bits are set in a number, as above."""
    import ibis

    known = ibis.udf.scalar.builtin(lambda _: 0, name="bit_count", signature=(("int64",), "int8"))
    bits: ir.IntegerScalar = known(number).cast("int64")
    return bits


def _taken(columns: Columns, mapping: EventMapping) -> ir.Table:
    """What is wanted of each event: the texts to be looked up, source and name, the figure, and why it is skipped."""
    import ibis

    nothing = ibis.null("string")
    number, lacking = _figure(columns, mapping)
    whole = number.try_cast("int64")  # a number with a fraction would be compared as a decimal, which NaN is none of
    fits = whole.notnull() & ~number.isnan() & (whole >= -MOST) & (whole <= MOST)
    figure = ibis.ifelse(fits & ~lacking, number, 0.0)  # engines may cast before they choose
    source = _source(columns, mapping) if mapping.source else nothing
    taken = {
        "day_text": columns.text(mapping.day.column),
        "of_text": columns.text(mapping.of.column),
        "to_text": columns.text(mapping.to.column),
        "source": source,
        "name": columns.text(mapping.key).nullif("") if mapping.key else nothing,
        "skipped": _skipped(columns, mapping),
        "figure": ibis.ifelse(fits & ~lacking, (figure * MICRO).round().cast("int64"), ibis.null("int64")),
        "is_number": lacking | fits,
    }
    if not mapping.kind.constant:
        taken["kind_text"] = columns.text(mapping.kind.column)
    return columns.table.select(**taken)


def _source(columns: Columns, mapping: EventMapping) -> ir.StringValue:
    """Who reported an event; nothing where the cell stands for nothing."""
    import ibis

    text = columns.text(mapping.source).strip()
    return ibis.ifelse(text.isin(sorted(mapping.missing)), ibis.null("string"), text)


def _figure(columns: Columns, mapping: EventMapping) -> tuple[ir.FloatingValue, ir.BooleanValue]:
    """The figure of an event, and whether it has none."""
    import ibis

    if not mapping.scale:
        return ibis.null("float64"), ibis.literal(value=True)
    value = columns.table[mapping.scale]
    if value.type().is_numeric():
        number = value.cast("float64")
        return number, _lacks(number)
    text = columns.text(mapping.scale).strip()
    return text.try_cast("float64"), text.isin(sorted(mapping.missing))


def _skipped(columns: Columns, mapping: EventMapping) -> ir.IntegerValue:
    """The number of the first skip that an event is of, from 1; else 0."""
    import ibis

    wheres = [(_suits(columns, one), number) for number, one in enumerate(mapping.skip, start=1)]
    return ibis.cases(*wheres, else_=0).cast("int32") if wheres else ibis.literal(0, "int32")


def _suits(columns: Columns, where: Where) -> ir.BooleanValue:
    suited = (columns.text(column).strip().isin(sorted(values)) for column, values in where.columns.items())
    return reduce(and_, suited)


def _looked_up(rows: ir.Table, mapping: EventMapping, *, turning: bool) -> ir.Table:
    """The events with the numbers of their texts, of the days that are lent.

    Every text has one, unless data change, or it only stands in events that are passed over.

    Joins to the left are done as they stand here: engines that put joins in an order of their own might join the tables
    of actors with one another first.
    """
    import ibis

    days = ibis.table({"text": "string", "period": "int32", "word": "int32", "bit": "int64", "era": "int32"}, name=DAYS)
    rows = rows.inner_join(days, rows.day_text == days.text).drop("text")
    for end, role in (("of", OF), ("to", TO)):
        found = ibis.table({"text": "string", "id": "int32", "turn": "int32"}, name=role)
        found = found.rename({f"{end}_key": "text", f"{end}_id": "id", f"{end}_turn": "turn"})
        rows = rows.left_join(found, rows[f"{end}_text"] == found[f"{end}_key"])
        rows = _turned(rows, end) if turning else rows
    if mapping.kind.constant:
        return rows.mutate(kind_id=ibis.literal(0, "int32"))
    kinds = ibis.table({"text": "string", "id": "int32"}, name=KINDS).rename({"kind_key": "text", "kind_id": "id"})
    return rows.left_join(kinds, rows.kind_text == kinds.kind_key)


def _turned(rows: ir.Table, end: str) -> ir.Table:
    """The events with whom the texts at an end mean in their eras, where they turn."""
    import ibis

    turns = ibis.table({"turn": "int32", "era": "int32", "id": "int32"}, name=TURNS)
    turns = turns.rename({f"{end}_turns": "turn", f"{end}_era": "era", f"{end}_turned": "id"})
    rows = rows.left_join(turns, [rows[f"{end}_turn"] == turns[f"{end}_turns"], rows.era == turns[f"{end}_era"]])
    return rows.mutate({f"{end}_id": rows[f"{end}_turned"].fill_null(rows[f"{end}_id"])})


def _reason(rows: ir.Table) -> ir.IntegerValue:
    """Why an event is not counted, the first that holds: skip, text refused, one with himself, no number; else 0."""
    import ibis

    return ibis.cases(
        (rows.skipped > 0, rows.skipped),
        (_refused(rows) < 0, REFUSED),
        (rows.of_id == rows.to_id, SAME),
        (~rows.is_number, NO_NUMBER),
        else_=0,
    ).cast("int32")


def _refused(rows: ir.Table) -> ir.IntegerValue:
    """The id of the first text that was refused: of the day, whom, to whom, the kind; else 0."""
    import ibis

    ids = (rows.period, rows.of_id, rows.to_id, rows.kind_id)
    return ibis.cases(*((one < 0, one) for one in ids), else_=0).cast("int32")
