"""GraphML as Gephi, Gephi Lite, Cytoscape, yEd, igraph and networkx all read it.

What the programs want beyond the standard: every edge is directed (`symmetric` tells the others apart);
the XML attribute `label` of an edge is its kind for Gephi, which would merge parallel edges of one kind;
ids of keys are neither shared between nodes and edges nor names that Gephi keeps to itself. Read it back with
`networkx.read_graphml(path, edge_key_type=str, force_multigraph=True)`.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from relgraph.export.clean import columns, remembered
from relgraph.export.rows import OF_FACTS, PairRows, Rows, description_of, direction_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from relgraph.export.clean import Cell, Column, Value
    from relgraph.facts.dataset import Dataset

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_TAIL = "</graph>\n</graphml>\n"


def graphml(dataset: Dataset, graph: nx.MultiDiGraph[str], *, placed: bool = True) -> Iterator[str]:
    """Write a graph line by line: its columns, then each node and each edge in a line of its own.

    Nodes have places if they are to be `placed`, which takes most of the time. The same graph gives the same lines, in
    whichever order its nodes and edges were added.
    """
    yield from _document(Rows(dataset, graph, placed=placed), "directed", OF_FACTS)


def projected(graph: nx.Graph[str]) -> Iterator[str]:
    """Write a projection line by line: one edge a pair (for each way, if directed), its strength for a weight."""
    yield from _document(PairRows(graph), direction_of(graph), description_of(graph))


def _document(rows: Rows | PairRows, default: str, description: str) -> Iterator[str]:
    of_nodes = columns(row.values for row in rows.nodes())
    of_edges = columns(row.values for row in rows.edges())
    yield _HEAD
    yield f"<desc>{escape(description)}</desc>\n"
    yield from _keys(of_nodes, "node")
    yield from _keys(of_edges, "edge")
    yield f'<graph id="relgraph" edgedefault="{default}">\n'
    cells = _cells(of_nodes, "n")
    for node in rows.nodes():
        yield f"<node id={_quoted(node.id)}>{_data(node.values, cells)}</node>\n"
    cells = _cells(of_edges, "e")
    for edge in rows.edges():
        ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
        named = f"id={quoteattr(edge.id)} {ends} label={_quoted(edge.kind)}"
        yield f"<edge {named}>{_data(edge.values, cells)}</edge>\n"
    yield _TAIL


def _keys(found: tuple[Column, ...], owner: str) -> Iterator[str]:
    for name, kind in found:
        yield f'<key id="{owner[0]}_{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'


def _cells(found: tuple[Column, ...], owner: str) -> dict[str, Cell]:
    return {column.name: remembered(column, partial(_datum, f"{owner}_{column.name}")) for column in found}


def _datum(key: str, text: str) -> str:
    return f'<data key="{key}">{escape(text)}</data>'


def _data(values: Mapping[str, Value], cells: Mapping[str, Cell]) -> str:
    return "".join([cell(values[name]) for name, cell in cells.items() if name in values])


_quoted = lru_cache(maxsize=1 << 16)(quoteattr)
