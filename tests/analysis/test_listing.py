"""Which facts a listing shows."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.listing import list_facts
from relgraph.errors import MisuseError
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date
from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, evidence: {p: 1, terms: [csp]}}
      - {id: older, of: vietnam, with: kenya, tier: sp, since: 2000}
      - {id: plan, of: vietnam, with: egypt, tier: cp, status: intended, per: cuong}
      - {id: doubt, of: kenya, with: egypt, disputed: yes}
      - {id: gone, of: kenya, with: egypt, withdrawn: {on: 2025, why: misread}}
"""
STATED = View(stated=True)


def listed(dataset: Dataset, view: View = STATED, *about: str, source: str | None = None) -> list[str]:
    return [held.fact.id for held in list_facts(dataset, view, about, source)]


def test_all_facts_are_listed_whatever_their_status(world: World) -> None:
    assert listed(world(FACTS)) == ["csp", "doubt", "gone", "older", "plan"]


def test_derived_facts_are_listed_too(world: World) -> None:
    assert any(held.fact.derived for held in list_facts(world(FACTS), View()))


def test_statuses_narrow_the_list(world: World) -> None:
    assert listed(world(FACTS), View(stated=True, statuses=frozenset({"intended"}))) == ["plan"]


@pytest.mark.parametrize(
    ("about", "found"),
    [
        (["Kenya"], ["csp", "doubt", "gone", "older"]),
        (["KE", "Vietnamese"], ["csp", "older"]),
        (["kenya", "egypt", "vietnam"], []),
        (["Lương Cường"], ["plan"]),  # who says so takes part
        (["brazil"], []),
    ],
)
def test_every_actor_named_must_take_part(world: World, about: list[str], found: list[str]) -> None:
    assert listed(world(FACTS), STATED, *about) == found


def test_a_source_limits_the_list(world: World) -> None:
    assert listed(world(FACTS), STATED, source="talks") == ["csp"]


def test_unknown_names_and_sources_are_misuse(world: World) -> None:
    with pytest.raises(MisuseError, match='no actor is called "Keyna"; did you mean kenya'):
        listed(world(FACTS), STATED, "Keyna")
    with pytest.raises(MisuseError, match="there is no source talk; did you mean talks"):
        listed(world(FACTS), STATED, source="talk")


def test_a_kind_of_the_datasets_own_vocabulary_is_listed(world: World) -> None:
    vocabulary = """
        relations:
          rivalry:
            section: rivalries
            label: rivalry
            form: tie
            time: none
            statuses: [in-force]
            status: in-force
            ends: {of: {types: [country]}, with: {types: [country]}}
            reads: {forward: "{of} vies with {with}", back: "{with} vies with {of}"}
    """
    dataset = world("rivalries: [{id: vie, of: kenya, with: egypt}]", {"graph/vocabulary.yaml": vocabulary})

    assert listed(dataset) == ["vie"]


@pytest.mark.usefixtures("believed")
def test_each_fact_is_told_with_what_it_rests_on(world: World) -> None:
    dataset = world(FACTS)
    found = list_facts(dataset, View(), ["Kenya"])

    assert str(found).splitlines() == [
        "Việt Nam has a Comprehensive Strategic Partnership with Kenya",
        '   talks p 1: "csp" (verified against the index)',
        "Kenya has diplomatic relations with Việt Nam [since 2000 at the latest; derived]",
        "   by rule: a ranked partnership implies diplomatic relations, from csp, older",
        '   talks p 1: "csp" (verified against the index)',
        "Disputed: Kenya has a partnership with Egypt",
        "Withdrawn: Kenya has a partnership with Egypt",
        "   withdrawn in 2025: misread",
        "Việt Nam has a Strategic Partnership with Kenya [since 2000; superseded]",
        "5 facts, 1 of them derived",
    ]
    assert len(found) == len(list(found)) == 5
    assert all(tuple(row) == found.columns for row in found.rows())
    assert found._repr_html_().startswith(
        "<table><caption>5 facts, 1 of them derived</caption><thead><tr><th>says</th><th>dates</th><th>status</th>"
        "<th>holds</th><th>derived</th><th>superseded</th><th>sources</th></tr></thead>"
    )
    assert [(row["id"], row["derived"], row["superseded"], row["line"]) for row in found.rows()] == [
        ("csp", "no", "no", 4),
        ("derived:diplomatic-relations:kenya:vietnam", "yes", "no", None),
        ("doubt", "no", "no", 7),
        ("gone", "no", "no", 8),
        ("older", "no", "yes", 5),
    ]


@pytest.mark.parametrize(
    ("view", "holds"),
    [
        (View(stated=True), ["yes", "no"]),
        (
            View(stated=True, as_of=parse_date("2020")),
            ["maybe", "maybe"],
        ),  # nobody knows when the one replaced the other
        (View(stated=True, known=parse_date("2025-06-15")), ["yes"]),  # by then only one of them was told
    ],
)
def test_a_fact_says_whether_it_holds_on_the_day_that_is_asked_for_if_one_is(
    world: World, view: View, holds: list[str]
) -> None:
    found = list_facts(world(FACTS), view, ["Kenya", "Vietnam"])

    assert [fact.get("holds") for fact in found.plain()] == holds
    assert [fact["id"] for fact in found.plain()] == ["csp", "older"][: len(holds)]


def test_what_ended_later_is_told_as_it_was_on_the_day_that_is_asked_for(world: World) -> None:
    dataset = world("missions: {m: {sender: kenya, host: egypt, kind: embassy, until: 2012, status: ended}}")
    for day, says, status in (
        ("2010", "Kenya keeps an embassy in Egypt", "in-force"),
        (None, "Kenya formerly kept an embassy in Egypt", "ended"),
    ):
        found = list_facts(dataset, View(as_of=parse_date(day) if day else None, kinds=frozenset({"mission"})))

        assert [(fact["text"], fact["status"]) for fact in found.plain()] == [(says, status)]
        assert [(row["says"], row["status"]) for row in found.rows()] == [(says, status)]
        assert next(line for line in found.lines() if "embassy" in line).startswith(says)


def test_what_is_said_of_an_office_is_not_denied_of_its_country(world: World) -> None:
    covering = "coverage: {kinds: [holds], actors: [vietnam, kenya, everyone]}\n"
    holds = "holds: [{holder: cuong, office: president-of-vietnam}]"
    dataset = world(holds, {"seeds/talks.yaml": dedent(CARD) + covering})
    view = View(kinds=frozenset({"hold"}))

    told = {name: [*list_facts(dataset, view, [name]).lines()] for name in ("vietnam", "kenya")}
    assert told["vietnam"][-1] == "of offices and organs: offices held; relgraph show tells them"
    assert told["kenya"][-1].startswith("no: offices held (covered by talks")
