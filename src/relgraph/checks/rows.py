"""Whether a row that a curator cites says what the fact says.

Facts that an import made of a table need none of it: they are what its columns say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Citation


def row_borne_out(case: Case, context: Context) -> Findings:
    """A row that is cited is there, and gives every end, figure, date and level of the fact in its columns."""
    for citation in case.fact.evidence:
        card = context.library.cards.get(citation.source)
        if card is not None and (card.table is None) == bool(citation.row):
            is_table = card.table is not None
            told = "a table: cite row, and columns" if is_table else "no table: cite p, and terms"
            yield citation.place, f"{citation.source} is {told}"
        elif citation.row and not citation.paragraph and card is not None:
            yield from ((citation.place, wrong) for wrong in _wrong(case, citation, context))


def _wrong(case: Case, citation: Citation, context: Context) -> Iterator[str]:
    """What the row does not say of the fact."""
    from relgraph.checks.row_contents import wrong_with  # noqa: PLC0415 - few datasets cite tables

    return wrong_with(case, citation, context)
