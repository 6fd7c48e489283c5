"""What is said of facts that are alike but for who stands at their ends: made once, with the names left open.

Whoever tells of thousands of facts asks here. The words are those of `sentences`, to the letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from relgraph.facts.sentences import along, sentence
from relgraph.facts.statuses import effect_on, is_known_of_then
from relgraph.facts.tiers import tier_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.facts.sentences import Label
    from relgraph.reading.dates import Date
    from relgraph.vocabulary.kinds import Walk

ITSELF = 0xE100
"""The first of the characters that stand for names: of the fact itself, then of each end in its order."""
MOST = 64
"""Ends that a fact may have; one with more is told by itself."""

_NAMES = f"[{chr(ITSELF)}-{chr(ITSELF + MOST)}]"
_BOUND = re.compile(rf"(?:^|\W)an? {_NAMES}|^(?!{_NAMES})\S+{_NAMES}|[{{}}]")
"""Where a name decides on the word before it or on the capital, or the text has braces of its own."""


class Alike:
    """Tells facts of one dataset; forms of words that were made once are filled with other names."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._forms: dict[tuple[object, ...], str | None] = {}
        self._first_words = {*dataset.names.articles, "each"}
        self._groups = {one for one, actor in dataset.actors.items() if actor.is_group}
        self._last: tuple[Fact | None, Date | None, tuple[object, ...] | None] = (None, None, None)

    def sentence(self, fact: Fact, day: Date | None = None) -> str:
        """The whole fact as a sentence; true of the day, if one is asked for."""
        likeness, label = self.likeness(fact, day), self._dataset.names.inside
        return self._told(fact, likeness, lambda label: sentence(self._dataset, fact, day, label), label)

    def along(self, fact: Fact, walk: Walk, start: str, end: str, *, label: Label, day: Date | None = None) -> str:
        """How a fact reads along a walk from `start` to `end`; `label` says what somebody is called."""
        likeness = self.likeness(fact, day)
        if likeness is not None:
            ids = [one.id for one in fact.ends]
            likeness = (id(walk), *(ids.index(one) if one in ids else None for one in (start, end)), *likeness)
        return self._told(
            fact,
            likeness,
            lambda label: along(self._dataset, fact, walk, start, end, label=label, day=day),
            label,
        )

    def likeness(self, fact: Fact, day: Date | None = None) -> tuple[object, ...] | None:
        """What the words depend on besides the names; None for a fact that has more to tell."""
        if self._last[0] is not fact or self._last[1] is not day:  # all steps of a fact are read in a row
            self._last = (fact, day, self._likeness(fact, day))
        return self._last[2]

    def _likeness(self, fact: Fact, day: Date | None) -> tuple[object, ...] | None:
        if fact.name or fact.fields or fact.per or fact.stance or fact.disputed or fact.withdrawn or fact.is_inferred:
            return None
        if not 0 < len(fact.ends) < MOST:
            return None
        ids = [fact.id]
        for end in fact.ends:
            if end.every or end.away or end.id in self._groups:
                return None
            ids.append(end.id)
        tier = tier_label(self._dataset, fact) if fact.tier else None
        roles = tuple([end.role for end in fact.ends])
        several = tuple(map(ids.index, ids)) if len(set(ids)) < len(ids) else ()  # who stands at more than one
        effect = effect_on(self._dataset, fact, day)
        return fact.kind, fact.type, tier, fact.tier, fact.status, effect, is_known_of_then(fact), roles, several

    def _told(self, fact: Fact, likeness: tuple[object, ...] | None, make: Callable[[Label], str], label: Label) -> str:
        if likeness is None:
            return make(label)
        if likeness not in self._forms:
            self._forms[likeness] = _form(make(_open_names(fact)))
        form = self._forms[likeness]
        if form is None:
            return make(label)
        told = form.format(label(fact.id), *[label(end.id) for end in fact.ends])
        return told[:1].upper() + told[1:] if form[0] == "{" and told.partition(" ")[0] in self._first_words else told


def _open_names(fact: Fact) -> Label:
    names: dict[str, str] = {}
    for number, one in enumerate((fact.id, *(end.id for end in fact.ends))):
        names.setdefault(one, chr(ITSELF + number))
    return lambda one: names.get(one, one)


def _form(told: str) -> str | None:
    """A text with open names as a pattern of `str.format`; None where it would not read alike with other names."""
    if not told or _BOUND.search(told):
        return None
    return re.sub(_NAMES, lambda found: f"{{{ord(found[0]) - ITSELF}}}", told)
