"""relgraph: what documents say about international relations, as a graph that can be questioned.

In the folder that `relgraph init` makes:

>>> import relgraph
>>> dataset = relgraph.load("graph")
>>> relgraph.path(dataset, "Southland", "Northland").best.rung
'sp'
>>> relgraph.rank(dataset, "degree").ranking[0].name
'Northland'
>>> graph = relgraph.build_graph(dataset)

Answers are frozen records; printed, they read as the commands tell them, and notebooks show them as tables.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from relgraph.version import VERSION

if TYPE_CHECKING:
    from relgraph.analysis.between import between
    from relgraph.analysis.compare import compare
    from relgraph.analysis.diff import difference
    from relgraph.analysis.dossier import dossier
    from relgraph.analysis.gaps import gaps
    from relgraph.analysis.listing import list_facts
    from relgraph.analysis.lookup import lookup
    from relgraph.analysis.matrix import matrix
    from relgraph.analysis.measures.ranking import rank
    from relgraph.analysis.measures.years import rank_years
    from relgraph.analysis.passages import read_source
    from relgraph.analysis.paths.find import find_path as path
    from relgraph.analysis.paths.wanted import Wanted
    from relgraph.analysis.sql.query import sql
    from relgraph.analysis.timeline import timeline
    from relgraph.analysis.totals import totals
    from relgraph.analysis.two_days import compare_days
    from relgraph.export.jsonl import read_jsonl
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.load import load
    from relgraph.facts.machine_read.dataset import with_machine_read
    from relgraph.graph.multigraph import build_graph
    from relgraph.graph.projection import projection
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Weighing
    from relgraph.reading.dates import parse_date
    from relgraph.stories.check import check_with_stories as check
    from relgraph.webpage.notebook import page

__version__ = VERSION
__all__ = [
    "Dataset",
    "View",
    "Wanted",
    "Weighing",
    "between",
    "build_graph",
    "check",
    "compare",
    "compare_days",
    "difference",
    "dossier",
    "gaps",
    "list_facts",
    "load",
    "lookup",
    "matrix",
    "page",
    "parse_date",
    "path",
    "projection",
    "rank",
    "rank_years",
    "read_jsonl",
    "read_source",
    "sql",
    "timeline",
    "totals",
    "with_machine_read",
]

_HOMES = {
    "Dataset": ("relgraph.facts.dataset", "Dataset"),
    "View": ("relgraph.graph.views", "View"),
    "Wanted": ("relgraph.analysis.paths.wanted", "Wanted"),
    "Weighing": ("relgraph.graph.weighing", "Weighing"),
    "between": ("relgraph.analysis.between", "between"),
    "build_graph": ("relgraph.graph.multigraph", "build_graph"),
    "check": ("relgraph.stories.check", "check_with_stories"),
    "compare": ("relgraph.analysis.compare", "compare"),
    "compare_days": ("relgraph.analysis.two_days", "compare_days"),
    "difference": ("relgraph.analysis.diff", "difference"),
    "dossier": ("relgraph.analysis.dossier", "dossier"),
    "gaps": ("relgraph.analysis.gaps", "gaps"),
    "list_facts": ("relgraph.analysis.listing", "list_facts"),
    "load": ("relgraph.facts.load", "load"),
    "lookup": ("relgraph.analysis.lookup", "lookup"),
    "matrix": ("relgraph.analysis.matrix", "matrix"),
    "page": ("relgraph.webpage.notebook", "page"),
    "parse_date": ("relgraph.reading.dates", "parse_date"),
    "path": ("relgraph.analysis.paths.find", "find_path"),
    "projection": ("relgraph.graph.projection", "projection"),
    "rank": ("relgraph.analysis.measures.ranking", "rank"),
    "rank_years": ("relgraph.analysis.measures.years", "rank_years"),
    "read_jsonl": ("relgraph.export.jsonl", "read_jsonl"),
    "read_source": ("relgraph.analysis.passages", "read_source"),
    "sql": ("relgraph.analysis.sql.query", "sql"),
    "timeline": ("relgraph.analysis.timeline", "timeline"),
    "totals": ("relgraph.analysis.totals", "totals"),
    "with_machine_read": ("relgraph.facts.machine_read.dataset", "with_machine_read"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module keeps under that name
    """Import a public name when it is first used: start-up is part of speed."""
    if name not in _HOMES:
        message = f"module 'relgraph' has no attribute {name!r}"
        raise AttributeError(message)
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    """The public names, also those not used yet, and what the module holds."""
    return sorted({*globals(), *__all__})
