"""All tables, in the order in which they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.tables.of_actors import ACTORS, SOURCES, TIES_TABLE
from relgraph.analysis.tables.of_facts import CITATIONS, ENDS, FACTS, FIGURES

if TYPE_CHECKING:
    from relgraph.analysis.tables.table import Table

TABLES: tuple[Table, ...] = (FACTS, ENDS, CITATIONS, FIGURES, ACTORS, TIES_TABLE, SOURCES)
