"""The steps that a path may take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.graph.ties import ALL, TIES, collect_ties, is_walked, path_kinds
from relgraph.graph.views import View
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.rungs import UNRANKED
from tests.world import FRIENDSHIP

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

STATED = View(stated=True)


def pairs(dataset: Dataset, view: View = STATED) -> list[str]:
    """The tied pairs, such as "kenya-vietnam"."""
    between = collect_ties(dataset, view).between
    return sorted(f"{one}-{other}" for one, others in between.items() for other in others if one < other)


def test_a_partnership_ties_both_ways_round(world: World) -> None:
    ties = collect_ties(world("partnerships: [{of: vietnam, with: kenya, tier: csp}]"), STATED)

    assert ties.between["vietnam"]["kenya"] is ties.between["kenya"]["vietnam"]
    assert len(ties.between["kenya"]["vietnam"]) == 1
    assert ties.pairs == 1


def test_a_mission_ties_its_sender_to_its_host_and_to_whom_it_covers(world: World) -> None:
    dataset = world("missions: {embassy: {sender: vietnam, host: egypt, covers: [kenya, france]}}")

    assert pairs(dataset) == ["egypt-vietnam", "france-vietnam", "kenya-vietnam"]


def test_a_pair_that_two_roles_tie_is_tied_once(world: World) -> None:
    ties = collect_ties(world("missions: {embassy: {sender: vietnam, host: egypt, covers: [egypt]}}"), STATED)

    assert len(ties.between["egypt"]["vietnam"]) == 1


@pytest.mark.parametrize(
    ("parties", "tied"),
    [
        ("[kenya, vietnam]", ["kenya-vietnam"]),
        ("[kenya, vietnam, egypt]", []),  # a convention of many ties no two of them
        ("[kenya]", []),
        ("[kenya, chamber-hanoi]", []),  # organisations are not walked
        ("[chamber-hanoi, chamber-nairobi]", []),
        ("[asean, vietnam]", ["asean-vietnam"]),
    ],
)
def test_an_agreement_ties_two_parties(world: World, parties: str, tied: list[str]) -> None:
    assert pairs(world(f"agreements: {{treaty: {{parties: {parties}}}}}")) == tied


def test_groups_are_not_walked_but_their_members_are(world: World) -> None:
    dataset = world("partnerships: [{of: vietnam, with: {every: two-powers}, tier: csp}]")

    assert pairs(dataset) == []
    assert pairs(dataset, View()) == ["france-vietnam", "russia-vietnam"]


def test_other_kinds_take_part_when_they_are_asked_for(world: World) -> None:
    dataset = world("cooperations: [{of: kenya, with: egypt}]")

    assert pairs(dataset) == []
    assert pairs(dataset, View(stated=True, kinds=frozenset({"cooperation"}))) == ["egypt-kenya"]


EVERYBODY = """
    partnerships: [{id: tie, of: kenya, with: [egypt, two-powers]}]
    events: {fair: {name: the Fair, host: kenya, series: asean, place: nairobi}}
    participations: [{id: came, participant: cuong, in: fair}]
    counts: [{id: total, of: brazil, what: x, says: 3}]
"""


def test_through_everybody_all_but_groups_and_figures_tie(world: World) -> None:
    ties = collect_ties(world(EVERYBODY), STATED, ALL)
    tied = {f"{one}-{other}" for one, others in ties.between.items() for other in others if one < other}

    assert tied >= {"egypt-kenya", "fair-kenya", "asean-fair", "fair-nairobi", "cuong-fair"}
    assert "two-powers" not in ties.between
    assert "brazil" not in ties.between
    assert "count" not in ties.kinds
    assert ties.scope == ALL


def test_who_stands_in_a_role_of_a_node_is_tied_to_it_and_it_reads_both_ways(world: World) -> None:
    ties = collect_ties(world(EVERYBODY), STATED, ALL)
    (tie,) = ties.between["asean"]["fair"]

    assert (tie.source, tie.target, tie.level) == ("asean", "fair", UNRANKED)
    assert tie.walk.forward == "{series}: series of {fact}"
    assert tie.walk.back == "{fact} has {series} as series"


@pytest.mark.parametrize(
    ("one", "scope", "walked"),
    [
        ("kenya", TIES, True),
        ("asean", TIES, True),
        ("nairobi", TIES, False),
        ("fair", TIES, False),
        ("nairobi", ALL, True),
        ("fair", ALL, True),
        ("two-powers", TIES, False),
        ("two-powers", ALL, False),
        ("nobody", ALL, False),
    ],
)
def test_whom_paths_go_through(world: World, one: str, scope: str, *, walked: bool) -> None:
    assert is_walked(one, world(EVERYBODY), scope) is walked


RIVALRY = """
    relations:
      rivalry:
        section: rivalries
        label: rivalry
        form: node
        path: true
        time: none
        statuses: [in-force]
        status: in-force
        ends: {rival: {types: [country], many: true}, against: {types: [country], many: true}}
        walks:
          - {from: rival, to: against, most: 2, forward: "{rival} vies with {against}", back: "{against} and {rival}"}
          - {from: against, to: rival, most: 2, forward: "{against} answers {rival}", back: "{rival} and {against}"}
"""


@pytest.mark.parametrize(
    ("against", "tied"),
    [
        ("[egypt]", ["egypt-kenya"]),
        ("[egypt, kenya]", ["egypt-kenya"]),  # nobody is tied to itself
        ("[brazil, egypt]", ["brazil-kenya", "egypt-kenya"]),
        ("[brazil, egypt, france]", []),  # more than the walk takes
    ],
)
def test_a_pair_that_two_walks_tie_from_either_end_is_tied_once(world: World, against: str, tied: list[str]) -> None:
    facts = f"rivalries: {{vie: {{rival: [kenya], against: {against}}}}}"
    ties = collect_ties(world(facts, {"graph/vocabulary.yaml": RIVALRY}), STATED)

    assert pairs(world(facts, {"graph/vocabulary.yaml": RIVALRY})) == tied
    assert not any(one in others for one, others in ties.between.items())
    assert all(len(ties.between[one][other]) == 1 for one, other in (pair.split("-") for pair in tied))
    assert [tie.walk.source for pair in tied for tie in ties.best(*pair.split("-"))] == ["rival"] * len(tied)


def test_membership_does_not_tie_by_default(world: World) -> None:
    assert pairs(world("memberships: [{member: vietnam, in: asean}]")) == []


def test_of_the_kinds_that_are_there_the_vocabulary_says_which_are_walked(world: World) -> None:
    walked = {kind.id for kind in shipped_vocabulary().relations.values() if kind.path}

    assert {"partnership", "diplomatic-relations", "mission", "agreement", "alliance"} <= walked
    assert path_kinds(world()) == ()
    assert set(path_kinds(world(PARALLEL))) == {"partnership", "diplomatic-relations", "agreement"}


PARALLEL = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp}
      - {id: beside, of: vietnam, with: kenya, tier: sectoral}
    diplomatic_relations: [{id: relations, of: vietnam, with: kenya}]
    agreements: {treaty: {parties: [kenya, vietnam]}}
"""


def test_the_best_ties_of_a_pair_are_those_on_its_highest_rung(world: World) -> None:
    ties = collect_ties(world(PARALLEL))

    assert len(ties.between["kenya"]["vietnam"]) == 4
    assert [tie.fact.id for tie in ties.best("kenya", "vietnam")] == ["csp"]
    assert ties.network.rungs.name(ties.network.levels["kenya"]["vietnam"]) == "csp"
    assert (ties.network.levels["kenya"]["vietnam"],) == tuple(ties.network.rungs.called("csp"))


def test_among_the_best_ties_stated_ones_come_first(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: with-group, of: vietnam, with: {every: two-powers}, tier: csp}
          - {id: zz-stated, of: vietnam, with: france, tier: csp, since: 2025}
          - {id: aa-special, of: vietnam, with: russia, tier: special}
    """)
    ties = collect_ties(dataset)

    assert [tie.fact.id for tie in ties.best("france", "vietnam")] == ["zz-stated"]  # it is the derived one, stated
    assert [tie.fact.derived for tie in ties.best("russia", "vietnam")] == [True]
    dataset = world("partnerships: [{id: zz-stated, of: vietnam, with: kenya, tier: relations}]")
    assert [tie.fact.id for tie in collect_ties(dataset).best("kenya", "vietnam")] == [
        "zz-stated",
        "derived:diplomatic-relations:kenya:vietnam",
    ]


def test_labels_beside_the_ladder_have_no_rung(world: World) -> None:
    dataset = world("partnerships: [{id: special, of: vietnam, with: kenya, tier: special}]")

    assert collect_ties(dataset, STATED).network.levels == {
        "vietnam": {"kenya": UNRANKED},
        "kenya": {"vietnam": UNRANKED},
    }


TWO_LADDERS = {
    "graph/vocabulary.yaml": """
        ladders:
          kenya: {owner: kenya, rungs: {friend: friend, brother: brother}}
    """
}


def test_a_tie_stands_on_the_ladder_of_its_first_end_that_has_one(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: one, of: egypt, with: kenya, tier: friend}
          - {id: two, of: vietnam, with: egypt, tier: csp}
        diplomatic_relations: [{id: three, of: kenya, with: france}]
        """,
        TWO_LADDERS,
    )
    ties = collect_ties(dataset, STATED)
    names = {pair: ties.network.rungs.name(ties.network.levels[pair[0]][pair[1]]) for pair in [("egypt", "kenya")]}

    assert names == {("egypt", "kenya"): "friend"}
    assert ties.network.rungs.name(ties.network.levels["egypt"]["vietnam"]) == "csp"
    assert ties.network.rungs.name(ties.network.levels["france"]["kenya"]) == "relations"  # Kenya's ladder has none


def test_a_pair_tied_on_two_ladders_stands_on_both(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: theirs, of: kenya, with: vietnam, tier: brother}
          - {id: ours, of: vietnam, with: kenya, tier: sp}
          - {id: lower, of: vietnam, with: kenya, tier: cp, since: 2030}
        """,
        TWO_LADDERS,
    )
    ties = collect_ties(dataset, STATED)

    assert [tie.fact.id for tie in ties.best("kenya", "vietnam")] == ["ours", "theirs"]
    assert ties.network.rungs.name(ties.network.levels["kenya"]["vietnam"]) == "sp and brother"
    for rung in ("sp", "cp", "brother", "friend"):
        threshold = ties.network.rungs.called(rung)[0]
        assert ties.network.at(threshold).joins("kenya", "vietnam")
    assert not ties.network.at(ties.network.rungs.called("csp")[0]).joins("kenya", "vietnam")


def test_a_kind_of_the_datasets_own_vocabulary_takes_part(world: World) -> None:
    dataset = world("friendships: [{of: kenya, with: egypt}]", {"graph/vocabulary.yaml": FRIENDSHIP})

    assert dataset.problems == ()
    assert pairs(dataset) == ["egypt-kenya"]
    assert "friendship" in collect_ties(dataset).kinds


def test_a_treaty_with_each_member_of_a_group_of_two_ties_the_two(world: World) -> None:
    dataset = world("agreements: {pact: {name: the Pact, parties: [{every: two-powers}]}}")
    three = world("agreements: {pact: {name: the Pact, parties: [kenya, {every: two-powers}]}}")

    assert pairs(dataset) == ["france-russia"]
    assert pairs(three) == []  # as where three are listed


def test_in_the_scope_of_all_a_tie_is_no_node(world: World) -> None:
    dataset = world(
        "letters: {note: {sender: kenya, recipient: egypt}}\ndiplomatic_relations: [{of: kenya, with: egypt}]"
    )
    ties = collect_ties(dataset, scope=ALL)

    assert set(ties.between) == {"egypt", "kenya", "note"}
    assert ties.size(dataset) == 3
