"""Making facts, or a list of codes, of a table by its mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.tables.codelists import listed_in
from relgraph.tables.delimited import Delimited
from relgraph.tables.made import Made, MadeCodes, MadeTable
from relgraph.tables.panels import Panel
from relgraph.tables.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from relgraph.tables.mapping import CodeList, TableMapping
    from relgraph.tables.schemes import Listed, Schemes

MOST_FACTS = 1_000_000


def made_of(mapping: TableMapping, path: Path, schemes: Schemes) -> MadeTable:
    """Read a table by its mapping. Raises InputError for a file that cannot be read, or lacks a column."""
    file = Delimited(path, mapping.form)
    is_panel = any(one.spells for one in mapping.templates)
    maker = Panel(mapping, file, schemes) if is_panel else Rows(mapping, file, schemes)
    facts = tuple(_within_bounds(maker.facts(), path))
    maker.ledger.made = len(facts)
    return MadeTable(facts, tuple(maker.table.actors.values()), maker.ledger.report())


def codes_of(mapping: TableMapping, codes: CodeList, path: Path, schemes: Schemes) -> MadeCodes:
    """Read a list of codes. Raises as `made_of` does."""
    rows = Rows(mapping, Delimited(path, mapping.form), schemes)
    found: dict[str, list[Listed]] = {}
    for code, listed in listed_in(rows, codes):
        found.setdefault(code, []).append(listed)
    rows.ledger.made = sum(map(len, found.values()))
    return MadeCodes(found, rows.ledger.report())


def _within_bounds(facts: Iterable[Made], path: Path) -> Iterator[Made]:
    for number, fact in enumerate(facts):
        if number >= MOST_FACTS:
            raise InputError(f"{path}: row {fact.rows[0][0]}: makes more than {MOST_FACTS:,} facts")
        yield fact
