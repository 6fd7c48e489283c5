"""The facts of several datasets: each is kept, and those that have one id and say the same are one record."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.united.translate import fact_of, named_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from relgraph.facts.records import Fact
    from relgraph.facts.united.ids import Called
    from relgraph.facts.united.part import Part


class Naming(NamedTuple):
    """What the ids and the sources of one dataset are called among all."""

    ids: Called
    sources: Mapping[str, str]


def united_facts(parts: Sequence[Part], naming: Sequence[Naming], actors: Sequence[Collection[str]]) -> list[Fact]:
    """All facts, sorted by id; those of two datasets that clash in their ids have the names of these behind them.

    What several have as one record stands in the file of the first of them by name.

    `actors` are the ids of the actors of each dataset, which no fact of another may have.
    """
    by_id = [_by_id(part.dataset.facts) for part in parts]
    having = {one: [at for at, facts in enumerate(by_id) if one in facts] for facts in by_id for one in facts}
    for one, each in having.items():
        if any(one in ids for at, ids in enumerate(actors) if at not in each):
            _qualify(one, each, naming)
    shared = {one: each for one, each in having.items() if len(each) > 1 and naming[each[0]].ids[one] == one}
    _tell_apart(shared, by_id, parts, naming)
    first = {one: min(each, key=lambda at: parts[at].name) for one, each in shared.items()}
    found = [
        fact_of(fact, *naming[at], part.dataset.vocabulary)
        for at, part in enumerate(parts)
        for fact in part.dataset.facts
        if first.get(fact.id, at) == at
    ]
    return sorted(found, key=lambda fact: fact.id)


def _qualify(one: str, each: Sequence[int], naming: Sequence[Naming]) -> None:
    for at in each:
        naming[at].ids.qualify(one)


def _by_id(facts: Sequence[Fact]) -> dict[str, Fact | None]:
    """The facts of a dataset by id; None where it has several of one id, of which none can be meant."""
    number = Counter(fact.id for fact in facts)
    return {fact.id: fact if number[fact.id] == 1 else None for fact in facts}


def _tell_apart(
    shared: dict[str, list[int]],
    by_id: Sequence[Mapping[str, Fact | None]],
    parts: Sequence[Part],
    naming: Sequence[Naming],
) -> None:
    """Qualify the ids under which datasets say different things, and those of facts that name one of these."""
    waiting = list(_differing(shared, by_id, parts, naming))
    having: dict[str, list[str]] = defaultdict(list)
    for one, each in shared.items() if waiting else ():
        for at in each:
            fact = by_id[at][one]
            for named in named_in(fact, parts[at].dataset.vocabulary) if fact is not None else ():
                having[named].append(one)
    while waiting:
        one = waiting.pop()
        if one in shared:
            _qualify(one, shared.pop(one), naming)
            waiting += having[one]


def _differing(
    shared: Mapping[str, Sequence[int]],
    by_id: Sequence[Mapping[str, Fact | None]],
    parts: Sequence[Part],
    naming: Sequence[Naming],
) -> Iterator[str]:
    """The ids under which datasets say different things, as others are called by now."""
    for one, each in shared.items():
        facts = [by_id[at][one] for at in each]
        told = [
            fact_of(fact, *naming[at], parts[at].dataset.vocabulary)
            for at, fact in zip(each, facts, strict=True)
            if fact is not None
        ]
        if len(told) < len(facts) or any(fact != told[0] for fact in told[1:]):
            yield one
