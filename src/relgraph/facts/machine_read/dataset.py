"""A dataset with the ties that a machine read beside its facts. Nothing follows from them, and no total counts them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.errors import InputError, MisuseError
from relgraph.facts.dataset import Dataset
from relgraph.facts.folder import ties_among
from relgraph.facts.machine_read.facts import MachineRead, facts_of, kind_of, with_kinds
from relgraph.facts.machine_read.parsing import read_ties_mapping
from relgraph.facts.machine_read.ties_file import read_ties
from relgraph.facts.shipped import with_shipped
from relgraph.store.shelf import NOTHING_KEPT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from relgraph.facts.conflicts import Conflict
    from relgraph.facts.counted import Counted
    from relgraph.facts.machine_read.mapping import TiesMapping
    from relgraph.facts.machine_read.ties_file import Taken
    from relgraph.facts.records import Actor, Derivation, Fact
    from relgraph.tables.lookup import Lookup
    from relgraph.tables.mapping import TableMapping
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary


class WithTies(Dataset):
    """A dataset, `curated`, with the `ties` that a machine read, and what is known of their sources.

    The ties are facts as any others to whoever selects, walks, ranks, draws or writes them. They are joined with
    nothing, conflict with nothing and imply nothing: what is worked out of facts is that of the curated ones.
    """

    curated: Dataset
    ties: tuple[Fact, ...]

    def __init__(
        self,
        curated: Dataset,
        vocabulary: Vocabulary,
        actors: Mapping[str, Actor],
        ties: Iterable[Fact],
        sources: Mapping[str, MachineRead],
    ) -> None:
        """`vocabulary` and `actors` are those of the facts and of the ties."""
        ordered = tuple(sorted(ties, key=lambda fact: fact.id))
        of_facts = curated.graph, vocabulary, actors
        kept = {"problems": curated.problems, "unread": curated.unread, "files": curated.files}
        told = dict(zip(("graph", "vocabulary", "actors"), of_facts, strict=True))
        vars(self).update(told, **kept, library=curated.library, workings=NOTHING_KEPT)
        vars(self).update(curated=curated, ties=ordered, machine_read=sources)

    def with_facts(self, facts: tuple[Fact, ...]) -> Dataset:
        """The same with other facts as written, curated and machine-read ones."""
        curated = self.curated.with_facts(tuple(fact for fact in facts if not fact.machine_read))
        ties = (fact for fact in facts if fact.machine_read)
        return WithTies(curated, self.vocabulary, self.actors, ties, self.machine_read)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts as they were written, and the ties; sorted by id."""
        return tuple(sorted((*self.curated.facts, *self.ties), key=lambda fact: fact.id))

    @property
    def stated(self) -> tuple[Fact, ...]:
        """The stated facts, then the ties."""
        return self.curated.stated + self.ties

    @cached_property
    def standing(self) -> tuple[Fact, ...]:
        """The stated facts, those that an event ended with that end, then the ties."""
        return self.curated.standing + self.ties

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of relation that it has facts of, or ties."""
        return self.curated.kinds | {fact.kind for fact in self.ties}

    @property
    def derived(self) -> tuple[Fact, ...]:
        """What follows from the curated facts."""
        return self.curated.derived

    @property
    def corroborations(self) -> Mapping[str, tuple[Derivation, ...]]:
        """As among the curated facts."""
        return self.curated.corroborations

    @property
    def conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        """As among the curated facts."""
        return self.curated.conflicts

    @property
    def on_general(self) -> frozenset[str]:
        """As among the curated facts."""
        return self.curated.on_general

    @property
    def nodes(self) -> tuple[Fact, ...]:
        """As among the curated facts: no tie is a node."""
        return self.curated.nodes

    @property
    def counted(self) -> Counted:
        """Whom stated totals count: nobody whom a tie alone names."""
        return self.curated.counted

    @property
    def mappings(self) -> Mapping[str, TableMapping]:
        """What the tables of the curated facts are read by."""
        return self.curated.mappings

    def lookup(self, source: str) -> Lookup | None:
        """A table of curated facts; of a file of ties no row can be asked."""
        return self.curated.lookup(source)


def ties_mappings(dataset: Dataset) -> dict[str, TiesMapping]:
    """The mappings of ties of a dataset, by the ids of their sources. Raises InputError for one that is wrong."""
    found = {}
    for name, file in ties_among(dataset.files).items():
        mapping, problems = read_ties_mapping(file, str(file), dataset.vocabulary)
        if mapping is None:
            raise InputError(str(next(one for one in problems if one.is_error)))
        found[name] = mapping
    return found


def with_machine_read(dataset: Dataset, kinds: Iterable[str] | None = None) -> Dataset:
    """The dataset with the ties beside its facts that a machine read, as its mappings take them; of some kinds, or all.

    All answers on it then take them up, each marked as machine-read; paths and ranks where their kinds are asked for.
    A dataset without any is given back as it is. Raises InputError where a file of ties is not at hand or cannot be
    read, MisuseError for several datasets that are asked as one.
    """
    if isinstance(dataset, WithTies):
        return dataset
    if dataset.sets:
        raise MisuseError("ties that a machine read are asked of one dataset at a time: name --graph once")
    wanted = None if kinds is None else frozenset(kinds)
    mappings = [one.only(wanted) for one in ties_mappings(dataset).values()]
    read = [(one, read_ties(file_of(dataset, one), one)) for one in mappings if one.kinds]
    return taken_up(dataset, read) if read else dataset


def file_of(dataset: Dataset, mapping: TiesMapping) -> Path:
    """The file of ties that a card means. Raises InputError where there is no card, or the file is not at hand."""
    card = dataset.library.cards.get(mapping.id)
    if card is None or card.table is None or card.sha256 is None:
        raise InputError(f"{mapping.place}: {mapping.id} has no card yet; relgraph import {mapping.id} makes it")
    path = dataset.library.tables.get(mapping.id)
    if path is None:
        told = f"the ties of {mapping.id} ({card.file}) are not at hand"
        raise InputError(f"{mapping.place}: {told}; put the file into seeds/texts, or name its folder with --texts")
    return path


def taken_up(dataset: Dataset, read: Iterable[tuple[TiesMapping, Taken]]) -> Dataset:
    """The dataset with ties of files beside its facts, each file with its mapping. Raises InputError for a clash."""
    read = tuple(read)
    kinds: dict[str, RelationKind] = {}
    known = _with_shipped(dataset, {one for _, taken in read for tie in taken.ties for one in (tie.a, tie.b)})
    facts: list[Fact] = []
    sources = {}
    for mapping, taken in read:
        for told in mapping.kinds:
            kind = kind_of(told, mapping, taken.made, dataset.vocabulary)
            if kinds.setdefault(kind.id, kind) != kind:
                raise InputError(f"{told.place}: {kind.id} has another label, weight or direction in another mapping")
        made, left = facts_of(mapping, taken.made, taken.ties, known)
        facts += made
        sources[mapping.id] = _source(mapping, taken, len(made), left)
    there = _with_shipped(dataset, {end.id for fact in facts for end in fact.ends})
    return WithTies(dataset, with_kinds(dataset.vocabulary, kinds.values()), there, facts, sources)


def _with_shipped(dataset: Dataset, named: Collection[str]) -> dict[str, Actor]:
    """The actors of a dataset and those that ship of some ids, in order of id."""
    fresh = set(named) - dataset.actors.keys()
    if not fresh:
        return dict(dataset.actors)
    declared = {one: actor for one, actor in dataset.actors.items() if actor.declared}
    return dict(sorted({**with_shipped(declared, (), dataset.vocabulary, fresh), **dataset.actors}.items()))


def _source(mapping: TiesMapping, taken: Taken, ties: int, left: Mapping[str, int]) -> MachineRead:
    """What is known of a source of ties, with all that was left out of it."""
    left_out = tuple(sorted((*taken.left_out, *left.items()), key=lambda one: (-one[1], one[0])))
    return MachineRead(mapping.id, *taken.made, taken.rows, ties, left_out, tuple(kind.id for kind in mapping.kinds))
