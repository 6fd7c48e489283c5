"""What a dataset itself says is not, or no longer, there between two: what it denies, what ended or was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.derive import has_held, holds
from relgraph.facts.knowledge_time import known
from relgraph.facts.records import AGAINST
from relgraph.facts.rules import rules_for
from relgraph.facts.valid_time import absence_on, lasts, standing, stood
from relgraph.reading.dates import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date


class _Denial(NamedTuple):
    """That a kind of relation is not there: the fact that says so, and the day from which, where it tells one."""

    kind: str
    fact: Fact
    since: Date | None = None


def denials(dataset: Dataset, one: str, other: str, day: Date | None = None) -> dict[str, tuple[Fact, ...]]:
    """By kind of relation, the facts that say that none of it ties two on a day: those of the last who say so.

    Without a day, as the sources spoke. No kind is among them of which another fact may hold then.
    """
    facts = [fact for fact in dataset.at_end.get(one, ()) if _ties(dataset, fact, one, other)]
    pair = (one, other)
    there = {fact.kind for fact in facts if _may_hold(dataset, fact, day) and stood(fact, pair, day) is not Truth.NO}
    found: dict[str, list[_Denial]] = {}
    for fact in facts:
        for denial in (*_denied_by(dataset, fact, day), *_left_by(dataset, fact, pair, day)):
            if denial.kind not in there:
                found.setdefault(denial.kind, []).append(denial)
    return {kind: _last(said) for kind, said in found.items()}


def _ties(dataset: Dataset, fact: Fact, one: str, other: str) -> bool:
    """Whether a fact ties two to each other; of a node, whether both stand in it."""
    is_tie = dataset.vocabulary.relations[fact.kind].is_tie
    return {one, other} == set(fact.pair) if is_tie else any(end.id == other for end in fact.ends)


def _may_hold(dataset: Dataset, fact: Fact, day: Date | None) -> bool:
    """Whether a fact holds on a day, or may."""
    if not holds(fact, dataset.vocabulary):
        return has_held(fact, dataset.vocabulary) and day is not None and not _has_ended(dataset, fact, day)
    return (lasts(fact, dataset.library) if day is None else standing(fact, day)) is not Truth.NO


def _denied_by(dataset: Dataset, fact: Fact, day: Date | None) -> Iterator[_Denial]:
    """What a fact says is not there on a day: what it denies, that it is over itself, or what it ended."""
    vocabulary = dataset.vocabulary
    if fact.stance == AGAINST:
        if _is_denied(dataset, fact, day):
            yield _Denial(fact.kind, fact)
    elif holds(fact, vocabulary) and _is_by(dataset, fact, fact.effective, day):
        for rule in rules_for(fact, vocabulary.relations[fact.kind].closes):
            if not rule.leaves and (not rule.kinds or fact.type in rule.kinds):
                yield _Denial(rule.kind, fact, fact.effective)
    if _has_ended(dataset, fact, day):
        yield _Denial(fact.kind, fact, fact.when.until)


def _left_by(dataset: Dataset, fact: Fact, pair: tuple[str, str], day: Date | None) -> Iterator[_Denial]:
    """That one of two, or either, had left what a fact says by a day, and was not back."""
    if holds(fact, dataset.vocabulary) and stood(fact, pair, day) is Truth.NO:
        away = (absence_on(end, day) for end in fact.ends if end.id in pair)
        yield _Denial(fact.kind, fact, min((one.since for one in away if one is not None), key=lambda on: on.first))


def _is_denied(dataset: Dataset, fact: Fact, day: Date | None) -> bool:
    """Whether a fact denies that something is there on a day; without dates, once a source has said so."""
    if fact.disputed or fact.withdrawn is not None or not dataset.vocabulary.effect(fact.status).binds:
        return False
    return standing(fact, day) is Truth.YES or (fact.dates == () and known(fact, day, dataset.library) is Truth.YES)


def _has_ended(dataset: Dataset, fact: Fact, day: Date | None) -> bool:
    """Whether what a fact says has certainly ended by a day; where its end has no date, once a source has said so."""
    over, until = has_held(fact, dataset.vocabulary), fact.when.until
    if not over and not holds(fact, dataset.vocabulary):
        return False
    if until is None or until.ongoing:
        return over and known(fact, day, dataset.library) is Truth.YES
    if day is None:
        return over or lasts(fact, dataset.library) is Truth.NO
    return until.before(day) is Truth.YES


def _is_by(dataset: Dataset, fact: Fact, happened: Date | None, day: Date | None) -> bool:
    """Whether something has certainly happened by a day; where that has no date, once a source has said so."""
    if happened is None or day is None:
        return known(fact, day, dataset.library) is Truth.YES
    return happened.by(day) is Truth.YES


def _last(said: Iterable[_Denial]) -> tuple[Fact, ...]:
    """Those that no later one comes after, without what only follows from another of them."""
    every = tuple(said)
    ids = {one.fact.id for one in every}
    last = [one for one in every if ids.isdisjoint(_premises(one.fact))]
    found = [one.fact for one in last if not any(_is_before(one, other) for other in last)]
    return tuple(sorted(found, key=lambda fact: fact.id))


def _is_before(one: _Denial, other: _Denial) -> bool:
    return one.since is not None and other.since is not None and one.since.before(other.since) is Truth.YES


def _premises(fact: Fact) -> tuple[str, ...]:
    """The ids of what a fact, or its end, follows from by a rule."""
    return tuple(one for why in (fact.derivation, fact.closed) if why is not None for one in why.premises)
