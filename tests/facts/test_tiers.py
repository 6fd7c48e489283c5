"""On which ladder a fact stands, and how high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.sentences import tier_label
from relgraph.facts.tiers import height_of, ladder_of
from relgraph.graph.multigraph import build_graph
from relgraph.webpage.data.facts import fact_record
from relgraph.webpage.data.payload import payload

if TYPE_CHECKING:
    from tests.world import World

OWN = {
    "graph/vocabulary.yaml": "ladders: {kenya: {owner: kenya, label: theirs, rungs: {friend: friends, ally: allies}}}"
}
FACTS = """
partnerships: [{id: near, of: kenya, with: egypt, tier: ally, since: 2020}]
diplomatic_relations: [{id: ties, of: kenya, with: egypt, since: 1970}]
"""


def test_a_fact_stands_on_the_ladder_of_the_end_that_has_one(world: World) -> None:
    dataset = world(FACTS, OWN)
    near = dataset.by_id["near"]

    assert (ladder_of(near, dataset.vocabulary).id, height_of(near, dataset.vocabulary)) == ("kenya", 2)


def test_what_only_the_general_ladder_has_stands_there(world: World) -> None:
    dataset = world(FACTS, OWN)
    ties = dataset.by_id["ties"]

    assert (ladder_of(ties, dataset.vocabulary).id, height_of(ties, dataset.vocabulary)) == ("general", 1)
    assert tier_label(dataset, ties) == "diplomatic relations"


def test_no_tier_and_a_label_beside_the_ladder_have_no_height(world: World) -> None:
    dataset = world("partnerships: [{id: one, of: vietnam, with: kenya, tier: special}]")
    one = dataset.by_id["one"]

    assert height_of(one, dataset.vocabulary) == 0
    assert height_of(one._replace(tier=None), dataset.vocabulary) == 0


def test_the_page_has_the_ladder_that_the_answers_have(world: World) -> None:
    dataset = world(FACTS, OWN)
    edges = {edge["fact"]: edge for edge in payload(dataset, build_graph(dataset))["edges"]}

    assert fact_record(dataset, dataset.by_id["ties"])["ladder"] == "general"
    assert (edges["ties"]["ladder"], edges["ties"]["rung"]) == ("general", 1)
    assert (edges["near"]["ladder"], edges["near"]["rung"]) == ("kenya", 2)
