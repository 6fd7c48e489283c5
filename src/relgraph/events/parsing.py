"""Reading mappings of events: in the words of other mappings, every fault with its place, all of them in one run."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from relgraph.events.codes import CODES
from relgraph.events.mapping import PERIODS, ActorColumn, DayColumn, EventMapping, KindColumn
from relgraph.reading.characters import described, unprintable
from relgraph.reading.fields import Fields
from relgraph.reading.files import bytes_of
from relgraph.reading.place import Place
from relgraph.reading.tree import read_file
from relgraph.store.shelf import digest
from relgraph.tables.decisions import decided, with_those_beside
from relgraph.tables.mapping import NOTHING, ORDERS, OTHERS, REPORT
from relgraph.tables.parsing import RULE, TABLE, read_form, read_where

if TYPE_CHECKING:
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem

FIELDS = ("what", "codebook", "card", "table", "skip", "events", "decisions")
EVENTS = ("of", "to", "kind", "on", "period", "source", "scale", "directed")


def read_event_mapping(path: File, shown: str, beside: File | None = None) -> tuple[EventMapping | None, list[Problem]]:
    """Read a mapping of events, with the decisions of a file beside it; None where it cannot be used, which is told."""
    tree, problems = read_file(path, shown)
    if tree is None:
        return None, problems
    mapping = _mapping(Fields(tree, shown, problems, RULE), path.stem)
    if beside is not None:
        decisions, wrong = with_those_beside(mapping.decisions, beside)
        mapping, problems = mapping._replace(decisions=decisions), [*problems, *wrong]
    if any(one.is_error for one in problems):
        return None, problems
    return mapping._replace(digest=digest(bytes_of(path))), problems


def _mapping(top: Fields, name: str) -> EventMapping:
    top.only(FIELDS, mending=True)
    table, events = top.within(top.map("table")), top.within(top.map("events"))
    table.only(TABLE, mending=True)
    events.only(EVENTS, mending=True)
    _refuse_lacking(top, table)
    key = table.texts("key")
    if len(key) > 1:
        table.problem("key is one column here: that of the name of an event", "key")
    return EventMapping(
        id=name,
        what=top.required("what"),
        path=table.text("path") or "",
        form=read_form(table),
        of=_actor(events, "of"),
        to=_actor(events, "to"),
        kind=_kind(events),
        day=_day(events),
        period=events.one_of("period", PERIODS) or PERIODS[0],
        source=events.text("source") or "",
        scale=events.text("scale") or "",
        key=key[0] if key else "",
        directed=events.flag("directed", default=True),
        missing=frozenset({"", *table.texts("missing")}),
        skip=tuple(read_where(top.within(one), why=True) for one in top.maps("skip")),
        decisions=decided(top),
        place=Place(top.file, 1),
    )


def _refuse_lacking(top: Fields, table: Fields) -> None:
    if not table.required("path"):
        top.problem("table must say the path of its files", "table")
    if "events" not in top.tree:
        top.problem("a mapping of events says under events which column is what; relgraph import reads other tables")


def _actor(events: Fields, key: str) -> ActorColumn:
    inner = events.within(events.map(key))
    inner.only(("column", "scheme"))
    return ActorColumn(inner.required("column"), inner.required("scheme"), inner.place)


def _kind(events: Fields) -> KindColumn:
    """A kind for all, or {column, codes, values, other}."""
    tree = events.tree.get("kind")
    if isinstance(tree, str) and tree:
        _refuse_unfit(events, tree)
        return KindColumn(constant=tree, place=events.place)
    inner = events.within(events.map("kind"))
    inner.only(("column", "codes", "values", "other"))
    values = inner.named_texts("values") if "values" in inner.tree else NOTHING
    for value in values.values():
        _refuse_unfit(inner, value)
    codes = inner.one_of("codes", CODES) or ""
    other = inner.one_of("other", OTHERS) or REPORT
    return KindColumn(inner.required("column"), "", codes, values, other, inner.place)


def _refuse_unfit(fields: Fields, kind: str) -> None:
    character = unprintable(kind)
    if character is not None:
        fields.problem(f"the name of a kind holds {described(character)}", "kind")


def _day(events: Fields) -> DayColumn:
    """The name of a column, or {column, format} or {column, order}."""
    tree = events.tree.get("on")
    if isinstance(tree, str) and tree:
        return DayColumn(tree)
    inner = events.within(events.map("on"))
    inner.only(("column", "format", "order"))
    form = inner.text("format") or ""
    if form and not _tells_days(form):
        inner.problem(f'format "{form}" does not tell a day as strptime reads it; write such as "%d.%m.%Y"', "format")
    return DayColumn(inner.required("column"), form, inner.one_of("order", ORDERS) or ORDERS[0])


def _tells_days(form: str) -> bool:
    """Whether a day that is written so is read as the same."""
    day = datetime(2003, 11, 25, tzinfo=UTC)
    try:
        return datetime.strptime(day.strftime(form), form).date() == day.date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return False
