"""Mappings that ship, each on its own table: they give the answers that plain code gives."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

VISITS = "us_visits_by_foreign_leaders.csv"
MISSIONS = "wikidata_missions_2022-11-16.csv"
BODIES = "factbook_io_participation_2026.csv"
STATE_OF = {
    "Q756617": "Q35",
    "Q29999": "Q55",
    "Q159583": "Q237",
    "Q1155502": "Q148",
    "Q789889": "Q159",
    "Q16911151": "Q1037",
    "Q930729": "Q34",
    "Q843186": "Q17",
    "Q705141": "Q865",
    "Q5589404": "Q865",
}
"""Which state a kingdom, a see, a ministry or an office is of: the table has missions to Denmark at its Kingdom."""
FULL = {"", "regional", "nonregional member", "nonregional members", "permanent", "temporary"}
"""The qualifiers of members."""
MOST = """
    SELECT ends.id, count(*) AS n FROM ends JOIN facts ON facts.id = ends.fact
    WHERE facts.kind = 'KIND' AND ends.role = 'ROLE' GROUP BY ends.id ORDER BY n DESC, ends.id LIMIT 5
"""
SHARED = """
    SELECT DISTINCT a.name FROM ends a JOIN ends b ON a.id = b.id JOIN ends k ON k.fact = a.fact
    JOIN ends v ON v.fact = b.fact JOIN facts f ON f.id = a.fact JOIN facts g ON g.id = b.fact
    WHERE f.kind = 'membership' AND g.kind = 'membership' AND a.role = 'in' AND b.role = 'in'
    AND k.id = 'kenya' AND v.id = 'vietnam'
"""


@pytest.fixture
def import_(dataset: WriteFolder, relgraph: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Import a table into a dataset that has no other fact."""
    root = dataset({"graph/actors/none.yaml": "countries: {}\n", "seeds/README.md": "cards"})
    monkeypatch.chdir(root)
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
    monkeypatch.setenv("RELGRAPH_TEXTS", str(data))
    monkeypatch.delenv("RELGRAPH_NO_CACHE")  # what is read once is asked several times
    return relgraph


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def answered(relgraph: Command, query: str) -> list[list[object]]:
    return [list(row.values()) for row in json.loads(relgraph("sql", query, "--output", "json").stdout)["rows"]]


def most(kind: str, role: str) -> str:
    return MOST.replace("KIND", kind).replace("ROLE", role)


@pytest.mark.slow
def test_who_hosts_and_who_sends_the_most_missions(import_: Command, data: Path) -> None:
    assert import_("import", "wikidata-missions").exit_code == 0
    ids = {row["wikidata"]: row["name"] for row in rows_of(data / "country_names.csv")}
    pairs = [
        tuple(STATE_OF.get(row[f"{end}_qid"], row[f"{end}_qid"]) for end in ("operator", "host"))
        for row in rows_of(data / MISSIONS)
    ]
    missions = [pair for pair in pairs if len({*pair} & ids.keys()) == len(pair)]
    senders, hosts = (Counter(pair[end] for pair in missions) for end in (0, 1))

    for role, plain in (("host", hosts), ("sender", senders)):
        found = answered(import_, most("mission", role))
        wanted = [(ids[one].lower().replace(" ", "-"), number) for one, number in plain.most_common(5)]
        assert [one for one, _ in found[:3]] == [one for one, _ in wanted[:3]]
        for (one, number), (_, plainly) in zip(found, wanted, strict=True):
            assert isinstance(number, int)
            assert abs(plainly - number) <= 4, one  # rows of kinds of mission that the mapping does not name
    of_denmark = answered(import_, "SELECT count(*) FROM ends WHERE id = 'denmark' AND role = 'host'")
    assert of_denmark == [[hosts["Q35"]]]


@pytest.mark.slow
def test_who_visited_most_often_and_when(import_: Command, data: Path) -> None:
    assert import_("import", "us-visits").exit_code == 0
    plain: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows_of(data / VISITS):
        plain[row["from_id"]].add((row["start_date"], row["end_date"]))
    often = sorted(((len(days), name) for name, days in plain.items()), reverse=True)[:3]

    assert answered(import_, most("visit", "visitor"))[:3] == [[name, number] for number, name in often]
    told = json.loads(import_("facts", "Kenya", "United States", "--output", "json").stdout)
    days = {one["on"].partition("/")[0] for one in told}
    assert days == {start for start, _ in plain["kenya"]}
    assert "0 errors" in import_("check").stdout


@pytest.mark.slow
def test_who_hosts_and_sends_by_rank_is_what_networkx_and_plain_code_say(import_: Command, data: Path) -> None:
    assert import_("import", "us-visits").exit_code == 0
    asked = ("--kind", "visit", "--weight", "count", "--isolates", "no", "--output", "json")
    into, out, by_year = (
        json.loads(import_("rank", "strength", *asked, *more).stdout)
        for more in (("--direction", "in"), ("--direction", "out"), ("--direction", "out", "--as-of", "2000/2002"))
    )
    plain: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows_of(data / VISITS):
        plain[row["from_id"]].add((row["start_date"], row["end_date"]))
    often = Counter({name: len(days) for name, days in plain.items()}).most_common(3)

    assert into["ranking"][0]["id"] == "united-states"
    assert into["ranking"][0]["score"] == into["graph"]["facts"] == sum(row["score"] for row in out["ranking"])
    assert [(row["id"], row["score"]) for row in out["ranking"][:3]] == often
    assert into["coverage"] == {"visit": ["us-visits, 1874 to 2024"]}
    for year in by_year["years"]:
        days = {
            (one, day) for one, days in plain.items() for day in days if day[0][:4] == day[1][:4] == str(year["year"])
        }
        assert abs(year["graph"]["facts"] - len(days)) <= 5, year[
            "year"
        ]  # visits that several names of one country share


@pytest.mark.slow
def test_shared_bodies_by_rank_are_those_of_plain_sets(import_: Command, data: Path) -> None:
    assert import_("import", "factbook-memberships").exit_code == 0
    names = {row["gec"]: row["name"] for row in rows_of(data / "country_names.csv")}
    bodies: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(data / BODIES):
        if row["qualifier"] in FULL and names.get(row["gec"]):
            bodies[names[row["gec"]]].add(row["org"])
    found = json.loads(import_("rank", "strength", "--network", "shared", "--output", "json").stdout)
    scores = {row["name"]: row["score"] for row in found["ranking"]}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(
        (one, other, len(bodies[one] & bodies[other])) for one, other in combinations(sorted(bodies), 2)
    )
    plain = dict(graph.degree(weight="weight"))

    for name in ("Kenya", "Vietnam", "France", "Brazil"):
        assert scores[name] == plain[name], name


@pytest.mark.slow
def test_observers_of_a_body_and_the_bodies_that_two_states_share(import_: Command, data: Path) -> None:
    assert import_("import", "factbook-memberships").exit_code == 0
    names = {row["gec"]: row["name"] for row in rows_of(data / "country_names.csv")}
    table = list(rows_of(data / BODIES))
    observing = {names[row["gec"]] for row in table if (row["org"], row["qualifier"]) == ("NAM", "observer")}
    observers = json.loads(import_("facts", "nam", "--kind", "standing", "--output", "json").stdout)

    assert {one["ends"][0]["name"] for one in observers if one["type"] == "observer"} == observing - {""}
    kenya, vietnam = (
        {row["org"] for row in table if (row["gec"], row["qualifier"]) == (gec, "")} for gec in ("KE", "VM")
    )
    shared = answered(import_, SHARED)
    assert {name for (name,) in shared} == kenya & vietnam


def test_a_sample_of_the_diplomatic_exchange(import_: Command, data: Path, dataset: WriteFolder) -> None:
    """Side 1 is the United States, which has code 2; what is at side 1 stands for side 2."""
    states = (
        "stateabb,ccode,statenme,styear,endyear\nUSA,2,United States of America,1816,2016\nCAN,20,Canada,1920,2016\n"
    )
    dataset({"seeds/texts/states2016.csv": states})
    assert import_("import", "cow-states").exit_code == 0
    sample = data / "cow_diplomatic_exchange_2006v1_SAMPLE.csv"
    assert import_("import", "cow-diplomatic-exchange", "--table", sample).exit_code == 0
    told = json.loads(import_("facts", "--kind", "accreditation", "--stated", "--output", "json").stdout)
    plain = {
        (row["ccode2"], row["ccode1"])
        for row in rows_of(sample)
        if row["DR_at_1"] != "0" and {row["ccode1"], row["ccode2"]} == {"2", "20"}
    }

    assert [one["ends"][0]["id"] for one in told if one["ends"][0]["id"] == "canada"][:1] == (
        ["canada"] if plain else []
    )
    assert json.loads(import_("actors", "cow:20", "--output", "json").stdout)["found"][0]["id"] == "canada"
