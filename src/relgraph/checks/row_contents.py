"""A fact beside the row that is cited for it, column by column: who stands at which end, what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError
from relgraph.facts.figures import Figure, NotAFigure, parse_figure
from relgraph.reading.dates import Date, NotADate, Truth, parse_date
from relgraph.reading.suggest import did_you_mean
from relgraph.tables.mapping import DateValue, Value
from relgraph.tables.schemes import year_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.checks.context import Case, Context
    from relgraph.facts.records import Citation, Fact
    from relgraph.tables.lookup import Lookup
    from relgraph.tables.mapping import TableMapping
    from relgraph.tables.readers import Row

KIND, TIER, STATUS = "kind", "tier", "status"


def wrong_with(case: Case, citation: Citation, context: Context) -> Iterator[str]:
    """What is wrong with a citation of a row; nothing where the table is not at hand."""
    if citation.source not in context.library.tables:
        return
    mapping = context.dataset.mappings.get(citation.source)
    if mapping is None:
        yield f"{citation.source} has no mapping in graph/tables that says what its columns mean"
        return
    table = context.once(_asked).get(citation.source)
    if isinstance(table, str):
        yield table
    elif table is not None:
        rows = table.rows.get(citation.row, [])
        if not rows:
            yield f"{citation.source} has no row {citation.row}"
        found = [list(_Row(case, citation, context, mapping, table.lookup, row).wrong()) for row in rows]
        yield from min(found, key=len, default=())


class _Asked(NamedTuple):
    """A table, and the rows of it that are cited."""

    lookup: Lookup
    rows: Mapping[str, list[Row]]


def _asked(context: Context) -> dict[str, _Asked | str | None]:
    """For each table of which curators cite rows, these rows; or why it cannot be read."""
    keys: dict[str, set[str]] = {}
    for fact in context.dataset.facts:
        for one in fact.evidence:
            if one.row and not one.paragraph:
                keys.setdefault(one.source, set()).add(one.row)
    return {source: _rows_of(source, cited, context) for source, cited in keys.items()}


def _rows_of(source: str, keys: set[str], context: Context) -> _Asked | str | None:
    try:
        lookup = context.dataset.lookup(source)
        return None if lookup is None else _Asked(lookup, lookup.rows(keys))
    except InputError as error:
        return str(error)


class _Row:
    """A fact beside a row that is cited for it."""

    def __init__(
        self, case: Case, citation: Citation, context: Context, mapping: TableMapping, lookup: Lookup, row: Row
    ) -> None:
        self.fact: Fact = case.fact
        self.kind = case.kind
        self.context = context
        self.lookup = lookup
        self.row = row
        self.named = f"row {citation.row} of {citation.source}"
        self.columns = dict(citation.columns)
        templates = [one for one in mapping.of_kind(case.kind.id) if lookup.is_for(one, row)]
        self.template = templates[0] if templates else None
        self.by_column = {
            value.column: value for one in mapping.templates for some in one.ends.values() for value in some
        }

    def wrong(self) -> Iterator[str]:
        """What the fact says and the row does not."""
        for column in self.columns.values():
            if column not in self.lookup.columns:
                yield f"{self.named} has no column {column}{did_you_mean(column, self.lookup.columns)}"
                return
        if not self.columns and self.template is None:
            yield f"the mapping makes no {self.kind.section} of {self.named}; name its columns: {{end: COLUMN}}"
            return
        yield from self._ends()
        yield from self._values()
        yield from self._dates()

    def _value(self, name: str) -> Value | None:
        """Where a row gives an end or a field; of several the first."""
        return next(iter(self._values_of(name)), None)

    def _values_of(self, name: str) -> tuple[Value, ...]:
        """Where a row gives those at an end, or a field."""
        own = self._of_template(name)
        if name in self.columns:
            column = self.columns[name]
            same = tuple(one for one in own if one.column == column)
            return same or (self.by_column.get(column) or Value(column=column, scheme="name"),)
        return own if not self.columns else ()

    def _of_template(self, name: str) -> tuple[Value, ...]:
        if self.template is None:
            return ()
        value = self.template.values.get(name)
        return self.template.ends.get(name) or ((value,) if value else ())

    def _ends(self) -> Iterator[str]:
        given: dict[str, tuple[str, ...]] = {}
        for role in dict.fromkeys(end.role for end in self.fact.ends):
            values = self._values_of(role)
            if not values:
                yield self._lacking(role)
                continue
            given[role] = tuple(one for value in values for one in self._ids(role, value, given))
        if self.kind.symmetric and set(self.fact.pair) == {
            one for role in self.kind.pair for one in given.get(role, ())
        }:
            return
        for role, ids in given.items():
            for one in self.fact.at(role):
                if one not in ids:
                    where = self._where(self._value(role))
                    yield f"{self.named} gives {self._told(role, ids)} at {role}, not {one}{where}"

    def _lacking(self, name: str) -> str:
        return f"no column of {self.named} is said to give {name}; name it, columns: {{{name}: COLUMN}}"

    def _ids(self, role: str, value: Value, given: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        ids = self.lookup.ids(self.row, role, value, given)
        if ids or not value.column:
            return ids
        return self.context.names.find(self.lookup.cell(self.row, value.column))

    def _told(self, role: str, ids: tuple[str, ...]) -> str:
        value = self._value(role)
        column = (
            f' (column {value.column}: "{self.lookup.cell(self.row, value.column)}")' if value and value.column else ""
        )
        return f"{' and '.join(ids) or 'nobody'}{column}"

    def _values(self) -> Iterator[str]:
        """Narrower kind, tier and status where the table gives them, and every field of the kind's own."""
        fact = self.fact
        words = {KIND: fact.type, TIER: fact.tier if TIER in self.kind.fields else None}
        words |= {STATUS: fact.status} if self._value(STATUS) else {}
        for name, one in words.items():
            value = self._value(name)
            if one is not None and value is not None and one not in self.lookup.texts(self.row, name, value):
                yield f"{self.named} gives {self._cell(name, value)} for {name}, not {one}{self._where(value)}"
            elif one is not None and value is None and name != STATUS and self.columns.get(name) is None:
                yield self._lacking(name)
        for name, one in fact.fields.items():
            if name not in {TIER, KIND}:
                yield from self._field(name, one)

    def _field(self, name: str, one: object) -> Iterator[str]:
        value = self._value(name)
        if value is None:
            yield self._lacking(name)
        elif value.total is not None:
            return  # what several rows come to together, no one row says
        elif isinstance(one, Figure):
            texts = self.lookup.texts(self.row, name, value)
            if not any(_is_figure(one, text) for text in texts):
                yield f"{self.named} gives {self._cell(name, value)} for {name}, not {one}{self._where(value)}"
        elif isinstance(one, Date):
            yield from self._date(name, one, DateValue(column=value.column))
        elif not set(one if isinstance(one, tuple) else (one,)) <= set(self.lookup.texts(self.row, name, value)):
            yield f"{self.named} gives {self._cell(name, value)} for {name}, not {one}{self._where(value)}"

    def _cell(self, name: str, value: Value) -> str:
        own = (self.lookup.cell(self.row, value.column),) if value.column else ()
        return " and ".join(f'"{one}"' for one in own or self.lookup.texts(self.row, name, value)) or "nothing"

    def _where(self, value: Value | DateValue | None) -> str:
        """Where a value stands in the table, if in one cell."""
        columns = list(value.read) if value is not None else []
        return self._address(columns[0]) if len(columns) == 1 else ""

    def _address(self, column: str) -> str:
        return f" ({self.lookup.address(self.row, column)})"

    def _dates(self) -> Iterator[str]:
        spells = self.template.spells if self.template is not None and not self.columns else None
        for word, date in self.fact.when:
            own = self.template.dates.get(word) if self.template is not None else None
            if word in self.columns:
                same = own is not None and own.column == self.columns[word]
                yield from self._date(word, date, own if same and own else DateValue(column=self.columns[word]))
            elif spells is None and own is not None and not self.columns:
                yield from self._date(word, date, own)
            elif spells is None and not self._is_of_source(word, date):
                yield self._lacking(word)
        if spells is not None:
            yield from self._in_spell(spells.by)

    def _in_spell(self, by: str) -> Iterator[str]:
        year = year_of(self.lookup.cell(self.row, by))
        when = self.fact.when
        day = parse_date(f"{year:04}") if year is not None else None
        outside = day is not None and (
            (when.since is not None and day.before(when.since) is Truth.YES)
            or (when.until is not None and when.until.before(day) is Truth.YES)
        )
        if day is None or outside:
            yield f"{self.named} is of {day}, which is outside of what the fact says{self._address(by)}"

    def _is_of_source(self, word: str, date: Date) -> bool:
        """Whether what was `seen` bears the day on which the table was published."""
        card = self.context.library.cards.get(self.named.rpartition(" ")[2])
        return word == "seen" and card is not None and card.published == date

    def _date(self, word: str, date: Date, value: DateValue) -> Iterator[str]:
        text = self.lookup.date(self.row, value)
        try:
            given = parse_date(text) if text else None
        except NotADate:
            given = None
        inside = given is not None and date.first <= given.first and given.last <= date.last
        if not inside:
            yield f"{self.named} gives {text or 'no date'} for {word}, not {date}{self._where(value)}"


def _is_figure(one: Figure, text: str) -> bool:
    """Whether a text gives a figure: the same number, and no other currency."""
    try:
        given = parse_figure(text)
    except NotAFigure:
        return False
    other = bool(one.currency and given.currency) and one.currency.isdisjoint(given.currency)
    return given.value == one.value and not other
