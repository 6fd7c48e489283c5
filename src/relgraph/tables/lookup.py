"""Single rows of a table, as where a curator cites one: found by key or number, and asked column by column."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from relgraph.tables.delimited import Delimited
from relgraph.tables.made import address, cell_address
from relgraph.tables.readers import LeftOutError
from relgraph.tables.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from relgraph.tables.mapping import DateValue, TableMapping, Template, Value
    from relgraph.tables.readers import Row
    from relgraph.tables.schemes import Schemes


class Lookup:
    """A table of which single rows are asked."""

    def __init__(self, mapping: TableMapping, path: Path, schemes: Schemes) -> None:
        """Raises InputError for a file that cannot be read, or lacks a column."""
        self._rows = Rows(mapping, Delimited(path, mapping.form), schemes)
        self._table = self._rows.table
        self.columns: Mapping[str, int] = self._rows.columns
        self._width = len(self._rows.file.columns)
        self._called: Mapping[str, str] | None = None

    def called(self, ids: Mapping[str, str]) -> Lookup:
        """The same, which gives ids as they are `called` elsewhere."""
        other = copy(self)
        other._called = ids  # noqa: SLF001 - it is of this class
        return other

    def rows(self, keys: Collection[str]) -> dict[str, list[Row]]:
        """The rows of some keys; a row may be named by its number too, as #row=2, and two rows may have one key."""
        found: dict[str, list[Row]] = {}
        for row in self._rows.rows():
            for name in (self._rows.key(row), address(row.number)):
                if name in keys and row not in found.setdefault(name, []):
                    found[name].append(row)
        return found

    def cell(self, row: Row, column: str) -> str:
        """What stands in a column of a row."""
        return self._table.cell(row, column)

    def address(self, row: Row, column: str) -> str:
        """The address of the cell in a column of a row; that of the row, where the file has no such column."""
        number = self.columns[column] + 1
        return cell_address(row.number, number) if number <= self._width else address(row.number)

    def ids(self, row: Row, role: str, value: Value, others: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """The ids of those that a row gives at an end; none where it gives nobody who is known."""
        try:
            found = self._table.ids(row, role, value, others)
            return found if self._called is None else tuple([self._called[one] for one in found])
        except LeftOutError:
            return ()

    def texts(self, row: Row, name: str, value: Value) -> tuple[str, ...]:
        """The texts that a row gives for a field."""
        try:
            return self._table.texts(row, name, value)
        except LeftOutError:
            return ()

    def date(self, row: Row, value: DateValue) -> str:
        """The date that a row gives, as EDTF; nothing where it gives none."""
        try:
            return self._table.date(row, value)
        except LeftOutError:
            return ""

    def is_for(self, template: Template, row: Row) -> bool:
        """Whether a template is for a row."""
        return self._table.is_for(template, row)
