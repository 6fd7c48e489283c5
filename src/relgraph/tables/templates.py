"""What a template makes of a row. What a cell means is found out once: there are few different ones in many rows."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from relgraph.tables.made import Made
from relgraph.tables.readers import LeftOutError, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from relgraph.tables.mapping import Template, Value
    from relgraph.tables.readers import Table

MOST_REMEMBERED = 65_536
"""Different cells of a value whose meanings are remembered."""


class TemplateReader:
    """Makes facts of rows by one template."""

    def __init__(self, template: Template, table: Table) -> None:
        self.template = template
        self._table = table
        self._ends = [(role, [_End(table, role, one) for one in some]) for role, some in template.ends.items()]
        self._turning = [end for _, ends in self._ends for end in ends if end.may_turn]
        self._texts = [
            (name, _text_reader(table, name, value)) for name, value in template.values.items() if value.total is None
        ]
        self.totals = tuple([(name, value.total) for name, value in template.values.items() if value.total is not None])
        self._has_dates = bool(template.dates)
        self._several = [role for role, some in template.ends.items() if len(some) > 1]
        self._may_turn_round = template.unordered and len(template.needed) == 2  # noqa: PLR2004 - two ends

    def is_for(self, row: Row) -> bool:
        """Whether the template is for a row."""
        return self._table.is_for(self.template, row)

    def turns(self, cells: Sequence[str], first: int, last: int) -> list[int]:
        """The years behind the first and up to the last from which a code or a name of a row may mean another."""
        found: set[int] = set()
        for end in self._turning:
            turns = end.turns(cells)
            if turns and turns[0] <= last and turns[-1] > first:
                found.update(turns)
        return sorted(year for year in found if first < year <= last) if found else []

    def made(self, row: Row) -> Made:
        """What the template makes of a row, but for totals. Raises LeftOutError where it makes nothing."""
        ends: dict[str, tuple[str, ...]] = {}
        for role, readers in self._ends:
            if len(readers) == 1:
                ends[role] = readers[0].ids(row, ends)
            else:
                ends[role] = tuple(dict.fromkeys([one for reader in readers for one in reader.ids(row, ends)]))
        self._refuse_lacking(ends)
        told = tuple([(name, texts) for name, read in self._texts if (texts := read(row))])
        dates = self._dates(row) if self._has_dates else ()
        found = [(role, one) for role, ids in ends.items() for one in ids]
        if self._may_turn_round:
            _put_in_order(found)
        return Made(self.template, tuple(found), told, dates, ())

    def _refuse_lacking(self, ends: Mapping[str, tuple[str, ...]]) -> None:
        template = self.template
        for role in template.needed:
            if not ends.get(role):
                column = template.ends[role][0].column
                raise LeftOutError(f"nobody at the end {role} (column {column}): empty, or a value that matches nobody")
        for role in self._several:
            if len(ends[role]) == 1:
                columns = " ".join(filter(None, (one.column for one in template.ends[role])))
                raise LeftOutError(f"one alone at the end {role} (columns {columns}): the others match nobody")

    def _dates(self, row: Row) -> tuple[tuple[str, str], ...]:
        template, table = self.template, self._table
        found = {word: date for word, value in template.dates.items() if (date := table.date(row, value))}
        left, right = (bool(column) and table.is_yes(row, column) for column in template.censored)
        if left and "since" in found:
            found["since"] = f"../{found['since']}"
        if right and "until" in found:
            found["seen"] = found.pop("until")
        return tuple(found.items())


class _Remembered:
    """What cells mean, by all that it depends on; not what is noted, which is to be noted each time.

    The columns are those that the rows have: those of a panel lack the year, which is told with the row.
    """

    def __init__(self, table: Table, columns: Iterable[str]) -> None:
        places = [table.columns[one] for one in columns if one in table.columns]
        self.cells: Callable[[Sequence[str]], Hashable] = itemgetter(*places) if places else lambda _: ()
        self.found: dict[Hashable, tuple[str, ...]] = {}
        self._ledger = table.ledger

    def read(self, key: Hashable, read: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """What is read now, which is remembered under a key."""
        noted = self._ledger.noted
        found = read()
        if noted == self._ledger.noted and len(self.found) < MOST_REMEMBERED:
            self.found[key] = found
        return found


class _End:
    """Reads whom a value gives at an end."""

    def __init__(self, table: Table, role: str, value: Value) -> None:
        self.may_turn = bool(value.scheme and value.column)
        self._table = table
        self._role = role
        self._value = value
        self._part_of = value.make.part_of if value.make else ""
        self._remembered = _Remembered(table, value.columns)
        self._at = table.columns[value.column] if value.column else 0
        self._turns: dict[str, list[int]] = {}

    def ids(self, row: Row, others: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The ids of those at the end; `others` are those at the ends before."""
        time = row.year
        if time is not None and self.may_turn:  # a cell means the same from one turn to the next
            turns = self.turns(row.cells)
            time = bisect_right(turns, time) if turns else 0
        key = (self._remembered.cells(row.cells), time, others.get(self._part_of) if self._part_of else None)
        found = self._remembered.found.get(key)
        if found is None:
            return self._remembered.read(key, lambda: self._table.ids(row, self._role, self._value, others))
        return found

    def turns(self, cells: Sequence[str]) -> list[int]:
        """The years from which its cell may mean another than the year before, in order."""
        cell = cells[self._at]
        found = self._turns.get(cell)
        if found is None:
            parts, turns = self._table.parts(Row(cells, 0), self._value), self._table.schemes.turns
            found = sorted({year for part in parts for year in turns(self._value.scheme, part)})
            if len(self._turns) < MOST_REMEMBERED:
                self._turns[cell] = found
        return found


def _text_reader(table: Table, name: str, value: Value) -> Callable[[Row], tuple[str, ...]]:
    """A function that reads the texts of a field; those that a mapping names are few, and remembered."""
    if not value.values and not value.flags:
        return lambda row: table.texts(row, name, value)
    remembered = _Remembered(table, value.columns)

    def read(row: Row) -> tuple[str, ...]:
        key = remembered.cells(row.cells)
        found = remembered.found.get(key)
        return found if found is not None else remembered.read(key, lambda: table.texts(row, name, value))

    return read


def _put_in_order(ends: list[tuple[str, str]]) -> None:
    """Turn the first two ends round that do not stand in the order of their ids."""
    if len(ends) > 1 and ends[0][1] > ends[1][1]:
        (role, one), (other_role, other) = ends[:2]
        ends[:2] = [(role, other), (other_role, one)]
