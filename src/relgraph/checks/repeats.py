"""Facts, ids and texts that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.facts.likeness import stated_as_one
from relgraph.facts.parsing.ids import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Fact
    from relgraph.sources.card import Card


def ids_unique(context: Context) -> Findings:
    """No two facts, and no fact and an actor, share an id."""
    facts, actors = context.dataset.facts, context.dataset.actors
    for one in sorted(context.stated.keys() & actors.keys()):
        yield context.stated[one].place, f"{one} is the id of an actor already, at {actors[one].place}"
    if len(context.stated) < len(facts):
        for fact, other in _repeated((fact.id, fact) for fact in facts):
            made = SEPARATOR in fact.id
            yield fact.place, _twice(fact, other) if made else f"{fact.id} is an id already, at {other.place}"


def facts_once(context: Context) -> Findings:
    """A source is not made to say the same thing twice, under two ids or with the ends turned round."""
    relations = context.vocabulary.relations
    ties = [fact for fact in context.of_one_pair if relations[fact.kind].is_tie]
    for fact, other in _repeated((stated_as_one(fact, context.vocabulary), fact) for fact in ties):
        if fact.id != other.id:
            yield fact.place, _twice(fact, other)


def texts_once(context: Context) -> Findings:
    """No two cards are of one text, by its hash: it would bear out itself."""
    first: dict[str, Card] = {}
    for card in sorted(context.library.cards.values(), key=lambda card: card.place):
        text = card.sha256 if card.table is None else None  # of a table, several mappings may make facts
        other = first.setdefault(text, card) if text else card
        if other is not card:
            told = f"its text is that of {other.id} ({other.place}), by its sha256: one text cannot bear out itself"
            yield card.place, f"{card.id}: {told}"


def _repeated(keyed: Iterable[tuple[Hashable, Fact]]) -> Iterator[tuple[Fact, Fact]]:
    """Each fact whose key another has that stands before it, with the first of these."""
    first: dict[Hashable, Fact] = {}
    again: dict[Hashable, list[Fact]] = {}
    for key, fact in keyed:
        if first.setdefault(key, fact) is not fact:
            again.setdefault(key, [first[key]]).append(fact)
    for facts in again.values():
        earliest, *others = sorted(facts, key=lambda fact: fact.place)
        yield from ((other, earliest) for other in others)


def _twice(fact: Fact, other: Fact) -> str:
    if fact.place == other.place:
        return f"{fact.ends[-1].id} stands twice in this record"
    if fact.place.file != other.place.file:
        return f"the same fact stands at {other.place} already"
    return f"the same fact is stated twice, on lines {other.place.line} and {fact.place.line}"
