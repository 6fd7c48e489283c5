"""The rows of a table, those that are passed over noted with why, and what each of the others makes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.tables.columns import cells_at, places_of, shown_by
from relgraph.tables.delimited import unfit
from relgraph.tables.made import address
from relgraph.tables.readers import LeftOutError, Row, Table, UnfitCellError
from relgraph.tables.report import Ledger
from relgraph.tables.templates import TemplateReader
from relgraph.tables.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.tables.delimited import Delimited
    from relgraph.tables.made import Made
    from relgraph.tables.mapping import TableMapping
    from relgraph.tables.schemes import Schemes

NO_TEMPLATE = "the mapping has no facts for such a row"


class OfRow(NamedTuple):
    """The facts that a row makes by itself; why, where it makes nothing, even with others; what in it is `unfit`."""

    made: list[Made]
    why: str
    unfit: list[str]


class Rows:
    """The rows of one table, with what is known of its columns; `facts` are what they make, each by itself.

    `readers` are of the templates that make no spells.
    """

    def __init__(self, mapping: TableMapping, file: Delimited, schemes: Schemes) -> None:
        """Raises InputError where the table lacks a column that the mapping names."""
        self.mapping = mapping
        self.file = file
        self.ledger = Ledger()
        self.columns = places_of(mapping, file)
        self.table = Table(self.columns, mapping.missing, schemes, self.ledger)
        self.readers = [TemplateReader(one, self.table) for one in mapping.templates if one.spells is None]
        self.totals = Totals(self.table, file.path)
        self._turned = mapping.unpivot.of(file.columns) if mapping.unpivot else ()
        self._key = cells_at([self.columns[column] for column in mapping.key])
        self._shown = cells_at([self.columns[column] for column in dict.fromkeys(shown_by(mapping))])

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
                self.ledger.leave_out(not_so_wide(width), number)
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
        """All facts, in the order of the rows; what rows come to together last."""
        for row in self.wanted():
            made, why, unfit_cells = self.of_row(row)
            yield from made
            for told in (why,) if why else dict.fromkeys(unfit_cells):
                self.ledger.leave_out(told, row.number)
        yield from self.totals.facts()

    def wanted(self) -> Iterator[Row]:
        """Every row that is not passed over."""
        return (row for row in self.rows() if not self.is_left_out(row))

    def is_left_out(self, row: Row) -> bool:
        """Whether a row is passed over, which is noted with why."""
        why = why_left_out(self.mapping, self.table, row) or unfit(self._shown(row.cells))
        if why:
            self.ledger.leave_out(why, row.number)
        return bool(why)

    def of_row(self, row: Row) -> OfRow:
        """The facts of a row, or why there is none. What it adds to a total is kept."""
        why, is_added = "", False
        unfit_cells: list[str] = []
        found: list[Made] = []
        for reader in self.readers:
            if reader.is_for(row):
                try:
                    made = reader.made(row)._replace(rows=((row.number, self.key(row)),))
                except LeftOutError as error:
                    why = why or str(error)
                    unfit_cells += [str(error)] if isinstance(error, UnfitCellError) else []
                else:
                    if reader.totals:
                        self.totals.add(made, reader.totals, row)
                        is_added = True
                    else:
                        found.append(made)
        return OfRow(found, "" if found or is_added else why or NO_TEMPLATE, unfit_cells)


def not_so_wide(width: int) -> str:
    """Why a row is left out that has more or fewer cells than there are columns."""
    return f"not {width} cells, as the line of heads has"


def why_left_out(mapping: TableMapping, table: Table, row: Row) -> str:
    """Why the mapping passes a row over; nothing where it does not."""
    return next((one.why for one in mapping.skip if table.suits(row, one)), "")
