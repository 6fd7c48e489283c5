"""The interactive page: the whole graph with its evidence in one HTML file that asks the network for nothing.

Built with pyvis (vis-network inside) and a template, styles and scripts of our own, which are kept as
readable files beside this module and set inline. The scripts are ES modules by subject; `bundle` joins them.

It keeps everything: nodes, edges, facts with evidence, names. It keeps no text of a source, unless a person asks
for the cited paragraphs, for a machine of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.collector import paused_collector

if TYPE_CHECKING:
    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.webpage.data.drawing import Drawing
    from relgraph.webpage.data.payload_types import Payload

TITLE = "International relations: who is tied to whom"


def page_html(
    dataset: Dataset,
    graph: nx.MultiDiGraph[str] | Drawing,
    view: View = DEFAULT_VIEW,
    *,
    title: str = TITLE,
    paragraphs: bool = False,
    stories: bool = True,
) -> str:
    """Write the page of a graph built from a dataset, as one string.

    In place of a graph of networkx it takes what `webpage.data.drawing` draws of a view, which takes less time.
    The same graph gives the same page, byte for byte. The `view` of which it was built is told under the heading. With
    `paragraphs` it holds the text of each paragraph cited, and says so: such a page is for the machine of a person who
    has the texts. Raises MisuseError when none of them is at hand. A page of all facts tells the `stories` of the
    dataset too; raises InputError where one says more than it shows.
    """
    if paragraphs and not dataset.library.texts:
        raise MisuseError("no text of a source is at hand: name their folder with --texts or RELGRAPH_TEXTS")
    from relgraph.webpage.data.lead import lead  # noqa: PLC0415 - only the page asks for it
    from relgraph.webpage.data.payload import payload  # noqa: PLC0415 - so is the layout
    from relgraph.webpage.network import PageNetwork  # noqa: PLC0415 - pyvis is slow to import

    with paused_collector():
        data = payload(dataset, graph, view, paragraphs=paragraphs, stories=stories)
        network = PageNetwork(title, lead(data), _rest(data))
        network.add_records(data["nodes"], data["edges"])
        return network.generate_html()


def _rest(data: Payload) -> dict[str, object]:
    """All of the payload but the nodes and edges, which a network of pyvis is given one by one."""
    return {name: value for name, value in data.items() if name not in {"nodes", "edges"}}
