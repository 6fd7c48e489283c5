"""Treaties and alliances that somebody leaves, and the status that a treaty has by what its participants did."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.plain import plain_end
from relgraph.analysis.two_days import compare_days
from relgraph.export.records import fact_of, plain_record
from relgraph.facts.sentences import sentence
from relgraph.graph.multigraph import build_graph
from relgraph.graph.views import View
from relgraph.reading.dates import Truth, day_asked
from relgraph.webpage.data.facts import fact_record

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


def test_who_had_left_before_it_was_over_was_no_more_in_it(world: World) -> None:
    dataset = world(LEAGUE % ", on: 1980}, {participant: egypt, treaty: league, kind: denunciation, on: 2009")

    assert sentence(dataset, node(dataset, "league")) == (
        "the League was formerly an alliance of Kenya and Egypt; until 1980 also France"
    )
    assert tied(dataset, "kenya", "egypt", "2000")
    assert not tied(dataset, "kenya", "france", "2000")


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


AGAIN = """
    alliances: {league: {name: the League, members: [kenya, egypt, france, russia], since: 1950}}
    treaty_actions:
      - {id: out, participant: france, treaty: league, kind: withdrawal, on: 1966-03-07}
      - {id: back, participant: france, treaty: league, kind: accession, on: 2009}
      - {id: again, participant: france, treaty: league, kind: withdrawal, on: 2015}
"""
ALL_FOUR = "the League is an alliance of Kenya, Egypt, France and Russia"
WITHOUT = "the League is an alliance of Kenya, Egypt and Russia"
GAP = "from 7 March 1966 to 2009"


@pytest.mark.parametrize(
    ("day", "so", "told"),
    [
        ("1960", True, ALL_FOUR),
        ("1980", False, f"{WITHOUT}; until 7 March 1966 also France"),
        ("2012", True, f"{ALL_FOUR}; without France {GAP}"),
        ("2020", False, f"{WITHOUT}; until 7 March 1966 and from 2009 to 2015 also France"),
        (None, False, f"{WITHOUT}; until 7 March 1966 and from 2009 to 2015 also France"),
    ],
)
def test_who_leaves_joins_again_and_leaves_again(world: World, day: str | None, so: object, told: str) -> None:
    dataset = world(AGAIN)

    assert sentence(dataset, node(dataset, "league"), day_asked(day) if day else None) == told
    assert tied(dataset, "kenya", "france", day) is so
    assert tied(dataset, "kenya", "russia", day)


def test_who_is_back_stands_in_it_as_before(world: World) -> None:
    dataset = world(AGAIN.replace("2015", "2015, status: intended"))
    league = node(dataset, "league")
    (about,) = (
        about
        for source, _, about in build_graph(dataset).edges(data=True)
        if (source, about["relation"]) == ("france", "alliance")
    )

    assert sentence(dataset, league) == f"{ALL_FOUR}; without France {GAP}"
    assert (about["effect"], about.get("until")) == ("current", None)
    assert tied(dataset, "kenya", "france")
    assert league.closed is not None
    assert league.closed.premises == ("out", "back")


@pytest.mark.parametrize(
    ("events", "so"),
    [
        ("{participant: egypt, treaty: pact, kind: accession, on: 2010}", True),
        ("{participant: egypt, treaty: pact, kind: accession, on: 2001}", False),  # that of the year in which it left
        ("{participant: egypt, treaty: pact, kind: accession, on: 1999}", False),
        ("{participant: egypt, treaty: pact, kind: accession}", False),
        ("{participant: egypt, treaty: pact, kind: signature, on: 2010}", False),
        ("{participant: egypt, treaty: pact, kind: accession, on: 2010, stance: against}", False),
        ("{participant: kenya, treaty: pact, kind: accession, on: 2010}", False),
    ],
)
def test_what_brings_a_party_back(world: World, events: str, so: object) -> None:
    dataset = world(f"""
        agreements: {{pact: {{name: the Pact, parties: [kenya, egypt, france], since: 1991, status: in-force}}}}
        treaty_actions:
          - {{participant: egypt, treaty: pact, kind: denunciation, on: 2001}}
          - {events}
    """)

    assert ("egypt" in {end.id for end in node(dataset, "pact").ends if end.until is None}) is so


def test_what_entered_into_force_for_it_counts_before_its_accession(world: World) -> None:
    dataset = world(
        AGAIN + "      - {id: bound, participant: france, treaty: league, kind: entry-into-force, on: 2010-06}\n"
    )

    assert "from June 2010 to 2015" in sentence(dataset, node(dataset, "league"))


def test_parts_in_a_treaty_begin_again_and_end_again(world: World) -> None:
    dataset = world(AGAIN.replace("alliances", "agreements").replace("members", "status: in-force, parties"))
    parts = [fact for fact in dataset.derived if fact.kind == "treaty-participation" and "france" in fact.pair]

    assert [(fact.status, str(fact.when.since), str(fact.when.until)) for fact in parts] == [("ended", "2009", "2015")]


def test_of_two_who_come_and_go_it_is_over_when_one_alone_is_left(world: World) -> None:
    gone = "{participant: %s, treaty: league, kind: withdrawal, on: %s}"
    record = "alliances: {league: {name: the League, members: [kenya, egypt, france], since: 1950}}"
    back = "{participant: france, treaty: league, kind: accession, on: 1970}"
    lasting = world(f"    {record}\n    treaty_actions: [{gone % ('france', 1960)}, {back}, {gone % ('egypt', 1980)}]")
    over = world(f"    {record}\n    treaty_actions: [{gone % ('france', 1960)}, {back}, {gone % ('egypt', 1965)}]")

    assert node(lasting, "league").status == "in-force"
    assert (node(over, "league").status, str(node(over, "league").when.until)) == ("ended", "1965")


def test_what_is_kept_and_exported_tells_the_days_away(world: World) -> None:
    dataset = world(AGAIN)
    league = node(dataset, "league")
    kept = fact_of(json.loads(json.dumps(plain_record(league))))

    assert kept.ends == league.ends
    assert [plain_end(dataset, end) for end in league.ends if end.away] == [
        {
            "role": "members",
            "id": "france",
            "name": "France",
            "type": "country",
            "until": "2015",
            "away": [{"since": "1966-03-07", "until": "2009"}],
        }
    ]


def test_the_page_tells_it_of_each_day(world: World) -> None:
    told = fact_record(dataset := world(AGAIN), node(dataset, "league"))["told"]

    assert [one["says"] for one in told] == [
        ALL_FOUR,
        f"{WITHOUT}; until 7 March 1966 also France",
        ALL_FOUR,  # in 2009 it may not have been back yet
        f"{ALL_FOUR}; without France {GAP}",
        f"{WITHOUT}; until 7 March 1966 and from 2009 to 2015 also France",
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("1960", "1980"), ["ended for France: the League is an alliance of Kenya, Egypt and Russia"]),
        (("1980", "2012"), ["gained: France has consented to be bound by the League"]),  # that says it already
        (("1960", "2012"), ["gained: France has consented to be bound by the League"]),
        (("1960", "2020"), ["ended for France: the League is an alliance of Kenya, Egypt and Russia"]),
    ],
)
def test_two_days_compared_tell_who_left_and_who_came_back(
    world: World, days: tuple[str, str], told: list[str]
) -> None:
    lines = [line for line in compare_days(world(AGAIN), *days).lines() if line.startswith(("gained", "ended"))]

    assert [line.partition(" [")[0].partition(";")[0] for line in lines] == told


def test_who_left_on_a_day_that_is_known_to_the_year_left_maybe(world: World) -> None:
    (change,) = compare_days(world(LEAGUE % ", on: 2005"), "2005-06-30", "2010").plain()["changes"][:1]

    assert (change["change"], change["certain"], change["who"]) == ("ended", False, "france")


OWN_KINDS = """
relations:
  step:
    section: steps
    label: step
    form: tie
    time: moment
    statuses: [occurred]
    status: occurred
    kinds: [out, back]
    ends: {by: {types: [country]}, at: {types: [alliance]}}
    reads: {forward: "{by} took a step at {at}", back: "{by} took a step at {at}"}
    closes: [{kind: alliance, from: by, to: at, leaves: [members], kinds: [out], returns: [back], rule: out}]
"""


def test_a_kind_of_ones_own_lets_some_leave_and_come_back_to_where_it_leads(world: World) -> None:
    facts = """
        alliances: {league: {name: the League, members: [kenya, egypt, france], since: 1950}}
        steps: [{by: france, at: league, kind: out, on: 1966}, {by: france, at: league, kind: back, on: 2009}]
    """
    dataset = world(facts, {"graph/vocabulary.yaml": OWN_KINDS})
    (france,) = (end for end in node(dataset, "league").ends if end.id == "france")

    assert [(str(one.since), str(one.until)) for one in france.away] == [("1966", "2009")]
