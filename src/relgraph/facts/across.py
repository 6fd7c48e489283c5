"""What two sources say of one thing: the same, or something else. Nothing is overwritten; both are kept."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.derive import holds
from relgraph.facts.figures import Figure
from relgraph.facts.likeness import said_of_the_same
from relgraph.reading.dates import Date, Truth

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Vocabulary

LIMITS = ("since", "until", "on")


class Alike(NamedTuple):
    """Two facts of different sources that say the same."""

    one: Fact
    other: Fact


class Conflict(NamedTuple):
    """Two facts of different sources that cannot both be right: what each gives for a date or a figure."""

    one: Fact
    other: Fact
    what: str
    gives: tuple[str, str]


def compared(facts: Iterable[Fact], vocabulary: Vocabulary) -> Iterator[Alike | Conflict]:
    """Each two stated facts that hold, are said of the same by different sources, and agree or conflict."""
    groups: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        if holds(fact, vocabulary) and not vocabulary.relations[fact.kind].is_node:
            groups.setdefault(said_of_the_same(fact, vocabulary), []).append(fact)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if sources_of(one).isdisjoint(sources_of(other)) and not _of_two_times(one, other):
                yield from _compared(one, other)


def sources_of(fact: Fact) -> set[str]:
    """The sources that a fact cites."""
    return {citation.source for citation in fact.evidence}


def _compared(one: Fact, other: Fact) -> Iterator[Alike | Conflict]:
    differ = [*_dates(one, other), *_figures(one, other)]
    yield from differ
    if not differ and one.when == other.when and one.fields == other.fields:
        yield Alike(one, other)


def _of_two_times(one: Fact, other: Fact) -> bool:
    """Whether the one had ended before the other began, so that both may be right."""
    return any(
        first.when.until is not None
        and second.when.since is not None
        and first.when.until.before(second.when.since) is Truth.YES
        for first, second in ((one, other), (other, one))
    )


def _dates(one: Fact, other: Fact) -> Iterator[Conflict]:
    """The dates of two facts that have no day in common."""
    mine, theirs = dict(one.when), dict(other.when)
    for word in LIMITS:
        first, second = mine.get(word), theirs.get(word)
        if first is not None and second is not None and _apart(first, second):
            yield Conflict(one, other, word, (str(first), str(second)))


def _apart(one: Date, other: Date) -> bool:
    return Truth.YES in (one.before(other), other.before(one)) and not (one.ongoing or other.ongoing)


def _figures(one: Fact, other: Fact) -> Iterator[Conflict]:
    """The figures of two facts that are not the same number; one with a bound is not held against another."""
    for name in sorted(one.fields.keys() & other.fields.keys()):
        first, second = one.fields[name], other.fields[name]
        if not isinstance(first, Figure) or not isinstance(second, Figure) or first.bound or second.bound:
            continue
        if first.value != second.value:
            yield Conflict(one, other, name.replace("_", " "), (str(first), str(second)))
