"""What the page draws: the nodes and edges of a view, or of a graph of networkx, with what it needs of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.statuses import status_on
from relgraph.facts.titles import titled
from relgraph.graph.lines import BELONGS, REFERENCE, effect_in, left_by, origin_of
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import End, Fact
    from relgraph.graph.lines import Line, Lines
    from relgraph.graph.views import Held

    About = Mapping[str, Any]

OF_NODES = ("label", "kind", "type", "iso", "part_of", "fact")
OF_EDGES = ("relation", "role", "tier", "status", "effect", "origin", "rung", "symmetric")
"""The attributes of nodes and edges that are drawn, as `build_graph` has them."""


class Edge(NamedTuple):
    """An edge between two nodes, by a `key` that no other has; the `fact` behind it, if there is one.

    Edges that are alike share what is there to be told `about` them: OF_EDGES, of one without a fact its `label` too.
    """

    source: str
    target: str
    key: str
    fact: str | None
    about: About


@dataclass(frozen=True)
class Drawing:
    """Nodes in order of id, each with OF_NODES; edges by source, target and key; and the sentences of their facts."""

    nodes: Mapping[str, About]
    edges: Sequence[Edge]
    says: Mapping[str, str]

    @cached_property
    def leaving(self) -> Mapping[str, list[Edge]]:
        """For each node the edges that it is the source of."""
        return self._by(lambda edge: edge.source)

    @cached_property
    def arriving(self) -> Mapping[str, list[Edge]]:
        """For each node the edges that it is the target of."""
        return self._by(lambda edge: edge.target)

    @cached_property
    def degrees(self) -> Mapping[str, int]:
        """How many edges each node has."""
        return Counter(chain.from_iterable((edge.source, edge.target) for edge in self.edges))

    def _by(self, end: Callable[[Edge], str]) -> Mapping[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(end(edge), []).append(edge)
        return found


def drawing_of(graph: nx.MultiDiGraph[str]) -> Drawing:
    """What the page draws of a graph that `build_graph` made."""
    nodes: dict[str, About] = {node: about for node, about in graph.nodes(data=True)}  # noqa: C416 - a view of networkx
    known: dict[tuple[Any, ...], About] = {}
    says = {about["fact"]: about["says"] for about in nodes.values() if "fact" in about}
    edges = []
    for source, target, key, given in graph.edges(keys=True, data=True):
        fact = given.get("fact")
        if fact is not None and "role" not in given:
            says.setdefault(fact, given["label"])
        names = OF_EDGES if fact is not None else (*OF_EDGES, "label")
        alike = tuple(map(given.get, names))
        about = known.get(alike)
        if about is None:
            about = known[alike] = {name: given[name] for name in names if name in given}
        edges.append(Edge(source, target, key, fact, about))
    return Drawing(nodes, edges, says)


def drawing(dataset: Dataset, found: Lines) -> Drawing:
    """What the page draws of the nodes and lines of a view: what `drawing_of` gives of its graph."""
    nodes = {
        one: _of_fact(dataset, found.facts[one].fact) if one not in dataset.actors else _of_actor(dataset, one)
        for one in found.nodes
    }
    told = _Edges(dataset)
    held = {line.held.fact.id: line.held for line in found.lines if line.held is not None}
    says = {name: dataset.alike.sentence(one.fact, one.day) for name, one in (held | dict(found.facts)).items()}
    return Drawing(nodes, [told.of(line) for line in _by_source(found.nodes, found.lines)], says)


def _by_source(nodes: Iterable[str], lines: Iterable[Line]) -> Iterable[Line]:
    """Lines in the order in which a graph of networkx has its edges: of each node in turn, to each other in turn."""
    found: dict[str, dict[str, list[Line]]] = {one: {} for one in nodes}
    for line in lines:
        found[line.source].setdefault(line.target, []).append(line)
    return chain.from_iterable(some for targets in found.values() for some in targets.values())


def _of_actor(dataset: Dataset, one: str) -> About:
    actor = dataset.actors[one]
    told = {"label": actor.name, "kind": actor.kind, "iso": actor.iso, "part_of": actor.part_of}
    return {name: value for name, value in told.items() if value}


def _of_fact(dataset: Dataset, fact: Fact) -> About:
    about: dict[str, str] = {"label": titled(dataset, fact), "kind": fact.kind}
    if fact.type:
        about["type"] = fact.type
    return {**about, "fact": fact.id}


class _Edges:
    """Tells edges of lines; what those that are alike have in common is made once."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._known: dict[tuple[object, ...], About] = {}

    def of(self, line: Line) -> Edge:
        """The edge that a line is drawn as."""
        source, target, key, held, end = line
        if held is None:
            return Edge(source, target, key, None, self._of_reference(source, target))
        return Edge(source, target, key, held.fact.id, self._about(held, end))

    def _about(self, held: Held, end: End | None) -> About:
        fact, dataset = held.fact, self._dataset
        status, effect = status_on(dataset, fact, held.day), effect_in(held, dataset)
        if end is not None and end.away and (left := left_by(held, end)) is not None and left[1]:
            effect = Effect.ENDED
        likeness, role = dataset.alike.likeness(fact), None if end is None else end.role
        key = (likeness, status, effect, role)
        found = self._known.get(key)
        if found is None:
            about = {"relation": fact.kind, "role": role, "tier": fact.tier, "status": status, "effect": effect.value}
            given = {name: value for name, value in about.items() if value}
            weights = {"rung": likeness.height, "symmetric": likeness.kind.symmetric}
            found = self._known[key] = {**given, "origin": origin_of(fact), **weights}
        return found

    def _of_reference(self, part: str, whole: str) -> About:
        names = self._dataset.names
        label = f"{names.label(part)} belongs to {names.label(whole)}"
        status = {"status": "in-force", "effect": Effect.CURRENT.value, "origin": REFERENCE}
        return {"relation": BELONGS, **status, "rung": 0, "symmetric": False, "label": label}
