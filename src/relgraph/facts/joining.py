"""What several sources say alike: one fact, which all of them bear out.

They need not say as much: what the vocabulary lists as details of a kind may be told by one and left out by another, or
dated to the month by one and to the year by another. Where any two of those alike speak against each other, all that
differ stay apart. Facts that happen are put together only where all give the same day: two visits may be of one year.
"""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, Any

from relgraph.facts.likeness import grouped, of_the_only, pair_in_order, said_alike
from relgraph.facts.rules import off_for_all
from relgraph.vocabulary.kinds import SINCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.likeness import Whose
    from relgraph.facts.records import Fact
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.model import Vocabulary


def joined(facts: tuple[Fact, ...], vocabulary: Vocabulary, whose: Whose = of_the_only) -> tuple[Fact, ...]:
    """The facts with those put together that say the same by other sources, with the citations of all.

    The one that says most, or else the first by id, stands for them. A node is what its curator named it, and what was
    withdrawn is said no more: these stay as they are. So does what one source is made to say twice, which is for
    `check` to tell; but not where each is of another dataset, which `whose` tells.
    """
    groups = [_of_other_sources(group, whose) for group in _alike(facts, vocabulary)]
    made = {id(group[0]): as_one(group) for group in groups if len(group) > 1}
    gone = {id(fact) for group in groups for fact in group[1:]}
    return tuple(made.get(id(fact), fact) for fact in facts if id(fact) not in gone) if made else facts


def _alike(facts: Iterable[Fact], vocabulary: Vocabulary) -> Iterator[list[Fact]]:
    """Each two or more facts that say the same, the fullest first, then in order of id; pairs are looked at first."""
    nodes = {kind.id for kind in vocabulary.relations.values() if kind.is_node}
    for group in grouped(
        (fact for fact in facts if fact.kind not in nodes), lambda fact: (fact.kind, *pair_in_order(fact))
    ):
        details = vocabulary.relations[group[0].kind].details
        kept = [fact for fact in group if fact.evidence and fact.withdrawn is None]
        for alike in grouped(kept, lambda fact: said_alike(fact, vocabulary)):
            for one in _agreeing(sorted(alike, key=lambda fact: fact.id), details):
                yield sorted(one, key=lambda fact: _from_fullest(fact, details))


def _agreeing(alike: list[Fact], details: tuple[str, ...]) -> Iterator[list[Fact]]:
    """Facts that are alike but for dates and details: all of them where no two differ, else those that say no less."""
    if all(
        _agree(one, other, details)
        for one, other in combinations({_said(fact, details): fact for fact in alike}.values(), 2)
    ):
        yield alike
    else:
        yield from grouped(alike, lambda fact: _said(fact, details))


def _said(fact: Fact, details: tuple[str, ...]) -> tuple[object, ...]:
    return (fact.when, *(repr(fact.fields.get(name)) for name in details))


def _agree(one: Fact, other: Fact, details: tuple[str, ...]) -> bool:
    """Whether two facts differ in nothing but what one of them leaves out, or tells with a wider date."""
    mine, its = one.when, other.when
    if (mine.on, mine.until, mine.seen) != (its.on, its.until, its.seen):
        return False
    told = ((one.fields.get(name), other.fields.get(name)) for name in details)
    dated = _may_be_one(mine.since, its.since) if SINCE in details else mine.since == its.since
    return dated and all(a is None or b is None or a == b for a, b in told)


def _may_be_one(one: Date | None, other: Date | None) -> bool:
    """Whether two dates are the same, or one is left out, or lies within the other: March 2025 and 2025."""
    if one is None or other is None or one == other:
        return True
    if one.unsure or other.unsure or one.interval or other.interval:
        return False
    inner, outer = sorted((one, other), key=lambda date: date.last - date.first)
    return outer.first <= inner.first and inner.last <= outer.last


def _from_fullest(fact: Fact, details: tuple[str, ...]) -> tuple[float, int]:
    """By what facts are put in order from the one that says most: by its date, then by how many details it has."""
    since = fact.when.since
    return inf if since is None else since.last - since.first, -sum(name in fact.fields for name in details)


def _of_other_sources(facts: list[Fact], whose: Whose) -> list[Fact]:
    """The first of some facts, and each that does not rest on the very sources of one before it in its dataset."""
    found: dict[tuple[str, frozenset[str]], Fact] = {}
    for fact in facts:
        found.setdefault((whose(fact), fact.sources), fact)
    return list(found.values())


def as_one(facts: list[Fact]) -> Fact:
    """One fact with all that they say, and the citations and notes of all, each once; `also` names the others.

    By a rule that is in force for one of them it follows from the fact.
    """
    first = facts[0]
    evidence = dict.fromkeys(citation for fact in sorted(facts, key=lambda fact: fact.id) for citation in fact.evidence)
    notes = dict.fromkeys(fact.note for fact in sorted(facts, key=lambda fact: fact.id) if fact.note)
    fields: Mapping[str, Any] = {name: value for fact in reversed(facts) for name, value in fact.fields.items()}
    return first._replace(
        evidence=tuple(evidence),
        note="; ".join(notes) or None,
        fields=first.fields if fields == first.fields else {name: fields[name] for name in sorted(fields)},
        also=tuple(fact.id for fact in facts[1:]),
        rules_off=off_for_all(facts),
    )
