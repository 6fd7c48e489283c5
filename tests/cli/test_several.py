"""--graph more than once: every question is asked of all datasets, and what writes takes one."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.several import Small, relations, tie, write
from tests.tables.small_table import FILES as TABLE
from tests.world import write_files

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.fixture_types import Command

A = Small(
    "countries: {northland: {name: Northland}}\nbodies: {league: {name: the League, codes: {igo: 17}}}",
    relations(tie("kenya", "vietnam", ", since: 1973"), tie("kenya", "northland"))
    + "memberships: [{member: northland, in: league, evidence: {p: 1, terms: [league]}}]\n",
)
B = Small(
    "countries: {northland: {name: Northland}, viet: {name: Vietnam, iso: VN}}\n"
    "bodies: {union: {name: the League, codes: {igo: 17}}}",
    relations(tie("kenya", "viet", ", since: 1975"), tie("viet", "northland"))
    + "memberships: [{member: northland, in: union, evidence: {p: 1, terms: [league]}}]\n",
)
READING = [
    ["facts"],
    ["facts", "viet"],
    ["show", "northland@b"],
    ["between", "kenya", "viet"],
    ["path", "kenya", "northland@b", "--via", "viet@b"],
    ["rank", "degree"],
    ["counts"],
    ["timeline", "kenya"],
    ["gaps"],
    ["read", "news-b"],
    ["schema"],
    ["actors", "union"],
    ["sql", "SELECT id, file FROM facts"],
    ["check", "--output", "json"],
    ["export", "jsonl", "-o", "-", "--with-errors"],
]


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two datasets in the working directory, a and b."""
    write(tmp_path, a=A, b=B)
    monkeypatch.chdir(tmp_path)


def both(relgraph: Command, *args: str) -> Result:
    return relgraph(*args, "--graph", "a/graph", "--graph", "b/graph")


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("args", READING, ids=" ".join)
def test_every_question_is_asked_of_all(relgraph: Command, args: list[str]) -> None:
    result = both(relgraph, *args)

    assert result.stderr.replace("4 facts are refused by relgraph check, and marked as such;", "")[:10] in {
        "",
        "relgraph: ",
    }
    assert result.exit_code == (1 if args[0] == "check" else 0)
    assert result.stdout


@pytest.mark.usefixtures("folders")
def test_a_path_goes_through_both(relgraph: Command) -> None:
    told = both(relgraph, "path", "northland@a", "northland@b").stdout

    assert told.startswith("Northland (a) to Northland (b): ")
    assert "but since 1975 (news-b p 1, in b)" in told


@pytest.mark.usefixtures("folders")
def test_who_is_meant_by_an_id_that_two_have_is_asked_back(relgraph: Command) -> None:
    result = both(relgraph, "show", "northland")

    assert result.exit_code == 2
    assert '"northland" may mean northland@a (Northland (a)), northland@b (Northland (b))' in result.stderr


@pytest.mark.usefixtures("folders")
def test_gaps_and_check_list_what_differs_with_the_datasets(relgraph: Command) -> None:
    assert "since 1973 (news-a, in a) but 1975 (news-b, in b)" in both(relgraph, "gaps").stdout
    told = [line for line in both(relgraph, "check").stdout.splitlines() if "two sources differ" in line]
    (line,) = told
    assert line.startswith("b/graph/news-b.yaml:3: note: since: 1975 here, 1973 at a/graph/news-a.yaml:3: two sources")
    assert line.endswith("differ, of b here and of a there")


@pytest.mark.usefixtures("folders")
def test_answers_for_programs_tell_the_digest_of_each(relgraph: Command) -> None:
    asked = json.loads(both(relgraph, "gaps", "--output", "json").stdout)["asked"]
    turned = json.loads(relgraph("gaps", "--output", "json", "--graph", "b/graph", "--graph", "a/graph").stdout)[
        "asked"
    ]
    alone = json.loads(relgraph("gaps", "--output", "json", "--graph", "b/graph").stdout)["asked"]

    assert list(asked["datasets"]) == ["a", "b"]
    assert asked["dataset"] == turned["dataset"] != alone["dataset"] == asked["datasets"]["b"]
    assert "datasets" not in alone


@pytest.mark.usefixtures("folders")
def test_a_variable_may_name_several(relgraph: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = both(relgraph, "facts").stdout
    monkeypatch.setenv("RELGRAPH_GRAPH", os.pathsep.join(("a/graph", "b/graph")))

    assert relgraph("facts").stdout == expected


@pytest.mark.usefixtures("folders")
def test_a_folder_with_a_separator_in_its_name_is_one(
    relgraph: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a").rename(tmp_path / f"a{os.pathsep}b")
    monkeypatch.setenv("RELGRAPH_GRAPH", f"a{os.pathsep}b/graph")

    assert relgraph("facts").stdout == relgraph("facts", "--graph", f"a{os.pathsep}b/graph").stdout != ""


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("args", [("import", "cow-states"), ("aggregate", "gdelt-1")])
def test_what_writes_takes_one(relgraph: Command, args: tuple[str, ...]) -> None:
    result = both(relgraph, *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "relgraph: this command takes one dataset: name one --graph, and one --seeds at most\n"


@pytest.mark.usefixtures("folders")
def test_no_file_of_any_of_them_is_written_over(relgraph: Command) -> None:
    result = both(relgraph, "export", "csv", "-o", "b/graph/news-b.yaml")

    assert result.exit_code == 2
    assert "is a file of the dataset" in result.stderr


@pytest.mark.usefixtures("folders")
def test_one_that_cannot_be_read_is_told_with_its_place_and_stops_the_answer(relgraph: Command, tmp_path: Path) -> None:
    (tmp_path / "b/graph/news-b.yaml").write_text("source: [\n", encoding="utf-8")
    result = both(relgraph, "facts")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("b/graph/news-b.yaml:2: not YAML")


@pytest.mark.usefixtures("folders")
def test_unjoined_lists_who_is_in_one_alone_with_candidates(relgraph: Command) -> None:
    told = both(relgraph, "actors", "--unjoined").stdout

    assert told == (
        "2 actors in one dataset alone; 3 joined\n"
        "a (1)\n"
        "  northland@a (Northland, country; a/graph/actors/all.yaml:1)\n"
        "    by name, a suggestion only: northland@b (Northland (b))\n"
        "b (1)\n"
        "  northland@b (Northland, country; b/graph/actors/all.yaml:1)\n"
        "    by name, a suggestion only: northland@a (Northland (a))\n"
        "two that declare the same code, of any scheme, are one: codes: {ours: 1}\n"
    )


@pytest.mark.usefixtures("folders")
def test_candidates_by_code_tell_why_they_are_not_joined(relgraph: Command, tmp_path: Path) -> None:
    write(tmp_path, b=B._replace(actors="people: {union: {name: A Person, codes: {igo: 17}}}", facts=""))
    found = json.loads(both(relgraph, "actors", "--unjoined", "--output", "json").stdout)

    candidates = {one["id"]: one["candidates"] for one in found["alone"]}
    assert candidates["league"] == [
        {
            "id": "union",
            "name": "A Person",
            "by": "the code igo 17",
            "why": "one is a body, the other a person",
        }
    ]


@pytest.mark.usefixtures("folders")
def test_who_is_in_one_alone_is_a_table_too_with_a_row_for_each_candidate(relgraph: Command, tmp_path: Path) -> None:
    write(tmp_path, a=A._replace(actors=f"{A.actors}\npeople: {{envoy: {{name: An Envoy}}}}"))
    told = both(relgraph, "actors", "--unjoined", "--output", "csv").stdout

    assert told.splitlines() == [
        "dataset,id,name,kind,place,candidate,by,why",
        "a,envoy,An Envoy,person,a/graph/actors/all.yaml:3,,,",
        "a,northland@a,Northland,country,a/graph/actors/all.yaml:1,northland@b,name,",
        "b,northland@b,Northland,country,b/graph/actors/all.yaml:1,northland@a,name,",
    ]


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["actors"], "Missing argument 'NAME'"),
        (["actors", "kenya", "--unjoined"], "name somebody, or ask for --unjoined without a name"),
        (["actors", "--unjoined", "--graph", "a/graph"], "there is but one dataset"),
        (["facts", "--graph", "a/graph", "--seeds", "a/seeds", "--seeds", "b/seeds"], "1 of facts and 2 of cards"),
    ],
)
def test_misuse_is_one_line(relgraph: Command, args: list[str], message: str) -> None:
    result = relgraph(*args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_what_tables_make_is_kept_and_the_rest_is_put_together_anew(
    relgraph: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RELGRAPH_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write(tmp_path, a=A)
    write_files(tmp_path / "b", {"graph/actors/x.yaml": "{}"} | TABLE)
    monkeypatch.chdir(tmp_path)
    assert relgraph("import", "missions", "--graph", "b/graph").exit_code == 0
    told = both(relgraph, "facts").stdout
    (tmp_path / "b/seeds/texts/missions.csv").unlink()

    assert "an embassy" in told
    assert len(both(relgraph, "facts").stdout.splitlines()) == len(told.splitlines())
    no_cache = both(relgraph, "facts", "--no-cache")
    assert (no_cache.exit_code, no_cache.stdout) == (1, "")
    assert "the table missions.csv is not at hand" in no_cache.stderr
