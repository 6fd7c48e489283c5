"""A dataset as it was in a git revision."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from relgraph.errors import MisuseError
from relgraph.facts.git import Repository
from relgraph.facts.revisions import dataset_at
from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fixture_types import WriteFolder

FACT = "partnerships: [{{id: {id}, of: vietnam, with: kenya, tier: csp}}]"


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True)  # noqa: S607 - whichever git


@pytest.fixture
def folder(dataset: WriteFolder) -> Path:
    """A repository with two commits, of which the first is tagged; its data lie in a folder of it."""
    old = {f"data/{name}": text for name, text in world_files(FACT.format(id="old")).items()}
    folder = dataset(old | {"data/graph/notes.txt": "not a fact"})
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "old")
    git(folder, "tag", "first")
    (folder / "data/graph/talks.yaml").write_text("source: talks\n" + FACT.format(id="new"), encoding="utf-8")
    (folder / "data/seeds/more.yaml").write_text("{id: more, title: more}", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "new")
    (folder / "data/graph/talks.yaml").write_text("source: talks", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("revision", "fact", "cards"),
    [("HEAD", "new", ["more", "talks"]), ("HEAD~1", "old", ["talks"]), ("first", "old", ["talks"])],
)
def test_facts_and_cards_are_those_of_the_revision(folder: Path, revision: str, fact: str, cards: list[str]) -> None:
    found = dataset_at(revision, folder / "data/graph")

    assert found.problems == ()
    assert [one.id for one in found.facts] == [fact]
    assert list(found.library.cards) == cards
    assert "kenya" in found.actors  # files in folders within are read too


def test_cards_may_lie_elsewhere(folder: Path) -> None:
    git(folder, "mv", "data/seeds", "cards")
    git(folder, "commit", "-qm", "moved")
    graph = folder / "data/graph"

    assert list(dataset_at("HEAD", graph, folder / "cards").library.cards) == ["more", "talks"]
    assert list(dataset_at("HEAD", graph).library.cards) == []


def test_what_was_removed_since_is_read_too(folder: Path) -> None:
    git(folder, "rm", "-rqf", "data/graph")

    assert [one.id for one in dataset_at("HEAD", folder / "data/graph").facts] == ["new"]


@pytest.mark.parametrize(
    ("revision", "graph", "message"),
    [
        ("nowhere", "data/graph", "nowhere: no such revision"),
        ("HEAD:data", "data/graph", "HEAD:data: no such revision"),  # a folder, not a commit
        ("--output=stolen", "data/graph", "--output=stolen: no such folder or revision"),
        ("HEAD", "data/other", "HEAD: {folder}/data/other is not in that revision"),
    ],
)
def test_what_is_not_there_is_misuse(folder: Path, revision: str, graph: str, message: str) -> None:
    with pytest.raises(MisuseError) as caught:
        dataset_at(revision, folder / graph)

    assert str(caught.value) == message.format(folder=folder)


def test_a_folder_outside_of_any_repository_is_misuse(dataset: WriteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = dataset(world_files())
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))

    with pytest.raises(MisuseError, match="graph: fatal: not a git repository"):
        dataset_at("HEAD", folder / "graph")


def test_without_git_two_folders_can_be_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))

    with pytest.raises(MisuseError, match="git is not installed; name two folders instead of revisions"):
        dataset_at("HEAD", folder / "data/graph")


def test_an_option_is_no_revision(folder: Path) -> None:
    with pytest.raises(MisuseError, match="--all: no such folder or revision"):
        dataset_at("--all", folder / "data/graph")


def test_a_link_and_a_file_that_is_gone_are_told_and_the_rest_is_read(folder: Path) -> None:
    graph = folder / "data/graph"
    git(folder, "checkout", "-q", "data/graph/talks.yaml")
    (graph / "link.yaml").symlink_to("talks.yaml")
    (graph / "gone.yaml").write_text("source: gone", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "link")
    entry = Repository.around(folder).folder("HEAD", "data/graph")
    assert entry is not None
    gone = entry["gone.yaml"].id
    (folder / ".git/objects" / gone[:2] / gone[2:]).unlink()

    found = dataset_at("HEAD", graph)

    assert [one.id for one in found.facts] == ["new"]
    assert sorted(problem.message for problem in found.problems if problem.is_error) == [
        "cannot be read: it is missing from the repository, or damaged",
        "cannot be read: not a regular file",
    ]


def test_cards_of_another_repository_are_misuse(folder: Path) -> None:
    git(folder, "init", "-q", "cards")

    with pytest.raises(MisuseError, match=r"lies in another repository than .*, where HEAD means something else"):
        dataset_at("HEAD", folder / "data/graph", folder / "cards")
