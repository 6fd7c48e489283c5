"""What a dataset does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.gaps import Silence, gaps
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relgraph.graph.views import Held
    from tests.world import World

CARD = """
    id: talks
    title: talks
    no_facts: {2: heading}
    paragraphs:
      1: kenya vietnam csp 2025
      2: heading
      3: silence
"""


def ids(facts: Iterable[Held]) -> list[str]:
    return [held.fact.id for held in facts]


def test_each_gap_is_told(world: World) -> None:
    dataset = world(
        """
        partnerships:
          - {id: dated, of: vietnam, with: kenya, tier: csp, since: 2025, evidence: {p: 1, terms: [Kenya, 2025]}}
          - {id: undated, of: vietnam, with: egypt, tier: csp, evidence: {p: 1, terms: [Egypt]}}
        counts:
          - {id: total, of: vietnam, counts: partnership, tier: csp, what: partners, says: 5, evidence: {p: 1}}
        """,
        {"seeds/talks.yaml": CARD},
    )

    found = gaps(dataset)

    assert found.facts == 3
    assert ids(found.undated) == ["total", "undated"]
    assert ids(found.one_source) == ["dated", "total", "undated"]
    assert ids(found.only_cited) == ["undated"]
    assert found.silent == (Silence("talks", 2, "heading"), Silence("talks", 3, None))
    assert [(one.fact.id, one.unnamed) for one in found.short] == [("total", 3)]
    assert found.maybe == ()


TWICE = """
    partnerships:
      - {id: both, of: vietnam, with: kenya, tier: csp, evidence: [{p: 1}, {p: 1, in: later}]}
      - {id: late, of: vietnam, with: egypt, tier: csp, since: 2024, evidence: {p: 1, in: later}}
      - {id: old, of: vietnam, with: france, tier: csp, since: 2010, evidence: {p: 1, in: undated}}
    counts: [{id: total, of: vietnam, counts: partnership, tier: csp, what: x, says: 5, as_of: 2024, evidence: {p: 1}}]
"""
SOURCES = {
    "seeds/talks.yaml": CARD.replace("title:", "published: 2025\n    title:"),
    "seeds/later.yaml": CARD.replace("talks", "later").replace("title:", "published: 2026-03\n    title:"),
    "seeds/undated.yaml": CARD.replace("talks", "undated"),
}


def test_what_was_known_rests_on_the_sources_of_the_time(world: World) -> None:
    dataset = world(TWICE, SOURCES)
    now, then = gaps(dataset), gaps(dataset, View(known=parse_date("2026-01-01")))

    assert ids(now.one_source) == ["late", "old", "total"]
    assert ids(then.one_source) == ["both", "old", "total"]
    assert (now.facts, then.facts) == (4, 3)
    assert ids(now.undated) == ["both"]  # of the total it is said when it was counted
    assert {one.source for one in now.silent} == {"talks", "later", "undated"}
    assert {(one.source, one.truth.value) for one in then.silent} == {("talks", "yes"), ("undated", "maybe")}
    assert then.maybe == ("old",)
    assert [one.unnamed for one in (*now.short, *then.short)] == [2, 3]


def test_certain_leaves_out_what_may_not_have_been_known(world: World) -> None:
    found = gaps(world(TWICE, SOURCES), View(known=parse_date("2026-01-01"), certain=True))

    assert (ids(found.one_source), found.maybe) == (["both", "total"], ())
    assert {one.source for one in found.silent} == {"talks"}
    assert [one.unnamed for one in found.short] == [4]


def test_on_a_day_only_what_may_hold_is_looked_at(world: World) -> None:
    found = gaps(world(TWICE, SOURCES), View(as_of=parse_date("2012")))

    assert ids(found.one_source) == ["old"]  # the total is of a later time
    assert (ids(found.undated), found.maybe) == (["both"], ("both",))
    assert found.short == ()


def test_on_a_day_that_may_be_before_its_time_a_total_is_a_maybe(world: World) -> None:
    dataset = world(TWICE, SOURCES)
    found = gaps(dataset, View(as_of=parse_date("2024-06-30")))

    assert [(one.fact.id, one.unnamed) for one in found.short] == [("total", 2)]
    assert found.maybe == ("both", "late", "total")
    assert gaps(dataset, View(as_of=parse_date("2024-06-30"), certain=True)).short == ()
    assert "total" not in gaps(dataset, View(as_of=parse_date("2025"))).maybe


@pytest.mark.usefixtures("believed")
def test_gaps_are_told_kind_by_kind(world: World) -> None:
    facts = TWICE.replace(
        "{id: old,", "{id: older, of: vietnam, with: russia, tier: csp, evidence: {p: 7}}\n      - {id: old,"
    )
    found = gaps(world(facts, SOURCES), View(as_of=parse_date("2024-06-30")))
    csp = "Việt Nam has a Comprehensive Strategic Partnership with"

    assert str(found).splitlines() == [
        "facts without a date (2, 2 of them maybe)",
        f"  {csp} Kenya [maybe]",
        f"  {csp} Russia [maybe]",
        "facts with a citation that is only cited (1, 1 of them maybe)",
        f"  {csp} Russia [maybe]",
        "paragraphs from which no fact is entered (6)",
        *[f"  {one} p {p}" for one in ("later", "talks", "undated") for p in ("2: heading", "3: no reason given")],
        "totals that name fewer than they state (1)",
        "  Việt Nam: 5 x as of 2024: 1 unnamed [maybe]",
        "facts in which sources differ (0)",
        "no source says what it covers",
        "facts that rest on one source: 4 of 5",
    ]


@pytest.mark.usefixtures("believed")
def test_gaps_are_rows_and_plain_data(world: World) -> None:
    found = gaps(world(TWICE, SOURCES), View(known=parse_date("2026-01-01")))
    told = ("gap", "id", "source", "paragraph", "holds")
    rows = [tuple(row.get(name) for name in told) for row in found.rows()]

    assert rows == [
        ("undated", "both", None, None, "yes"),
        ("one source", "both", None, None, "yes"),
        ("one source", "old", None, None, "maybe"),
        ("one source", "total", None, None, "yes"),
        ("no fact", None, "talks", 2, "yes"),
        ("no fact", None, "talks", 3, "yes"),
        ("no fact", None, "undated", 2, "maybe"),
        ("no fact", None, "undated", 3, "maybe"),
        ("not covered", "partnership", None, None, None),
        ("unnamed", "total", None, None, "yes"),
    ]
    says = [row.get("says") for row in found.rows()]
    assert says[-3:] == ["no reason given", None, "Việt Nam: 5 x as of 2024: 3 unnamed"]
    plain = found.plain()
    assert plain.pop("asked")["known"] == "2026-01-01"
    assert plain == {
        "undated": ["both"],
        "one_source": ["both", "old", "total"],
        "only_cited": [],
        "silent": [
            {"source": source, "paragraph": paragraph, "why": why}
            for source in ("talks", "undated")
            for paragraph, why in ((2, "heading"), (3, None))
        ],
        "conflicts": [],
        "looked_for": [],
        "not_covered": ["partnership"],
        "short": [{"count": "total", "says": 5, "unnamed": 3}],
        "maybe": ["old"],
    }
    assert "maybe" not in gaps(world(TWICE, SOURCES)).plain()  # nobody asked for a day


def test_what_is_planned_over_or_in_doubt_is_looked_at_too(world: World) -> None:
    dataset = world("""
        partnerships:
          - {id: denied, of: vietnam, with: kenya, tier: csp, stance: against, evidence: {p: 1}}
          - {id: doubt, of: vietnam, with: egypt, tier: csp, disputed: yes, evidence: {p: 1}}
          - {id: lower, of: vietnam, with: france, tier: sp, evidence: {p: 1}}
          - {id: over, of: vietnam, with: brazil, tier: csp, status: ended, evidence: {p: 1}}
          - {id: plan, of: vietnam, with: malaysia, tier: csp, status: intended, evidence: {p: 1}}
          - {id: upper, of: vietnam, with: france, tier: csp, since: 2025, evidence: {p: 1}}
    """)

    assert ids(gaps(dataset).undated) == ["denied", "doubt", "lower", "over", "plan"]
    assert gaps(dataset).facts == 6


def test_a_total_that_is_filled_is_no_gap(world: World) -> None:
    assert gaps(world(TWICE.replace("says: 5", "says: 3"), SOURCES)).short == ()


def test_a_mere_figure_has_no_members_to_be_missed(world: World) -> None:
    assert gaps(world(TWICE.replace("counts: partnership, tier: csp, ", ""), SOURCES)).short == ()


def test_a_total_may_be_the_only_maybe_among_the_gaps(world: World) -> None:
    facts = """
        counts:
          - id: total
            of: vietnam
            counts: partnership
            what: partners
            says: 5
            as_of: 2024
            evidence: [{p: 1, terms: [csp]}, {p: 1, in: later, terms: [csp]}]
    """
    found = gaps(world(facts, SOURCES), View(as_of=parse_date("2024-06-30")))

    assert (found.undated, found.one_source, found.only_cited) == ((), (), ())
    assert found.maybe == ("total",)


def test_where_sources_differ_both_are_told_with_what_each_gives(world: World) -> None:
    found = gaps(
        world(
            "diplomatic_relations: [{of: kenya, with: egypt, since: 1972, evidence: {p: 1, terms: [kenya]}}]",
            {
                "graph/gazette.yaml": "source: gazette\ndiplomatic_relations:\n"
                "  - {of: kenya, with: egypt, since: 1973, evidence: {p: 1, terms: [kenya]}}",
                "seeds/gazette.yaml": "id: gazette\ntitle: x\nparagraphs: {1: egypt kenya 1973}",
            },
        )
    )

    said = "Kenya has diplomatic relations with Egypt"
    assert [line for line in found.lines() if "1972" in line] == [f"  {said}: since 1973 (gazette) but 1972 (talks)"]
    assert [row["says"] for row in found.rows() if row["gap"] == "sources differ"] == [f"{said}: since 1973 or 1972"]
