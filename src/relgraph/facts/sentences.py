"""The sentence of a fact: the one place where words are made of a record, for every answer, export and the page.

A kind's readings are patterns. `{role}` and `{field}` stand for who or what the record has there; `{fact}` for its
name, `{tier}`, `{kind}` (the narrower kind, else the kind), `{narrower}` (nothing where it has none), `{status}`, and
`{plans}`, `{plans_to}` and the like (what one does of whom a plan is told, or denied: intends, does not intend; is to,
does not plan to); any other name for the word that the kind, or the narrower kind, brings along: `{did}` for
"ratified". A part in brackets is left out when a slot in it is empty, and `[{speaker} said|it was said]` has other
words for that.

A kind may have forms of its own for what is planned, agreed, current, occurred, ended, past or denied, or has one
status. What has none is told as always, with words before it that keep it from being read as so. Whatever a record has
that the pattern does not name is told after it: no end, figure, kind, topic or speaker is lost.

A fact is told as it is since its sources spoke; where a day is asked for, as it was on that day.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from relgraph.facts.dates_in_words import NOT_KNOWN, until, when_in_words, whole_date
from relgraph.facts.figures import BOUNDS, Figure, ordinal_suffix
from relgraph.facts.leaving import ANY_TIME
from relgraph.facts.members_in_words import members_in_words
from relgraph.facts.patterns import Filled, filled, names_one_of, spoken
from relgraph.facts.records import AGAINST
from relgraph.facts.several import is_group, is_of_several, with_verb_of_many
from relgraph.facts.statuses import effect_on, is_dropped, is_known_of_then, status_label, told_of_plan
from relgraph.facts.tiers import tier_label
from relgraph.facts.valid_time import staying
from relgraph.reading.dates import Date, Truth
from relgraph.vocabulary.kinds import CALLED, DENIED, FACT_ITSELF, OF_PLANS, PAST, Effect, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import End, Fact
    from relgraph.vocabulary.kinds import RelationKind, Walk

    Label = Callable[[str], str]


def sentence(dataset: Dataset, fact: Fact, day: Date | None = None, label: Label | None = None) -> str:
    """The whole fact as a sentence, without its dates; true of the day, if one is asked for.

    `label` says what somebody is called, where that is not the usual name.
    """
    kind = dataset.vocabulary.relations[fact.kind]
    walk = kind.whole or (kind.walks[0] if kind.walks and kind.is_tie else None)
    if walk is None:
        return _Teller(dataset, fact, label, day).told(f"{{{FACT_ITSELF}}} ({{kind}})", guard=True)
    start, end = fact.pair if kind.is_tie else (None, None)
    return along(dataset, fact, walk, start, end, label=label, day=day)


def along(  # noqa: PLR0913 - the fact and its walk, the two ends, and two things that may be asked for
    dataset: Dataset,
    fact: Fact,
    walk: Walk,
    start: str | None,
    end: str | None,
    *,
    label: Label | None = None,
    day: Date | None = None,
) -> str:
    """How a fact reads along a walk, from `start` to `end`, in the direction that fits.

    `label` says what somebody is called, where that is not the usual name; `day` is that which is asked for.
    """
    back = start is not None and start in _standing(fact, walk.target) and start not in _standing(fact, walk.source)
    teller = _Teller(dataset, fact, label, day)
    if start is not None and end is not None:
        first, last = (end, start) if back else (start, end)
        teller.stand(walk, first, last)
    reading, guard = teller.reading(walk)
    return teller.told(reading.back if back else reading.forward, guard=guard)


def _standing(fact: Fact, role: str) -> tuple[str, ...]:
    """Who stands in a role of a walk, which may be the fact itself."""
    return (fact.id,) if role == FACT_ITSELF else fact.at(role)


class _Teller:
    """Fills patterns with the words of one fact, which are made when they are asked for."""

    def __init__(self, dataset: Dataset, fact: Fact, label: Label | None = None, day: Date | None = None) -> None:
        self.dataset, self.fact, self.day = dataset, fact, day
        self.kind: RelationKind = dataset.vocabulary.relations[fact.kind]
        self.label = label or dataset.names.inside
        self.every = fact.every
        self.told_by_walk = frozenset[str]()
        self._words: dict[str, str] = {}

    @cached_property
    def effect(self) -> Effect:
        """What the fact means for the world, on the day asked for."""
        return effect_on(self.dataset, self.fact, self.day)

    @cached_property
    def gone(self) -> frozenset[str]:
        """Who had left the fact before the day asked for, and was not back by then."""
        stays = staying(self.fact, self.day)
        return frozenset(one for one, stood in stays.items() if stood is Truth.NO)

    def reading(self, walk: Walk) -> tuple[Reading, bool]:
        """How the fact reads along a walk, and whether it needs words before it that keep it from being read as so."""
        fact, effect = self.fact, self.effect
        if fact.stance == AGAINST:
            return self._denied(walk)
        if effect is Effect.ENDED and is_known_of_then(fact):
            own = walk.reading(PAST)
        elif effect is self.dataset.vocabulary.effect(fact.status):
            own = walk.reading(fact.status, effect)
        else:
            own = walk.reading(effect)
        return own or Reading(walk.forward, walk.back), own is None

    def _denied(self, walk: Walk) -> tuple[Reading, bool]:
        """How a denial reads: one of another status than the usual, such as a plan or what is in force, denies that."""
        fact, effect = self.fact, self.effect
        if fact.status != self.kind.status and effect is not Effect.ENDED:
            planned = effect is Effect.PLANNED
            own = walk.reading(effect) if planned else walk.reading(fact.status, effect)
            if own is not None:
                has_own_words = planned and not is_dropped(self.dataset, fact) and names_one_of(own.forward, OF_PLANS)
                return own, not has_own_words
        own = walk.reading(DENIED)
        return own or Reading(walk.forward, walk.back), own is None

    def word(self, slot: str) -> str:
        """What a slot stands for: a role or a field before the words that every kind has; empty for nothing."""
        found = self._words.get(slot)
        if found is None:
            found = self._words[slot] = (
                self._own(slot) or self._common(slot) or self._said_so(slot) or self._unknown(slot)
            )
        return found

    def _own(self, slot: str) -> str:
        """Who stands in a role, or what a field says."""
        if slot in self.kind.roles:
            gone = self.gone
            return self._names([one for one in self.fact.at(slot) if one not in gone] if gone else self.fact.at(slot))
        return self.value(self.fact.fields.get(slot))

    def _common(self, slot: str) -> str:
        fact, told = self.fact, ""
        match slot:
            case "fact":
                named = self.label(fact.id)
                told = named if named != fact.id else fact.name or named
            case "tier" if fact.tier or self.kind.is_tie:
                told = tier_label(self.dataset, fact)
            case "kind":
                told = self.word("narrower") or self.kind.label
            case "narrower" if fact.type:
                told = self._said_so(CALLED) or fact.type.replace("-", " ")
            case "status":
                told = status_label(self.dataset, fact)
            case _ if slot in OF_PLANS:
                told = self._of_plan(slot)
        return told

    def _of_plan(self, slot: str) -> str:
        """What is said of a plan, in the singular where it is of one."""
        of_one = slot == "plan_to" and len(self.fact.at(next(iter(self.kind.roles)))) == 1
        return told_of_plan(self.dataset, self.fact, "plans_to" if of_one else slot)

    def _said_so(self, slot: str) -> str:
        """A word that the kind, or the narrower kind, brings along."""
        return self.kind.words_of(self.fact.type).get(slot) or self.kind.words_of(None).get(slot, "")

    def _unknown(self, slot: str) -> str:
        """What there is to say of a figure that has no number, or does not tell of what."""
        if slot == "what" and self.kind.is_figure:
            counted = self.dataset.vocabulary.relations.get(str(self.fact.fields.get("counts")))
            return self.kind.label if counted is None else members_in_words(self.dataset, self.fact, counted)
        return "unknown" if slot in {"says", "value"} and self.kind.is_figure else ""

    def stand(self, walk: Walk, first: str, last: str) -> None:
        """Let two who stand in roles of a walk be told there alone."""
        for role, one in ((walk.source, first), (walk.target, last)):
            if role != FACT_ITSELF:
                self._words[role] = self._name(one)
        for word, one in (("from", first), ("to", last)):
            if word not in self.kind.roles and word not in self.kind.fields:
                self._words[word] = self._name(one)
        self.told_by_walk = frozenset((walk.source, walk.target))

    def told(self, pattern: str, *, guard: bool) -> str:
        """The sentence: who says so, what guards it, the pattern filled, and what that left out."""
        known = set(self._said_by_name(pattern))
        self._words |= dict.fromkeys(known, "")
        found = self._filled(pattern)
        if "narrower" in found.used and not self._own_words.isdisjoint(found.used):
            known.add("narrower")
            self._words["narrower"] = ""
            found = self._filled(pattern)
        left = self._left(found.used | self.told_by_walk | known)
        kept = "; ".join([found.text, *(f"{spoken(name)} {text}" for name, text in left if text)])
        guards = self._guards(guard=guard)
        as_it_is = (
            found.with_name and not guards and kept.partition(" ")[0] not in {*self.dataset.names.articles, "each"}
        )
        return kept if as_it_is else _capital(guards + kept)

    def _filled(self, pattern: str) -> Filled:
        """The pattern with its slots filled; a unit that a figure brings along is not said again by what follows it."""
        fields = self.fact.fields.items()
        units = {name: value.unit for name, value in fields if isinstance(value, Figure) and value.unit}
        found = filled(_BETWEEN.sub(self._with_one, pattern), self.word, units)
        subject = _SUBJECT.match(pattern)
        return found._replace(text=self._agreeing(found.text, subject[1])) if subject else found

    def _agreeing(self, told: str, role: str) -> str:
        """A sentence that begins with who stands in a role, with the verb of several where these are: have, are."""
        who = self.fact.at(role)
        are_several = is_of_several(self.dataset, who[0]) if len(who) == 1 else role not in self.told_by_walk
        subject = self.word(role)
        if not who or not are_several or not told.startswith(f"{subject} "):
            return told
        return with_verb_of_many(told, subject)

    def _with_one(self, between: re.Match[str]) -> str:
        """Who stands in a role alone, and is no group, is not told to be between: with Kenya."""
        alone = self.fact.at(between[1])
        if len(alone) != 1 or is_group(self.dataset, alone[0]):
            return between[0]
        return f"with {{{between[1]}}}"

    def _said_by_name(self, pattern: str) -> Iterator[str]:
        """Which slots the name of the fact says already where a pattern tells it: the narrower kind, an ordinal."""
        named = self.fact.name if f"{{{FACT_ITSELF}}}" in pattern else None
        if not named:
            return
        for slot in (*(["narrower"] if self.fact.type else []), *(self._ordinals & self.fact.fields.keys())):
            if re.search(rf"\b{re.escape(self.word(slot))}", named, re.IGNORECASE):
                yield slot

    @property
    def _own_words(self) -> set[str]:
        """The words that the narrower kind says otherwise than the kind: they tell which it is."""
        usual = self.kind.words_of(None)
        return {slot for slot, told in self.kind.words_of(self.fact.type).items() if told != usual.get(slot)}

    @property
    def _ordinals(self) -> set[str]:
        """The fields of the kind that are ordinals."""
        return {name for name, form in self.kind.fields.items() if form == "ordinal"}

    def _left(self, used: frozenset[str]) -> Iterator[tuple[str, str]]:
        """What the record has that the pattern did not tell."""
        fact, unsaid = self.fact, self.kind.unsaid
        told = {"kind", "narrower", *self.kind.words.get(fact.type or "", ())}
        if fact.type and not used & told and "kind" not in unsaid:
            yield "kind:", self._common("narrower")
        if fact.tier and "tier" not in used and "tier" not in unsaid and self.kind.rung is None:
            yield "tier:", self._common("tier")
        for name in (*self.kind.roles, *fact.fields):
            if name not in used and name not in unsaid:
                yield f"{name}:", self._own(name)
        for end in fact.ends if fact.closed is not None else ():
            if end.away and end.role not in self.told_by_walk:
                yield self._of_absence(end)

    def _of_absence(self, end: End) -> tuple[str, str]:
        """When one stood in the fact who has left it by the day; who is back, when it did not."""
        day, name = self.day, self._name(end.id)
        if end.id in self.gone:
            left = [one for one in end.away if day is None or one.since.before(day) is Truth.YES]
            stood = [_span(one.until, other.since) for one, other in pairwise(left)]
            first = "formerly" if left[0].since == ANY_TIME else until(left[0].since)
            return f"{listed([first, *stood])} also", name
        over = [one for one in end.away if one.until and (day is None or one.until.by(day) is Truth.YES)]
        told = listed([_span(one.since, one.until) for one in over])
        return ("without", f"{name} {told}") if told else ("", "")

    def _guards(self, *, guard: bool) -> str:
        """The words before a sentence that keep it from being read as more than it is."""
        fact = self.fact
        guards = ["inferred by the curator: "] if fact.is_inferred else []
        guards += [f"according to {self._names(fact.per)}, "] if fact.per else []
        guards += ["withdrawn: "] if fact.withdrawn else []
        guards += ["disputed: "] if fact.disputed else []
        guards += [self._guard()] if guard else []
        return "".join(guards)

    def _guard(self) -> str:
        """What is said before the usual reading of a fact that is not simply so, in a kind without a form for it."""
        fact, effect, status = self.fact, self.effect, status_label(self.dataset, self.fact)
        if fact.stance == AGAINST:
            return "it is denied that "
        if effect is Effect.PLANNED:
            return f"it is {status} that "
        if effect is Effect.ENDED:
            return "it was once so that " if is_known_of_then(fact) else "it is no longer so that "
        is_usual = fact.status == self.kind.status or effect is not self.dataset.vocabulary.effect(fact.status)
        return "" if is_usual else f"({status}) "

    def _names(self, ids: Iterable[str]) -> str:
        return listed([self._name(one) for one in ids])

    def _name(self, one: str) -> str:
        """What somebody is called; of a group that stands there for each of its members, that it does."""
        if one not in self.every:
            return self.label(one)
        return f"each of {self.label(one)}" if is_of_several(self.dataset, one) else f"each member of {self.label(one)}"

    def value(self, value: object) -> str:
        """A field in words: names of what it refers to, dates and figures as they are told, lists joined."""
        match value:
            case Date():
                told = whole_date(value)
            case Figure():
                told = self._figure(value)
            case dict():
                told = self._part(value)
            case tuple() | list():
                told = listed([self.value(one) for one in value])
            case _:
                told = "" if value is None else self._text(str(value))
        return told

    def _text(self, text: str) -> str:
        """A text as it stands, a bound such as more-than in words, or the name of an actor."""
        bound = text.replace("-", " ")
        return bound if bound in BOUNDS else self.label(text) if text in self.dataset.actors else text

    def _part(self, part: dict[str, object]) -> str:
        """A part of a count: how many, of what, and of whom if that is not the same."""
        of = str(part["of"]) if part.get("of") else None
        whose = f"of {self.label(of)}" if of and self.dataset.names.label(of) != part.get("what") else None
        told = (part.get("says"), part.get("what"), whose)
        return " ".join(str(one) for one in told if one)

    def _figure(self, figure: Figure) -> str:
        if figure.digits.isdigit() and any(self.fact.fields.get(name) is figure for name in self._ordinals):
            return f"{figure.digits}{ordinal_suffix(int(figure.digits))}"
        return str(figure)


_BETWEEN = re.compile(r"\bbetween \{([\w-]+)\}(?! and)")
_SUBJECT = re.compile(r"\{([\w-]+)\} ")


def unsaid(dataset: Dataset, fact: Fact) -> dict[str, str]:
    """The fields that the sentence of a fact leaves to other answers, in words."""
    teller = _Teller(dataset, fact)
    return {name: told for name in teller.kind.unsaid if (told := teller.value(fact.fields.get(name)))}


def kind_in_words(dataset: Dataset, fact: Fact) -> str:
    """What a fact is: its narrower kind, else its kind."""
    return _Teller(dataset, fact).word("kind")


def dates(dataset: Dataset, fact: Fact, day: Date | None = None) -> str:
    """All dates of a fact in words, such as "since 2025" or "on 2 September 2025"; of a plan, "from 2027".

    What follows by a rule is known to have held as long as its premises; that it ended then is known only of what an
    event ended. Of what held on a day that is asked for and is over, it is told that it ended, whenever that was.
    """
    effect = dataset.vocabulary.effect(fact.status)
    told = when_in_words(fact.when, planned=effect is Effect.PLANNED, at_least=fact.derived and fact.closed is None)
    if day is None or not effect.over or fact.when.until is not None or is_known_of_then(fact):
        return told
    return ", ".join(filter(None, (told, f"until {NOT_KNOWN}")))


def listed(names: list[str]) -> str:
    """One name, two joined by and, or more: a, b and c."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


def _span(first: Date | None, last: Date | None) -> str:
    """From one day to another."""
    return f"from {whole_date(first) if first else NOT_KNOWN} to {whole_date(last) if last else NOT_KNOWN}"


def _capital(told: str) -> str:
    return told[:1].upper() + told[1:]
