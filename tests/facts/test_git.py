"""The door to git, where a repository cannot be asked from outside: see tests/cli/test_hostile_repository.py too."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import InputError, MisuseError
from relgraph.facts import git, revisions
from relgraph.facts.git import Repository
from relgraph.facts.revisions import dataset_at
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder


@pytest.fixture
def folder(dataset: WriteFolder) -> Path:
    """A repository with one commit."""
    folder = dataset(world_files("partnerships: [{of: vietnam, with: kenya, tier: csp}]"))
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "facts"]):
        subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True)  # noqa: S607 - any git
    return folder


def test_a_pipe_in_place_of_a_file_is_not_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "PATIENCE", 0.5)
    (folder / ".git/config").unlink()
    os.mkfifo(folder / ".git/config")

    with pytest.raises(InputError, match="graph: git gave no answer within"):
        dataset_at("HEAD", folder / "graph")


def test_folders_and_files_that_are_too_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revisions, "MAX_BYTES", 100)
    found = dataset_at("HEAD", folder / "graph")
    assert [problem.message.partition(" bytes")[2] for problem in found.problems] == [" is too large; at most 100"] * 3

    monkeypatch.setattr(revisions, "LARGEST", 10)
    with pytest.raises(InputError, match=r"HEAD:.*/graph: .* bytes are too many; at most 10"):
        dataset_at("HEAD", folder / "graph")
    monkeypatch.setattr(git, "LARGEST_TREE", 10)
    with pytest.raises(InputError, match=r"a folder of .* bytes is too large; at most 10"):
        dataset_at("HEAD", folder / "graph")


def test_a_file_in_place_of_the_folder_is_no_folder(folder: Path) -> None:
    with pytest.raises(InputError, match="it is no folder"):
        dataset_at("HEAD", folder / "graph/talks.yaml")


@pytest.mark.parametrize("name", ["", "HEAD\0", "a b", "HEAD^{tree}", "@{-1}", ":/x", "\n", "\udcff"])
def test_what_names_no_commit_is_misuse(folder: Path, name: str) -> None:
    with pytest.raises(MisuseError, match="no such revision"):
        Repository.around(folder).commit(name)


def test_an_object_that_vanishes_meanwhile_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match=r"^0{40} is missing from the repository"):
        Repository.around(folder).contents(["0" * 40])


def test_a_folder_elsewhere_is_misuse(folder: Path) -> None:
    with pytest.raises(MisuseError, match="lies outside of"):
        Repository.around(folder).inside(folder.parent)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["a/b"], 'it holds "a/b", which is no name of a file'),
        ([".."], 'it holds "..", which is no name of a file'),
        ([".GIT"], 'it holds ".GIT", which git keeps for itself'),
        (["a", "a"], 'it holds "a" twice'),
    ],
)
def test_a_tree_with_names_that_no_disk_could_hold_is_not_read(folder: Path, names: list[str], told: str) -> None:
    raw = b"".join(b"100644 " + name.encode() + b"\0" + bytes(20) for name in names)
    words = ["git", "-C", str(folder), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"]
    made = subprocess.run(words, input=raw, check=True, capture_output=True).stdout.decode().strip()

    with pytest.raises(InputError, match=re.escape(told)):
        Repository.around(folder).entries(made)


def test_a_tree_that_is_missing_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match=r"^the folder 0{40} is missing from the repository"):
        Repository.around(folder).entries("0" * 40)
