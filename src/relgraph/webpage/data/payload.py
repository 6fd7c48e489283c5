"""All that the page shows, as one record of plain values: payload_types says what each of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from relgraph.graph.affiliations import IS_SHARED
from relgraph.graph.changes import CHANGES
from relgraph.graph.lines import BELONGS
from relgraph.graph.views import DEFAULT_VIEW
from relgraph.webpage.data.communities import communities_on_page
from relgraph.webpage.data.drawing import Drawing, drawing_of
from relgraph.webpage.data.edges import edge_records
from relgraph.webpage.data.facts import FactRecords, count_records, reference_record, told
from relgraph.webpage.data.lead import part_told
from relgraph.webpage.data.nodes import node_records
from relgraph.webpage.data.regions import region_records
from relgraph.webpage.data.silence import silence_record
from relgraph.webpage.data.sources import source_records
from relgraph.webpage.data.stories import story_records
from relgraph.webpage.data.walks import climb_records, group_records, path_record, span_records, step_records
from relgraph.webpage.map.geography import rim
from relgraph.webpage.map.land import UNIT, land
from relgraph.webpage.map.placing import map_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.rungs import Rungs
    from relgraph.webpage.data.payload_types import (
        FactRecord,
        KindRecord,
        LadderRecord,
        Payload,
        TermsRecord,
    )
    from relgraph.webpage.data.walks import Steps


def payload(
    dataset: Dataset,
    graph: nx.MultiDiGraph[str] | Drawing,
    view: View = DEFAULT_VIEW,
    *,
    paragraphs: bool = False,
    stories: bool = False,
) -> Payload:
    """Put together nodes, edges, facts, sources and terms, and the map where anything has a place on it.

    The `graph` is one that `build_graph` made, or what is drawn of a view: that takes less time.
    `view` is that which was asked for, so that a page of a part says so. With `paragraphs`, the text of each paragraph
    cited goes in too, where it is at hand; with `stories`, those of the dataset. Raises InputError where one of these
    says more than it shows.
    """
    drawing = graph if isinstance(graph, Drawing) else drawing_of(graph)
    edges = edge_records(dataset, drawing)
    drawn = {edge["fact"] for edge in edges} | {about["fact"] for about in drawing.nodes.values() if "fact" in about}
    steps = step_records(dataset, sorted(drawn))
    facts = _fact_records(dataset, drawing, drawn, steps)
    on_map = map_places(dataset, drawing)
    made: Payload = {
        "nodes": node_records(dataset, drawing, edges, facts, on_map),
        "edges": edges,
        "facts": facts,
        "others": _others(dataset, drawing, facts),
        "sources": source_records(dataset, facts, paragraphs=paragraphs),
        "regions": region_records(dataset, drawing.nodes),
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


def _fact_records(dataset: Dataset, drawing: Drawing, drawn: set[str], steps: Steps) -> dict[str, FactRecord]:
    """Every fact that is told by its id, and every edge that no fact stands behind by its own."""
    those_told, says = told(dataset, drawn), drawing.says
    counts, records = count_records(dataset, those_told), FactRecords(dataset)
    facts = {fact.id: records.of(fact, says.get(fact.id), counts.get(fact.id)) for fact in those_told}
    for name, climbing in climb_records(dataset, facts).items():
        facts[name]["climbs"] = climbing
    for name, groups in group_records(dataset, facts).items():
        facts[name]["groups"] = groups
    for name in facts.keys() & steps.records.keys():
        facts[name].update(cast("FactRecord", steps.records[name]))
    for edge in drawing.edges:
        if edge.fact is None:
            facts[edge.key] = reference_record(edge.about, edge.source, edge.target)
    return facts


def _others(dataset: Dataset, drawing: Drawing, facts: Mapping[str, FactRecord]) -> dict[str, str]:
    """Names of those that a fact mentions, or whose ladder is told, and that are not drawn."""
    owners = {owner for ladder in dataset.vocabulary.ladders.values() for owner in ladder.owners}
    named = {*_mentioned(facts), *(owner for owner in owners if owner in dataset.actors)}
    return {one: dataset.names.label(one) for one in sorted(named) if one not in drawing.nodes and one not in facts}


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
