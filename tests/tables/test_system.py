"""A system of states that a list of codes gives: whom a table covers, and of how many a network is made in a year."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

STATES = """\
ccode,statenme,styear,endyear
501,Kenya,1963,2016
651,Egypt,1937,2016
365,Russia,1816,2016
760,Bhutan,1971,2016
817,Republic of Vietnam,1954,1975
"""
LIST = """\
what: A list of states
card: {publisher: nobody, licence: CC0-1.0}
table: {path: states.csv, key: [ccode]}
codes:
  scheme: cow
  code: ccode
  actor: {column: statenme, scheme: name, at: styear}
  since: styear
  until: endyear
  last: 2016
decisions: [{scheme: cow, value: "817", actor: south-vietnam}]
"""
ENVOYS = """\
sender,host,year
651,365,1960
365,651,1960
651,817,1960
651,365,1970
501,651,1970
651,365,1980
501,651,1980
365,501,1980
"""
MAPPING = """\
what: Heads of mission that were made up
card: {publisher: nobody, licence: CC0-1.0, published: 1990}
table: {path: envoys.csv, key: [sender, host, year]}
coverage: {kinds: [accreditations], since: 1960, until: 1980, actors: {scheme: cow}}
facts:
  - section: accreditations
    of: {column: sender, scheme: cow, at: year}
    to: {column: host, scheme: cow, at: year}
    spells: {by: year, gap: data}
"""


@pytest.fixture
def folder(dataset: WriteFolder, relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = dataset(
        {
            "graph/actors/bodies.yaml": BODIES,
            "graph/tables/states.yaml": LIST,
            "graph/tables/envoys.yaml": MAPPING,
            "seeds/texts/states.csv": STATES,
            "seeds/texts/envoys.csv": ENVOYS,
        }
    )
    monkeypatch.chdir(root)
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
    for name in ("states", "envoys"):
        assert relgraph("import", name).exit_code == 0
    return root


BODIES = "bodies: {concert: {name: Concert of Made Powers}}\n"
"""No list has it: it is no isolate of a network whose source covers states by their codes."""
IDS = {"501": "kenya", "651": "egypt", "365": "russia", "760": "bhutan", "817": "south-vietnam"}


def exchange(year: int) -> nx.DiGraph[str]:
    """The states of a year and who had a head of mission where, by the rows themselves."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for row in csv.DictReader(io.StringIO(STATES)):
        if int(row["styear"]) <= year <= int(row["endyear"]):
            graph.add_node(IDS[row["ccode"]])
    for row in csv.DictReader(io.StringIO(ENVOYS)):
        if int(row["year"]) == year:
            graph.add_edge(IDS[row["sender"]], IDS[row["host"]])
    return graph


@pytest.mark.parametrize(("measure", "direction"), [("degree", "in"), ("closeness", "out"), ("pagerank", "in")])
@pytest.mark.parametrize("year", [1960, 1970, 1980])
@pytest.mark.usefixtures("folder")
def test_isolates_are_the_states_of_that_year(relgraph: Command, year: int, measure: str, direction: str) -> None:
    """Bhutan, which no row names, is one from 1971 on; Kenya is none before 1963, nor South Vietnam after 1975."""
    graph = exchange(year)
    expected: dict[str, dict[str, float]] = {
        "degree": dict(graph.in_degree()),
        "closeness": {one: far / (len(graph) - 1) for one, far in nx.harmonic_centrality(graph.reverse()).items()},
        "pagerank": nx.pagerank(graph, tol=1e-13, max_iter=10_000),
    }
    options = ("--kind", "accreditation", "--direction", direction, "--as-of", str(year), "--output", "json")
    told = json.loads(relgraph("rank", measure, *options).stdout)

    assert {row["id"]: row["score"] for row in told["ranking"]} == pytest.approx(expected[measure])
    assert (told["graph"]["nodes"], told["graph"]["density"]) == (len(graph), pytest.approx(nx.density(graph)))


@pytest.mark.usefixtures("folder")
def test_without_a_day_those_that_ended_before_the_sources_were_published_are_none(relgraph: Command) -> None:
    told = json.loads(relgraph("rank", "degree", "--kind", "accreditation", "--output", "json").stdout)

    assert {row["id"] for row in told["ranking"]} == {"bhutan", "egypt", "kenya", "russia"}


@pytest.mark.parametrize(
    ("pair", "year", "answer"),
    [
        (("Bhutan", "Egypt"), "1980", "no"),
        (("Bhutan", "Egypt"), "1970", "not known"),  # it was not in the list then, and may have had envoys
        (("Bhutan", "Kenya"), "1970", "not known"),
        (("Bhutan", "Egypt"), "1985", "not known"),
        (("Bhutan", "Russia"), None, "no"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_state_is_covered_in_the_years_in_which_the_list_has_it(
    relgraph: Command, pair: tuple[str, str], year: str | None, answer: str
) -> None:
    options = ("--kind", "accreditation", "--output", "json", *(("--as-of", year) if year else ()))

    assert json.loads(relgraph("between", *pair, *options).stdout)["silence"]["answer"] == answer


@pytest.mark.usefixtures("folder")
def test_a_panel_has_0_in_the_years_of_both(relgraph: Command) -> None:
    panel = relgraph("export", "panel", "--kind", "accreditation", "--as-of", "1960/1981", "-o", "-").stdout
    rows = csv.DictReader(io.StringIO(panel))
    cells = {
        int(row["year"]): row["accreditation"] for row in rows if (row["one"], row["other"]) == ("kenya", "russia")
    }

    assert [year for year, cell in cells.items() if cell == "0"] == [*range(1963, 1971)]
    assert {cells[year] for year in (1960, 1961, 1962, 1975)} == {""}


@pytest.mark.usefixtures("folder")
def test_a_view_of_what_was_known_by_a_day_knows_what_was_covered_by_then(relgraph: Command) -> None:
    """The table was published in 1990: before that nobody had said that it leaves nothing out."""
    options = ("--kind", "accreditation", "--as-of", "1980", "--output", "json")
    before = json.loads(relgraph("between", "Bhutan", "Egypt", "--known", "1985", *options).stdout)
    ranked = json.loads(relgraph("rank", "degree", "--known", "1985", *options).stdout)

    assert before["silence"]["answer"] == "not covered"
    assert ranked["coverage"] == {"accreditation": []}


def test_a_state_of_two_codes_is_told_with_both(relgraph: Command, folder: Path) -> None:
    """As a state is that had one code before a union and has another since."""
    with (folder / "seeds" / "texts" / "states.csv").open("a", encoding="utf-8") as file:
        file.write("366,Russia,1900,1905\n")
    relgraph("import", "states")
    (found,) = json.loads(relgraph("actors", "Russia", "--output", "json").stdout)["found"]

    assert found["codes"]["cow"] == "365, 366"
    assert json.loads(relgraph("show", "Russia", "--output", "json").stdout)["codes"]["cow"] == "365, 366"
