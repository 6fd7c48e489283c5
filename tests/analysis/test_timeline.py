"""What happened, began and ended, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.timeline import timeline
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    visits:
      - {id: may, visitor: ruto, host: vietnam, on: 2025-05}
      - {id: some-time, visitor: cuong, host: kenya, on: 2025}
      - {id: first-of-january, visitor: cuong, host: france, on: 2025-01-01}
      - {id: a-february, visitor: ruto, host: malaysia, on: XXXX-02}
      - {id: planned, visitor: ruto, host: france, on: 2026, status: intended}
    partnerships:
      - {id: held, of: vietnam, with: egypt, tier: sp, since: 2015, until: 2024}
      - {id: before, of: vietnam, with: brazil, tier: sp, since: ../2014}
      - {id: undated, of: vietnam, with: kenya, tier: cp}
    holds: [{id: seen, holder: cuong, office: president-of-vietnam, seen: 2025-06}]
"""


def test_a_year_stands_before_its_days_and_is_no_first_of_january(world: World) -> None:
    moments = timeline(world(FACTS)).moments

    assert [(str(one.date), one.word, one.held.fact.id) for one in moments] == [
        ("../2014", "since", "before"),
        ("2015", "since", "held"),
        ("2024", "until", "held"),
        ("2025", "on", "some-time"),
        ("2025-01-01", "on", "first-of-january"),
        ("2025-05", "on", "may"),
        ("2025-06", "seen", "seen"),
        ("2026", "on", "planned"),
        ("XXXX-02", "on", "a-february"),
    ]


def told(world: World, facts: str) -> list[tuple[str, str, str]]:
    """Date, word and fact of each entry."""
    return [(str(one.date), one.word, one.held.fact.id) for one in timeline(world(facts)).moments]


def test_an_open_beginning_stands_at_its_end(world: World) -> None:
    facts = """
        partnerships:
          - {id: before, of: vietnam, with: brazil, tier: sp, since: ../2014}
          - {id: earlier, of: vietnam, with: egypt, tier: sp, since: 2010}
          - {id: later, of: vietnam, with: france, tier: sp, since: 2015-01}
          - {id: open, of: vietnam, with: kenya, tier: sp, since: 2012/..}
    """

    assert [fact for _, _, fact in told(world, facts)] == ["earlier", "open", "before", "later"]


def test_what_was_seen_is_told_only_where_no_beginning_is(world: World) -> None:
    facts = """
        holds:
          - {id: both, holder: cuong, office: president-of-vietnam, since: 2024, seen: 2025}
          - {id: seen, holder: cuong, office: president-of-vietnam, seen: 2025-06, until: ongoing}
    """

    assert told(world, facts) == [("2024", "since", "both"), ("2025-06", "seen", "seen")]


def test_facts_without_a_date_are_listed_apart(world: World) -> None:
    assert [held.fact.id for held in timeline(world(FACTS)).undated] == ["undated"]


def test_the_timeline_of_one_actor(world: World) -> None:
    found = timeline(world(FACTS), "Ruto")

    assert {one.held.fact.id for one in found.moments} == {"may", "planned", "a-february"}


def test_as_of_a_day_what_comes_later_is_not_told(world: World) -> None:
    found = timeline(world(FACTS), "Ruto", View(as_of=parse_date("2025-12-31")))

    assert [(one.held.fact.id, one.held.truth.value) for one in found.moments] == [
        ("may", "yes"),
        ("a-february", "maybe"),
    ]


def test_derived_facts_are_not_in_it(world: World) -> None:
    assert not any(one.held.fact.derived for one in timeline(world(FACTS)).moments)


def test_a_date_of_whatever_length_stands_apart_from_what_it_is_of(world: World) -> None:
    found = timeline(world("    visits: [{visitor: ruto, host: vietnam, on: 2025-05-03/2025-05-05}]"))

    assert next(found.lines()).startswith("2025-05-03/2025-05-05 William Ruto paid a visit")


@pytest.mark.usefixtures("believed")
def test_an_entry_is_told_with_its_date_and_what_it_is_the_date_of(world: World) -> None:
    facts = """
        visits: [{id: visit, visitor: ruto, host: vietnam, on: 2025-05, status: intended, evidence: {p: 1}}]
        partnerships:
          - {id: low, of: vietnam, with: egypt, tier: sp, since: 2015, until: 2030, evidence: [{p: 1}, {p: 2}]}
          - {id: high, of: vietnam, with: egypt, tier: csp, seen: 2025-06-01, evidence: {p: 2}}
          - {id: bare, of: vietnam, with: kenya, tier: csp, evidence: {p: 2}}
          - {id: naked, of: vietnam, with: france, tier: csp, evidence: {p: 2}}
    """
    found = timeline(world(facts))
    low = "Việt Nam has a Strategic Partnership with Egypt"
    high = "Việt Nam has a Comprehensive Strategic Partnership with"

    assert list(found.lines(undated=True)) == [
        f"2015        {low} (from then until 2030) [talks p 1, talks p 2; superseded]",
        "2025-05     William Ruto is to pay a visit to Việt Nam (intended) [talks p 1]",
        f"2025-06-01  {high} Egypt (so at that time) [talks p 2]",
        f"2030        {low} (until then, since 2015) [talks p 1, talks p 2; superseded]",
        "4 dated entries; 2 facts without a date",
        f"  {high} Kenya [talks p 2]",
        f"  {high} France [talks p 2]",
    ]
    assert str(found) == "\n".join(list(found.lines(undated=True))[:-2])
    rows = list(found.rows())
    assert [(row["date"], row["word"], row["id"]) for row in rows] == [
        ("2015", "since", "low"),
        ("2025-05", "on", "visit"),
        ("2025-06-01", "seen", "high"),
        ("2030", "until", "low"),
    ]
    assert all(tuple(row) == found.columns for row in rows)
    assert rows[0] == {
        "date": "2015",
        "word": "since",
        "says": low,
        "status": "in-force",
        "holds": "no",
        "superseded": "yes",
        "refused": "no",
        "kind": "partnership",
        "id": "low",
        "sources": "talks p 1, talks p 2",
        "links": [],
        "note": None,
    }
    plain = found.plain()
    assert [(one["date"], one["word"], one["fact"]["id"]) for one in plain["moments"]] == [
        (row["date"], row["word"], row["id"]) for row in rows
    ]
    assert [one["id"] for one in plain["undated"]] == ["bare", "naked"]
