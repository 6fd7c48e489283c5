"""Panels: tables whose rows say what was so in a year. Rows that say the same become the spells in which it was so.

Rows that differ in the year alone are put together first, and then asked about once, or once for each time in which a
code meant the same. Where other facts stand beside the spells, each of its row, all rows are asked for these as well.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from relgraph.errors import InputError
from relgraph.tables.alike import observe
from relgraph.tables.columns import cells_at, telling, used_by
from relgraph.tables.delimited import unfit
from relgraph.tables.made import Made, address
from relgraph.tables.readers import LeftOutError, Row, Table
from relgraph.tables.rows import NO_TEMPLATE, Rows, not_so_wide, why_left_out
from relgraph.tables.schemes import year_of
from relgraph.tables.spells import NONE_UNKNOWN, Years, no_observations, observed, parted, row_in, spells_of, year_in
from relgraph.tables.templates import TemplateReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relgraph.tables.delimited import Delimited
    from relgraph.tables.mapping import TableMapping
    from relgraph.tables.schemes import Schemes
    from relgraph.tables.spells import Observations

MOST_GROUPS = 1_000_000
"""Rows that differ in more than the year are put together into so many groups; each is held while the table is read."""
NOT_KNOWN = "says that nothing is known in that year"


_Said: TypeAlias = tuple[int, tuple[tuple[str, str], ...], tuple[tuple[str, tuple[str, ...]], ...]]
"""What rows say: by which of the templates, and which ends and values it makes of them."""
_Told: TypeAlias = dict[_Said, "list[Observations]"]
"""The observations of all that is said, in parts."""


class Panel:
    """Makes spells of the rows of one table, and the facts beside them that are each of its row."""

    def __init__(self, mapping: TableMapping, file: Delimited, schemes: Schemes) -> None:
        """Raises InputError where templates differ in the column of their years, or the table lacks a column."""
        self._rows = Rows(mapping, file, schemes)
        self._mapping = mapping = _of_spells(mapping, but_for_skipped=bool(self._rows.readers))
        self.ledger = self._rows.ledger
        self._by = _year_column(mapping)
        asked = telling(mapping)
        used = [one for one in dict.fromkeys(used_by(mapping)) if one != self._by or one in asked]
        self._kept = cells_at([self._rows.columns[column] for column in used])
        columns = {column: number for number, column in enumerate(used)}
        self.table = Table(columns, mapping.missing, schemes, self.ledger)
        self.table.actors = self._rows.table.actors
        unknown = {at: one.of_unknown for at, one in enumerate(mapping.templates) if one.of_unknown is not None}
        self._readers = [TemplateReader(one, self.table) for one in (*mapping.templates, *unknown.values())]
        self._of_unknown = dict(enumerate(unknown, start=len(mapping.templates)))
        self._telling = cells_at([columns[column] for column in sorted(asked)])
        self._fits: dict[tuple[str, ...], tuple[str, tuple[int, ...]]] = {}
        self._fit: set[str] = set()
        self._years = _ByText()

    def facts(self) -> Iterator[Made]:
        """All facts beside the spells in the order of the rows, then all spells in that of their first rows."""
        alone, beside = _Groups(self._rows.file), _Groups(self._rows.file)
        if self._rows.readers:
            yield from self._beside(alone, beside)
            yield from self._rows.totals.facts()
        else:
            self._group(alone)
        told: _Told = defaultdict(list)
        for groups, is_told in ((alone, True), (beside, False)):
            self._ask(groups, told, is_told=is_told)
        years_of = self._years_by_what_is_unknown(told)
        for said in [*told]:
            yield from self._spelled(said, told.pop(said), years_of(said))  # which leaves room for the facts

    def _years_by_what_is_unknown(self, told: _Told) -> Callable[[_Said], Years]:
        """For what is said, the years in which the data would say so; what rows say of the unknown is taken out."""
        years = {year_in(one) for one in self._years.values() if one >= 0}
        spells = [one.spells for one in self._mapping.templates if one.spells]
        unknown: dict[tuple[int, tuple[tuple[str, str], ...]], frozenset[int]] = {}
        for said in [one for one in told if one[0] in self._of_unknown]:
            number, ends, _ = said
            unknown[self._of_unknown[number], ends] = frozenset(map(year_in, chain.from_iterable(told.pop(said))))

        @cache
        def years_but_for(at: int, some: frozenset[int]) -> Years:
            return Years(years, spells[at], some)

        return lambda said: years_but_for(said[0], unknown.get(said[:2], NONE_UNKNOWN))

    def _what_is_for(self, cells: tuple[str, ...], number: int) -> tuple[str, tuple[int, ...]]:
        """Why the mapping has nothing for a row, or the numbers of the templates that are for it."""
        if not self._fit.issuperset(cells):
            why = unfit(cells)
            if why:
                return why_left_out(self._mapping, self.table, Row(cells, number)) or why, ()
            self._fit.update(cells)
        return self._what_is_told_for(cells, number)

    def _what_is_told_for(self, cells: tuple[str, ...], number: int) -> tuple[str, tuple[int, ...]]:
        """The same, of cells that may be used."""
        asked = self._telling(cells)
        found = self._fits.get(asked)
        if found is None:
            row = Row(cells, number)
            why = why_left_out(self._mapping, self.table, row)
            fits = () if why else tuple([at for at, one in enumerate(self._readers) if one.is_for(row)])
            found = self._fits[asked] = (why or ("" if fits else NO_TEMPLATE), fits)
        return found

    def _beside(self, alone: _Groups, beside: _Groups) -> Iterator[Made]:
        """The facts beside the spells. Rows that are of a spell are put together: `alone`, if that is all they make."""
        at, kept = self._rows.columns[self._by], self._kept
        for row in self._rows.rows():
            year = self._years[row.cells[at]]  # one of the data, even where the row is passed over
            if self._rows.is_left_out(row):
                continue
            made, why, unfit_cells = self._rows.of_row(row)
            yield from made
            cells = kept(row.cells)
            is_of_spell = bool(self._what_is_told_for(cells, row.number)[1])
            if is_of_spell and year >= 0:
                (alone if why else beside)[cells].append(year + row.number)
            elif why:
                self.ledger.leave_out(f"no year in {self._by}" if is_of_spell else why, row.number)
                continue
            for told in dict.fromkeys(unfit_cells):
                self.ledger.leave_out(told, row.number)

    def _ask(self, groups: _Groups, told: _Told, *, is_told: bool) -> None:
        """Add what is said of all rows that were put together; `is_told` whether one that says nothing is left out."""
        for cells, group in groups.items():
            why, fits = self._what_is_for(cells, row_in(group[0]))
            if is_told and fits and fits[0] in self._of_unknown:
                why = NOT_KNOWN
            if why:
                self.ledger.leave_out(why, row_in(group[0]), len(group))
            for number in fits:
                self._tell(number, cells, group, told, is_told=is_told)
        groups.clear()  # their cells are needed no more, and there may be very many

    def _group(self, groups: _Groups) -> None:
        """Put the observations of each row that has a year together."""
        years, at, kept, width = self._years, self._rows.columns[self._by], self._kept, len(self._rows.columns)

        def group_of(cells: list[str], number: int) -> Observations | None:
            if len(cells) == width and years[cells[at]] >= 0:
                return groups[kept(cells)]
            self._note(cells, number)
            return None

        if self._mapping.unpivot is None:
            observe(self._rows.file, at, years, group_of)
            self.ledger.rows += sum(map(len, groups.values()))
        else:
            for row in self._rows.rows():
                group = group_of([*row.cells], row.number)
                if group is not None:
                    group.append(years[row.cells[at]] + row.number)

    def _note(self, cells: list[str], number: int) -> None:
        """Note a row that is of no year; those that several are made of are counted where they are read."""
        if self._mapping.unpivot is None:
            self.ledger.rows += 1
        width = len(self._rows.columns)
        wrong = not_so_wide(width) if len(cells) != width else f"no year in {self._by}"
        self.ledger.leave_out(wrong, number)

    def _tell(self, number: int, cells: tuple[str, ...], group: Observations, told: _Told, *, is_told: bool) -> None:
        """Add what a template makes of some rows to what it makes of others."""
        reader = self._readers[number]
        first, last = min(group), max(group)
        turns = reader.turns(cells, year_in(first), year_in(last))
        for part in parted(group, turns) if turns else (group,):
            earliest = min(part) if turns else first
            row = Row(cells, row_in(earliest), year_in(earliest))
            try:
                made = reader.made(row)
            except LeftOutError as error:
                if is_told:
                    self.ledger.leave_out(str(error), row.number, len(part))
            else:
                told[number, made.ends, made.values].append(part)

    def _spelled(self, said: _Said, parts: list[Observations], years: Years) -> Iterator[Made]:
        """The spells of what is said; each cites its first row and its last."""
        number, ends, values = said
        template = self._mapping.templates[number]
        for spell in spells_of(parts[0] if len(parts) == 1 else [*chain.from_iterable(parts)], years):
            dates, over = years.limits(spell)
            yield Made(template, ends, values, dates, tuple([(row, address(row)) for row in spell.rows]), over)


class _Groups(dict[tuple[str, ...], "Observations"]):
    """The observations of all rows that have the same in the columns that count, by their cells there."""

    def __init__(self, file: Delimited) -> None:
        super().__init__()
        self._file = file

    def __missing__(self, cells: tuple[str, ...]) -> Observations:
        """Raises InputError where there are too many."""
        if len(self) >= MOST_GROUPS:
            told = (
                f"more than {MOST_GROUPS:,} rows differ in more than the year; take columns that change each year out"
            )
            raise InputError(f"{self._file.path}: {told}")
        found = self[cells] = no_observations()
        return found


class _ByText(dict[str, int]):
    """Each year, as it is written, as an observation without a row; -1 for what is no year."""

    def __missing__(self, cell: str) -> int:
        year = year_of(cell.strip())
        if year is None:
            return -1
        found = self[cell] = observed(year, 0)
        return found


def _of_spells(mapping: TableMapping, *, but_for_skipped: bool) -> TableMapping:
    """A mapping with its spells alone; without what tells which rows are passed over, where none of these is left."""
    spelled = mapping._replace(templates=tuple(one for one in mapping.templates if one.spells))
    return spelled._replace(skip=()) if but_for_skipped else spelled


def _year_column(mapping: TableMapping) -> str:
    """The column of the years. Raises InputError where templates differ in it."""
    by = sorted({one.spells.by for one in mapping.templates if one.spells})
    if len(by) > 1:
        raise InputError(f"{mapping.place}: all spells of a mapping are by one column, not by {' and '.join(by)}")
    return by[0]
