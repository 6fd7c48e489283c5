"""Pairs of countries by year: 1 where it is known, else empty, and never 0."""

from __future__ import annotations

import csv
import io
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.export.panel import panel_text
from relgraph.graph.views import View
from relgraph.reading.dates import Truth, parse_date
from tests.world import CARD

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    diplomatic_relations:
      - {id: relations, of: vietnam, with: kenya, since: 2019-06, until: 2022-03, status: ended}
    partnerships:
      - {id: sp, of: vietnam, with: egypt, tier: sp, since: 2021-07}
      - {id: csp, of: vietnam, with: egypt, tier: csp, since: 2023, evidence: {p: 1, terms: [csp]}}
      - {id: plan, of: vietnam, with: brazil, tier: sp, status: intended}
      - {id: denied, of: kenya, with: brazil, stance: against}
      - {id: seen, of: kenya, with: egypt, tier: sectoral, seen: 2022-05}
    agreements:
      pact: {name: pact, parties: [kenya, france], on: 2020-05}
      late: {name: late, parties: [kenya, russia], on: 2021/2022}
"""


def rows_of(dataset: Dataset, view: View | None = None) -> dict[tuple[str, str, int], dict[str, str]]:
    text = "".join(panel_text(dataset, view or View()))
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return {(row["one"], row["other"], int(row["year"])): row for row in rows}


def test_a_relation_is_1_in_years_in_which_it_certainly_held_on_some_day(world: World) -> None:
    rows = rows_of(world(FACTS), View(stated=True))

    def known(one: str, other: str, kind: str) -> list[int]:
        return [
            year for (first, second, year), row in rows.items() if (first, second) == (one, other) and row[kind] == "1"
        ]

    assert known("kenya", "vietnam", "diplomatic-relations") == [2019, 2020, 2021, 2022]
    assert known("egypt", "vietnam", "partnership") == [2021, 2022, 2023, 2024, 2025]
    assert known("egypt", "kenya", "partnership") == [2022]
    assert known("france", "kenya", "agreement") == [2020]
    assert known("kenya", "russia", "agreement") == []


def test_what_is_not_known_is_empty_and_nothing_is_0(world: World) -> None:
    rows = rows_of(world(FACTS))

    assert not any(cell == "0" for row in rows.values() for cell in row.values())
    assert rows["kenya", "vietnam", 2025]["diplomatic-relations"] == ""
    assert not [pair for pair in rows if "brazil" in pair]


def test_what_may_have_held_is_told_beside(world: World) -> None:
    dataset = world(FACTS)
    rows = rows_of(dataset, View(stated=True))

    assert [rows["kenya", "russia", year]["maybe"] for year in (2020, 2021, 2022)] == ["", "agreement", "agreement"]
    assert rows["egypt", "kenya", 2020]["maybe"] == "partnership"
    assert rows["egypt", "kenya", 2020]["facts"] == "seen"
    sure = rows_of(dataset, View(stated=True, certain=True))
    assert (sure["egypt", "kenya", 2020]["maybe"], sure["egypt", "kenya", 2020]["facts"]) == ("", "")


def test_the_highest_rung_of_a_year_is_told(world: World) -> None:
    rows = rows_of(world(FACTS), View(stated=True))

    assert [rows["egypt", "vietnam", year]["rung"] for year in (2020, 2021, 2023)] == ["", "3", "4"]
    assert [rows["egypt", "vietnam", 2023][name] for name in ("one_name", "one_iso", "other_name", "other_iso")] == [
        "Egypt", "EG", "Việt Nam", "VN",
    ]  # fmt: skip


def test_years_run_from_the_first_date_to_the_last_or_are_those_asked_for(world: World) -> None:
    dataset = world(FACTS)

    assert sorted({year for *_, year in rows_of(dataset)}) == list(range(2019, 2026))
    assert sorted({year for *_, year in rows_of(dataset, View(as_of=parse_date("2010/2012")))}) == [2010, 2011, 2012]
    assert rows_of(dataset, View(kinds=frozenset({"visit"}))) == {}


@pytest.mark.parametrize(
    ("fact", "pair", "year", "truth"),
    [
        ("relations", ("kenya", "vietnam"), 2018, Truth.NO),
        ("relations", ("kenya", "vietnam"), 2022, Truth.YES),
        ("relations", ("kenya", "vietnam"), 2023, Truth.NO),
        ("pact", ("france", "kenya"), 2019, Truth.NO),
        ("pact", ("france", "kenya"), 2020, Truth.YES),
        ("late", ("kenya", "russia"), 2021, Truth.MAYBE),
        ("seen", ("egypt", "kenya"), 2022, Truth.YES),
        ("seen", ("egypt", "kenya"), 2021, Truth.MAYBE),
    ],
)
def test_whether_a_fact_held_in_a_year(world: World, fact: str, pair: tuple[str, str], year: int, truth: Truth) -> None:
    dataset = world(FACTS)
    row = rows_of(dataset, View(as_of=parse_date(str(year)), stated=True))[*pair, year]
    kind = dataset.by_id[fact].kind

    assert (row[kind] == "1", kind in row["maybe"]) == (truth is Truth.YES, truth is Truth.MAYBE)
    assert (fact in row["facts"]) is (truth is not Truth.NO)


def test_who_left_an_alliance_was_no_ally_until_it_was_back(world: World) -> None:
    rows = rows_of(
        world("""
            alliances: {league: {name: League, members: [kenya, egypt, france, russia], since: 1950}}
            treaty_actions:
              - {participant: france, treaty: league, kind: withdrawal, on: 1966-03-07}
              - {participant: france, treaty: league, kind: accession, on: 2009-04}
              - {participant: russia, treaty: league, kind: denunciation, on: 1991}
        """),
        View(kinds=frozenset({"alliance"}), as_of=parse_date("1949/2012")),
    )

    def allied(*pair: str) -> list[int]:
        return [year for (one, other, year), row in rows.items() if (one, other) == pair and row["alliance"] == "1"]

    assert allied("egypt", "kenya") == [*range(1950, 2013)]
    assert allied("egypt", "france") == [*range(1950, 1967), *range(2009, 2013)]
    assert allied("egypt", "russia") == [*range(1950, 1992)]
    assert allied("france", "russia") == [*range(1950, 1967)]


def test_what_a_source_covers_and_does_not_tell_is_0(world: World) -> None:
    """Of Kenya and Vietnam alone, from 2018 to 2020 and in full: of all others and other years nobody knows."""
    coverage = "coverage: {kinds: [diplomatic_relations, visits], since: 2018, until: 2020, actors: [kenya, vietnam]}\n"
    rows = rows_of(world(FACTS, {"seeds/talks.yaml": dedent(CARD) + coverage}), View(as_of=parse_date("2017/2021")))
    cells = [rows["kenya", "vietnam", year]["diplomatic-relations"] for year in range(2017, 2022)]

    assert cells == ["", "0", "1", "1", "1"]
    assert {row["partnership"] for row in rows.values()} <= {"", "1"}
    assert rows["egypt", "vietnam", 2019]["diplomatic-relations"] == ""
