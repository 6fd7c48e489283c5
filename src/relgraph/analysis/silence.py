"""What it means that nothing is found: no (covered, and not there), not known, or not covered by any source.

A source covers what its card, or the mapping of a table, says that it leaves nothing out of; or a fact says itself that
a tie is not, or no longer, there. Where neither is so but facts of the kind are there about one of the two, nothing is
known of them both; where there is not even that, nobody looked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.analysis.denials import denials
from relgraph.analysis.telling import said, sources
from relgraph.facts.sentences import dates
from relgraph.facts.shipped import entry_of
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted
from relgraph.sources.card import EVERYONE, Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

NO, NOT_KNOWN, NOT_COVERED = "no", "not known", "not covered"
NO_KINDS: frozenset[str] = frozenset()
TWO = 2
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


class Absence(NamedTuple):
    """That there is none of a kind of relation: by the sources that cover it, or by the facts that say so."""

    kind: str
    covered_by: tuple[str, ...]
    said_by: tuple[Fact, ...] = ()

    def told(self, dataset: Dataset) -> str:
        """The facts that say so, with dates and sources: Kenya closed its mission in Egypt; in 2019; talks p 2."""
        told = ((said(dataset, fact), dates(dataset, fact), sources(dataset, fact)) for fact in self.said_by)
        return "; ".join(part for parts in told for part in parts if part)

    def plain(self) -> dict[str, Any]:
        """The kind, the sources that cover it, and the ids of the facts that say so."""
        return {"kind": self.kind, "covered_by": list(self.covered_by), "said_by": [fact.id for fact in self.said_by]}


class Silence(NamedTuple):
    """Of which kinds of relation there is none, and why; of which that is not known, or was not looked for."""

    no: tuple[Absence, ...]
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
        told = [f"{NO}: {_named(dataset, (one.kind,))} ({one.told(dataset)})" for one in self.no if one.said_by]
        covered = [one for one in self.no if not one.said_by]
        by = dict.fromkeys(source for one in covered for source in one.covered_by)
        parts = (
            (NO, tuple(one.kind for one in covered), f" (covered by {'; '.join(by)})"),
            (NOT_KNOWN, self.not_known, ""),
        )
        told += [f"{word}: {_named(dataset, kinds)}{more}" for word, kinds, more in parts if kinds]
        if self.not_covered:
            many = ("all other kinds" if told else "any kind") if len(self.not_covered) > MOST_NAMED else ""
            told.append(f"{NOT_COVERED}: {many or _named(dataset, self.not_covered)}")
        return "; ".join(told)

    def plain(self) -> dict[str, Any]:
        """The answer in a word, and the kinds of each sort."""
        return {
            "answer": self.answer,
            "no": [one.plain() for one in self.no],
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
    denied = denials(dataset, two[0], two[1], day) if len(two) == TWO else {}
    covering = [
        one
        for one in coverings(dataset)
        if _is_in(one.coverage, day) and all(_covers(dataset, one.coverage, each) for each in two)
    ]
    known = {fact.kind for each in two for fact in dataset.at_end.get(each, ())}
    no: list[Absence] = []
    not_known: list[str] = []
    not_covered: list[str] = []
    for kind in sorted(set(kinds)):
        by = tuple(one.told for one in covering if kind in one.kinds)
        if by or kind in denied:
            no.append(Absence(kind, by, denied.get(kind, ())))
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


def covered_kinds(
    dataset: Dataset, kinds: Iterable[str], day: Date | None = None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each of some kinds the sources that say what they cover of it, on a day if one is asked for."""
    every = [one for one in coverings(dataset) if _is_in(one.coverage, day)]
    return tuple((kind, tuple(one.told for one in every if kind in one.kinds)) for kind in sorted(set(kinds)))


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
