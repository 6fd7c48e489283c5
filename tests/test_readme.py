"""What the documents say is what the program does."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relgraph.analysis.paths.find import find_path
from relgraph.cli.main import COMMANDS
from relgraph.facts.sentences import status_label
from tests.checkout import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from tests.fixture_types import Command
    from tests.golden import Golden

README_FILE, DICTIONARY_FILE = ROOT / "README.md", ROOT / "graph" / "README.md"
README = README_FILE.read_text(encoding="utf-8")
SEEDS = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
ARTICLE = "The Republic of Here opened an embassy in There.\n\nBoth sides were pleased.\n"
ANSWERED = (0, 1)  # a path that is not there is an answer too


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def _commands(text: str) -> list[str]:
    lines = [line.partition("#")[0].strip() for block in _blocks(text, "sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("relgraph ")]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the dataset, with an article to add, as the working directory."""
    for folder in ("graph", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "exports").mkdir()
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


LAY_OUT = {"export", "view"}


@pytest.mark.parametrize(
    "line",
    [pytest.param(line, marks=[pytest.mark.slow] if line.split()[1] in LAY_OUT else []) for line in _commands(README)],
)
@pytest.mark.usefixtures("checkout")
def test_every_command_of_the_readme_runs(line: str, relgraph: Command) -> None:
    result = relgraph(*shlex.split(line)[1:])
    assert result.exit_code in ANSWERED, result.output
    assert result.output.strip()


@pytest.mark.usefixtures("checkout")
def test_the_commands_for_sources_run_in_order(relgraph: Command) -> None:
    for line in _commands(SEEDS):
        result = relgraph(*shlex.split(line)[1:])
        assert result.exit_code == 0, result.output


def _answered(shown: str, dataset: Dataset) -> str:
    """A shown `$ relgraph path A B` with its answer of today."""
    command = shown.partition("\n")[0]
    _, program, name, one, other = shlex.split(command)
    assert (program, name) == ("relgraph", "path")
    return f"{command}\n{find_path(dataset, one, other)}\n"


def _citing(shown: str, dataset: Dataset) -> Dataset:
    """The facts that rest on a paragraph which a shown answer cites, and those that it says would help."""
    cited = {(source, int(number)) for source, number in re.findall(r"^ +(\S+) p (\d+): ", shown, re.MULTILINE)}
    would_help = re.findall(r"^at \S+ it would open with (.+?) – (.+?) \((.+)\)$", shown, re.MULTILINE)
    helpful = [({*map(dataset.names.resolve, pair)}, marks.split(", ")) for *pair, marks in would_help]

    def is_shown(fact: Fact) -> bool:
        ends, status = {end.id for end in fact.ends}, status_label(dataset, fact)
        return any((one.source, one.paragraph) in cited for one in fact.evidence) or any(
            pair <= ends and status in marks for pair, marks in helpful
        )

    return replace(dataset, facts=tuple(filter(is_shown, dataset.facts)))


def _same_but_for_what_was_searched(one: str, other: str) -> bool:
    return one.rpartition("\nsearched")[0] == other.rpartition("\nsearched")[0] != ""


def test_the_answers_in_the_readme_are_answers(curated: Dataset, golden: Golden) -> None:
    """Of the facts that they rest on: others, added since, may give another, which `make golden` takes over."""
    made = README
    for shown in _blocks(README, "console"):
        told = _answered(shown, curated if golden.renewing else _citing(shown, curated))
        if golden.renewing or not _same_but_for_what_was_searched(shown, told):
            made = made.replace(shown, told)

    assert "```console" in README
    golden(README_FILE, made)


def test_every_command_is_in_the_readme() -> None:
    told = {line.split()[1] for line in _commands(README)}
    assert set(COMMANDS) - told == {"diff"}  # it needs two states to compare
    assert all(f"relgraph {command}" in README for command in COMMANDS)


@pytest.mark.usefixtures("checkout")
def test_the_python_example_runs(curated: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = _blocks(README, "python")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - the example is what is tested
    best = find_path(curated, "Kenya", "United Kingdom").best
    assert capsys.readouterr().out == f"{best.rung} {best.hops}\n"


@pytest.mark.usefixtures("checkout")
def test_the_yaml_of_the_readme_is_a_vocabulary_that_loads(relgraph: Command, checkout: Path) -> None:
    kind = next(block for block in _blocks(README, "yaml") if "sister-cities" in block)
    (checkout / "graph" / "vocabulary.yaml").write_text(kind, encoding="utf-8")
    assert relgraph("check").exit_code == 0
    assert "### sister_cities" in relgraph("schema").output


def test_the_dictionary_of_fields_is_made_from_the_vocabulary(relgraph: Command, golden: Golden) -> None:
    by_hand, heading, _ = DICTIONARY_FILE.read_text(encoding="utf-8").partition("## Ladders\n")
    made = relgraph("schema", "--graph", ROOT / "graph").output

    assert made.startswith(heading)
    golden(DICTIONARY_FILE, by_hand + made)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, relgraph: Command) -> None:
    result = relgraph(command, "--help")
    assert result.exit_code == 0
    options = [line for line in result.output.splitlines() if line.lstrip().startswith("-")]
    assert options
