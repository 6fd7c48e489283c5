"""An answer made of maybes says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.analysis.between import between
from relgraph.analysis.dossier import dossier
from relgraph.analysis.listing import list_facts
from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.timeline import timeline
from relgraph.graph.views import View
from relgraph.reading.dates import parse_date

if TYPE_CHECKING:
    from tests.world import World

SEEN = """
    diplomatic_relations:
      - {of: kenya, with: [egypt, france, brazil], seen: 2020}
      - {of: kenya, with: russia, since: 1990}
"""


def test_an_answer_made_of_maybes_says_so_in_its_first_line(world: World) -> None:
    dataset, day = world(SEEN), parse_date("2025")
    assert day is not None
    then = View(as_of=day, stated=True)
    first = [
        str(answer).splitlines()[0]
        for answer in (
            list_facts(dataset, then),
            dossier(dataset, "kenya", then),
            between(dataset, "kenya", "egypt", then),
            timeline(dataset, view=then),
            rank(dataset, "degree", then),
            find_path(dataset, "kenya", "egypt", view=then),
        )
    ]

    assert first == [
        "4 facts, 3 of them maybe, 0 of them derived",
        "Kenya (kenya, country): 4 facts, 3 of them maybe",
        "between Kenya and Egypt: 1 fact, 1 of them maybe",
        "4 dated entries, 3 of them maybe; 0 facts without a date",
        f"4 tied pairs, 3 of them maybe: {rank(dataset, 'degree').headlines[0]}",
        "Kenya to Egypt: tied directly; at diplomatic relations; maybe",
    ]


def test_of_a_ranking_each_row_tells_its_maybes(world: World) -> None:
    dataset, day = world(SEEN + "      - {of: kenya, with: egypt, since: 1960}\n"), parse_date("2025")
    ranking = rank(dataset, "degree", View(as_of=day), isolates=False)
    bridges = rank(dataset, "bridges", View(as_of=day))

    assert (ranking.maybes, ranking.plain()["graph"]["maybe"]) == (2, 2)  # with Egypt there is a tie that is sure
    assert {row.id: row.maybe for row in ranking.ranking} == {
        "kenya": 2,
        "brazil": 1,
        "france": 1,
        "egypt": 0,
        "russia": 0,
    }
    assert ranking.plain()["ranking"][0] == {"rank": 1, "id": "kenya", "name": "Kenya", "score": 4, "maybe": 2}
    assert ["rank", "name", "score", "maybe", "id"] in [line.split() for line in str(ranking).splitlines()]
    assert {row.id: row.maybe for row in bridges.ranking} == {
        "brazil – kenya": 1,
        "egypt – kenya": 0,
        "france – kenya": 1,
        "kenya – russia": 0,
    }
