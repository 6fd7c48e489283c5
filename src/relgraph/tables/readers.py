"""Functions that take values out of a row, one for each thing that a mapping says where to find."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.sources.ids import id_of
from relgraph.tables.day_cells import date_in, has_year_last, joined
from relgraph.tables.decisions import NOBODY
from relgraph.tables.mapping import OWN, REPORT, SKIP, named_in
from relgraph.tables.schemes import year_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from relgraph.tables.mapping import DateValue, Make, Template, Value, Where
    from relgraph.tables.report import Ledger
    from relgraph.tables.schemes import Schemes

_CITY = "city"
_YES = frozenset({"1", "1.0", "yes", "y", "true", "t", "x"})
_NO = frozenset({"0", "0.0", "no", "n", "false", "f", ""})


class LeftOutError(Exception):
    """A row makes nothing of a template; the text says why."""


class UnfitCellError(LeftOutError):
    """A cell says what cannot be taken, which is told even where the row makes something of other templates."""


class Row(NamedTuple):
    """A row under question: its cells, its number, and the year that it is asked about, where it is of several."""

    cells: Sequence[str]
    number: int
    year: int | None = None


class MadeActor(NamedTuple):
    """An actor that a table makes: see mapping.Make."""

    id: str
    kind: str
    name: str
    part_of: str = ""
    coordinates: tuple[float, float] | None = None


class Table:
    """What the readers of a table share: where its columns are, what is known of codes, what was counted and made."""

    def __init__(self, columns: Mapping[str, int], missing: frozenset[str], schemes: Schemes, ledger: Ledger) -> None:
        """`columns` are the places of the columns by their names."""
        self.columns = columns
        self.missing = missing
        self.schemes = schemes
        self.ledger = ledger
        self.actors: dict[str, MadeActor] = {}
        self._flagged: tuple[int, set[str]] = (0, set())

    def cell(self, row: Row, column: str) -> str:
        """What stands in a column, without blanks round it; nothing for what stands for nothing."""
        text = row.cells[self.columns[column]].strip()
        return "" if text in self.missing else text

    def year(self, row: Row, at: str) -> int | None:
        """The year in which a code is asked for: one that the mapping names, or that of a column."""
        if row.year is not None or not at:
            return row.year
        return int(at) if at.isdigit() else year_of(self.cell(row, at))

    def is_yes(self, row: Row, column: str) -> bool:
        """Whether a column that is a flag says yes: 1, yes, true, x."""
        return self.cell(row, column).lower() in _YES

    def _flag(self, row: Row, column: str) -> bool:
        """Whether a flag says yes; one that says neither yes nor no, such as -9, is reported, once a row."""
        cell = self.cell(row, column).lower()
        if cell not in _YES and cell not in _NO:
            if self._flagged[0] != row.number:
                self._flagged = (row.number, set())
            if column not in self._flagged[1]:
                self._flagged[1].add(column)
                self.ledger.unmatched(column, cell, column, row.number, None)
        return cell in _YES

    def suits(self, row: Row, where: Where) -> bool:
        """Whether a row has, in each of some columns, one of the values named."""
        return all(self.cell(row, column) in values for column, values in where.columns.items())

    def is_for(self, template: Template, row: Row) -> bool:
        """Whether a template is for a row."""
        where, unless = template.where, template.unless
        return (where is None or self.suits(row, where)) and not (unless is not None and self.suits(row, unless))

    def texts(self, row: Row, name: str, value: Value) -> tuple[str, ...]:
        """The texts of a field. Raises LeftOutError for a value that the mapping should name and does not."""
        if value.flags:
            return tuple(told for column, told in value.flags.items() if self._flag(row, column) and told)
        found = []
        for part in self.parts(row, value):
            told = value.values.get(part)
            if told is None and value.values and value.other != OWN:
                self._unnamed(row, name, value, part)
            else:
                found.append(part if told is None else told)
        return tuple(filter(None, found))

    def _unnamed(self, row: Row, name: str, value: Value, part: str) -> None:
        if value.other == REPORT:
            self.ledger.unmatched(value.column, part, value.column, row.number, None)
            raise LeftOutError(f"the mapping does not name the value of {name} (column {value.column})")
        raise LeftOutError(f"a value of {name} that is passed over (column {value.column})")

    def parts(self, row: Row, value: Value) -> list[str]:
        """What a value says in a row: several things where its cell is split, none where it is empty."""
        if value.constant:
            return [value.constant]
        if value.template:
            filled = self._filled(row, value.template)
            return [filled] if filled else []
        cell = _unbroken(self.cell(row, value.column))
        if value.split:
            return [part for one in cell.split(value.split) if (part := one.strip())]
        return [cell] if cell or "" in value.values else []

    def _filled(self, row: Row, template: str) -> str:
        """A template with what stands in its columns; nothing where none of them says anything."""
        cells = {column: _unbroken(self.cell(row, column)) for column in named_in(template)}
        if cells and not any(cells.values()):
            return ""
        for column, cell in cells.items():
            template = template.replace(f"{{{column}}}", cell)
        return template

    def ids(self, row: Row, role: str, value: Value, others: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The ids of those at an end; `others` are those at the ends before. What matches nobody is reported."""
        if value.constant:
            return (value.constant,)
        if value.flags:
            return self.texts(row, role, value)
        year = self.year(row, value.at)
        found = [self._id(row, role, value, part, year, others) for part in self.parts(row, value)]
        return tuple(filter(None, found if len(found) == 1 else dict.fromkeys(found)))

    def _id(
        self, row: Row, role: str, value: Value, part: str, year: int | None, others: Mapping[str, Sequence[str]]
    ) -> str:
        if part in value.values:
            return value.values[part]
        if value.other == SKIP and value.values:
            raise LeftOutError(f"a value of {role} that is passed over (column {value.column})")
        if value.node:
            return f"{value.node}{id_of(part)}" if id_of(part) else ""
        one = self.schemes.find(value.scheme, part, year) if value.scheme else ""
        if not one and value.make is not None:
            one = self._made(row, part, value.make, others)
        if not one:
            self.ledger.unmatched(value.scheme or value.column, part, value.column, row.number, year)
        return "" if one == NOBODY else one

    def _made(self, row: Row, name: str, make: Make, others: Mapping[str, Sequence[str]]) -> str:
        """The id of an actor that a value makes: the dataset's own of that very name and kind, else a new one."""
        wholes = self.ids(row, "part_of", make.whole, {}) if make.whole else others.get(make.part_of, ())
        whole = next(iter(wholes), "")
        if make.whole and not whole:
            raise LeftOutError(f"nobody whom the {make.kind} is part of (column {make.whole.column})")
        known = self.schemes.known
        own = [one for one in known.names.get(name, ()) if known.kinds[one] == make.kind]
        if len(own) == 1 and not make.apart:
            return own[0]
        if make.kind == _CITY and (capital := _capital(name, whole)):
            return capital
        apart = id_of(self.cell(row, make.apart)) if make.apart else ""
        one = "-".join(filter(None, (id_of(name), whole, apart)))
        if not id_of(name):
            return ""
        if one in known.kinds or _is_shipped(one):
            one = f"{one}-{make.kind}"
        if self._is_new(one, name, make):
            self.actors[one] = MadeActor(one, make.kind, name, whole, self._place(row, make))
        return one

    def _is_new(self, one: str, name: str, make: Make) -> bool:
        """Whether nobody was made yet with an id. Raises LeftOutError where it is another's: José beside Jose."""
        made = self.actors.get(one)
        if made is not None and (made.name, made.kind) != (name, make.kind):
            raise UnfitCellError(f"the name of a {make.kind} that makes the id of another; name it in the dataset")
        return made is None

    def _place(self, row: Row, make: Make) -> tuple[float, float] | None:
        if not make.latitude or not make.longitude:
            return None
        try:
            north, east = float(self.cell(row, make.latitude)), float(self.cell(row, make.longitude))
        except ValueError:
            return None
        return (north, east) if abs(north) <= 90 and abs(east) <= 180 else None  # noqa: PLR2004 - degrees

    def date(self, row: Row, value: DateValue) -> str:
        """A date as EDTF; nothing where none is given. Raises LeftOutError for what is no date."""
        if value.constant:
            return value.constant
        if value.parts[0]:
            cells = [self.cell(row, column) if column else "" for column in value.parts]
            return joined(tuple(cells))
        start = self._dated(row, value, value.column)
        end = self._dated(row, value, value.to) if value.to else ""
        return start if not end or end == start else f"{start}/{end}"

    def _dated(self, row: Row, value: DateValue, column: str) -> str:
        cell = self.cell(row, column)
        if not cell:
            return ""
        found = date_in(cell, value.precision, value.order, tuple(value.rough.items()))
        if found:
            return found
        which = "; say order: dmy, or mdy, where the year stands last" if has_year_last(cell) else ""
        raise UnfitCellError(f"column {column} has no date that can be read{which}")


def _unbroken(cell: str) -> str:
    """A cell in one line: a line break within quotation marks is a blank."""
    return " ".join(cell.split()) if "\n" in cell or "\r" in cell else cell


@lru_cache(maxsize=4096)
def _capital(name: str, country: str) -> str:
    """The id of the capital of a country that ships, where it is called so."""
    from relgraph.countries.capitals import capital_of  # noqa: PLC0415 - few mappings make cities

    city = capital_of(country)
    return city.id if city is not None and id_of(city.name) == id_of(name) else ""


def _is_shipped(one: str) -> bool:
    from relgraph.countries.capitals import capitals  # noqa: PLC0415 - as above
    from relgraph.countries.table import table  # noqa: PLC0415 - as above

    return one in table() or one in capitals()
