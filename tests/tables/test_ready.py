"""Every mapping that ships, tried on rows that were made up after its codebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.reading.held import HeldFile
from relgraph.tables.parsing import read_mapping
from relgraph.tables.ready import READY, ready_names
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from tests.fixture_types import Command, WriteFolder


@pytest.mark.parametrize("name", ready_names())
def test_a_mapping_that_ships_is_right(name: str) -> None:
    file = HeldFile(f"{name}.yaml", (READY / f"{name}.yaml").read_bytes())
    mapping, problems = read_mapping(file, str(file), shipped_vocabulary())
    assert problems == []
    assert mapping is not None
    assert {"licence", "url", "publisher", "title"} <= mapping.card.keys()


STATES = """\
stateabb,ccode,statenme,styear,endyear
KEN,501,Kenya,1963,2016
EGY,651,Egypt,1937,2016
DRV,816,Vietnam,1954,2016
YUG,345,Yugoslavia,1878,2016
"""
ALLIANCES = """\
version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,dyad_end_month,\
dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente
900,501,Kenya,651,Egypt,4,3,1970,5,6,1980,0,0,1,0,1,0
901,816,Vietnam,651,Egypt,1,1,1960,31,12,2012,1,1,0,0,0,1
"""
OBLIGATIONS = "dyad,mem1,mem2,year,atopally,defense,offense,neutral,nonagg,consul\n" + "".join(
    (
        *(f"501651,501,651,{year},1,1,0,0,0,1\n" for year in range(1990, 1996)),
        *(f"501816,501,816,{year},{int(year > 2016)},0,0,0,1,0\n" for year in range(2015, 2019)),
    )
)
BODIES = "ccode,year,state,RED,BLUE\n" + "".join(
    f"345,{year},yug,1,{3 * (year > 2000)}\n" for year in range(1990, 2015)
)
EXCHANGE = """\
ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version
651,501,1995,3,0,1,2006.1
651,501,2000,3,1,1,2006.1
651,816,1995,0,0,0,2006.1
651,501,2005,0,1,1,2006.1
"""
RELATIONS = """\
subject_qid,subject_iso3,property,object_qid,object_iso3
Q114,KEN,P530,Q79,EGY
Q79,EGY,P530,Q114,KEN
Q114,KEN,P463,Q1,
"""


@pytest.mark.parametrize(
    ("name", "table", "expected"),
    [
        (
            "cow-alliances",
            ALLIANCES,
            [
                (["kenya", "egypt"], "defence", "1970-03-04", "1980-06-05", None),
                (["north-vietnam", "egypt"], "entente", "../1960-01-01", None, "2012-12-31"),
            ],
        ),
        (
            "atop-alliances",
            OBLIGATIONS,
            [
                (["kenya", "egypt"], "defence", "../1990", "1995", None),
                (["kenya", "vietnam"], "non-aggression", "2017", None, "2018"),
            ],
        ),
        (
            "cow-igos",
            BODIES,
            [
                (["yugoslavia-sfr", "red"], None, "../1990", "1991", None),
                (["yugoslavia-fr", "red"], None, "1992", "2002", None),
                (["serbia-and-montenegro", "red"], None, "2003", "2005", None),
                (["serbia", "red"], None, "2006", None, "2014"),
                (["yugoslavia-fr", "blue"], "observer", "2001", "2002", None),
                (["serbia-and-montenegro", "blue"], "observer", "2003", "2005", None),
                (["serbia", "blue"], "observer", "2006", None, "2014"),
            ],
        ),
        (
            "cow-diplomatic-exchange",
            EXCHANGE,
            [
                (["kenya", "egypt"], "ambassador", "../1995", "2000/2004", None),
                (["egypt", "kenya"], "charge-d-affaires", "1996/2000", None, "2005"),
            ],
        ),
        (
            "wikidata-relations",
            RELATIONS,
            [(["kenya", "egypt"], None, None, None, "2020"), (["kenya", "q1"], None, None, None, "2020")],
        ),
    ],
)
def test_a_mapping_makes_what_its_codebook_says(
    dataset: WriteFolder,
    relgraph: Command,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    table: str,
    expected: list[tuple[list[str], str | None, str | None, str | None, str | None]],
) -> None:
    files = {"graph/actors/none.yaml": "countries: {}\n", "seeds/texts/states2016.csv": STATES}
    monkeypatch.chdir(dataset(files | {"seeds/texts/table.csv": table}))
    assert relgraph("import", "cow-states").exit_code == 0
    done = relgraph("import", name, "--table", "seeds/texts/table.csv")
    assert done.exit_code == 0, done.stderr + done.stdout
    told = json.loads(relgraph("facts", "--stated", "--status", "all", "--output", "json").stdout)

    found = [
        (sorted(end["id"] for end in one["ends"]), *(one.get(field) for field in ("type", "since", "until", "seen")))
        for one in told
    ]
    wanted = [(sorted(ends), *rest) for ends, *rest in expected]
    assert sorted(map(str, found)) == sorted(map(str, wanted))
    assert ": 0 errors" in relgraph("check").stdout
