"""A dataset's own kinds do all that those which ship do: totals, offices held, who belongs to whom, rungs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.dossier import dossier
from relgraph.analysis.listing import list_facts
from relgraph.analysis.totals import totals
from relgraph.checks.check import check
from relgraph.graph.multigraph import build_graph
from relgraph.webpage.data.payload import payload

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

OWN = """
actors:
  post: {section: posts, label: post, part_of: [country]}
relations:
  tally:
    section: tallies
    label: tally
    form: figure
    time: moment
    statuses: [occurred]
    status: occurred
    ends: {of: {types: [country]}}
    fields: {counts: relation, says: figure, what: text, tier: tier, kind: text, named: ids}
    unsaid: [counts, named]
    reads: {forward: "{of} counts {says} {what}"}
  serve:
    section: serves
    label: post served in
    form: tie
    time: state
    acts: true
    path: false
    statuses: [in-force, ended]
    status: in-force
    ends: {who: {types: [person]}, post: {types: [post]}}
    reads: {forward: "{who} serves as {post}", back: "{post} is served by {who}"}
  branch:
    section: branches
    label: branch
    form: tie
    time: none
    belongs: true
    path: false
    statuses: [in-force]
    status: in-force
    ends: {branch: {types: [organisation]}, of: {types: [country]}}
    reads: {forward: "{branch} is a branch of {of}", back: "{of} has the branch {branch}"}
  accord:
    section: accords
    label: accord
    form: tie
    symmetric: true
    rung: friend
    time: state
    statuses: [in-force]
    status: in-force
    ends: {of: {types: [country]}, with: {types: [country]}}
    reads: {forward: "{of} is a friend of {with}"}
ladders:
  kenyan: {label: the ladder of Kenya, owner: kenya, rungs: {friend: friendship, kin: kinship}}
"""
FACTS = """
    tallies: [{of: kenya, counts: visit, says: 2 visits, what: visits}]
    serves: [{who: ruto, post: head-of-kenya}]
    branches: [{branch: chamber-nairobi, of: kenya}]
    visits: [{visitor: ruto, host: egypt}]
    accords: [{of: kenya, with: egypt}]
"""


def own(world: World) -> Dataset:
    posts = "posts: {head-of-kenya: {name: Head of Kenya, of: kenya}}"
    return world(FACTS, {"graph/vocabulary.yaml": OWN, "graph/actors/posts.yaml": posts})


def test_a_total_of_its_own_is_set_against_its_members(world: World) -> None:
    dataset = own(world)
    (total,) = totals(dataset)

    assert (total.says, total.named, total.unnamed) == (2, ("egypt",), 1)
    assert "count-unnamed" in {problem.rule for problem in check(dataset).problems}
    assert next(totals(dataset).lines()).startswith("Kenya counts 2 visits: states 2; 1 named")


def test_what_who_serves_in_a_post_does_counts_as_its_states(world: World) -> None:
    told = "\n".join(dossier(own(world), "kenya").lines())

    assert "William Ruto paid a visit to Egypt" in told


def test_who_belongs_to_whom_by_a_fact_is_not_told_once_more(world: World) -> None:
    edges = build_graph(own(world)).edges(data=True)
    pairs = [(source, about["relation"]) for source, target, about in edges if target == "kenya"]

    assert ("chamber-nairobi", "branch") in pairs
    assert ("chamber-nairobi", "belongs-to") not in pairs
    assert ("head-of-kenya", "belongs-to") in pairs


def test_the_page_is_told_who_acts_for_whom_and_what_stands_for_a_rung(world: World) -> None:
    dataset = own(world)
    made = payload(dataset, build_graph(dataset))
    kinds = made["terms"]["actors"]

    assert made["terms"]["relations"]["serve"].get("acts")
    assert {name for name, kind in kinds.items() if kind.get("held")} == {"office", "post"}
    assert {edge["relation"] for edge in made["edges"] if edge.get("stood_for")} == {"accord"}


NODES = """
actors:
  river: {section: rivers, label: river, part_of: [country]}
relations:
  damming:
    section: dammings
    label: damming
    form: node
    time: moment
    statuses: [occurred]
    status: occurred
    ends: {builder: {types: [country], many: true}, river: {types: [river]}}
    fields: {purpose: text, height: figure}
    reads: {forward: "{builder} dammed {river}[ to {purpose}]", back: "{river} was dammed by {builder}"}
  debt:
    section: debts
    label: debt
    form: figure
    time: none
    statuses: [occurred]
    status: occurred
    ends: {debtor: {types: [country]}, creditor: {types: [country], optional: true}}
    fields: {amount: figure}
    reads: {forward: "{debtor} owes {amount}[ to {creditor}]"}
"""


def test_a_node_and_a_figure_of_two_ends_are_told_as_they_read(world: World) -> None:
    dataset = world(
        """
        dammings:
          dam: {builder: [kenya, egypt], river: tana, purpose: make power, height: 80, on: 2014, evidence: {p: 1}}
        debts:
          - {debtor: kenya, creditor: egypt, amount: 5 million, evidence: {p: 1}}
        """,
        files={"graph/vocabulary.yaml": NODES, "graph/actors/t.yaml": "rivers: {tana: {name: Tana, of: kenya}}"},
    )

    assert sorted(row["text"] for row in list_facts(dataset).plain()) == [
        "Kenya and Egypt dammed Tana to make power; height: 80",
        "Kenya owes 5 million to Egypt",
    ]
