"""Answers from what is kept are those without it, byte for byte; and what is kept is never in anybody's way."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from relgraph.cli.kept_exports import _unpacked
from relgraph.facts.compiled import load as loading
from relgraph.facts.load import found_in
from relgraph.store.kept import DamagedStoreError, made
from relgraph.store.shelf import Shelf
from tests.checkout import ROOT
from tests.world import world_files, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from relgraph.store.kept import Sections
    from tests.fixture_types import Command, WriteFolder

FACTS = """
    partnerships:
      - {of: vietnam, with: [kenya, malaysia, egypt], tier: csp, since: 2025, evidence: {p: 1, terms: [csp]}}
      - {of: vietnam, with: kenya, tier: sp, since: 2010, evidence: {p: 1, terms: [csp]}}
      - {of: kenya, with: [egypt, brazil], status: intended}
    missions:
      embassy: {name: Embassy of Kenya, kind: embassy, sender: kenya, host: russia, evidence: {p: 1}}
    counts:
      - {of: vietnam, tier: csp, says: 4, as_of: 2025, evidence: {p: 1}}
"""
QUESTIONS = [
    ("path", "kenya", "Malaysia"),
    ("path", "kenya", "egypt", "--output", "json"),
    ("path", "kenya", "russia", "--view", "all", "--as-of", "2024"),
    ("path", "brazil", "russia"),
    ("path", "brazil", "russia", "--status", "intended", "-k", "3"),
    ("show", "kenya", "--evidence"),
    ("show", "Embassy of Kenya", "--output", "json"),
    ("facts",),
    ("facts", "--output", "json"),
    ("facts", "--output", "csv", "--bom"),
    ("facts", "--output", "md", "--kind", "partnership"),
    ("facts", "--known", "2020"),
    ("facts", "kenya", "vietnam", "--output", "csv"),
    ("facts", "nobody"),
    ("facts", "--bom"),
    ("rank", "strength", "--output", "json"),
    ("rank", "degree", "--direction", "in", "--kind", "mission,partnership", "--as-of", "2020/2025"),
    ("rank", "degree", "--network", "shared", "--kind", "mission"),
    ("rank", "bridges", "--as-of", "2015", "--isolates", "no"),
    ("rank", "betweenness", "--certain", "--output", "csv"),
    ("rank", "strength", "--known", "2020"),
    ("between", "kenya", "vietnam", "--output", "json"),
    ("between", "brazil", "egypt"),
    ("timeline", "kenya"),
    ("timeline",),
    ("timeline", "--undated"),
    ("timeline", "--as-of", "2015", "--output", "csv", "--bom"),
    ("gaps",),
    ("gaps", "--output", "json"),
    ("gaps", "--stated", "--as-of", "2015"),
    ("counts",),
    ("counts", "vietnam", "--output", "json"),
    ("actors", "Kenia"),
    ("actors", "Embassy of Kenya", "--output", "json"),
    ("schema", "mission"),
    ("read", "talks"),
    ("read", "talks", "--uncited", "--output", "json"),
    ("sql", "SELECT id, says FROM facts ORDER BY id"),
]


EXPORTS = [
    ("sqlite",),
    ("sqlite", "--as-of", "2015", "--isolates", "no"),
    ("sqlite", "--known", "2020"),
    ("csv",),
    ("csv", "--projection", "--stated"),
    ("jsonl", "--kind", "partnership"),
    ("jsonl", "--known", "2027", "--with-errors"),
    ("panel", "--as-of", "2010/2025"),
    ("graphml",),
    ("graphml", "--weight", "count", "--direction", "out"),
    ("gexf", "--no-layout", "--page", "https://example.org/page.html"),
    ("html", "--isolates", "no"),
    ("panel", "--projection"),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which things are kept, of however few facts."""
    monkeypatch.delenv("RELGRAPH_NO_CACHE")
    monkeypatch.setattr(loading, "cache_folder", lambda: tmp_path / "caches" / "relgraph")
    monkeypatch.setattr(loading, "FEWEST", 1)
    monkeypatch.setattr(loading, "FEWEST_BYTES", 1)
    return tmp_path / "caches" / "relgraph"


@pytest.fixture
def graph(dataset: WriteFolder) -> Path:
    return dataset(world_files(FACTS)) / "graph"


def said(result: Result) -> tuple[int, bytes, str]:
    return result.exit_code, result.stdout_bytes, result.stderr


def kept(cache: Path) -> set[str]:
    return {file.name for file in cache.iterdir()} if cache.exists() else set()


@pytest.mark.parametrize("asked", QUESTIONS, ids=" ".join)
def test_answers_are_those_without(relgraph: Command, cache: Path, graph: Path, asked: tuple[str, ...]) -> None:
    without = said(relgraph(*asked, "--graph", graph, "--no-cache"))
    assert kept(cache) == set()

    first, second, third = (said(relgraph(*asked, "--graph", graph)) for _ in range(3))

    assert first == second == third == without
    assert kept(cache)


def test_what_changed_is_told_as_without(relgraph: Command, cache: Path, graph: Path, tmp_path: Path) -> None:
    shutil.copytree(graph.parent, tmp_path / "later")
    file = tmp_path / "later" / "graph" / "talks.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("tier: sp, since: 2010", "tier: cp"), encoding="utf-8")
    asked = ("diff", graph, tmp_path / "later", "--pair", "vietnam,egypt", "--measure", "strength")
    without = said(relgraph(*asked, "--no-cache"))
    assert (without[0], kept(cache)) == (1, set())

    assert [said(relgraph(*asked)) for _ in range(3)] == [without] * 3
    assert kept(cache)


@pytest.mark.parametrize("asked", EXPORTS, ids=" ".join)
def test_exports_are_those_without(
    relgraph: Command, cache: Path, graph: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    def exported(*more: str) -> tuple[object, ...]:
        folder = tmp_path / "out"
        folder.mkdir()
        done = relgraph("export", *asked, "-o", folder / "it.x", "--graph", graph, *more)
        printed = relgraph("export", *asked, "-o", "-", "--graph", graph, *more)
        files = {file.name: file.read_bytes() for file in folder.iterdir()}
        shutil.rmtree(folder)
        return said(done), said(printed), files

    without = exported("--no-cache")
    assert kept(cache) == set()

    assert [exported() for _ in range(2)] == [without] * 2
    assert bool(kept(cache)) == (asked[0] != "html")


@pytest.mark.parametrize("form", ["sqlite", "csv", "gexf"])
def test_what_was_exported_is_taken(
    relgraph: Command, cache: Path, graph: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    asked = ("export", form, "-o", graph.parent / "it", "--graph", graph)
    if form == "sqlite":
        relgraph("sql", "SELECT count(*) FROM facts", "--graph", graph)  # of the same tables
        relgraph("export", "panel", "-o", "-", "--graph", graph)  # which tells what check refuses
    else:
        relgraph(*asked)
    monkeypatch.setattr("relgraph.graph.views._judged", None)  # whoever looks at the facts fails
    monkeypatch.setattr("relgraph.checks.refused.Refusals", None)

    done = relgraph(*asked)

    assert (done.exit_code, done.stderr.split(",")[0]) == (1, "relgraph: 7 facts are refused by relgraph check")
    assert kept(cache)


@pytest.mark.parametrize("words", ["nodes facts", ""])
def test_an_export_of_other_files_is_damage(words: str) -> None:
    sections: Sections = {"file": [(0, "edges"), (1, "nodes")], "": [("size", "1 node"), ("words", words)]}

    with pytest.raises(DamagedStoreError):
        _unpacked(made(sections))


def test_an_export_of_changed_facts_is_made_anew(relgraph: Command, cache: Path, graph: Path) -> None:
    asked = ("export", "jsonl", "-o", "-", "--with-errors", "--graph", graph)
    assert relgraph(*asked).exit_code == 0
    file = graph / "talks.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("since: 2010", "since: 2011"), encoding="utf-8")

    later = said(relgraph(*asked))

    assert b'"since": "2011"' in later[1]
    assert later == said(relgraph(*asked, "--no-cache"))
    assert kept(cache)


@pytest.mark.slow
@pytest.mark.parametrize(
    "asked", [("facts", "--output", "json"), ("path", "Kenya", "UK"), ("show", "Kenya")], ids=" ".join
)
def test_of_the_curated_facts_too(relgraph: Command, cache: Path, asked: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("texts"))
    shutil.copytree(ROOT / "graph", tmp_path / "graph")
    where = ("--graph", tmp_path / "graph")

    without = said(relgraph(*asked, *where, "--no-cache"))

    assert [said(relgraph(*asked, *where)) for _ in range(3)] == [without] * 3
    assert kept(cache)


def test_what_is_kept_is_taken(relgraph: Command, cache: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = said(relgraph("show", "kenya", "--graph", graph))
    there = kept(cache)
    monkeypatch.setattr("relgraph.facts.load._read", None)  # whoever reads facts anew fails

    assert said(relgraph("show", "kenya", "--graph", graph)) == first
    assert kept(cache) == there


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("graph/talks.yaml", "since: 2010", "since: 2011"),
        ("graph/actors/all.yaml", "name: Kenya,", "name: Republic of Kenya,"),
        ("seeds/talks.yaml", "2025-06-15", "2005-06-15"),
        (
            "graph/vocabulary.yaml",
            "",
            "ladders: {vietnam: {owner: vietnam, rungs: {relations: r, cp: near, csp: nearer, sp: nearest}}}",
        ),
        ("graph/more.yaml", "", "source: more\npartnerships: [{of: kenya, with: france, evidence: {p: 1}}]"),
    ],
)
def test_when_a_file_changes_all_is_read_anew(
    relgraph: Command, cache: Path, graph: Path, name: str, old: str, new: str
) -> None:
    questions = [("facts", "--known", "2010"), ("facts", "--output", "json"), ("path", "kenya", "vietnam")]
    before = [said(relgraph(*asked, "--graph", graph)) for asked in questions]
    there = kept(cache)
    file = graph.parent / name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new) if old else new, encoding="utf-8")

    after = [said(relgraph(*asked, "--graph", graph)) for asked in questions]

    assert after == [said(relgraph(*asked, "--graph", graph, "--no-cache")) for asked in questions]
    assert after != before
    assert kept(cache) - there


def test_a_text_that_is_at_hand_is_another_question(relgraph: Command, cache: Path, graph: Path) -> None:
    asked = ("facts", "--output", "json", "--graph", graph)
    without = said(relgraph(*asked))
    assert kept(cache)
    write_files(graph.parent, {"seeds/texts/talks.txt": "Kenya and Vietnam: csp 2025.\n\nFrance and Russia, 2 powers."})
    with_text = said(relgraph(*asked))

    assert with_text != without
    assert with_text == said(relgraph(*asked)) == said(relgraph(*asked, "--no-cache"))


def test_an_edited_program_keeps_its_own(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = found_in(graph, None, None)
    key = loading.key_of(found)
    assert loading.key_of(found) == key
    (tmp_path / "package").mkdir()
    monkeypatch.setattr("relgraph.store.program.PACKAGE", tmp_path / "package")
    keys = {key, loading.key_of(found)}
    (tmp_path / "package" / "module.py").write_text("x = 1", encoding="utf-8")
    keys.add(loading.key_of(found))

    assert len(keys) == 3


def test_small_datasets_are_not_kept(
    relgraph: Command, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RELGRAPH_NO_CACHE")
    monkeypatch.setattr(loading, "cache_folder", lambda: tmp_path / "caches")
    assert relgraph("show", "kenya", "--graph", graph).exit_code == 0
    monkeypatch.setattr(loading, "FEWEST_BYTES", 1)  # few facts that take much room
    assert relgraph("show", "kenya", "--graph", graph).exit_code == 0

    assert not (tmp_path / "caches").exists()


def test_what_cannot_be_read_in_full_is_not_kept(relgraph: Command, cache: Path, graph: Path) -> None:
    (graph / "talks.yaml").write_text(
        "source: talks\npartnerships: [{of: kenya, with: france, since: soon}]", encoding="utf-8"
    )
    results = [relgraph("show", "kenya", "--graph", graph) for _ in range(2)]

    assert [result.exit_code for result in results] == [1, 1]
    assert "soon" in results[1].stderr
    assert kept(cache) == set()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_nobody_waits_for_a_pipe(relgraph: Command, cache: Path, graph: Path) -> None:
    os.mkfifo(graph / "pipe.yaml")
    result = relgraph("show", "kenya", "--graph", graph)

    assert result.exit_code == 1
    assert "pipe.yaml" in result.stderr
    assert kept(cache) == set()


def test_a_note_is_kept(cache: Path, graph: Path) -> None:
    (graph / "old.yml").touch()
    read, taken = (loading.load_kept(graph, shelf=Shelf(cache)) for _ in range(2))

    assert kept(cache)
    assert [problem.rule for problem in taken.problems] == ["passed-over"]
    assert taken.problems == read.problems


def test_the_variable_reads_anew(relgraph: Command, cache: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELGRAPH_NO_CACHE", "1")
    assert relgraph("show", "kenya", "--graph", graph).exit_code == 0

    assert kept(cache) == set()


def test_a_row_of_another_shape_is_done_without(relgraph: Command, cache: Path, graph: Path) -> None:
    """A stranger's file of the right name and digest: it can say anything but do nothing."""
    asked = ("facts", "kenya", "--graph", graph)
    without = said(relgraph(*asked))
    key = loading.key_of(found_in(graph, None, None))
    shelf = Shelf(cache)
    found = shelf.find(key)
    assert found is not None
    sections = {name: list(found.all(name)) for name in ("", "id", "concerning", "kind", "corroboration", "conflict")}
    for file in cache.iterdir():
        file.unlink()
    shelf.keep(key, {**sections, "fact": [(0, "[1, 2]")]})

    assert said(relgraph(*asked)) == without


def test_a_damaged_file_is_made_again(relgraph: Command, cache: Path, graph: Path) -> None:
    asked = ("path", "kenya", "malaysia", "--graph", graph)
    without = said(relgraph(*asked))
    there = kept(cache)
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-100] + b"x" * 100)

    assert said(relgraph(*asked)) == without
    assert kept(cache) == there
    assert said(relgraph(*asked)) == without


def test_a_cache_that_cannot_be_written_to_is_no_error(
    relgraph: Command, cache: Path, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.parent.touch()  # a file stands in the place of the folder
    monkeypatch.setattr(loading, "cache_folder", lambda: cache)
    result = relgraph("show", "kenya", "--graph", graph)

    assert (result.exit_code, result.stderr) == (0, "")
