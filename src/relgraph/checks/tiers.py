"""Tiers: on a ladder of one of the ends, and one ranked tier for a pair at a time."""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from relgraph.checks.ends import unknown
from relgraph.checks.labels import Labels
from relgraph.facts.derive import holds
from relgraph.facts.folder import VOCABULARY
from relgraph.facts.likeness import of_one_pair, pair_in_order
from relgraph.facts.shipped import is_shipped
from relgraph.facts.tiers import ladder_of
from relgraph.facts.valid_time import of_two_times
from relgraph.reading.dates import Truth
from relgraph.reading.edtf import ALWAYS_AFTER, ALWAYS_BEFORE
from relgraph.reading.suggest import called
from relgraph.sources.words import words
from relgraph.vocabulary.ladder import GENERAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.checks.context import Case, Context
    from relgraph.checks.labels import Words
    from relgraph.checks.rule import Finding, Findings
    from relgraph.facts.records import Citation, Fact
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary

    _Said: TypeAlias = tuple[Citation, str, frozenset[Words]]


def ranks(kind: RelationKind) -> bool:
    """Whether facts of a kind may bear a tier."""
    return "tier" in kind.fields.values()


def on_own_ladder(fact: Fact, vocabulary: Vocabulary) -> bool:
    """Whether the tier of a fact as it was written is on a ladder of its kind, or else on that of one of its ends."""
    ladder = ladder_of(fact, vocabulary)
    own = ladder.kinds if fact.kind in vocabulary.ladders_of_kinds else ladder.owners
    return bool(own) and ladder.has(fact.tier)


def tier_known(case: Case, context: Context) -> Findings:
    """A tier is a rung of a ladder of one of the ends, or a label beside it."""
    fact = case.fact
    if fact.tier is None or fact.tier in context.vocabulary.aside:
        return
    ladders = context.vocabulary.ladders_of_kinds.get(fact.kind) or context.vocabulary.ladders_of(*fact.pair)
    if True not in [ladder.has(fact.tier) for ladder in ladders]:
        known = {tier: label for ladder in ladders for tier, label in (*ladder.rungs.items(), *ladder.beside.items())}
        names = " or ".join(ladder.label for ladder in ladders)
        may = ", ".join(known)
        hint = called(fact.tier, known) or "; a ladder that has it is an entry under ladders in vocabulary.yaml"
        yield context.places.of(fact, "tier"), f"{fact.tier} is not a tier of {names}, which has {may}{hint}"


def tier_not_owned(case: Case, context: Context) -> Findings:
    """A tier of the general ladder is none of a ladder whose owner the paragraphs name, unless that was weighed."""
    fact = case.fact
    if fact.tier is None or ladder_of(fact, context.vocabulary).id != GENERAL:
        return
    for ladder in context.vocabulary.ladders.values():
        for owner in ladder.owners if ladder.has(fact.tier) else ():
            called_so = {words(name) for name in context.names.known_as(owner)}
            for citation, paragraph in case.cited:
                weighed = any(words(word) in called_so for word in citation.despite)
                if paragraph is not None and paragraph.names(owner) and not weighed:
                    named = context.names.label(owner)
                    told = f"{fact.tier} is on {ladder.label}, and {paragraph} names {named}, which is no end of this"
                    yield citation.place, f"{told}; if it is not its tier, add despite: [{named}]"


def ladders_owned(context: Context) -> Findings:
    """Whoever a ladder is said to belong to is known."""
    file = context.dataset.files.get(VOCABULARY)
    if file is None:
        return
    for ladder in context.vocabulary.ladders.values():
        for owner in ladder.owners:
            if owner not in context.dataset.actors and not is_shipped(owner):
                place = context.places.of_entry(file, "ladders", ladder.id)
                yield from ((place, f"{ladder.id}: owner: {message}") for message in unknown(owner, context))


def tier_given(case: Case, context: Context) -> Findings:
    """Where one of the ends ranks its partnerships, the rank is given."""
    fact = case.fact
    if fact.tier is None and case.kind.is_tie:
        ladders = [ladder for ladder in context.vocabulary.ladders_of(*fact.pair) if ladder.owners]
        if ladders:
            yield fact.place, f"no tier is given, though there is {ladders[0].label}"


def tier_said(case: Case, context: Context) -> Findings:
    """Where the terms, or else the paragraphs, name tiers of its ladder, they name that of the fact too."""
    fact = case.fact
    ladder = ladder_of(fact, context.vocabulary) if fact.tier else None
    if ladder is None or not ladder.has(fact.tier):
        return
    labels = context.once(_labels)[ladder.id]
    by_paragraphs = _said_by_paragraphs(case, labels)
    if not by_paragraphs:
        return
    own = ladder.label_of(fact.tier or "")
    of_own = words(own)
    for said in (_said_by_terms(case, labels), by_paragraphs):
        if any(of_own in found for _, _, found in said):
            return
        for citation, where, found in said:
            weighed = {words(word) for word in citation.despite} if found else frozenset()
            others = [label for phrase, label in labels.known.items() if phrase in found - weighed]
            if others:
                told = f'{where} "{others[-1]}", and nothing there says "{own}" ({fact.tier})'
                yield citation.place, f"{told}; if that is of others, add despite: [{others[-1]}]"
                return


def _labels(context: Context) -> dict[str, Labels]:
    return {one.id: Labels.of(one) for one in context.vocabulary.ladders.values()}


def _said_by_terms(case: Case, labels: Labels) -> list[_Said]:
    """Which labels the terms of each citation say; a term that its paragraph does not have is another rule's."""
    return [
        (citation, "the terms say", frozenset().union(*[labels.longest_in(words(term)) for term in borne]))
        for citation, paragraph in case.cited
        if paragraph is not None and (borne := list(filter(paragraph.bears, citation.terms)))
    ]


def _said_by_paragraphs(case: Case, labels: Labels) -> list[_Said]:
    """The cited paragraphs that say any of the labels, and which."""
    return [
        (citation, f"{paragraph} says", found)
        for citation, paragraph in case.cited
        if paragraph is not None and (found := paragraph.rungs(labels))
    ]


class Ranked(NamedTuple):
    """A fact on a rung: what it is about (ladder, kind, pair), the days between which it began, its height there."""

    about: tuple[str, ...]
    first: int
    last: int
    height: int
    fact: Fact


def tiers_clash(context: Context) -> Findings:
    """No pair stands on two rungs of one ladder at once; a later, higher rung replaces the earlier."""
    for lower, higher in context.once(_rivals):
        if lower.fact.sources.isdisjoint(higher.fact.sources) and lower.fact.evidence:
            continue  # two sources differ: both are kept, and a note says so
        if _order(lower, higher) is Truth.NO and _overlap(lower, higher):
            yield _told(lower, higher, "hold at the same time; end one of them, or mend a date")
        elif _same_start(lower.fact, higher.fact) and _overlap(lower, higher):
            yield _told(lower, higher, "begin at the same time; give the month of each, or end one of them")


def tiers_unordered(context: Context) -> Findings:
    """Of two rungs of one pair it can be told which came later."""
    for lower, higher in context.once(_rivals):
        unsure = _order(lower, higher) is Truth.MAYBE and not _same_start(lower.fact, higher.fact)
        if unsure and not of_two_times(lower.fact, higher.fact):
            yield _told(lower, higher, "may hold at the same time: which came later cannot be told")


def _rivals(context: Context) -> list[tuple[Ranked, Ranked]]:
    """Neighbours in time that put one pair on two rungs, unless the higher plainly came later; the lower first."""
    found = []
    for _, group in groupby(sorted(_ranked(context), key=itemgetter(0, 1, 3)), key=itemgetter(0)):
        before: Ranked | None = None
        for one in group:
            if before is not None and one.height < before.height:
                found.append((one, before))
            elif before is not None and one.height > before.height and before.last >= one.first:
                found.append((before, one))
            before = one
    return found


def _ranked(context: Context) -> Iterator[Ranked]:
    """Every fact that holds, or held, on a rung, where its pair has another of its kind."""
    relations, ladders_of = context.vocabulary.relations, context.vocabulary.ladders_of
    of_kinds = context.vocabulary.ladders_of_kinds
    tiered = {kind.id for kind in relations.values() if ranks(kind) and kind.is_tie}
    for fact in _of_one_pair(context):
        if fact.tier and fact.kind in tiered and len(fact.ends) > 1 and holds(fact, context.vocabulary):
            since = fact.when.since
            sure = since is not None and not since.unsure
            first, last = (since.first, since.last) if since and sure else (ALWAYS_BEFORE, ALWAYS_AFTER)
            one, other = fact.pair
            for ladder in of_kinds.get(fact.kind) or ladders_of(one, other):
                if height := ladder.height(fact.tier):
                    yield Ranked((ladder.id, fact.kind, *pair_in_order(fact)), first, last, height, fact)


def _of_one_pair(context: Context) -> Iterable[Fact]:
    """Stated facts, and derived ones where any can bear a tier: those of the members of groups."""
    groups = any(actor.is_group and actor.members for actor in context.dataset.actors.values())
    return chain.from_iterable(of_one_pair(context.dataset.all_facts)) if groups else context.of_one_pair


def _order(lower: Ranked, higher: Ranked) -> Truth:
    """Whether the higher rung came later, and so replaces the lower."""
    low, high = lower.fact.when.since, higher.fact.when.since
    return low.before(high) & ~high.before(low) if low is not None and high is not None else Truth.MAYBE


def _same_start(one: Fact, other: Fact) -> bool:
    """Whether two facts are dated alike, to the year, month or day: nothing tells which replaces the other."""
    first, second = one.when.since, other.when.since
    return first is not None and first == second and not (first.unsure or first.interval)


def _overlap(lower: Ranked, higher: Ranked) -> bool:
    """Whether there is a day on which both hold for certain."""
    starts, ends = [], []
    for fact in (lower.fact, higher.fact):
        since, until = fact.when.since, fact.when.until
        if since is None or since.unsure or (until is not None and until.unsure):
            return False
        starts.append(since.last)
        ends.append(until.first if until is not None else ALWAYS_AFTER)
    return max(starts) < min(ends)


def _told(lower: Ranked, higher: Ranked, what: str) -> Finding:
    late, early = sorted((lower.fact, higher.fact), key=lambda fact: fact.place, reverse=True)
    return late.place, f"{' and '.join(lower.about[2:])}: {late.tier} and {early.tier} ({early.place}) {what}"
