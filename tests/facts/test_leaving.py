"""Treaties and alliances that somebody leaves, and the status that a treaty has by what its participants did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.paths.find import find_path
from relgraph.facts.sentences import sentence
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.reading.dates import Truth, day_asked

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from tests.world import World

PACT = """
    agreements: {pact: {name: the Pact, %s: [kenya, egypt], since: 1991, status: in-force}}
    treaty_actions:
      - {participant: [kenya, egypt], treaty: pact, kind: entry-into-force, on: 1991}
      - {id: out, participant: egypt, treaty: pact, kind: %s, on: 2001, takes_effect: 2002}
"""
LEAGUE = """
    alliances: {league: {name: the League, members: [kenya, egypt, france], since: 1950}}
    treaty_actions: [{id: out, participant: france, treaty: league, kind: withdrawal%s}]
"""
SIGNED = "{participant: kenya, treaty: pact, kind: signature, on: 1990}"


def node(dataset: Dataset, name: str) -> Fact:
    return dataset.by_id[name]


def tied(dataset: Dataset, one: str, other: str, day: str | None = None) -> bool:
    """Whether the two are tied directly on a day."""
    found = find_path(dataset, one, other, view=View(as_of=day_asked(day) if day else None))
    return found.found and found.best.hops == 1


@pytest.mark.parametrize("role", ["parties", "signatories"])
@pytest.mark.parametrize("kind", ["denunciation", "withdrawal"])
def test_a_treaty_of_two_ends_for_both_when_one_denounces_it(world: World, role: str, kind: str) -> None:
    dataset = world(PACT % (role, kind))
    pact, parts = node(dataset, "pact"), [fact for fact in dataset.derived if fact.kind == "treaty-participation"]

    assert (pact.status, str(pact.when.until), pact.closed and pact.closed.premises) == ("ended", "2002", ("out",))
    assert {(fact.pair[0], fact.status, str(fact.when.until)) for fact in parts} == {
        ("egypt", "ended", "2002"),
        ("kenya", "ended", "2002"),
    }


def test_the_two_were_tied_by_it_until_that_took_effect(world: World) -> None:
    dataset = world(PACT % ("parties", "denunciation"))

    assert [tied(dataset, "kenya", "egypt", day) for day in ("2000", "2001-12-31", "2003", None)] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("more", [", status: intended", ", stance: against", ", disputed: yes"])
def test_a_denunciation_that_is_planned_or_denied_ends_nothing(world: World, more: str) -> None:
    dataset = world((PACT % ("parties", "denunciation")).replace(", takes_effect: 2002", more))

    assert node(dataset, "pact").status == "in-force"


def test_an_alliance_of_three_goes_on_for_two(world: World) -> None:
    dataset = world(LEAGUE % ", on: 2005")
    league = node(dataset, "league")

    assert (league.status, league.when.until) == ("in-force", None)
    assert sentence(dataset, league) == "the League is an alliance of Kenya and Egypt; until 2005 also France"
    assert sentence(dataset, league, day_asked("2000")) == "the League is an alliance of Kenya, Egypt and France"
    assert [tied(dataset, "kenya", "egypt", day) for day in ("2000", "2010", None)] == [True, True, True]
    assert [tied(dataset, "kenya", "france", day) for day in ("2000", "2010", None)] == [True, False, False]


def test_who_left_on_a_day_that_is_not_told_was_there_maybe(world: World) -> None:
    dataset = world(LEAGUE % "")

    assert sentence(dataset, node(dataset, "league")) == (
        "the League is an alliance of Kenya and Egypt; formerly also France"
    )
    found = find_path(dataset, "kenya", "france", view=View(as_of=day_asked("2000")))
    assert [tie.truth for tie in found.best.steps[0].ties] == [Truth.MAYBE]
    assert not tied(dataset, "kenya", "france")
    assert not find_path(dataset, "kenya", "france", view=View(as_of=day_asked("2000"), certain=True)).found


def test_once_fewer_than_two_are_left_it_is_over(world: World) -> None:
    more = ", on: 2005}, {participant: egypt, treaty: league, kind: denunciation, on: 2009"
    league = node(world(LEAGUE % more), "league")

    assert (league.status, str(league.when.until)) == ("ended", "2009")


def test_the_edge_of_who_left_is_over(world: World) -> None:
    edges = build_graph(world(LEAGUE % ", on: 2005")).edges(data=True)
    told = {
        source: (about["effect"], about.get("until")) for source, _, about in edges if about["relation"] == "alliance"
    }

    assert told == {"kenya": ("current", None), "egypt": ("current", None), "france": ("ended", "2005")}


@pytest.mark.parametrize(
    ("actions", "status", "dates"),
    [
        ("{participant: [kenya, egypt], treaty: pact, kind: signature, on: 1990}", "signed", {"on": "1990"}),
        (f"{SIGNED}, {{participant: egypt, treaty: pact, kind: signature, on: 1991}}", "signed", {}),
        (
            f"{SIGNED}, {{participant: kenya, treaty: pact, kind: entry-into-force, on: 1994}}",
            "in-force",
            {"since": "1994"},
        ),
        ("{participant: kenya, treaty: pact, kind: signature, status: intended}", "unstated", {}),
        ("{participant: kenya, treaty: pact, kind: ratification, on: 1990}", "unstated", {}),
    ],
)
def test_a_treaty_has_the_status_that_its_participants_gave_it(
    world: World, actions: str, status: str, dates: dict[str, str]
) -> None:
    record = "agreements: {pact: {name: the Pact, parties: [kenya, egypt]}}"
    pact = node(world(f"    {record}\n    treaty_actions: [{actions}]"), "pact")

    assert (pact.status, {word: str(date) for word, date in pact.when}) == (status, dates)


def test_a_status_that_is_stated_stays(world: World) -> None:
    dataset = world("""
        agreements: {pact: {name: the Pact, parties: [kenya, egypt], status: in-force}}
        treaty_actions: [{participant: kenya, treaty: pact, kind: signature, on: 1990}]
    """)

    assert node(dataset, "pact").status == "in-force"
