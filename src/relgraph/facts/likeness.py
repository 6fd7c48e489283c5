"""When two facts are alike: in what they derive or are derived as, in what a source states, in what they are about.

Each is a key by which alike facts are put together. What takes part in it:

    derived as one    kind, narrower kind, pair, tier, the day it happened
    stated as one     kind, narrower kind, ends, tier or else own fields, status, dates, speakers, stance, file
    said alike        all that a tie or a figure says but for dates and details, whoever is cited for it
    said of the same  kind, narrower kind, ends, tier, speakers, day it happened; of a figure what it counts, and when
    about the same    kind, ends with their roles, name of the file

A symmetric kind reads alike from either end: its pair counts in order of id. A tier is one on its ladder: two owners
may each have a rung of the same name. That for which a kind stands is the same on every ladder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from relgraph.facts.tiers import ladder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import Vocabulary


Whose: TypeAlias = "Callable[[Fact], str]"
"""Tells by its name which dataset a fact is of, where several are asked together."""


def of_the_only(_: Fact) -> str:
    """Whose a fact is where there is but one dataset: it has no name."""
    return ""


def derived_as_one(fact: Fact, vocabulary: Vocabulary) -> Hashable:
    """What makes a derived fact say what another says: a stated one, which it corroborates, or one it is joined to."""
    return (fact.kind, fact.type, *_pair(fact, vocabulary), _tier(fact, vocabulary), fact.when.on)


def stated_as_one(fact: Fact, vocabulary: Vocabulary) -> Hashable:
    """All that a tie says, and in which file; two alike say the same, a tier too however it came about."""
    said = (fact.kind, fact.type, _tier(fact, vocabulary), fact.status, fact.when, fact.stance, fact.per)
    own = repr(fact.fields).casefold() if fact.fields and fact.tier is None else ""
    others = [end.id for end in fact.ends[2:]]
    return (fact.place.file, *said, own, *_pair(fact, vocabulary), *others)


def said_alike(fact: Fact, vocabulary: Vocabulary) -> Hashable:
    """All that a tie or a figure says but for its dates and details: it may be one, which two sources bear out."""
    kind = vocabulary.relations[fact.kind]
    said = (fact.kind, fact.type, _tier(fact, vocabulary), fact.status, fact.stance, fact.disputed, fact.name)
    ends = [(end.id, end.every) for end in fact.ends[:2]]
    if kind.symmetric:
        ends.sort()
    own = repr({name: value for name, value in sorted(fact.fields.items()) if name not in kind.details}).casefold()
    return (*said, frozenset(fact.per), fact.implies_nothing, own, *ends, fact.ends[2:])


def said_of_the_same(fact: Fact, vocabulary: Vocabulary) -> Hashable:
    """What two sources may agree or conflict about: who is tied how; of a figure, of what it is one, and when."""
    figure = (str(fact.fields.get("what", "")).casefold(), fact.happened) if len(fact.ends) == 1 else ()
    more = tuple(end.id for end in fact.ends[2:])
    happened = None if figure else fact.when.on
    return (fact.kind, fact.type, _tier(fact, vocabulary), fact.per, happened, figure, *_pair(fact, vocabulary), more)


def about_the_same(fact: Fact) -> Hashable:
    """What a fact is about, whatever it says of it: who stands in which role, by which source."""
    return fact.kind, fact.ends, fact.place.file.rpartition("/")[2]


def _tier(fact: Fact, vocabulary: Vocabulary) -> Hashable:
    """The tier with its ladder; alone where the kind stands for it."""
    if fact.tier is None or vocabulary.relations[fact.kind].rung is not None:
        return fact.tier
    return ladder_of(fact, vocabulary).id, fact.tier


def _pair(fact: Fact, vocabulary: Vocabulary) -> tuple[str, ...]:
    return pair_in_order(fact) if vocabulary.relations[fact.kind].symmetric else fact.pair


def pair_in_order(fact: Fact) -> tuple[str, ...]:
    """The first two ends, whichever comes first."""
    ends = fact.ends
    if len(ends) > 1 and ends[1].id < ends[0].id:  # asked of every fact
        return ends[1].id, ends[0].id
    return fact.pair


def of_one_pair(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """The facts of a kind whose pair, from whichever end, others of the kind have too."""
    return grouped(facts, lambda fact: (fact.kind, *pair_in_order(fact)))


def grouped(facts: Iterable[Fact], key: Callable[[Fact], Hashable]) -> Iterator[list[Fact]]:
    """The facts that share a key with others."""
    first: dict[Hashable, Fact] = {}
    groups: dict[Hashable, list[Fact]] = {}
    for fact in facts:
        found = key(fact)
        earlier = first.setdefault(found, fact)
        if earlier is not fact:
            groups.setdefault(found, [earlier]).append(fact)
    return iter(groups.values())
