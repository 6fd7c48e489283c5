"""What changed between two states of a dataset: facts, tiers, and the answers that rest on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.measures.ranking import in_figures, rank
from relgraph.analysis.paths.find import find_path
from relgraph.analysis.plain import plain_fact
from relgraph.analysis.telling import said
from relgraph.errors import MisuseError
from relgraph.facts.likeness import about_the_same
from relgraph.facts.reconcile import counts, reconcile
from relgraph.facts.sentences import dates
from relgraph.graph.changes import direction
from relgraph.graph.ties import collect_ties
from relgraph.reading.collector import paused_collector
from relgraph.reading.plurals import agreeing, counted
from relgraph.vocabulary.rungs import UNRANKED, ladders_of_some

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

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

    @property
    def word(self) -> str:
        """Raised or lowered."""
        return direction(up=self.raised)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that differs: what was asked, and what was answered before and after."""

    question: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, repr=False)
class Difference(Answer):
    """All that changed from one dataset to another, each list in order of id.

    `pairs` and `measures` are those whose paths and ranks were compared.
    """

    columns: ClassVar = ("change", "says", "fields", "old", "new", "id", "file", "line")

    added: tuple[Fact, ...]
    withdrawn: tuple[Fact, ...]
    changed: tuple[Change, ...]
    moves: tuple[Move, ...]
    answers: tuple[Reply, ...]
    pairs: tuple[tuple[str, str], ...]
    measures: tuple[str, ...]
    before: Dataset = field(compare=False)
    after: Dataset = field(compare=False)

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.withdrawn or self.changed or self.moves or self.answers)

    @property
    def caption(self) -> str:
        """How much changed, in numbers."""
        facts = f"{len(self.added)} added, {len(self.withdrawn)} withdrawn, {len(self.changed)} changed"
        answers = f"{counted(len(self.answers), 'answer')} {agreeing(len(self.answers), 'differs', 'differ')}"
        return f"{facts}; {counted(len(self.moves), 'tier')} moved, {answers}"

    def lines(self) -> Iterator[str]:
        """The difference as lines: + added, - withdrawn, ~ changed, then ^ tiers, ? answers, and the numbers."""
        yield from (f"+ {_dated(self.after, fact)}" for fact in self.added)
        yield from (f"- {_dated(self.before, fact)}" for fact in self.withdrawn)
        for change in self.changed:
            was, now = self._told(change)
            before = f"; it was: {was}" if was != now else ""
            yield f"~ {now}: {', '.join(change.fields)} changed{before}"
        for move in self.moves:
            yield f"^ {self._pair(move)}: {move.word} from {move.old or 'none'} to {move.new or 'none'}"
        yield from (f"? {one.question}: {one.old} -> {one.new}" for one in self.answers)
        yield self.caption

    def _told(self, change: Change) -> tuple[str, str]:
        """What a fact said before and what it says now, each with its dates."""
        return _dated(self.before, change.old), _dated(self.after, change.new)

    def _pair(self, move: Move) -> str:
        return " – ".join(map(self.after.names.label, move.pair))

    def rows(self) -> Iterator[dict[str, Any]]:
        """A change a row: what `change` it is, and of what."""
        yield from (_row("added", self.after, fact) for fact in self.added)
        yield from (_row("withdrawn", self.before, fact) for fact in self.withdrawn)
        for change in self.changed:
            was, now = self._told(change)
            told = {"old": was, "new": now} if was != now else {}
            yield _row("changed", self.after, change.new) | {"fields": change.fields} | told
        for move in self.moves:
            yield {"change": move.word, "says": self._pair(move), "old": move.old, "new": move.new}
        for one in self.answers:
            yield {"change": "answer", "says": one.question, "old": one.old, "new": one.new}

    def plain(self) -> dict[str, Any]:
        """The facts that were added, withdrawn and changed, the tiers that moved, the answers that differ."""
        return {
            "asked": {
                "pairs": [list(pair) for pair in self.pairs],
                "measures": list(self.measures),
                "old": asked(self.before, None),
                "new": asked(self.after, None),
            },
            "added": [plain_fact(self.after, fact) for fact in self.added],
            "withdrawn": [plain_fact(self.before, fact) for fact in self.withdrawn],
            "changed": [
                {
                    "fields": list(one.fields),
                    "old": plain_fact(self.before, one.old),
                    "new": plain_fact(self.after, one.new),
                }
                for one in self.changed
            ],
            "tiers": [
                {"pair": list(one.pair), "old": one.old, "new": one.new, "raised": one.raised} for one in self.moves
            ],
            "answers": [{"question": one.question, "old": one.old, "new": one.new} for one in self.answers],
        }


def _dated(dataset: Dataset, fact: Fact) -> str:
    told = dates(dataset, fact)
    return f"{said(dataset, fact)}{f' [{told}]' if told else ''}"


def _row(change: str, dataset: Dataset, fact: Fact) -> dict[str, Any]:
    place = {"file": dataset.file_of(fact), "line": fact.place.line or None}
    return {"change": change, "says": said(dataset, fact), "id": fact.id, **place}


@paused_collector()
def difference(
    old: Dataset, new: Dataset, pairs: Iterable[tuple[str, str]] = (), measures: Iterable[str] = ("degree",)
) -> Difference:
    """Compare two datasets.

    `pairs` are those whose best path is asked for in both, `measures` those by which actors are ranked in both.
    A fact is withdrawn when it is gone or marked as withdrawn.
    """
    before = {fact.id: fact for fact in old.facts if fact.withdrawn is None}
    after = {fact.id: fact for fact in new.facts if fact.withdrawn is None}
    pairs, measures = tuple(pairs), tuple(measures)
    gone = [fact for one, fact in before.items() if one not in after]
    come = [fact for one, fact in after.items() if one not in before]
    matched = _matched(gone, come)
    stayed = ((fact, after[one]) for one, fact in before.items() if one in after)
    changes = [_change(was, now) for was, now in stayed if was != now]  # few do: fields are looked at in these alone
    changes += [_change(was, now) for was, now in matched]
    renamed = {one.id for pair in matched for one in pair}
    return Difference(
        added=tuple(fact for fact in come if fact.id not in renamed),
        withdrawn=tuple(fact for fact in gone if fact.id not in renamed),
        changed=tuple(sorted((one for one in changes if one.fields), key=lambda one: one.new.id)),
        moves=tuple(_moves(old, new)),
        answers=(*_counts(old, new), *_ranks(old, new, measures), *_paths(old, new, pairs)),
        pairs=pairs,
        measures=measures,
        before=old,
        after=new,
    )


def _matched(gone: list[Fact], come: list[Fact]) -> list[tuple[Fact, Fact]]:
    """Facts of the same kind and ends in the same source whose id changed with what they say."""
    waiting: dict[Hashable, list[Fact]] = {}
    for fact in gone:
        waiting.setdefault(about_the_same(fact), []).append(fact)
    return [(waiting[about_the_same(fact)].pop(0), fact) for fact in come if waiting.get(about_the_same(fact))]


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
        (one, other): (level, network.rungs.name(level, ladders_of_some(dataset.vocabulary, (one, other))))
        for one, others in network.levels.items()
        for other, level in others.items()
        if one < other and level != UNRANKED
    }


def _counts(old: Dataset, new: Dataset) -> Iterator[Reply]:
    before = {fact.id: reconcile(old, fact).sentence for fact in counts(old)}
    after = {fact.id: reconcile(new, fact).sentence for fact in counts(new)}
    for one in sorted(before.keys() & after.keys()):
        if before[one] != after[one]:
            yield Reply(f"count {one}", before[one], after[one])


def _ranks(old: Dataset, new: Dataset, measures: Iterable[str]) -> Iterator[Reply]:
    for measure in measures:
        before, after = _ranked(old, measure), _ranked(new, measure)
        for one in sorted(before.keys() | after.keys()):
            was, now = before.get(one, "not ranked"), after.get(one, "not ranked")
            if was != now:
                yield Reply(f"{measure} of {one}", was, now)


def _ranked(dataset: Dataset, measure: str) -> dict[str, str]:
    """Rank and score of all who are tied: the rank of those who are not tells only how many of the others there are."""
    ranking = rank(dataset, measure, isolates=False).ranking
    return {row.id: f"rank {row.rank} ({in_figures(row.score)})" for row in ranking}


def _paths(old: Dataset, new: Dataset, pairs: Iterable[tuple[str, str]]) -> Iterator[Reply]:
    for source, target in pairs:
        was, now = _path(old, source, target), _path(new, source, target)
        if was != now:
            yield Reply(f"path {source} – {target}", was, now)


def _path(dataset: Dataset, source: str, target: str) -> str:
    try:
        answer = find_path(dataset, source, target)
    except MisuseError as error:
        return str(error)
    if not answer.found:
        return "no path"
    via = " – ".join(dataset.names.label(node) for node in answer.best.nodes)
    return f"{answer.best.rung or 'a step without a rung'}: {via}"
