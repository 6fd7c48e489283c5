"""Where two sources cannot both be right: what each gives for a date, a tier or a figure. Nothing is overwritten.

Neither can two datasets that read one source otherwise: `whose` tells them apart, where several are asked together.
"""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.denying import denials_of
from relgraph.facts.derive import holds
from relgraph.facts.figures import Figure
from relgraph.facts.likeness import grouped, of_one_pair, of_the_only, said_of_the_same
from relgraph.facts.rules import rules_for
from relgraph.facts.tiers import ladder_of
from relgraph.facts.valid_time import of_two_times
from relgraph.reading.dates import Date, Truth
from relgraph.reading.edtf import ALWAYS_BEFORE
from relgraph.vocabulary.consequences import Closing

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from relgraph.facts.likeness import Whose
    from relgraph.facts.records import Fact
    from relgraph.sources.library import Library
    from relgraph.vocabulary.consequences import Implication
    from relgraph.vocabulary.model import Vocabulary

TIER = "tier"
STANCE = "stance"
"""What two differ in of which one denies what the other states."""

MANY = 40
"""Facts said of the same above which not each two are compared: nobody reads so much said against each other."""


class Conflict(NamedTuple):
    """Two facts of different sources, or of two datasets, that cannot both be right.

    `what` is a date, a tier or a figure, and what each `gives` for it; or the stance, which one states and one denies.
    """

    one: Fact
    other: Fact
    what: str
    gives: tuple[str, str]

    @property
    def turned(self) -> Conflict:
        """The same, told from the other fact."""
        return Conflict(self.other, self.one, self.what, (self.gives[1], self.gives[0]))


def conflicts_by_fact(
    facts: Iterable[Fact], vocabulary: Vocabulary, library: Library, whose: Whose = of_the_only
) -> dict[str, tuple[Conflict, ...]]:
    """For the id of each fact in conflict with others, the conflicts, the fact being the `one` of each."""
    found: dict[str, list[Conflict]] = {}
    for conflict in conflicts(facts, vocabulary, library, whose):
        for each in (conflict, conflict.turned):
            found.setdefault(each.one.id, []).append(each)
    return {one: tuple(each) for one, each in sorted(found.items())}


def conflicts(
    facts: Iterable[Fact], vocabulary: Vocabulary, library: Library, whose: Whose = of_the_only
) -> Iterator[Conflict]:
    """Where what different sources say of the same cannot both be right: of facts that hold, or that one denies."""
    facts = tuple(facts)
    kept = [fact for fact in facts if holds(fact, vocabulary) and not vocabulary.relations[fact.kind].is_node]
    for pair in of_one_pair(kept):
        for one, other in _of_two_sources(grouped(pair, lambda fact: said_of_the_same(fact, vocabulary)), whose):
            yield from _dates(one, other)
            yield from _figures(one, other)
        tiered = [fact for fact in pair if fact.tier is not None]
        for one, other in _of_two_sources(grouped(tiered, lambda fact: fact.per), whose):
            yield from _tiers(one, other, vocabulary, library)
    yield from _turns(kept, vocabulary, whose)
    for one, denial in denials_of(facts, vocabulary, library):
        if _are_two(one, denial, whose):
            yield Conflict(one, denial, STANCE, ("stated", "denied"))


def _turns(facts: list[Fact], vocabulary: Vocabulary, whose: Whose) -> Iterator[Conflict]:
    """Events that end what has ended already, or begin what has begun: they are one, of which two days are told."""
    turns: dict[tuple[str, ...], list[tuple[Fact, bool]]] = {}
    for fact in facts:
        for key, ends in _turned_by(fact, vocabulary) if fact.when.on is not None else ():
            turns.setdefault(key, []).append((fact, ends))
    for found in turns.values():
        found.sort(key=lambda one: (one[0].when.on.first if one[0].when.on else 0, one[0].id))
        for (one, ends), (other, ends_too) in pairwise(found):
            alike = ends is ends_too and (one.kind, one.type) == (other.kind, other.type)
            if alike and _are_two(one, other, whose):
                yield from _dates(one, other)


def _are_two(one: Fact, other: Fact, whose: Whose) -> bool:
    """Whether no source says both of two facts in one dataset."""
    return one.sources.isdisjoint(other.sources) or whose(one) != whose(other)


def _turned_by(fact: Fact, vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What an event begins or ends, by kind and pair, and whether it ends it."""
    kind = vocabulary.relations[fact.kind]
    rules: list[Closing | Implication] = [one for one in rules_for(fact, kind.implies) if one.opens]
    rules += [one for one in rules_for(fact, kind.closes) if not one.leaves]
    for rule in rules:
        if not rule.kinds or fact.type in rule.kinds:
            for pair in product(fact.at(rule.source), fact.at(rule.target)):
                alike = vocabulary.relations[rule.kind].symmetric
                yield (rule.kind, *(sorted(pair) if alike else pair)), isinstance(rule, Closing)


def _of_two_sources(groups: Iterable[list[Fact]], whose: Whose) -> Iterator[tuple[Fact, Fact]]:
    """Each two of a group that no source says both of in one dataset, and that are not of two times."""
    for group in groups:
        by = {id(fact): (fact.sources, whose(fact)) for fact in group}
        for one, other in _compared(group, whose):
            (mine, of), (its, other_of) = by[id(one)], by[id(other)]
            if (of != other_of or mine.isdisjoint(its)) and not of_two_times(one, other):
                yield one, other


def _compared(group: list[Fact], whose: Whose) -> Iterator[tuple[Fact, Fact]]:
    """Each two of a group; in a large one each with those that stand for what is said, so that work grows with it."""
    if len(group) <= MANY:
        yield from combinations(group, 2)
        return
    number = {id(fact): at for at, fact in enumerate(group)}
    standing = _standing(group, whose)
    among = {id(fact) for fact in standing}
    for at, fact in enumerate(group):
        for other in standing:
            if at < number[id(other)]:
                yield fact, other
            elif id(fact) not in among:
                yield other, fact


def _standing(group: list[Fact], whose: Whose) -> list[Fact]:
    """The first that says each thing by each sources; of more than MANY things the outermost, by dates and figures."""
    said: dict[Hashable, Fact] = {}
    for fact in group:
        said.setdefault((whose(fact), fact.sources, fact.when, fact.tier, repr(fact.fields)), fact)
    found = list(said.values())
    if len(found) > MANY:
        found.sort(key=_from_least)
        found[MANY // 2 : -MANY // 2] = []
    return found


def _from_least(fact: Fact) -> tuple[list[object], list[float]]:
    """By what facts are put in order from the least that is said to the most: by dates, then by figures."""
    figures = [value.value for _, value in sorted(fact.fields.items()) if isinstance(value, Figure)]
    return [date.first for _, date in fact.when], figures


def _dates(one: Fact, other: Fact) -> Iterator[Conflict]:
    """The dates of two facts that have no day in common."""
    mine, theirs = dict(one.when), dict(other.when)
    for word in ("since", "until", "on"):
        first, second = mine.get(word), theirs.get(word)
        if first is not None and second is not None and _apart(first, second):
            yield Conflict(one, other, word, (str(first), str(second)))


def _apart(one: Date, other: Date) -> bool:
    return Truth.YES in (one.before(other), other.before(one)) and not (one.ongoing or other.ongoing)


def _in_two_currencies(one: Figure, other: Figure) -> bool:
    return bool(one.currency and other.currency and one.currency.isdisjoint(other.currency))


def _figures(one: Fact, other: Fact) -> Iterator[Conflict]:
    """The figures of two facts that are not the same number; one with a bound is not held against another."""
    for name in sorted(one.fields.keys() & other.fields.keys()):
        first, second = one.fields[name], other.fields[name]
        if not isinstance(first, Figure) or not isinstance(second, Figure) or first.bound or second.bound:
            continue
        if first.value != second.value and not _in_two_currencies(first, second):
            yield Conflict(one, other, name.replace("_", " "), (str(first), str(second)))


def _tiers(one: Fact, other: Fact, vocabulary: Vocabulary, library: Library) -> Iterator[Conflict]:
    """Two rungs of one ladder where nothing lets the higher one be the later: no date, no later source."""
    ladder = ladder_of(one, vocabulary)
    if ladder is not ladder_of(other, vocabulary):
        return
    first, second = (ladder.height(fact.tier or "") for fact in (one, other))
    lower, higher = (one, other) if first < second else (other, one)
    if first and second and first != second and not _may_follow(higher, lower, library):
        labels = [ladder.label_of(fact.tier or "") for fact in (one, other)]
        yield Conflict(one, other, TIER, (labels[0], labels[1]))


def _of_one_time(one: Date, other: Date) -> bool:
    """Whether all that one of two dates may mean the other may mean too, and neither is open."""
    if one.unsure or other.unsure or not (one.first > ALWAYS_BEFORE < other.first):
        return False
    inner, outer = sorted((one, other), key=lambda date: date.last - date.first)
    return outer.first <= inner.first and inner.last <= outer.last


def _may_follow(higher: Fact, lower: Fact, library: Library) -> bool:
    """Whether a pair may have come from a lower rung to a higher: by their dates, or else by those of the sources.

    A lower rung since some day of May and a higher one since May are of one time.
    """
    low, high = lower.when.since, higher.when.since
    if low is not None and high is not None:
        return low.before(high) is Truth.YES or (low.before(high) is Truth.MAYBE and not _of_one_time(low, high))
    if low is not None or high is not None:
        return True
    told = [{library.cards[one].published for one in fact.sources if one in library.cards} for fact in (lower, higher)]
    return any(
        before is not None and after is not None and before.before(after) is Truth.YES
        for before in told[0]
        for after in told[1]
    )
