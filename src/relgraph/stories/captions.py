"""Whether the facts shown bear a caption: each name, figure, date and tier in it, as a paragraph bears a fact.

A caption is read as a paragraph is, by its text. Names are those of the dataset and of all countries that ship;
whatever else is written with a capital is taken for a name too. Captions are in English.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from relgraph.checks.date_parts import sides_of
from relgraph.checks.naming import Naming, Who
from relgraph.checks.paragraphs import CitedParagraph
from relgraph.countries.english import bearers_within
from relgraph.countries.table import table
from relgraph.facts.dates_in_words import MONTHS
from relgraph.facts.derive import is_sound
from relgraph.facts.records import Actor
from relgraph.facts.shipped import ISO
from relgraph.facts.tiers import tier_label
from relgraph.reading.amounts import amounts_in
from relgraph.reading.dates import Date
from relgraph.sources.paragraph import BY_TEXT, Paragraph
from relgraph.sources.tags import ENGLISH
from relgraph.sources.words import cased_words, contains, words
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.checks.date_parts import Side
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.reading.amounts import Amount
    from relgraph.stories.shown import Shown

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"[12]\d{3}")
_WORD = re.compile(r"\w[\w-]*(?:(?P<apostrophe>['\u2019])\w+)?(?!\w*[$€£¥])")
_OPENS = re.compile(r"(?:^|[.!?:;]\W*\s\W*)(\w+)")
_OPENING = """
    a about above across after again against all already although among an and any around as at because before
    beside between beyond both but by down during each early either even every few fewer for from he her his how
    however if in instead it its late later less like many more most much near neither no nobody nor not nothing
    now of on once only or other others over per she since so some still such than that the their then there these
    they this those though through to together too toward towards under unlike until up what when where whether
    which while who whom whose why with within without yet
"""
"""Words that may begin a sentence, and are no names though they have a capital there."""
_OPENERS = frozenset(_OPENING.split())
_THOUSAND = 1000


class Wanting(NamedTuple):
    """Something that a caption says and no fact shown bears: the word or words, and what is the matter with them."""

    said: str
    why: str

    def __str__(self) -> str:
        """As it is told, the words first."""
        return f'"{self.said}" {self.why}'


class Teller:
    """What captions of a dataset may speak of; made once for all of its stories."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        vocabulary = dataset.vocabulary
        self._plans = tuple({word for one in vocabulary.statuses.values() for word in one.beware})
        ladders = [ladder for ladder in vocabulary.ladders.values() if not ladder.kinds]
        labels = {text for ladder in ladders for text in (*ladder.rungs.values(), *ladder.beside.values())}
        self._tiers = tuple(sorted(labels, key=lambda text: (-len(words(text)), text)))

    @cached_property
    def _common(self) -> frozenset[str]:
        """The words by which the vocabulary calls kinds and statuses: none of them is a name."""
        vocabulary = self._dataset.vocabulary
        texts = [text for one in vocabulary.relations.values() for text in (one.label, one.plural_label)]
        texts += [text for one in vocabulary.actors.values() for text in (one.label, one.plural)]
        texts += [one.label for one in vocabulary.statuses.values()]
        return frozenset(word for text in texts for word in text.lower().split())

    @cached_property
    def _naming(self) -> Naming:
        dataset = self._dataset
        actors = {**self._others, **dataset.actors}
        kinds = {one: actor.kind for one, actor in actors.items()} | {fact.id: fact.kind for fact in dataset.nodes}
        proper = frozenset(kind.id for kind in dataset.vocabulary.actors.values() if kind.proper)
        return Naming(Who(dataset.names, actors, kinds, proper), ENGLISH)

    @cached_property
    def _others(self) -> Mapping[str, Actor]:
        """The countries that ship and that the dataset does not have."""
        own = {self._dataset.names.id_for(one) for one in table()} & self._dataset.actors.keys()
        return {
            entry.id: Actor(entry.id, entry.kind, entry.name, adjectives=entry.adjectives, iso=entry.codes.get(ISO))
            for entry in table().values()
            if self._dataset.names.id_for(entry.id) not in own
        }

    def wanting(self, caption: str, shown: Shown) -> list[Wanting]:
        """Whatever a caption says and what is shown does not bear, in the order of tiers, names, dates and figures."""
        read = _Read(caption, CitedParagraph(("caption", 1), _paragraph(caption), self._naming, ENGLISH))
        borne = _Borne(self._dataset, shown)
        found = [*self._tiers_wanting(read, borne), *self._names_wanting(read, borne)]
        found += [*_dates_wanting(read, borne), *_figures_wanting(read, borne)]
        return list(dict.fromkeys(found))

    def _tiers_wanting(self, read: _Read, borne: _Borne) -> Iterator[Wanting]:
        """Tiers that no fact shown has, and such as are not in force though nothing says so."""
        for label in _longest(self._tiers, read.words):
            facts = [fact for fact in borne.facts if borne.has_tier(fact, label)]
            if not facts:
                yield Wanting(label, "is a tier that no fact of the step has")
            elif all(fact.id in borne.shown.not_so for fact in facts) and not self._hedges(read, facts):
                yield Wanting(
                    label, f"is {self._state(facts[0])} in what the step shows, and the caption does not say so"
                )

    def _state(self, fact: Fact) -> str:
        """What keeps a fact from being so: that it is only planned, denied or in dispute, or over."""
        status = self._dataset.vocabulary.statuses[fact.status]
        if status.effect is Effect.PLANNED:
            return f"only {status.label}"
        return "denied or in dispute" if not is_sound(fact) else "over"

    def _hedges(self, read: _Read, facts: Iterable[Fact]) -> bool:
        """Whether a caption has a word for a plan, or for what is over."""
        statuses = [self._dataset.vocabulary.statuses[fact.status] for fact in facts]
        told = {text for one in statuses for text in (one.label, one.verb or one.label)}
        return any(contains(read.words, words(text)) for text in (*self._plans, *told))

    def _names_wanting(self, read: _Read, borne: _Borne) -> Iterator[Wanting]:
        """Names of others than those whom the facts shown are about, and words with a capital that are in none."""
        known: set[str] = set(self._tier_words(read))
        named = [one for one in self._who_may_be_named(read) if read.paragraph.names(one)]
        own = [text for one in named if one in borne.ids for text in self._texts_of(one)]
        for one in named:
            if one in borne.ids:
                known.update(word for text in self._texts_of(one) for word in words(text))
                continue
            said = self._said_of(one, read)
            known.update(words(said))
            if not _is_inside(said, own, read.words):
                yield Wanting(said, f"names {self._title(one)}, of whom no fact of the step tells")
        for word in read.capitals(self._common):
            if not known.issuperset(words(word)) and not borne.says(word):
                yield Wanting(word, "is written as a name, and no fact of the step has it")

    def _who_may_be_named(self, read: _Read) -> Iterator[str]:
        """Whoever has a name that is made of words of a caption, or a code that is one: nobody else is in it."""
        said = frozenset(read.words)
        bearers = bearers_within(said)
        names, actors = self._dataset.names, self._dataset.actors
        for one, actor in (*actors.items(), *self._others.items()):
            code = actor.iso or ""
            is_called_so = one in actors and any(map(said.issuperset, names.spoken(one)))
            if is_called_so or one in bearers or code in bearers or code.lower() in said:
                yield one
        for fact in self._dataset.nodes:
            if any(map(said.issuperset, names.spoken(fact.id))):
                yield fact.id

    def _tier_words(self, read: _Read) -> Iterator[str]:
        for label in self._tiers:
            if contains(read.words, words(label)):
                yield from words(label)

    def _texts_of(self, one: str) -> tuple[str, ...]:
        naming = self._naming
        return tuple(name.text for name in (*naming.declared(one), *naming.shipped(one)))

    def _said_of(self, one: str, read: _Read) -> str:
        """The longest name of somebody that a caption has."""
        there = [text for text in self._texts_of(one) if contains(read.words, words(text))]
        return max(there, key=len, default=self._title(one))

    def _title(self, one: str) -> str:
        other = self._others.get(one)
        return other.name if other is not None else self._dataset.names.label(one)


class _Read(NamedTuple):
    """A caption, and it as a paragraph."""

    text: str
    paragraph: CitedParagraph

    @property
    def words(self) -> tuple[str, ...]:
        """Its normalised words."""
        return words(self.text)

    def capitals(self, common: frozenset[str]) -> Iterator[str]:
        """Its words with a capital, but for months, and for such as only begin a sentence: usual ones, and `common`."""
        openers = {found.start(1) for found in _OPENS.finditer(self.text)}
        for found in _WORD.finditer(self.text):
            word = found[0].partition(found["apostrophe"])[0] if found["apostrophe"] else found[0]
            opens = found.start() in openers and word.lower() in _OPENERS | common
            if word[:1].isupper() and not opens and word not in MONTHS and not words(word)[0][:1].isdigit():
                yield word


class _Borne:
    """What the facts of a step bear: whom they are about, when, in which words."""

    def __init__(self, dataset: Dataset, shown: Shown) -> None:
        self._dataset = dataset
        self.shown = shown
        self.facts = shown.facts
        self._said = [words(text) for text in shown.said]

    @cached_property
    def ids(self) -> frozenset[str]:
        """All that the facts are about: ends, speakers, nodes, members of totals, and what these are part of."""
        found = {one for fact in self.facts for one in (fact.id, *fact.per, *(end.id for end in fact.ends))}
        found |= {one for fact in self.facts for value in fact.fields.values() for one in _ids_in(value)}
        actors = self._dataset.actors
        waiting = list(found)
        while waiting:
            actor = actors.get(waiting.pop())
            if actor is not None and actor.part_of and actor.part_of not in found:
                found.add(actor.part_of)
                waiting.append(actor.part_of)
        return frozenset(found)

    def has_tier(self, fact: Fact, label: str) -> bool:
        """Whether a fact has a tier of that name, or is what the lowest rung stands for."""
        return words(tier_label(self._dataset, fact)) == words(label)

    @cached_property
    def _all_words(self) -> frozenset[str]:
        names = (name for one in self.ids for name in self._dataset.names.known_as(one))
        return frozenset(word for said in (*self._said, *map(words, names)) for word in said)

    def says(self, word: str) -> bool:
        """Whether what is told of the facts, or a name of whom they are about, has a word."""
        return self._all_words.issuperset(words(word))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Every figure that is told of the facts."""
        return frozenset(found[0] for word in self._all_words if (found := _NUMBER.match(word)))

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Every amount that is told of them."""
        return tuple(amount for text in self.shown.said for amount in amounts_in(text, ENGLISH))

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Every date of theirs."""
        dates = [date for fact in self.facts for date in (*(date for _, date in fact.when), *_dates_in(fact))]
        return tuple(side for date in dates for side in sides_of(date.text))


def _paragraph(caption: str) -> Paragraph:
    return Paragraph(BY_TEXT, words(caption), ENGLISH, caption)


def _ids_in(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) and all(isinstance(one, str) for one in value) else ()


def _dates_in(fact: Fact) -> Iterator[Date]:
    return (value for value in fact.fields.values() if isinstance(value, Date))


def _longest(labels: Iterable[str], said: tuple[str, ...]) -> Iterator[str]:
    """The labels that stand in a row of words, other than inside a longer one; the longest come first."""
    left = list(said)
    for label in labels:
        wanted = words(label)
        starts = _starts(wanted, left)
        for at in starts:
            left[at : at + len(wanted)] = [""] * len(wanted)
        if starts:
            yield label


def _is_inside(name: str, longer: Iterable[str], said: tuple[str, ...]) -> bool:
    """Whether a name stands in a row of words nowhere but inside longer names: P4G, in the P4G Summit."""
    wanted = words(name)
    left = list(said)
    for text in longer:
        whole = words(text)
        for at in _starts(whole, left) if len(whole) > len(wanted) else ():
            left[at : at + len(whole)] = [""] * len(whole)
    return not _starts(wanted, left)


def _starts(wanted: tuple[str, ...], said: list[str]) -> list[int]:
    """Where words stand in a row."""
    return [at for at in range(len(said) - len(wanted) + 1) if tuple(said[at : at + len(wanted)]) == wanted]


def _dates_wanting(read: _Read, borne: _Borne) -> Iterator[Wanting]:
    """Months and days that no fact shown has; a year is asked for as any figure is."""
    for said in read.paragraph.dates.dates:
        if any(_is_of(side, said.month, said.days, said.years) for side in borne.sides):
            continue
        day = f"{min(said.days)} " if said.days else ""
        year = f" {min(said.years)}" if said.years else ""
        yield Wanting(f"{day}{MONTHS[said.month - 1]}{year}", "is a date that no fact of the step has")


def _is_of(side: Side, month: int, days: frozenset[int], years: frozenset[int]) -> bool:
    return side.month == month and (not days or side.day in days) and (not years or side.year in years)


def _figures_wanting(read: _Read, borne: _Borne) -> Iterator[Wanting]:
    """Figures, in digits or words, that nothing told of the facts shown has; amounts with their scale and currency."""
    for word, cased in zip(read.words, cased_words(read.text), strict=True):
        found = _NUMBER.match(word)
        if found and found[0] not in borne.numbers:
            what = "a year, or a figure," if _YEAR.fullmatch(word) else "a figure"
            yield Wanting(_as_written(read.text, cased), f"is {what} that no fact of the step gives")
    for amount in amounts_in(read.text, ENGLISH):
        is_bare = not amount.currency and f"{amount.value:.0f}" in read.words
        if (
            not is_bare
            and (amount.currency or amount.value >= _THOUSAND)
            and not any(_is_given(amount, one) for one in borne.amounts)
        ):
            written = read.text[amount.start : amount.end].strip(" .")
            yield Wanting(written, "is an amount that no fact of the step gives")


def _is_given(amount: Amount, other: Amount) -> bool:
    """Whether an amount is another: the same value and, where it has a currency, that one."""
    return amount.value == other.value and (not amount.currency or bool(amount.currency & other.currency))


def _as_written(text: str, word: str) -> str:
    """A word of a caption as it stands there: sixty-four, where its normalised form is 64."""
    if word in text:
        return word
    for found in re.finditer(r"[\w-]+(?:[ -]\w+)?", text):
        if word in words(found[0]):
            single = found[0].split()[0]
            return single if word in words(single) else found[0]
    return word
