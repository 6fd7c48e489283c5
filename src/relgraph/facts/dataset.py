"""A dataset: all actors, facts and sources of a folder, read once and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import MisuseError
from relgraph.facts.derive import Derived, derive
from relgraph.facts.names import Names
from relgraph.facts.parsing.actors import read_actors
from relgraph.facts.parsing.facts import read_facts
from relgraph.reading.files import is_folder, yaml_files
from relgraph.reading.place import Problem
from relgraph.reading.tree import paused_collector
from relgraph.sources.library import Library, open_library, text_folders
from relgraph.vocabulary.load import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.records import Actor, Derivation, Fact
    from relgraph.vocabulary.model import Vocabulary

GRAPH = PurePosixPath("graph")
ACTORS, VOCABULARY = "actors", "vocabulary.yaml"


@dataclass(frozen=True)
class Dataset:
    """Actors and stated facts (sorted by id) of one folder, with their vocabulary and sources.

    `problems` holds what reading found wrong: a dataset that has some is incomplete. `unread` names the sections,
    and the ids in them, that could not be read since the vocabulary is wrong about them. What follows from the
    facts is in `derived`, worked out when first asked for.
    """

    graph: Path
    vocabulary: Vocabulary
    actors: Mapping[str, Actor]
    facts: tuple[Fact, ...]
    library: Library
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()

    @cached_property
    def _derivations(self) -> Derived:
        return derive(self.facts, self.actors, self.vocabulary)

    @property
    def derived(self) -> tuple[Fact, ...]:
        """Facts that no source states and a rule gives, sorted by id."""
        return self._derivations.facts

    @property
    def corroborations(self) -> Mapping[str, tuple[Derivation, ...]]:
        """For the id of a stated fact, the derivations that give it too."""
        return self._derivations.corroborations

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """Stated and derived facts."""
        return self.facts + self.derived

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Every fact, stated or derived, by its id."""
        return {fact.id: fact for fact in self.all_facts}

    def file_of(self, fact: Fact) -> str:
        """The file that a fact is written in, by its path within the dataset, such as graph/vns-2026.yaml.

        Whatever is handed on tells this one: it is the same on every machine and in every folder. Empty for a fact
        that is derived.
        """
        return _path_within(self.graph, fact.place.file)

    @cached_property
    def names(self) -> Names:
        """Every name of an actor, or of a fact that is a node."""
        return Names(self.actors, self.nodes)

    @cached_property
    def nodes(self) -> tuple[Fact, ...]:
        """The facts that are nodes of their own: missions, agreements, events and the like."""
        return tuple(fact for fact in self.facts if self.vocabulary.relations[fact.kind].is_node)


@lru_cache(maxsize=4096)
def _path_within(folder: Path, file: str) -> str:
    path = PurePath(file)
    if not path.is_relative_to(folder):
        return path.name
    return (GRAPH / path.relative_to(folder)).as_posix()


def load(graph: str | Path = "graph", seeds: str | Path | None = None, texts: str | Path | None = None) -> Dataset:
    """Read a folder of facts. `seeds` defaults to the folder of that name beside it.

    Whatever is wrong in the files is in `problems` of the result; raises MisuseError only when a folder
    is missing, InputError when one cannot be read. Texts are looked for in `texts`, RELGRAPH_TEXTS and seeds/texts.
    """
    folder = Path(graph)
    if not is_folder(folder):
        message = f"{folder}: no such folder of facts"
        raise MisuseError(message)
    cards = Path(seeds) if seeds is not None else folder.parent / "seeds"
    library = open_library(cards, text_folders(Path(texts) if texts is not None else None, cards))
    with paused_collector():
        return _read(folder, library)


class Files(NamedTuple):
    """What a dataset is read from: the vocabulary, if it has its own, files of actors, and files of facts."""

    vocabulary: Path | None
    actors: tuple[Path, ...]
    facts: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """Every one of them, in the order in which they are read."""
        return (*([self.vocabulary] if self.vocabulary else []), *self.actors, *self.facts)


def files_of(folder: Path) -> Files:
    """All files of a folder of facts that are read. Raises InputError where a folder cannot be."""
    top, out = yaml_files(folder, folder)
    actors, actors_out = yaml_files(folder / ACTORS, folder)
    vocabulary = next((path for path in top if path.name == VOCABULARY), None)
    facts = tuple(path for path in top if path != vocabulary)
    return Files(vocabulary, tuple(actors), facts, (*out, *actors_out))


def _read(folder: Path, library: Library) -> Dataset:
    files = files_of(folder)
    vocabulary, problems = load_vocabulary(files.vocabulary, str(files.vocabulary))
    problems = [*files.problems, *problems]
    actors: dict[str, Actor] = {}
    unread: set[str] = set()
    for path in files.actors:
        read, found, skipped = read_actors(path, str(path), vocabulary)
        problems += found
        unread |= skipped
        for actor in read:
            problems += _add(actors, actor)
    facts: list[Fact] = []
    for path in files.facts:
        stated, found, skipped = read_facts(path, str(path), vocabulary, actors)
        facts += stated
        problems += found
        unread |= skipped
    facts.sort(key=lambda fact: fact.id)
    sorted_actors = dict(sorted(actors.items()))
    told = (*library.problems, *problems)
    return Dataset(folder, vocabulary, sorted_actors, tuple(facts), library, told, frozenset(unread))


def _add(actors: dict[str, Actor], actor: Actor) -> list[Problem]:
    other = actors.setdefault(actor.id, actor)
    if other is actor:
        return []
    return [Problem(actor.place, "id", f"{actor.id} is an actor already, at {other.place}")]
