"""The facts that a step of a story shows: what its caption may speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.analysis.paths.find import find_path
from relgraph.analysis.paths.wanted import Wanted
from relgraph.analysis.two_days import compare_days
from relgraph.errors import MisuseError
from relgraph.facts.reconcile import reconcile
from relgraph.facts.sentences import dates, sentence
from relgraph.graph.ties import ties_of
from relgraph.graph.views import EVERYTHING, View, select, select_concerning
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import Held
    from relgraph.reading.dates import Date
    from relgraph.stories.records import PathShown, Step

PEOPLE = frozenset({"person", "office", "organisation", "body", "alliance"})
"""The kinds of actor one of which is an end of whatever the page's view of people and institutions draws."""


class Shown(NamedTuple):
    """What a step shows: facts, those of them that are not so in the world, and sentences about them all."""

    facts: tuple[Fact, ...]
    not_so: frozenset[str]
    said: tuple[str, ...] = ()


class NothingShownError(MisuseError):
    """A step shows nothing that a caption could speak of; the message says why."""


SoOnDays: TypeAlias = "dict[Date | None, frozenset[str]]"
"""The ids of the facts that are so, or may be, on each day that was asked for: the same for all steps."""


def shown(dataset: Dataset, step: Step, so: SoOnDays) -> Shown:
    """What a step shows; what is so on its day is kept in `so`. Raises NothingShownError."""
    view = replace(EVERYTHING, as_of=step.at, unsound=True)
    if step.fact is not None:
        return _of(dataset, _with_premises(dataset, dataset.by_id[step.fact]), step.at, so)
    if step.path is not None:
        return _of_path(dataset, step.path, step.at, so)
    if step.days is not None:
        return _of_days(dataset, *step.days)
    if step.node is not None:
        held = select_concerning(dataset, view, step.node)
        return _of(dataset, [one.fact for one in held if _stands_at(one.fact, step.node)], step.at, so)
    return _of(dataset, drawn(dataset, step.view, view), step.at, so)


def _stands_at(fact: Fact, node: str) -> bool:
    """Whether the panel of a node tells a fact: it stands at an end of it, or is it."""
    return fact.id == node or any(end.id == node for end in fact.ends)


def _of(dataset: Dataset, facts: Iterable[Fact], at: Date | None, so: SoOnDays, said: Iterable[str] = ()) -> Shown:
    kept = tuple(dict.fromkeys(fact for fact in facts if fact.withdrawn is None))
    if not kept:
        raise NothingShownError("the step shows no fact")
    if at not in so:
        so[at] = frozenset(held.fact.id for held in select(dataset, View(as_of=at)) if held.holds is not Truth.NO)
    not_so = frozenset(fact.id for fact in kept if fact.id not in so[at])
    return Shown(kept, not_so, (*said, *_said(dataset, kept, at)))


def _said(dataset: Dataset, facts: Iterable[Fact], day: Date | None) -> Iterator[str]:
    """Whatever the page tells of facts in words: sentences, dates, totals with what is named of them."""
    for fact in facts:
        yield sentence(dataset, fact, day)
        yield dates(dataset, fact)
        if dataset.vocabulary.relations[fact.kind].is_total and "says" in fact.fields:
            yield reconcile(dataset, fact).sentence


def _with_premises(dataset: Dataset, fact: Fact) -> Iterator[Fact]:
    """A fact with those that it rests on, which stand beside it."""
    yield fact
    for one in fact.derivation.premises if fact.derivation else ():
        if one in dataset.by_id:
            yield dataset.by_id[one]


def _of_path(dataset: Dataset, path: PathShown, at: Date | None, so: SoOnDays) -> Shown:
    answer = find_path(dataset, path.source, path.target, Wanted(path.by), View(as_of=at))
    if not answer.found:
        raise NothingShownError(f"the step shows no path: {answer.reason}")
    facts = [tie.fact for step in answer.best.steps for tie in step.ties]
    return _of(dataset, facts, at, so, (counted(answer.best.hops, "step"),))


def _of_days(dataset: Dataset, first: Date, second: Date) -> Shown:
    found = compare_days(dataset, first, second)
    facts = [fact for one in found.changes for fact in (one.fact, one.instead_of) if fact is not None]
    if not facts:
        raise NothingShownError(f"nothing changed from {first} to {second}")
    return Shown(tuple(dict.fromkeys(facts)), frozenset(), (found.caption, *_said(dataset, facts, None)))


def drawn(dataset: Dataset, name: str, view: View) -> Iterator[Fact]:
    """The facts that a view of the page draws as ties, or as nodes between them."""
    relations, rungs = dataset.vocabulary.relations, dataset.rungs
    for held in select(dataset, replace(view, unsound=False)):
        kind = relations[held.fact.kind]
        if kind.is_figure or (held.fact.derived and kind.rung is not None):  # a closer tie may stand for these
            continue
        is_tie = kind.path and any(ties_of(held, dataset, rungs))
        if name == "all" or (is_tie if name == "ties" else not is_tie and _is_of_people(dataset, held)):
            yield held.fact


def _is_of_people(dataset: Dataset, held: Held) -> bool:
    kind = dataset.vocabulary.relations[held.fact.kind]
    actors = [dataset.actors.get(end.id) for end in held.fact.ends]
    joins = kind.is_tie and all(actor is not None for actor in actors)
    return joins and any(actor is not None and actor.kind in PEOPLE for actor in actors)
