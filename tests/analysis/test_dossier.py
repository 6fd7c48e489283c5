"""The dossier of an actor or a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.between import between
from relgraph.analysis.dossier import Dossier, dossier
from relgraph.errors import MisuseError
from relgraph.graph.views import View

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    partnerships:
      - {id: cp, of: vietnam, with: egypt, tier: cp, evidence: {p: 1}}
      - {id: csp, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 2}]}
      - {id: plan, of: vietnam, with: brazil, tier: csp, status: intended, per: ruto}
    holds: [{id: office, holder: cuong, office: president-of-vietnam}]
    missions: {embassy: {name: the Embassy, sender: vietnam, host: egypt}}
"""


def chapters(found: Dossier) -> dict[str, list[str]]:
    """Ids of the stated facts by chapter."""
    return {one.kind: [held.fact.id for held in one.facts if not held.fact.derived] for one in found.chapters}


def test_a_dossier_is_in_chapters_the_highest_tier_first(world: World) -> None:
    found = dossier(world(FACTS), "Vietnam")

    assert (found.id, found.name, found.kind) == ("vietnam", "Việt Nam", "country")
    assert chapters(found)["partnership"] == ["csp", "plan", "cp"]
    assert chapters(found)["mission"] == ["embassy"]


def test_what_holds_stands_before_what_is_planned_or_over(world: World) -> None:
    facts = """
        partnerships:
          - {id: a-plan, of: vietnam, with: brazil, tier: csp, status: intended}
          - {id: b-over, of: vietnam, with: egypt, tier: csp, status: ended}
          - {id: c-group, of: vietnam, with: {every: two-powers}, tier: csp}
          - {id: d-held, of: vietnam, with: kenya, tier: csp}
          - {id: e-low, of: vietnam, with: malaysia, tier: sp}
    """
    (partnerships,) = (one for one in dossier(world(facts), "vietnam").chapters if one.kind == "partnership")

    assert [held.fact.id for held in partnerships.facts] == [
        *("c-group", "d-held"),
        *("c-group:france", "c-group:russia"),  # derived ones after stated ones
        *("a-plan", "b-over"),
        "e-low",
    ]


def test_what_was_replaced_or_is_in_doubt_is_in_a_dossier_too(world: World) -> None:
    facts = """
        partnerships:
          - {id: now, of: vietnam, with: kenya, tier: csp, since: 2025}
          - {id: before, of: vietnam, with: kenya, tier: sp, since: 2010}
          - {id: denied, of: egypt, with: kenya, tier: relations, stance: against}
    """
    (partnerships,) = dossier(world(facts), "kenya", View(stated=True)).chapters

    assert [(held.fact.id, held.superseded.value) for held in partnerships.facts] == [
        ("now", "no"),
        ("before", "yes"),
        ("denied", "no"),
    ]


def test_what_a_part_takes_part_in_is_told_of_the_whole_but_not_the_other_way(world: World) -> None:
    facts = """
        affiliations: [{id: belongs, part: chamber-hanoi, of: vietnam}]
        visits: [{id: visit, visitor: chamber-hanoi, host: kenya}]
        counts: [{id: total, of: vietnam, what: x, says: 3}]
    """

    assert chapters(dossier(world(facts), "Vietnam")) == {
        "affiliation": ["belongs"],
        "visit": ["visit"],
        "count": ["total"],
    }
    assert chapters(dossier(world(facts), "chamber-hanoi")) == {"affiliation": ["belongs"], "visit": ["visit"]}


def test_chapters_are_called_what_several_of_the_kind_are(world: World) -> None:
    facts = """
        diplomatic_relations: [{of: kenya, with: egypt}]
        visits: [{visitor: kenya, host: egypt}]
        counts: [{of: kenya, what: guests, says: 3}]
    """
    found = dossier(world(facts), "kenya").chapters

    assert [(one.kind, one.label) for one in found] == [
        ("diplomatic-relations", "diplomatic relations"),
        ("visit", "visits"),
        ("count", "stated counts"),
    ]


def test_the_offices_of_a_country_are_in_its_dossier(world: World) -> None:
    found = dossier(world(FACTS), "vietnam")

    assert found.parts == ("chamber-hanoi", "hanoi", "president-of-vietnam")
    assert chapters(found)["hold"] == ["office"]


def test_who_says_a_thing_has_it_in_the_dossier(world: World) -> None:
    assert chapters(dossier(world(FACTS), "ruto")) == {"partnership": ["plan"]}


def test_a_fact_that_is_a_node_has_a_dossier(world: World) -> None:
    found = dossier(world(FACTS), "the embassy")

    assert found.actor is None
    assert found.fact is not None
    assert (found.kind, found.name) == ("mission", "the Embassy")
    assert chapters(found) == {"mission": ["embassy"]}


def test_facts_that_rest_on_one_source_are_named(world: World) -> None:
    found = dossier(world(FACTS), "kenya", View(stated=True))

    assert found.single_source == ("csp",)  # two paragraphs of one source
    two = FACTS.replace("[{p: 1}, {p: 2}]", "[{p: 1}, {p: 1, in: other}]")
    assert dossier(world(two, {"seeds/other.yaml": "{id: other, title: x}"}), "kenya").single_source == ()


def test_a_view_limits_a_dossier(world: World) -> None:
    assert chapters(dossier(world(FACTS), "vietnam", View(kinds=frozenset({"mission"})))) == {"mission": ["embassy"]}


def test_statuses_that_are_asked_for_come_beside_what_holds(world: World) -> None:
    found = dossier(world(FACTS), "brazil", View(statuses=frozenset({"ended"})))

    assert chapters(found) == {}


def test_an_actor_of_whom_nothing_is_said_has_an_empty_dossier(world: World) -> None:
    assert dossier(world(FACTS), "France").chapters == ()


def test_an_unknown_name_is_misuse(world: World) -> None:
    with pytest.raises(MisuseError, match='no actor is called "Atlantis"'):
        dossier(world(FACTS), "Atlantis")


TOLD = """
    partnerships:
      - id: csp
        of: vietnam
        with: kenya
        tier: csp
        since: 2025
        evidence: [{p: 1, terms: [csp]}, {p: 2, terms: ["2"]}]
    holds: [{id: office, holder: cuong, office: president-of-vietnam, seen: 2025}]
    missions: {embassy: {name: the Embassy, aliases: [Number Nine], kind: embassy, sender: vietnam, host: egypt}}
"""
CSP = "  Việt Nam has a Comprehensive Strategic Partnership with Kenya [since 2025; talks p 1, talks p 2]"


@pytest.mark.usefixtures("believed")
def test_a_dossier_is_told_chapter_by_chapter(world: World) -> None:
    found = dossier(world(TOLD), "vietnam", View(stated=True))
    cited = [
        '    talks p 1: "csp" (verified against the index)',
        '    for context, talks p 2: "2" (verified against the index)',
    ]

    assert str(found).splitlines() == [
        "Việt Nam (vietnam, country)",
        "also: Vietnam",
        "",
        "partnerships (1)",
        CSP,
        "",
        "missions (1)",
        "  Việt Nam keeps an embassy in Egypt",
        "",
        "offices held (1)",
        "  Lương Cường holds the office of President of Việt Nam [seen in 2025]",
        "",
        "3 facts, 1 of them resting on one source",
    ]
    assert list(found.lines(evidence=True))[4:7] == [CSP, *cited]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Hanoi", ["Hà Nội (hanoi, city)", "also: Hanoi", "part of: Việt Nam"]),
        ("two-powers", ["the two powers (two-powers, group)", "members: France, Russia (test)"]),
        ("three", ["the three (three, group)", "members: Brazil, Egypt (no basis given)"]),
    ],
)
def test_who_an_actor_is_stands_at_the_head_of_its_dossier(world: World, name: str, lines: list[str]) -> None:
    three = {"graph/actors/more.yaml": "groups: {three: {name: the three, members: [brazil, egypt]}}"}

    assert str(dossier(world(TOLD, three), name)).splitlines()[:-2] == lines


def test_of_a_country_without_a_fact_it_is_said_that_nobody_looked(world: World) -> None:
    found = dossier(world(TOLD), "Brazil")

    assert str(found).splitlines()[-2:] == ["0 facts, 0 of them resting on one source", "not covered: any kind"]
    assert found.plain()["silence"]["answer"] == "not covered"
    assert "silence" not in dossier(world(TOLD), "Egypt").plain()


def test_a_dossier_is_rows_and_plain_data(world: World) -> None:
    dataset = world(TOLD)
    found = dossier(dataset, "vietnam", View(stated=True))

    assert [(row["id"], row["kind"], row["sources"]) for row in found.rows()] == [
        ("csp", "partnership", "talks p 1, talks p 2"),
        ("embassy", "mission", ""),
        ("office", "hold", ""),
    ]
    plain = found.plain()
    asked, facts = plain.pop("asked"), plain.pop("facts")
    assert (asked["show"], asked["stated"]) == ("vietnam", True)
    assert {kind: [fact["id"] for fact in told] for kind, told in facts.items()} == {
        "partnership": ["csp"],
        "mission": ["embassy"],
        "hold": ["office"],
    }
    assert facts["partnership"][0]["holds"] == "yes"
    assert plain == {
        "id": "vietnam",
        "name": "Việt Nam",
        "kind": "country",
        "aliases": ["Vietnam"],
        "iso": "VN",
        "parts": ["chamber-hanoi", "hanoi", "president-of-vietnam"],
        "single_source": ["csp"],
    }


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("embassy", {"id": "embassy", "name": "the Embassy", "kind": "mission", "aliases": ["Number Nine"]}),
        (
            "two-powers",
            {
                "id": "two-powers",
                "name": "the two powers",
                "kind": "group",
                "members": ["france", "russia"],
                "basis": "test",
            },
        ),
        (
            "hanoi",
            {"id": "hanoi", "name": "Hà Nội", "kind": "city", "aliases": ["Hanoi"], "part_of": "vietnam"},
        ),
    ],
)
def test_what_is_not_known_of_an_actor_is_left_out_of_plain_data(
    world: World, name: str, about: dict[str, object]
) -> None:
    plain = dossier(world(TOLD), name).plain()

    assert {key: value for key, value in plain.items() if key not in {"asked", "facts", "single_source"}} == about


def test_a_group_is_never_counted_as_a_partner(world: World) -> None:
    facts = """
        partnerships:
          - {of: vietnam, with: kenya, tier: csp}
          - {of: vietnam, with: two-powers, tier: csp}
          - {of: vietnam, with: {every: two-powers}, tier: sp}
        memberships: [{member: vietnam, in: two-powers}]
    """
    headings = [one.heading for one in dossier(world(facts), "vietnam", View(stated=True)).chapters]

    assert headings == ["partnerships (1, and 2 statements about a group)", "memberships (1)"]


def test_an_actor_is_told_with_its_life_its_names_and_its_codes(world: World) -> None:
    more = (
        "countries: {oldland: {name: Oldland, until: 1990}, northland: {name: Northland, since: 1990, until: 2010,"
        " follows: oldland, codes: {cow: 255}, names: [{name: Northern Union, since: 1990, until: 1995},"
        " {name: North}]},"
        " lasting: {name: Lasting, since: 1900}}"
    )
    dataset = world("", {"graph/actors/more.yaml": more})

    lines = list(dossier(dataset, "Northland").lines())
    assert lines[1:5] == [
        "called for a time: Northern Union (since 1990, until 1995), North",
        "from 1990 until 2010",
        "follows: Oldland",
        "codes: cow 255",
    ]
    assert "from 1900" in list(dossier(dataset, "lasting").lines())
    assert "until 1990" in list(dossier(dataset, "oldland").lines())


@pytest.mark.parametrize(
    ("office", "is_there"),
    [
        ("", True),
        ("since: 2021", True),
        ("since: 2021, until: 2026", True),
        ("until: 2024, status: ended", True),
        ("until: 2023, status: ended", False),  # she went as who she was by then
        ("since: 2025", False),
        ("status: ended", True),  # nothing tells that it was over then
        ("status: intended", False),
        ("stance: against", False),
        ("disputed: yes", False),
    ],
)
def test_what_somebody_did_is_an_office_s_while_it_was_held(world: World, office: str, *, is_there: bool) -> None:
    dataset = world(f"""
        holds: [{{holder: cuong, office: president-of-vietnam, {office}}}]
        visits: [{{id: visit, visitor: cuong, host: egypt, on: 2024}}]
    """)

    assert ("visit" in chapters(dossier(dataset, "Vietnam"))) is is_there
    assert bool(between(dataset, "Vietnam", "Egypt").people) is is_there
    assert "visit" in chapters(dossier(dataset, "cuong"))
