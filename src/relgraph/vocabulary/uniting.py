"""One vocabulary of those of several datasets: what ships, and what each adds to it.

The entry of each is set beside the one that ships: what one adds or words otherwise counts for all. Where two do so
differently, or mean two things by one entry of their own, they clash. Ladders of one owner are one where the rungs of
the one are all among those of the other, in their order. A rule is in force while one of them has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.vocabulary.aside import PARTS
from relgraph.vocabulary.coherence import incoherences
from relgraph.vocabulary.kinds import RelationKind
from relgraph.vocabulary.model import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relgraph.vocabulary.coherence import Incoherence
    from relgraph.vocabulary.ladder import Ladder

LADDERS = "ladders"
RULES = ("implies", "closes", "settles")


class Clash(NamedTuple):
    """An entry to which two vocabularies give two meanings: the part that it is in, its id, and in what they differ.

    `at` is the number of the vocabulary that means something else by it than those before.
    """

    part: str
    entry: str
    what: str
    at: int


class United(NamedTuple):
    """The vocabulary of several, what clashes in it, and what fits together in each of them but not in all."""

    vocabulary: Vocabulary
    clashes: list[Clash]
    misfits: list[Incoherence]


class _ClashError(Exception):
    """Two meanings of one thing; tells in what they differ."""


_LACKING: Any = object()


def united(shipped: Vocabulary, vocabularies: Sequence[Vocabulary]) -> United:
    """The vocabulary of some; what one of them says alone counts for all."""
    found, clashes = vocabularies[0], list[Clash]()
    for at, other in enumerate(vocabularies[1:], start=1):
        parts = dict[str, Any]()
        for part in PARTS:
            parts[part], differing = _part(part, shipped, found, other)
            clashes += [Clash(part, entry, what, at) for entry, what in differing.items()]
        compare = (*found.compare, *(entry for entry in other.compare if entry not in found.compare))
        cited = tuple(dict.fromkeys((*found.cited, *other.cited)))
        aside = found.aside if not other.aside else other.aside if not found.aside else found.aside | other.aside
        found = Vocabulary(**parts, compare=compare, aside=aside, cited=cited)
    alone = {one for vocabulary in vocabularies for one in incoherences(vocabulary)}
    misfits = [] if clashes else [one for one in incoherences(found) if one not in alone]
    return United(found, clashes, misfits)


def _part(part: str, shipped: Vocabulary, one: Vocabulary, other: Vocabulary) -> tuple[dict[str, Any], dict[str, str]]:
    """The entries of a part of two vocabularies, and in what those differ that clash.

    A kind or ladder that only one of them switched off is there for the other.
    """
    base, mine, its = (getattr(each, part) for each in (shipped, one, other))
    found, differing = dict[str, Any](mine), dict[str, str]()
    for key, entry in its.items():
        try:
            found[key] = _entry(base.get(key, _LACKING), mine.get(key, _LACKING), entry)
        except _ClashError as error:
            differing[key] = str(error)
    return found, differing


def switched_off(shipped: Vocabulary, vocabularies: Sequence[Vocabulary], found: Vocabulary) -> list[tuple[str, ...]]:
    """For each vocabulary the ids, in order, of the rules that ship, are off in it and in force in that of all."""
    ships = _ids_of_rules(shipped) & _ids_of_rules(found)
    return [tuple(sorted(ships - _ids_of_rules(one))) for one in vocabularies]


def _ids_of_rules(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset([rule.id for kind in vocabulary.relations.values() for rule in kind.rules if rule.id])


def is_same(one: Any, other: Any) -> bool:  # noqa: ANN401 - two vocabularies, or two entries
    """Whether two vocabularies or entries are alike, and rungs and ends stand in one order: mappings do not mind it."""
    if isinstance(one, Vocabulary):
        parts = [(getattr(one, part), getattr(other, part)) for part in PARTS]
        return one == other and all(is_same(mine[key], its[key]) for mine, its in parts for key in mine)
    ordered = [[*getattr(entry, "rungs", ()), *getattr(entry, "roles", ())] for entry in (one, other)]
    return one == other and ordered[0] == ordered[1]


def _entry(base: Any, one: Any, other: Any) -> Any:  # noqa: ANN401 - one of four records
    if one is _LACKING or is_same(one, other):
        return other
    if hasattr(one, "rungs"):
        return _ladder(base, one, other)
    if base is _LACKING:
        differing = [name for name, a, b in zip(one._fields, one, other, strict=True) if a != b]
        raise _ClashError(", ".join(differing) or "the order of its ends")
    if isinstance(base, RelationKind):
        rules = {name: _rules(*(getattr(each, name) for each in (base, one, other))) for name in RULES}
        one, other = one._replace(**rules), other._replace(**rules)
    return _merged("", base, one, other)


def _rules(base: tuple[Any, ...], one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """The rules that either of two has: who switches one off does so for itself."""
    kept = [rule for rule in base if rule in one or rule in other]
    return tuple(dict.fromkeys((*kept, *one, *other)))


def _ladder(base: Any, one: Ladder, other: Ladder) -> Ladder:  # noqa: ANN401 - a ladder, or none
    """One ladder of two; the words of the first of them count, or of the one that words what ships otherwise."""
    shorter, taken = sorted((one, other), key=lambda ladder: len(ladder.rungs))
    if not _within(list(shorter.rungs), list(taken.rungs)):
        raise _ClashError("rungs")
    if (one.kinds, one.inclusive) != (other.kinds, other.inclusive):
        raise _ClashError("kinds" if one.kinds != other.kinds else "counts")
    first, second = (other, one) if one == base else (one, other)
    rungs = {rung: first.rungs.get(rung, text) for rung, text in taken.rungs.items()}
    owners = tuple(dict.fromkeys((*one.owners, *other.owners)))
    beside = {**second.beside, **first.beside}
    return first._replace(rungs=rungs, beside=beside, owners=owners, path=one.path or other.path)


def _within(rungs: list[str], others: list[str]) -> bool:
    """Whether some rungs are all among others, in their order."""
    return [rung for rung in others if rung in rungs] == rungs


def _merged(name: str, base: Any, one: Any, other: Any) -> Any:  # noqa: ANN401 - whatever an entry holds
    """What two make of what ships. Raises _ClashError where both changed it, and not alike."""
    if one in (other, base):
        return other
    if other == base:
        return one
    if hasattr(one, "_fields") and type(one) is type(base) is type(other):
        return type(one)(*map(_merged, one._fields, base, one, other))
    if all(isinstance(value, Mapping) for value in (base, one, other)):
        return dict(_keys(name, base, one, other))
    if all(isinstance(value, frozenset) for value in (base, one, other)):
        return (one & other) | (one - base) | (other - base)
    if all(isinstance(value, tuple) for value in (base, one, other)):
        return _items(name, base, one, other)
    raise _ClashError(name)


def _keys(name: str, base: Any, one: Any, other: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - mappings
    for key in dict.fromkeys((*one, *other)):
        was, mine, its = (value.get(key, _LACKING) for value in (base, one, other))
        kept = _merged(f"{name} {key}".strip(), was, mine, its)
        if kept is not _LACKING:
            yield key, kept


def _items(name: str, base: Any, one: Any, other: Any) -> tuple[Any, ...]:  # noqa: ANN401 - tuples
    """The items of both: those that neither took away, then what each adds. What both took away, both say otherwise."""
    kept = [item for item in base if item in one and item in other]
    if any(item not in one and item not in other for item in base):
        raise _ClashError(name)
    added = [item for item in (*one, *other) if item not in base]
    return tuple(dict.fromkeys((*kept, *added)))
