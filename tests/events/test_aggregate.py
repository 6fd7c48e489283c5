from __future__ import annotations

import gzip
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("duckdb")
pytest.importorskip("ibis")

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from relgraph.analysis import aggregating
from relgraph.errors import InputError
from relgraph.events import engine
from relgraph.events.duck import Duck, _told
from relgraph.events.output import told_in
from relgraph.events.work import working
from tests.events.counting import (
    COLUMNS,
    aggregated,
    by_plain_code,
    events,
    mapping_of,
    ties_of,
    write_csv,
    write_floating,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.fixture_types import Command

FEW = [
    ["e1", "2001-02-03", "KEN", "VNM", "042", "1.5", "Times"],
    ["e2", "2001-02-03", "KEN", "VNM", "043", "2.5", "Post"],
    ["e3", "2001-02-28", "KEN", "VNM", "040", "", "Post"],
    ["e4", "2001-03-01", "VNM", "KEN", "190", "-10", ""],
    ["e5", "some day", "KEN", "VNM", "042", "1", "Post"],
    ["e6", "2001-02-03", "XYZ", "VNM", "042", "1", "Post"],
    ["e7", "2001-02-03", "KEN", "", "042", "1", "Post"],
    ["e8", "2001-02-03", "KEN", "VNM", "99x", "1", "Post"],
    ["e9", "2001-02-03", "KEN", "KEN", "042", "1", "Post"],
    ["f1", "2001-02-03", "KEN", "VNM", "042", "much", "Post"],
    ["f2", "2001-02-03", "KEN", "VNM", "042", "1", "hearsay"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with few.csv, whose events are known by hand, and its mapping."""
    monkeypatch.chdir(tmp_path)
    write_csv(tmp_path / "few.csv", FEW)
    (tmp_path / "events.yaml").write_text(mapping_of("few.csv"), encoding="utf-8")
    return tmp_path


def refused(relgraph: Command, folder: Path, *more: str) -> str:
    """The one line of a refusal, after which nothing is left behind."""
    result = relgraph("aggregate", folder / "events.yaml", "-o", folder / "ties.parquet", *more)
    assert (result.exit_code, result.stdout) in {(1, ""), (2, "")}
    assert not (folder / "ties.parquet").exists()
    (line,) = result.stderr.splitlines()
    return line


def test_events_add_up_to_ties_and_all_that_is_left_out_is_told(relgraph: Command, folder: Path) -> None:
    result = relgraph("aggregate", "events.yaml", "-o", "ties.parquet", "--output", "json")
    told = json.loads(result.stdout)

    assert ties_of(folder / "ties.parquet") == {
        ("kenya", "vietnam", "consultation", "2001-02"): (3, 2, 2, 2.0),
        ("vietnam", "kenya", "fighting", "2001-03"): (1, 0, 1, -10.0),
    }
    assert (told["rows"], told["events"], told["ties"]) == (11, 4, 2)
    assert (told["since"], told["until"]) == ("2001-02-01", "2001-03-31")
    assert {(one["what"], one.get("value", ""), one["rows"], one["example"]) for one in told["left_out"]} == {
        ("no day that can be read", "some day", 1, "e5"),
        ("a value that matches nobody", "XYZ", 1, "e6"),
        ("nobody", "", 1, "e7"),
        ("a kind that the mapping does not name", "99x", 1, "e8"),
        ("one with himself", "", 1, "e9"),
        ("no figure that can be read in column tone", "", 1, "f1"),
        ("hearsay", "", 1, "f2"),
    }
    assert pq.read_table(folder / "ties.parquet").column("examples").to_pylist() == [["e1", "e3"], ["e4"]]
    made = told_in(folder / "ties.parquet")
    assert (made["machine_read"], made["events"], made["left_out"], made["period"]) == (True, 4, 7, "month")
    assert made["query_sha256"] == told["query_sha256"]
    assert sorted(path.name for path in folder.iterdir()) == ["events.yaml", "few.csv", "ties.parquet"]


def test_the_report_for_people_names_the_values(relgraph: Command, folder: Path) -> None:
    told = relgraph("aggregate", "events.yaml").stdout

    assert told.startswith("events: 11 events read, 4 counted in 2 ties by month, 2001-02-01 to 2001-03-31\n")
    assert '  left out 1: a value that matches nobody (column a): "XYZ" 1; such as e6\n' in told
    assert (
        '1 value that matched nobody:\n  iso3 "XYZ" (1 event, column a): nobody is near\n'
        "decide on each in events.decisions.yaml, in graph/tables or beside the mapping: "
    ) in told
    assert told.endswith("written: events.parquet\n")
    assert (folder / "events.parquet").is_file()


@pytest.mark.slow
def test_the_answers_are_those_of_plain_code_in_every_form_of_file(relgraph: Command, folder: Path) -> None:
    rows = events(3000)
    right = by_plain_code(rows)
    assert len(right) > 100
    more = folder / "more"
    more.mkdir()
    write_csv(more / "1.csv", rows[:1000])
    write_csv(more / "2.csv", rows[1000:])
    (more / "2.csv.gz").write_bytes(gzip.compress((more / "2.csv").read_bytes()))
    (more / "2.csv").unlink()
    pq.write_table(pa.table(list(map(list, zip(*rows, strict=True))), names=COLUMNS), folder / "all.parquet")

    for path in ("more", "more/*.csv*", "all.parquet"):
        (folder / "events.yaml").write_text(mapping_of(path), encoding="utf-8")
        assert aggregated(relgraph, folder) == right, path
    whole = (folder / "ties.parquet").read_bytes()
    assert aggregated(relgraph, folder, "--rows-at-once", "1") == right
    assert aggregated(relgraph, folder) == right
    assert (folder / "ties.parquet").read_bytes() == whole


def test_typed_columns_a_quarter_and_no_direction(relgraph: Command, folder: Path) -> None:
    days = pa.array(["2001-01-31", "2001-03-01", "2001-04-01"]).cast(pa.date32())
    table = {"day": days, "a": ["KEN", "VNM", "KEN"], "b": ["VNM", "KEN", "VNM"], "tone": [0.1, 0.2, None]}
    pq.write_table(pa.table(table), folder / "typed.parquet")
    (folder / "events.yaml").write_text(
        "what: x\ntable: {path: typed.parquet}\nevents: {of: {column: a, scheme: iso3}, to: {column: b, scheme: iso3},"
        " kind: contact, on: day, period: quarter, scale: tone, directed: no}",
        encoding="utf-8",
    )

    assert aggregated(relgraph, folder) == {
        ("kenya", "vietnam", "contact", "2001-01"): (2, 0, 2, 0.15),
        ("kenya", "vietnam", "contact", "2001-04"): (1, 0, 1, None),
    }
    assert [f"{one['until']}" for one in pq.read_table(folder / "ties.parquet").to_pylist()] == [
        "2001-03-31",
        "2001-06-30",
    ]
    assert "examples" not in pq.read_schema(folder / "ties.parquet").names


def test_whole_numbers_of_columns_with_gaps_are_whole(relgraph: Command, folder: Path) -> None:
    write_floating(folder)

    assert aggregated(relgraph, folder) == {
        ("kenya", "vietnam", "contact", "2001-01"): (1, 1, 1, 1.5),
        ("vietnam", "kenya", "contact", "2001-03"): (1, 0, 1, None),
    }


@pytest.mark.parametrize("period", ["month", "quarter", "year"])
def test_days_are_counted_once_over_the_whole_of_a_period(relgraph: Command, folder: Path, period: str) -> None:
    days = [f"{date(2004, 1, 1) + timedelta(days=one)}" for one in range(366)]
    write_csv(folder / "few.csv", [["", day, "KEN", "VNM", "042", "", paper] for day in days for paper in ("A", "B")])
    (folder / "events.yaml").write_text(mapping_of("few.csv").replace("period: month", f"period: {period}"), "utf-8")

    found = [some[:3] for some in aggregated(relgraph, folder).values()]
    numbers = {"month": [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], "quarter": [91, 91, 92, 92], "year": [366]}
    assert found == [(2 * number, 2, number) for number in numbers[period]]
    assert pq.read_table(folder / "ties.parquet").column("examples").to_pylist() == [[]] * len(found)


def test_who_may_be_meant_is_told_and_what_was_decided_in_a_file_holds(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aggregating, "GUESSED", 1)
    names = ["Kenia", *["Egpyt"] * 2, "Atlantis", "Xanadu"]
    write_csv(folder / "few.csv", [["", "2001-02-03", one, "VNM", "042", "", ""] for one in names])
    own = mapping_of("few.csv").replace("column: a, scheme: iso3", "column: a, scheme: name")
    decided = "decisions: [{scheme: name, value: Kenia, actor: WHO}, {scheme: name, value: Atlantis, actor: nobody}]"
    (folder / "events.yaml").write_text(f"{own}\n{decided.replace('WHO', 'egypt')}", encoding="utf-8")
    (folder / "events.decisions.yaml").write_text(decided.replace("WHO", "kenya"), encoding="utf-8")

    done = relgraph("aggregate", "events.yaml", "-o", "ties.parquet", "--output", "json")
    (missed,) = (one for one in json.loads(done.stdout)["left_out"] if one.get("value") == "Egpyt")
    assert missed["candidates"][0] == "egypt"
    assert {key[0] for key in ties_of(folder / "ties.parquet")} == {"kenya"}

    (folder / "graph" / "tables").mkdir(parents=True)
    (folder / "seeds").mkdir()
    in_dataset = decided.replace("WHO", "egypt").replace("Atlantis", "Lantis")
    (folder / "graph" / "tables" / "events.decisions.yaml").write_text(in_dataset, encoding="utf-8")
    told = relgraph("aggregate", "events.yaml", "-o", "ties.parquet").stdout
    assert {key[0] for key in ties_of(folder / "ties.parquet")} == {"egypt"}
    assert "egypt?\n  and 1 more; --output json lists them\ndecide on each in events.decisions.yaml, in " in told

    (folder / "graph" / "tables" / "events.decisions.yaml").write_text("decisions: [{scheme: name}]", encoding="utf-8")
    told = relgraph("aggregate", "events.yaml", "-o", "ties.parquet").stderr
    assert "events.decisions.yaml:1" in told
    assert told.endswith("no events were counted: see the problems above\n")


def test_who_reported_is_told_by_no_blank_and_by_nothing_that_stands_for_nothing(
    relgraph: Command, folder: Path
) -> None:
    papers = ("Times", " Times ", " ", "n/a", "Post")
    write_csv(folder / "few.csv", [["", "2001-02-03", "KEN", "VNM", "042", "", one] for one in papers])
    mapping = mapping_of("few.csv").replace("key: [id]", "missing: [n/a]")
    (folder / "events.yaml").write_text(mapping, encoding="utf-8")

    assert aggregated(relgraph, folder) == {("kenya", "vietnam", "consultation", "2001-02"): (5, 2, 1, None)}


def test_a_code_means_whom_it_meant_in_the_year(relgraph: Command, folder: Path) -> None:
    (folder / "graph" / "actors").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "graph" / "actors" / "own.yaml").write_text(
        "countries:\n  old-land: {name: Old Land, until: 1999, codes: {ours: L}}\n"
        "  new-land: {name: New Land, since: 2000, codes: {ours: L}}\n",
        encoding="utf-8",
    )
    write_csv(folder / "few.csv", [["", f"{year}-05-01", "L", "KEN", "042", "", ""] for year in (1998, 2001)])
    (folder / "events.yaml").write_text(
        mapping_of("few.csv").replace("column: a, scheme: iso3", "column: a, scheme: ours"), encoding="utf-8"
    )

    assert {key[0]: key[3] for key in aggregated(relgraph, folder)} == {"old-land": "1998-05", "new-land": "2001-05"}


def test_lines_that_are_no_rows_are_counted_with_their_place(relgraph: Command, folder: Path) -> None:
    with (folder / "few.csv").open("a", encoding="utf-8") as file:
        file.write("g1,2001-02-03\ng2,2001-02-03,KEN,VNM,042,1,Post,more\n")

    told = json.loads(relgraph("aggregate", "events.yaml", "--output", "json").stdout)
    assert (told["rows"], told["events"]) == (11, 4)
    assert told["unread"] == [
        {"reason": "fewer cells than there are columns", "rows": 1, "example": "line 13 of few.csv"},
        {"reason": "more cells than there are columns", "rows": 1, "example": "line 14 of few.csv"},
    ]


def test_what_was_finished_before_a_failure_is_not_done_again(
    relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = aggregated(relgraph, folder)
    (folder / "ties.parquet").unlink()
    ask, asked = Duck.ask, list[str]()

    def failing(self: Duck, expression: Any, *order: Any) -> Iterator[pa.RecordBatch]:  # noqa: ANN401 - of a library without types
        parts = sum(name == "counted" for name in asked)
        asked.append("counted" if "reason" in expression.columns else "texts")
        if asked[-1] == "counted" and parts == 2:
            raise InputError("the engine gave up")
        return ask(self, expression, *order)

    monkeypatch.setattr(Duck, "ask", failing)
    result = relgraph("aggregate", "events.yaml", "-o", "ties.parquet", "--rows-at-once", "1")
    assert (result.exit_code, result.stdout) == (1, "")
    kept, why = result.stderr.splitlines()
    assert kept == "2 finished parts kept in .ties.parquet.relgraph-work: the same command goes on from there"
    assert why == "relgraph: the engine gave up"
    assert not (folder / "ties.parquet").exists()

    asked[:] = ["counted"] * 3
    assert aggregated(relgraph, folder, "--rows-at-once", "1") == right
    assert asked[3:] == ["texts"] * 4 + ["counted"]
    assert not (folder / ".ties.parquet.relgraph-work").exists()


def test_finished_parts_of_other_events_are_not_taken(relgraph: Command, folder: Path) -> None:
    right = aggregated(relgraph, folder)
    work = folder / ".ties.parquet.relgraph-work"
    work.mkdir()
    (work / "key").write_text("of another query", encoding="utf-8")
    (work / "part-00001.parquet").write_bytes(b"not to be read")

    assert aggregated(relgraph, folder, "--rows-at-once", "1") == right


def test_two_do_not_count_for_one_file_at_once(relgraph: Command, folder: Path) -> None:
    with working(folder / ".ties.parquet.relgraph-work"):
        assert refused(relgraph, folder).endswith("another command counts for the same file; wait for it")
    assert aggregated(relgraph, folder)


def test_files_that_differ_and_files_that_are_none_get_one_line(relgraph: Command, folder: Path) -> None:
    (folder / "events.yaml").write_text(mapping_of("few*"), encoding="utf-8")
    write_csv(folder / "few2.csv", [])
    other = folder / "few2.csv"
    other.write_text(other.read_text(encoding="utf-8").replace("tone", "mood"), encoding="utf-8")
    told = refused(relgraph, folder).replace(f"{folder}/", "")
    assert told == "relgraph: few2.csv: row 1: lacks tone and has mood, other than few.csv"

    other.write_bytes(b"PK\x03\x04")
    assert refused(relgraph, folder).endswith("few2.csv: is a zip file; unpack it, or pack what is in it with gzip")
    other.write_bytes(b"PAR1 and no more")
    assert "few2.csv: is a Parquet file, where " in refused(relgraph, folder)
    assert "few2.csv: is damaged: " in refused(relgraph, folder, "--table", "few2.csv")
    rows = {name: ["1"] for name in COLUMNS}
    pq.write_table(pa.table(rows), folder / "p1.parquet")
    pq.write_table(pa.table({**rows, "tone": [1.5]}), folder / "p2.parquet")
    told = refused(relgraph, folder, "--table", "p*.parquet")
    assert told == "relgraph: p2.parquet: column tone is double, where it is string in p1.parquet"
    pq.write_table(pa.table({"day": ["1"]}), folder / "p1.parquet")
    assert "p1.parquet: has no columns a, b, code, paper, tone, id, " in refused(
        relgraph, folder, "--table", "p1.parquet"
    )
    assert refused(relgraph, folder, "--table", "nothing*").startswith("relgraph: nothing*: no such file")


def test_codes_that_lost_their_zeros_are_not_taken_for_others(relgraph: Command, folder: Path) -> None:
    write_csv(folder / "few.csv", [["e1", "2001-02-03", "KEN", "VNM", "42", "", ""]])

    told = refused(relgraph, folder)
    assert "column code has 42, which is no code: a leading zero was lost" in told
    assert told.endswith("what is none at all, name under missing")


def test_codes_of_events_that_are_passed_over_are_not_asked_for(relgraph: Command, folder: Path) -> None:
    right = ["e1", "2001-02-03", "KEN", "VNM", "042", "1", "Post"]
    write_csv(folder / "few.csv", [right, ["e2", "2001-02-03", "XXX", "VNM", "42", "1", "hearsay"]])
    told = relgraph("aggregate", "events.yaml", "--output", "json")
    assert told.exit_code == 0, told.stderr
    found = json.loads(told.stdout)
    assert (found["rows"], found["events"], found["ties"]) == (2, 1, 1)
    assert [(one["what"], one["rows"]) for one in found["left_out"]] == [("hearsay", 1)]


def test_a_missing_extra_says_how_to_get_it(relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda name: None if name == "duckdb" else name)

    assert refused(relgraph, folder) == (
        "relgraph: duckdb: not installed, and needed to count events; "
        "get what is needed with: pip install 'relgraph[bulk]'"
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--memory", "much"], "write a whole number with MB or GB, such as 4GB"),
        (["--memory", "1MB"], "with less than 50MB no events are counted"),
        (["--spill", "few.csv/x"], "cannot write to few.csv/x: not a directory"),
        (["--spill", "nowhere"], "cannot write to nowhere: no such file or directory"),
        (["-o", "nowhere/t.parquet"], "cannot write to nowhere: no such file or directory"),
        (["-o", "."], ".: is a folder; name a file to write with -o"),
        (["-o", "few.csv"], "few.csv: is read here, and is not written over; name another file with -o"),
    ],
)
def test_bounds_that_are_none_are_refused(relgraph: Command, folder: Path, more: list[str], told: str) -> None:
    assert told in refused(relgraph, folder, *more)


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("gdelt-3", "no such mapping, neither a file nor one that ships; did you mean gdelt-2?"),
        ("broken.yaml", "no events were counted: see the problems above"),
        ("unknown.yaml", "no codes of the scheme rank are known; import a list of them first. There are "),
    ],
)
def test_a_mapping_that_cannot_be_used_is_told(relgraph: Command, folder: Path, mapping: str, told: str) -> None:
    (folder / "broken.yaml").write_text(mapping_of("few.csv").replace("period: month", "period: moon"), "utf-8")
    (folder / "unknown.yaml").write_text(mapping_of("few.csv").replace("iso3", "rank"), "utf-8")
    result = relgraph("aggregate", mapping, "-o", "ties.parquet")

    assert (result.exit_code, result.stdout) in {(1, ""), (2, "")}
    assert told in result.stderr
    assert not (folder / "ties.parquet").exists()


def test_codes_that_a_dataset_declares_are_known(relgraph: Command, folder: Path) -> None:
    (folder / "graph" / "actors").mkdir(parents=True)
    (folder / "seeds").mkdir()
    actors = "bodies: {league: {name: the League, codes: {paper: KEN}}, union: {name: the Union, codes: {paper: VNM}}}"
    (folder / "graph" / "actors" / "all.yaml").write_text(actors, encoding="utf-8")
    (folder / "events.yaml").write_text(mapping_of("few.csv").replace("iso3", "paper"), encoding="utf-8")

    assert {key[:2] for key in aggregated(relgraph, folder, "--graph", "graph")} == {
        ("league", "union"),
        ("union", "league"),
    }


def test_what_was_left_out_is_a_table_too(relgraph: Command, folder: Path) -> None:
    with (folder / "few.csv").open("a", encoding="utf-8") as file:
        file.write("g1,2001-02-03\n")
    told = relgraph("aggregate", "events.yaml", "--output", "csv").stdout.splitlines()

    assert len(told) == 1 + 1 + 7
    assert [line for line in told if "XYZ" in line and "e6" in line]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (duckdb.OutOfMemoryException("failed to pin block"), "allow more, or fewer --rows-at-once"),
        (duckdb.IOException("could not write file: No space left on device"), "name a folder with more room"),
        (duckdb.IOException('IO Error: Could not write file "a/b": File too large'), ": file too large"),
        (duckdb.InterruptException("INTERRUPT Error"), "the counting was stopped before it was done"),
        (duckdb.InvalidInputException("odd\nline\n\nand much more"), "the events cannot be read: odd line"),
    ],
)
def test_errors_of_duckdb_are_one_line(error: Exception, told: str, tmp_path: Path) -> None:
    found = str(_told(error, tmp_path))

    assert told in found
    assert "\n" not in found


def test_a_full_disk_leaves_nothing_behind(relgraph: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("relgraph.writing.os.fsync", full)

    assert refused(relgraph, folder).endswith("no space left on device")
    assert sorted(path.name for path in folder.iterdir()) == ["events.yaml", "few.csv"]
