"""The facts that a step of a story shows: what its caption may speak of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import MisuseError
from relgraph.facts.reconcile import reconcile
from relgraph.facts.sentences import dates, sentence
from relgraph.graph.views import EVERYTHING, View, select_concerning
from relgraph.reading.plurals import counted
from relgraph.stories.records import COMPARE, MATRIX
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.pairs import TiedPair
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.stories.known import Known
    from relgraph.stories.records import PathShown, Step


class Shown(NamedTuple):
    """What a step shows: facts, those of them that are not so in the world, and sentences about them all."""

    facts: tuple[Fact, ...]
    not_so: frozenset[str]
    said: tuple[str, ...] = ()


class NothingShownError(MisuseError):
    """A step shows nothing that a caption could speak of; the message says why."""


def shown(known: Known, step: Step) -> Shown:
    """What a step shows. Raises NothingShownError."""
    dataset = known.dataset
    if step.fact is not None:
        return _of(known, _with_premises(dataset, dataset.by_id[step.fact]), step.at)
    if step.path is not None:
        return _of_path(known, step.path, step.at)
    if step.days is not None:
        return _of_days(dataset, *step.days)
    if step.node is not None:
        held = select_concerning(dataset, replace(EVERYTHING, as_of=step.at, unsound=True), step.node)
        return _of(known, [one.fact for one in held if _stands_at(one.fact, step.node)], step.at)
    if step.shape in {MATRIX, COMPARE}:
        return _of_pairs(known, step)
    from relgraph.stories.drawn import drawn_in  # noqa: PLC0415 - as below

    return _of(known, [held.fact for held in drawn_in(known, step).facts], step.at)


def _stands_at(fact: Fact, node: str) -> bool:
    """Whether the panel of a node tells a fact: it stands at an end of it, or is it."""
    return fact.id == node or any(end.id == node for end in fact.ends)


def _of(known: Known, facts: Iterable[Fact], at: Date | None, said: Iterable[str] = ()) -> Shown:
    kept = tuple(dict.fromkeys(fact for fact in facts if fact.withdrawn is None))
    if not kept:
        raise NothingShownError("the step shows no fact")
    not_so = frozenset(fact.id for fact in kept if fact.id not in known.so(at))
    return Shown(kept, not_so, (*said, *_said(known.dataset, kept, at)))


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


def _of_path(known: Known, path: PathShown, at: Date | None) -> Shown:
    from relgraph.analysis.paths.find import find_path  # noqa: PLC0415 - most stories ask a few of the answers
    from relgraph.analysis.paths.wanted import Wanted  # noqa: PLC0415 - as above

    view = View(
        as_of=at,
        statuses=_planned(known.dataset) if path.planned else frozenset(),
        certain=not path.maybe,
        stated=not path.derived,
    )
    try:
        answer = find_path(known.dataset, path.source, path.target, Wanted(path.by, min_tier=path.min_tier), view)
    except MisuseError as error:
        raise NothingShownError(str(error)) from error
    if not answer.found:
        raise NothingShownError(f"the step shows no path: {answer.reason}")
    facts = [tie.fact for step in answer.best.steps for tie in step.ties]
    return _of(known, facts, at, (counted(answer.best.hops, "step"),))


def _planned(dataset: Dataset) -> frozenset[str]:
    return frozenset(name for name, one in dataset.vocabulary.statuses.items() if one.effect is Effect.PLANNED)


def _of_pairs(known: Known, step: Step) -> Shown:
    """The best ties of the pairs that a matrix has, or a comparison, with what is counted there."""
    from relgraph.analysis.compare import comparison  # noqa: PLC0415 - as above
    from relgraph.analysis.matrix import headline  # noqa: PLC0415 - as above
    from relgraph.analysis.pairs import tied_pairs  # noqa: PLC0415 - as above
    from relgraph.stories.drawn import drawn_in  # noqa: PLC0415 - as above

    dataset, seen = known.dataset, drawn_in(known, step)
    facts, view = {held.fact.id for held in seen.facts}, View(as_of=step.at, statuses=_planned(dataset))
    found = tied_pairs(dataset, view, lambda fact: fact.id in facts)
    pairs = {pair: tied for pair, tied in found.items() if seen.nodes.issuperset(pair)}
    if step.shape == MATRIX:
        return _of(known, _best(pairs.values()), step.at, (headline(pairs),))
    side_by_side = comparison(dataset, step.compared, view, pairs)
    each = [*side_by_side.among, *(pair for one in side_by_side.partners for pair in one.ties.values())]
    return _of(known, _best(each), step.at, side_by_side.headings)


def _best(pairs: Iterable[TiedPair]) -> list[Fact]:
    return [tie.fact for pair in pairs for tie in pair.best]


def _of_days(dataset: Dataset, first: Date, second: Date) -> Shown:
    from relgraph.analysis.two_days import compare_days  # noqa: PLC0415 - as above

    found = compare_days(dataset, first, second)
    facts = [fact for one in found.changes for fact in (one.fact, one.instead_of) if fact is not None]
    if not facts:
        raise NothingShownError(f"nothing changed from {first} to {second}")
    return Shown(tuple(dict.fromkeys(facts)), frozenset(), (found.caption, *_said(dataset, facts, None)))
