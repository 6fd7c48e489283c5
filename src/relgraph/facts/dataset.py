"""A dataset: all actors, facts and sources of a folder, read once and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.facts.across import conflicts_by_fact, joined
from relgraph.facts.derive import Derived, derive
from relgraph.facts.names import Names
from relgraph.facts.parsing.actors import read_actors
from relgraph.facts.parsing.facts import read_facts
from relgraph.facts.shipped import with_shipped
from relgraph.reading.place import Problem
from relgraph.reading.tree import paused_collector
from relgraph.sources.library import Library, open_library, text_folders
from relgraph.vocabulary.load import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.across import Conflict
    from relgraph.facts.records import Actor, Derivation, Fact
    from relgraph.vocabulary.model import Vocabulary

ACTORS, VOCABULARY = "actors", "vocabulary.yaml"


@dataclass(frozen=True)
class Dataset:
    """Actors and facts as they were written (sorted by id) of one folder, with their vocabulary and sources.

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
    def stated(self) -> tuple[Fact, ...]:
        """The stated facts, those that several sources say alike put together as one; sorted by id."""
        return joined(self.facts, self.vocabulary)

    @cached_property
    def conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        """For the id of a stated fact, in what facts of other sources differ from it; it is the `one` of each."""
        return conflicts_by_fact(self.stated, self.vocabulary, self.library)

    @cached_property
    def _derivations(self) -> Derived:
        return derive(self.stated, self.actors, self.vocabulary)

    @property
    def standing(self) -> tuple[Fact, ...]:
        """The stated facts, those that an event ended with that end: what answers tell. `facts` are as written."""
        return self._derivations.stated

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
        return self.standing + self.derived

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of relation that it has facts of, stated or derived."""
        return frozenset({fact.kind for fact in self.all_facts})

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """Every fact, stated or derived, by its id, or by that of any record put together with it."""
        return {one: fact for fact in self.all_facts for one in (fact.id, *fact.also)}

    @cached_property
    def at_end(self) -> Mapping[str, tuple[Fact, ...]]:
        """For each id the facts, stated or derived, at an end of which it stands, each once."""
        found: dict[str, list[Fact]] = {}
        for fact in self.all_facts:
            for one in dict.fromkeys([end.id for end in fact.ends]):
                found.setdefault(one, []).append(fact)
        return {one: tuple(facts) for one, facts in found.items()}

    @cached_property
    def written_of_kind(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts as written, by their kind."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.kind, []).append(fact)
        return {kind: tuple(facts) for kind, facts in found.items()}

    @cached_property
    def direct_parts(self) -> Mapping[str, tuple[str, ...]]:
        """For each actor that others are part of, the ids of those that say so themselves."""
        found: dict[str, list[str]] = {}
        for actor in self.actors.values():
            if actor.part_of:
                found.setdefault(actor.part_of, []).append(actor.id)
        return {whole: tuple(parts) for whole, parts in found.items()}

    @cached_property
    def names(self) -> Names:
        """Every name of an actor, or of a fact that is a node."""
        return Names(self.actors, self.nodes)

    @cached_property
    def nodes(self) -> tuple[Fact, ...]:
        """The facts that are nodes of their own: missions, agreements, events and the like."""
        return tuple(fact for fact in self.facts if self.vocabulary.relations[fact.kind].is_node)


def load(graph: str | Path = "graph", seeds: str | Path | None = None, texts: str | Path | None = None) -> Dataset:
    """Read a folder of facts. `seeds` defaults to the folder of that name beside it.

    Whatever is wrong in the files is in `problems` of the result; raises MisuseError only when a folder
    is missing. Texts are looked for in `texts`, RELGRAPH_TEXTS and seeds/texts.
    """
    folder = Path(graph)
    if not folder.is_dir():
        message = f"{folder}: no such folder of facts"
        raise MisuseError(message)
    cards = Path(seeds) if seeds is not None else folder.parent / "seeds"
    library = open_library(cards, text_folders(Path(texts) if texts is not None else None, cards))
    with paused_collector():
        return _read(folder, library)


def fact_files(folder: Path) -> list[Path]:
    """All files of a folder that a dataset is read from: vocabulary, actors, facts."""
    vocabulary = folder / VOCABULARY
    return [*([vocabulary] if vocabulary.exists() else []), *_actor_files(folder), *_files_of_facts(folder)]


def _actor_files(folder: Path) -> list[Path]:
    return sorted((folder / ACTORS).glob("*.yaml"))


def _files_of_facts(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yaml")) if path.name != VOCABULARY]


def _read(folder: Path, library: Library) -> Dataset:
    vocabulary, problems = load_vocabulary(folder / VOCABULARY, str(folder / VOCABULARY))
    actors: dict[str, Actor] = {}
    unread: set[str] = set()
    for path in _actor_files(folder):
        read, found, skipped = read_actors(path, str(path), vocabulary)
        problems += found
        unread |= skipped
        for actor in read:
            problems += _add(actors, actor)
    facts: list[Fact] = []
    for path in _files_of_facts(folder):
        stated, found, skipped = read_facts(path, str(path), vocabulary, actors)
        facts += stated
        problems += found
        unread |= skipped
    facts.sort(key=lambda fact: fact.id)
    sorted_actors = dict(sorted(with_shipped(actors, facts, vocabulary).items()))
    told = (*library.problems, *problems)
    return Dataset(folder, vocabulary, sorted_actors, tuple(facts), library, told, frozenset(unread))


def _add(actors: dict[str, Actor], actor: Actor) -> list[Problem]:
    other = actors.setdefault(actor.id, actor)
    if other is actor:
        return []
    return [Problem(actor.place, "id", f"{actor.id} is an actor already, at {other.place}")]
