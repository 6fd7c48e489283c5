"""The formats of an export, each a record that describes itself; help texts and choices come from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from relgraph.errors import MisuseError
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.reading.plurals import counted
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from relgraph.export.content import Content

    Chunks: TypeAlias = "Iterable[str] | Iterable[bytes]"


def _size(content: Content) -> str:
    return content.size


def _records(content: Content) -> str:
    return _counts(content, len(content.facts))


def _counts(content: Content, facts: int) -> str:
    actors, sources = len(content.dataset.actors), len(content.dataset.library.cards)
    return f"{counted(facts, 'fact')}, {counted(actors, 'actor')}, {counted(sources, 'source')}"


def _nothing(_: Content) -> Mapping[str, Chunks]:
    return {}


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which facts can be handed on: what it `keeps` and `loses`, and the function that writes it.

    `write` takes what is to be written and gives the file piece by piece; `beside` gives further files of it, each by
    the word that its name gets. `size` tells how much there is. A `network` has nodes and edges: it can be written as a
    projection, and lead to a page. `paragraphs` tells whether it can hold those that the facts cite, `places` whether
    it has places of nodes that can be left out.
    """

    name: str
    ending: str
    purpose: str
    keeps: str
    loses: str
    write: Callable[[Content], Chunks]
    beside: Callable[[Content], Mapping[str, Chunks]] = _nothing
    size: Callable[[Content], str] = _size
    network: bool = False
    paragraphs: bool = False
    places: bool = False


def _html(content: Content) -> Iterable[str]:
    from relgraph.webpage import page_html  # noqa: PLC0415 - only the format asked for is imported
    from relgraph.webpage.data.drawing import drawing  # noqa: PLC0415 - as above

    is_whole, drawn = content.view == DEFAULT_VIEW and content.isolates, drawing(content.dataset, content.lines)
    yield page_html(content.dataset, drawn, content.view, paragraphs=content.paragraphs, stories=is_whole)


def _graphml(content: Content) -> Iterable[str]:
    from relgraph.export.graphml import graphml, projected  # noqa: PLC0415 - as above

    if content.projected:
        return projected(content.pairs)
    return graphml(content.dataset, content.graph, placed=content.placed)


def _gexf(content: Content) -> Iterable[str]:
    from relgraph.export.gexf import gexf, projected  # noqa: PLC0415 - as above

    if content.projected:
        return projected(content.pairs)
    return gexf(content.dataset, content.graph, placed=content.placed)


def _edges(content: Content) -> Iterable[str]:
    from relgraph.export.network_csv import edges  # noqa: PLC0415 - as above

    yield edges(content)


def _beside_edges(content: Content) -> Mapping[str, Chunks]:
    from relgraph.export.network_csv import facts, nodes  # noqa: PLC0415 - as above

    return {"nodes": [nodes(content)]} if content.projected else {"nodes": [nodes(content)], "facts": [facts(content)]}


def _jsonl(content: Content) -> Iterable[str]:
    from relgraph.export.jsonl import jsonl  # noqa: PLC0415 - as above

    yield from jsonl(content.dataset, content.view)


def _sqlite(content: Content) -> Iterable[bytes]:
    yield content.tables.serialize()


def _rows(content: Content) -> str:
    [(facts,)] = content.tables.execute("SELECT count(*) FROM facts")
    return _counts(content, facts)


def _panel(content: Content) -> Iterable[str]:
    from relgraph.export.panel import panel_text  # noqa: PLC0415 - as above

    yield from panel_text(content.dataset, content.view)


def _panel_size(content: Content) -> str:
    from relgraph.export.panel import panel  # noqa: PLC0415 - as above

    found = panel(content.dataset, content.view)
    return f"{counted(len(found.pairs), 'pair')} of countries in {counted(len(found.years), 'year')}"


FORMATS: tuple[Format, ...] = (
    Format(
        name="html",
        ending="html",
        purpose="one page for any browser, which asks the network for nothing",
        keeps="every node and edge with its facts, their evidence and all names",
        loses="the texts of the sources, unless --paragraphs asks for those cited",
        write=_html,
        paragraphs=True,
    ),
    Format(
        name="graphml",
        ending="graphml",
        purpose="for Gephi, Gephi Lite, Cytoscape, yEd, igraph and networkx",
        keeps="every node and edge, parallel ones apart, with all attributes, places and colours",
        loses="the terms that are cited, what is disputed or denied, and the timeline: dates are text",
        write=_graphml,
        network=True,
        places=True,
    ),
    Format(
        name="gexf",
        ending="gexf",
        purpose="for Gephi's timeline; Gephi Lite and networkx read it too",
        keeps="what graphml keeps, and from when to when each node and edge was there",
        loses="the terms that are cited, what is disputed or denied; a date without its day is widened to full ones",
        write=_gexf,
        network=True,
        places=True,
    ),
    Format(
        name="csv",
        ending="csv",
        purpose="the edges for Gephi, igraph, R and spreadsheets; nodes and facts beside them, in files of their own",
        keeps="every node and edge with all attributes, and every fact with its sentence, dates and sources",
        loses="places and colours, and the terms that are cited; an apostrophe guards what a spreadsheet would run",
        write=_edges,
        beside=_beside_edges,
        network=True,
    ),
    Format(
        name="jsonl",
        ending="jsonl",
        purpose="statements with their evidence, a JSON object a line, for programs; relgraph.read_jsonl reads it back",
        keeps="everything: facts as written with their places, actors, cards, word indexes and words, and what follows",
        loses="the texts of the sources",
        write=_jsonl,
        size=_records,
    ),
    Format(
        name="panel",
        ending="panel.csv",
        purpose="pairs of countries by year, as csv for statistics; --as-of 1990/2020 picks the years",
        keeps="for each pair and year which kinds held (1), the highest rung, what may have held, and by which facts",
        loses="who else took part; empty is not known, 0 only where a source covers the kind, the two and the year",
        write=_panel,
        size=_panel_size,
    ),
    Format(
        name="sqlite",
        ending="sqlite",
        purpose="one file of tables for SQL, R, pandas and DuckDB: what relgraph sql asks",
        keeps="every fact with ends, citations and figures, disputed and denied ones too, all actors, ties and sources",
        loses="the texts of the sources, their word indexes and the vocabulary",
        write=_sqlite,
        size=_rows,
    ),
)


def format_named(name: str) -> Format:
    """Find a format by its name. Raises MisuseError for a name that is none."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise MisuseError(f"{name} is not a format{did_you_mean(name, [one.name for one in FORMATS])}")
