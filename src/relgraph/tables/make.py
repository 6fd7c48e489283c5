"""What a table makes by its mapping: of each row the facts of its templates, or whom each code of a list means."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError
from relgraph.reading.suggest import did_you_mean
from relgraph.tables.delimited import Delimited, unfit
from relgraph.tables.readers import LeftOutError, MadeActor, Row, Table
from relgraph.tables.report import Ledger, Report
from relgraph.tables.schemes import EARLIEST, LATEST, Life, Listed, year_of
from relgraph.tables.spells import Years, limits_of, observed, parted, row_in, spells_of, year_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from relgraph.tables.mapping import CodeList, DateValue, TableMapping, Template, Value, Where
    from relgraph.tables.schemes import Schemes

MOST_FACTS = 1_000_000
NO_TEMPLATE = "the mapping has no facts for such a row"


class Made(NamedTuple):
    """A fact that rows make: what each role, field and date of its template is; `rows` are those it is from, with keys.

    Of a spell these are the first and the last. `over` tells one that ended before the data do.
    """

    template: Template
    ends: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, tuple[str, ...]], ...]
    dates: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, str], ...]
    over: bool = False


class MadeTable(NamedTuple):
    """All that a table makes: facts, actors, and the report."""

    facts: tuple[Made, ...]
    actors: tuple[MadeActor, ...]
    report: Report


class MadeCodes(NamedTuple):
    """Whom each code of a list means, from which year until which, and the report."""

    codes: Mapping[str, list[Listed]]
    report: Report


def made_of(mapping: TableMapping, path: Path, schemes: Schemes) -> MadeTable:
    """Read a table by its mapping. Raises InputError for a file that cannot be read, or lacks a column."""
    file = Delimited(path, mapping.form)
    maker: _Rows | _Panel = (_Panel if _is_panel(mapping) else _Rows)(mapping, file, schemes)
    facts = tuple(_within_bounds(maker.facts(), path))
    maker.ledger.made = len(facts)
    return MadeTable(facts, tuple(maker.table.actors.values()), maker.ledger.report())


def codes_of(mapping: TableMapping, codes: CodeList, path: Path, schemes: Schemes) -> MadeCodes:
    """Read a list of codes. Raises as `made_of` does."""
    maker = _Rows(mapping, Delimited(path, mapping.form), schemes)
    found: dict[str, list[Listed]] = {}
    for code, listed in maker.listed(codes):
        found.setdefault(code, []).append(listed)
    maker.ledger.made = sum(map(len, found.values()))
    return MadeCodes(found, maker.ledger.report())


def address(row: int) -> str:
    """The address of a row as RFC 7111 has it: #row=2."""
    return f"#row={row}"


def _within_bounds(facts: Iterable[Made], path: Path) -> Iterator[Made]:
    for number, fact in enumerate(facts):
        if number >= MOST_FACTS:
            raise InputError(f"{path}: row {fact.rows[0][0]}: makes more than {MOST_FACTS:,} facts")
        yield fact


def _is_panel(mapping: TableMapping) -> bool:
    return any(one.spells for one in mapping.templates)


def _places(mapping: TableMapping, file: Delimited) -> dict[str, int]:
    """The place of each column. Raises InputError for a column that the mapping names and the table lacks."""
    unpivot = mapping.unpivot
    names = (*file.columns, *((unpivot.name, unpivot.value) if unpivot else ()))
    columns = {name: number for number, name in enumerate(names)}
    for name in _named(mapping):
        if name not in columns:
            near = did_you_mean(name, columns)
            raise InputError(f"{file.path}: row 1: has no column {name}, which the mapping names{near}")
    return columns


def _named(mapping: TableMapping) -> Iterator[str]:
    """Every column that a mapping names."""
    yield from mapping.key
    yield from _used(mapping)
    yield from (*mapping.unpivot.columns, *mapping.unpivot.but) if mapping.unpivot else ()
    yield from (one.spells.by for one in mapping.templates if one.spells)


def _used(mapping: TableMapping) -> Iterator[str]:
    """Every column whose cells make something, or tell which rows do."""
    for where in mapping.skip:
        yield from where.columns
    for template in mapping.templates:
        yield from template.used
    if mapping.codes is not None:
        codes = mapping.codes
        yield from filter(None, (codes.code, *codes.actor.columns, codes.since, codes.until))


def _wheres(mapping: TableMapping) -> Iterator[Where]:
    """All that tells for which rows a template is."""
    for template in mapping.templates:
        yield from filter(None, (template.where, template.unless))


def _cells(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """A function that takes the cells of some places out of a row."""
    if not places:
        return lambda _: ()
    if len(places) == 1:
        (only,) = places
        return lambda cells: (cells[only],)
    return itemgetter(*places)


class _Rows:
    """Makes facts of the rows of one table, each by itself."""

    def __init__(self, mapping: TableMapping, file: Delimited, schemes: Schemes) -> None:
        self.mapping = mapping
        self.file = file
        self.ledger = Ledger()
        self.columns = _places(mapping, file)
        self.table = Table(self.columns, mapping.missing, schemes, self.ledger)
        self._turned = mapping.unpivot.of(file.columns) if mapping.unpivot else ()
        self._key = _cells([self.columns[column] for column in mapping.key])
        self._used = _cells([self.columns[column] for column in dict.fromkeys(_used(mapping))])

    def key(self, row: Row) -> str:
        """The key of a row; where the mapping has none, its address."""
        return "-".join(cell.strip() for cell in self._key(row.cells)) or address(row.number)

    def rows(self) -> Iterator[Row]:
        """Every row that has as many cells as there are columns, those that become several as several."""
        width = len(self.file.columns)
        for number, cells in self.file.rows():
            if not cells:
                continue
            if len(cells) != width:
                self.ledger.rows += 1
                self.ledger.leave_out(f"not {width} cells, as the line of heads has", number)
            else:
                for row in self._unpivoted(cells, number):
                    self.ledger.rows += 1
                    yield row

    def _unpivoted(self, cells: list[str], number: int) -> Iterator[Row]:
        unpivot = self.mapping.unpivot
        if unpivot is None:
            yield Row(cells, number)
        else:
            for column in self._turned:
                cell = cells[self.columns[column]].strip()
                if not unpivot.keep or cell in unpivot.keep:
                    yield Row([*cells, column, cell], number)

    def facts(self) -> Iterator[Made]:
        """All facts, in the order of the rows."""
        for row in self.rows():
            if not self.is_left_out(row):
                yield from self._of_row(row)

    def is_left_out(self, row: Row, rows: int = 1) -> bool:
        """Whether a row is passed over, which is noted with why."""
        why = next((one.why for one in self.mapping.skip if self.table.suits(row, one)), "")
        why = why or unfit(self._used(row.cells))
        if why:
            self.ledger.leave_out(why, row.number, rows)
        return bool(why)

    def _of_row(self, row: Row) -> Iterator[Made]:
        """The facts of a row; where there is none, why is noted."""
        why = ""
        found = False
        for template in self.mapping.templates:
            if self.is_for(template, row):
                try:
                    made = self.made(template, row)._replace(rows=((row.number, self.key(row)),))
                except LeftOutError as error:
                    why = why or str(error)
                else:
                    found = True
                    yield made
        if not found:
            self.ledger.leave_out(why or NO_TEMPLATE, row.number)

    def is_for(self, template: Template, row: Row) -> bool:
        """Whether a template is for a row."""
        suits = self.table.suits
        return (template.where is None or suits(row, template.where)) and not (
            template.unless is not None and suits(row, template.unless)
        )

    def made(self, template: Template, row: Row) -> Made:
        """What a template makes of a row. Raises LeftOutError where it makes nothing."""
        ends: dict[str, tuple[str, ...]] = {}
        for role, values in template.ends.items():
            found = [one for value in values for one in self.table.ids(row, role, value, ends)]
            ends[role] = tuple(dict.fromkeys(found))
        self._refuse_lacking(template, ends)
        texts = {name: self.table.texts(row, name, value) for name, value in template.values.items()}
        told = tuple((name, said) for name, said in texts.items() if said)
        return Made(template, _in_order(template, ends), told, self._dates(template, row), ())

    def _refuse_lacking(self, template: Template, ends: Mapping[str, tuple[str, ...]]) -> None:
        for role in template.needed:
            if not ends.get(role):
                column = template.ends[role][0].column
                raise LeftOutError(f"nobody at the end {role} (column {column}): empty, or a value that matches nobody")

    def _dates(self, template: Template, row: Row) -> tuple[tuple[str, str], ...]:
        found = {word: date for word, value in template.dates.items() if (date := self.table.date(row, value))}
        left, right = (bool(column) and self.table.is_yes(row, column) for column in template.censored)
        if left and "since" in found:
            found["since"] = f"../{found['since']}"
        if right and "until" in found:
            found["seen"] = found.pop("until")
        return tuple(found.items())

    def listed(self, codes: CodeList) -> Iterator[tuple[str, Listed]]:
        """Each code of a list with the actor that it means, and from when until when."""
        for row in self.rows():
            if self.is_left_out(row):
                continue
            since, until = (self._year(row, column) for column in (codes.since, codes.until))
            if codes.last is not None and until is not None and until >= codes.last:
                until = None
            code = self.table.cell(row, codes.code)
            life = Life(since or EARLIEST, until or LATEST)
            found = list(self._whom(codes, code, row, life))
            if not found:
                self.ledger.leave_out("a name that matches nobody", row.number)
            yield from ((code, one) for one in found)

    def _year(self, row: Row, column: str) -> int | None:
        return year_of(self.table.cell(row, column)) if column else None

    def _whom(self, codes: CodeList, code: str, row: Row, life: Life) -> Iterator[Listed]:
        """Whom a code means: whoever was decided on for it, in his years; else whom the row names."""
        decided = [one for one in self.mapping.decisions if (one.scheme, one.value) == (codes.scheme, code)]
        for one in decided:
            first, last = max(one.since or EARLIEST, life.first), min(one.until or LATEST, life.last)
            if first <= last:
                yield Listed(one.actor, Life(first, last))
        if not decided:
            named = self.table.ids(row._replace(year=None), "actor", codes.actor, {})
            yield from (Listed(one, life) for one in named)


class Lookup:
    """A table of which single rows are asked, as where a curator cites one."""

    def __init__(self, mapping: TableMapping, path: Path, schemes: Schemes) -> None:
        """Raises InputError as `made_of` does."""
        self._maker = _Rows(mapping, Delimited(path, mapping.form), schemes)
        self.columns: Mapping[str, int] = self._maker.columns

    def rows(self, keys: Collection[str]) -> dict[str, list[Row]]:
        """The rows of some keys; a row may be named by its number too, as #row=2, and two rows may have one key."""
        found: dict[str, list[Row]] = {}
        for row in self._maker.rows():
            for name in (self._maker.key(row), address(row.number)):
                if name in keys and row not in found.setdefault(name, []):
                    found[name].append(row)
        return found

    def cell(self, row: Row, column: str) -> str:
        """What stands in a column of a row."""
        return self._maker.table.cell(row, column)

    def ids(self, row: Row, role: str, value: Value, others: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The ids of those that a row gives at an end; none where it gives nobody who is known."""
        try:
            return self._maker.table.ids(row, role, value, others)
        except LeftOutError:
            return ()

    def texts(self, row: Row, name: str, value: Value) -> tuple[str, ...]:
        """The texts that a row gives for a field."""
        try:
            return self._maker.table.texts(row, name, value)
        except LeftOutError:
            return ()

    def date(self, row: Row, value: DateValue) -> str:
        """The date that a row gives, as EDTF; nothing where it gives none."""
        try:
            return self._maker.table.date(row, value)
        except LeftOutError:
            return ""

    def is_for(self, template: Template, row: Row) -> bool:
        """Whether a template is for a row."""
        return self._maker.is_for(template, row)


class _Panel(_Rows):
    """Makes spells of rows that say what was so in a year.

    Rows that differ in the year alone are put together first, and then asked about once, or once for each time in
    which a code meant the same.
    """

    def __init__(self, mapping: TableMapping, file: Delimited, schemes: Schemes) -> None:
        super().__init__(mapping, file, schemes)
        self.by = self._year_column()
        asked = {column for one in (*mapping.skip, *_wheres(mapping)) for column in one.columns}
        used = [one for one in dict.fromkeys(_used(mapping)) if one != self.by or one in asked]
        self._kept = _cells([self.columns[column] for column in used])
        self.table.columns = {column: number for number, column in enumerate(used)}
        self._used = tuple
        self._years = _ByText()

    def _year_column(self) -> str:
        """The column of the years. Raises InputError where templates differ in it, or one has no spells."""
        by = {one.spells.by if one.spells else "" for one in self.mapping.templates}
        if len(by) > 1:
            raise InputError(f"{self.mapping.place}: all facts of a mapping make spells by one column, or none does")
        return by.pop()

    def facts(self) -> Iterator[Made]:
        """All spells, in the order of the rows that they begin with."""
        groups = self._grouped()
        years = {year_in(one) for one in self._years.values() if one >= 0}
        of_template = {id(one): Years(years, one.spells) for one in self.mapping.templates if one.spells}
        told: dict[Made, list[int]] = defaultdict(list)
        for cells, group in groups.items():
            row = Row(cells, row_in(group[0]))
            if not self.is_left_out(row, len(group)):
                self._tell(row, group, told)
        for made, observations in told.items():
            yield from self._spelled(made, observations, of_template[id(made.template)])

    def _grouped(self) -> dict[tuple[str, ...], list[int]]:
        """The observations of all rows that differ in their years alone."""
        groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
        years, at, kept = self._years, self.columns[self.by], self._kept
        if self.mapping.unpivot is None:
            width, numbered = len(self.file.columns), self.file.rows()
        else:
            width, numbered = len(self.columns), ((row.number, [*row.cells]) for row in self.rows())
        number = 0
        for number, cells in numbered:
            if len(cells) == width and (year := years[cells[at]]) >= 0:
                groups[kept(cells)].append(year + number)
            elif cells:
                self._note(cells, number, width)
        self.ledger.rows = sum(map(len, groups.values())) + self._noted
        return groups

    _noted = 0

    def _note(self, cells: list[str], number: int, width: int) -> None:
        self._noted += 1
        wrong = f"not {width} cells, as the line of heads has" if len(cells) != width else f"no year in {self.by}"
        self.ledger.leave_out(wrong, number)

    def _tell(self, row: Row, group: list[int], told: dict[Made, list[int]]) -> None:
        """Add what some rows say to what others did."""
        fits = [one for one in self.mapping.templates if self.is_for(one, row)]
        if not fits:
            self.ledger.leave_out(NO_TEMPLATE, row.number, len(group))
        for template in fits:
            for part in parted(group, self._turns(template, row)):
                at = row._replace(number=row_in(part[0]), year=year_in(part[0]))
                try:
                    told[self.made(template, at)] += part
                except LeftOutError as error:
                    self.ledger.leave_out(str(error), at.number, len(part))

    def _turns(self, template: Template, row: Row) -> list[int]:
        """The years from which a code or a name of a row may mean another."""
        found: set[int] = set()
        for value in (one for values in template.ends.values() for one in values):
            if value.scheme and value.column:
                found.update(self.table.schemes.turns(value.scheme, self.table.cell(row, value.column)))
        return sorted(found)

    def _spelled(self, made: Made, observations: list[int], years: Years) -> Iterator[Made]:
        for spell in spells_of(observations, years):
            limits = limits_of(spell, years)
            rows = dict.fromkeys((row_in(spell.first), row_in(spell.last)))
            cited = tuple((number, address(number)) for number in rows)
            yield made._replace(dates=limits.dates, rows=cited, over=limits.over)


class _ByText(dict[str, int]):
    """Each year, as it is written, as an observation without a row; -1 for what is no year."""

    def __missing__(self, cell: str) -> int:
        year = year_of(cell.strip())
        found = self[cell] = -1 if year is None else observed(year, 0)
        return found


def _in_order(template: Template, ends: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Each role with who stands there; of a fact without direction, the two ends in the order of their ids."""
    found = [(role, one) for role, ids in ends.items() for one in ids]
    pair = template.needed
    if template.unordered and len(pair) == 2 and len(found) >= 2 and found[0][1] > found[1][1]:  # noqa: PLR2004 - two ends
        (role, one), (other_role, other) = found[:2]
        found[:2] = [(role, other), (other_role, one)]
    return tuple(found)
