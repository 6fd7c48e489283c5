"""What facts have in common that are alike but for who stands at their ends: worked out once, with the names left open.

Whoever tells of thousands of facts asks here. The words are those of `sentences`, to the letter.
"""

from __future__ import annotations

import re
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.likeness import pair_in_order
from relgraph.facts.sentences import along, kind_in_words, sentence
from relgraph.facts.statuses import effect_on, is_known_of_then
from relgraph.facts.tiers import climbed_by, ladder_of, standings

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.facts.sentences import Label
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.kinds import Effect, Walk
    from relgraph.vocabulary.ladder import Ladder
    from relgraph.vocabulary.model import Vocabulary

ITSELF = 0xE100
"""The first of the characters that stand for names: of the fact itself, then of each end in its order."""
MOST = 64
"""Ends that a fact may have; one with more is told by itself."""

_NAMES = f"[{chr(ITSELF)}-{chr(ITSELF + MOST)}]"
_BOUND = re.compile(rf"(?:^|\W)an? {_NAMES}|^(?!{_NAMES})\S+{_NAMES}|[{{}}]")
"""Where a name decides on the word before it or on the capital, or the text has braces of its own."""


class Form(NamedTuple):
    """A text as a pattern of `str.format`: 0 stands for the fact's own name, 1 and so on for those of its ends."""

    text: str
    names_itself: bool
    begins_with_name: bool


class Likeness:
    """What facts have in common. Each is one object for all that share it.

    The ladder of their tier and its height there, every rung that they stand on (what climbs it besides their pair, and
    its height), what they mean since their sources spoke, and the roles of their ends. A `plain` fact says nothing but
    who stands where: no field, speaker or doubt is its own. Only such are told by the same words.
    """

    __slots__ = ("effect", "forms", "height", "kind", "ladder", "plain", "roles", "rungs")

    def __init__(self, fact: Fact, vocabulary: Vocabulary, ladder: Ladder | None, effect: Effect) -> None:
        self.kind = vocabulary.relations[fact.kind]
        self.ladder = ladder
        self.height = ladder.height(fact.tier) if ladder is not None and fact.tier else 0
        self.effect = effect
        self.rungs = tuple([(climbed_by(fact, one.ladder), one.height) for one in standings(fact, vocabulary)])
        self.roles = tuple([end.role for end in fact.ends])
        self.plain = False
        self.forms: dict[object, Form | None] = {}


class _Groups(dict[str, bool]):
    """Whether an id is that of a group, looked up once for each."""

    def __init__(self, dataset: Dataset) -> None:
        super().__init__()
        self._actors = dataset.actors

    def __missing__(self, one: str) -> bool:
        actor = self._actors.get(one)
        found = self[one] = actor is not None and actor.is_group
        return found


class Alike:
    """Tells facts of one dataset; forms of words that were made once are filled with other names."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._of_facts: dict[str, tuple[Fact, Likeness]] = {}
        self._known: dict[tuple[object, ...], Likeness] = {}
        self._forms: dict[tuple[object, ...], dict[object, Form | None]] = {}
        self._kinds: dict[tuple[str, str | None], str] = {}
        self._groups = _Groups(dataset)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """Those that have a capital at the head of a sentence."""
        return self._dataset.names.articles | {"each"}

    def likeness(self, fact: Fact) -> Likeness:
        """What a fact has in common with others."""
        known = self._of_facts.get(fact.id)
        if known is None or known[0] is not fact:
            known = self._of_facts[fact.id] = (fact, self._likeness(fact))
        return known[1]

    def kind(self, fact: Fact) -> str:
        """What a fact is, in words: its narrower kind, else its kind."""
        likeness = self.likeness(fact)
        if not likeness.plain or "kind" in likeness.kind.roles:
            return kind_in_words(self._dataset, fact)
        key = (fact.kind, fact.type)
        return self._kinds.get(key) or self._kinds.setdefault(key, kind_in_words(self._dataset, fact))

    def climbs(self, fact: Fact) -> list[tuple[tuple[str, ...], int]]:
        """For each rung that a fact stands on, what climbs that ladder, and its height.

        A pair climbs, in its order if the kind has one: by facts of one kind, or by those of all kinds of a ladder.
        """
        likeness = self.likeness(fact)
        pair = pair_in_order(fact) if likeness.kind.symmetric else fact.pair
        return [((*what, *pair), height) for what, height in likeness.rungs]

    def sentence(self, fact: Fact, day: Date | None = None) -> str:
        """The whole fact as a sentence; true of the day, if one is asked for."""
        likeness, label = self.likeness(fact), self._dataset.names.inside
        make = partial(sentence, self._dataset, fact, day)
        return self._told(fact, likeness.forms, self._effect(fact, day), make, label) if likeness.plain else make(label)

    def along(self, fact: Fact, walk: Walk, start: str, end: str, *, label: Label, day: Date | None = None) -> str:
        """How a fact reads along a walk from `start` to `end`; `label` says what somebody is called."""
        likeness = self.likeness(fact)
        if not likeness.plain:
            return along(self._dataset, fact, walk, start, end, label=label, day=day)
        ids = [one.id for one in fact.ends]
        between = [ids.index(one) if one in ids else None for one in (start, end)]
        return self._told(
            fact,
            likeness.forms,
            (id(walk), *between, self._effect(fact, day)),
            lambda label: along(self._dataset, fact, walk, start, end, label=label, day=day),
            label,
        )

    def _effect(self, fact: Fact, day: Date | None) -> Effect:
        """What a fact means for the world: all that a day has to do with the words of a plain one."""
        return self.likeness(fact).effect if day is None else effect_on(self._dataset, fact, day)

    def _likeness(self, fact: Fact) -> Likeness:
        ladder = ladder_of(fact, self._dataset.vocabulary) if fact.tier else None
        effect, several = effect_on(self._dataset, fact), self._plain(fact)
        roles = tuple([end.role for end in fact.ends])
        given = (fact.kind, fact.type, fact.tier, fact.status, effect, is_known_of_then(fact), roles, several)
        key = (*given, fact.derived, None if ladder is None else ladder.id)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = Likeness(fact, self._dataset.vocabulary, ladder, effect)
            if several is not None:
                label = None if ladder is None or fact.tier is None else ladder.label_of(fact.tier)
                found.plain, found.forms = True, self._forms.setdefault((*given, label), {})
        return found

    def _plain(self, fact: Fact) -> tuple[int, ...] | None:
        """Where those stand first who stand at several ends of a fact; None for a fact that has more to tell."""
        if fact.name or fact.fields or fact.per or fact.stance or fact.disputed or fact.withdrawn or fact.is_inferred:
            return None
        if not 0 < len(fact.ends) < MOST:
            return None
        ids = [fact.id]
        for end in fact.ends:
            if end.every or end.away or self._groups[end.id]:
                return None
            ids.append(end.id)
        return tuple(map(ids.index, ids)) if len(set(ids)) < len(ids) else ()

    def _told(
        self,
        fact: Fact,
        forms: dict[object, Form | None],
        key: object,
        make: Callable[[Label], str],
        label: Label,
    ) -> str:
        """What a form says of a fact, which is made with its first use."""
        if key not in forms:
            forms[key] = _form(make(_open_names(fact)))
        form = forms[key]
        if form is None:
            return make(label)
        told = form.text.format(label(fact.id) if form.names_itself else "", *[label(end.id) for end in fact.ends])
        if form.begins_with_name and told.partition(" ")[0] in self._first_words:
            return told[:1].upper() + told[1:]
        return told


def _open_names(fact: Fact) -> Label:
    names: dict[str, str] = {}
    for number, one in enumerate((fact.id, *(end.id for end in fact.ends))):
        names.setdefault(one, chr(ITSELF + number))
    return lambda one: names.get(one, one)


def _form(told: str) -> Form | None:
    """A text with open names as a form; None where it would not read alike with other names."""
    if not told or _BOUND.search(told):
        return None
    text = re.sub(_NAMES, lambda found: f"{{{ord(found[0]) - ITSELF}}}", told)
    return Form(text, "{0}" in text, text[0] == "{")
