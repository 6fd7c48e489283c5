"""What could be known by a day, from which sources, and how far their citations were verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.facts.knowledge_time import known, known_by, verified
from relgraph.facts.records import Citation, Fact
from relgraph.reading.dates import Date, Truth, parse_date
from relgraph.sources.card import Card
from relgraph.sources.library import Library
from tests.world import CARD

if TYPE_CHECKING:
    from tests.world import World

YES, MAYBE, NO = Truth.YES, Truth.MAYBE, Truth.NO
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


def library(**published: str) -> Library:
    return Library({name: Card(name, name, published=parse_date(date)) for name, date in published.items()})


def cited(*sources: str) -> Fact:
    return Fact("x", "partnership", (), "in-force", evidence=tuple(Citation(source, 1) for source in sources))


@pytest.mark.parametrize(("asked", "truth"), [("2025-06-14", NO), ("2025-06-15", YES), ("2025-06", MAYBE)])
def test_a_fact_is_known_once_its_source_is_published(asked: str, truth: Truth) -> None:
    assert known(cited("news"), day(asked), library(news="2025-06-15")) is truth


def test_the_first_of_several_sources_counts() -> None:
    both = library(early="2024", late="2026")

    assert known(cited("late", "early"), day("2025"), both) is YES
    assert known(cited("late"), day("2025"), both) is NO


def test_a_source_of_unknown_date_may_have_been_known() -> None:
    undated = library(undated="unknown", late="2026")

    assert known(cited("undated"), day("2025"), undated) is MAYBE
    assert known(cited("late", "undated"), day("2025"), undated) is MAYBE
    assert known(cited("missing"), day("2025"), undated) is MAYBE


def test_a_fact_that_cites_nothing_was_never_known() -> None:
    assert known(cited(), day("2025"), library()) is NO
    assert known(cited(), None, library()) is YES


BY_INDEX = Library({"news": Card("news", "news", index=("and kenya met vietnam", "2025 csp"))})
BY_TEXT = Library(BY_INDEX.cards, {"news": ("Kenya and Vietnam met.", "CSP 2025")})


@pytest.mark.parametrize(
    ("library", "paragraph", "terms", "state"),
    [
        (BY_TEXT, 1, ["Kenya and Vietnam"], "text"),
        (BY_TEXT, 1, ["Vietnam and Kenya"], "cited"),  # not in that order
        (BY_INDEX, 1, ["Vietnam and Kenya"], "index"),  # an index has no order
        (BY_INDEX, 1, ["Kenya", "Egypt"], "cited"),  # every term must stand there
        (BY_TEXT, 2, ["Kenya"], "cited"),
        (BY_TEXT, 3, ["Kenya"], "cited"),  # no such paragraph
        (BY_INDEX, 2, [], "index"),
        (Library({}), 1, ["Kenya"], "cited"),
    ],
)
def test_every_term_must_stand_in_the_paragraph(library: Library, paragraph: int, terms: list[str], state: str) -> None:
    assert verified(Citation("news", paragraph, tuple(terms)), library) == state
