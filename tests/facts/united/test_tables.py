"""Tables of several datasets: what they make is joined, and rows that are cited are checked, each in its own terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.check import check
from relgraph.facts.load import load
from tests.tables.small_table import FILES
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command

NOTES = """
    source: notes
    missions:
      first: {name: first, sender: ke, host: vietnam, kind: %s, since: 1995, evidence: {in: missions, row: m1}}
"""


def imported(folder: Path, relgraph: Command, name: str, files: dict[str, str]) -> Path:
    write_files(
        folder / name, {"graph/actors/x.yaml": "{}", "seeds/notes.yaml": "id: notes\ntitle: notes\n"} | FILES | files
    )
    result = relgraph("import", "missions", "--graph", folder / name / "graph")
    assert result.exit_code == 0
    return folder / name / "graph"


def test_one_table_of_two_is_one_source_and_makes_each_fact_once(tmp_path: Path, relgraph: Command) -> None:
    one = imported(tmp_path, relgraph, "a", {})
    other = imported(tmp_path, relgraph, "b", {"graph/actors/x.yaml": "people: {x: {name: X}}"})
    dataset = load([one, other])

    assert sorted(dataset.library.cards) == ["missions", "notes"]
    assert list(dataset.mappings) == ["missions"]
    assert dataset.facts == load(one).facts
    assert list(dataset.actors) == ["egypt", "hanoi", "kenya", "mombasa-kenya", "nairobi", "vietnam", "x"]


def test_a_row_is_checked_by_what_its_dataset_calls_those_in_it(tmp_path: Path, relgraph: Command) -> None:
    ke = "countries: {ke: {name: Kenya, iso: KE}}"
    one = imported(tmp_path, relgraph, "a", {})
    other = imported(tmp_path, relgraph, "b", {"graph/actors/x.yaml": ke, "graph/notes.yaml": NOTES % "consulate"})
    dataset = load([one, other])
    told = [str(problem) for problem in check(dataset).problems if problem.place.file.endswith("notes.yaml")]

    assert dataset.by_id["first"].pair == ("kenya", "vietnam")
    assert "mombasa-ke" in dataset.actors
    assert "mombasa-kenya" not in dataset.actors
    assert [one for one in told if "note:" not in one and "embassy" in one], told
    assert not [one for one in told if "sender" in one], told


def test_tables_of_one_name_that_are_read_otherwise_are_two(tmp_path: Path, relgraph: Command) -> None:
    one = imported(tmp_path, relgraph, "a", {})
    mapping = FILES["graph/tables/missions.yaml"].replace("until: 2020", "until: 2019")
    other = imported(tmp_path, relgraph, "b", {"graph/tables/missions.yaml": mapping})
    dataset = load([one, other])

    assert [one for one in dataset.library.cards if "@" in one] == ["missions@a", "missions@b"]
    assert {str(mapping.coverage.until) for mapping in dataset.mappings.values() if mapping.coverage} == {
        "2019",
        "2020",
    }
