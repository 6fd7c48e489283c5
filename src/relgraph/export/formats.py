"""The formats of an export, each a record that describes itself; help texts and choices come from here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from relgraph.errors import MisuseError
from relgraph.reading.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx

    from relgraph.facts.dataset import Dataset

    Project: TypeAlias = "Callable[[nx.Graph[str]], Iterable[str]]"
    Write: TypeAlias = "Callable[[Dataset, nx.MultiDiGraph[str]], Iterable[str]]"


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a graph can be handed on: what it `keeps` and `loses`, and the function that writes it.

    `write` takes a dataset and a graph of it (`build_graph`) and gives the text of the file piece by piece;
    `with_paragraphs` does the same with the paragraphs that the facts cite in it, in formats that can hold them;
    `unplaced` does it without places, in formats whose readers lay a network out themselves;
    `projected` writes a projection (`graph.projection.projection`): what to measure on, in formats of networks.
    """

    name: str
    ending: str
    purpose: str
    keeps: str
    loses: str
    write: Write
    with_paragraphs: Write | None = None
    unplaced: Write | None = None
    projected: Project | None = None


def _graphml(dataset: Dataset, graph: nx.MultiDiGraph[str], *, placed: bool = True) -> Iterable[str]:
    from relgraph.export.graphml import graphml  # noqa: PLC0415 - only the format asked for is imported

    yield from graphml(dataset, graph, placed=placed)


def _projected_graphml(graph: nx.Graph[str]) -> Iterable[str]:
    from relgraph.export.graphml import projected  # noqa: PLC0415 - as above

    yield from projected(graph)


def _html(dataset: Dataset, graph: nx.MultiDiGraph[str], *, paragraphs: bool = False) -> Iterable[str]:
    from relgraph.webpage import page_html  # noqa: PLC0415 - as above

    yield page_html(dataset, graph, paragraphs=paragraphs)


FORMATS: tuple[Format, ...] = (
    Format(
        name="html",
        ending="html",
        purpose="one page for any browser, which asks the network for nothing",
        keeps="every node and edge with its facts, their evidence and all names",
        loses="the texts of the sources, unless --paragraphs asks for those cited",
        write=_html,
        with_paragraphs=partial(_html, paragraphs=True),
    ),
    Format(
        name="graphml",
        ending="graphml",
        purpose="for Gephi, Gephi Lite, Cytoscape, yEd, igraph and networkx",
        keeps="every node and edge, parallel ones apart, with all attributes, places and colours",
        loses="the terms that are cited, what is disputed or denied, and the timeline: dates are text",
        write=_graphml,
        unplaced=partial(_graphml, placed=False),
        projected=_projected_graphml,
    ),
)


def format_named(name: str) -> Format:
    """Find a format by its name. Raises MisuseError for a name that is none."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise MisuseError(f"{name} is not a format{did_you_mean(name, [one.name for one in FORMATS])}")
