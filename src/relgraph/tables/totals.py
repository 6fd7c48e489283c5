"""What rows come to together: those that say the same in all else are one fact, with the figures of all added up.

A row that gives no figure is not one that gives zero: the total is then said to be at least so much, and a note says
how many rows lack it. Where figures are below zero too not even that is known, and no total is told.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.errors import InputError
from relgraph.reading.plurals import agreeing
from relgraph.tables.mapping import POINT, Total

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relgraph.tables.made import Made
    from relgraph.tables.readers import Row, Table

    _Named: TypeAlias = tuple[tuple[str, Total], ...]
    """Totals by the fields that they are of."""

MOST_ROWS = 1_000_000
"""Rows that are added up, each of which is cited."""
LONGEST = 100
"""Letters of a number; nothing longer is looked through, or remembered."""
NOTE = "note"
_EXACT = Context(prec=200)


class _Part(NamedTuple):
    """What one row gives to a total: a number, None where it gives none, and its unit."""

    number: Decimal | None
    unit: str


class _Sum:
    """What is known of one total so far."""

    def __init__(self) -> None:
        self.number = Decimal(0)
        self.stated = 0
        self.has_below = False

    def add(self, number: Decimal | None) -> None:
        if number is not None:
            self.number = _EXACT.add(self.number, number)
            self.stated += 1
            self.has_below = self.has_below or number < 0


class _Together(NamedTuple):
    """Rows that say the same in all but their figures: what the first makes, the totals, the rows with keys."""

    made: Made
    totals: _Named
    units: tuple[str, ...]
    sums: tuple[_Sum, ...]
    rows: list[tuple[int, str]]

    def fact(self) -> Made:
        """What they make."""
        told = [(total, unit, one) for (_, total), unit, one in zip(self.totals, self.units, self.sums, strict=True)]
        figures = [(name, self._figure(*one)) for (name, _), one in zip(self.totals, told, strict=True)]
        said = dict(self.made.values) | {name: (figure,) for name, figure in figures if figure}
        notes = [*said.get(NOTE, ()), *filter(None, (self._note(total, one) for total, _, one in told))]
        values = said | ({NOTE: ("; ".join(notes),)} if notes else {})
        return self.made._replace(values=tuple(values.items()), rows=tuple(self.rows))

    def _lacks(self, total: Total, one: _Sum) -> bool:
        """Whether some rows give a figure, and others none."""
        return not total.counted and 0 < one.stated < len(self.rows)

    def _figure(self, total: Total, unit: str, one: _Sum) -> str:
        """A total as a figure is written; nothing where none can be told."""
        lacks = self._lacks(total, one)
        if (lacks and one.has_below) or not (one.stated or total.counted):
            return ""
        number = str(one.stated) if total.counted else _written(one.number)
        return " ".join(filter(None, ("at least" if lacks else "", number, unit)))

    def _note(self, total: Total, one: _Sum) -> str:
        """What is to be said of rows that give no figure."""
        if not self._lacks(total, one):
            return ""
        lacking = len(self.rows) - one.stated
        told = f"{lacking} of {len(self.rows)} rows {agreeing(lacking, 'gives', 'give')} no {total.column}"
        return f"{told}, and others are below zero, so that no sum can be told" if one.has_below else told


class Totals:
    """All totals of a table."""

    def __init__(self, table: Table, path: Path) -> None:
        self._table = table
        self._path = path
        self._found: dict[object, _Together] = {}
        self._rows = 0

    def add(self, made: Made, totals: _Named, row: Row) -> None:
        """Add what a row gives to the totals of all that say the same. Raises InputError where rows are too many."""
        self._rows += 1
        if self._rows > MOST_ROWS:
            raise InputError(f"{self._path}: row {row.number}: more than {MOST_ROWS:,} rows would be added up")
        parts = [self._part(row, total) for _, total in totals]
        units = tuple([part.unit for part in parts])
        key = (id(made.template), made.ends, made.values, made.dates, units)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = _Together(made, totals, units, tuple([_Sum() for _ in totals]), [])
        found.rows.extend(made.rows)
        for one, part in zip(found.sums, parts, strict=True):
            one.add(part.number)

    def facts(self) -> Iterator[Made]:
        """What rows make together, in the order of the first of each."""
        return (one.fact() for one in self._found.values())

    def _part(self, row: Row, total: Total) -> _Part:
        unit = self._table.cell(row, total.unit_column) if total.unit_column else total.unit
        cell = self._table.cell(row, total.column)
        if total.counted:
            return _Part(Decimal(1) if cell else None, unit)
        number = _number(cell, total.decimal) if 0 < len(cell) <= LONGEST else None
        if cell and number is None:
            self._table.ledger.leave_out(
                f"no number in column {total.column}: the row counts as one without", row.number
            )
        return _Part(number, unit)


@lru_cache(maxsize=65_536)
def _number(cell: str, decimal: str) -> Decimal | None:
    """A cell as a number: 12, 1,234.50, 1.2e+07; None where it is none."""
    if not _pattern(decimal).fullmatch(cell):
        return None
    return Decimal(_PARTED.sub("", cell.replace(decimal, "_")).replace("_", POINT))


_PARTED = re.compile("[.,' \u00a0\u202f\u2009]")


@cache
def _pattern(decimal: str) -> re.Pattern[str]:
    """Numbers in digits, parted in threes or not at all, by marks that are not the decimal one."""
    parted = "".join(sorted({*".,' \u00a0\u202f\u2009"} - {decimal}))
    mark = re.escape(decimal)
    whole = rf"\d{{1,3}}(?:([{parted}])\d{{3}})(?:\1\d{{3}}){{0,9}}|\d{{1,30}}"
    return re.compile(
        rf"[-+]?(?:(?:{whole})(?:{mark}\d{{0,30}})?|{mark}\d{{1,30}})(?:e[-+]?\d{{1,2}})?", re.ASCII | re.IGNORECASE
    )


def _written(number: Decimal) -> str:
    """A number in digits, without zeros behind it."""
    return f"{number.normalize(_EXACT):f}" if number else "0"
