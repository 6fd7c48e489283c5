"""What comes of a table: the facts that its rows make, or whom the codes of a list mean, with the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.tables.mapping import Template
    from relgraph.tables.readers import MadeActor
    from relgraph.tables.report import Report
    from relgraph.tables.schemes import Listed


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


def address(row: int) -> str:
    """The address of a row as RFC 7111 has it: #row=2."""
    return f"#row={row}"


def cell_address(row: int, column: int) -> str:
    """The address of a cell as RFC 7111 has it: #cell=2,5 is row 2, column 5, both from 1."""
    return f"#cell={row},{column}"
