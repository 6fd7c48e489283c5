"""Facts, ids and texts that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.checks.hints import listed
from relgraph.facts.likeness import grouped, stated_as_one
from relgraph.facts.parsing.ids import SEPARATOR
from relgraph.facts.shipped import CITY
from relgraph.facts.valid_time import of_two_times
from relgraph.reading.dates import Truth
from relgraph.sources.words import fold

MOMENT = "moment"
"""The time of kinds that happen."""

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from relgraph.checks.context import Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import Fact
    from relgraph.sources.card import Card
    from relgraph.vocabulary.kinds import RelationKind


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


def nodes_once(context: Context) -> Findings:
    """What two sources tell of under two ids, alike in kind and name, or else in all its ends, is one or told apart."""
    relations = context.vocabulary.relations
    nodes = (fact for fact in context.dataset.facts if relations[fact.kind].is_node)
    for alike in grouped(nodes, lambda fact: (_known_again(fact), context.vocabulary.effect(fact.status).binds)):
        for fact, other in _repeated((None, fact) for fact in alike):
            kind = relations[fact.kind]
            if fact.sources.isdisjoint(other.sources) and not _are_two(fact, other, kind):
                differs = "".join(f", but {mine}, not {its}" for mine, its in _differences(fact, other))
                told = f"{fact.id} is told like {other.id}, at {other.place}{differs}"
                yield fact.place, f"{told}; if they are one, keep one record that cites both sources"


def _known_again(fact: Fact) -> Hashable:
    """By what a node is known again: its kind, who says so, and its name, or else who stands where."""
    called = fold(fact.name) if fact.name else tuple(sorted((end.role, end.id) for end in fact.ends))
    return fact.kind, fact.type, fact.stance, fact.per, called


def _are_two(fact: Fact, other: Fact, kind: RelationKind) -> bool:
    """Whether two nodes that are called alike are certainly two, or too little is said to tell.

    What happens at a moment happens again on another day; who has no name needs two ends, and a day to have happened.
    """
    happens = kind.time == MOMENT
    if not fact.name and (len(fact.ends) == 1 or (happens and not (fact.when.on and other.when.on))):
        return True
    told_apart = any(fact.fields.get(name) != other.fields.get(name) for name in ("distinction", "ordinal"))
    of_others = any(CITY not in role.types and _others_at(role.name, fact, other) for role in kind.roles.values())
    return told_apart or of_others or of_two_times(fact, other) or (happens and _are_apart("on", fact, other))


def _others_at(role: str, fact: Fact, other: Fact) -> bool:
    """Whether others stand in a role of one node than in that of another, where both have somebody there."""
    mine, its = set(fact.at(role)), set(other.at(role))
    return bool(mine and its) and mine != its


def _are_apart(word: str, fact: Fact, other: Fact) -> bool:
    mine, its = (getattr(one.when, word) for one in (fact, other))
    return bool(mine and its) and Truth.YES in (mine.before(its), its.before(mine))


def _differences(fact: Fact, other: Fact) -> Iterator[tuple[str, str]]:
    """The dates and places that two nodes differ in, each with its word: on 1971 and 1970."""
    for word in ("on", "since", "until"):
        if _are_apart(word, fact, other):
            yield f"{word} {getattr(fact.when, word)}", str(getattr(other.when, word))
    for role in dict.fromkeys(end.role for end in fact.ends):
        if _others_at(role, fact, other):
            yield f"{role} {listed(fact.at(role))}", listed(other.at(role))


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
