"""One dataset of several, which answers as any other does and knows what is whose."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.facts.dataset import Dataset
from relgraph.facts.united.names import UnitedNames
from relgraph.facts.united.translate import coverage_of
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.uniting import switched_off

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relgraph.facts.names import Names
    from relgraph.facts.records import Actor, Fact
    from relgraph.facts.united.facts import Naming
    from relgraph.facts.united.identity import Doubt, Member
    from relgraph.facts.united.part import Part
    from relgraph.tables.lookup import Lookup
    from relgraph.tables.mapping import TableMapping


@dataclass(frozen=True)
class UnitedDataset(Dataset):
    """Several datasets as one: the `parts`, in the order in which they were named.

    `naming` tells what the ids and sources of each are called here, `ways` whom an id means that is asked for, `plain`
    the names of those that are told apart by their datasets, `members` who an actor is in each dataset that has it, and
    `doubts` where codes leave that open.
    """

    parts: tuple[Part, ...] = ()
    naming: tuple[Naming, ...] = field(default=(), compare=False, repr=False)
    ways: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    plain: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    members: Mapping[str, tuple[Member, ...]] = field(default_factory=dict, compare=False, repr=False)
    doubts: tuple[Doubt, ...] = field(default=(), compare=False, repr=False)

    @property
    def sets(self) -> tuple[Part, ...]:
        """The datasets that it is of, each with its name."""
        return self.parts

    @cached_property
    def rules_off(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the datasets for whose facts a rule is off, by its id."""
        own = [part.dataset.vocabulary for part in self.parts]
        found: dict[str, tuple[str, ...]] = {}
        for part, off in zip(self.parts, switched_off(shipped_vocabulary(), own, self.vocabulary), strict=True):
            for rule in off:
                found[rule] = (*found.get(rule, ()), part.name)
        return found

    def whose(self, record: Fact | Actor) -> str:
        """The name of the dataset that a record is of; nothing for what is derived, or ships."""
        return self._of_file.get(record.place.file, "")

    def called_in(self, part: Part, one: str) -> str:
        """The id that an id of one of the datasets has among all of them."""
        return next(names.ids[one] for other, names in self.named if other.name == part.name)

    def as_in_sets(self, one: str) -> tuple[tuple[str, str], ...]:
        """For an actor the names of the datasets that have it, with its id there."""
        return tuple((self.parts[member.part].name, member.actor.id) for member in self.members.get(one, ()))

    @cached_property
    def _of_file(self) -> Mapping[str, str]:
        """For the name that messages give a file, the name of its dataset."""
        return {str(file): part.name for part in self.parts for file in part.dataset.files.values()}

    @cached_property
    def _files_by_name(self) -> Mapping[str, str]:
        """For the name that messages give a file, its path within its dataset, behind the name of that."""
        return {
            shown: f"{part.name}/{path}"
            for part in self.parts
            for shown, path in part.dataset._files_by_name.items()  # noqa: SLF001 - it is of the same class
        }

    @cached_property
    def mappings(self) -> Mapping[str, TableMapping]:
        """What the tables of all are read by, by the ids of their sources; of one that several have, the first's."""
        return {
            names.sources[one]: mapping._replace(
                id=names.sources[one], coverage=coverage_of(mapping.coverage, names.ids)
            )
            for part, names in reversed(self.named)
            for one, mapping in part.dataset.mappings.items()
        }

    def lookup(self, source: str) -> Lookup | None:
        """A table of which single rows can be asked, by the ids of all; see `Dataset.lookup`."""
        for part, names in self.named:
            for one in part.dataset.mappings:
                if names.sources[one] == source and (found := part.dataset.lookup(one)) is not None:
                    return found.called(names.ids)
        return None

    @property
    def named(self) -> list[tuple[Part, Naming]]:
        """Each dataset, with what its ids and sources are called here."""
        return list(zip(self.parts, self.naming, strict=True))

    @cached_property
    def names(self) -> Names:
        """Every name of an actor, or of a fact that is a node."""
        return UnitedNames(self.actors, self.called, self.ways, self.plain)
