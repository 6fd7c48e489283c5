"""What the documents say is what the program does."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from relgraph.cli.main import COMMANDS
from tests.support import ROOT, Command

README = (ROOT / "README.md").read_text(encoding="utf-8")
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


@pytest.mark.parametrize("line", _commands(README))
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


@pytest.mark.usefixtures("checkout")
def test_the_answer_in_the_readme_is_the_answer(relgraph: Command) -> None:
    (block,) = _blocks(README, "console")
    command, _, shown = block.partition("\n")
    result = relgraph(*shlex.split(command.removeprefix("$ relgraph ")))
    assert result.output == shown


def test_every_command_is_in_the_readme() -> None:
    told = {line.split()[1] for line in _commands(README)}
    assert set(COMMANDS) - told == {"diff"}  # it needs two states to compare
    assert all(f"relgraph {command}" in README for command in COMMANDS)


@pytest.mark.usefixtures("checkout")
def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = _blocks(README, "python")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - the example is what is tested
    assert capsys.readouterr().out == "relations 2\n"


@pytest.mark.usefixtures("checkout")
def test_the_yaml_of_the_readme_is_a_vocabulary_that_loads(relgraph: Command, checkout: Path) -> None:
    kind = next(block for block in _blocks(README, "yaml") if "sister-cities" in block)
    (checkout / "graph" / "vocabulary.yaml").write_text(kind, encoding="utf-8")
    assert relgraph("check").exit_code == 0
    assert "### sister_cities" in relgraph("schema").output


@pytest.mark.usefixtures("checkout")
def test_the_dictionary_of_fields_is_made_from_the_vocabulary(relgraph: Command) -> None:
    dictionary = relgraph("schema").output
    assert dictionary in (ROOT / "graph" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, relgraph: Command) -> None:
    result = relgraph(command, "--help")
    assert result.exit_code == 0
    options = [line for line in result.output.splitlines() if line.lstrip().startswith("-")]
    assert options
