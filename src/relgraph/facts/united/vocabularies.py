"""The vocabularies of several datasets as one: their ladders by whose they are, and what clashes, with its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.united.part import AT
from relgraph.facts.united.translate import vocabulary_of
from relgraph.reading.place import Place, Problem
from relgraph.reading.tree import Map, read_file
from relgraph.vocabulary.aside import COMPARE
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.uniting import LADDERS, United, is_same, switched_off, united

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from relgraph.facts.united.facts import Naming
    from relgraph.facts.united.part import Part
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary

FILE = "vocabulary.yaml"


class Vocabularies(NamedTuple):
    """The vocabulary of several datasets, what in it cannot be so, and the ids of entries that mean two things.

    `off` are the ids of the rules that each dataset switches off, and not all do.
    """

    vocabulary: Vocabulary
    problems: list[Problem]
    clashing: frozenset[str]
    off: list[tuple[str, ...]]


def united_vocabularies(parts: Sequence[Part], naming: Sequence[Naming]) -> Vocabularies:
    """Put the vocabularies of datasets together, each with the ids that its actors and sources have among all."""
    told = [vocabulary_of(part.dataset.vocabulary, *names) for part, names in zip(parts, naming, strict=True)]
    names = [part.name for part in parts]
    found = together(names, told)
    clashing = frozenset(one.entry for one in found.clashes if one.part != "ladders")
    off = switched_off(shipped_vocabulary(), told, found.vocabulary)
    if not found.clashes and not found.misfits:
        return Vocabularies(found.vocabulary, [], clashing, off)
    places = _Places(parts, _ladders_called(names, told))
    return Vocabularies(found.vocabulary, list(_problems(found, places)), clashing, off)


def together(names: Sequence[str], vocabularies: Sequence[Vocabulary]) -> United:
    """The vocabulary of several, by the names of their datasets; owners and sources as they are among all."""
    if all(one is vocabularies[0] or is_same(one, vocabularies[0]) for one in vocabularies):
        return United(vocabularies[0], [], [])
    called = _ladders_called(names, vocabularies)
    renamed = [_renamed(one, own) for one, own in zip(vocabularies, called, strict=True)]
    return united(shipped_vocabulary(), renamed)


def _renamed(vocabulary: Vocabulary, called: Mapping[str, str]) -> Vocabulary:
    ladders = {
        called.get(name, name): ladder._replace(id=called.get(name, name))
        for name, ladder in vocabulary.ladders.items()
    }
    compare = tuple({called.get(name, name): rung for name, rung in entry.items()} for entry in vocabulary.compare)
    entries = {vocabulary.ladders[name].called: ladders[now].called for name, now in called.items()}
    cited = tuple([one._replace(entry=entries.get(one.entry, one.entry)) for one in vocabulary.cited])
    return vocabulary._replace(ladders=ladders, compare=compare, cited=cited)


def _ladders_called(datasets: Sequence[str], vocabularies: Sequence[Vocabulary]) -> list[dict[str, str]]:
    """What the ladders of each dataset's own are called: those of one owner alike, two that have one name apart."""
    whose: dict[str, set[Hashable]] = {}
    own = [_own(vocabulary) for vocabulary in vocabularies]
    for ladders in own:
        for name, ladder in ladders.items():
            whose.setdefault(name, set()).add(_whose(ladder))
    names: dict[Hashable, set[str]] = {}
    for dataset, ladders in zip(datasets, own, strict=True):
        for name, ladder in ladders.items():
            told = f"{name}{AT}{dataset}" if len(whose[name]) > 1 else name
            names.setdefault(_whose(ladder), set()).add(told)
    return [{name: min(names[_whose(ladder)]) for name, ladder in ladders.items()} for ladders in own]


def _own(vocabulary: Vocabulary) -> dict[str, Ladder]:
    shipped = shipped_vocabulary().ladders
    return {name: ladder for name, ladder in vocabulary.ladders.items() if name not in shipped}


def _whose(ladder: Ladder) -> Hashable:
    """Whose a ladder is: that of owners, who have but one; or one of those that kinds of relation have, by its name."""
    return frozenset(ladder.owners), frozenset(ladder.kinds), "" if ladder.owners else ladder.id


def _problems(found: United, places: _Places) -> Iterator[Problem]:
    """What clashes, or does not fit together, at the entry of one of those who say it; with the place of another."""
    for clash in found.clashes:
        having = places.of(clash.part, clash.entry)
        elsewhere = next((f"at {place}" for at, place in having.items() if at < clash.at), "what ships")
        ships = clash.entry in getattr(shipped_vocabulary(), clash.part)
        advice = "say the same of what ships" if ships else "call one of them otherwise"
        told = f"{clash.entry}: it means something else than {elsewhere} ({clash.what}): {advice}"
        yield Problem(having.get(clash.at) or places.file(clash.at), "vocabulary", told)
    for misfit in found.misfits:
        *others, place = places.of(misfit.part, misfit.entry).values() or places.files
        beside = f"; beside {' and '.join(map(str, others))}" if others else ""
        entry = misfit.part if misfit.part == COMPARE else misfit.entry
        yield Problem(place, "vocabulary", f"{entry}: {misfit.message}, once the datasets are taken together{beside}")


class _Places:
    """Where the vocabularies of datasets have their entries, which call ladders otherwise than all of them do."""

    def __init__(self, parts: Sequence[Part], called: Sequence[Mapping[str, str]]) -> None:
        self._files = [part.dataset.files.get(FILE) for part in parts]
        self._trees = [read_file(file, str(file))[0] if file is not None else None for file in self._files]
        self._own = [{now: name for name, now in own.items()} for own in called]

    @property
    def files(self) -> list[Place]:
        """The files that there are."""
        return [Place(str(file)) for file in self._files if file is not None]

    def file(self, at: int) -> Place:
        """The file of the dataset of a number."""
        return Place(str(self._files[at]))

    def of(self, section: str, entry: str) -> dict[int, Place]:
        """The place of an entry in each dataset that has it, by the number of that."""
        found = dict[int, Place]()
        for at, tree in enumerate(self._trees):
            entries = tree.get(section) if tree is not None else None
            name = self._own[at].get(entry, entry) if section == LADDERS else entry
            if isinstance(entries, Map) and name in entries:
                found[at] = Place(str(self._files[at]), entries.line_of(name))
        return found
