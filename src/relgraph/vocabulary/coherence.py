"""Whether the entries of a vocabulary fit together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.suggest import did_you_mean
from relgraph.vocabulary.consequences import Closing, Implication, Settling
from relgraph.vocabulary.kinds import DATES, FACT_ITSELF, OF_PLANS, SINCE
from relgraph.vocabulary.ladder import GENERAL
from relgraph.vocabulary.renamed import ladder_now
from relgraph.vocabulary.rungs import circular

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from relgraph.vocabulary.kinds import ActorKind, RelationKind
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary

COMMON_KEYS = frozenset(
    (
        *("id", "kind", "status", "per", "note", "stance", "disputed", "withdrawn", "implies_nothing", "inferred"),
        *("evidence", "name", "aliases", "article", *DATES),
    )
)
"""Keys that every record may have: no end may be called so, nor any field but `kind`."""

PHRASE_WORDS = frozenset({"from", "to", "tier", "kind", "narrower", "status", *OF_PLANS, FACT_ITSELF})
"""What a reading may name besides the roles and fields of its kind, which go before these."""

LONGEST_READING = 1_000
"""Letters of a reading; it is told of every fact of its kind."""

_SLOT = r"\{([^{}]*)\}"
_NAME = r"[\w-]+"


class Incoherence(NamedTuple):
    """What is wrong with one entry: the part of the vocabulary it is in, its id, and what.

    A comparison has its place among them, from 0, for an id; what is wrong with several together has none.
    """

    part: str
    entry: str
    message: str


def incoherences(vocabulary: Vocabulary, sound: Collection[tuple[str, str]] = ()) -> list[Incoherence]:
    """Every name in an entry that no entry answers to, and every two entries that claim the same.

    Kinds among the `sound` entries, given by part and id, are not looked into.
    """
    found = [Incoherence("compare", *one) for one in _comparisons(vocabulary)]
    found += [Incoherence("ladders", *one) for one in _ladders(vocabulary)]
    found += [Incoherence("actors", *one) for one in _sections(vocabulary.actors.values())]
    found += [Incoherence("relations", *one) for one in _sections(vocabulary.relations.values())]
    for key, actor in vocabulary.actors.items():
        if ("actors", key) not in sound:
            found += [Incoherence("actors", actor.id, message) for message in _actor(actor, vocabulary)]
    for key, kind in vocabulary.relations.items():
        if ("relations", key) not in sound:
            found += [Incoherence("relations", kind.id, message) for message in _relation(kind, vocabulary)]
    return found


def _comparisons(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for at, entry in enumerate(vocabulary.compare):
        for ladder, rung in entry.items():
            if ladder not in vocabulary.ladders:
                hint = ladder_now(ladder) or did_you_mean(ladder, vocabulary.ladders)
                yield str(at), f"{ladder} is not a ladder{hint}"
            elif rung not in vocabulary.ladders[ladder].rungs:
                hint = did_you_mean(rung, vocabulary.ladders[ladder].rungs)
                yield str(at), f"{rung} is not a rung of {ladder}{hint}"
    for ladder, rung in circular(vocabulary):
        yield "", f"taken together, the comparisons put {rung} of {ladder} above itself"


def _ladders(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    holders: dict[str, str] = {}
    for ladder in vocabulary.ladders.values():
        for owner in ladder.owners:
            if owner in holders:
                yield ladder.id, f"{owner} has a ladder already: {holders[owner]}"
            holders[owner] = ladder.id
        yield from ((ladder.id, message) for message in _belonging(ladder, vocabulary))
        for tier in ladder.rungs.keys() & ladder.beside.keys():
            yield ladder.id, f"{tier} is a rung and stands beside the ladder too"


def _belonging(ladder: Ladder, vocabulary: Vocabulary) -> Iterator[str]:
    """Whose a ladder is: that of owners or that of kinds, and nobody's if it is the general one."""
    if ladder.owners and ladder.kinds:
        yield "it has an owner and a kind: give one of the two"
    elif (ladder.owners or ladder.kinds) and ladder.id == GENERAL:
        yield "the general ladder is that of all who have none of their own: give yours another name"
    elif not (ladder.owners or ladder.kinds or ladder.id == GENERAL):
        yield f"whose is it? Give an owner, or the kind of relation that it belongs to; nobody's ladder is {GENERAL}"
    for kind in ladder.kinds:
        if kind not in vocabulary.relations:
            yield f"{kind} is not a kind of relation{did_you_mean(kind, vocabulary.relations)}"


def _sections(kinds: Iterable[ActorKind | RelationKind]) -> Iterator[tuple[str, str]]:
    seen = {"source": "every file"}
    for kind in kinds:
        if kind.section in seen:
            yield kind.id, f"the section {kind.section} belongs to {seen[kind.section]}"
        seen[kind.section] = kind.id


def _actor(kind: ActorKind, vocabulary: Vocabulary) -> Iterator[str]:
    if kind.id in vocabulary.relations:
        yield "it is a kind of relation too"
    for named in (*kind.part_of, *kind.members, *((kind.like,) if kind.like is not None else ())):
        if named not in vocabulary.actors:
            yield f"{named} is not a kind of actor{did_you_mean(named, vocabulary.actors)}"


def _relation(kind: RelationKind, vocabulary: Vocabulary) -> Iterator[str]:
    if kind.id in vocabulary.actors:
        yield "it is a kind of actor too"
    yield from _statuses(kind, vocabulary)
    yield from _ends(kind, vocabulary)
    yield from _role_names(kind)
    yield from _phrases(kind)
    yield from _details(kind)
    yield from _implications(kind, vocabulary)
    rungs = [rung for ladder in vocabulary.ladders.values() for rung in ladder.rungs]
    if kind.rung is not None and kind.rung not in rungs:
        yield f"{kind.rung} is not a rung of any ladder{did_you_mean(kind.rung, rungs)}"


def _statuses(kind: RelationKind, vocabulary: Vocabulary) -> Iterator[str]:
    for status in dict.fromkeys((*kind.statuses, kind.status)):
        if status not in vocabulary.statuses:
            yield f"{status} is not a status{did_you_mean(status, vocabulary.statuses)}"
    if kind.status not in kind.statuses:
        yield f"the usual status {kind.status} is not among its statuses"


def _ends(kind: RelationKind, vocabulary: Vocabulary) -> Iterator[str]:
    known_types = [*vocabulary.actors, *(one.id for one in vocabulary.relations.values() if one.is_node)]
    for role in kind.roles.values():
        for unknown in sorted(role.types.difference(known_types)):
            yield f"{unknown} cannot stand at the end {role.name}{did_you_mean(unknown, known_types)}"
        if role.name in COMMON_KEYS or role.name in kind.fields:
            yield f"the end {role.name} is called like a field"
    for what, name in (*(("end", role) for role in kind.roles), *(("field", field) for field in kind.fields)):
        if not re.fullmatch(_NAME, name):
            yield f"the {what} {name!r} cannot be named in a sentence; use letters, digits, hyphens and underscores"
    for name in sorted(kind.fields.keys() & COMMON_KEYS - {"kind"}):
        yield f"the field {name} is called like one that every record has"
    if kind.is_tie and len(kind.pair) < 2:  # noqa: PLR2004 - a tie is between two
        yield "a tie needs two ends"
    if kind.is_tie and any(kind.roles[role].optional for role in kind.pair):
        yield "neither of the first two ends of a tie can be optional"
    if kind.is_tie and not kind.walks:
        yield "a tie needs to be read from either end: reads {forward, back}"


def _role_names(kind: RelationKind) -> Iterator[str]:
    named = [role for walk in kind.walks for role in (walk.source, walk.target) if role != FACT_ITSELF]
    named += [role for rule in kind.implies for role in (rule.source, rule.target)]
    named += [role for rule in kind.closes for role in (rule.source, rule.target)]
    named += [rule.target for rule in kind.settles]
    named += [role for pair in kind.distinct for role in pair]
    for role in dict.fromkeys(named):
        if role not in kind.roles:
            yield f"{role} is not one of its ends{did_you_mean(role, kind.roles)}"


def _details(kind: RelationKind) -> Iterator[str]:
    known = (SINCE, *kind.fields)
    for name in kind.details:
        if name not in known:
            yield f"details: {name} is not one of its fields{did_you_mean(name, known)}"


def _phrases(kind: RelationKind) -> Iterator[str]:
    known = {*PHRASE_WORDS, *kind.roles, *kind.fields, *kind.words_of(None)}
    for pattern in dict.fromkeys(_patterns(kind)):
        if len(pattern) > LONGEST_READING:
            yield f"a reading of {len(pattern):,} letters is too long; at most {LONGEST_READING:,}"
            continue
        rest = re.sub(_SLOT, "", pattern)
        if {"{", "}"} & set(rest):
            yield f'a brace is not closed in "{pattern}"'
        if re.search(r"\[[^\]]*\[|^[^\[]*\]|\[[^\]]*$|\][^\[]*\]", rest):
            yield f'a bracket is not closed, or stands in another, in "{pattern}"'
        for name in re.findall(_SLOT, pattern):
            if name not in known:
                yield f'{{{name}}} means nothing in "{pattern}"{did_you_mean(name, sorted(known))}'
    for name in sorted(set().union(*kind.words.values()) & {*PHRASE_WORDS, *kind.roles, *kind.fields}):
        yield f"the word {name} stands for something else already: choose another name"
    for name in kind.unsaid:
        if name not in kind.fields:
            yield f"unsaid: {name} is not one of its fields{did_you_mean(name, kind.fields)}"


def _patterns(kind: RelationKind) -> Iterator[str]:
    for walk in (*kind.walks, *((kind.whole,) if kind.whole else ())):
        for forward, back in ((walk.forward, walk.back), *(reading for _, reading in walk.forms)):
            yield from (forward, back)


def _implications(kind: RelationKind, vocabulary: Vocabulary) -> Iterator[str]:
    known_types = [*vocabulary.actors, *(one.id for one in vocabulary.relations.values() if one.is_node)]
    for implied in kind.implies:
        yield from _rule("implies", implied, kind, vocabulary)
        for named in implied.types:
            if named not in known_types:
                yield f"{named} is not a kind of actor{did_you_mean(named, known_types)}"
        given = vocabulary.relations[implied.kind].kinds if implied.kind in vocabulary.relations else ()
        if implied.gives is not None and implied.gives not in given:
            yield f"{implied.gives} is not a kind of {implied.kind}{did_you_mean(implied.gives, given)}"
    for closing in kind.closes:
        yield from _rule("closes", closing, kind, vocabulary)
        if closing.named is not None and closing.named not in kind.roles:
            yield f"{closing.named} is not one of its ends{did_you_mean(closing.named, kind.roles)}"
        yield from _changes(closing, closing.leaves, vocabulary)
    for settling in kind.settles:
        yield from _rule("settles", settling, kind, vocabulary)
        yield from _changes(settling, (), vocabulary)


def _changes(rule: Closing | Settling, leaves: Iterable[str], vocabulary: Vocabulary) -> Iterator[str]:
    """What is wrong with the ends and statuses that a rule names of the kind that it changes."""
    changed = vocabulary.relations.get(rule.kind)
    if changed is None:
        return
    for role in leaves:
        if role not in changed.roles:
            yield f"{role} is not one of the ends of {rule.kind}{did_you_mean(role, changed.roles)}"
    for status in (rule.status, rule.unstated) if isinstance(rule, Settling) else ():
        if status not in changed.statuses:
            yield f"{status} is not a status of {rule.kind}{did_you_mean(status, changed.statuses)}"


def _rule(
    word: str, rule: Implication | Closing | Settling, kind: RelationKind, vocabulary: Vocabulary
) -> Iterator[str]:
    """What is wrong with the kinds that a rule names: of the fact that it gives or changes, and of its own."""
    target, gives = vocabulary.relations.get(rule.kind), isinstance(rule, Implication)
    if target is None or not (target.is_tie or (target.is_node and not gives)):
        what = "not a tie" if gives else "neither a tie nor a node"
        yield f"{word} {rule.kind}, which is {what}{did_you_mean(rule.kind, vocabulary.relations)}"
    for narrower in (*rule.kinds, *(rule.returns if isinstance(rule, Closing) else ())):
        if narrower not in kind.kinds:
            yield f"{narrower} is not one of its kinds{did_you_mean(narrower, kind.kinds)}"
