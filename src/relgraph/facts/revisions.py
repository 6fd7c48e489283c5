"""A dataset as it was in a git revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.errors import InputError, MisuseError
from relgraph.facts.folder import ACTORS, TABLES
from relgraph.facts.git import Repository
from relgraph.facts.load import read_dataset
from relgraph.reading.files import is_yaml
from relgraph.reading.held import HeldFile
from relgraph.reading.tree import MAX_BYTES
from relgraph.sources.library import read_library, text_folders

if TYPE_CHECKING:
    from pathlib import Path

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.git import Entry

LARGEST = 16 * MAX_BYTES
"""Bytes of all files of a folder together."""


def dataset_at(revision: str, graph: Path, seeds: Path | None = None) -> Dataset:
    """Read the folders of facts and cards as they stand in a revision of the repository they lie in.

    Nothing is written, and nothing that the repository configures is run. Tables are looked for where they lie now, and
    must be those that the cards of the revision mean. Raises MisuseError when there is no such revision, no git, or no
    such folder in it, or when the two folders lie in two repositories; InputError for what git cannot read.
    """
    if revision.startswith("-"):
        raise MisuseError(f"{revision}: no such folder or revision")
    repository = Repository.around(graph)
    commit = repository.commit(revision)
    cards = seeds if seeds is not None else graph.parent / "seeds"
    if seeds is not None and Repository.around(seeds) != repository:
        raise MisuseError(f"{seeds}: lies in another repository than {graph}, where {revision} means something else")
    facts = _held(repository, revision, commit, graph, ACTORS, TABLES)
    if not facts:
        raise MisuseError(f"{revision}: {graph} is not in that revision")
    held = _held(repository, revision, commit, cards).values()
    library = read_library(held, cards, tables=text_folders(None, cards))
    return read_dataset(graph, facts, library)


def _held(repository: Repository, revision: str, commit: str, folder: Path, *within: str) -> dict[str, HeldFile]:
    """The YAML files of a folder in a revision, and of those named `within`, by their path in the folder."""
    try:
        entries = repository.folder(commit, repository.inside(folder)) or {}
        found = {name: one for name, one in entries.items() if is_yaml(name)}
        for name, inner in ((name, entries[name]) for name in within if name in entries):
            below = repository.entries(inner.id) if inner.is_folder else {}
            found |= {f"{name}/{path}": one for path, one in below.items() if is_yaml(path)}
        return _read(repository, f"{revision}:{folder.as_posix()}", found)
    except InputError as error:
        raise InputError(f"{revision}:{folder.as_posix()}: {error}") from None


def _read(repository: Repository, shown: str, entries: dict[str, Entry]) -> dict[str, HeldFile]:
    """The files of some entries, each with its bytes or with the reason why it has none."""
    about = repository.about({entry.id for entry in entries.values() if entry.is_file})
    refused = {path: _refusal(entry, about.get(entry.id)) for path, entry in entries.items()}
    wanted = [entry.id for path, entry in entries.items() if not refused[path]]
    if (size := sum(about[one][1] for one in wanted)) > LARGEST:
        raise InputError(f"{size:,} bytes are too many; at most {LARGEST:,}")
    contents = repository.contents(set(wanted))
    return {
        path: HeldFile(f"{shown}/{path}", contents.get(entry.id, b""), refused[path])
        for path, entry in sorted(entries.items())
    }


def _refusal(entry: Entry, about: tuple[str, int] | None) -> str:
    """Why a file is not read; nothing where it can be."""
    if not entry.is_file:
        return "cannot be read: not a regular file"
    if about is None or about[0] != "blob":
        return "cannot be read: it is missing from the repository, or damaged"
    return f"{about[1]:,} bytes is too large; at most {MAX_BYTES:,}" if about[1] > MAX_BYTES else ""
