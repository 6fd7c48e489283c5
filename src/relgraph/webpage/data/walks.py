"""What the page needs to answer for paths and days as the command does: rungs, steps, and days as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.graph.ties import PATH_ACTORS, level_of, path_kinds, ties_of
from relgraph.graph.views import Held
from relgraph.reading.dates import Truth
from relgraph.vocabulary.rungs import UNRANKED, rungs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.rungs import Rungs
    from relgraph.webpage.data.payload_types import PathsRecord, RungRecord, StepsRecord


def path_record(dataset: Dataset) -> PathsRecord:
    """Which kinds of relation and actor paths walk, the classes of rungs in their order, and how each walk reads."""
    rungs = rungs_of(dataset.vocabulary)
    relations = dataset.vocabulary.relations
    kinds = sorted(path_kinds(dataset))
    return {
        "kinds": kinds,
        "actors": sorted(PATH_ACTORS),
        "rungs": [_rung(dataset, rungs, number) for number in range(len(rungs.above))],
        "walks": {kind: [[w.source, w.target, w.forward, w.back] for w in relations[kind].walks] for kind in kinds},
    }


def _rung(dataset: Dataset, rungs: Rungs, number: int) -> RungRecord:
    """A class of rungs: how it is called, in short and in full, and the classes at or above it."""
    ladder, rung = rungs.names[number][0]
    name = rungs.name(number)
    owners = {dataset.vocabulary.ladders[one].owner for one, _ in rungs.names[number]}
    label = dataset.vocabulary.ladders[ladder].label_of(rung)
    more = "" if name == rung else f" ({dataset.vocabulary.ladders[ladder].label})"
    record: RungRecord = {"name": name, "label": label + more, "above": sorted(rungs.above[number])}
    if None not in owners:
        record["owners"] = sorted(owner for owner in owners if owner is not None)
    return record


def step_records(dataset: Dataset, facts: Iterable[str]) -> dict[str, StepsRecord]:
    """For each of some facts that paths walk: the class of its rung, and its steps as (number of walk, from, to)."""
    rungs = rungs_of(dataset.vocabulary)
    walked = frozenset(path_kinds(dataset))
    found: dict[str, StepsRecord] = {}
    for name in facts:
        fact = dataset.by_id.get(name)
        if fact is not None and fact.kind in walked:
            level = level_of(fact, dataset, rungs)
            steps = list(_steps(dataset, fact, rungs))
            if steps:
                found[name] = {"steps": steps} if level == UNRANKED else {"steps": steps, "level": level}
    return found


def _steps(dataset: Dataset, fact: Fact, rungs: Rungs) -> Iterator[list[int | str]]:
    walks = dataset.vocabulary.relations[fact.kind].walks
    for tie in ties_of(Held(fact, Truth.YES), dataset, rungs):
        actors = [dataset.actors.get(end) for end in (tie.source, tie.target)]
        if all(actor is not None and actor.kind in PATH_ACTORS for actor in actors):
            yield [walks.index(tie.walk), tie.source, tie.target]


def span_records(dataset: Dataset) -> dict[str, list[int]]:
    """Every date that a fact or a source has, as written: its first and last day, and 1 if it carries a `?`."""
    dates = [date for fact in dataset.all_facts for date in fact.dates]
    dates += [card.published for card in dataset.library.cards.values() if card.published is not None]
    return {date.text: _span(date) for date in dict.fromkeys(dates)}


def _span(date: Date) -> list[int]:
    return [date.first, date.last, *([1] if date.unsure else [])]
