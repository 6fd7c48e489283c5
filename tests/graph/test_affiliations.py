"""What two have in common, and how far they vote alike: worked by hand, and against plain sets on random tables."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.graph.projection import links_of, projection
from relgraph.graph.views import View
from relgraph.graph.weighing import Link, Weighing

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.graph.affiliations import Part
    from relgraph.graph.weighing import Links
    from tests.world import World

MEMBERS = """
memberships:
  - {member: [kenya, egypt, vietnam], in: united-nations}
  - {member: [kenya, egypt], in: asean, since: 1990, until: 1995}
  - {member: [kenya, egypt], in: asean, since: 1996}
  - {member: brazil, in: asean, status: intended}
agreements:
  pact: {parties: [kenya, egypt, brazil]}
"""
RESOLUTIONS = """
resolutions:
  r1: {name: R1, body: united-nations, on: 2020}
  r2: {name: R2, body: united-nations, on: 2020}
  r3: {name: R3, body: united-nations, on: 2020}
votes:
  - {voter: [kenya, egypt], on_text: r1, kind: in-favour, on: 2020}
  - {voter: vietnam, on_text: r1, kind: against, on: 2020}
  - {voter: kenya, on_text: r2, kind: against, on: 2020}
  - {voter: france, on_text: r2, kind: veto, on: 2020}
  - {voter: [egypt, vietnam], on_text: r2, kind: abstention, on: 2020}
  - {voter: kenya, on_text: r3, kind: in-favour, on: 2020}
  - {voter: [egypt, vietnam], on_text: r3, kind: absence, on: 2020}
"""


def links(dataset: Dataset, network: str, *kinds: str, joint: int = 1) -> dict[tuple[str, str], Link]:
    found: Links[Part] = links_of(dataset, View(kinds=frozenset(kinds) or None), Weighing(network, joint=joint))
    return dict(found.make(found.pieces))


def test_bodies_that_two_share_count_once_each(world: World) -> None:
    assert links(world(MEMBERS), "shared") == {
        ("egypt", "kenya"): Link(2, 2),
        ("egypt", "vietnam"): Link(1, 1),
        ("kenya", "vietnam"): Link(1, 1),
    }


def test_the_bodies_themselves_are_no_isolates(world: World) -> None:
    graph = projection(world(MEMBERS), weighing=Weighing("shared"))

    assert {"asean", "united-nations"}.isdisjoint(graph)
    assert {"brazil", "kenya"} <= set(graph)


def test_the_body_in_which_states_vote_is_no_voter_without_a_tie(world: World) -> None:
    dataset = world(RESOLUTIONS)

    assert set(projection(dataset, weighing=Weighing("agreement"))) == {
        *(one for one, actor in dataset.actors.items() if actor.kind == "country")
    }


def test_parties_of_an_agreement_share_it(world: World) -> None:
    assert links(world(MEMBERS), "shared", "agreement") == dict.fromkeys(
        combinations(["brazil", "egypt", "kenya"], 2), Link(1, 1)
    )


def test_who_votes_alike_agrees_in_that_share_of_joint_votes(world: World) -> None:
    """A veto is a vote against; who is absent takes no position; who never agrees is not linked."""
    dataset = world(RESOLUTIONS)

    assert links(dataset, "agreement") == {
        ("egypt", "kenya"): Link(0.5, 2),
        ("egypt", "vietnam"): Link(0.5, 2),
        ("france", "kenya"): Link(1, 1),
    }
    assert ("france", "kenya") not in links(dataset, "agreement", joint=2)
    found = links_of(dataset, View(), Weighing("agreement", joint=2))
    assert found.left_out == (("without a position", 2),)
    assert found.weight == "agreement: the share of joint votes, of 2 or more, in which two take the same position"


@pytest.mark.parametrize(
    ("network", "kind", "message"),
    [
        ("shared", "partnership", "partnership has nothing that two could share"),
        ("agreement", "membership", "membership has no positions that could be alike"),
    ],
)
def test_kinds_that_do_not_fit_are_refused(world: World, network: str, kind: str, message: str) -> None:
    with pytest.raises(MisuseError, match=message):
        links(world(MEMBERS), network, kind)


def test_no_facts_make_no_links(world: World) -> None:
    assert links(world(""), "shared") == links(world(""), "agreement") == {}


@pytest.mark.parametrize("seed", range(3))
def test_random_votes_agree_as_plain_sets_count_them(world: World, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - chance, not secrets
    states = ["brazil", "egypt", "france", "kenya", "malaysia", "russia", "vietnam"]
    stands = {
        (one, f"t{n}"): draw.choice(["in-favour", "against", "abstention", "absence"])
        for one in states
        for n in range(9)
    }
    texts = "".join(f"  t{n}: {{name: T{n}, body: united-nations, on: 2020}}\n" for n in range(9))
    votes = "".join(
        f"  - {{voter: {one}, on_text: {text}, kind: {how}, on: 2020}}\n" for (one, text), how in stands.items()
    )
    voted = {
        one: {text: how for (other, text), how in stands.items() if other == one and how != "absence"} for one in states
    }
    expected = {}
    for one, other in combinations(states, 2):
        joint = voted[one].keys() & voted[other].keys()
        alike = sum(voted[one][text] == voted[other][text] for text in joint)
        if len(joint) >= 4 and alike:
            expected[one, other] = Link(alike / len(joint), len(joint))

    assert links(world(f"resolutions:\n{texts}votes:\n{votes}"), "agreement", joint=4) == expected != {}


def test_the_share_is_told_with_how_many_are_wanted_where_that_is_more_than_one(world: World) -> None:
    found: Links[Part] = links_of(world(RESOLUTIONS), View(), Weighing("agreement"))

    assert found.weight == "agreement: the share of joint votes, in which two take the same position"
