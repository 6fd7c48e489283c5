"""The commands between, timeline, gaps, counts, schema and diff, on a small world."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, {every: two-powers}], tier: csp, since: 2025, evidence: {p: 1, terms: [csp]}}
    visits:
      - {visitor: ruto, host: vietnam, on: 2025-05, evidence: {p: 1}}
    counts:
      - {of: vietnam, counts: partnership, tier: csp, what: partners, says: 4, evidence: {p: 1}}
"""


@pytest.fixture
def folder(dataset: WriteFolder) -> Path:
    return dataset(world_files(FACTS))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_between_in_every_form(folder: Path, relgraph: Command) -> None:
    graph = ("--graph", folder / "graph")

    assert "direct (2)" in relgraph("between", "Vietnam", "Kenya", *graph).output
    found = json.loads(relgraph("between", "Vietnam", "Kenya", *graph, "--output", "json").output)
    assert [fact["kind"] for fact in found["direct"]] == ["partnership", "diplomatic-relations"]
    table = rows(relgraph("between", "Vietnam", "Kenya", *graph, "--output", "csv").output)
    assert [(row["how"], row["derived"]) for row in table] == [("direct", "no"), ("direct", "yes")]
    assert relgraph("between", "Vietnam", "Kenya", *graph, "--output", "md").output.startswith("| how | id |")


def test_between_two_whom_nothing_ties_is_no_answer(folder: Path, relgraph: Command) -> None:
    assert relgraph("between", "Brazil", "Kenya", "--graph", folder / "graph").exit_code == 1


def test_timeline_in_every_form(folder: Path, relgraph: Command) -> None:
    graph = ("--graph", folder / "graph")

    assert "2025-05     William Ruto paid a visit to Việt Nam" in relgraph("timeline", *graph).output
    found = json.loads(relgraph("timeline", "Ruto", *graph, "--output", "json").output)
    assert [(one["date"], one["word"]) for one in found["moments"]] == [("2025-05", "on")]
    table = rows(relgraph("timeline", *graph, "--output", "csv").output)
    assert [row["date"] for row in table] == ["2025", "2025", "2025-05"]


def test_counts_in_every_form(folder: Path, relgraph: Command) -> None:
    graph = ("--graph", folder / "graph")

    assert "states 4; 1 named, 2 derived, 0 corroborated, 1 unnamed" in relgraph("counts", *graph).output
    (found,) = json.loads(relgraph("counts", "Vietnam", *graph, "--output", "json").output)
    assert (found["of"], found["what"], found["says"]) == ("vietnam", "partners", 4)
    assert (found["named"], found["derived"], found["corroborated"], found["unnamed"]) == (1, 2, 0, 1)
    assert found["members"]["derived"] == ["france", "russia"]
    assert found["evidence"][0]["paragraph"] == 1
    (row,) = rows(relgraph("counts", *graph, "--output", "csv").output)
    assert row["unnamed"] == "1"


def test_gaps(folder: Path, relgraph: Command) -> None:
    found = json.loads(relgraph("gaps", "--graph", folder / "graph", "--output", "json").output)

    assert found["silent"] == [{"source": "talks", "paragraph": 2, "why": None}]
    assert "no reason given" in relgraph("gaps", "--graph", folder / "graph").output


@pytest.mark.usefixtures("believed")
def test_gaps_of_what_was_known_by_a_day(folder: Path, relgraph: Command) -> None:
    gaps = ("gaps", "--graph", folder / "graph", "--output", "json")

    assert json.loads(relgraph(*gaps, "--known", "2025-06").output)["maybe"]
    before = json.loads(relgraph(*gaps, "--known", "2025-05").output)
    assert before.pop("asked")["known"] == "2025-05"
    kinds = (
        "undated",
        "one_source",
        "only_cited",
        "silent",
        "conflicts",
        "short",
        "maybe",
        "looked_for",
        "not_covered",
    )
    assert before == {key: [] for key in kinds}
    told = relgraph("gaps", "--graph", folder / "graph", "--known", "2025-06").output
    assert "  talks p 2: no reason given [maybe]" in told.splitlines()
    assert "  Việt Nam: 4 partners: 1 unnamed [maybe]" in told.splitlines()


@pytest.mark.usefixtures("believed")
def test_counts_on_a_day(folder: Path, relgraph: Command) -> None:
    asked = ("counts", "--graph", folder / "graph", "--as-of", "2025-06-30")

    told = relgraph(*asked).output.splitlines()
    assert told[0].endswith("states 4; 1 named, 2 derived, 0 corroborated, 1 unnamed [3 of the members maybe; maybe]")
    assert told[1:3] == ["   named: Kenya (maybe)", "   derived: France (maybe), Russia (maybe)"]
    (found,) = json.loads(relgraph(*asked, "--output", "json").output)
    assert found["holds"] == "maybe"
    assert found["members"]["maybe"] == ["france", "kenya", "russia"]
    (row,) = rows(relgraph(*asked, "--output", "csv").output)
    assert (row["named"], row["maybe"], row["holds"]) == ("1", "3", "maybe")


def test_counts_of_what_was_known_by_a_day(folder: Path, relgraph: Command) -> None:
    asked = ("counts", "--graph", folder / "graph", "--known")

    assert "states 4; 1 named" in relgraph(*asked, "2025-06-15").output
    assert relgraph(*asked, "2025-06-14").output == "no total is stated in this view\n"
    assert json.loads(relgraph(*asked, "2025-06-14", "--output", "json").output) == []
    assert relgraph(*asked, "2025-06", "--certain").output == "no total is stated in this view\n"


@pytest.mark.usefixtures("believed")
def test_a_total_says_of_what_time_it_is(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(world_files(FACTS.replace("says: 4", "says: 4, as_of: 2025-05")))
    told = relgraph("counts", "--graph", folder / "graph", "--stated").output

    assert told.splitlines()[0] == (
        "Việt Nam: 4 partners as of May 2025: states 4; 1 named, 0 derived, 0 corroborated, 3 unnamed"
    )


def test_a_dossier_as_a_table(folder: Path, relgraph: Command) -> None:
    table = rows(relgraph("show", "Ruto", "--graph", folder / "graph", "--output", "csv").output)

    assert [(row["kind"], row["says"]) for row in table] == [("visit", "William Ruto paid a visit to Việt Nam")]
    assert relgraph("show", "Ruto", "--graph", folder / "graph", "--output", "md").output.startswith("| id |")


def test_schema_as_data(folder: Path, relgraph: Command) -> None:
    found = json.loads(relgraph("schema", "--graph", folder / "graph", "--output", "json").output)

    assert found["relations"]["partnership"]["ends"]["with"]["many"] is True
    assert found["relations"]["hold"]["plural"] == "offices held"
    assert list(found["ladders"]["vietnam"]["rungs"]) == ["relations", "cp", "sp", "csp"]


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)  # noqa: S607 - any git


def test_diff_between_a_git_revision_and_now(folder: Path, relgraph: Command) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "facts")
    facts = folder / "graph/talks.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("tier: csp, since", "tier: sp, since"), encoding="utf-8")

    now = relgraph("diff", "HEAD", "--graph", folder / "graph", "--pair", "Vietnam,Kenya")
    assert now.exit_code == 1
    assert "Kenya – Việt Nam: lowered from csp to sp" in now.output
    assert "path Vietnam – Kenya: csp: Việt Nam – Kenya -> sp: Việt Nam – Kenya" in now.output
    same = relgraph("diff", "HEAD", "HEAD", "--graph", folder / "graph", "--output", "json")
    assert same.exit_code == 0
    assert json.loads(same.output)["changed"] == []


@pytest.mark.parametrize("revision", ["nowhere", "--exec=x", "HEAD~99"])
def test_diff_of_a_revision_that_is_none(folder: Path, relgraph: Command, revision: str) -> None:
    git(folder, "init", "--quiet")
    result = relgraph("diff", "--graph", folder / "graph", "--", revision)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1


def test_diff_wants_pairs_of_two(folder: Path, relgraph: Command) -> None:
    result = relgraph("diff", folder, folder, "--pair", "Kenya")

    assert result.exit_code == 2
    assert "--pair wants two actors" in result.stderr
