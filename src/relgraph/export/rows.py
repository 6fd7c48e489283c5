"""A graph as the rows of a file: nodes and edges with clean ids, places, sizes, colours and weights.

What `graph.multigraph` documents stays as it is. Added are, for a node: `x`, `y` (upwards, as in Gephi; the
page counts downwards), `size`, `color`; for an edge: `edge_id` (some readers lose the id itself),
`interaction` (how its source stands to its target: the role, or else the relation), `weight` (its strength,
above 0) and `color`.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from relgraph.export.clean import Ids, clean_id, is_missing
from relgraph.export.palette import edge_colour, node_colour, node_size
from relgraph.facts.tiers import ladder_of
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    import networkx as nx

    from relgraph.export.clean import Value
    from relgraph.facts.dataset import Dataset

OF_FACTS = (
    "Every fact of a relgraph dataset as an edge, directed in this file; symmetric tells those that have no direction. "
    "To look at; to measure on, take the projection (--projection)."
)
OF_PAIRS = (
    "The network that relgraph's paths and ranks are taken on: undirected, an edge for each tied pair; weight and "
    "strength are more for what is closer, distance is less. To measure on; to look at every fact, take the graph."
)
OF_LINKS = (
    "A network that relgraph took from its facts to measure on: {}; weight and strength are more for what is closer, "
    "ties is how many facts, things in common or joint votes an edge stands for."
)
"""What a file says of itself."""

LEAST_WEIGHT = 0.001  # a weight of 0 would make Gephi drop the edge


class NodeRow(NamedTuple):
    """A node of a file."""

    id: str
    values: Mapping[str, Value]


class EdgeRow(NamedTuple):
    """An edge of a file. No two of one source and target have the same `kind`: its relation, with #2, #3 behind it."""

    id: str
    source: str
    target: str
    kind: str
    values: Mapping[str, Value]


class _Named:
    """A graph whose nodes have ids of their own in a file."""

    def __init__(self, graph: nx.Graph[str]) -> None:
        self._nodes = _named(graph)

    @property
    def names(self) -> Mapping[str, str]:
        """The id that each node has in the file, by its own."""
        return self._nodes


class Rows(_Named):
    """The rows of a graph, in order of id; they can be gone through again and are not kept.

    Nodes have `x` and `y` if they are to be `placed`. Rows that are not `drawn` have no sizes and colours either.
    """

    def __init__(
        self, dataset: Dataset, graph: nx.MultiDiGraph[str], *, placed: bool = True, drawn: bool = True
    ) -> None:
        self._dataset = dataset
        self._placed, self._drawn = placed, drawn
        super().__init__(graph)
        self._graph = graph

    def nodes(self) -> Iterator[NodeRow]:
        """Every node; its label is its id where it has no other."""
        for node, name in self._nodes.items():
            given: Mapping[str, Value] = self._graph.nodes[node]
            label = _label(name, given)
            if not self._drawn:
                yield NodeRow(name, {**given, "label": label})
                continue
            drawn: dict[str, Value] = {
                "label": label,
                **(self._place(node) if self._placed else {}),
                "size": node_size(self._graph.degree(node)),
                "color": node_colour(str(given.get("kind", ""))),
            }
            yield NodeRow(name, {**given, **drawn})

    def edges(self) -> Iterator[EdgeRow]:
        """Every edge, by source, target and key."""
        ids = Ids()
        for source, name in self._nodes.items():
            for target in sorted(self._graph[source]):
                alike: Counter[str] = Counter()
                for key, given in sorted(self._graph[source][target].items()):
                    relation = clean_id(given["relation"])
                    alike[relation] += 1
                    kind = relation if alike[relation] == 1 else f"{relation}#{alike[relation]}"
                    yield self._edge(EdgeRow(ids.give(key), name, self._nodes[target], kind, given))

    def _edge(self, bare: EdgeRow) -> EdgeRow:
        """Return the edge with what is added to its attributes."""
        given = bare.values
        added: dict[str, Value] = {
            "edge_id": bare.id,
            "interaction": given.get("role") or given["relation"],
            "weight": _weight(given["strength"]),
        }
        if self._drawn:
            ended = given.get("effect") == Effect.ENDED
            added["color"] = edge_colour(str(given["relation"]), self._height(given), ended=ended)
        return bare._replace(values={**given, **added})

    def _place(self, node: str) -> dict[str, Value]:
        x, y = self._places[node]
        return {"x": x, "y": y}

    @cached_property
    def _places(self) -> dict[str, tuple[float, float]]:
        from relgraph.layout.positions import positions  # noqa: PLC0415 - it takes numpy

        return {node: (_rounded(x), _rounded(-y)) for node, (x, y) in positions(self._graph).items()}

    def _height(self, given: Mapping[str, Any]) -> float | None:
        """Where an edge stands on its ladder, 0 the lowest rung (or a label beside) and 1 the highest."""
        if "tier" not in given:
            return None
        highest = len(ladder_of(self._dataset.by_id[given["fact"]], self._dataset.vocabulary).rungs)
        height: float = max(0, given["rung"] - 1) / max(1, highest - 1)
        return height


class PairRows(_Named):
    """The rows of a projection, in order of id: a node for each actor, an edge for each pair, `weight` its strength."""

    def __init__(self, graph: nx.Graph[str]) -> None:
        super().__init__(graph)
        self._graph = graph

    def nodes(self) -> Iterator[NodeRow]:
        """Every node with its attributes; its label is its id where it has no other."""
        for node, name in self._nodes.items():
            given: Mapping[str, Value] = self._graph.nodes[node]
            yield NodeRow(name, {**given, "label": _label(name, given)})

    def edges(self) -> Iterator[EdgeRow]:
        """Every edge, by its two ends."""
        number = 0
        for source, name in self._nodes.items():
            for target, given in sorted(self._graph[source].items()):
                if self._graph.is_directed() or source < target:
                    number += 1
                    values = {**given, "weight": _weight(given["strength"])}
                    yield EdgeRow(f"e{number}", name, self._nodes[target], clean_id(given["relation"]), values)


def direction_of(graph: nx.Graph[str]) -> str:
    """Whether the edges of a projection have a direction: directed or undirected."""
    return "directed" if graph.is_directed() else "undirected"


def description_of(graph: nx.Graph[str]) -> str:
    """What a file of a projection says of itself; what no pair's rung is told of was counted."""
    if any("rung" in about for _, _, about in graph.edges(data=True)) or not graph.number_of_edges():
        return OF_PAIRS
    way = (
        "an edge from the first end of a fact to the second" if graph.is_directed() else "an edge for each linked pair"
    )
    return OF_LINKS.format(f"{direction_of(graph)}, {way}")


def _named(graph: nx.Graph[str]) -> dict[str, str]:
    """The id that each node has in a file, in order of its own."""
    ids = Ids()
    return {node: ids.give(node) for node in sorted(graph)}


def _label(name: str, given: Mapping[str, Value]) -> Value:
    """The label of a node, its id where it has no other."""
    label = given.get("label")
    return name if label is None or is_missing(label) else label


def _rounded(place: float) -> float:
    return round(place, 1) + 0.0  # never -0.0


def _weight(strength: Any) -> float:  # noqa: ANN401 - whatever a graph holds there
    return float(strength) if strength > LEAST_WEIGHT else LEAST_WEIGHT
