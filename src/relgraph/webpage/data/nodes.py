"""The nodes that the page draws, as its script reads them: their names, their facts, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, cast

from relgraph.facts.derive import everyone
from relgraph.graph.lines import REFERENCE
from relgraph.layout.positions import placed
from relgraph.vocabulary.kinds import MACHINE_READ
from relgraph.webpage.data.facts import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.layout.positions import Point
    from relgraph.webpage.data.drawing import Drawing, Edge
    from relgraph.webpage.data.payload_types import EdgeRecord, FactRecord, NodeRecord, Place

BELOW = 150.0
"""Pixels between what is curated and those below it whom a machine alone ties."""
_KEPT = ("kind", "type", "iso", "part_of", "fact")


def node_records(
    dataset: Dataset,
    drawing: Drawing,
    edges: list[EdgeRecord],
    facts: Mapping[str, FactRecord],
    on_map: Mapping[str, Point],
) -> list[NodeRecord]:
    """Every node with its names, its facts and its places: among all, among the ties alone (`home`), and `on_map`."""
    home = _home(drawing, edges)
    places = _everywhere(drawing, home)
    said = _facts_of(facts)
    records: list[dict[str, Any]] = [
        {
            "id": node,
            "label": capital(attributes["label"]),
            **({} if capital(attributes["label"]) == attributes["label"] else {"called": attributes["label"]}),
            **({"article": article} if (article := dataset.names.article(node)) else {}),
            **{name: attributes[name] for name in _KEPT if name in attributes},
            **({"members": members} if (members := _members(dataset, drawing, node)) else {}),
            "names": _names(dataset, node, attributes),
            "facts": [one for one in said[node] if one != attributes.get("fact")],
            **_places(places[node], home.get(node), on_map.get(node)),
        }
        for node, attributes in drawing.nodes.items()
    ]
    return cast("list[NodeRecord]", records)


def _members(dataset: Dataset, drawing: Drawing, node: str) -> list[str]:
    """The members that the entry of a group names, as far as they are drawn."""
    group = dataset.actors.get(node)
    return [one for one in everyone(group, dataset.actors) if one in drawing.nodes] if group and group.members else []


def _everywhere(drawing: Drawing, home: Mapping[str, Point]) -> dict[str, Point]:
    """Place all nodes by what is curated, and beside these whoever has but ties that a machine read."""
    edges, labels = drawing.edges, _labels(drawing)
    curated = [edge for edge in edges if edge.about["origin"] != MACHINE_READ]
    if len(curated) == len(edges) or all(edge.about["origin"] == REFERENCE for edge in curated):
        return placed(labels, _ties(edges), home)
    read = {end for edge in _read(drawing) for end in edge[:2]}
    own = labels.keys() - (read - {end for edge in curated for end in edge[:2]})
    found = placed({one: labels[one] for one in labels if one in own}, _ties(curated), home)
    return _with_others(found, labels, edges)


def _ties(edges: Iterable[Edge]) -> Iterator[tuple[str, str, int]]:
    """Edges as the layout reads them."""
    return ((edge.source, edge.target, edge.about["rung"]) for edge in edges)


def _read(drawing: Drawing) -> list[Edge]:
    """The edges that a machine read."""
    return [edge for edge in drawing.edges if edge.about["origin"] == MACHINE_READ]


def _labels(drawing: Drawing) -> dict[str, str | None]:
    return {node: about.get("label") for node, about in drawing.nodes.items()}


def _with_others(places: dict[str, Point], labels: Mapping[str, str | None], edges: Iterable[Edge]) -> dict[str, Point]:
    """Place all others below those that have a place, by the ties among them: nobody is moved for them."""
    others = {one: label for one, label in labels.items() if one not in places}
    within = ((edge.source, edge.target, 0) for edge in edges if edge.source in others and edge.target in others)
    found = placed(others, within)
    if not (found and places):
        return places | found
    (left, right, bottom), (start, end, top) = (
        _outline(places),
        _outline({one: (x, -y) for one, (x, y) in found.items()}),
    )
    right_by, down_by = (left + right - start - end) / 2, bottom + BELOW + top
    return places | {one: (x + right_by, y + down_by) for one, (x, y) in found.items()}


def _outline(places: Mapping[str, Point]) -> tuple[float, float, float]:
    """Where the leftmost and the rightmost stand, and the lowest."""
    across, down = zip(*places.values(), strict=True)
    return min(across), max(across), max(down)


def _home(drawing: Drawing, edges: list[EdgeRecord]) -> dict[str, Point]:
    """Place what is drawn at first: the ties, and all that they touch; below them whom a machine alone ties."""
    shown = [edge for edge in edges if edge["tie"] and not edge["implied"]]
    all_labels = _labels(drawing)
    labels = {end: all_labels[end] for edge in shown for end in (edge["from"], edge["to"])}
    places = placed(labels, ((edge["from"], edge["to"], edge["rung"]) for edge in shown))
    read = _read(drawing)
    if not (read and places):
        return places
    ends = sorted({end for edge in read for end in edge[:2]} - places.keys())
    return _with_others(places, labels | {one: all_labels[one] for one in ends}, read)


def _places(place: Point, home: Point | None, on_map: Point | None) -> dict[str, float | Place]:
    x, y = _rounded(place)
    others = {"home": home, "map": on_map}
    return {"x": x, "y": y} | {name: _rounded(other) for name, other in others.items() if other}


def _rounded(place: Point) -> Place:
    return [round(place[0], 1), round(place[1], 1)]


def _facts_of(facts: Mapping[str, FactRecord]) -> defaultdict[str, list[str]]:
    """For each id, the facts at an end of which it stands."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, record in facts.items():
        for one in dict.fromkeys(end["id"] for end in record["ends"]):
            found[one].append(name)
    return found


def _names(dataset: Dataset, node: str, attributes: Mapping[str, Any]) -> list[str]:
    entry = dataset.names.entry(node)
    more = entry.read if entry is not None else ()
    names = (*dataset.names.all_of(node), *more, attributes.get("iso"), node)
    return list(dict.fromkeys(str(name) for name in names if name and name != attributes["label"]))
