"""What the page needs to answer for paths and days as the command does: rungs, steps, and days as numbers.

How a fact reads along a step is said here too. In such a reading the names of the two ends are left open, for the page
to put in: facts that are alike then share one text, and the page knows no grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.leaving import whole
from relgraph.facts.records import TAKES_EFFECT
from relgraph.facts.statuses import day_held, effect_on
from relgraph.facts.tiers import owners_of, rungs_of_kinds
from relgraph.facts.valid_time import days_away
from relgraph.graph.group_statements import statements_of
from relgraph.graph.steps import Steps as Walks
from relgraph.graph.ties import Walked, level_of, path_kinds
from relgraph.graph.views import Held
from relgraph.reading.dates import Truth
from relgraph.vocabulary.kinds import FACT_ITSELF, Effect
from relgraph.vocabulary.ladder import GENERAL
from relgraph.vocabulary.rungs import UNRANKED, label_in_full

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.alike import Likeness
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.group_statements import GroupStatement
    from relgraph.graph.steps import Tie
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.kinds import Walk
    from relgraph.vocabulary.rungs import Rungs
    from relgraph.webpage.data.payload_types import GroupRecord, OwnRungRecord, PathsRecord, RungRecord, StepsRecord


SOURCE, TARGET = "\ue000", "\ue001"
"""Where the names of the two ends of a step go in its readings."""


class Steps(NamedTuple):
    """The steps of each fact that paths walk, and the readings that these name by their number, each text once."""

    records: dict[str, StepsRecord]
    readings: list[str]


def path_record(dataset: Dataset, readings: list[str]) -> PathsRecord:
    """Which kinds of relation and actor paths walk, the classes of rungs in their order, and how steps read."""
    rungs = dataset.rungs
    return {
        "kinds": sorted(path_kinds(dataset)),
        "actors": sorted(dataset.vocabulary.walked),
        "rungs": [_rung(dataset, rungs, number) for number in range(len(rungs.above) - len(rungs.idle))],
        "compare": [dict(entry) for entry in dataset.vocabulary.compare],
        "readings": readings,
    }


def _rung(dataset: Dataset, rungs: Rungs, number: int) -> RungRecord:
    """A class of rungs: how it is called, in short, in full and with its ladder, and the classes at or above it."""
    owners = owners_of(dataset, rungs.names[number])
    label = label_in_full(dataset.vocabulary, rungs, number)
    above = sorted(rungs.above[number] - rungs.idle)
    record: RungRecord = {"name": rungs.name(number), "label": label, "above": above}
    if rungs_of_kinds(path_kinds(dataset), dataset.vocabulary).isdisjoint(rungs.names[number]):
        record["owners"] = []
    elif owners is not None:
        record["owners"] = sorted(owners)
    if GENERAL not in {ladder for ladder, _ in rungs.names[number]}:
        name, rung = rungs.names[number][0]
        ladder = dataset.vocabulary.ladders[name]
        record["full"] = f"{ladder.label_of(rung)}, {ladder.label}"
    own = [_own(dataset, rungs, number, ladder) for ladder, _ in rungs.names[number]]
    if any((one["name"], one["label"]) != (record["name"], label) for one in own):
        record["own"] = [one for one in own if one["owners"]]
    return record


def _own(dataset: Dataset, rungs: Rungs, number: int, name: str) -> OwnRungRecord:
    """How a class is called on one of its ladders: where rungs stand equal, each owner has a word for them."""
    ladder, (_, rung) = dataset.vocabulary.ladders[name], rungs.rung(number, {name})
    record: OwnRungRecord = {
        "owners": sorted(ladder.owners),
        "name": rungs.name(number, {name}),
        "label": label_in_full(dataset.vocabulary, rungs, number, {name}),
    }
    if GENERAL not in {one for one, _ in rungs.names[number]}:
        record["full"] = f"{ladder.label_of(rung)}, {ladder.label}"
    return record


def step_records(dataset: Dataset, facts: Iterable[str]) -> Steps:
    """For each of some facts that paths walk: the class of its rung, and its steps as (reading, reading, from, to).

    The first number is that of the reading from the one end to the other, the second that of the way back.
    """
    path, walked, walks = frozenset(path_kinds(dataset)), Walked(dataset), Walks(dataset)
    found: dict[str, StepsRecord] = {}
    readings = _Readings(dataset)
    for name in facts:
        fact = dataset.by_id.get(name)
        if fact is not None and fact.kind in path:
            ties = [one for one in walks.of(Held(whole(fact), Truth.YES)) if walked[one.source] and walked[one.target]]
            if ties:
                found[name] = _steps(ties, readings.of(fact, ties))
    return Steps(found, list(readings.numbers))


def _steps(ties: list[Tie], read: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> StepsRecord:
    """The steps of a fact with the numbers of their readings, now and while it held."""
    told: StepsRecord = {"steps": [[*now, tie.source, tie.target] for tie, (now, _) in zip(ties, read, strict=True)]}
    if any(then for _, then in read):
        told["steps_then"] = [list(then) for _, then in read]
    if ties[0].level != UNRANKED:
        told["level"] = ties[0].level
    return told


def climb_records(dataset: Dataset, facts: Iterable[str]) -> dict[str, list[list[int]]]:
    """For each of some facts, the climbs of several rungs that it is part of: the number and its height there."""
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for name in facts:
        for climb, height in dataset.alike.climbs(dataset.by_id[name]):
            found.setdefault(climb, []).append((name, height))
    several = (rungs for rungs in found.values() if len({height for _, height in rungs}) > 1)
    told: dict[str, list[list[int]]] = {}
    for number, rungs in enumerate(several):
        for name, height in rungs:
            told.setdefault(name, []).append([number, height])
    return told


def group_records(dataset: Dataset, facts: Iterable[str]) -> dict[str, list[GroupRecord]]:
    """For each of some facts, the groups at its ends that paths would walk if it were told of each member."""
    rungs, walked = dataset.rungs, frozenset(path_kinds(dataset))
    found: dict[str, list[GroupRecord]] = {}
    for name in facts:
        fact = dataset.by_id[name]
        if fact.kind not in walked or dataset.alike.likeness(fact).plain:  # no group stands in a plain one
            continue
        if statements := list(statements_of(dataset, fact)):
            level = level_of(fact, dataset, rungs) if fact.tier is not None else UNRANKED
            found[name] = [_group(dataset, one, level) for one in statements]
    return found


def _group(dataset: Dataset, statement: GroupStatement, level: int) -> GroupRecord:
    record: GroupRecord = {"near": statement.near, "kinds": sorted(statement.kinds), "told": statement.told(dataset)}
    if statement.members is not None:
        record["members"] = list(statement.members)
    if (day := day_held(dataset, statement.fact)) is not None:
        record["told_then"] = statement._replace(day=day).told(dataset)
    if level != UNRANKED:
        record["level"] = level
    return record


class _Readings:
    """How ties read, and the number of each text; what is said of ties that are alike is made once."""

    def __init__(self, dataset: Dataset) -> None:
        self.numbers: dict[str, int] = {}
        self._dataset = dataset
        self._alike = dataset.alike
        self._itself: dict[int, bool] = {}
        self._of_pairs: dict[tuple[object, ...], tuple[tuple[int, ...], tuple[int, ...]]] = {}

    def of(self, fact: Fact, ties: Iterable[Tie]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """For each of a fact's ties the numbers of its readings, from its source to its target and back.

        Behind them are those of when what is over held.
        """
        likeness = self._alike.likeness(fact)
        day = day_held(self._dataset, fact) if likeness.effect is Effect.ENDED else None
        if not likeness.plain:
            return [self._numbered(tie, day) for tie in ties]
        then = None if day is None else effect_on(self._dataset, fact, day)
        return [self._of_pair(tie, day, likeness, then) for tie in ties]

    def _of_pair(
        self, tie: Tie, day: Date | None, likeness: Likeness, then: Effect | None
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The same of a tie in which nobody is named but the two, whose names are left open, and these very others."""
        key: tuple[object, ...] = (id(tie.walk), likeness, then)
        if len(tie.fact.ends) > 2 or likeness.kind.is_node:  # noqa: PLR2004 - a pair
            key = (*key, *self._named_too(tie))
        found = self._of_pairs.get(key)
        if found is None:
            found = self._of_pairs[key] = self._numbered(tie, day)
        return found

    def _named_too(self, tie: Tie) -> tuple[object, ...]:
        """Who is named in the readings of a tie besides the two: the fact, and those in other roles than theirs.

        Of the two it is told whether they stand in the other's role as well, which may turn a reading round.
        """
        source, target, fact, walk = tie[:4]
        sources, targets = fact.at(walk.source), fact.at(walk.target)
        itself = fact.id if self._names_itself(walk) else None
        open_names, own = {source: SOURCE, target: TARGET}, (walk.source, walk.target)
        others = [open_names.get(end.id, end.id) for end in fact.ends if end.role not in own]
        return (itself, source in targets, target in sources, *others)

    def _names_itself(self, walk: Walk) -> bool:
        """Whether a reading of a walk names the fact itself."""
        found = self._itself.get(id(walk))
        if found is None:
            readings = (walk.forward, walk.back, *(text for _, reading in walk.forms for text in reading))
            found = self._itself[id(walk)] = any(f"{{{FACT_ITSELF}}}" in text for text in readings)
        return found

    def _numbered(self, tie: Tie, day: Date | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return self._numbers(self._read(tie)), () if day is None else self._numbers(self._read(tie, day))

    def _numbers(self, texts: Iterable[str]) -> tuple[int, ...]:
        return tuple(self.numbers.setdefault(text, len(self.numbers)) for text in texts)

    def _read(self, tie: Tie, day: Date | None = None) -> Iterator[str]:
        open_names = {tie.source: SOURCE, tie.target: TARGET}

        def label(one: str) -> str:
            return open_names.get(one) or self._dataset.names.inside(one)

        for start, end in ((tie.source, tie.target), (tie.target, tie.source)):
            yield self._alike.along(tie.fact, tie.walk, start, end, label=label, day=day)


def span_records(dataset: Dataset) -> dict[str, list[int]]:
    """Every date that a fact or a source has, as written: its first and last day, and 1 if it carries a `?`."""
    each = ((fact.happened, fact.when.since, fact.when.until, fact.when.seen) for fact in dataset.all_facts)
    dates = [date for some in each for date in some if date is not None]
    dates += [day for fact in dataset.all_facts if fact.closed for end in fact.ends for day in days_away(end)]
    dates += [fact.effective for fact in dataset.all_facts if TAKES_EFFECT in fact.fields and fact.effective]
    dates += [card.published for card in dataset.library.cards.values() if card.published is not None]
    return {text: _span(date) for text, date in {date.text: date for date in dates}.items()}


def _span(date: Date) -> list[int]:
    return [date.first, date.last, *([1] if date.unsure else [])]
