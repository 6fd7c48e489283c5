"""What is handed on: the facts of a view, as a graph of all of them or as the network that measures are taken on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.export.links import linked
from relgraph.export.rows import direction_of
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.graph.weighing import PLAIN
from relgraph.reading.plurals import counted, of_them

if TYPE_CHECKING:
    import sqlite3

    import networkx as nx

    from relgraph.analysis.listing import Listing
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.lines import Lines
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Weighing


@dataclass(frozen=True)
class Content:
    """A dataset as it is known, and what of it a file is to hold.

    `view` is the view asked for, `isolates` whether actors stay that nothing ties; `projected` asks for the network of
    paths and ranks instead of every fact, `paragraphs` for the cited paragraphs too, `placed` for places of nodes.
    Nodes and edges are to lead to the page of the same facts that is at the address `page`. `weighing` says which
    network is asked for, where it is not that of paths and ranks.
    """

    dataset: Dataset
    view: View = DEFAULT_VIEW
    isolates: bool = True
    projected: bool = False
    paragraphs: bool = False
    placed: bool = True
    page: str | None = None
    weighing: Weighing = PLAIN

    @property
    def wide(self) -> View:
        """The view with facts of every status let in, unless a day or statuses were asked for."""
        if self.view.as_of is not None or self.view.statuses:
            return self.view
        return self.view.widened()

    @cached_property
    def lines(self) -> Lines:
        """Every fact of the wide view as nodes and lines."""
        from relgraph.graph.lines import lines_of  # noqa: PLC0415 - it is not needed for a table

        return lines_of(self.dataset, self.wide, isolates=self.isolates)

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """Every fact of the wide view, as `build_graph` has it."""
        from relgraph.graph.multigraph import graph_of  # noqa: PLC0415 - as above

        graph = graph_of(self.dataset, self.lines)
        return linked(graph, self.page) if self.page else graph

    @cached_property
    def pairs(self) -> nx.Graph[str]:
        """The projection of the view asked for."""
        from relgraph.graph.projection import projection  # noqa: PLC0415 - as above

        return projection(self.dataset, self.view, isolates=self.isolates, weighing=self.weighing)

    @cached_property
    def facts(self) -> Listing:
        """The facts of the view asked for, of whatever status, disputed, denied and withdrawn ones too."""
        from relgraph.analysis.listing import list_facts  # noqa: PLC0415 - it is not needed for a graph

        return list_facts(self.dataset, self.view)

    @cached_property
    def tables(self) -> sqlite3.Connection:
        """The tables of the view asked for, as `relgraph sql` asks them: those that are kept, where some are."""
        from relgraph.analysis.sql.kept_tables import tables  # noqa: PLC0415 - as above

        return tables(self.dataset, self.view, isolates=self.isolates)

    @property
    def told(self) -> str:
        """What tells it from every other content of the same dataset, in one line."""
        others = (self.isolates, self.projected, self.paragraphs, self.placed, self.page, tuple(self.weighing))
        return f"{self.view.told}, {others}"

    @property
    def size(self) -> str:
        """How many nodes and edges there are, and how many of the edges may not hold."""
        if self.projected:
            linked_pairs = counted(self.pairs.number_of_edges(), "edge")
            return f"{counted(len(self.pairs), 'node')}, {linked_pairs}, {direction_of(self.pairs)}"
        nodes, lines, *_ = self.lines
        return f"{counted(len(nodes), 'node')}, {counted(len(lines), 'edge')}{of_them(self.lines.maybes, 'maybe')}"
