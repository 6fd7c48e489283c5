"""Reading a dataset: its files are found, its vocabulary and actors read, then its facts, and what its tables make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import MisuseError
from relgraph.facts.bounds import bounded
from relgraph.facts.coverage import covered_ids
from relgraph.facts.dataset import Dataset
from relgraph.facts.folder import ACTORS, STORIES, TABLES, VOCABULARY, facts_among, has_tables, in_order
from relgraph.facts.parsing.actors import read_actors
from relgraph.facts.parsing.facts import read_facts
from relgraph.facts.parsing.values import REFERENCE
from relgraph.facts.shipped import with_shipped
from relgraph.facts.unread import ANYTHING, NOTHING, Unread
from relgraph.reading.collector import paused_collector
from relgraph.reading.files import is_folder, passed_over, yaml_files
from relgraph.reading.place import Problem
from relgraph.sources.library import Library, open_library, text_folders
from relgraph.vocabulary.load import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from relgraph.facts.imported.load import Tables
    from relgraph.facts.records import Actor, Fact
    from relgraph.reading.held import File
    from relgraph.store.shelf import Shelf
    from relgraph.vocabulary.model import Vocabulary


class Found(NamedTuple):
    """What a dataset is read from: its folder, its files by their path in it, its library, the folder of the cards.

    `problems` are of what is there and not read.
    """

    folder: Path
    files: Mapping[str, File]
    library: Library
    seeds: Path
    problems: tuple[Problem, ...]

    def read(self, shelf: Shelf | None = None) -> Dataset:
        """The dataset; `shelf` is where what its tables make is kept."""
        return read_dataset(self.folder, self.files, self.library, self.problems, shelf)


def load(
    graph: str | Path | Sequence[str | Path] = "graph",
    seeds: str | Path | Sequence[str | Path] | None = None,
    texts: str | Path | None = None,
) -> Dataset:
    """Read a folder of facts. `seeds` defaults to the folder of that name beside it.

    Several folders are read as one dataset, whose actors are joined by their codes: docs/several.md tells how.
    Whatever is wrong in the files is in `problems` of the result; raises MisuseError only when a folder
    is missing, InputError when one cannot be read. Texts are looked for in `texts`, RELGRAPH_TEXTS and seeds/texts.
    """
    if isinstance(graph, (str, Path)) and (seeds is None or isinstance(seeds, (str, Path))):
        return found_in(graph, seeds, texts).read()
    from relgraph.facts.united.load import load_all  # noqa: PLC0415 - most read one

    return load_all(_each(graph), _each(seeds), texts)


def _each(folders: str | Path | Sequence[str | Path] | None) -> Sequence[str | Path]:
    return [folders] if isinstance(folders, (str, Path)) else folders or []


def found_in(graph: str | Path, seeds: str | Path | None, texts: str | Path | None) -> Found:
    """The files of a dataset, and its library; see `load`."""
    folder = Path(graph)
    if not is_folder(folder):
        message = f"{folder}: no such folder of facts"
        raise MisuseError(message)
    cards = Path(seeds) if seeds is not None else folder.parent / "seeds"
    library = open_library(cards, text_folders(Path(texts) if texts is not None else None, cards))
    top, out = yaml_files(folder, folder)
    actors, actors_out = yaml_files(folder / ACTORS, folder)
    tables, tables_out = yaml_files(folder / TABLES, folder)
    files: dict[str, File] = {path.relative_to(folder).as_posix(): path for path in (*top, *actors, *tables)}
    own = {ACTORS, STORIES, TABLES}
    beside = (*passed_over(folder, own), *passed_over(folder / ACTORS), *passed_over(folder / STORIES))
    return Found(folder, files, library, cards, (*beside, *out, *actors_out, *tables_out))


def read_dataset(
    folder: Path,
    files: Mapping[str, File],
    library: Library,
    problems: Sequence[Problem] = (),
    shelf: Shelf | None = None,
) -> Dataset:
    """Read a dataset from the files of a folder, given by their path in it. `problems` are of others; see `load`."""
    with paused_collector():
        return _read(folder, in_order(files), library, problems, shelf)


def _read(
    folder: Path, files: Mapping[str, File], library: Library, unlisted: Sequence[Problem], shelf: Shelf | None
) -> Dataset:
    vocabulary, actors, problems, unread = declared_in(files)
    unread |= ANYTHING if any(problem.is_error for problem in unlisted) else NOTHING
    facts: list[Fact] = []
    for path in facts_among(files):
        stated, found, skipped = read_facts(path, str(path), vocabulary, actors)
        facts += stated
        problems += found
        unread |= skipped
    tables = _add_tables(files, library, vocabulary, actors, facts, shelf) if has_tables(files) else None
    problems += tables.problems if tables is not None else ()
    facts.sort(key=lambda fact: fact.id)
    facts, left_out, found = bounded(facts, actors, vocabulary)
    problems += found
    if left_out:
        unread |= Unread(frozenset(fact.id for fact in left_out))
    found_actors = with_shipped(actors, facts, vocabulary, _covered(library, tables))
    every = dict(sorted((_with_codes(found_actors, tables) if tables is not None else found_actors).items()))
    told = (*library.problems, *unlisted, *problems)
    return Dataset(folder, vocabulary, every, tuple(facts), library, _due(told, unread), unread, files)


class Declared(NamedTuple):
    """The vocabulary and the actors of a dataset, what is wrong with them, and what could not be read."""

    vocabulary: Vocabulary
    actors: dict[str, Actor]
    problems: list[Problem]
    unread: Unread


def declared_in(files: Mapping[str, File]) -> Declared:
    """Read the vocabulary and the actors among the files of a dataset."""
    vocabulary, problems = load_vocabulary(files.get(VOCABULARY), str(files.get(VOCABULARY)))
    actors: dict[str, Actor] = {}
    unread = NOTHING
    for path in (file for name, file in files.items() if name.startswith(f"{ACTORS}/")):
        read, found, skipped = read_actors(path, str(path), vocabulary)
        problems += found
        unread |= skipped
        for actor in read:
            problems += _add(actors, actor)
    return Declared(vocabulary, actors, problems, unread)


def _add_tables(
    files: Mapping[str, File],
    library: Library,
    vocabulary: Vocabulary,
    actors: dict[str, Actor],
    facts: list[Fact],
    shelf: Shelf | None,
) -> Tables:
    """Add what the tables of a dataset make, and give it."""
    from relgraph.facts.imported.load import read_tables  # noqa: PLC0415 - few datasets have tables

    found = read_tables(files, library, vocabulary, actors, shelf)
    facts += found.facts
    for actor in found.actors:
        actors.setdefault(actor.id, actor)
    return found


def _covered(library: Library, tables: Tables | None) -> set[str]:
    """The ids of those whom cards and tables say that they cover, or that were searched for in their sources."""
    said = [card.coverage for card in library.cards.values() if card.coverage is not None]
    searches = [search for card in library.cards.values() for search in card.looked_for]
    if tables is None:
        return covered_ids(said, searches, {})
    years = {one: listed.years for one, listed in tables.lists.items()}
    return covered_ids([*said, *tables.coverages], searches, years)


def _with_codes(actors: Mapping[str, Actor], tables: Tables) -> dict[str, Actor]:
    """Some actors, those of them that lists of codes have with these codes and their years."""
    found = dict(actors)
    for one in tables.lists.keys() & actors.keys():
        actor, (codes, years) = actors[one], tables.lists[one]
        found[one] = actor._replace(codes=tuple(dict.fromkeys((*actor.codes, *codes))), listed=tuple(years))
    return found


def _due(problems: Iterable[Problem], unread: Unread) -> tuple[Problem, ...]:
    """The problems but for references to what may stand in a part that could not be read."""
    return tuple(one for one in problems if one.rule != REFERENCE) if unread else tuple(problems)


def _add(actors: dict[str, Actor], actor: Actor) -> list[Problem]:
    other = actors.setdefault(actor.id, actor)
    if other is actor:
        return []
    return [Problem(actor.place, "id", f"{actor.id} is an actor already, at {other.place}")]
