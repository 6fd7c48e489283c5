"""The graph as tables of CSV: edges and nodes under the names that Gephi knows, and facts with their sentences.

The ends of an edge, and the id of a node, stand first, as igraph and R want them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.sql.of_facts import FACTS
from relgraph.analysis.sql.table import Matter
from relgraph.export.clean import columns, remembered
from relgraph.export.rows import PairRows, Rows, direction_of
from relgraph.export.spreadsheet import csv_text, guarded
from relgraph.facts.days import days_of_actor, days_of_fact
from relgraph.reading.characters import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from relgraph.export.clean import Value
    from relgraph.export.content import Content
    from relgraph.facts.days import Days

_EDGE = ("Source", "Target", "Type", "Kind", "Id", "Label", "Weight")
_NODE = ("Id", "Label")
_NAMED = {"label": "Label", "weight": "Weight"}


def edges(content: Content) -> str:
    """Every edge: of a projection each tied pair, for each way if it is directed."""
    rows = _rows(content)
    way = direction_of(content.pairs).capitalize() if content.projected else "Directed"
    return _table(
        _EDGE,
        (
            {
                "Source": row.source,
                "Target": row.target,
                "Type": way,
                "Kind": row.kind,
                "Id": row.id,
                **_with_days(row.values, days_of_fact(row.values)),
            }
            for row in rows.edges()
        ),
    )


def nodes(content: Content) -> str:
    """Every node."""
    rows = _rows(content)
    own = {name: node for node, name in rows.names.items()}
    actors = content.dataset.actors
    lives = {name: days_of_actor(content.dataset, node) for name, node in own.items() if node in actors}
    return _table(
        _NODE,
        (
            {"Id": row.id, **_with_days(row.values, lives.get(row.id) or days_of_fact(row.values))}
            for row in rows.nodes()
        ),
    )


def facts(content: Content) -> str:
    """Every fact, as the table `facts` of SQL has it."""
    rows = FACTS.rows(Matter(content.dataset, content.view))
    return csv_text(FACTS.heads, (_cleaned(["" if cell is None else str(cell) for cell in row]) for row in rows))


def _cleaned(cells: list[str]) -> list[str]:
    """Clean cells; the row is looked at as a whole first, since most have nothing to be cleaned."""
    whole = "".join(cells)
    return cells if whole.isascii() and whole.isprintable() else [*map(clean_text, cells)]


def _rows(content: Content) -> Rows | PairRows:
    return PairRows(content.pairs) if content.projected else Rows(content.dataset, content.graph, drawn=False)


def _with_days(values: Mapping[str, Value], days: Days) -> dict[str, Value]:
    """The attributes under the names that Gephi knows, with the full days."""
    given = {_NAMED.get(name, name): value for name, value in values.items()}
    told = {"date_start": days.start, "date_end": days.end, "date_precision": days.precision}
    return {**given, **{name: day for name, day in told.items() if day}}


def _table(first: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """Rows under their columns, those named `first` before the others."""
    kept = list(rows)
    found = sorted(
        columns(kept), key=lambda one: (first.index(one.name) if one.name in first else len(first), one.name)
    )
    cells = [(column.name, remembered(column, guarded)) for column in found]
    heads = [column.name for column in found] if kept else first
    return csv_text(heads, ([cell(row[name]) if name in row else "" for name, cell in cells] for row in kept))
