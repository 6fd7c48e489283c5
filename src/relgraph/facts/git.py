"""The one door to git: objects are read, and nothing that a repository configures is run, fetched or written.

A repository may come from a stranger, with its `.git`. So git is told by environment, which goes before any
configuration, that no transport may be used and that a missing object is missing. Only `rev-parse` and
`cat-file` are run, which know no hook, filter or pager. The user's own configuration stays in force, since it says
which repositories of other owners may be read (`safe.directory`).
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError, MisuseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PATIENCE = 60.0
"""Seconds that git may take for one answer; it waits for ever where a pipe lies in place of a file of its own."""
LARGEST_TREE = 16 * 1024 * 1024
"""Bytes of a folder's listing."""

_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_CONFIG_", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
"""What the environment may tell git. The rest (GIT_DIR, GIT_WORK_TREE, ...) would name another repository."""
_SHUT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OPTIONS = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "protocol.allow=never"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.sshCommand=false"),
    *("-c", "credential.helper="),
)


class Entry(NamedTuple):
    """One name in a folder of a revision: its mode (see git-mktree) and the id of its object."""

    mode: bytes
    name: str
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.mode.lstrip(b"0") == b"40000"

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file: no link, no repository of its own."""
        return self.mode.startswith(b"100")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository by the top of its working tree."""

    top: Path

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository that a folder lies in, or lay in.

        Raises MisuseError where there is none, or one whose working tree is elsewhere.
        """
        at = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())
        top = _text(_git(at, "rev-parse", "--show-toplevel", what=folder))
        found = cls(Path(os.path.realpath(top)))
        found.inside(folder)
        return found

    def inside(self, folder: Path) -> str:
        """The path of a folder within the working tree, "" for its top. Raises MisuseError if it lies elsewhere."""
        place = Path(os.path.realpath(folder))
        if not place.is_relative_to(self.top):
            raise MisuseError(f"{folder}: lies outside of {self.top}, the working tree of its repository")
        return "" if place == self.top else place.relative_to(self.top).as_posix()

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names. Raises MisuseError where it names none."""
        found = self._id(f"{revision}^{{commit}}")
        if found is None:
            raise MisuseError(f"{revision}: no such revision")
        return found

    def folder(self, commit: str, inside: str) -> dict[str, Entry] | None:
        """What a folder of a commit holds, by name; None where there is no such folder.

        Raises InputError for a folder that cannot be read, or that holds names which no disk could.
        """
        tree = self._id(f"{commit}:{inside}")
        return None if tree is None else self.entries(tree)

    def entries(self, tree: str) -> dict[str, Entry]:
        """What the folder of an id holds; see `folder`."""
        kind, size = self.about([tree]).get(tree, ("", 0))
        if kind != "tree":
            raise InputError(
                f"the folder {tree} is missing from the repository, or damaged" if not kind else "it is no folder"
            )
        if size > LARGEST_TREE:
            raise InputError(f"a folder of {size:,} bytes is too large; at most {LARGEST_TREE:,}")
        found: dict[str, Entry] = {}
        for entry in _parsed(self.contents([tree])[tree], len(tree) // 2):
            if wrong := _wrong_name(entry.name):
                raise InputError(f'it holds "{entry.name}", {wrong}')
            if found.setdefault(entry.name, entry) is not entry:
                raise InputError(f'it holds "{entry.name}" twice')
        return found

    def about(self, ids: Iterable[str]) -> dict[str, tuple[str, int]]:
        """The kind and the size in bytes of each object, by id; those that are missing are left out."""
        told = _git(self.top, "cat-file", "--batch-check", given=_lines(ids)).decode().splitlines()
        found = [line.split() for line in told]
        return {words[0]: (words[1], int(words[2])) for words in found if len(words) == 3}  # noqa: PLR2004 - id, kind, size

    def contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of each object, by id. Raises InputError where one is missing: see `about`."""
        told = _git(self.top, "cat-file", "--batch", given=_lines(ids))
        found: dict[str, bytes] = {}
        at = 0
        while at < len(told):
            end = told.index(b"\n", at)
            one, *known = told[at:end].decode().split()
            if len(known) != 2:  # noqa: PLR2004 - kind and size
                raise InputError(f"{one} is missing from the repository, or damaged")
            size = known[1]
            at = end + 1 + int(size)
            found[one] = told[end + 1 : at]
            at += 1
        return found

    def _id(self, name: str) -> str | None:
        """The id of an object by whatever name git knows for it; None where there is no such object."""
        if name.startswith("-") or "\0" in name:  # an option, or no argument of a command
            return None
        found = _text(_git(self.top, "rev-parse", "--verify", "--quiet", name, quiet=True))
        return None if found.startswith("^") else found or None  # what a revision is to leave out names none


def _parsed(tree: bytes, size: int) -> Iterator[Entry]:
    """The entries of a tree as git keeps it: for each mode, blank, name, NUL, and the `size` bytes of the id."""
    at = 0
    while at < len(tree):
        end = tree.index(b"\0", at)
        mode, _, name = tree[at:end].partition(b" ")
        at = end + 1 + size
        yield Entry(mode, os.fsdecode(name), tree[end + 1 : at].hex())


def _wrong_name(name: str) -> str:
    """Why no file may be called so; nothing where it may."""
    if name in {"", ".", ".."} or not {"/", "\\"}.isdisjoint(name):
        return "which is no name of a file"
    return "which git keeps for itself" if name.lower() == ".git" else ""


def _lines(ids: Iterable[str]) -> bytes:
    return "".join(f"{one}\n" for one in ids).encode()


def _text(told: bytes) -> str:
    return os.fsdecode(told.removesuffix(b"\n"))


def _git(at: Path, *words: str, what: Path | None = None, given: bytes = b"", quiet: bool = False) -> bytes:
    """What git prints when it is run in a folder, `given` on its standard input.

    Raises MisuseError where git is missing or there is no repository to ask about `what`, InputError where it fails
    otherwise; `quiet` takes a failure for an answer of nothing.
    """
    try:
        done = subprocess.run(  # noqa: S603 - what varies are names of objects, which options go before
            ["git", "-C", str(at), *_OPTIONS, *words],  # noqa: S607 - whichever git the user has
            input=given,
            capture_output=True,
            check=False,
            env=_environment(os.environ),
            timeout=PATIENCE,
        )
    except OSError:
        raise MisuseError("git is not installed; name two folders instead of revisions") from None
    except subprocess.TimeoutExpired:
        raise InputError(f"{what or at}: git gave no answer within {PATIENCE:.0f} seconds") from None
    if done.returncode and not quiet:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        error = InputError if what is None else MisuseError
        raise error(f"{what or at}: {said[0] if said else 'git failed'}")
    return b"" if done.returncode else done.stdout


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | _SHUT
