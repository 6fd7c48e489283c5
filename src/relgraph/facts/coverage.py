"""What the sources of a dataset leave nothing out of: of which kinds, in which time, and between whom.

Who is covered by the codes of a scheme is so in the years in which a list of that scheme has him: a state is in the
system of states from one year until another.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.knowledge_time import published
from relgraph.facts.shipped import entry_of
from relgraph.reading.dates import Truth
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE
from relgraph.sources.coverage import EVERYONE, is_between

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Actor
    from relgraph.reading.dates import Date
    from relgraph.sources.coverage import Coverage, Search

NO_KINDS: frozenset[str] = frozenset()
LATEST = 9999


class Covering(NamedTuple):
    """What a source covers: the kinds of relation, in which time, and between whom."""

    source: str
    kinds: frozenset[str]
    coverage: Coverage

    @property
    def told(self) -> str:
        """The source with its time: gazette, 1990 to 2020."""
        coverage = self.coverage
        if coverage.since and coverage.until:
            return f"{self.source}, {coverage.since} to {coverage.until}"
        limits = [f"{word} {limit}" for word, limit in (("from", coverage.since), ("until", coverage.until)) if limit]
        return f"{self.source}{f', {limits[0]}' if limits else ''}"


def coverings(dataset: Dataset, known: Date | None = None) -> list[Covering]:
    """Everything that cards and mappings say that they cover; of sources that may have been published by a day."""
    cards = ((card.id, card.coverage, NO_KINDS) for card in dataset.library.cards.values())
    mappings = ((one.id, one.coverage, frozenset(it.kind for it in one.templates)) for one in dataset.mappings.values())
    return [
        Covering(source, kinds_named(dataset, coverage) or usual, coverage)
        for source, coverage, usual in (*cards, *mappings)
        if coverage is not None and published(source, known, dataset.library) is not Truth.NO
    ]


def covered_ids(
    said: Iterable[Coverage], searches: Iterable[Search], years: Mapping[str, Iterable[tuple[str, int, int]]]
) -> set[str]:
    """The ids of those who are covered, or were searched for: named, or in a list of codes within the time covered.

    `years` are those of actors in lists: the scheme, the first and the last.
    """
    every = list(said)
    found = {one for coverage in every for one in coverage.actors}
    found |= {one for search in searches for one in search.between}
    for coverage in every:
        since, until = coverage.since, coverage.until
        begins, ends = _year(since.first) if since else 0, _year(until.last) if until else LATEST
        found |= {
            one
            for one, listed in years.items()
            if coverage.scheme
            for scheme, first, last in listed
            if scheme == coverage.scheme and first <= ends and begins <= last
        }
    return found - {EVERYONE}


def covered_kinds(
    dataset: Dataset, kinds: Iterable[str], day: Date | None = None, known: Date | None = None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each of some kinds the sources that say what they cover of it, on a day if one is asked for."""
    every = [one for one in coverings(dataset, known) if is_in(one.coverage, day)]
    return tuple((kind, tuple(one.told for one in every if kind in one.kinds)) for kind in sorted(set(kinds)))


def covered_told(coverage: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Such as: visit by us-visits, 1874 to 2024; no source says what it covers of mission."""
    every = tuple(coverage)
    told = [f"{kind} by {' and '.join(sources)}" for kind, sources in every if sources]
    rest = [kind for kind, sources in every if not sources]
    of_which = f" of {', '.join(rest)}" if told else ""
    return "; ".join([*told, *([f"no source says what it covers{of_which}"] if rest else [])]) or "none"


def kinds_named(dataset: Dataset, coverage: Coverage | Search) -> frozenset[str]:
    """The kinds that a coverage names, by their ids or their sections."""
    relations = dataset.vocabulary.relations
    named = ((name, dataset.vocabulary.relation_section(name)) for name in coverage.kinds)
    return frozenset(
        section.id if section is not None else name for name, section in named if section or name in relations
    )


def is_in(coverage: Coverage | Search, day: Date | None) -> bool:
    """Whether a day, or every day of a year, certainly lies in the time that is covered; none asked for does."""
    if day is None:
        return True
    since, until = coverage.since, coverage.until
    return (since is None or (since.first <= day.first and not since.unsure)) and (
        until is None or (day.last <= until.last and not until.unsure)
    )


def covers(dataset: Dataset, coverage: Coverage, pair: Iterable[str], day: Date | None = None) -> bool:
    """Whether what ties two, or one to anybody, is covered; by codes of a scheme, on each day that is asked for."""
    if not coverage.scheme:
        return is_between(pair, coverage.actors)
    return all(_is_listed(dataset, coverage.scheme, one, day) for one in pair)


def _is_listed(dataset: Dataset, scheme: str, one: str, day: Date | None) -> bool:
    """Whether an actor has a code of a scheme on a day; of one that no list has, at all."""
    actor = dataset.actors.get(one)
    if actor is None:
        return False
    is_coded, years = listed_in(actor, scheme)
    if years and day is not None:
        return any(first <= _year(day.first) and _year(day.last) <= last for first, last in years)
    return is_coded


def listed_in(actor: Actor, scheme: str) -> tuple[bool, list[tuple[int, int]]]:
    """Whether an actor has a code of a scheme, and the years in which lists of it have the actor, both included."""
    entry = entry_of(actor)
    is_coded = scheme in {of for of, _ in actor.codes} or (entry is not None and scheme in entry.codes)
    return is_coded, _years_in(actor, (scheme,))


def schemes_covering(dataset: Dataset, kinds: Collection[str]) -> frozenset[str]:
    """The schemes of codes by which sources say whom they cover of some kinds."""
    return frozenset(one.coverage.scheme for one in coverings(dataset) if not one.kinds.isdisjoint(kinds))


def by_lists_alone(dataset: Dataset, kinds: Collection[str]) -> bool:
    """Whether sources cover each of some kinds, all by codes of a scheme: of whom no list has, none tells."""
    every = coverings(dataset)
    of_kinds = [[one.coverage.scheme for one in every if kind in one.kinds] for kind in kinds]
    return bool(of_kinds) and all(schemes and all(schemes) for schemes in of_kinds)


def may_have_been(dataset: Dataset, actor: Actor, day: Date | None, schemes: Collection[str]) -> bool:
    """Whether an actor may have been there on a day: by its own life, and by lists of some schemes of codes.

    Without a day, whether it may have been when the last source of the dataset was published; where no source says
    when that was, one whose life has an end was not.
    """
    last = day.last if day is not None else _last_published(dataset)
    first = day.first if day is not None else last
    since, until = actor.since, actor.until
    if (since is not None and since.first > last) or (until is not None and not until.ongoing and (until.last < first)):
        return False
    years = _years_in(actor, schemes)
    return not years or any(begins <= _year(last) and _year(first) <= ends for begins, ends in years)


def _years_in(actor: Actor, schemes: Collection[str]) -> list[tuple[int, int]]:
    """The years in which lists of some schemes have an actor, both included."""
    return [(first, last) for scheme, first, last in actor.listed if scheme in schemes]


def _last_published(dataset: Dataset) -> int:
    days = [card.published.last for card in dataset.library.cards.values() if card.published is not None]
    return max(days, default=ALWAYS_AFTER)


def _year(day: int) -> int:
    """The year of a day; 0 and 9999 for those that no calendar has."""
    return 0 if day <= ALWAYS_BEFORE else LATEST if day >= ALWAYS_AFTER else date.fromordinal(day).year
