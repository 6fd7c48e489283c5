"""A dataset that was read before: it answers as the one that was kept, and unpacks the facts that it is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from relgraph.facts.compiled.names import KeptNames, name_packed, name_unpacked
from relgraph.facts.compiled.packing import Packer, derivation, derivation_packed
from relgraph.facts.compiled.pages import FACTS, PARTS, Numbered, Pages, Section
from relgraph.facts.conflicts import Conflict
from relgraph.facts.dataset import Dataset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relgraph.facts.names import Called, Names
    from relgraph.facts.records import Derivation, Fact
    from relgraph.reading.place import Problem
    from relgraph.store.kept import Sections

IDS, CONCERNING, OF_KIND, STATED_OF_KIND = "id", "concerning", "kind", "stated kind"
CALLED, NAMED, CITING = "called", "name", "source"
CORROBORATIONS, CONFLICTS = "corroboration", "conflict"


def packed(dataset: Dataset, notes: Iterable[Problem] = ()) -> Sections:
    """All of a dataset that a CompiledDataset answers with, and what was noted as its facts were read.

    What follows from its facts is worked out for it.
    """
    packer = Packer()
    facts = _Numbers((*dataset.all_facts, *dataset.stated, *dataset.facts))
    parts = {
        "written": facts.of(dataset.facts),
        "stated": facts.of(dataset.stated),
        "standing": facts.of(dataset.standing),
        "derived": facts.of(dataset.derived),
        "nodes": facts.of(dataset.nodes),
        "kinds_of_nodes": dataset.kinds_of_nodes,
        "articles": sorted(dataset.names.articles),
        "kinds": sorted(dataset.kinds),
        "on_general": sorted(dataset.on_general),
        "actors": list(map(packer.actor, dataset.actors.values())),
        "notes": list(map(packer.problem, notes)),
    }
    rows = [packer.fact(fact) for fact in facts.in_order]
    return {
        FACTS: _texts(enumerate(rows)),
        IDS: facts.ids(dataset),
        CONCERNING: facts.told(dataset.concerning),
        OF_KIND: facts.told(dataset.written_of_kind),
        STATED_OF_KIND: facts.told(dataset.stated_of_kind),
        CITING: facts.told(dataset.citing),
        CALLED: _texts((one, name_packed(called)) for one, called in dataset.called.items()),
        NAMED: _texts((name, sorted(ids)) for name, ids in dataset.names.by_name.items()),
        CORROBORATIONS: _texts(
            (one, list(map(derivation_packed, given))) for one, given in dataset.corroborations.items()
        ),
        CONFLICTS: _texts((one, list(map(facts.conflict, found))) for one, found in dataset.conflicts.items()),
        PARTS: _texts((parts | {"files": list(packer.files), "size": len(rows)}).items()),
    }


def _texts(found: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, str]]:
    encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
    return ((name, encode(value)) for name, value in found)


class _Numbers:
    """A number for each fact, as a record of its own."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._numbers: dict[int, int] = {}
        self.in_order: list[Fact] = []
        for fact in facts:
            if self._numbers.setdefault(id(fact), len(self.in_order)) == len(self.in_order):
                self.in_order.append(fact)

    def ids(self, dataset: Dataset) -> Iterator[tuple[str, str]]:
        """Each id with the fact that it is of, and with the one that was written so, as JSON."""
        by_id, written = dataset.by_id, dataset.written
        numbers: dict[int, object] = {**self._numbers, id(None): "null"}
        for one in by_id.keys() | written.keys():
            yield one, f"[{numbers[id(by_id.get(one))]},{numbers[id(written.get(one))]}]"

    def of(self, facts: Iterable[Fact]) -> list[int]:
        numbers = self._numbers
        return [numbers[id(fact)] for fact in facts]

    def told(self, facts_by_name: Mapping[str, Iterable[Fact]]) -> Iterator[tuple[str, str]]:
        """The numbers of the facts of each name, as JSON."""
        return ((name, f"[{','.join(map(str, self.of(facts)))}]") for name, facts in facts_by_name.items())

    def conflict(self, conflict: Conflict) -> list[Any]:
        return [*self.of((conflict.one, conflict.other)), conflict.what, conflict.gives]


class CompiledDataset(Dataset):
    """A dataset of which everything that is worked out is there already. It is answered from as any other is."""

    def __init__(self, read: Dataset, pages: Pages) -> None:
        """`read` is the dataset without its actors and facts, which are in the pages."""
        actors = pages.part("actors", lambda packed: {one.id: one for one in map(pages.unpacker.actor, packed)})
        told = {name: value for name, value in vars(read).items() if name != "facts"}  # which is a property here
        vars(self).update(told, actors=actors, _pages=pages)

    _pages: Pages

    def with_facts(self, facts: tuple[Fact, ...]) -> Dataset:
        """The same with other facts as written, from which all is worked out anew."""
        of_folder = self.graph, self.vocabulary, self.actors, facts, self.library
        return Dataset(*of_folder, self.problems, self.unread, self.files)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """As of any dataset."""
        return self._part("written")

    def _part(self, name: str) -> tuple[Fact, ...]:
        return self._pages.facts(self._pages.part(name, list))

    def concerning_each(self, *ids: str) -> tuple[Fact, ...]:
        """As of any dataset; only facts that concern all of the ids are unpacked."""
        fewest, *others = sorted((self._numbers.get(one, []) for one in dict.fromkeys(ids)), key=len)
        found = list(map(frozenset, others))
        return self._pages.facts([number for number in fewest if all(number in numbers for numbers in found)])

    @cached_property
    def _numbers(self) -> Mapping[str, list[int]]:
        """For each id the numbers of the facts that concern it."""
        return Section(self._pages, CONCERNING, list)

    @cached_property
    def stated(self) -> tuple[Fact, ...]:
        """As of any dataset."""
        return self._part("stated")

    @cached_property
    def standing(self) -> tuple[Fact, ...]:
        """As of any dataset."""
        return self._part("standing")

    @cached_property
    def derived(self) -> tuple[Fact, ...]:
        """As of any dataset."""
        return self._part("derived")

    @cached_property
    def nodes(self) -> tuple[Fact, ...]:
        """As of any dataset."""
        return self._part("nodes")

    @cached_property
    def called(self) -> Mapping[str, Called]:
        """As of any dataset, in the order of the ids."""
        return Section(self._pages, CALLED, name_unpacked, light=True)

    @cached_property
    def names(self) -> Names:
        """As of any dataset."""
        by_name = Section(self._pages, NAMED, set[str])
        return KeptNames(self.actors, self.called, by_name, self._pages.part("articles", frozenset))

    @cached_property
    def kinds_of_nodes(self) -> Mapping[str, str]:
        """As of any dataset."""
        return self._pages.part("kinds_of_nodes", dict)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """As of any dataset."""
        return self._pages.part("kinds", frozenset)

    @cached_property
    def on_general(self) -> frozenset[str]:
        """As of any dataset."""
        return self._pages.part("on_general", frozenset)

    @cached_property
    def by_id(self) -> Mapping[str, Fact]:
        """As of any dataset, in the order of the ids."""
        return Numbered(self._pages, self._ids, 0)

    @cached_property
    def written(self) -> Mapping[str, Fact]:
        """As of any dataset, in the order of the ids."""
        return Numbered(self._pages, self._ids, 1)

    @cached_property
    def _ids(self) -> Mapping[str, tuple[int | None, ...]]:
        """For each id the number of the fact that it is of, and of the one that was written so."""
        return Section(self._pages, IDS, _two_numbers, light=True)

    @cached_property
    def concerning(self) -> Mapping[str, tuple[Fact, ...]]:
        """As of any dataset, in the order of the ids."""
        return Section(self._pages, CONCERNING, self._pages.facts)

    @cached_property
    def at_end(self) -> Mapping[str, tuple[Fact, ...]]:
        """As of any dataset, in the order of the ids."""
        return _AtEnd(self.concerning)

    @cached_property
    def written_of_kind(self) -> Mapping[str, tuple[Fact, ...]]:
        """As of any dataset, in the order of the kinds."""
        return Section(self._pages, OF_KIND, self._pages.facts)

    @cached_property
    def citing(self) -> Mapping[str, tuple[Fact, ...]]:
        """As of any dataset, in the order of the sources."""
        return Section(self._pages, CITING, self._pages.facts)

    @cached_property
    def stated_of_kind(self) -> Mapping[str, tuple[Fact, ...]]:
        """As of any dataset, in the order of the kinds."""
        return Section(self._pages, STATED_OF_KIND, self._pages.facts)

    @cached_property
    def corroborations(self) -> Mapping[str, tuple[Derivation, ...]]:
        """As of any dataset."""
        return Section(self._pages, CORROBORATIONS, lambda given: tuple(map(derivation, given)))

    @cached_property
    def conflicts(self) -> Mapping[str, tuple[Conflict, ...]]:
        """As of any dataset."""
        return Section(self._pages, CONFLICTS, lambda found: tuple(map(self._conflict, found)), light=True)

    def _conflict(self, packed: Sequence[Any]) -> Conflict:
        one, other, what, (mine, theirs) = packed
        return Conflict(self._pages.fact(one), self._pages.fact(other), what, (mine, theirs))


def _two_numbers(packed: Sequence[int | None]) -> tuple[int | None, ...]:
    one, other = (None if number is None else int(number) for number in packed)
    return one, other


class _AtEnd(Mapping[str, tuple["Fact", ...]]):
    """The facts at an end of which each stands: those that concern it, but for what it is or says."""

    def __init__(self, concerning: Mapping[str, tuple[Fact, ...]]) -> None:
        self._concerning = concerning

    def __getitem__(self, one: str) -> tuple[Fact, ...]:
        found = tuple(fact for fact in self._concerning[one] if any(end.id == one for end in fact.ends))
        if not found:
            raise KeyError(one)
        return found

    def __iter__(self) -> Iterator[str]:
        return (one for one in self._concerning if one in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
