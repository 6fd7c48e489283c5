"""A dataset as it was in a git revision."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.facts.dataset import load

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


def dataset_at(revision: str, graph: Path, seeds: Path | None = None) -> Dataset:
    """Read the folders of facts and cards as they stand in a revision of the repository they lie in.

    Raises MisuseError when there is no such revision, no git, or no such folder in it.
    """
    if revision.startswith("-"):
        raise MisuseError(f"{revision}: no such folder or revision")
    cards = seeds if seeds is not None else graph.parent / "seeds"
    with tempfile.TemporaryDirectory(prefix="relgraph-") as name:
        target = Path(name)
        if not _copy(revision, graph, target / "graph"):
            raise MisuseError(f"{revision}: {graph} is not in that revision")
        (target / "seeds").mkdir()
        _copy(revision, cards, target / "seeds")
        return load(target / "graph", target / "seeds")


def _copy(revision: str, folder: Path, target: Path) -> int:
    """Write the YAML files of a folder in a revision to `target`; how many there were."""
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    inside = folder.resolve().relative_to(top.resolve())
    _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", wrong=f"{revision}: no such revision")
    listed = _git(top, "ls-tree", "-r", "-z", "--name-only", revision, "--", inside.as_posix()).split(b"\0")
    names = [name.decode() for name in listed if name.endswith(b".yaml")]
    for name in names:
        file = target / PurePosixPath(name).relative_to(inside.as_posix())
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_git(top, "cat-file", "blob", f"{revision}:{name}"))
    return len(names)


def _git(folder: Path, *words: str, wrong: str | None = None) -> bytes:
    """What a git command prints. Raises MisuseError when it fails."""
    at = folder if folder.is_dir() else folder.parent
    try:
        done = subprocess.run(["git", "-C", str(at), *words], capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        raise MisuseError("git is not installed; name two folders instead of revisions") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise MisuseError(wrong or f"{folder}: {said[0] if said else 'git failed'}")
    return done.stdout
