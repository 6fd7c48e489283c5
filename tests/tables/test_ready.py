"""Every mapping that ships, tried on rows that were made up after its codebook."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from relgraph.reading.held import HeldFile
from relgraph.tables.make import codes_of
from relgraph.tables.parsing import read_mapping
from relgraph.tables.ready import READY, ready_names
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

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
902,501,Kenya,999,Nowhere,4,3,1970,5,6,1980,0,0,1,0,1,0
"""
OBLIGATIONS = "dyad,mem1,mem2,year,atopally,defense,offense,neutral,nonagg,consul\n" + "".join(
    (
        *(f"501651,501,651,{year},1,1,0,0,0,1\n" for year in range(1990, 1996)),
        *(f"501816,501,816,{year},{int(year > 2016)},0,0,0,1,0\n" for year in range(2015, 2019)),
    )
)
BODIES = "ccode,year,state,RED,BLUE\n" + "".join(
    f"345,{year},yug,{-9 if year == 1998 else 1},{3 * (year > 2000)}\n" for year in range(1990, 2015)
)
EXCHANGE = """\
ccode1,ccode2,year,DR_at_1,DR_at_2,DE,version
651,501,1995,3,0,1,2006.1
651,501,2000,3,1,1,2006.1
651,816,1995,0,0,0,2006.1
651,501,2005,0,1,1,2006.1
"""
VOTES = """\
rcid,ccode,date,unres,vote
7,501,1980-12-01,R/35/7,1
7,651,1980-12-01,R/35/7,3
7,816,1980-12-01,R/35/7,9
8,651,1981-12-01,NA,8
"""
ACTIONS = """\
treaty,participant,action,date,text
Convention on Made Things,Kenya,Signature,1970-04-18,
Convention on Made Things,Kenya,Ratification,1971-12-31,
Convention on Made Things,Egypt,Reservation,1972-06-08,article 2
"""
LEADERS = """\
obsid,leadid,ccode,idacr,leader,startdate,enddate,exit
K-1,a,501,KEN,Made,1963-12-12,1978-08-22,Regular
K-2,b,501,KEN,Bo Made,1978-08-22,2015-12-31,Still in Office
G-1,d,260,GFR,Made,2005-11-22,2015-12-31,Still in Office
X-1,c,999,XXX,Cy Made,1978-08-22,,Regular
"""
GLEDITSCH_WARD = """\
gwcode,iddate,country_name,start,end
260,GFR,German Federal Republic,1949-09-21,2017-12-31
265,GDR,German Democratic Republic,1949-10-05,1990-10-02
340,SER,Serbia,2006-06-05,2017-12-31
678,YEM,Yemen (Arab Republic of Yemen),1918-10-30,2017-12-31
816,DRV,"Vietnam, Democratic Republic of",1954-05-01,2017-12-31
501,KEN,Kenya,1963-12-12,2017-12-31
"""
ASSEMBLY = "united-nations-general-assembly"
TREATY = "treaty-actions-convention-on-made-things"
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
            "un-votes",
            VOTES,
            [
                ([ASSEMBLY], None, None, None, None),
                ([ASSEMBLY], None, None, None, None),
                (["kenya", "un-votes-7"], "in-favour", None, None, None),
                (["egypt", "un-votes-7"], "against", None, None, None),
                (["egypt", "un-votes-8"], "absence", None, None, None),
            ],
        ),
        (
            "treaty-actions",
            ACTIONS,
            [
                ([], None, None, None, None),
                (["kenya", TREATY], "signature", None, None, None),
                (["kenya", TREATY], "ratification", None, None, None),
                (["egypt", TREATY], "reservation", None, None, None),
            ],
        ),
        (
            "archigos-leaders",
            LEADERS,
            [
                (["made-a", "effective-leader-of-ken-kenya"], None, "1963-12-12", "1978-08-22", None),
                (["bo-made-b", "effective-leader-of-ken-kenya"], None, "1978-08-22", None, "2015-12-31"),
                (["made-d", "effective-leader-of-gfr-germany"], None, "2005-11-22", None, "2015-12-31"),
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
    lists = {"seeds/texts/states2016.csv": STATES, "seeds/texts/gw_states.csv": GLEDITSCH_WARD}
    monkeypatch.chdir(dataset(lists | {"graph/actors/none.yaml": "countries: {}\n", "seeds/texts/table.csv": table}))
    assert relgraph("import", "gw-states" if name == "archigos-leaders" else "cow-states").exit_code == 0
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


@pytest.mark.parametrize(
    ("code", "year", "who"),
    [
        ("260", 1960, "germany"),
        ("265", 1980, "east-germany"),
        ("340", 2010, "serbia"),
        ("678", 1980, "north-yemen"),
        ("678", 1995, "yemen"),
        ("816", 1970, "north-vietnam"),
        ("816", 1980, "vietnam"),
        ("501", 2000, "kenya"),
        ("501", 1950, ""),
        ("265", 1995, ""),
    ],
)
def test_the_list_of_gleditsch_and_ward_knows_its_years(tmp_path: Path, code: str, year: int, who: str) -> None:
    table = tmp_path / "gw_states.csv"
    table.write_text(GLEDITSCH_WARD, encoding="utf-8")
    file = HeldFile("gw-states.yaml", (READY / "gw-states.yaml").read_bytes())
    mapping, _ = read_mapping(file, str(file), shipped_vocabulary())
    assert mapping is not None
    assert mapping.codes is not None
    made = codes_of(mapping, mapping.codes, table, Schemes(NOBODY_KNOWN, {}, mapping.decisions))

    assert Schemes(NOBODY_KNOWN, {"gw": made.codes}, ()).find("gw", code, year) == who
