"""Documents: what they show runs, what is made in them is as the code is now, what they point to is there."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from relgraph.checks.check import check
from relgraph.facts.load import load
from tests.checkout import ROOT
from tests.markdown import anchors, blocks, commands, files, links
from tools.documents.parts import DOCUMENTS, PARTS, names, renewed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command, WriteFolder
    from tests.golden import Golden

EVERY = sorted([*ROOT.glob("*.md"), *DOCUMENTS])
FACTS = ROOT / "docs" / "facts.md"
VOCABULARY = FACTS.with_name("vocabulary.md")
LONGEST = 220
"""Lines of the README: what a newcomer needs; the rest is in docs/."""

LAY_OUT = {"export", "view"}
ANSWERED = (0, 1)  # a path that is not there is an answer too


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


SHOWN = [
    pytest.param(line, marks=[pytest.mark.slow] if line.split()[1] in LAY_OUT else [])
    for line in dict.fromkeys(line for path in EVERY for line in commands(read(path)))
]


@pytest.mark.parametrize("line", SHOWN)
@pytest.mark.usefixtures("checkout")
def test_every_command_of_a_document_runs(line: str, relgraph: Command) -> None:
    result = relgraph(*shlex.split(line)[1:])

    assert result.exit_code in ANSWERED, result.output
    assert result.output.strip()


@pytest.mark.parametrize("example", [block for path in DOCUMENTS for block in blocks(read(path), "python")])
@pytest.mark.usefixtures("checkout")
def test_every_example_in_python_runs(example: str) -> None:
    exec(compile(example, "docs", "exec"), {})  # noqa: S102 - the example is what is tested


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_is_made_in_a_document_is_as_the_code_is(document: Path, golden: Golden) -> None:
    golden(document, renewed(read(document)))


def test_all_that_can_be_made_stands_in_a_document_once() -> None:
    assert sorted(name for path in DOCUMENTS for name in names(read(path))) == sorted(PARTS)


@pytest.mark.parametrize("document", EVERY, ids=lambda path: path.name)
def test_what_a_document_links_to_is_there(document: Path) -> None:
    for name, heading in links(read(document)):
        target = document.parent / name if name else document
        assert target.exists(), name
        assert not heading or heading in anchors(read(target)), heading


@pytest.mark.parametrize("document", EVERY, ids=lambda path: path.name)
def test_every_target_of_make_that_is_told_of_is_there(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))

    assert {line.split()[1] for line in commands(read(document), "make")} <= targets


def test_a_newcomer_is_not_told_everything() -> None:
    assert len(read(ROOT / "README.md").splitlines()) <= LONGEST


def test_the_dataset_of_the_pages_on_facts_and_vocabulary_is_one(dataset: WriteFolder, relgraph: Command) -> None:
    folder = dataset(files(read(FACTS)) | files(read(VOCABULARY)) | {"seeds/README.md": ""})
    text = folder / "seeds" / "texts" / "talks.txt"
    relgraph("add-source", text, "--title", "talks", "--published", "2026-03-04", "--seeds", folder / "seeds")
    loaded = load(folder / "graph")

    found = check(loaded)
    assert [str(problem) for problem in found.problems if problem.is_error] == []
    assert (found.facts, len(loaded.derived)) == (5, 1)
    assert "### sister_cities" in relgraph("schema", "--graph", folder / "graph").output
