"""`relgraph check`: problems and the closing line, and what the exit status says."""

import json
from pathlib import Path

import pytest

from tests.checkout import ROOT
from tests.checks.articles import article_files
from tests.fixture_types import Command, WriteFolder

TEXT = "Kenya and Vietnam met.\nA heading"
GOOD = "diplomatic_relations: [{of: vietnam, with: kenya, evidence: {p: 1, terms: [met]}}]"
BAD = "diplomatic_relations: [{of: vietnam, with: kenya, evidence: {p: 2, terms: [met]}}]"


def written(dataset: WriteFolder, facts: str, card: str = "no_facts: {2: heading}") -> Path:
    return dataset(article_files(TEXT, facts, card)) / "graph"


def test_nothing_wrong(relgraph: Command, dataset: WriteFolder) -> None:
    result = relgraph("check", "--graph", written(dataset, GOOD))
    assert (result.exit_code, result.output) == (
        0,
        "checked 1 fact, 1 citation (1 against the text): 0 errors, 0 notes\n",
    )


def test_notes_are_no_failure(relgraph: Command, dataset: WriteFolder) -> None:
    result = relgraph("check", "--graph", written(dataset, GOOD, card=""))
    assert result.exit_code == 0
    assert result.output.endswith(": 0 errors, 1 note\n")


def test_errors_are_a_failure(relgraph: Command, dataset: WriteFolder) -> None:
    folder = written(dataset, BAD)
    result = relgraph("check", "--graph", folder)
    assert result.exit_code == 1
    assert f'{folder}/talks.yaml:2: p 2 of talks does not say "met"; p 1 does. Change p?\n' in result.output


def test_files_that_cannot_be_read_are_told_with_the_rest(relgraph: Command, dataset: WriteFolder) -> None:
    folder = written(dataset, BAD)
    (folder / "broken.yaml").write_text("a: &b c", encoding="utf-8")
    result = relgraph("check", "--graph", folder)
    assert result.exit_code == 1
    assert "broken.yaml:1: the anchor &b is refused; write the value out, or put a text in quotes\n" in result.output
    assert 'p 2 of talks does not say "met"' in result.output


def test_json(relgraph: Command, dataset: WriteFolder) -> None:
    folder = written(dataset, BAD)
    result = relgraph("check", "--graph", folder, "--output", "json")
    answer = json.loads(result.output)
    assert result.exit_code == 1
    assert (answer["facts"], answer["citations"]) == (1, {"text": 1, "index": 0, "cited": 0})
    assert answer["problems"][0] == {
        "file": str(folder / "talks.yaml"),
        "line": 2,
        "rule": "mention",
        "severity": "error",
        "message": "the cited paragraphs never mention Kenya (Kenyan)",
    }


@pytest.mark.parametrize("option", ["--graph", "--texts", "--seeds"])
def test_a_missing_folder_is_misuse(relgraph: Command, dataset: WriteFolder, option: str) -> None:
    result = relgraph("check", "--graph", written(dataset, GOOD), option, "nowhere")
    assert result.exit_code == 2
    assert "no such folder" in result.stderr


def test_an_unknown_form_is_misuse(relgraph: Command) -> None:
    assert relgraph("check", "--output", "xml").exit_code == 2


def test_the_facts_of_the_repository_have_no_error(relgraph: Command) -> None:
    result = relgraph("check", "--graph", ROOT / "graph")
    assert result.exit_code == 0, result.output
    assert "only cited" not in result.output
