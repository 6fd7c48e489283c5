"""The ends of a fact: there, known, of a kind that may stand there, and not the same twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from relgraph.checks.hints import listed
from relgraph.facts.parsing.values import CAPITAL, EVERY
from relgraph.reading.plurals import one_of_a_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.rule import Findings
    from relgraph.facts.records import End, Fact
    from relgraph.vocabulary.model import Vocabulary


def ends_suit(fact: Fact, context: Context) -> bool:
    """Whether the ends of a fact break no rule: none is missing, and at each stands another who may stand there."""
    kind, ends = fact.kind, fact.ends
    fits = context.once(_Fits)
    for end in ends:
        if not fits[kind, end]:
            return False
    return context.once(_Filled)[kind, tuple([end.role for end in ends])] and len({end.id for end in ends}) == len(ends)


class _Fits(dict[tuple[str, "End"], bool]):
    """Whether one is known, and of a kind that may stand at the end of facts of a kind; looked up once for each."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def __missing__(self, which: tuple[str, End]) -> bool:
        kind, end = which
        context = self._context
        there, allowed = context.kinds.get(end.id), context.vocabulary.relations[kind].roles[end.role].types
        found = self[which] = there is not None and context.vocabulary.suits(there, allowed)
        return found


class _Filled(dict[tuple[str, tuple[str, ...]], bool]):
    """Whether no end is missing of facts of a kind with some roles; looked up once for all that have them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._needed = _needed(context)

    def __missing__(self, which: tuple[str, tuple[str, ...]]) -> bool:
        kind, roles = which
        found = self[which] = set(self._needed[kind]).issubset(roles)
        return found


def ends_there(case: Case, context: Context) -> Findings:
    """Somebody stands at every end that is not optional."""
    roles = [end.role for end in case.fact.ends]
    for role in context.once(_needed)[case.fact.kind]:
        if role not in roles:
            yield case.fact.place, case.kind.lacks(role)


def ends_known(case: Case, context: Context) -> Findings:
    """Every end is the id of an actor, or of a fact that is a node."""
    known = context.kinds
    for end in case.fact.ends:
        if end.id not in known:
            for message in unknown(end.id, context):
                yield context.places.of(case.fact, end.role, end.id), message


def unknown(one: str, context: Context) -> Iterator[str]:
    """Why an id cannot stand at an end, and which was likely meant; nothing of one that could not be read."""
    fact = context.stated.get(one)
    if fact is not None:
        kind = context.vocabulary.relations[fact.kind]
        yield f"{one} is {kind.one}, not a node that another fact can name"
    elif one not in context.dataset.unread:
        yield f"{one} is not an id{_as_written(one) or context.hints.meant(one)}"


def _as_written(one: str) -> str:
    """How to write what is no id but something else that may stand at an end."""
    if "," in one:
        return f"; several ids are a list: [{one}]"
    word, _, name = one.partition(" ")
    return f"; write {{{word}: {name.strip()}}}" if name and word.rstrip(":") in {EVERY, CAPITAL} else ""


def ends_fit(case: Case, context: Context) -> Findings:
    """What stands at an end is of a kind that may stand there."""
    kinds, roles = context.kinds, case.kind.roles
    for end in case.fact.ends:
        kind = kinds.get(end.id)
        allowed = roles[end.role].types
        if kind is not None and kind not in allowed and not context.vocabulary.suits(kind, allowed):
            named = f"{end.id} ({context.names.label(end.id)})"
            label = _one(kind, context.vocabulary)
            place = context.places.of(case.fact, end.role, end.id)
            yield place, f"{named} is {label}; {end.role} takes {_choice(sorted(allowed))}"


def _one(kind: str, vocabulary: Vocabulary) -> str:
    """What one of a kind of actor or of relation is called: a city."""
    actor = vocabulary.actors.get(kind)
    return one_of_a_kind(actor.label) if actor else vocabulary.relations[kind].one


def _choice(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def ends_distinct(case: Case, context: Context) -> Findings:
    """Nobody stands twice at one end, nor at two ends that the kind keeps apart."""
    ends = case.fact.ends
    if len({end.id for end in ends}) == len(ends):
        return  # nobody stands twice anywhere
    if len(set(ends)) < len(ends):
        twice = [end for end, count in Counter(ends).items() if count > 1]
        place = context.places.of(case.fact, twice[0].role)
        yield place, f"{listed([end.id for end in twice])} stands twice at {twice[0].role}"
    for first, second in context.once(_apart)[case.kind.id]:
        there = case.fact.at(second)
        for one in case.fact.at(first):
            if one in there:
                place = context.places.of(case.fact, second, one)
                yield place, f"{one} stands at {first} and at {second}; these must differ"


def _apart(context: Context) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each kind the pairs of ends that must differ: the two of a tie, and what the vocabulary says."""
    kinds = context.vocabulary.relations.values()
    ties = {kind.id: (kind.pair,) if kind.is_tie else () for kind in kinds}
    return {kind.id: tuple(dict.fromkeys((*ties[kind.id], *kind.distinct))) for kind in kinds}


def _needed(context: Context) -> dict[str, tuple[str, ...]]:
    """For each kind the ends that are not optional."""
    kinds = context.vocabulary.relations.values()
    return {kind.id: tuple(role.name for role in kind.roles.values() if not role.optional) for kind in kinds}
