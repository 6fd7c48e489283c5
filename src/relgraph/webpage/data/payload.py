"""All that the page shows, as one record of plain values: payload_types says what each of them means."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from relgraph.facts.derive import everyone
from relgraph.facts.tiers import ladder_of
from relgraph.graph.affiliations import IS_SHARED
from relgraph.graph.changes import CHANGES
from relgraph.graph.multigraph import BELONGS, DERIVED, REFERENCE
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.layout.positions import placed, positions
from relgraph.vocabulary.kinds import MACHINE_READ
from relgraph.webpage.data.communities import communities_on_page
from relgraph.webpage.data.facts import FactRecords, capital, count_records, reference_record, told
from relgraph.webpage.data.lead import part_told
from relgraph.webpage.data.regions import region_records
from relgraph.webpage.data.silence import silence_record
from relgraph.webpage.data.sources import source_records
from relgraph.webpage.data.stories import story_records
from relgraph.webpage.data.walks import climb_records, group_records, path_record, span_records, step_records
from relgraph.webpage.map.geography import rim
from relgraph.webpage.map.land import UNIT, land
from relgraph.webpage.map.placing import map_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.layout.positions import Point
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.rungs import Rungs
    from relgraph.webpage.data.payload_types import (
        EdgeRecord,
        FactRecord,
        KindRecord,
        LadderRecord,
        NodeRecord,
        Payload,
        Place,
        TermsRecord,
    )
    from relgraph.webpage.data.walks import Steps

_Standing: TypeAlias = "Counter[tuple[str, str | None]]"
"""How many stand in each role of each fact that is a node."""
_Ways: TypeAlias = "Callable[[str, str], str]"
"""How a kind's role reads beside the fact's node."""

BELOW = 150.0
"""Pixels between what is curated and those below it whom a machine alone ties."""
INWARD, OUTWARD, BOTH = "inward", "outward", "both"
_KEPT_OF_NODES = ("kind", "type", "iso", "part_of", "fact")
_KEPT_OF_EDGES = ("relation", "role", "tier", "status", "effect", "origin")


def payload(
    dataset: Dataset,
    graph: nx.MultiDiGraph[str],
    view: View = DEFAULT_VIEW,
    *,
    paragraphs: bool = False,
    stories: bool = False,
) -> Payload:
    """Put together nodes, edges, facts, sources and terms, and the map where anything has a place on it.

    `view` is that which was asked for, so that a page of a part says so. With `paragraphs`, the text of each paragraph
    cited goes in too, where it is at hand; with `stories`, those of the dataset. Raises InputError where one of these
    says more than it shows.
    """
    edges = edge_records(dataset, graph)
    drawn = {edge["fact"] for edge in edges} | {about["fact"] for _, about in graph.nodes(data=True) if "fact" in about}
    steps = step_records(dataset, sorted(drawn))
    facts = _fact_records(dataset, graph, drawn, steps)
    on_map = map_places(dataset, graph)
    made: Payload = {
        "nodes": node_records(dataset, graph, edges, facts, on_map),
        "edges": edges,
        "facts": facts,
        "others": _others(dataset, graph, facts),
        "sources": source_records(dataset, facts, paragraphs=paragraphs),
        "regions": region_records(dataset, graph),
        "private": paragraphs,
        "terms": terms(dataset),
        "changes": list(CHANGES),
        "spans": span_records(dataset),
        "paths": path_record(dataset, steps.readings),
        "silence": silence_record(dataset, view),
    }
    communities = communities_on_page(dataset, drawn)
    for node in made["nodes"] if communities else ():
        if node["id"] in communities:
            node["community"] = communities[node["id"]]
    if on_map:
        made["map"] = {"unit": UNIT, "land": land(), "rim": rim()}
    if part := part_told(dataset, view):
        made["part"] = part
    if stories and (steps_told := story_records(dataset)):
        made["stories"] = steps_told
    return made


def _fact_records(
    dataset: Dataset, graph: nx.MultiDiGraph[str], drawn: set[str], steps: Steps
) -> dict[str, FactRecord]:
    """Every fact that is told by its id, and every edge that no fact stands behind by its own."""
    says = _sentences(graph)
    those_told = list(told(dataset, drawn))
    counts, records = count_records(dataset, those_told), FactRecords(dataset)
    facts = {fact.id: records.of(fact, says.get(fact.id), counts.get(fact.id)) for fact in those_told}
    for name, climbing in climb_records(dataset, facts).items():
        facts[name]["climbs"] = climbing
    for name, groups in group_records(dataset, facts).items():
        facts[name]["groups"] = groups
    for name in facts.keys() & steps.records.keys():
        facts[name].update(cast("FactRecord", steps.records[name]))
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        if "fact" not in attributes:
            facts[key] = reference_record(attributes, source, target)
    return facts


def _sentences(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """The sentences of the facts that are edges, or nodes, as the graph has them."""
    edges = {about["fact"]: about["label"] for *_, about in graph.edges(data=True) if "fact" in about}
    nodes = {about["fact"]: about["says"] for _, about in graph.nodes(data=True) if "fact" in about}
    return edges | nodes


def edge_records(dataset: Dataset, graph: nx.MultiDiGraph[str]) -> list[EdgeRecord]:
    """Every edge with what the drawing needs. Edges of facts that are nodes run the way the fact reads."""
    edges = list(graph.edges(keys=True, data=True))
    standing = Counter((fact, about.get("role")) for _, fact, _, about in edges)
    way = lru_cache(partial(_way, dataset.vocabulary.relations))
    records = [_edge(dataset, edge, standing, way) for edge in edges]
    highest: dict[frozenset[str], int] = defaultdict(int)
    stood_for = {kind.rung for kind in dataset.vocabulary.relations.values() if kind.rung is not None}
    for record in records:
        if record.get("tier") in stood_for:
            record["stood_for"] = True
        if record["tie"]:
            pair = frozenset((record["from"], record["to"]))
            highest[pair] = max(highest[pair], record["rung"])
    for record in records:
        above = highest[frozenset((record["from"], record["to"]))] > record["rung"]
        record["implied"] = record["origin"] == DERIVED and record["tie"] and above
    return records


def _edge(
    dataset: Dataset, edge: tuple[str, str, str, Mapping[str, Any]], standing: _Standing, way_of: _Ways
) -> EdgeRecord:
    """An edge; whether a closer tie implies it is not told yet."""
    source, target, key, attributes = edge
    kind, role = dataset.vocabulary.relations.get(attributes["relation"]), attributes.get("role")
    record = {name: attributes[name] for name in _KEPT_OF_EDGES if name in attributes}
    way = way_of(kind.id, role) if kind and role is not None else INWARD
    ends = (target, source) if way == OUTWARD else (source, target)
    fact = dataset.by_id.get(attributes.get("fact", ""))
    if "tier" in attributes and fact is not None:
        record["ladder"] = ladder_of(fact, dataset.vocabulary).id
    record |= {
        "id": key,
        "from": ends[0],
        "to": ends[1],
        "rung": attributes["rung"],
        "symmetric": attributes["symmetric"] or way == BOTH,
        "tie": kind is not None and kind.is_walked(role, standing[target, role]),
        "fact": attributes.get("fact", key),
    }
    return cast("EdgeRecord", record)


def _way(relations: Mapping[str, RelationKind], kind: str, role: str) -> str:
    """How a role reads beside the fact's node: into it, out of it, or neither before the other."""
    sources = {walk.source for walk in relations[kind].walks}
    targets = {walk.target for walk in relations[kind].walks}
    if (role in sources) == (role in targets):
        return BOTH
    return INWARD if role in sources else OUTWARD


def node_records(
    dataset: Dataset,
    graph: nx.MultiDiGraph[str],
    edges: list[EdgeRecord],
    facts: Mapping[str, FactRecord],
    on_map: Mapping[str, Point],
) -> list[NodeRecord]:
    """Every node with its names, its facts and its places: among all, among the ties alone (`home`), and `on_map`."""
    home = _home(graph, edges)
    places = _everywhere(graph, home)
    said = _facts_of(facts)
    records: list[dict[str, Any]] = [
        {
            "id": node,
            "label": capital(attributes["label"]),
            **({} if capital(attributes["label"]) == attributes["label"] else {"called": attributes["label"]}),
            **({"article": article} if (article := dataset.names.article(node)) else {}),
            **{name: attributes[name] for name in _KEPT_OF_NODES if name in attributes},
            **({"members": members} if (members := _members(dataset, graph, node)) else {}),
            "names": _names(dataset, node, attributes),
            "facts": [one for one in said[node] if one != attributes.get("fact")],
            **_places(places[node], home.get(node), on_map.get(node)),
        }
        for node, attributes in graph.nodes(data=True)
    ]
    return cast("list[NodeRecord]", records)


def _members(dataset: Dataset, graph: nx.MultiDiGraph[str], node: str) -> list[str]:
    """The members that the entry of a group names, as far as they are drawn."""
    group = dataset.actors.get(node)
    return [one for one in everyone(group, dataset.actors) if one in graph] if group and group.members else []


def _everywhere(graph: nx.MultiDiGraph[str], home: Mapping[str, Point]) -> dict[str, Point]:
    """Place all nodes by what is curated, and beside these whoever has but ties that a machine read."""
    edges = list(graph.edges(data=True))
    curated = [edge for edge in edges if edge[2]["origin"] != MACHINE_READ]
    if len(curated) == len(edges) or all(about["origin"] == REFERENCE for *_, about in curated):
        return positions(graph, start=home)
    labels = {node: about.get("label") for node, about in graph.nodes(data=True)}
    read = {end for *ends, about in edges if about["origin"] == MACHINE_READ for end in ends}
    own = labels.keys() - (read - {end for *ends, _ in curated for end in ends})
    by = ((source, target, about["rung"]) for source, target, about in curated)
    return _with_others(placed({one: labels[one] for one in labels if one in own}, by, home), labels, edges)


def _with_others(
    places: dict[str, Point], labels: Mapping[str, str | None], edges: Iterable[tuple[str, str, Mapping[str, Any]]]
) -> dict[str, Point]:
    """Place all others below those that have a place, by the ties among them: nobody is moved for them."""
    others = {one: label for one, label in labels.items() if one not in places}
    within = ((source, target, 0) for source, target, _ in edges if source in others and target in others)
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


def _home(graph: nx.MultiDiGraph[str], edges: list[EdgeRecord]) -> dict[str, Point]:
    """Place what is drawn at first: the ties, and all that they touch; below them whom a machine alone ties."""
    shown = [edge for edge in edges if edge["tie"] and not edge["implied"]]
    labels = {end: graph.nodes[end].get("label") for edge in shown for end in (edge["from"], edge["to"])}
    places = placed(labels, ((edge["from"], edge["to"], edge["rung"]) for edge in shown))
    read = [edge for edge in graph.edges(data=True) if edge[2]["origin"] == MACHINE_READ]
    if not (read and places):
        return places
    ends = sorted({end for source, target, _ in read for end in (source, target)} - places.keys())
    return _with_others(places, labels | {one: graph.nodes[one].get("label") for one in ends}, read)


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


def _others(dataset: Dataset, graph: nx.MultiDiGraph[str], facts: Mapping[str, FactRecord]) -> dict[str, str]:
    """Names of those that a fact mentions, or whose ladder is told, and that are not drawn."""
    owners = {owner for ladder in dataset.vocabulary.ladders.values() for owner in ladder.owners}
    named = {*_mentioned(facts), *(owner for owner in owners if owner in dataset.actors)}
    return {one: dataset.names.label(one) for one in sorted(named) if one not in graph and one not in facts}


def _mentioned(facts: Mapping[str, FactRecord]) -> Iterator[str]:
    for record in facts.values():
        yield from (end["id"] for end in record["ends"])
        yield from record.get("per", ())
        yield from record.get("premises", ())
        if "count" in record:
            yield from (*record["count"]["named"], *record["count"]["derived"])


def terms(dataset: Dataset) -> TermsRecord:
    """What kinds, statuses and rungs are called; of kinds of relation, those that the dataset has facts of."""
    vocabulary = dataset.vocabulary
    relations = {name: _kind(kind) for name, kind in vocabulary.relations.items() if name in dataset.kinds}
    relations[BELONGS] = {"label": "belonging", "plural": "belongings"}
    actors: dict[str, KindRecord] = {
        name: {"label": kind.label, "plural": kind.plural} for name, kind in vocabulary.actors.items()
    }
    offices = {one for kind in vocabulary.relations.values() if kind.acts for one in kind.roles[kind.pair[1]].types}
    for name, term in actors.items():
        if vocabulary.suits(name, offices):
            term["held"] = True
    return {
        "actors": actors,
        "relations": relations,
        "statuses": {name: {"label": status.label} for name, status in vocabulary.statuses.items()},
        "ladders": {name: _ladder(ladder, dataset.rungs) for name, ladder in vocabulary.ladders.items()},
    }


def _kind(kind: RelationKind) -> KindRecord:
    record: KindRecord = {"label": kind.label, "plural": kind.plural_label}
    if kind.is_figure:
        record["figure"] = True
    if kind.acts:
        record["acts"] = True
    if kind.is_tie and IS_SHARED in kind.words_of(None):
        record["gathers"] = True
    return record


def _ladder(ladder: Ladder, classes: Rungs) -> LadderRecord:
    """A ladder; each rung with its class, by which rungs of several ladders compare."""
    return {
        "label": ladder.label,
        "owners": list(ladder.owners),
        "rungs": [
            {"id": one, "label": label, "level": classes.class_of(ladder.id, one)}
            for one, label in ladder.rungs.items()
        ],
        "beside": [{"id": one, "label": label} for one, label in ladder.beside.items()],
    }
