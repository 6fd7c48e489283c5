"""All tables, in the order in which they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.sql.of_actors import ACTORS, SOURCES, TIES_TABLE
from relgraph.analysis.sql.of_facts import CITATIONS, ENDS, FACTS, FIGURES

if TYPE_CHECKING:
    from relgraph.analysis.sql.table import Table

TABLES: tuple[Table, ...] = (FACTS, ENDS, CITATIONS, FIGURES, ACTORS, TIES_TABLE, SOURCES)
