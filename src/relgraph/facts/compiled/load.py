"""Loading a dataset that may have been read before: the same answers, sooner.

What is kept of a dataset is found by the digest of every file that it was read from, their names, the version and all
else that it depends on. Cards and texts are read anew each time. What has errors is never kept, nor what is small.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import InputError
from relgraph.facts.dataset import Dataset
from relgraph.facts.folder import VOCABULARY, has_tables, in_order
from relgraph.facts.load import found_in
from relgraph.facts.unread import NOTHING
from relgraph.reading.collector import paused_collector
from relgraph.reading.files import yaml_files
from relgraph.sources.text import read
from relgraph.store.folder import cache_folder
from relgraph.store.kept import DamagedStoreError
from relgraph.store.program import program
from relgraph.store.shelf import Shelf, Workings, digest
from relgraph.vocabulary.load import load_vocabulary

if TYPE_CHECKING:
    from relgraph.facts.load import Found

FEWEST = 2_000
"""Facts, stated and derived, below which nothing is kept: such are read as soon."""
FEWEST_BYTES = 50 * FEWEST
"""What the files of so many facts take, as a rule; where they take less, nothing is looked for."""


def load_kept(
    graph: str | Path = "graph",
    seeds: str | Path | None = None,
    texts: str | Path | None = None,
    shelf: Shelf | None = None,
) -> Dataset:
    """Read a folder of facts as `load` does, or take what is kept of it; what was read is kept.

    `shelf` is where things are kept: None is that of the user's cache folder. Raises what `load` raises.
    """
    found = found_in(graph, seeds, texts)
    few = _is_small(found) and not has_tables(found.files)  # of a table a small mapping makes many
    if few or any(problem.is_error for problem in found.problems):
        return found.read()
    shelf = shelf or Shelf(cache_folder())
    key = key_of(found)
    with paused_collector():
        return _taken(found, shelf, key) or _read(found, shelf, key)


def _is_small(found: Found) -> bool:
    """Whether the files are too small to hold so many facts, as far as their sizes can be told."""
    with suppress(OSError):
        return sum(file.stat().st_size for file in found.files.values() if isinstance(file, Path)) < FEWEST_BYTES
    return True


def _taken(found: Found, shelf: Shelf, key: str) -> Dataset | None:
    """What is kept of a dataset, if anything is."""
    from relgraph.facts.compiled.dataset import CompiledDataset  # noqa: PLC0415 - small datasets need none of it
    from relgraph.facts.compiled.pages import Pages  # noqa: PLC0415 - as above

    kept = shelf.find(key)
    if kept is None:
        return None
    vocabulary, _ = load_vocabulary(found.files.get(VOCABULARY), str(found.files.get(VOCABULARY)))
    with suppress(DamagedStoreError):
        pages = Pages(kept)
        notes = pages.part("notes", lambda notes: tuple(map(pages.unpacker.problem, notes)))
        problems = (*found.library.problems, *found.problems, *notes)
        read = Dataset(
            found.folder,
            vocabulary,
            {},
            (),
            found.library,
            problems,
            NOTHING,
            in_order(found.files),
            Workings(shelf, key),
        )
        return CompiledDataset(read, pages)
    return None


def _read(found: Found, shelf: Shelf, key: str) -> Dataset:
    """The dataset as it is read, which is then kept if it is large, without errors, and was not changed meanwhile."""
    dataset = found.read(shelf)
    if not _is_sound(dataset) or not key or key_of(found) != key:
        return dataset
    from relgraph.facts.compiled.dataset import packed  # noqa: PLC0415 - as above

    notes = dataset.problems[len(found.library.problems) + len(found.problems) :]
    shelf.keep(key, packed(dataset, notes))
    vars(dataset).update(workings=Workings(shelf, key))  # of a copy all would be worked out once more
    return dataset


def _is_sound(dataset: Dataset) -> bool:
    """Whether a dataset is large and nothing is wrong with it, such as two facts of one id."""
    errors = any(problem.is_error for problem in dataset.problems)
    return len(dataset.facts) >= FEWEST and not errors and len(dataset.written) == len(dataset.facts)


def key_of(found: Found) -> str:
    """The digest of all that a dataset, and what follows from it, depends on; empty where a file cannot be read."""
    cards, _ = yaml_files(found.seeds, found.seeds)
    told = [str(found.folder)]
    told += [str(problem) for problem in found.problems]
    try:
        told += [*program(), *(f"{file} {digest(read(file))}" for file in (*found.files.values(), *cards))]
    except (OSError, InputError):
        return ""
    return digest("\0".join(told).encode(errors="surrogateescape"))
