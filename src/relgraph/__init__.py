"""relgraph: what documents say about international relations, as a graph that can be questioned.

>>> import relgraph
>>> dataset = relgraph.load("graph")
>>> relgraph.path(dataset, "Kenya", "United Kingdom").best.hops
2
>>> relgraph.rank(dataset, "degree").ranking[0].name
'Việt Nam'
>>> graph = relgraph.build_graph(dataset)

Answers are frozen records; printed, they read as the commands tell them, and notebooks show them as tables.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relgraph.analysis.between import between
    from relgraph.analysis.measures.ranking import rank
    from relgraph.analysis.paths.find import Wanted
    from relgraph.analysis.paths.find import find_path as path
    from relgraph.checks.check import check
    from relgraph.facts.dataset import Dataset, load
    from relgraph.graph.multigraph import build_graph
    from relgraph.graph.views import View
    from relgraph.reading.dates import parse_date
    from relgraph.webpage.notebook import page

__version__ = "0.1.0"
__all__ = ["Dataset", "View", "Wanted", "between", "build_graph", "check", "load", "page", "parse_date", "path", "rank"]

_HOMES = {
    "Dataset": ("relgraph.facts.dataset", "Dataset"),
    "View": ("relgraph.graph.views", "View"),
    "Wanted": ("relgraph.analysis.paths.find", "Wanted"),
    "between": ("relgraph.analysis.between", "between"),
    "build_graph": ("relgraph.graph.multigraph", "build_graph"),
    "check": ("relgraph.checks.check", "check"),
    "load": ("relgraph.facts.dataset", "load"),
    "page": ("relgraph.webpage.notebook", "page"),
    "parse_date": ("relgraph.reading.dates", "parse_date"),
    "path": ("relgraph.analysis.paths.find", "find_path"),
    "rank": ("relgraph.analysis.measures.ranking", "rank"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module keeps under that name
    """Import a public name when it is first used: start-up is part of speed."""
    if name not in _HOMES:
        message = f"module 'relgraph' has no attribute {name!r}"
        raise AttributeError(message)
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
