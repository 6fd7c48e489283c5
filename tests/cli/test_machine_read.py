"""Ties that a machine read, through the commands: from events to answers, which take them where they are asked to."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import networkx as nx
import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

from relgraph.countries.find import find
from relgraph.export.jsonl import read_jsonl
from tests.events.counting import mapping_of
from tests.facts.machine_read.small_ties import FACTS, MAPPING, imported
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

EVENTS = """\
    id,day,a,b,code,tone,paper
    1,2001-03-02,EGY,KEN,19,-9,Times
    2,2001-03-09,EGY,KEN,19,-10,Post
    3,2001-03-09,EGY,KEN,18,-9,Post
    4,2001-03-05,KEN,BRA,04,1,Times
    5,2001-03-06,KEN,BRA,04,2,Times
    6,2001-04-01,BRA,EGY,04,1,Post
    7,2001-04-01,BRA,EGY,04,1,Times
"""
TIES = """
what: Events that were made up
table: {path: events.parquet}
least: {events: 2}
ties:
  - {kind: clashes, of: [assault, fighting]}
  - {kind: talks, of: consultation}
"""
PATH_OF_TIES = "graph/tables/events.ties.yaml"
WALKED = ("egypt", "brazil")


@pytest.fixture
def folder(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small world beside events that were made up, as the working directory."""
    files = {"events.csv": EVENTS, "counting.yaml": mapping_of("events.csv"), "events.ties.yaml": TIES}
    root = dataset({**world_files(FACTS), **files, "seeds/texts/README": "Texts and tables."})
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small world whose ties were imported, as the working directory."""
    imported(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_from_events_to_answers(relgraph: Command, folder: Path) -> None:
    made = relgraph("aggregate", "counting.yaml", "--table", "events.csv", "-o", "seeds/texts/events.parquet")
    assert made.exit_code == 0, made.output
    told = json.loads(relgraph("import", "events.ties.yaml", "--output", "json").stdout)

    assert (told["rows"], told["ties"], told["kinds"], told["period"]) == (4, 3, ["clashes", "talks"], "month")
    assert told["left_out"] == [{"reason": "fewer than 2 events", "rows": 1}]
    assert (folder / PATH_OF_TIES).read_text(encoding="utf-8") == (folder / "events.ties.yaml").read_text(
        encoding="utf-8"
    )
    assert "machine-read, query " in relgraph("check").stdout

    path = relgraph("path", "Egypt", "Brazil", "--kind", "clashes,talks")
    assert path.exit_code == 0
    assert (
        "Egypt from Brazil: talks (consultation), machine-read (events 2, sources 2, days 1, mean scale 1.00)"
        in path.stdout
    )
    ranked = json.loads(relgraph("rank", "strength", "--kind", "clashes,talks", "--output", "json").stdout)
    assert {one["id"]: one["score"] for one in ranked["ranking"] if one["score"]} == {
        "egypt": 4,
        "kenya": 4,
        "brazil": 4,
    }
    assert ranked["weight"] == "strength: the number of events, machine-read"
    assert ranked["asked"]["machine_read"]["events"]["query_sha256"] == told["query_sha256"]
    (clash,) = json.loads(relgraph("facts", "--kind", "clashes", "--output", "json").stdout)
    assert clash["details"] == {"examples": ["1", "2"]}
    assert clash["note"] == f"machine-read by query {told['query_sha256'][:12]}; such as the events 1, 2"


ANSWERS = {
    "path": ("path", "Kenya", "Vietnam"),
    "all": ("path", "Kenya", "Vietnam", "--view", "all"),
    "rank": ("rank", "degree"),
    "show": ("show", "Kenya"),
    "between": ("between", "Kenya", "Egypt"),
    "facts": ("facts",),
    "timeline": ("timeline",),
    "counts": ("counts",),
    "gaps": ("gaps",),
    "sql": ("sql", "SELECT id FROM facts UNION SELECT source FROM ties UNION SELECT id FROM sources"),
    "graphml": ("export", "graphml", "-o", "-"),
    "gexf": ("export", "gexf", "-o", "-"),
    "csv": ("export", "csv", "-o", "-"),
    "panel": ("export", "panel", "-o", "-"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_no_answer_takes_ties_unasked(relgraph: Command, asked: Path, name: str) -> None:
    """Byte for byte as without them: their mapping, card and file are then not even looked at."""
    with_ties = relgraph(*ANSWERS[name])
    (asked / "seeds/texts/made-up.parquet").unlink()
    without_file = relgraph(*ANSWERS[name])
    (asked / "graph/tables/made-up.ties.yaml").unlink()
    (asked / "seeds/made-up.yaml").unlink()
    without = relgraph(*ANSWERS[name])

    assert with_ties.output == without_file.output == without.output
    assert with_ties.exit_code == without.exit_code
    assert "machine-read" not in with_ties.stdout


TOLD = "machine-read (events 5, sources 2, days 4, mean scale -4.40)"
WITH = {
    "show": ("show", "Kenya", "--machine-read"),
    "kind": ("show", "Kenya", "--kind", "clashes"),
    "between": ("between", "Kenya", "Egypt", "--machine-read"),
    "facts": ("facts", "--machine-read"),
    "timeline": ("timeline", "--machine-read"),
    "sql": ("sql", "SELECT says FROM facts", "--machine-read"),
    "graphml": ("export", "graphml", "-o", "-", "--machine-read"),
    "gexf": ("export", "gexf", "-o", "-", "--machine-read"),
    "csv": ("export", "csv", "-o", "-", "--machine-read"),
    "jsonl": ("export", "jsonl", "-o", "-", "--machine-read"),
}


@pytest.mark.parametrize("name", WITH)
def test_answers_that_are_asked_to_take_ties_say_so(relgraph: Command, asked: Path, name: str) -> None:
    del asked
    answer = relgraph(*WITH[name])
    assert answer.exit_code == 0, answer.output
    assert TOLD in answer.stdout


def test_a_path_walks_ties_of_a_kind_that_is_named_and_nothing_else(relgraph: Command, asked: Path) -> None:
    del asked
    found = json.loads(relgraph("path", "Egypt", "Brazil", "--kind", "clashes,talks", "--output", "json").stdout)
    assert found["graph"]["kinds"] == ["clashes", "talks"]
    (step,) = found["steps"]
    (tie,) = step["ties"]
    assert (tie["status"], tie["since"], tie["until"]) == ("machine-read", "2001-04-01", "2001-04-30")
    assert tie["evidence"] == [
        {
            "source": "made-up",
            "file": "made-up.parquet",
            "row": "brazil-egypt-consult-2001-04-01",
            "terms": [],
            "carries": ["ends"],
            "verified": "table",
        }
    ]
    assert relgraph("path", "Egypt", "Vietnam", "--kind", "clashes,talks").exit_code == 1
    both = json.loads(relgraph("path", "Egypt", "Vietnam", "--kind", "clashes,partnership", "--output", "json").stdout)
    assert [tie["kind"] for step in both["steps"] for tie in step["ties"]] == ["clashes", "partnership"]


@pytest.mark.parametrize(
    "command", [("path", "Kenya", "Vietnam"), ("rank", "degree"), ("export", "csv", "--projection")]
)
def test_paths_and_ranks_want_the_kind(relgraph: Command, asked: Path, command: tuple[str, ...]) -> None:
    del asked
    answer = relgraph(*command, "--machine-read")
    assert answer.exit_code == 2
    assert "paths and ranks take machine-read ties only where --kind names their kind: clashes, talks" in answer.stderr


def test_ranks_count_events_which_way_they_lead_and_by_year(relgraph: Command, asked: Path) -> None:
    del asked

    def scores(*more: str) -> dict[str, float]:
        told = json.loads(relgraph("rank", "strength", "--kind", "talks", *more, "--output", "json").stdout)
        rows = told["years"][-1]["ranking"] if "years" in told else told["ranking"]
        return {one["id"]: one["score"] for one in rows if one["score"]}

    assert scores() == {"kenya": 5, "brazil": 9, "egypt": 4}
    assert scores("--direction", "out") == {"kenya": 5, "brazil": 4}
    assert scores("--as-of", "2001-03-10") == {"kenya": 3, "brazil": 3}
    assert scores("--as-of", "2000/2001") == {"kenya": 5, "brazil": 9, "egypt": 4}
    assert scores("--weight", "sources") == {"kenya": 3, "brazil": 6, "egypt": 3}


def test_exports_mark_ties_and_weigh_them(relgraph: Command, asked: Path) -> None:
    assert relgraph("export", "graphml", "-o", "x.graphml", "--machine-read").exit_code == 0
    graph = nx.read_graphml(asked / "x.graphml", edge_key_type=str, force_multigraph=True)
    edges = {about["relation"]: about for *_, about in graph.edges(data=True)}

    assert Counter(about["origin"] for *_, about in graph.edges(data=True))["machine-read"] == 4
    assert (edges["clashes"]["weight"], edges["clashes"]["status"]) == (5.0, "machine-read")
    assert edges["clashes"]["figures"] == "events: 5; days: 4; sources: 2; scale: -4.40"
    assert edges["clashes"]["note"] == "machine-read by query 0123456789ab"
    assert edges["partnership"]["weight"] == 5.0  # 1 and its rung, as without ties

    assert relgraph("export", "graphml", "-o", "p.graphml", "--projection", "--kind", "clashes,talks").exit_code == 0
    pairs = nx.read_graphml(asked / "p.graphml")
    assert {frozenset(pair): pairs.edges[pair]["weight"] for pair in pairs.edges} == {
        frozenset({"egypt", "kenya"}): 5.0,
        frozenset({"kenya", "brazil"}): 5.0,
        frozenset({"brazil", "egypt"}): 4.0,
    }


def test_tables_of_sql_have_the_same_weights(relgraph: Command, asked: Path) -> None:
    del asked
    query = "SELECT source, strength FROM ties WHERE kind = 'clashes' UNION SELECT id, 0 FROM sources ORDER BY 1"
    told = json.loads(relgraph("sql", query, "--machine-read", "--output", "json").stdout)
    assert [list(row.values()) for row in told["rows"]] == [["egypt", 5], ["kenya", 5], ["made-up", 0], ["talks", 0]]

    query = "SELECT DISTINCT kind, origin FROM facts WHERE kind <> 'diplomatic-relations' ORDER BY kind"
    told = json.loads(relgraph("sql", query, "--machine-read", "--output", "json").stdout)
    of_ties, stated = ("clashes", "talks"), "partnership"
    assert {row["kind"]: row["origin"] for row in told["rows"]} == {
        **dict.fromkeys(of_ties, "machine-read"),
        stated: "stated",
    }


def test_ties_are_not_read_back_as_facts(relgraph: Command, asked: Path) -> None:
    assert relgraph("export", "jsonl", "-o", "x.jsonl", "--machine-read").exit_code == 0
    again = read_jsonl(asked / "x.jsonl")

    assert [fact.kind for fact in again.facts] == ["partnership"]
    assert '"record": "machine-read"' in (asked / "x.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("import", "other.ties.yaml"), "other.ties.yaml: no such mapping"),
        (("import", "graph/tables/made-up.ties.yaml", "--table", "seeds/talks.yaml"), "is damaged, or no Parquet file"),
        (("show", "Kenya", "--kind", "clash"), "clash is not a kind of relation"),
        (("import", "made-up", "--table", "nowhere.parquet"), "nowhere.parquet"),
    ],
)
def test_misuse_is_a_line(relgraph: Command, asked: Path, args: tuple[str, ...], told: str) -> None:
    del asked
    answer = relgraph(*args)
    assert answer.exit_code in {1, 2}
    assert told in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_what_is_curated_is_answered_though_ties_be_wrong(relgraph: Command, asked: Path) -> None:
    (asked / "graph/tables/made-up.ties.yaml").write_text(MAPPING.replace("clashes", "visit"), encoding="utf-8")
    assert relgraph("show", "Kenya", "--kind", "partnerships").exit_code == 0
    answer = relgraph("show", "Kenya", "--machine-read")
    assert answer.exit_code == 1
    assert "visit is a kind of curated facts" in answer.stderr

    (asked / "graph/tables/made-up.ties.yaml").unlink()
    answer = relgraph("show", "Kenya", "--machine-read")
    assert answer.exit_code == 2
    assert "no ties that a machine read are here" in answer.stderr


def test_of_several_datasets_a_kind_of_ties_is_refused_as_such(relgraph: Command, asked: Path) -> None:
    imported(asked / "other", f"{MAPPING}weight: days\n")
    answer = relgraph("facts", "--kind", "clashes", "--graph", asked / "graph", "--graph", asked / "other/graph")
    assert answer.exit_code == 2
    assert answer.stderr.endswith("are asked of one dataset at a time: name --graph once\n")


def test_a_mapping_that_is_wrong_is_told_and_nothing_is_written(relgraph: Command, asked: Path) -> None:
    (asked / "wrong.ties.yaml").write_text(MAPPING.replace("clashes", "visit"), encoding="utf-8")
    answer = relgraph("import", "wrong.ties.yaml")
    assert answer.exit_code == 1
    assert "wrong.ties.yaml:5: visit is a kind of curated facts" in answer.stderr
    assert not (asked / "seeds/wrong.yaml").exists()


def test_the_sample_of_icews_gives_what_plain_code_gives(
    relgraph: Command, data: Path, dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pairs of states that consulted each other twice or more in a quarter of 2014, by their events."""
    counting = """
        what: A sample of ICEWS
        table: {path: icews14_sample.csv}
        events:
          of: {column: source, scheme: name}
          to: {column: target, scheme: name}
          kind: {column: relation, other: own}
          on: date
          period: quarter
    """
    ties = """
        what: A sample of ICEWS
        table: {path: icews.parquet}
        ties: [{kind: consultations, of: Consult, least: {events: 2}}]
    """
    root = dataset({**world_files(FACTS), "counting.yaml": counting, "icews.ties.yaml": ties})
    monkeypatch.chdir(root)
    (root / "seeds/texts").mkdir()
    table = data / "icews14_sample.csv"
    assert relgraph("aggregate", "counting.yaml", "--table", table, "-o", "seeds/texts/icews.parquet").exit_code == 0
    assert relgraph("import", "icews.ties.yaml").exit_code == 0

    events = defaultdict[tuple[str, str, int], int](int)
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pair = [next(iter(find(row[name])), "") for name in ("source", "target")]
            if row["relation"] == "Consult" and all(pair) and pair[0] != pair[1]:
                events[pair[0], pair[1], (int(row["date"][5:7]) - 1) // 3] += 1
    right = Counter[str]()
    for (one, other, _), number in events.items():
        if number > 1:
            right.update({one: number, other: number})

    ranked = relgraph("rank", "strength", "--kind", "consultations", "--isolates", "no", "--output", "csv")
    rows = csv.DictReader(io.StringIO(ranked.stdout))
    assert {row["id"]: float(row["score"]) for row in rows} == right
