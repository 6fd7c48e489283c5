"""Facts and citations as lines and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.telling import FACT_COLUMNS, cited, fact_line, fact_row, grounds, sources
from relgraph.facts.records import Citation
from relgraph.facts.weight import weighed
from relgraph.graph.views import Held
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - id: csp
        of: vietnam
        with: kenya
        tier: csp
        since: 2025
        evidence: [{p: 1, terms: [Kenya, "2025"]}, {p: 1}, {p: 2, terms: [Egypt]}]
      - {id: bare, of: vietnam, with: {every: two-powers}, tier: cp, status: intended}
"""
SAYS = "Việt Nam has a Comprehensive Strategic Partnership with Kenya"


def line(dataset: Dataset, one: str, truth: Truth = Truth.YES, superseded: Truth = Truth.NO) -> str:
    return fact_line(dataset, Held(dataset.by_id[one], truth, superseded))


@pytest.mark.usefixtures("believed")
def test_a_fact_is_a_sentence_with_its_dates_and_sources(world: World) -> None:
    dataset = world(FACTS)

    assert line(dataset, "csp") == f"{SAYS} [since 2025; talks p 1, talks p 2]"
    assert line(dataset, "bare") == "Việt Nam intends a Comprehensive Partnership with each member of the two powers"
    held = Held(dataset.by_id["csp"], Truth.YES)
    assert fact_line(dataset, held, with_sources=False) == f"{SAYS} [since 2025]"


@pytest.mark.usefixtures("believed")
@pytest.mark.parametrize(
    ("truth", "superseded", "marks"),
    [
        (Truth.YES, Truth.NO, ""),
        (Truth.MAYBE, Truth.NO, "maybe; "),
        (Truth.YES, Truth.YES, "superseded; "),
        (Truth.MAYBE, Truth.MAYBE, "maybe; maybe superseded; "),
    ],
)
def test_what_is_uncertain_or_replaced_is_marked(world: World, truth: Truth, superseded: Truth, marks: str) -> None:
    dataset = world(FACTS)

    assert line(dataset, "csp", truth, superseded) == f"{SAYS} [since 2025; {marks}talks p 1, talks p 2]"


@pytest.mark.usefixtures("believed")
def test_of_many_rows_of_a_table_the_first_are_told(world: World) -> None:
    dataset = world(FACTS)
    fact = dataset.by_id["csp"]
    rows = tuple(Citation("aid", number, row=f"p{number}") for number in range(2, 7))

    few = "aid row p2 (#row=2), aid row p3 (#row=3), aid row p4 (#row=4)"
    assert sources(dataset, fact._replace(evidence=rows[:3])) == few
    assert sources(dataset, fact._replace(evidence=rows)) == f"{few}, 2 more rows of aid"
    both = (*fact.evidence, *rows)
    assert sources(dataset, fact._replace(evidence=both)) == f"{few}, talks p 1, talks p 2, 2 more rows of aid"


@pytest.mark.usefixtures("believed")
def test_what_follows_by_a_rule_is_marked(world: World) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp}]")

    assert line(dataset, "derived:diplomatic-relations:kenya:vietnam") == (
        "Kenya has diplomatic relations with Việt Nam [derived]"
    )


def test_a_fact_is_a_row_of_all_columns(world: World) -> None:
    dataset = world(FACTS)
    fact = dataset.by_id["csp"]
    row = fact_row(dataset, Held(fact, Truth.YES, Truth.YES, Truth.MAYBE))

    assert tuple(row) == FACT_COLUMNS
    assert row == {
        "id": "csp",
        "kind": "partnership",
        "says": SAYS,
        "tier": "csp",
        "status": "in-force",
        "dates": "since 2025",
        "holds": "maybe",
        "derived": "no",
        "superseded": "yes",
        "refused": "yes",
        "sources": "talks p 1, talks p 2",
        "publishers": None,
        "but": [],
        "links": [],
        "note": None,
        "file": "graph/talks.yaml",
        "line": 4,
        "first_end": "Việt Nam",
        "other_ends": ["Kenya"],
        "terms": ["Kenya", "2025", "Egypt"],
        "titles": ["talks"],
    }


def test_a_row_of_what_follows_has_no_line(world: World) -> None:
    dataset = world("partnerships: [{id: csp, of: vietnam, with: kenya, tier: csp}]")
    row = fact_row(dataset, Held(dataset.derived[0], Truth.YES))

    assert (row["derived"], row["line"]) == ("yes", None)


def test_a_citation_says_how_far_it_was_verified(world: World) -> None:
    by_index = world(RIGHT)
    fact = by_index.by_id["right"]
    first, bare = weighed(by_index, fact)

    assert cited(by_index, first, fact) == 'talks p 1: "Kenya", "2025" (verified against the index)'
    assert cited(by_index, bare, fact) == 'talks p 2: "2" (verified against the index)'

    by_text = world(RIGHT, {"seeds/texts/talks.txt": "Kenya, Vietnam: csp, 2025\n2 powers, France, Russia\n"})

    fact = by_text.by_id["right"]

    assert cited(by_text, weighed(by_text, fact)[0], fact) == 'talks p 1: "Kenya", "2025" (verified against the text)'


def test_no_citation_of_a_fact_that_check_refuses_is_verified(world: World) -> None:
    dataset = world(FACTS)
    fact = dataset.by_id["csp"]

    assert [cited(dataset, one, fact).rpartition(" (")[2] for one in weighed(dataset, fact)] == [
        "refused by relgraph check)"
    ] * len(fact.evidence)


RIGHT = """
    partnerships:
      - id: right
        of: vietnam
        with: kenya
        tier: csp
        since: 2025
        evidence: [{p: 1, terms: [Kenya, "2025"]}, {p: 2, terms: ["2"]}]
"""


def test_a_date_that_rests_on_a_card_is_told_so(world: World) -> None:
    card = "id: talks\ntitle: t\npublished: 2026-01-15\nparagraphs: {1: kenya met on tuesday vietnam}\n"
    facts = """
        diplomatic_relations:
          - {id: new, of: vietnam, with: kenya, since: 2026-01-13, evidence: {p: 1, terms: [Kenya]}}
    """
    dataset = world(facts, {"seeds/talks.yaml": card})

    assert list(grounds(dataset, dataset.by_id["new"])) == [
        'talks p 1: "Kenya" (verified against the index)',
        'dated: 2026-01-13 (since) is "tuesday" in p 1 of talks, published 15 January 2026',
    ]
