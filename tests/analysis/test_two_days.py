"""What changed from one day to another, and what only may have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph import compare_days
from relgraph.errors import MisuseError
from relgraph.graph.views import View
from relgraph.reading.dates import NotADate

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
    partnerships:
      - {id: low, of: vietnam, with: kenya, tier: cp, since: 2010}
      - {id: high, of: vietnam, with: kenya, tier: csp, since: 2015}
      - {id: top, of: vietnam, with: egypt, tier: csp, since: 2010, until: 2014}
      - {id: less, of: vietnam, with: egypt, tier: cp, since: 2015}
      - {id: new, of: vietnam, with: france, tier: sp, since: 2014-06}
      - {id: over, of: vietnam, with: brazil, tier: sp, since: 2011, until: 2014}
      - {id: some-time, of: vietnam, with: malaysia, tier: sp}
      - {id: plan, of: vietnam, with: russia, tier: sp, since: 2014, status: intended}
    visits: [{id: visit, visitor: ruto, host: vietnam, on: 2014}]
    counts: [{id: total, of: vietnam, what: partners, tier: csp, says: 2, as_of: 2014}]
"""
STATED = View(stated=True)


def told(world: World, first: str, second: str, view: View = STATED) -> list[str]:
    """Each change: its word, its fact, and that in whose place it came."""
    found = compare_days(world(FACTS), first, second, view).changes
    return [
        ("" if one.certain else "maybe ")
        + " for ".join([f"{one.word} {one.fact.id}", *([one.instead_of.id] if one.instead_of else [])])
        for one in found
    ]


def test_each_change_has_its_word_and_its_fact(world: World) -> None:
    assert told(world, "2013-12-31", "2016-01-01") == [
        "raised high for low",
        "lowered less for top",
        "gained new",
        "ended over",
        "happened visit",
    ]


def test_what_is_maybe_so_on_either_day_has_only_maybe_changed(world: World) -> None:
    assert told(world, "2013-12-31", "2015-06-30") == [
        "maybe raised high for low",
        "maybe lowered less for top",
        "gained new",
        "ended over",
        "happened visit",
    ]
    assert told(world, "2014-06-15", "2014-07-01") == ["maybe gained new"]


def test_a_year_may_be_any_of_its_days(world: World) -> None:
    assert told(world, "2013", "2014") == [
        "maybe gained new",
        "maybe ended over",
        "maybe ended top",
        "maybe happened visit",
    ]
    assert {"gained new", "happened visit"} <= {*told(world, "2013", "2015")}


def test_what_has_no_date_is_open_and_no_change(world: World) -> None:
    found = compare_days(world(FACTS), "2013", "2016", STATED)

    assert [fact.id for fact in found.open] == ["some-time"]
    assert found.caption == (
        "from 2013 to 2016: 1 raised, 1 lowered, 1 gained, 1 ended, 1 happened, 1 fact only maybe so on both days"
    )


def test_nothing_changes_within_a_day(world: World) -> None:
    found = compare_days(world(FACTS), "2016-01-01", "2016-01-01", STATED)

    assert (found.changes, found.found) == ((), False)


def test_what_follows_by_a_rule_changes_with_what_it_follows_from(world: World) -> None:
    changes = compare_days(world(FACTS), "2013-12-31", "2016-01-01").changes
    derived = [(one.word, {end.id for end in one.fact.ends}) for one in changes if one.fact.derived]

    assert ("gained", {"vietnam", "france"}) in derived
    assert ("ended", {"vietnam", "brazil"}) in derived
    assert not [ends for word, ends in derived if word == "ended" and ends == {"vietnam", "egypt"}]


@pytest.mark.usefixtures("believed")
def test_lines_rows_and_plain_data_tell_the_same(world: World) -> None:
    found = compare_days(world(FACTS), "2013-12-31", "2016-01-01", STATED)
    plain = json.loads(json.dumps(found.plain(), default=str))

    assert list(found.lines())[1] == (
        "raised: Việt Nam has a Comprehensive Strategic Partnership with Kenya "
        "[since 2015; before: Việt Nam has a Comprehensive Partnership with Kenya]"
    )
    assert next((row["change"], row["id"], row["instead_of"]) for row in found.rows()) == ("raised", "high", "low")
    assert [one["change"] for one in plain["changes"]] == [row["change"] for row in found.rows()]
    assert (plain["asked"]["first"], plain["asked"]["second"]) == ("2013-12-31", "2016-01-01")


def test_the_days_come_in_their_order_and_are_days(world: World) -> None:
    with pytest.raises(MisuseError, match="2013 lies before 2014: give the earlier day first"):
        compare_days(world(FACTS), "2014", "2013")
    with pytest.raises(NotADate):
        compare_days(world(FACTS), "2014", "soon")
