"""GEXF 1.3, the form of Gephi's timeline, as Gephi, Gephi Lite, graphology and networkx all read it.

What the programs want beyond the standard: days are full ones, and repeated as `date_start` and `date_end` for those
that have no timeline; the relation of an edge is its `kind`, by which Gephi keeps parallel edges apart, and never its
`type`; colours have no alpha; there is one block of attributes for nodes and one for edges.
"""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from relgraph.export.clean import columns, is_missing, remembered
from relgraph.export.rows import OF_FACTS, PairRows, Rows, description_of, direction_of
from relgraph.facts.days import ALWAYS, days_of_actor, days_of_fact
from relgraph.reading.characters import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

    from relgraph.export.clean import Cell, Column, Value
    from relgraph.export.rows import EdgeRow, NodeRow
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.days import Days

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
"""
_TAIL = "</edges>\n</graph>\n</gexf>\n"
_DYNAMIC = ' mode="dynamic" timeformat="date" timerepresentation="interval"'
_DRAWN = {"label", "x", "y", "size", "color", "weight"}
"""What has a place of its own beside the attributes."""


def gexf(dataset: Dataset, graph: nx.MultiDiGraph[str], *, placed: bool = True) -> Iterator[str]:
    """Write a graph line by line: its columns, then each node and each edge in a line of its own.

    Nodes have places if they are to be `placed`, which takes most of the time. The same graph gives the same lines, in
    whichever order its nodes and edges were added.
    """
    rows = Rows(dataset, graph, placed=placed)
    lives = {name: days_of_actor(dataset, node) for node, name in rows.names.items() if node in dataset.actors}

    def nodes() -> Iterator[tuple[NodeRow, Days]]:
        return ((row, lives.get(row.id) or days_of_fact(row.values)) for row in rows.nodes())

    def edges() -> Iterator[tuple[EdgeRow, Days]]:
        return ((row, days_of_fact(row.values)) for row in rows.edges())

    yield _HEAD
    yield from _meta(OF_FACTS)
    yield f'<graph defaultedgetype="directed"{_DYNAMIC}>\n'
    yield from _body(nodes, edges)


def projected(graph: nx.Graph[str]) -> Iterator[str]:
    """Write a projection line by line: one edge a pair (for each way, if directed), its strength for a weight."""
    rows = PairRows(graph)
    yield _HEAD
    yield from _meta(description_of(graph))
    yield f'<graph defaultedgetype="{direction_of(graph)}" mode="static">\n'
    yield from _body(lambda: ((row, ALWAYS) for row in rows.nodes()), lambda: ((row, ALWAYS) for row in rows.edges()))


def _meta(description: str) -> Iterator[str]:
    yield f"<meta><creator>relgraph</creator><description>{escape(description)}</description></meta>\n"


def _body(
    nodes: Callable[[], Iterable[tuple[NodeRow, Days]]], edges: Callable[[], Iterable[tuple[EdgeRow, Days]]]
) -> Iterator[str]:
    of_nodes = _columns(_with_days(row.values, days) for row, days in nodes())
    of_edges = _columns(_with_days(row.values, days) for row, days in edges())
    yield from _declared(of_nodes, "node")
    yield from _declared(of_edges, "edge")
    yield "<nodes>\n"
    cells = _cells(of_nodes)
    for row, days in nodes():
        named = f"id={_quoted(row.id)} label={_quoted(clean_text(str(row.values['label'])))}"
        yield f"<node {named}{_times(days)}>{_values(row.values, days, cells)}{_drawn(row.values)}</node>\n"
    yield "</nodes>\n<edges>\n"
    cells = _cells(of_edges)
    for edge, days in edges():
        yield f"<edge {_edge(edge)}{_times(days)}>{_values(edge.values, days, cells)}{_drawn(edge.values)}</edge>\n"
    yield _TAIL


def _edge(edge: EdgeRow) -> str:
    """The attributes of an edge's own."""
    label = edge.values.get("label")
    named = f" label={quoteattr(clean_text(str(label)))}" if label is not None and not is_missing(label) else ""
    ends = f"source={_quoted(edge.source)} target={_quoted(edge.target)}"
    return f'id={quoteattr(edge.id)} {ends} kind={_quoted(edge.kind)}{named} weight="{edge.values["weight"]}"'


def _with_days(values: Mapping[str, Value], days: Days) -> Mapping[str, Value]:
    if days == ALWAYS:
        return values
    return {**values, "date_start": days.start, "date_end": days.end, "date_precision": days.precision}


def _columns(rows: Iterable[Mapping[str, Value]]) -> tuple[Column, ...]:
    return tuple(column for column in columns(rows) if column.name not in _DRAWN)


def _declared(found: tuple[Column, ...], owner: str) -> Iterator[str]:
    attributes = (
        f'<attribute id="{number}" title="{column.name}" type="{column.type}"/>\n'
        for number, column in enumerate(found)
    )
    yield from chain([f'<attributes class="{owner}" mode="static">\n'], attributes, ["</attributes>\n"])


def _cells(found: tuple[Column, ...]) -> dict[str, Cell]:
    return {column.name: remembered(column, partial(_attvalue, number)) for number, column in enumerate(found)}


def _attvalue(number: int, text: str) -> str:
    return f'<attvalue for="{number}" value={quoteattr(text)}/>'


def _values(values: Mapping[str, Value], days: Days, cells: Mapping[str, Cell]) -> str:
    given = _with_days(values, days)
    found = "".join([cell(given[name]) for name, cell in cells.items() if name in given])
    return f"<attvalues>{found}</attvalues>" if found else ""


def _times(days: Days) -> str:
    start, end = f' start="{days.start}"' if days.start else "", f' end="{days.end}"' if days.end else ""
    return start + end


def _drawn(values: Mapping[str, Value]) -> str:
    """Size, place and colour, of what has them."""
    size = f'<viz:size value="{values["size"]}"/>' if "size" in values else ""
    place = f'<viz:position x="{values["x"]}" y="{values["y"]}"/>' if "x" in values else ""
    return f"{size}{place}{_coloured(str(values['color'])) if 'color' in values else ''}"


@lru_cache(maxsize=1024)
def _coloured(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour[1:])
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


_quoted = lru_cache(maxsize=1 << 16)(quoteattr)
