"""What a mapping says: of which file, what its columns mean, which rows are passed over, and what the rest makes."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.place import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.sources.coverage import Coverage
    from relgraph.tables.decisions import Decision
    from relgraph.tables.delimited import Form

NOTHING: Mapping[str, str] = MappingProxyType({})
NO_VALUES: Mapping[str, Value] = MappingProxyType({})
REPORT, OWN, SKIP = "report", "own", "skip"
OTHERS = (REPORT, OWN, SKIP)
"""What becomes of a value that a map of values does not have: it is reported, taken as it is, or passed over."""
YEAR, MONTH, DAY = "year", "month", "day"
PRECISIONS = (YEAR, MONTH, DAY)
POINT, COMMA = ".", ","
ORDERS = ("ymd", "dmy", "mdy")


NODE_ID = "id"
"""The word for what tells one node from others that rows make: rows that have the same there say the same of one."""


class Make(NamedTuple):
    """An actor that is made of a value: its kind, the role of the one it is part of, the columns of its place.

    `whole` tells the one that it is part of where that stands at no end: a code, as of the country of an office. Those
    of one name are `apart` by what stands in a column, such as the number that a table gives each person.
    """

    kind: str
    part_of: str = ""
    latitude: str = ""
    longitude: str = ""
    whole: Value | None = None
    apart: str = ""


class Total(NamedTuple):
    """What rows that say the same in all else come to: the sum of a column, or how many cells of it are full.

    `counted` tells the latter. `unit` stands behind the number; `unit_column` has it where rows differ in it: those of
    one unit are added up. `decimal` is the mark before the fraction.
    """

    column: str
    counted: bool = False
    unit: str = ""
    unit_column: str = ""
    decimal: str = POINT


class Value(NamedTuple):
    """Where a value comes from: a constant, a column, a template of columns in braces, or columns that are flags.

    `scheme` says what a cell is a code or a name in, `at` in which column (or which year itself) it is so; `split` what
    stands between several; `values` what each cell means, `other` what becomes of one that is not among them; `flags`
    what a column that says yes stands for. Of a `node` that the same mapping makes, its ids begin so. A `total` is of
    all rows that say the same in all else.
    """

    constant: str = ""
    column: str = ""
    template: str = ""
    scheme: str = ""
    at: str = ""
    split: str = ""
    values: Mapping[str, str] = NOTHING
    other: str = REPORT
    flags: Mapping[str, str] = NOTHING
    make: Make | None = None
    node: str = ""
    total: Total | None = None
    place: Place = NOWHERE

    @property
    def read(self) -> Iterator[str]:
        """The columns that its value stands in."""
        total = self.total.column if self.total else ""
        yield from filter(None, (self.column, *self.flags, *named_in(self.template), total))

    @property
    def columns(self) -> Iterator[str]:
        """The columns that it reads."""
        made = (self.make.latitude, self.make.longitude, self.make.apart) if self.make else ()
        at = "" if self.at.isdigit() else self.at
        yield from self.read
        yield from filter(None, (at, *made, self.total.unit_column if self.total else ""))
        yield from self.make.whole.columns if self.make and self.make.whole else ()


class DateValue(NamedTuple):
    """Where a date comes from: a constant, a column, or columns of year, month and day; `to` is where it ends.

    `precision` is how much of a date is kept; `order` in which its parts stand, where they are no ISO 8601. A date
    that ends so (`rough`) is known to a year or a month alone, as where a table writes a year as the first of January.
    """

    constant: str = ""
    column: str = ""
    parts: tuple[str, str, str] = ("", "", "")
    to: str = ""
    precision: str = DAY
    order: str = "ymd"
    rough: Mapping[str, str] = NOTHING
    place: Place = NOWHERE

    @property
    def columns(self) -> Iterator[str]:
        """The columns that it reads."""
        yield from filter(None, (self.column, *self.parts, self.to))

    @property
    def read(self) -> Iterator[str]:
        """The same: a date is nothing but its columns."""
        return self.columns


class Where(NamedTuple):
    """Which rows are meant: those whose column has one of some values, for each of the columns."""

    columns: Mapping[str, frozenset[str]]
    why: str = ""
    place: Place = NOWHERE

    def but_for(self, columns: Iterable[str]) -> Where:
        """The same, whatever stands in some of the columns."""
        return self._replace(columns={one: values for one, values in self.columns.items() if one not in columns})


class Spells(NamedTuple):
    """Rows that say what was so in a year, to be put together: `by` which column, at most `gap` years apart.

    A gap of 0 stands for that of the data: from one year that they have to the next.
    `first` and `last` are the years in which the data begin and end: nothing is known of what was before and after.
    Rows that are `unknown` say that of their year nothing is known: it is as one that the data do not have.
    """

    by: str
    gap: int = 1
    first: int | None = None
    last: int | None = None
    unknown: Where | None = None


class Template(NamedTuple):
    """What a row makes a fact of: the kind, and where its ends, fields and dates come from.

    `where` and `unless` tell the rows that it is for. In a fact that is `unordered` the ends stand in the order of
    their ids, and the row that turns them round says the same. `censored` are columns that say that what was before the
    beginning, or comes after the end, is not known. `needed` are the roles without which there is no fact.
    """

    kind: str
    ends: Mapping[str, tuple[Value, ...]]
    values: Mapping[str, Value]
    dates: Mapping[str, DateValue]
    where: Where | None = None
    unless: Where | None = None
    spells: Spells | None = None
    unordered: bool = False
    censored: tuple[str, str] = ("", "")
    needed: tuple[str, ...] = ()
    place: Place = NOWHERE

    def __hash__(self) -> int:
        return hash((self.kind, self.place))

    @property
    def columns(self) -> dict[str, str]:
        """For each end, field and date the column that it is read from, or those where there are several."""
        found = {
            name: " ".join(dict.fromkeys(one for each in some for one in each.read)) for name, some in self._specs()
        }
        return {name: column for name, column in found.items() if column and name != NODE_ID}

    def _specs(self) -> Iterator[tuple[str, tuple[Value | DateValue, ...]]]:
        """Where each end, field and date comes from."""
        yield from self.ends.items()
        for some in (self.values, self.dates):
            yield from ((name, (one,)) for name, one in some.items())

    @property
    def used(self) -> Iterator[str]:
        """Every column that it reads, but for that of the year of its spells."""
        for _, some in self._specs():
            for one in some:
                yield from one.columns
        for where in self.wheres:
            yield from where.columns
        yield from filter(None, self.censored)

    @property
    def without_totals(self) -> Template:
        """The same, but for what rows come to together."""
        return self._replace(values={name: one for name, one in self.values.items() if one.total is None})

    @property
    def wheres(self) -> Iterator[Where]:
        """All that tells which rows are for it."""
        yield from filter(None, (self.where, self.unless, self.spells.unknown if self.spells else None))

    @property
    def of_unknown(self) -> Template | None:
        """The same, for the rows that say that nothing is known; none where no row says so."""
        unknown = self.spells.unknown if self.spells else None
        if unknown is None:
            return None
        wanted = dict(self.where.but_for(unknown.columns).columns) if self.where else {}
        return self._replace(where=unknown._replace(columns=wanted | dict(unknown.columns)), values=NO_VALUES)


class CodeList(NamedTuple):
    """A table that says which actor each code of a scheme is, from which year until which."""

    scheme: str
    code: str
    actor: Value
    since: str = ""
    until: str = ""
    last: int | None = None
    place: Place = NOWHERE


class Unpivot(NamedTuple):
    """Columns that become rows: each with its name in one new column and its cell in another.

    They are those named, or all but some. Where values to `keep` are named, only cells with one of them become a row.
    """

    columns: tuple[str, ...]
    but: tuple[str, ...]
    name: str
    value: str
    keep: frozenset[str] = frozenset()

    def of(self, columns: Iterable[str]) -> tuple[str, ...]:
        """The columns of a table that become rows."""
        return self.columns or tuple(column for column in columns if column not in self.but)


class TableMapping(NamedTuple):
    """A mapping. `id` is that of its source, `card` what its card tells besides, `path` the usual name of the file."""

    id: str
    what: str
    path: str
    form: Form
    key: tuple[str, ...]
    card: Mapping[str, str] = NOTHING
    missing: frozenset[str] = frozenset({""})
    skip: tuple[Where, ...] = ()
    unpivot: Unpivot | None = None
    templates: tuple[Template, ...] = ()
    codes: CodeList | None = None
    coverage: Coverage | None = None
    decisions: tuple[Decision, ...] = ()
    place: Place = NOWHERE

    @property
    def schemes(self) -> frozenset[str]:
        """The schemes of codes that it looks actors up in."""
        return frozenset(one.scheme for one in self.looked_up)

    @property
    def looked_up(self) -> Iterator[Value]:
        """The values that are codes or names of actors."""
        values = [value for one in self.templates for some in one.ends.values() for value in some]
        values += [self.codes.actor] if self.codes else []
        values += [one.make.whole for one in values if one.make and one.make.whole]
        return (one for one in values if one.scheme)

    def of_kind(self, kind: str) -> tuple[Template, ...]:
        """Its templates for facts of a kind."""
        return tuple(one for one in self.templates if one.kind == kind)


@cache
def named_in(template: str) -> tuple[str, ...]:
    """The columns that a template names in braces."""
    return tuple([part.partition("}")[0] for part in template.split("{")[1:]])
