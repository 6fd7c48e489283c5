"""`relgraph init [FOLDER]`."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import Command


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_new_dataset_passes_check(relgraph: Command, folder: Path) -> None:
    result = relgraph("init", "mine")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "next: relgraph check --graph mine/graph"
    assert {line for line in result.stdout.splitlines()[:-1] if not (folder / line).is_file()} == set()
    assert relgraph("check", "--graph", "mine/graph").exit_code == 0


def test_a_dataset_may_start_where_one_stands(relgraph: Command) -> None:
    assert relgraph("init").stdout.splitlines()[-1] == "next: relgraph check"
    assert relgraph("check").exit_code == 0
    told = relgraph("path", "Southland", "Northland").stdout
    assert told.startswith("Southland to Northland: tied directly; at Strategic Partnership\n")


def test_an_empty_one_says_what_is_missing(relgraph: Command) -> None:
    told = relgraph("init", "--empty").stdout
    checked = relgraph("check")

    assert "relgraph check finds nothing to check until a fact cites a source" in told
    assert checked.exit_code == 1
    assert "nothing was checked: no fact cites anything" in checked.stdout


def test_the_commands_of_its_readme_run(relgraph: Command, folder: Path) -> None:
    relgraph("init")
    (folder / "article.txt").write_text("Southland met Northland.\n", encoding="utf-8")
    (block,) = re.findall(r"```sh\n(.*?)```", (folder / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.partition("#")[0] for line in block.splitlines()]

    assert len(lines) == 4
    for line in lines:
        more = ["--no-open", "-o", "page.html"] if "view" in line else []
        result = relgraph(*shlex.split(line)[1:], *more)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", ["graph", "seeds"])
def test_a_dataset_that_is_there_is_never_touched(relgraph: Command, folder: Path, name: str) -> None:
    (folder / name).mkdir()
    result = relgraph("init")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"relgraph: {name} is there already; a new dataset needs a folder without it\n"
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_readme_and_a_gitignore_that_are_there_stay(relgraph: Command, folder: Path) -> None:
    (folder / "README.md").write_text("mine\n", encoding="utf-8")
    (folder / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    told = relgraph("init").stdout

    assert "README.md was there already and stays as it is\n" in told
    assert ".gitignore was there already and stays as it is; let it ignore /seeds/texts/\n" in told
    assert (folder / "README.md").read_text(encoding="utf-8") == "mine\n"


def test_a_folder_that_cannot_be_made_is_one_line(relgraph: Command, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    result = relgraph("init", "file")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "relgraph: cannot write file: the folder file is not a folder\n"
