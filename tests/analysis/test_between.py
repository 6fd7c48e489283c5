"""All that ties two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.between import between
from relgraph.errors import MisuseError
from relgraph.graph.views import View

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    partnerships:
      - {id: now, of: vietnam, with: egypt, tier: csp, since: 2025}
      - {id: earlier, of: vietnam, with: egypt, tier: sp, since: 2015}
      - {id: plan, of: vietnam, with: kenya, tier: sp, status: intended}
    agreements:
      pact: {name: the Pact, parties: [vietnam, egypt, france]}
    events:
      summit: {name: the Summit, kind: summit, host: vietnam}
    participations:
      - {id: came, participant: kenya, in: summit}
    holds: [{id: office, holder: cuong, office: president-of-vietnam}]
    meetings:
      talks: {name: the talks, participants: [cuong, kenya]}
"""


def ids(facts: tuple[object, ...]) -> list[str]:
    return sorted(held.fact.id for held in facts)  # type: ignore[attr-defined]


def test_direct_ties_are_past_present_and_planned(world: World) -> None:
    dataset = world(FACTS)

    assert ids(between(dataset, "vietnam", "egypt", View(stated=True)).direct) == ["earlier", "now", "pact"]
    assert ids(between(dataset, "vietnam", "kenya").direct) == ["plan"]


def test_two_are_tied_through_an_event_that_both_take_part_in(world: World) -> None:
    (shared,) = between(world(FACTS), "Vietnam", "Kenya").shared

    assert shared.node == "summit"
    assert ids(shared.of_source) == ["summit"]
    assert ids(shared.of_target) == ["came"]


def test_those_who_hold_an_office_tie_the_country_they_hold_it_for(world: World) -> None:
    assert ids(between(world(FACTS), "Vietnam", "Kenya").people) == ["talks"]


def test_organs_stand_for_whom_they_belong_to(world: World) -> None:
    facts = """
        meetings:
          one: {participants: [chamber-hanoi, kenya]}
          other: {participants: [chamber-hanoi, chamber-nairobi, egypt]}
          own: {participants: [chamber-hanoi, vietnam]}
          far: {participants: [chamber-hanoi, egypt]}
        holds: [{id: office, holder: cuong, office: president-of-vietnam}]
        visits: [{id: visit, visitor: cuong, host: kenya}]
    """

    assert ids(between(world(facts), "Vietnam", "Kenya").people) == ["one", "other", "visit"]
    assert ids(between(world(facts), "Kenya", "Vietnam").people) == ["one", "other", "visit"]


def test_a_node_is_shared_whoever_stands_in_it_and_however(world: World) -> None:
    facts = """
        events: {fair: {name: the Fair}, race: {host: kenya}, feast: {host: [kenya, egypt]}}
        participations:
          - {id: came, participant: kenya, in: fair}
          - {id: came-too, participant: egypt, in: fair}
          - {id: again, participant: egypt, in: fair, as: guest}
          - {id: ran, participant: egypt, in: feast}
    """
    (shared,) = between(world(facts), "Kenya", "Egypt").shared

    assert (shared.node, ids(shared.of_source), ids(shared.of_target)) == ("fair", ["came"], ["again", "came-too"])


@pytest.mark.usefixtures("believed")
def test_all_is_told_direct_first_then_through_whom_or_what(world: World) -> None:
    found = between(world(FACTS), "Vietnam", "Kenya")

    assert str(found).splitlines() == [
        "between Việt Nam and Kenya",
        "",
        "direct (1)",
        "  Việt Nam intends a Strategic Partnership with Kenya",
        "",
        "through people and organs (1)",
        "  Lương Cường and Kenya met",
        "",
        "through one node (1)",
        "  the Summit",
        "    the Summit took place, hosted by Việt Nam",
        "    Kenya took part in the Summit",
    ]
    assert [(row["how"], row["id"], row["status"]) for row in found.rows()] == [
        ("direct", "plan", "intended"),
        ("people", "talks", "occurred"),
        ("through summit", "summit", "occurred"),
        ("through summit", "came", "occurred"),
    ]


def test_all_is_plain_data(world: World) -> None:
    plain = between(world(FACTS), "Vietnam", "Kenya").plain()
    (shared,) = plain["shared"]

    assert list(plain) == ["asked", "from", "to", "direct", "shared", "people", "may_cover", "silence"]
    assert plain["asked"]["between"] == ["vietnam", "kenya"]
    assert (plain["from"], plain["to"]) == ("vietnam", "kenya")
    assert [(fact["id"], fact["holds"]) for fact in (*plain["direct"], *plain["people"])] == [
        ("plan", "no"),  # what is intended does not hold
        ("talks", "yes"),
    ]
    assert (shared["node"], shared["name"]) == ("summit", "the Summit")
    found = between(world(FACTS), "Vietnam", "Kenya")
    assert all(tuple(row) == found.columns for row in found.rows())
    assert [fact["id"] for fact in (*shared["from"], *shared["to"])] == ["summit", "came"]


@pytest.mark.usefixtures("believed")
def test_what_was_replaced_or_is_denied_is_told_as_such(world: World) -> None:
    facts = FACTS.replace("with: kenya, tier: sp, status: intended", "with: kenya, tier: sp, disputed: yes")

    assert "  Disputed: Việt Nam has a Strategic Partnership with Kenya\n" in str(
        between(world(facts), "Vietnam", "Kenya")
    )
    assert "Partnership with Egypt [since 2015; superseded]" in str(between(world(facts), "Vietnam", "Egypt"))


def test_a_view_of_one_status_narrows_it(world: World) -> None:
    found = between(world(FACTS), "Vietnam", "Kenya", View(statuses=frozenset({"intended"})))

    assert ids(found.direct) == ["plan"]


def test_two_whom_nothing_ties(world: World) -> None:
    found = between(world(FACTS), "Brazil", "Kenya")

    assert not found.found
    head, nothing, why = str(found).splitlines()
    assert (head, nothing) == ("between Brazil and Kenya", "nothing in this view ties them")
    assert why.startswith("not known: meetings, participations, partnerships; not covered: ")
    assert list(found.rows()) == []


def test_it_needs_two(world: World) -> None:
    with pytest.raises(MisuseError, match="both are Việt Nam"):
        between(world(FACTS), "VN", "Vietnam")


def test_a_notebook_shows_it_as_a_table_with_names_as_text(world: World) -> None:
    facts = FACTS.replace("the Pact", "'<b>Pact</b>'")
    shown = between(world(facts), "Vietnam", "Egypt")._repr_html_()

    assert shown.startswith("<table><caption>between Việt Nam and Egypt</caption>")
    assert "".join(f"<th>{column}</th>" for column in ("how", "says", "dates", "status", "holds")) in shown
    assert "<th>derived</th><th>superseded</th><th>sources</th>" in shown
    assert "&lt;b&gt;Pact&lt;/b&gt;" in shown
    assert "<b>" not in shown


def test_what_holds_comes_first_the_closest_and_the_earliest_before_the_others(world: World) -> None:
    facts = """
        visits:
          - {id: a-later, visitor: vietnam, host: kenya, on: 2025}
          - {id: b-earlier, visitor: vietnam, host: kenya, on: 2020}
        partnerships:
          - {id: c-planned, of: vietnam, with: kenya, tier: csp, status: intended}
          - {id: d-held, of: vietnam, with: kenya, tier: cp}
        diplomatic_relations: [{id: e-low, of: vietnam, with: kenya}]
    """
    found = between(world(facts), "vietnam", "kenya")

    assert [one.fact.id for one in found.direct] == ["d-held", "e-low", "b-earlier", "a-later", "c-planned"]


def test_a_node_is_no_go_between_of_itself_and_whoever_stands_in_it(world: World) -> None:
    found = between(world(FACTS), "egypt", "pact")

    assert (ids(found.direct), found.shared) == (["pact"], ())


def test_an_embassy_at_a_city_ties_its_country_itself(world: World) -> None:
    found = between(world("missions: {embassy: {kind: embassy, sender: kenya, seat: hanoi}}"), "kenya", "vietnam")
    elsewhere = between(
        world("meetings: {talks: {name: the talks, participants: [ruto], place: hanoi}}"), "ruto", "vietnam"
    )

    assert "embassy" in ids(found.direct)
    assert found.people == elsewhere.direct == ()


def test_the_members_of_a_group_that_stands_in_a_treaty_for_each_of_them_are_tied_by_it(world: World) -> None:
    treaty = "agreements: {treaty: {name: the Treaty, parties: [kenya, %s]}}"

    assert ids(between(world(treaty % "{every: two-powers}"), "kenya", "russia").direct) == ["treaty"]
    assert ids(between(world(treaty % "{every: two-powers}"), "france", "russia").direct) == ["treaty"]
    assert ids(between(world(treaty % "two-powers"), "kenya", "russia").direct) == []
