"""A dataset: all actors, facts and sources of a folder, read once and never changed; `load` reads it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from relgraph.facts.acting import acting_kinds, those_in
from relgraph.facts.conflicts import conflicts_by_fact
from relgraph.facts.derive import Derived, derive, holds
from relgraph.facts.folder import GRAPH, has_tables, path_within, ties_among
from relgraph.facts.joining import joined
from relgraph.facts.names import Names
from relgraph.facts.tiers import on_general, rungs_in_play
from relgraph.facts.unread import NOTHING, Unread
from relgraph.store.shelf import NOTHING_KEPT, Workings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from relgraph.facts.alike import Alike
    from relgraph.facts.conflicts import Conflict
    from relgraph.facts.counted import Counted
    from relgraph.facts.machine_read.facts import MachineRead
    from relgraph.facts.names import Called
    from relgraph.facts.records import Actor, Derivation, Fact
    from relgraph.facts.united.part import Part
    from relgraph.reading.held import File
    from relgraph.reading.place import Problem
    from relgraph.sources.library import Library
    from relgraph.tables.lookup import Lookup
    from relgraph.tables.mapping import TableMapping
    from relgraph.vocabulary.model import Vocabulary
    from relgraph.vocabulary.rungs import Rungs


@dataclass(frozen=True)
class Dataset:
    """Actors and facts as they were written (sorted by id) of one folder, with their vocabulary and sources.

    `files` are those it was read from, by their path within `graph`. `problems` holds what reading found wrong: a
    dataset that has some is incomplete. `unread` tells which sections and ids could not be read. What follows from the
    facts is in `derived`, worked out when first asked for. `workings` keeps what else was worked out from it.
    """

    graph: Path
    vocabulary: Vocabulary
    actors: Mapping[str, Actor]
    facts: tuple[Fact, ...]
    library: Library
    problems: tuple[Problem, ...] = ()
    unread: Unread = NOTHING
    files: Mapping[str, File] = field(default_factory=dict, compare=False, repr=False)
    workings: Workings = field(default=NOTHING_KEPT, compare=False, repr=False)

    def with_facts(self, facts: tuple[Fact, ...]) -> Dataset:
        """The same with other facts as written, from which all is worked out anew."""
        return replace(self, facts=facts, workings=NOTHING_KEPT)

    @property
    def sets(self) -> tuple[Part, ...]:
        """The datasets that it was put together from, each with its name; none where it is one by itself."""
        return ()

    @property
    def rules_off(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the datasets for whose facts a rule is off, by its id, where it is not so for all of several."""
        return {}

    def whose(self, record: Fact | Actor) -> str:
        """The name of the dataset that a record is of, where several were put together; else nothing."""
        del record
        return ""

    @cached_property
    def machine_read(self) -> Mapping[str, MachineRead]:
        """What is known of the sources of ties that a machine read, where these were taken up; usually none are."""
        return {}

    @cached_property
    def unasked(self) -> frozenset[str]:
        """Sources of ties that a machine read and that were not taken up: nothing here is of them."""
        return frozenset(ties_among(self.files).keys() - self.machine_read.keys())

    def called_in(self, part: Part, one: str) -> str:
        """The id that an id of one of the datasets has among all of them."""
        del part
        return one

    def as_in_sets(self, one: str) -> tuple[tuple[str, str], ...]:
        """For an actor the names of the datasets that have it, with its id there; none where it is one by itself."""
        del one
        return ()

    @cached_property
    def mappings(self) -> Mapping[str, TableMapping]:
        """What its tables are read by, by the ids of their sources."""
        if not has_tables(self.files):
            return {}
        from relgraph.facts.imported.load import mappings_of  # noqa: PLC0415 - few datasets have tables

        return mappings_of(self.files, self.vocabulary).by_id

    def lookup(self, source: str) -> Lookup | None:
        """A table of which single rows can be asked; None where it has no mapping, or is not at hand.

        Raises InputError where it cannot be read by its mapping.
        """
        mapping = self.mappings.get(source)
        if mapping is None:
            return None
        from relgraph.facts.imported.load import lookup_of  # noqa: PLC0415 - as above

        return lookup_of(mapping, self.files, self.library, self.vocabulary)

    @cached_property
    def stated(self) -> tuple[Fact, ...]:
        """The stated facts, those that several sources say alike put together as one; sorted by id.

        What two datasets made of one and the same source is one fact too.
        """
        return joined(self.facts, self.vocabulary, self.whose)

    @cached_property
    def conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        """For the id of a stated fact, in what facts of other sources differ from it; it is the `one` of each."""
        if len(self.library.cards) < 2 and not self.sets:  # noqa: PLR2004 - it takes two to differ
            return {}
        return conflicts_by_fact(self.stated, self.vocabulary, self.library, self.whose)

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
    def on_general(self) -> frozenset[str]:
        """Those between whom a fact gives a tier of the general ladder."""
        return on_general(self.facts, self.vocabulary)

    @cached_property
    def rungs(self) -> Rungs:
        """The rungs that rank the steps of its paths, in their order."""
        return rungs_in_play(self.vocabulary, general=bool(self.on_general))

    @cached_property
    def written(self) -> Mapping[str, Fact]:
        """Every fact as it was written, by its id; of several that share one the last."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def concerning(self) -> Mapping[str, tuple[Fact, ...]]:
        """For each id the facts, stated or derived, in which it takes part, that it says, or that it is; each once."""
        found: dict[str, list[Fact]] = {}
        for fact in self.all_facts:
            for one in sorted(those_in(self, fact) | {fact.id, *fact.per}):
                found.setdefault(one, []).append(fact)
        return {one: tuple(facts) for one, facts in found.items()}

    def concerning_each(self, *ids: str) -> tuple[Fact, ...]:
        """The facts, stated or derived, that concern each of some ids, in the order of all facts."""
        fewest, *others = sorted((self.concerning.get(one, ()) for one in dict.fromkeys(ids)), key=len)
        found = [{id(fact) for fact in facts} for facts in others]
        return tuple(fact for fact in fewest if all(id(fact) in facts for facts in found))

    def file_of(self, fact: Fact | Actor) -> str:
        """The file that a fact or an actor is written in, by its path within the dataset, such as graph/vns-2026.yaml.

        Whatever is handed on tells this one: it is the same on every machine and in every folder. Empty for a fact
        that is derived.
        """
        return self._files_by_name.get(fact.place.file) or path_within(self.graph, fact.place.file)

    @cached_property
    def _files_by_name(self) -> Mapping[str, str]:
        """For the name that messages give a file, its path within the dataset."""
        return {str(file): (GRAPH / name).as_posix() for name, file in self.files.items()}

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
        return _by_kind(self.facts)

    @cached_property
    def citing(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts as written, by each source that they cite."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            for source in fact.sources:
                found.setdefault(source, []).append(fact)
        return {source: tuple(facts) for source, facts in found.items()}

    @cached_property
    def stated_of_kind(self) -> Mapping[str, tuple[Fact, ...]]:
        """The stated facts, by their kind."""
        return _by_kind(self.stated)

    @cached_property
    def holders(self) -> Mapping[str, tuple[str, ...]]:
        """For each office the people who hold it, by facts that hold as they were written."""
        found: dict[str, list[str]] = {}
        for fact in chain.from_iterable(self.written_of_kind.get(kind, ()) for kind in acting_kinds(self.vocabulary)):
            if len(fact.ends) > 1 and holds(fact, self.vocabulary):
                person, office = fact.pair
                found.setdefault(office, []).append(person)
        return {office: tuple(people) for office, people in found.items()}

    @cached_property
    def counted(self) -> Counted:
        """Whom its stated totals count, looked up once for all of them."""
        from relgraph.facts.counted import Counted  # noqa: PLC0415 - most answers tell no total

        return Counted(self)

    @cached_property
    def alike(self) -> Alike:
        """What its facts have in common, and the words for it, worked out once for whoever tells of them."""
        from relgraph.facts.alike import Alike  # noqa: PLC0415 - it takes all that sentences take

        return Alike(self)

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
        return Names(self.actors, self.called)

    @cached_property
    def kinds_of_nodes(self) -> Mapping[str, str]:
        """The kind of each fact that is a node, by its id."""
        return {fact.id: fact.kind for fact in self.nodes}

    @cached_property
    def called(self) -> Mapping[str, Called]:
        """What each fact that is a node is called, by its id."""
        return {fact.id: fact for fact in self.nodes}

    @cached_property
    def nodes(self) -> tuple[Fact, ...]:
        """The facts that are nodes of their own: missions, agreements, events and the like."""
        return tuple(fact for fact in self.facts if self.vocabulary.relations[fact.kind].is_node)


def _by_kind(facts: Iterable[Fact]) -> Mapping[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.kind, []).append(fact)
    return {kind: tuple(of_kind) for kind, of_kind in found.items()}
