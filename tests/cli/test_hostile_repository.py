"""A dataset that comes with its `.git`, from a stranger: `relgraph diff` writes and runs nothing, and says one line."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.world import world_files

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

    from tests.fixture_types import Process, WriteFolder

FACTS = "partnerships: [{of: vietnam, with: kenya, tier: csp}]"


class Stranger:
    """A repository whose objects are made by hand: `tree` takes entries that `git add` would refuse."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "-m", "facts")

    def git(self, *words: str, given: bytes = b"") -> str:
        who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false"]
        command = ["git", "-C", str(self.top), *who, *words]
        return subprocess.run(command, input=given, capture_output=True, check=True).stdout.decode().strip()

    def blob(self, text: str = "source: talks\n") -> str:
        return self.git("hash-object", "-w", "--stdin", given=text.encode())

    def tree(self, *entries: tuple[str, bytes, str]) -> str:
        """A folder of entries: mode, name, and the id of a blob or tree."""
        raw = b"".join(mode.encode() + b" " + name + b"\0" + bytes.fromhex(one) for mode, name, one in entries)
        return self.git("hash-object", "-w", "--stdin", "-t", "tree", "--literally", given=raw)

    def branch(self, *graph: tuple[str, bytes, str]) -> None:
        """A branch `evil`, whose folder of facts holds these entries."""
        seeds = self.git("rev-parse", "HEAD:seeds")
        tree = self.tree(("40000", b"graph", self.tree(*graph)), ("40000", b"seeds", seeds))
        self.git("update-ref", "refs/heads/evil", self.git("commit-tree", "-m", "evil", tree))

    def lose(self, name: str) -> None:
        """Remove an object from the repository, as a partial clone leaves it with its origin."""
        one = self.git("rev-parse", name)
        (self.top / ".git/objects" / one[:2] / one[2:]).unlink()


@pytest.fixture
def stranger(dataset: WriteFolder, tmp_path: Path) -> Stranger:
    folder = dataset({f"data/{name}": text for name, text in world_files(FACTS).items()})
    (tmp_path / "tmp").mkdir()
    return Stranger(folder / "data")


class Diff:
    """Runs `relgraph diff` on the dataset of a stranger as its user would, with an empty TMPDIR."""

    def __init__(self, stranger: Stranger, process: Process, room: Path) -> None:
        self.stranger, self.process, self.room = stranger, process, room

    def __call__(self, *args: str, **env: str) -> CompletedProcess[str]:
        done = self.process("diff", *args, cwd=self.stranger.top, env={"TMPDIR": str(self.room / "tmp")} | env)
        assert "Traceback" not in done.stderr
        assert list((self.room / "tmp").iterdir()) == [], "something was written, or left behind"
        return done

    def refused(self, *args: str, **env: str) -> tuple[int, str]:
        """The exit status and the one line of a diff that is not answered."""
        done = self(*args, **env)
        assert (done.stdout, done.stderr.count("\n")) == ("", 1), done.stderr
        return done.returncode, done.stderr.removeprefix("relgraph: ").strip()


@pytest.fixture
def diff(stranger: Stranger, relgraph_process: Process, tmp_path: Path) -> Diff:
    return Diff(stranger, relgraph_process, tmp_path)


def test_a_folder_named_dot_dot_writes_nothing_outside(stranger: Stranger, diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "victim.yaml").write_text("mine\n", encoding="utf-8")
    file = ("100644", b"victim.yaml", stranger.blob("stolen\n"))
    climbing = file
    for _ in range(3):
        climbing = ("40000", b"..", stranger.tree(climbing))
    stranger.branch(climbing, ("100644", b"talks.yaml", stranger.blob()))

    assert diff.refused("evil") == (1, 'evil:graph: it holds "..", which is no name of a file')
    assert (tmp_path / "victim.yaml").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (b".", "which is no name of a file"),
        (b"..", "which is no name of a file"),
        (b"../../x.yaml", "which is no name of a file"),
        (b"..\\x.yaml", "which is no name of a file"),
        (b"/etc/x.yaml", "which is no name of a file"),
        (b".GIT", "which git keeps for itself"),
    ],
)
@pytest.mark.parametrize("folder", ["graph", "graph/actors"])
def test_a_name_that_is_no_plain_one_is_refused(
    stranger: Stranger, diff: Diff, name: bytes, why: str, folder: str
) -> None:
    entry = ("100644", name, stranger.blob())
    stranger.branch(entry if folder == "graph" else ("40000", b"actors", stranger.tree(entry)))

    assert diff.refused("evil") == (1, f'evil:graph: it holds "{name.decode()}", {why}')


@pytest.mark.parametrize("revision", ["^HEAD", "HEAD..HEAD", "--all", "HEAD:graph", ":/facts\n", "HEAD\nfacts: forged"])
def test_what_names_no_one_commit_is_no_revision(diff: Diff, revision: str) -> None:
    status, line = diff.refused("--", revision)

    assert status == 2
    assert line.endswith(("no such revision", "no such folder or revision"))


def test_a_name_that_is_there_twice_is_refused(stranger: Stranger, diff: Diff) -> None:
    twice = [("100644", b"talks.yaml", stranger.blob(text)) for text in ("source: talks\n", "source: other\n")]
    stranger.branch(*twice)

    assert diff.refused("evil") == (1, 'evil:graph: it holds "talks.yaml" twice')


@pytest.mark.parametrize(
    ("mode", "name", "line"),
    [
        ("100644", b"x" * 5000 + b".yaml", "evil:graph/xxx"),
        ("100644", b"caf\xe9.yaml", "evil:graph/caf\\udce9.yaml:1: "),
        ("100644", b"a\n\x1b[31m.yaml", "evil:graph/a\\u000a\\u001b[31m.yaml:1: "),
        ("120000", b"talks.yaml", "evil:graph/talks.yaml: cannot be read: not a regular file"),
        ("40000", b"talks.yaml", "evil:graph/talks.yaml: cannot be read: not a regular file"),
    ],
)
def test_an_odd_file_is_told_with_its_name(stranger: Stranger, diff: Diff, mode: str, name: bytes, line: str) -> None:
    held = stranger.tree() if mode == "40000" else stranger.blob("source: elsewhere\n")
    stranger.branch((mode, name, held))
    done = diff("evil")

    assert (done.returncode, done.stdout) == (1, "")
    told, last = done.stderr.splitlines()
    assert told.startswith(line)
    assert len(told) < 1000
    assert last == "relgraph: the facts cannot be read in full: see the 1 problem above"


def test_a_repository_within_the_folder_is_not_read(stranger: Stranger, diff: Diff) -> None:
    stranger.branch(("160000", b"talks.yaml", stranger.git("rev-parse", "HEAD")))
    done = diff("evil")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[0] == "evil:graph/talks.yaml: cannot be read: not a regular file"


ADDRESSES = {
    "over ssh": "ssh://example.invalid/x",
    "by a helper": "ext::sh -c {program}",
    "from a folder": "file://{origin}",
    "by a helper of the dataset's own": "evil::x",
}


TRUSTING = """
[core]
    sshCommand = {program}
    gitProxy = {program}
    askPass = {program}
    repositoryFormatVersion = 1
[credential]
    helper = {program}
[extensions]
    partialClone = origin
[remote "origin"]
    uploadpack = {program}
    promisor = true
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[protocol "evil"]
    allow = always
"""


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("lost", ["HEAD:graph/talks.yaml", "HEAD:graph", "HEAD:seeds", "HEAD^{tree}"])
def test_what_is_missing_is_not_fetched(
    stranger: Stranger, diff: Diff, tmp_path: Path, address: str, lost: str
) -> None:
    program = armed(tmp_path)
    stranger.git("clone", "--quiet", "--bare", ".", str(tmp_path / "origin"))
    stranger.git("remote", "add", "origin", address.format(program=program, origin=tmp_path / "origin"))
    with (stranger.top / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(TRUSTING.format(program=program))
    stranger.lose(lost)
    done = diff("HEAD", PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    assert not ran(program)
    assert done.returncode in {1, 2}
    assert done.stdout == ""
    assert 1 <= done.stderr.count("\n") <= 2


def test_a_missing_file_is_told_with_its_name(stranger: Stranger, diff: Diff) -> None:
    stranger.lose("HEAD:graph/talks.yaml")
    done = diff("HEAD")

    assert done.returncode == 1
    assert (
        done.stderr.splitlines()[0]
        == "HEAD:graph/talks.yaml: cannot be read: it is missing from the repository, or damaged"
    )


def test_no_program_that_the_repository_configures_is_run(stranger: Stranger, diff: Diff, tmp_path: Path) -> None:
    program = armed(tmp_path)
    for key in ("core.fsmonitor", "core.pager", "pager.cat-file", "pager.rev-parse", "core.editor", "diff.external"):
        stranger.git("config", key, str(program))
    for key in ("diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "filter.evil.process"):
        stranger.git("config", key, str(program))
    for key in ("alias.cat-file", "alias.rev-parse"):
        stranger.git("config", key, f"!{program}")
    stranger.git("config", "core.hooksPath", str(program.parent))
    stranger.git("config", "core.attributesFile", str(tmp_path / "attributes"))
    (tmp_path / "attributes").write_text("* diff=evil filter=evil\n", encoding="utf-8")

    done = diff("HEAD", GIT_PAGER_IN_USE="1")
    assert (done.returncode, done.stderr) == (0, "")
    assert not ran(program)


def armed(folder: Path) -> Path:
    """A program that tells that it ran, under the names of all that git may look for."""
    (folder / "programs").mkdir()
    program = folder / "programs" / "program"
    program.write_text(f"#!/bin/sh\necho ran > {folder}/programs/ran\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    for name in ("git-remote-evil", "ssh", "post-checkout", "post-index-change", "query-watchman"):
        (folder / "programs" / name).symlink_to(program)
    return program


def ran(program: Path) -> bool:
    return program.with_name("ran").exists()


def test_the_program_of_these_tests_tells_that_it_ran(tmp_path: Path) -> None:
    program = armed(tmp_path)
    subprocess.run([program], check=False)

    assert ran(program)


def test_a_working_tree_elsewhere_is_one_line(stranger: Stranger, diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    stranger.git("config", "core.worktree", str(tmp_path / "elsewhere"))

    where = f"graph: lies outside of {tmp_path / 'elsewhere'}, the working tree of its repository"
    assert diff.refused("HEAD") == (2, where)


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("core.bare", "true", "graph: fatal: "),
        ("core.repositoryFormatVersion", "99", "graph: fatal: "),
        ("core.worktree", "/nowhere", "graph: "),
    ],
)
def test_a_repository_that_git_refuses_is_one_line(
    stranger: Stranger, diff: Diff, key: str, value: str, line: str
) -> None:
    stranger.git("config", key, value)
    status, told = diff.refused("HEAD")

    assert status == 2
    assert told.startswith(line)


def test_a_damaged_object_is_one_line(stranger: Stranger, diff: Diff) -> None:
    one = stranger.git("rev-parse", "HEAD:graph/talks.yaml")
    object_file = stranger.top / ".git/objects" / one[:2] / one[2:]
    object_file.chmod(0o644)
    object_file.write_bytes(object_file.read_bytes()[:20])
    done = diff("HEAD")

    assert done.returncode == 1
    assert done.stderr.splitlines()[0].endswith("cannot be read: it is missing from the repository, or damaged")


def test_replaced_objects_are_not_looked_at(stranger: Stranger, diff: Diff) -> None:
    facts = stranger.git("rev-parse", "HEAD:graph/talks.yaml")
    stranger.git("replace", facts, stranger.blob("source: talks\n"))

    assert diff("HEAD").returncode == 0


def test_another_repository_in_the_environment_is_not_asked(diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other/x").write_text("x", encoding="utf-8")
    other = Stranger(tmp_path / "other").top

    done = diff("HEAD", GIT_DIR=str(other / ".git"), GIT_WORK_TREE=str(other))
    assert (done.returncode, done.stderr) == (0, "")


def test_cards_of_another_repository_are_not_taken_at_its_own_revision(diff: Diff, tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/talks.yaml").write_text("{id: talks, title: other}", encoding="utf-8")
    Stranger(tmp_path / "cards")

    where = f"{tmp_path / 'cards'}: lies in another repository than graph, where HEAD means something else"
    assert diff.refused("HEAD", "--seeds", str(tmp_path / "cards")) == (2, where)
    (tmp_path / "plain").mkdir()
    status, told = diff.refused("HEAD", "--seeds", str(tmp_path / "plain"), GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert (status, told.partition("fatal")[0]) == (2, f"{tmp_path / 'plain'}: ")


def test_what_was_read_from_a_revision_is_told_by_its_place_in_the_dataset(stranger: Stranger, diff: Diff) -> None:
    (stranger.top / "graph/talks.yaml").write_text("source: talks\n", encoding="utf-8")
    done = diff("HEAD", "--output", "csv")

    assert done.returncode == 1
    assert done.stdout.splitlines()[1].endswith(",graph/talks.yaml,2")
