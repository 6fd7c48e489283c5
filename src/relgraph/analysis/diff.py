"""What changed between two states of a dataset: facts, tiers, and the answers that rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relgraph.analysis.measures.ranking import rank
from relgraph.analysis.paths.find import find_path
from relgraph.errors import MisuseError
from relgraph.facts.reconcile import counts, reconcile
from relgraph.graph.ties import collect_ties
from relgraph.vocabulary.rungs import UNRANKED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact

NOT_COMPARED = frozenset({"id", "place"})


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that says something else now: the names of its fields that differ."""

    old: Fact
    new: Fact
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A pair of actors whose best rung changed; None stands for no ranked tie."""

    pair: tuple[str, str]
    old: str | None
    new: str | None
    raised: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that differs: what was asked, and what was answered before and after."""

    question: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from one dataset to another, each list in order of id."""

    added: tuple[Fact, ...]
    withdrawn: tuple[Fact, ...]
    changed: tuple[Change, ...]
    moves: tuple[Move, ...]
    answers: tuple[Answer, ...]

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.withdrawn or self.changed or self.moves or self.answers)


def difference(
    old: Dataset, new: Dataset, pairs: Iterable[tuple[str, str]] = (), measures: Iterable[str] = ("degree",)
) -> Difference:
    """Compare two datasets.

    `pairs` are those whose best path is asked for in both, `measures` those by which actors are ranked in both.
    A fact is withdrawn when it is gone or marked as withdrawn.
    """
    before = {fact.id: fact for fact in old.facts if fact.withdrawn is None}
    after = {fact.id: fact for fact in new.facts if fact.withdrawn is None}
    gone = [fact for one, fact in before.items() if one not in after]
    come = [fact for one, fact in after.items() if one not in before]
    matched = _matched(gone, come)
    changes = [_change(before[one], after[one]) for one in before.keys() & after.keys()]
    changes += [_change(was, now) for was, now in matched]
    renamed = {one.id for pair in matched for one in pair}
    return Difference(
        added=tuple(fact for fact in come if fact.id not in renamed),
        withdrawn=tuple(fact for fact in gone if fact.id not in renamed),
        changed=tuple(sorted((one for one in changes if one.fields), key=lambda one: one.new.id)),
        moves=tuple(_moves(old, new)),
        answers=(*_counts(old, new), *_ranks(old, new, measures), *_paths(old, new, pairs)),
    )


def _matched(gone: list[Fact], come: list[Fact]) -> list[tuple[Fact, Fact]]:
    """Facts of the same kind and ends in the same source whose id changed with what they say."""
    waiting: dict[tuple[object, ...], list[Fact]] = {}
    for fact in gone:
        waiting.setdefault(_likeness(fact), []).append(fact)
    return [(waiting[_likeness(fact)].pop(0), fact) for fact in come if waiting.get(_likeness(fact))]


def _likeness(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.ends, fact.place.file.rpartition("/")[2]


def _change(old: Fact, new: Fact) -> Change:
    names = [name for name in old._fields if name not in NOT_COMPARED]
    return Change(old, new, tuple(name for name in names if getattr(old, name) != getattr(new, name)))


def _moves(old: Dataset, new: Dataset) -> Iterator[Move]:
    before, after = _tiers(old), _tiers(new)
    for pair in sorted(before.keys() | after.keys()):
        (was_level, was), (is_level, is_now) = before.get(pair, (UNRANKED, None)), after.get(pair, (UNRANKED, None))
        if was != is_now:
            yield Move(pair, was, is_now, is_level > was_level)


def _tiers(dataset: Dataset) -> dict[tuple[str, str], tuple[int, str]]:
    """The best rung of each pair that stands on one."""
    network = collect_ties(dataset).network
    return {
        (one, other): (level, network.rungs.name(level))
        for one, others in network.levels.items()
        for other, level in others.items()
        if one < other and level != UNRANKED
    }


def _counts(old: Dataset, new: Dataset) -> Iterator[Answer]:
    before = {fact.id: reconcile(old, fact).sentence for fact in counts(old)}
    after = {fact.id: reconcile(new, fact).sentence for fact in counts(new)}
    for one in sorted(before.keys() & after.keys()):
        if before[one] != after[one]:
            yield Answer(f"count {one}", before[one], after[one])


def _ranks(old: Dataset, new: Dataset, measures: Iterable[str]) -> Iterator[Answer]:
    for measure in measures:
        before = {row.id: f"rank {row.rank} ({row.score:.6g})" for row in rank(old, measure).ranking}
        after = {row.id: f"rank {row.rank} ({row.score:.6g})" for row in rank(new, measure).ranking}
        for one in sorted(before.keys() | after.keys()):
            was, now = before.get(one, "not ranked"), after.get(one, "not ranked")
            if was != now:
                yield Answer(f"{measure} of {one}", was, now)


def _paths(old: Dataset, new: Dataset, pairs: Iterable[tuple[str, str]]) -> Iterator[Answer]:
    for source, target in pairs:
        was, now = _path(old, source, target), _path(new, source, target)
        if was != now:
            yield Answer(f"path {source} – {target}", was, now)


def _path(dataset: Dataset, source: str, target: str) -> str:
    try:
        answer = find_path(dataset, source, target)
    except MisuseError as error:
        return str(error)
    if not answer.found:
        return "no path"
    via = " – ".join(dataset.names.label(node) for node in answer.best.nodes)
    return f"{answer.best.rung or 'a step without a rung'}: {via}"
