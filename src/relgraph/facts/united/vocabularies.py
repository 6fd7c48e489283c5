"""The vocabularies of several datasets as one: their ladders by whose they are, and what clashes, with its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.united.part import AT
from relgraph.facts.united.translate import vocabulary_of
from relgraph.reading.place import Place, Problem
from relgraph.reading.tree import Map, read_file
from relgraph.vocabulary.load import shipped_vocabulary
from relgraph.vocabulary.uniting import United, is_same, united

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from relgraph.facts.united.facts import Naming
    from relgraph.facts.united.part import Part
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary

FILE = "vocabulary.yaml"


class Vocabularies(NamedTuple):
    """The vocabulary of several datasets, what in it cannot be so, and the ids of entries that mean two things."""

    vocabulary: Vocabulary
    problems: list[Problem]
    clashing: frozenset[str]


def united_vocabularies(parts: Sequence[Part], naming: Sequence[Naming]) -> Vocabularies:
    """Put the vocabularies of datasets together, each with the ids that its actors and sources have among all."""
    told = [vocabulary_of(part.dataset.vocabulary, *names) for part, names in zip(parts, naming, strict=True)]
    found = together([part.name for part in parts], told)
    clashing = frozenset(one.entry for one in found.clashes if one.part != "ladders")
    return Vocabularies(found.vocabulary, list(_problems(found, parts)), clashing)


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
    return vocabulary._replace(ladders=ladders, compare=compare)


def _ladders_called(datasets: Sequence[str], vocabularies: Sequence[Vocabulary]) -> list[dict[str, str]]:
    """What the ladders of each dataset's own are called: one of one owner alike, two of two owners apart."""
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
    """Whose a ladder is: that of owners, or that of kinds of relation."""
    return frozenset(ladder.owners), frozenset(ladder.kinds)


def _problems(found: United, parts: Sequence[Part]) -> Iterator[Problem]:
    """What clashes, or does not fit together, at the entry of the last of those who say it; with the other places."""
    for clash in found.clashes:
        *others, place = _places(clash.part, clash.entry, parts)
        elsewhere = " and ".join(map(str, others)) or "what ships"
        told = f"{clash.entry}: it means something else than at {elsewhere} ({clash.what}): call one of them otherwise"
        yield Problem(place, "vocabulary", told)
    for misfit in found.misfits:
        *others, place = _places(misfit.part, misfit.entry, parts)
        beside = f"; beside {' and '.join(map(str, others))}" if others else ""
        told = f"{misfit.entry}: {misfit.message}, once the datasets are taken together{beside}"
        yield Problem(place, "vocabulary", told)


def _places(section: str, entry: str, parts: Sequence[Part]) -> list[Place]:
    """Where the vocabularies of datasets have an entry; the files themselves where none has it."""
    files = [part.dataset.files[FILE] for part in parts if FILE in part.dataset.files]
    found = list[Place]()
    for file in files:
        tree, _ = read_file(file, str(file))
        entries = (tree or Map(1, 1)).get(section)
        if isinstance(entries, Map) and (name := entry.partition(AT)[0]) in entries:
            found.append(Place(str(file), entries.line_of(name)))
    return found or [Place(str(file)) for file in files]
