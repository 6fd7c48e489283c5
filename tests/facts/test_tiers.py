"""On which ladder a fact stands, and how high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.paths.find import find_path as path
from relgraph.facts.sentences import sentence
from relgraph.facts.tiers import height_of, ladder_of, tier_label
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.webpage.data.facts import fact_record
from relgraph.webpage.data.payload import payload
from tests.world import beside_vietnam

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
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


NORDIC = beside_vietnam("coast: {owner: [egypt, kenya], label: the coast's ladder, rungs: {sp: sister, kin: kin}}")


def test_a_ladder_of_several_owners_is_that_of_each(world: World) -> None:
    dataset = world("partnerships: [{id: one, of: france, with: [egypt, kenya], tier: kin}]", NORDIC)

    assert [
        (ladder_of(fact, dataset.vocabulary).id, height_of(fact, dataset.vocabulary)) for fact in dataset.facts
    ] == [
        ("coast", 2),
        ("coast", 2),
    ]
    answer = path(dataset, "egypt", "kenya", view=View(stated=True))
    assert (answer.best.rung, answer.best.hops) == ("kin", 2)


def test_a_tier_is_of_the_owner_whose_ladder_has_it_then_of_the_general_ladder(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: theirs, of: kenya, with: vietnam, tier: sp}
          - {id: his, of: kenya, with: vietnam, tier: csp}
          - {id: label, of: kenya, with: vietnam, tier: special}
          - {id: general, of: brazil, with: france, tier: cp}
        """,
        NORDIC,
    )
    ladders = {fact.id: ladder_of(fact, dataset.vocabulary).id for fact in dataset.facts}

    assert ladders == {"theirs": "coast", "his": "vietnam", "label": "vietnam", "general": "general"}


RANKED = {
    "graph/vocabulary.yaml": """
        ladders:
          harbours: {kind: port-call, label: how a port is called at, rungs: {anchor: at anchor, quay: at the quay}}
          general: {beside: {kindred: kindred peoples}}
        relations:
          port-call:
            section: port_calls
            label: port call
            form: tie
            time: state
            statuses: [in-force]
            status: in-force
            kinds: [anchor, quay]
            ends: {caller: {types: [country]}, at: {types: [country], many: true}}
            reads: {forward: "{caller} calls at {at} ({kind})", back: "{at} is called at by {caller} ({kind})"}
    """
}


def test_a_ladder_of_a_datasets_own_kind_ranks_its_narrower_kinds_in_paths(world: World) -> None:
    dataset = world(
        """
        port_calls:
          - {caller: kenya, at: egypt, kind: anchor}
          - {caller: kenya, at: [france, russia], kind: quay}
          - {caller: france, at: egypt, kind: quay}
        """,
        RANKED,
    )
    answer = path(dataset, "kenya", "egypt")

    assert (answer.best.rung, answer.best.hops, answer.best.weakest) == ("quay", 2, "at the quay")


def test_the_general_ladder_is_widened_replaced_and_switched_off(world: World) -> None:
    wider = world("partnerships: [{of: kenya, with: egypt, tier: kindred}]", RANKED)
    assert "Kenya has a kindred peoples with Egypt" in tier_told(wider)
    assert {"special", "kindred"} <= wider.vocabulary.general.beside.keys()

    own = {"graph/vocabulary.yaml": "ladders: {general: {rungs: {relations: relations, ally: alliance}}}"}
    other = world("partnerships: [{of: kenya, with: egypt, tier: ally}]", own)
    assert path(other, "kenya", "egypt").best.rung == "ally"

    without = world(
        "diplomatic_relations: [{of: kenya, with: egypt}]", {"graph/vocabulary.yaml": "ladders_off: general"}
    )
    assert path(without, "kenya", "egypt").best.rung is None


def tier_told(dataset: Dataset) -> list[str]:
    return [sentence(dataset, fact) for fact in dataset.facts]


def test_a_tier_of_a_ladder_of_its_kind_stands_there_and_others_where_they_did(world: World) -> None:
    own = {
        "graph/vocabulary.yaml": "ladders: {closeness: {kind: partnership, label: c, rungs: {near: near, dear: dear}}}"
    }
    facts = """
    partnerships:
      - {id: close, of: kenya, with: egypt, tier: dear}
      - {id: usual, of: kenya, with: brazil, tier: cp}
    """
    dataset = world(facts, own)
    found = {
        fact.id: (ladder_of(fact, dataset.vocabulary).id, height_of(fact, dataset.vocabulary)) for fact in dataset.facts
    }

    assert found["close"] == ("closeness", 2)
    assert found["usual"][0] == "general"


TWO_OWNERS = beside_vietnam(
    "kenya: {owner: kenya, label: theirs, rungs: {relations: ties, csp: the closest}}\n"
    "france: {owner: france, label: of France, rungs: {relations: rapports, csp: the closest of France}}"
)


def ladders(dataset: Dataset) -> dict[str, str]:
    """The ladder of each fact that has a tier."""
    return {fact.id: ladder_of(fact, dataset.vocabulary).id for fact in dataset.all_facts if fact.tier}


def test_what_follows_stands_on_the_ladder_of_its_premise(world: World) -> None:
    dataset = world("partnerships: [{id: near, of: vietnam, with: kenya, tier: csp}]", TWO_OWNERS)

    assert ladders(dataset) == {"near": "vietnam", "derived:diplomatic-relations:kenya:vietnam": "vietnam"}
    assert tier_label(dataset, dataset.derived[0]) == "diplomatic relations"
    assert fact_record(dataset, dataset.derived[0])["ladder"] == "vietnam"


def test_what_is_said_of_a_group_stands_on_the_ladder_of_who_speaks_of_it(world: World) -> None:
    dataset = world("partnerships: [{id: near, of: vietnam, with: {every: two-powers}, tier: csp}]", TWO_OWNERS)

    assert ladders(dataset) == dict.fromkeys(
        (
            "near",
            "near:france",
            "near:russia",
            "derived:diplomatic-relations:france:vietnam",
            "derived:diplomatic-relations:russia:vietnam",
        ),
        "vietnam",
    )


def test_what_follows_from_an_embassy_too_stands_on_the_ladder_of_the_tier(world: World) -> None:
    dataset = world(
        """
        partnerships: [{id: near, of: vietnam, with: kenya, tier: csp, since: 2020}]
        missions: {m: {sender: kenya, host: vietnam, kind: embassy, since: 1990, until: 2021}}
        """,
        TWO_OWNERS,
    )

    assert ladders(dataset)["derived:diplomatic-relations:kenya:vietnam"] == "vietnam"


def test_where_no_tier_says_whose_ladder_it_is_that_of_the_first_end_counts(world: World) -> None:
    dataset = world("missions: {m: {sender: vietnam, host: kenya, kind: embassy}}", TWO_OWNERS)

    assert ladders(dataset) == {"derived:diplomatic-relations:kenya:vietnam": "kenya"}


def test_the_same_name_on_two_ladders_is_two_tiers(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: ours, of: vietnam, with: kenya, tier: csp}
          - {id: theirs, of: kenya, with: {every: all-of-it}, tier: csp}
        """,
        TWO_OWNERS
        | {"graph/actors/more.yaml": "groups: {all-of-it: {name: all of it, members: [vietnam], basis: test}}"},
    )

    assert dataset.corroborations == {}
    assert ladders(dataset)["theirs:vietnam"] == "kenya"
