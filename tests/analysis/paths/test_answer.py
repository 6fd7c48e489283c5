"""The answer about a path as it is read: as text, and as a table in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import SHORTEST, Wanted
from relgraph.graph.ties import ALL
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from tests.analysis.paths.test_find import network

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {id: one, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [Kenya, "2025"]}}
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp, since: ../2024, evidence: {p: 2, terms: [2024]}}
    agreements:
      pact:
        name: the Pact
        parties: [kenya, egypt]
        evidence: [{p: 3, terms: [Pact]}, {p: 9, in: lost, terms: [Pact]}]
"""
FILES = {
    "seeds/talks.yaml": """
        id: talks
        title: talks
        file: talks.txt
        paragraphs: {1: 2025 csp kenya vietnam, 2: 2 2024 csp powers the vietnam, 3: egypt kenya pact the}
    """,
    "seeds/lost.yaml": "{id: lost, title: lost}",
}
"""Sources that bear the facts out, but for one of which neither text nor index is at hand."""
CSP = "Comprehensive Strategic Partnership"
KINDS = "agreement, diplomatic-relations, partnership"


def text(dataset: Dataset, ends: str, wanted: Wanted | None = None, view: View | None = None) -> list[str]:
    """The lines of an answer about two actors, such as "kenya egypt"."""
    one, other = ends.split()
    return str(find_path(dataset, one, other, wanted, view or View())).splitlines()


FAR = "3 steps, over Việt Nam and Kenya; a step without a rung; maybe"


def test_each_step_is_told_with_what_ties_the_two_and_who_says_so(world: World) -> None:
    assert text(world(FACTS, FILES), "france egypt", view=View(as_of=parse_date("2025-06"))) == [
        f"France to Egypt: {FAR}; no path at diplomatic relations",
        "1. France – Việt Nam",
        f"   France has a {CSP} with Việt Nam [{CSP}; in force; since 2024 at the latest; derived]",
        "     by rule: what is said of the two powers holds for each of its members, from powers, two-powers",
        '     talks p 2: "2024" (verified against the index)',
        "2. Việt Nam – Kenya",
        f"   Việt Nam has a {CSP} with Kenya [{CSP}; in force; since 2025; maybe]",
        '     talks p 1: "Kenya", "2025" (verified against the index)',
        "3. Kenya – Egypt",
        "   Kenya and Egypt have an agreement, the Pact [status not stated; maybe]",
        '     talks p 3: "Pact" (verified against the index)',
        '     lost p 9: "Pact" (only cited)',
        f"searched 5 countries and bodies, 4 tied pairs ({KINDS})",
    ]


def test_a_tie_that_check_refuses_is_not_told_as_verified(world: World) -> None:
    answer = find_path(world(FACTS.replace('"2025"', "Egypt"), FILES), "vietnam", "kenya", view=View(stated=True))
    (tie,) = answer.plain()["steps"][0]["ties"]

    assert '     talks p 1: "Kenya", "Egypt" (refused by relgraph check)' in str(answer).splitlines()
    assert (tie["refused"], [citation["verified"] for citation in tie["evidence"]]) == (True, ["cited"])


def test_a_rung_is_told_with_the_one_above_it() -> None:
    told = text(network("ab:mid bc:high"), "a c")

    assert told[0] == "A to C: 2 steps, over B; the weakest is mid; no path at high"
    assert told[-1] == "searched 3 countries and bodies, 2 tied pairs (diplomatic-relations, partnership)"
    assert text(network("ab:high"), "a b")[0] == "A to B: tied directly; at high"


def test_paths_that_are_as_good_come_before_those_that_are_not() -> None:
    dataset = network("ab:mid bd:high ac:high cd:mid ad:low")

    assert text(dataset, "a d")[5:-1] == ["2 paths are equally good; the others:", "   A – C – D (mid)"]
    assert text(dataset, "a d", Wanted(most=9))[5:-1] == [
        "2 paths are equally good; the others:",
        "   A – C – D (mid)",
        "after these:",
        "   A – D (low)",
    ]


def test_a_single_best_path_is_followed_by_the_others() -> None:
    assert text(network("ab:high bc ac:low cd"), "a d", Wanted(most=9))[5:-1] == [
        "after these:",
        "   A – B – C – D (a step without a rung)",
    ]


def test_ladders_that_nothing_compares_are_said_to_be_level(world: World) -> None:
    ladders = {"graph/vocabulary.yaml": "ladders: {kenya: {owner: kenya, rungs: {friend: friend}}}"}
    dataset = world(
        """
        partnerships:
          - {of: vietnam, with: [egypt, france], tier: csp}
          - {of: egypt, with: brazil, tier: relations}
          - {of: kenya, with: [egypt, france], tier: friend}
        """,
        ladders,
    )

    assert text(dataset, "vietnam kenya", view=View(stated=True))[5:-1] == [
        f"{CSP} and friend stand on ladders that nothing compares: none of them is above the other",
        "2 paths are equally good; the others:",
        f"   Việt Nam – France – Kenya ({CSP} and friend)",
    ]


def test_several_best_rungs_are_all_named(world: World) -> None:
    ladders = {"graph/vocabulary.yaml": "ladders: {kenya: {owner: kenya, rungs: {friend: friend}}}"}
    dataset = world(
        """
        partnerships:
          - {of: vietnam, with: [egypt, france], tier: csp}
          - {of: kenya, with: [egypt, france], tier: friend}
        """,
        ladders,
    )

    assert text(dataset, "egypt france", view=View(stated=True))[5:-1] == [
        f"friend and {CSP} stand on ladders that nothing compares: none of them is above the other",
        "2 paths are equally good; the others:",
        "   Egypt – Việt Nam – France (Comprehensive Strategic Partnership)",
    ]


def test_a_path_is_rows_and_plain_data(world: World) -> None:
    answer = find_path(world(FACTS, FILES), "france", "egypt", view=View(as_of=parse_date("2025-06")))
    plain = answer.plain()
    asked, steps = plain.pop("asked"), plain.pop("steps")

    assert [(row["step"], row["status"], row["dates"], row["holds"], row["sources"]) for row in answer.rows()] == [
        (1, "in force", "since 2024 at the latest", "yes", "talks p 2"),
        (2, "in force", "since 2025", "maybe", "talks p 1"),
        (3, "status not stated", "", "maybe", "talks p 3, lost p 9"),
    ]
    assert (asked["path"], asked["view"], asked["as_of"]) == (["france", "egypt"], "ties", "2025-06")
    assert plain == {
        "from": "france",
        "to": "egypt",
        "found": True,
        "by": "strongest",
        "rung": None,
        "hops": 3,
        "alternatives": [],
        "equally_good": 1,
        "comparable": True,
        "no_path_at": "relations",
        "needed": None,
        "reason": None,
        "silence": None,
        "may_cover": [],
        "graph": {"nodes": 5, "edges": 4, "kinds": KINDS.split(", ")},
    }
    assert [(one["from"], one["to"], [tie["fact"] for tie in one["ties"]]) for one in steps] == [
        ("france", "vietnam", ["powers:france"]),
        ("vietnam", "kenya", ["one"]),
        ("kenya", "egypt", ["pact"]),
    ]
    assert {name: value for name, value in steps[0]["ties"][0].items() if name != "evidence"} == {
        "fact": "powers:france",
        "text": f"France has a {CSP} with Việt Nam",
        "kind": "partnership",
        "tier": "csp",
        "status": "in-force",
        "since": "../2024",
        "derived": True,
        "rule": "what is said of the two powers holds for each of its members",
        "premises": ["powers", "two-powers"],
        "holds": "yes",
    }


def test_a_tie_in_plain_data_has_all_of_its_dates(world: World) -> None:
    facts = """
        missions: {m: {kind: embassy, sender: kenya, host: egypt, since: 2020, until: ongoing, seen: 2024}}
        agreements: {a: {kind: treaty, parties: [egypt, brazil], on: 2025}}
    """
    plain = find_path(world(facts), "kenya", "brazil", Wanted(SHORTEST), View(stated=True)).plain()
    ties = [tie for step in plain["steps"] for tie in step["ties"]]

    assert [(tie["type"], tie.get("on"), tie.get("since"), tie.get("until"), tie.get("seen")) for tie in ties] == [
        ("embassy", None, "2020", "ongoing", "2024"),
        ("treaty", "2025", None, None, None),
    ]


def test_no_path_is_plain_data_too(world: World) -> None:
    answer = find_path(world(FACTS), "brazil", "egypt")
    plain = answer.plain()

    assert list(answer.rows()) == plain["steps"] == plain["alternatives"] == []
    assert (plain["found"], plain["rung"], plain["hops"], plain["equally_good"]) == (False, None, None, 0)
    assert plain["reason"] == "Brazil has no tie in this view"


def test_alternatives_are_plain_data_with_their_own_steps() -> None:
    plain = find_path(network("ab:low ac:high cb:mid"), "a", "b", Wanted(most=2)).plain()

    assert (plain["rung"], plain["hops"], plain["no_path_at"]) == ("mid", 2, "high")
    (other,) = plain["alternatives"]
    assert (other["rung"], other["hops"], [step["to"] for step in other["steps"]]) == ("low", 1, ["b"])


def test_that_there_is_no_path_is_told_with_the_reason(world: World) -> None:
    assert text(world(FACTS), "brazil egypt") == [
        "no path between Brazil and Egypt: Brazil has no tie in this view",
        "not known: agreements; not covered: diplomatic relations, partnerships",
        f"searched 5 countries and bodies, 4 tied pairs ({KINDS})",
    ]


@pytest.mark.usefixtures("believed")
def test_a_search_through_everybody_says_so(world: World) -> None:
    dataset = world("holds: [{holder: cuong, office: president-of-vietnam}]")
    told = text(dataset, "cuong president-of-vietnam", Wanted(SHORTEST, scope=ALL))

    assert told[2] == "   Lương Cường holds the office of President of Việt Nam [in force]"
    assert told[-1].startswith("searched 2 actors and nodes, 1 tied pair (hold)")


def test_a_notebook_shows_a_row_for_each_tie_of_the_best_path(world: World) -> None:
    shown = find_path(world(FACTS), "france", "kenya", view=View(as_of=parse_date("2025-06")))._repr_html_()

    caption = f"France to Kenya: 2 steps, over Việt Nam; the weakest is {CSP}; maybe"
    assert shown.startswith(f"<table><caption>{caption}</caption>")
    assert "<tr><th>step</th><th>tie</th><th>status</th><th>dates</th><th>derived</th><th>holds</th>" in shown
    assert shown.count("<tr><td>") == 2
    assert "<td>what is said of the two powers holds for each of its members</td><td>yes</td>" in shown
    assert (
        f"<tr><td>2</td><td>Việt Nam has a {CSP} with Kenya</td><td>in force</td>"
        "<td>since 2025</td><td></td><td>maybe</td><td>no</td><td>talks p 1</td><td></td><td></td></tr>"
    ) in shown


def test_a_notebook_shows_why_there_is_no_path(world: World) -> None:
    shown = find_path(world(FACTS), "brazil", "egypt")._repr_html_()

    assert "<caption>no path between Brazil and Egypt: Brazil has no tie in this view</caption>" in shown
    assert "<td>" not in shown
