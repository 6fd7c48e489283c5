"""The sentence of a fact: the one place where words are made of a record, for every answer, export and the page.

A kind's readings are patterns. `{role}` and `{field}` stand for who or what the record has there; `{fact}` for its
name, `{tier}`, `{kind}` (the narrower kind, else the kind), `{narrower}` (nothing where it has none), `{status}`, and
`{plans}` (what one does of whom a plan is told: intends); any other name for the word that the kind, or the narrower
kind, brings along: `{did}` for "ratified". A part in brackets is left out when a slot in it is empty, and
`[{speaker} said|it was said]` has other words for that.

A kind may have forms of its own for what is planned, agreed, current, occurred, ended or denied. What has none is told
as always, with words before it that keep it from being read as so. Whatever a record has that the pattern does not
name is told after it: no end, figure, kind, topic or speaker is lost.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.dates_in_words import when_in_words, whole_date
from relgraph.facts.figures import BOUNDS, Figure, ordinal_suffix
from relgraph.facts.records import AGAINST
from relgraph.facts.tiers import ladder_of
from relgraph.facts.valid_time import lasts
from relgraph.reading.dates import Date, Truth
from relgraph.reading.plurals import indefinite
from relgraph.vocabulary.model import CALLED, DENIED, FACT_ITSELF, Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.vocabulary.model import RelationKind, Walk

    Label = Callable[[str], str]


def sentence(dataset: Dataset, fact: Fact) -> str:
    """The whole fact as a sentence, without its dates."""
    kind = dataset.vocabulary.relations[fact.kind]
    walk = kind.whole or (kind.walks[0] if kind.walks and kind.is_tie else None)
    if walk is None:
        return _Teller(dataset, fact).told(f"{{{FACT_ITSELF}}} ({{kind}})", own=False)
    start, end = fact.pair if kind.is_tie else (None, None)
    return along(dataset, fact, walk, start, end)


def along(
    dataset: Dataset, fact: Fact, walk: Walk, start: str | None, end: str | None, label: Label | None = None
) -> str:
    """How a fact reads along a walk, from `start` to `end`, in the direction that fits.

    `label` says what somebody is called, where that is not the usual name.
    """
    back = start is not None and start in _standing(fact, walk.target) and start not in _standing(fact, walk.source)
    teller = _Teller(dataset, fact, label)
    if start is not None and end is not None:
        first, last = (end, start) if back else (start, end)
        teller.stand(walk, first, last)
    form = DENIED if fact.stance == AGAINST else effect_now(dataset, fact)
    reading = walk.reading(form)
    forward, backward = reading or (walk.forward, walk.back)
    return teller.told(backward if back else forward, own=reading is not None)


def _standing(fact: Fact, role: str) -> tuple[str, ...]:
    """Who stands in a role of a walk, which may be the fact itself."""
    return (fact.id,) if role == FACT_ITSELF else fact.at(role)


class _Teller:
    """Fills patterns with the words of one fact, which are made when they are asked for."""

    def __init__(self, dataset: Dataset, fact: Fact, label: Label | None = None) -> None:
        self.dataset, self.fact = dataset, fact
        self.kind: RelationKind = dataset.vocabulary.relations[fact.kind]
        self.label = label or dataset.names.inside
        self.every = fact.every
        self.told_by_walk = frozenset[str]()
        self._words: dict[str, str] = {}

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
            return self._names(self.fact.at(slot))
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
            case "status" | "plans":
                status = self.dataset.vocabulary.statuses[fact.status]
                told = status.label if slot == "status" else status.verb or f"has {status.label}"
        return told

    def _said_so(self, slot: str) -> str:
        """A word that the kind, or the narrower kind, brings along."""
        return self.kind.words_of(self.fact.type).get(slot) or self.kind.words_of(None).get(slot, "")

    def _unknown(self, slot: str) -> str:
        """What there is to say of a figure that has no number, or does not tell of what."""
        if slot == "what" and self.kind.is_figure:
            counted = self.dataset.vocabulary.relations.get(str(self.fact.fields.get("counts")))
            return (counted or self.kind).label
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

    def told(self, pattern: str, *, own: bool) -> str:
        """The sentence: who says so, what guards it, the pattern filled, and what that left out."""
        known = set(self._said_by_name(pattern))
        self._words |= dict.fromkeys(known, "")
        filled = _filled(pattern, self.word)
        if "narrower" in filled.used and not self._own_words.isdisjoint(filled.used):
            known.add("narrower")
            self._words["narrower"] = ""
            filled = _filled(pattern, self.word)
        left = self._left(filled.used | self.told_by_walk | known)
        kept = "; ".join([filled.text, *(f"{_spoken(name)} {text}" for name, text in left if text)])
        guards = self._guards(own=own)
        as_it_is = (
            filled.with_name and not guards and kept.partition(" ")[0] not in {*self.dataset.names.articles, "each"}
        )
        return kept if as_it_is else _capital(guards + kept)

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

    def _guards(self, *, own: bool) -> str:
        """The words before a sentence that keep it from being read as more than it is."""
        fact = self.fact
        guards = ["inferred by the curator: "] if fact.is_inferred else []
        guards += [f"according to {self._names(fact.per)}, "] if fact.per else []
        guards += ["withdrawn: "] if fact.withdrawn else []
        guards += ["disputed: "] if fact.disputed else []
        if not own:
            guards += [_guard(fact, self.kind, effect_now(self.dataset, fact), self._common("status"))]
        return "".join(guards)

    def _names(self, ids: Iterable[str]) -> str:
        return listed([self._name(one) for one in ids])

    def _name(self, one: str) -> str:
        """What somebody is called; of a group that stands there for each of its members, that it does."""
        if one not in self.every:
            return self.label(one)
        of_several = not _OF_SEVERAL.isdisjoint(self.dataset.names.label(one).lower().split())
        return f"each of {self.label(one)}" if of_several else f"each member of {self.label(one)}"

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


_OF_SEVERAL = frozenset({"countries", "economies", "members", "nations", "parties", "signatories", "states"})
"""Words that tell the name of a group to be that of its members: the EU member states, the permanent members."""


def effect_now(dataset: Dataset, fact: Fact) -> Effect:
    """What a fact means for the world since its sources spoke: what had an end before that has ended."""
    effect = dataset.vocabulary.effect(fact.status)
    return Effect.ENDED if effect.binds and lasts(fact, dataset.library) is Truth.NO else effect


def _guard(fact: Fact, kind: RelationKind, effect: Effect, status: str) -> str:
    """What is said before the usual reading of a fact that is not simply so, in a kind without a form for it."""
    if fact.stance == AGAINST:
        return "it is denied that "
    if effect is Effect.PLANNED:
        return f"it is {status} that "
    if effect is Effect.ENDED:
        return "it is no longer so that "
    return "" if fact.status == kind.status else f"({status}) "


def unsaid(dataset: Dataset, fact: Fact) -> dict[str, str]:
    """The fields that the sentence of a fact leaves to other answers, in words."""
    teller = _Teller(dataset, fact)
    return {name: told for name in teller.kind.unsaid if (told := teller.value(fact.fields.get(name)))}


def tier_label(dataset: Dataset, fact: Fact) -> str:
    """The tier in full, as its ladder calls it; the kind's own label without one."""
    if fact.tier is None:
        return dataset.vocabulary.relations[fact.kind].label
    return ladder_of(fact, dataset.vocabulary).label_of(fact.tier)


def status_label(dataset: Dataset, fact: Fact) -> str:
    """How the status is called."""
    return dataset.vocabulary.statuses[fact.status].label


def called(dataset: Dataset, fact: Fact) -> str:
    """The name of a fact that is a node, with what keeps it from being read as more than it is: the Fair (proposed)."""
    marks = [] if dataset.vocabulary.effect(fact.status).is_so else [status_label(dataset, fact)]
    marks += ["inferred by the curator"] if fact.is_inferred else []
    asides = ((fact.stance == AGAINST, "denied"), (fact.disputed, "disputed"), (fact.withdrawn, "withdrawn"))
    marks += [word for so, word in asides if so]
    return f"{fact.name or fact.id}{f' ({listed(marks)})' if marks else ''}"


def dates(dataset: Dataset, fact: Fact) -> str:
    """All dates of a fact in words, such as "since 2025" or "on 2 September 2025"; of a plan, "from 2027".

    What follows by a rule is known to have held as long as its premises; that it ended then is known only of what an
    event ended.
    """
    planned = dataset.vocabulary.effect(fact.status) is Effect.PLANNED
    return when_in_words(fact.when, planned=planned, at_least=fact.derived and fact.closed is None)


def listed(names: list[str]) -> str:
    """One name, two joined by and, or more: a, b and c."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""


# Patterns


class _Piece(NamedTuple):
    """A run of a pattern: texts and the slots between them, and what stands there `instead` when a slot is empty.

    A run without that always stands.
    """

    texts: tuple[str, ...]
    slots: tuple[str, ...]
    instead: str | None


class _Filled(NamedTuple):
    """A pattern with its slots filled, the slots that were told, and whether the first word is one of theirs."""

    text: str
    used: frozenset[str]
    with_name: bool


_SLOT = re.compile(r"\{([\w-]+)\}")
_PIECE = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_ARTICLE = re.compile(r"(^|\W)a $")


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[_Piece, ...]:
    found = []
    for one in _PIECE.finditer(pattern):
        run, _, instead = (one[1] or "").partition("|")
        parts = _SLOT.split(run or one[2] or "")
        found.append(_Piece(tuple(parts[::2]), tuple(parts[1::2]), None if one[1] is None else instead))
    return tuple(found)


def _filled(pattern: str, word_of: Callable[[str], str]) -> _Filled:
    told, used, with_name = "", set[str](), False
    for piece in _pieces(pattern):
        if piece.instead is not None and not all(map(word_of, piece.slots)):
            told += piece.instead
            continue
        used.update(piece.slots)
        with_name = with_name or not (told or piece.texts[0])
        told += piece.texts[0]
        for slot, text in zip(piece.slots, piece.texts[1:], strict=True):
            word = word_of(slot) or f"(unknown {_spoken(slot)})"
            told = _with_article(told, word) + word + text
    return _Filled(told, frozenset(used), with_name)


def _with_article(told: str, word: str) -> str:
    """The article before a word made to fit it: an embassy."""
    fits = not told.endswith("a ") or indefinite(word) == "a" or not _ARTICLE.search(told)
    return told if fits else f"{told[:-1]}n "


def _spoken(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")


def _capital(told: str) -> str:
    return told[:1].upper() + told[1:]
