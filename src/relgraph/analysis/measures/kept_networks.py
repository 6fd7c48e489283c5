"""Networks of rankings as they are kept with their dataset: once worked out, each measure is taken without any fact."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from relgraph.analysis.measures.measured import Measured, work_out

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.graph.weighing import Weighing

_TOLD = ("kinds", "summary", "refused", "weight", "facts", "left_out", "direction")


def measured(dataset: Dataset, view: View, asked: Weighing, *, isolates: bool) -> Measured:
    """The network of a view that a weighing asks for, as `work_out` gives it, or as it was kept."""
    if not dataset.workings:
        return work_out(dataset, view, asked, isolates=isolates)
    question = f"ranked: {view.told}, {asked}, isolates={isolates}, {dataset.library.at_hand}"
    text = dataset.workings.find(question)
    with suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError):
        if text is not None:
            return unpacked(text)
    found = work_out(dataset, view, asked, isolates=isolates)
    dataset.workings.keep(question, packed(found))
    return found


def packed(network: Measured) -> str:
    """A network as a text: its nodes, its edges by the numbers of these, and which of the edges are not sure."""
    graph: Any = network.graph  # directed or not; types of networkx know no attributes
    number = {node: at for at, node in enumerate(graph)}
    edges = list(graph.edges(data=True))
    return json.dumps(
        {name: getattr(network, name) for name in _TOLD}
        | {
            "directed": graph.is_directed(),
            "nodes": list(graph),
            "about": list(edges[0][2]) if edges else [],
            "edges": [[number[one], number[other], *about.values()] for one, other, about in edges],
            "unsure": [at for at, (one, other, _) in enumerate(edges) if (one, other) in network.unsure],
        }
    )


def unpacked(text: str) -> Measured:
    """The network that a text tells.

    Raises ValueError, TypeError, LookupError, AttributeError or RecursionError for any other text.
    """
    import networkx as nx

    told = json.loads(text)
    graph: Any = nx.DiGraph() if told["directed"] else nx.Graph()
    nodes, about = told["nodes"], told["about"]
    graph.add_nodes_from(nodes)
    pairs = [(nodes[one], nodes[other]) for one, other, *_ in told["edges"]]
    values = (dict(zip(about, rest, strict=True)) for _, _, *rest in told["edges"])
    graph.add_edges_from((*pair, of_pair) for pair, of_pair in zip(pairs, values, strict=True))
    lists = {"kinds": tuple(told["kinds"]), "left_out": tuple(map(tuple, told["left_out"]))}
    unsure = frozenset(pairs[at] for at in told["unsure"])
    return Measured(graph, unsure=unsure, **{name: told[name] for name in _TOLD} | lists)
