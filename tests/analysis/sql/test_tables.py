"""The tables of a dataset: what a row is, and that they say what the records say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relgraph.analysis.matrix import matrix
from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.sql.catalogue import TABLES
from relgraph.analysis.sql.database import database
from relgraph.analysis.sql.table import Matter
from relgraph.graph.ties import collect_ties
from relgraph.graph.views import View, as_known
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.world import World

FACTS = """
    partnerships:
      - {id: csp, of: vietnam, with: kenya, tier: csp, since: 2025-06, evidence: [{p: 1, terms: [csp, Kenya]}]}
      - {id: no, of: vietnam, with: egypt, tier: sp, stance: against}
    visits:
      - {id: trip, visitor: cuong, host: kenya, place: nairobi, on: 2024-05-02, topics: [trade, tea]}
    contributions:
      - {id: aid, giver: vietnam, recipient: egypt, amount: more than 2 million USD, status: intended}
"""


def rows_of(dataset: Dataset, table: str, view: View | None = None, *, isolates: bool = True) -> list[dict[str, Any]]:
    [found] = [one for one in TABLES if one.name == table]
    matter = Matter(dataset, view or View(), isolates)
    return [dict(zip(found.heads, row, strict=True)) for row in found.rows(matter)]


def test_every_column_is_told_and_typed_and_rows_have_as_many_cells(world: World) -> None:
    dataset, types = world(FACTS), {"TEXT": str, "INTEGER": int, "REAL": float}

    for table in TABLES:
        assert all(column.meaning for column in table.columns)
        assert len(set(table.heads)) == len(table.heads)
        for row in table.rows(Matter(dataset)):
            assert len(row) == len(table.columns)
            for cell, column in zip(row, table.columns, strict=True):
                assert cell is None or type(cell) is types[column.type], (table.name, column.name)
                assert cell != ""


def test_a_fact_is_a_row_whatever_its_status(world: World) -> None:
    rows = {row["id"]: row for row in rows_of(world(FACTS), "facts")}

    assert rows.keys() >= {"csp", "no", "trip", "aid"}
    assert rows["csp"]["says"] == "Việt Nam has a Comprehensive Strategic Partnership with Kenya"
    assert (rows["csp"]["rung"], rows["csp"]["ladder"], rows["csp"]["holds"]) == (4, "vietnam", "yes")
    assert [rows["csp"][name] for name in ("since", "date_start", "date_end")] == ["2025-06", "2025-06-01", None]
    assert (rows["no"]["denied"], rows["no"]["holds"]) == (1, "no")
    assert (rows["trip"]["rung"], rows["trip"]["ladder"]) == (0, None)
    assert (rows["trip"]["happened"], rows["trip"]["details"]) == ("2024-05-02", "topics: trade, tea")
    assert (rows["aid"]["effect"], rows["aid"]["figures"]) == ("planned", "amount: more than 2 million USD")
    assert {row["origin"] for row in rows.values()} == {"stated", "derived"}


def test_ends_citations_and_figures(world: World) -> None:
    dataset = world(FACTS)

    ends = [row for row in rows_of(dataset, "ends") if row["fact"] == "trip"]
    assert [(row["position"], row["role"], row["id"], row["kind"], row["country"]) for row in ends] == [
        (1, "visitor", "cuong", "person", None),
        (2, "host", "kenya", "country", "kenya"),
        (3, "place", "nairobi", "city", "kenya"),
    ]
    cited = next(row for row in rows_of(dataset, "citations") if row["fact"] == "csp")
    assert (cited["fact"], cited["source"], cited["paragraph"], cited["terms"]) == ("csp", "talks", 1, "csp; Kenya")
    [figure] = rows_of(dataset, "figures")
    assert (figure["value"], figure["unit"], figure["bound"]) == (2e6, "USD", "more than")


def test_sources_and_actors(world: World) -> None:
    dataset = world(FACTS)

    [talks] = rows_of(dataset, "sources")
    assert (talks["id"], talks["published"], talks["date_end"], talks["paragraphs"]) == (
        "talks", "2025-06-15", "2025-06-15", 2,
    )  # fmt: skip
    actors = {row["id"]: row for row in rows_of(dataset, "actors")}
    assert (actors["hanoi"]["country"], actors["kenya"]["aliases"], actors["united-kingdom"]["aliases"]) == (
        "vietnam", None, "UK; Britain",
    )  # fmt: skip
    assert {row["id"] for row in rows_of(dataset, "actors", isolates=False)} == {
        "cuong", "egypt", "kenya", "nairobi", "vietnam",
    }  # fmt: skip


def test_what_is_part_of_itself_has_no_country(world: World) -> None:
    circle = {"graph/actors/o.yaml": "offices: {one: {name: One, of: other}, other: {name: Other, of: one}}"}
    actors = {row["id"]: row["country"] for row in rows_of(world("", circle), "actors")}

    assert (actors["one"], actors["other"]) == (None, None)


def test_ties_stand_there_both_ways_and_count_as_the_ranking_does(world: World) -> None:
    dataset = world(FACTS)
    ties = rows_of(dataset, "ties")

    both = {(row["source"], row["target"], row["fact"]) for row in ties}
    assert both == {(target, source, fact) for source, target, fact in both}
    assert {row["fact"] for row in ties if row["scope"] == "ties"} == {
        "csp",
        "derived:diplomatic-relations:kenya:vietnam",
    }
    assert "trip" in {row["fact"] for row in ties if row["scope"] == "all"}
    partners: dict[str, set[str]] = {}
    for row in ties:
        if row["scope"] == "ties":
            partners.setdefault(row["source"], set()).add(row["target"])
    ranked = {row.id: row.score for row in rank(dataset, "degree", isolates=False).ranking}
    assert ranked == {one: len(others) for one, others in partners.items()}


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(certain=True),
        View(stated=True, statuses=frozenset({"intended"})),
        View(superseded=True),
        View(kinds=frozenset({"partnership", "visit"})),
        View(as_of=parse_date("2025-06-30")),
        View(as_of=parse_date("2024"), known=parse_date("2026-01")),
    ],
)
def test_ties_are_those_that_paths_walk_by_any_view(curated: Dataset, view: View) -> None:
    found = {
        (row["source"], row["target"], row["fact"]) for row in rows_of(curated, "ties", view) if row["scope"] == "ties"
    }

    ties = collect_ties(as_known(curated, view), view).between
    assert found == {(one, other, tie.fact.id) for one in ties for other in ties[one] for tie in ties[one][other]}


@pytest.mark.parametrize(("certain", "found"), [(False, {("egypt", "maybe"), ("kenya", "maybe")}), (True, set())])
def test_a_tie_with_one_who_left_within_the_year_may_hold(world: World, found: set[object], *, certain: bool) -> None:
    dataset = world("""
        alliances: {league: {name: the League, members: [kenya, egypt, france], since: 1950}}
        treaty_actions: [{participant: france, treaty: league, kind: withdrawal, on: 1966-03-07}]
    """)
    view = View(kinds=frozenset({"alliance"}), as_of=parse_date("1966"), certain=certain)

    ties = rows_of(dataset, "ties", view)
    assert {(row["source"], row["holds"]) for row in ties if row["target"] == "france"} == found
    assert (matrix(dataset, view).between("france", "kenya") is None) is certain


def test_a_view_lets_facts_in(world: World) -> None:
    dataset = world(FACTS)

    def ids(view: View) -> set[str]:
        return {row["id"] for row in rows_of(dataset, "facts", view) if row["origin"] == "stated"}

    assert ids(View(kinds=frozenset({"visit"}))) == {"trip"}
    assert ids(View(statuses=frozenset({"intended"}))) == {"aid"}


def test_the_database_says_what_it_holds_and_is_the_same_every_time(world: World) -> None:
    dataset = world(FACTS)
    one, other = database(dataset), database(dataset)

    assert one.serialize() == other.serialize()
    told = dict(one.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    assert told.keys() == {table.name for table in TABLES}
    assert all(column.meaning in told[table.name] for table in TABLES for column in table.columns)
    for table in TABLES:
        [(count,)] = one.execute(f"SELECT count(*) FROM {table.name}").fetchall()  # noqa: S608 - our own names
        assert count == len(list(table.rows(Matter(dataset))))


def test_text_is_composed_in_the_database(world: World) -> None:
    found = database(world("visits: [{id: trip, visitor: kenya, host: vietnam, note: Quoc ngu\u031b\u0303}]"))

    assert found.execute("SELECT note FROM facts WHERE id = 'trip'").fetchone() == ("Quoc ngữ",)
    assert found.execute("SELECT name FROM actors WHERE id = 'vietnam'").fetchone() == ("Việt Nam",)


def test_a_tie_is_as_strong_as_its_rung_and_one_and_as_far_as_one_by_that(world: World) -> None:
    (tie,) = (row for row in rows_of(world(FACTS), "ties") if (row["source"], row["fact"]) == ("vietnam", "csp"))

    assert (tie["rung"], tie["strength"], tie["distance"]) == (4, 5.0, 0.2)
