"""The page in a notebook: shown in a frame of its own, which can do nothing to the notebook around it.

In the folder that `relgraph init` makes:

>>> import relgraph
>>> relgraph.page(relgraph.load("graph"))  # the last line of a cell shows it
<the page of 6 nodes and 9 edges>
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    import networkx as nx

    from relgraph.facts.dataset import Dataset

HEIGHT = 640
MAY = "allow-scripts allow-downloads allow-modals"
"""What the frame may do: draw, hand over a file, print. It shares no origin with the notebook."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that notebooks show, `height` pixels tall; `save` writes it to a file, `html` is the whole of it."""

    html: str = field(repr=False)
    nodes: int
    edges: int
    height: int = HEIGHT

    def __str__(self) -> str:
        """Say what it is where nothing can be drawn."""
        nodes, edges = counted(self.nodes, "node", grouped=True), counted(self.edges, "edge", grouped=True)
        return f"<the page of {nodes} and {edges}>"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        """The page in a frame; its text is escaped, so that nothing of it gets out."""
        from html import escape  # noqa: PLC0415 - only notebooks ask for it

        title = f"Network of {counted(self.nodes, 'node')} and {counted(self.edges, 'tie')}"
        return (
            f'<iframe title="{title}" sandbox="{MAY}" width="100%" '
            f'height="{self.height:d}" style="border: 0" allow="clipboard-write" srcdoc="{escape(self.html)}"></iframe>'
        )

    def tall(self, height: int) -> Page:
        """The same page in a frame of another height, in pixels."""
        return replace(self, height=height)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file, whole or not at all. Raises OutputError when that cannot be done."""
        from relgraph.writing import write_text  # noqa: PLC0415 - as above

        write_text(path, (self.html,))
        return Path(path)


@paused_collector()
def page(dataset: Dataset, graph: nx.MultiDiGraph[str] | None = None, *, height: int = HEIGHT) -> Page:
    """Make the page of a dataset for a notebook, as `relgraph export html` would.

    Without `graph` it holds everything: facts of every status, and tiers that a later one replaced.
    """
    from relgraph.graph.lines import lines_of  # noqa: PLC0415 - only who shows a page waits for what it takes
    from relgraph.webpage import page_html  # noqa: PLC0415 - the layout is slow to import
    from relgraph.webpage.data.drawing import drawing, drawing_of  # noqa: PLC0415 - as above

    drawn = drawing(dataset, lines_of(dataset)) if graph is None else drawing_of(graph)
    return Page(page_html(dataset, drawn, stories=graph is None), len(drawn.nodes), len(drawn.edges), height)
