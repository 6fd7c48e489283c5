"""A ranking year by year."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.measures.years import rank_years, years_of
from relgraph.errors import MisuseError
from relgraph.graph.views import View
from relgraph.graph.weighing import Weighing
from relgraph.reading.dates import parse_date
from tests.world import CARD

if TYPE_CHECKING:
    from tests.world import World

FACTS = """
visits:
  - {visitor: kenya, host: egypt, on: 2020-03-01}
  - {visitor: kenya, host: egypt, on: 2020-05-01}
  - {visitor: france, host: egypt, on: 2022}
missions:
  m1: {name: M1, kind: embassy, sender: kenya, host: egypt, since: 2020, until: 2021}
  m2: {name: M2, kind: embassy, sender: kenya, host: vietnam, since: 2022}
"""
COUNTED = Weighing(direction="out", weight="count")


def by_year(world: World, kind: str, most: int | None = None) -> list[tuple[object, ...]]:
    view = View(kinds=frozenset({kind}))
    found = rank_years(world(FACTS), "strength", range(2020, 2023), view, isolates=False, weighing=COUNTED).top(most)
    return [(row["year"], row["id"], row["score"]) for row in found.rows() if row["score"]]


def test_what_happened_counts_in_its_year_and_what_lasts_as_long_as_it_did(world: World) -> None:
    assert by_year(world, "visit") == [(2020, "kenya", 2), (2022, "france", 1)]
    assert by_year(world, "mission") == [(2020, "kenya", 1), (2021, "kenya", 1), (2022, "kenya", 1)]


def test_it_is_told_as_a_table_over_years(world: World) -> None:
    view = View(kinds=frozenset({"visit"}), as_of=parse_date("2020/2022"))
    found = rank_years(world(FACTS), "strength", range(2020, 2023), view, isolates=False, weighing=COUNTED).top(1)
    *_, heads, nodes, edges, france, kenya = str(found).splitlines()

    assert heads.split() == ["name", "2020", "2021", "2022", "id"]
    assert (nodes.split(), edges.split()) == (["(nodes)", "2", "0", "2"], ["(edges)", "1", "0", "1"])
    assert (france.split(), kenya.split()) == (["France", "1", "france"], ["Kenya", "2", "kenya"])
    plain = found.plain()
    assert (plain["asked"]["as_of"], plain["asked"]["weight"]) == ("2020/2022", "count")
    assert [(one["year"], one["graph"]["nodes"], len(one["ranking"])) for one in plain["years"]] == [
        (2020, 2, 1),
        (2021, 0, 0),
        (2022, 2, 1),
    ]


GIFTS = """
contributions:
  - {giver: france, recipient: kenya, amount: 5 million USD, on: 2020}
  - {giver: france, recipient: egypt, amount: 3 million EUR, on: 2021}
  - {giver: france, recipient: kenya, amount: 2 million USD, on: 2022}
"""


def test_a_figure_is_in_one_unit_in_all_years(world: World) -> None:
    dataset, view = world(GIFTS), View(kinds=frozenset({"contribution"}))

    with pytest.raises(MisuseError, match="several units has no sum"):
        rank_years(dataset, "strength", range(2020, 2023), view, weighing=Weighing(direction="in", weight="amount"))
    usd = Weighing(direction="in", weight="amount:USD")
    found = rank_years(dataset, "strength", range(2020, 2023), view, weighing=usd)
    assert [(row["year"], row["score"]) for row in found.rows() if row["score"]] == [(2020, 5e6), (2022, 2e6)]
    told = str(found).splitlines()
    assert "left out: facts with amount in another unit" in told
    assert any("5,000,000" in line and "2,000,000" in line for line in told)


def test_each_year_tells_what_is_maybe_and_all_of_them_who_covers_it(world: World) -> None:
    covers = "coverage: {kinds: [missions], since: 2020, until: 2022, actors: everyone}\n"
    dataset = world(FACTS.replace("since: 2020, ", "since: 2020/2021, "), {"seeds/talks.yaml": dedent(CARD) + covers})
    view = View(kinds=frozenset({"mission"}))
    told = str(rank_years(dataset, "degree", range(2019, 2023), view)).splitlines()

    assert "coverage: mission by talks, 2020 to 2022" in told
    assert [line.split()[-4:] for line in told if line.startswith("(edges that are maybe)")] == [["0", "1", "1", "1"]]


def test_of_those_who_score_nothing_no_more_are_listed_than_were_asked_for(world: World) -> None:
    view = View(kinds=frozenset({"visit"}))
    found = rank_years(world(FACTS), "strength", range(2020, 2022), view, weighing=COUNTED).top(2)
    *_, kenya, asean, brazil, more = str(found).splitlines()

    assert [row.split() for row in (kenya, asean, brazil)] == [
        ["Kenya", "2", "0", "kenya"],
        ["ASEAN", "0", "0", "asean"],
        ["Brazil", "0", "0", "brazil"],
    ]
    assert more == "7 more have the same score as the last who are asked for, 0"


def test_who_is_first_in_a_year_that_is_not_shown_is_named_all_the_same(world: World) -> None:
    facts = "visits: [{visitor: kenya, host: egypt, on: 2001}, {visitor: france, host: egypt, on: 2000}]"
    view = View(kinds=frozenset({"visit"}))
    ranked = rank_years(world(facts), "strength", range(2000, 2020), view, isolates=False, weighing=COUNTED).top(1)

    assert [line.split() for line in str(ranked).splitlines()[-2:]] == [["France", "1", "france"], ["Kenya", "kenya"]]


def test_of_many_years_some_are_shown_and_all_handed_on(world: World) -> None:
    found = rank_years(world(FACTS), "degree", range(1990, 2020), View(kinds=frozenset({"mission"})))

    assert "one year in 3 is shown; --output csv and json have all" in str(found)
    assert len({row["year"] for row in found.rows()}) == 30
    with pytest.raises(MisuseError, match="2020 years are too many"):
        rank_years(world(FACTS), "degree", range(1, 2021))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2000/2020", range(2000, 2021)),
        ("1999-12-31/2000-01-01", range(1999, 2001)),
        ("2000", None),
        ("2000-01/2000-05", None),
        ("2000/..", None),
        ("../2000", None),
        ("2000?/2004", None),
        (None, None),
    ],
)
def test_a_closed_interval_of_several_years_is_a_range(text: str | None, years: range | None) -> None:
    assert years_of(parse_date(text) if text else None) == years
