"""A dataset as its sources could tell it on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.known import known_by
from relgraph.reading.dates import Date, parse_date
from tests.world import CARD

if TYPE_CHECKING:
    from tests.world import World

SOURCES = {
    "seeds/later.yaml": CARD.replace("talks", "later").replace("2025-06-15", "2030"),
    "seeds/undated.yaml": CARD.replace("talks", "undated").replace("2025-06-15", "unknown"),
}
FACTS = """
    partnerships:
      - {id: both, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 2, in: later}]}
      - {id: late, of: vietnam, with: france, tier: csp, evidence: {p: 1, in: later}}
      - {id: powers, of: vietnam, with: {every: two-powers}, tier: csp, evidence: {p: 2}}
      - {id: some-time, of: vietnam, with: egypt, tier: csp, evidence: {p: 1, in: undated}}
      - {id: bare, of: vietnam, with: brazil, tier: csp}
"""


def day(text: str) -> Date:
    found = parse_date(text)
    assert found is not None
    return found


def test_only_the_sources_of_the_time_are_left(world: World) -> None:
    dataset = world(FACTS, SOURCES)
    then = known_by(dataset, day("2026"))

    assert [fact.id for fact in then.facts] == ["both", "powers", "some-time"]
    assert [citation.source for citation in then.by_id["both"].evidence] == ["talks"]
    assert [citation.source for citation in dataset.by_id["both"].evidence] == ["talks", "later"]
    assert [fact.id for fact in known_by(dataset, day("2024")).facts] == ["some-time"]


def test_what_is_certain_rests_on_no_undated_source(world: World) -> None:
    then = known_by(world(FACTS, SOURCES), day("2026"), certain=True)

    assert [fact.id for fact in then.facts] == ["both", "powers"]


def test_what_a_later_source_states_followed_by_a_rule_before(world: World) -> None:
    dataset = world(FACTS, SOURCES)
    then = known_by(dataset, day("2026"))

    assert "late" in dataset.corroborations
    assert "powers:france" not in dataset.by_id
    assert then.by_id["powers:france"].derived
    assert then.corroborations == {}


def test_without_a_day_nothing_changes(world: World) -> None:
    dataset = world(FACTS, SOURCES)

    assert known_by(dataset, None) is dataset
