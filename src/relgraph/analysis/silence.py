"""What it means that nothing is found: no (covered, and not there), not known, or not covered by any source.

A source covers what its card, or the mapping of a table, says that it leaves nothing out of. Where none does but facts
of the kind are there about one of the two, nothing is known of them both; where there is not even that, nobody looked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.shipped import entry_of
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted
from relgraph.sources.card import EVERYONE, Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

NO, NOT_KNOWN, NOT_COVERED = "no", "not known", "not covered"
NO_KINDS: frozenset[str] = frozenset()
MOST_NAMED = 6
"""Kinds of relation that are named; of more, how many there are."""


class Covering(NamedTuple):
    """A source that covers some kinds of relation, between whom and in which time it says itself."""

    source: str
    kinds: frozenset[str]
    coverage: Coverage

    @property
    def told(self) -> str:
        """Such as: gazette, 1990 to 2020."""
        since, until = self.coverage.since, self.coverage.until
        limits = [f"from {since}"] if since and not until else [f"until {until}"] if until and not since else []
        limits += [f"{since} to {until}"] if since and until else []
        return f"{self.source}{f', {limits[0]}' if limits else ''}"


class Silence(NamedTuple):
    """Of which kinds of relation there is none, by which sources; of which that is not known, or was not looked for."""

    no: tuple[tuple[str, tuple[str, ...]], ...]
    not_known: tuple[str, ...]
    not_covered: tuple[str, ...]

    @property
    def answer(self) -> str:
        """In a word: no where every kind is covered, not covered where none is and nothing is known of either."""
        if not self.not_known and not self.not_covered:
            return NO
        return NOT_KNOWN if self.no or self.not_known else NOT_COVERED

    def told(self, dataset: Dataset) -> str:
        """All in a line: no: missions (covered by gazette, 1990 to 2020); not known: visits; not covered: votes."""
        by = dict.fromkeys(source for _, sources in self.no for source in sources)
        parts = (
            (NO, tuple(kind for kind, _ in self.no), f" (covered by {'; '.join(by)})"),
            (NOT_KNOWN, self.not_known, ""),
        )
        told = [f"{word}: {_named(dataset, kinds)}{more}" for word, kinds, more in parts if kinds]
        if self.not_covered:
            many = ("all other kinds" if told else "any kind") if len(self.not_covered) > MOST_NAMED else ""
            told.append(f"{NOT_COVERED}: {many or _named(dataset, self.not_covered)}")
        return "; ".join(told)

    def plain(self) -> dict[str, Any]:
        """The answer in a word, and the kinds of each sort."""
        return {
            "answer": self.answer,
            "no": [{"kind": kind, "covered_by": list(sources)} for kind, sources in self.no],
            "not_known": list(self.not_known),
            "not_covered": list(self.not_covered),
        }


def _named(dataset: Dataset, kinds: Sequence[str]) -> str:
    labels = [dataset.vocabulary.relations[kind].plural_label for kind in kinds[:MOST_NAMED]]
    more = [counted(len(kinds) - MOST_NAMED, "more kind")] if len(kinds) > MOST_NAMED else []
    return ", ".join((*labels, *more))


def silence(dataset: Dataset, pair: Iterable[str], kinds: Iterable[str], day: Date | None = None) -> Silence:
    """What it means that no fact of some kinds ties two actors, on a day or in the time that sources cover."""
    two = tuple(pair)
    covering = [
        one
        for one in coverings(dataset)
        if _is_in(one.coverage, day) and all(_covers(dataset, one.coverage, each) for each in two)
    ]
    known = {fact.kind for each in two for fact in dataset.at_end.get(each, ())}
    no: list[tuple[str, tuple[str, ...]]] = []
    not_known: list[str] = []
    not_covered: list[str] = []
    for kind in sorted(set(kinds)):
        by = tuple(one.told for one in covering if kind in one.kinds)
        if by:
            no.append((kind, by))
        else:
            (not_known if kind in known else not_covered).append(kind)
    return Silence(tuple(no), tuple(not_known), tuple(not_covered))


def tying(dataset: Dataset, view: View) -> list[str]:
    """The kinds of relation of a view that tie two actors."""
    kinds = dataset.vocabulary.relations.values()
    return [kind.id for kind in kinds if not kind.is_figure and (view.kinds is None or kind.id in view.kinds)]


def coverings(dataset: Dataset) -> list[Covering]:
    """Everything that cards and mappings say that they cover."""
    cards = ((card.id, card.coverage, NO_KINDS) for card in dataset.library.cards.values())
    mappings = ((one.id, one.coverage, frozenset(it.kind for it in one.templates)) for one in dataset.mappings.values())
    return [
        Covering(source, _kinds(dataset, coverage) or usual, coverage)
        for source, coverage, usual in (*cards, *mappings)
        if coverage is not None
    ]


def _kinds(dataset: Dataset, coverage: Coverage) -> frozenset[str]:
    """The kinds that a coverage names, by their ids or their sections."""
    relations = dataset.vocabulary.relations
    named = ((name, dataset.vocabulary.relation_section(name)) for name in coverage.kinds)
    return frozenset(
        section.id if section is not None else name for name, section in named if section or name in relations
    )


def _is_in(coverage: Coverage, day: Date | None) -> bool:
    """Whether a day certainly lies in the time that is covered; none asked for does."""
    if day is None:
        return True
    since, until = coverage.since, coverage.until
    return (since is None or since.by(day) is Truth.YES) and (until is None or day.by(until) is Truth.YES)


def _covers(dataset: Dataset, coverage: Coverage, one: str) -> bool:
    if coverage.scheme:
        actor = dataset.actors.get(one)
        entry = entry_of(actor) if actor is not None else None
        own = {scheme for scheme, _ in actor.codes} if actor is not None else set()
        return coverage.scheme in own or (entry is not None and coverage.scheme in entry.codes)
    return EVERYONE in coverage.actors or one in coverage.actors
