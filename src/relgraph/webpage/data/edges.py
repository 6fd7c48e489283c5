"""The edges that the page draws, as its script reads them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from relgraph.graph.lines import DERIVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.alike import Likeness
    from relgraph.facts.dataset import Dataset
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.webpage.data.drawing import Drawing, Edge
    from relgraph.webpage.data.payload_types import EdgeRecord

INWARD, OUTWARD, BOTH = "inward", "outward", "both"
_KEPT = ("relation", "role", "tier", "status", "effect", "origin")


def edge_records(dataset: Dataset, drawing: Drawing) -> list[EdgeRecord]:
    """Every edge with what the drawing needs. Edges of facts that are nodes run the way the fact reads."""
    standing = Counter([(edge.target, edge.about["role"]) for edge in drawing.edges if "role" in edge.about])
    kinds = _EdgeKinds(dataset)
    records = [_edge(edge, kinds.of(edge, standing[edge.target, edge.about.get("role", "")])) for edge in drawing.edges]
    highest: dict[tuple[str, str], int] = {}
    for record in records:
        if record["tie"]:
            pair = _pair(record)
            highest[pair] = max(highest.get(pair, 0), record["rung"])
    for record in records:
        derived = record["origin"] == DERIVED and record["tie"]
        record["implied"] = derived and highest[_pair(record)] > record["rung"]
    return records


def _pair(record: EdgeRecord) -> tuple[str, str]:
    one, other = record["from"], record["to"]
    return (one, other) if one < other else (other, one)


class _EdgeKind(NamedTuple):
    """What edges have in common that are alike: what stands in their records before their ends, and after them."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    turned: bool
    stood_for: bool


class _EdgeKinds:
    """What the edges of facts have in common, worked out once for all that are alike."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._known: dict[tuple[object, ...], _EdgeKind] = {}
        self._stood_for = {kind.rung for kind in dataset.vocabulary.relations.values() if kind.rung is not None}

    def of(self, edge: Edge, standing: int) -> _EdgeKind:
        """Those of an edge, where so many stand in its role."""
        likeness = self._likeness(edge.fact) if edge.fact is not None and "tier" in edge.about else None
        key = (id(edge.about), likeness, standing)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._made(edge.about, likeness, standing)
        return found

    def _likeness(self, name: str) -> Likeness | None:
        """What a fact has in common with others: its ladder; None for one that the dataset has not."""
        fact = self._dataset.by_id.get(name)
        return None if fact is None else self._dataset.alike.likeness(fact)

    def _made(self, attributes: Mapping[str, Any], likeness: Likeness | None, standing: int) -> _EdgeKind:
        kind, role = self._dataset.vocabulary.relations.get(attributes["relation"]), attributes.get("role")
        way = _way(kind, role) if kind and role is not None else INWARD
        before = {name: attributes[name] for name in _KEPT if name in attributes}
        after = {
            "rung": attributes["rung"],
            "symmetric": attributes["symmetric"] or way == BOTH,
            "tie": kind is not None and kind.is_walked(role, standing),
        }
        if likeness is not None and likeness.ladder is not None:
            before["ladder"] = likeness.ladder.id
        return _EdgeKind(before, after, way == OUTWARD, attributes.get("tier") in self._stood_for)


def _edge(edge: Edge, kind: _EdgeKind) -> EdgeRecord:
    """An edge; whether a closer tie implies it is not told yet."""
    source, target, key, fact, _ = edge
    ends = {"from": target, "to": source} if kind.turned else {"from": source, "to": target}
    record = {**kind.before, "id": key, **ends, **kind.after, "fact": fact or key}
    if kind.stood_for:
        record["stood_for"] = True
    return cast("EdgeRecord", record)


def _way(kind: RelationKind, role: str) -> str:
    """How a role reads beside the fact's node: into it, out of it, or neither before the other."""
    sources, targets = ({getattr(walk, end) for walk in kind.walks} for end in ("source", "target"))
    if (role in sources) == (role in targets):
        return BOTH
    return INWARD if role in sources else OUTWARD
