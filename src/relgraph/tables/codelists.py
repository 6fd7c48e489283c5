"""Lists of codes: which actor each code of a scheme means, from which year until which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.tables.schemes import EARLIEST, LATEST, Life, Listed, year_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.tables.mapping import CodeList
    from relgraph.tables.readers import Row
    from relgraph.tables.rows import Rows


def listed_in(rows: Rows, codes: CodeList) -> Iterator[tuple[str, Listed]]:
    """Each code of a list with the actor that it means, and from when until when."""
    cell = rows.table.cell
    for row in rows.wanted():
        code = cell(row, codes.code)
        found = list(_whom(rows, codes, code, row, _life(rows, codes, row)))
        if not found:
            rows.ledger.leave_out("a name that matches nobody", row.number)
        yield from ((code, one) for one in found)


def _life(rows: Rows, codes: CodeList, row: Row) -> Life:
    """The years in which a row says that a code means somebody; one that the list ends with goes on."""
    since, until = (year_of(rows.table.cell(row, column)) if column else None for column in (codes.since, codes.until))
    if codes.last is not None and until is not None and until >= codes.last:
        until = None
    return Life(since or EARLIEST, until or LATEST)


def _whom(rows: Rows, codes: CodeList, code: str, row: Row, life: Life) -> Iterator[Listed]:
    """Whom a code means: whoever was decided on for it, in his years; else whom the row names."""
    decided = [one for one in rows.mapping.decisions if (one.scheme, one.value) == (codes.scheme, code)]
    for one in decided:
        first, last = max(one.since or EARLIEST, life.first), min(one.until or LATEST, life.last)
        if first <= last:
            yield Listed(one.actor, Life(first, last))
    if not decided:
        named = rows.table.ids(row._replace(year=None), "actor", codes.actor, {})
        yield from (Listed(one, life) for one in named)
