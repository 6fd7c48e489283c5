"""By what names actors and nodes are met in texts of a language, and which longer names hold them.

The longest name wins: South Sudan is no mention of Sudan. A name is held by a longer one of another country, city or
person, or of another of its own kind; one that belongs to it as an organ does not hide it (the UN Security Council
and the UN). Countries are known by the tables that ship besides what a dataset declares.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from relgraph.checks.common_words import may_be_common
from relgraph.checks.name import Name, named
from relgraph.sources.endings import declines
from relgraph.sources.tags import ENGLISH
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.countries.spoken import Spoken
    from relgraph.facts.names import Names
    from relgraph.facts.records import Actor

T = TypeVar("T")

_COUNTRIES = frozenset({"country", "territory"})
"""The kinds of actor that the tables of countries have entries for."""


class Who(NamedTuple):
    """Whom names are known of: actors, the kind of each and of each node, and which kinds are proper."""

    names: Names
    actors: Mapping[str, Actor]
    kinds: Mapping[str, str]
    proper: frozenset[str]


class Naming:
    """The names of a dataset's actors and nodes, and of countries, in texts of one language."""

    def __init__(self, who: Who, language: str) -> None:
        """Look for nothing yet: names are made ready when they are first asked for."""
        self._names, self._actors, self._kinds, self._proper = who
        self.language = language
        self._declared: dict[str, tuple[Name, ...]] = {}
        self._clear: dict[str, bool] = {}
        self._shipped: dict[str, tuple[Name, ...]] = {}
        self._holding: dict[tuple[str, str], tuple[Name, ...]] = {}

    def declared(self, one: str) -> tuple[Name, ...]:
        """The names by which a dataset knows somebody."""
        if one not in self._declared:
            found = (self._named(text, one) for text in self._names.met_as(one))
            self._declared[one] = tuple(filter(None, found))
        return self._declared[one]

    def _named(self, text: str, one: str) -> Name | None:
        found = named(text, keeps_capitals=self._is_proper(one), language=self.language)
        return self._but_others(found, one) if found is not None and not found.is_plain else found

    def _but_others(self, name: Name, one: str) -> Name:
        """A name of one word without such of its regular forms as are another's name: Nigeria is no case of Niger."""
        if len(name.words) > 1:
            return name
        own = self._entry(one)
        others = {form for form in name.forms[0] - {name.words[0]} if own not in self._bearers.get(form, {own})}
        return name._replace(forms=(name.forms[0] - others,)) if others else name

    def alike(self, name: Name) -> str | None:
        """Another country's name that only marks tell from a name of one word: Nigeriä, of Niger, and Nigeria."""
        if len(name.words) > 1 or self.language == ENGLISH:
            return None
        known = self._written.get(name.words[0], {})
        own = known.get(name.text, frozenset())
        return next((text for text, ids in known.items() if text != name.text and own and ids.isdisjoint(own)), None)

    @cached_property
    def _written(self) -> Mapping[str, dict[str, frozenset[str]]]:
        """The texts of each single word of the tables that ship, with those whom it may mean."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for one in self._spoken:
            if len(single := words(one.text)) == 1:
                found.setdefault(single[0], {})[one.text] = one.ids
        return found

    @cached_property
    def _bearers(self) -> Mapping[str, set[str | None]]:
        """Whose each single word is, as the tables that ship have it in the nominative."""
        from relgraph.countries.spoken import names_in  # noqa: PLC0415 - as below

        found: dict[str, set[str | None]] = {}
        for one, text in names_in(self.language):
            if len(single := words(text)) == 1:
                found.setdefault(single[0], set()).add(one)
        return found

    def code(self, one: str) -> Name | None:
        """The ISO code of an actor, by which a text may name it too."""
        actor = self._actors.get(one)
        return named(actor.iso) if actor is not None and actor.iso else None

    def is_clear(self, one: str) -> bool:
        """Whether no longer name holds a name of the dataset's for somebody, and none is a usual word."""
        if one not in self._clear:
            self._clear[one] = all(self._leaves_no_doubt(name, one) for name in self.declared(one))
        return self._clear[one]

    def _leaves_no_doubt(self, name: Name, one: str) -> bool:
        usual = len(name.words) == 1 and any(may_be_common(form, self.language) for form in name.forms[0])
        return not usual and (name.text.isascii() or self.language == ENGLISH) and not self.holding(name, one)

    def shipped(self, one: str) -> tuple[Name, ...]:
        """The names of a country in the language, in all their forms, by the tables that ship."""
        if one not in self._shipped:
            found = filter(None, map(self._as_shipped, self._shipped_texts(one)))
            self._shipped[one] = tuple(name if name.is_plain else self._but_others(name, one) for name in found)
        return self._shipped[one]

    def _as_shipped(self, text: str) -> Name | None:
        """A name of the tables: with the regular endings where they do not spell the cases out."""
        return named(text, language=self.language, endings=self._endings)

    @cached_property
    def _endings(self) -> str:
        """The language whose regular endings shipped names take; English, which has none, where all forms ship."""
        from relgraph.countries.spoken import is_spelled_out  # noqa: PLC0415 - as below

        return ENGLISH if not declines(self.language) or is_spelled_out(self.language) else self.language

    def _shipped_texts(self, one: str) -> Iterable[str]:
        actor = self._actors.get(one)
        if actor is None or actor.kind not in _COUNTRIES:
            return ()
        if self.language == ENGLISH:
            from relgraph.countries.english import names_of  # noqa: PLC0415 - the names declared are enough for most texts

            return names_of(actor.iso or actor.id)
        from relgraph.countries.spoken import spoken_of  # noqa: PLC0415 - as below

        return spoken_of(self.language).get(self._entry(one) or "", ())

    def holding(self, name: Name, one: str) -> tuple[Name, ...]:
        """Longer names of others that hold a name of somebody, the longest first: in them the name is not met."""
        key = (one, name.text)
        if key not in self._holding:
            longer = (*self._declared_longer(name, one), *self._shipped_longer(name, one))
            self._holding[key] = tuple(sorted(dict.fromkeys(longer), key=lambda one: -len(one.words)))
        return self._holding[key]

    def around(self, name: Name, one: str) -> Iterator[Name]:
        """Longer names of other countries that have all the words of a name, not in a row: an index cannot tell them.

        Repubblica Democratica del Congo, around Repubblica del Congo.
        """
        if len(name.words) < 2 or self.language == ENGLISH:  # noqa: PLR2004 - one word is in a row
            return
        entry = self._entry(one)
        for longer, ids in _candidates(name, self._shipped_by_word):
            if len(longer.words) > len(name.words) and entry not in ids and longer.has_all_of(name):
                yield longer

    def is_another(self, word: str) -> bool:
        """Whether a word by itself is what a country, or something beside one, is called."""
        return word in self._written

    def _is_proper(self, one: str) -> bool:
        return self._kinds.get(one, "") in self._proper

    def _entry(self, one: str) -> str | None:
        """The id in the tables that ship of an actor that is a country."""
        actor = self._actors.get(one)
        if actor is None or actor.kind not in _COUNTRIES:
            return None
        from relgraph.countries.table import entry_for  # noqa: PLC0415 - as above

        entry = entry_for(actor.id, actor.iso)
        return entry.id if entry else None

    def _declared_longer(self, name: Name, one: str) -> Iterator[Name]:
        for longer, owner in self._declared_having(name):
            if owner != one and longer.holds(name) and self._hides(owner, one):
                yield longer

    def _declared_having(self, name: Name) -> Iterator[tuple[Name, str]]:
        """Names of the dataset that may hold a name, each with its owner."""
        if declines(self.language):
            yield from _candidates(name, self._declared_by_word)
            return
        from relgraph.countries.english import lines_holding  # noqa: PLC0415 - as above

        for owner, text in lines_holding(self._declared_table, name.words[name.articles :]):
            longer = self._named(text, owner)
            if longer:
                yield longer, owner

    def _hides(self, owner: str, one: str) -> bool:
        """Whether the name of one hides another's: a proper name does, and that of a like which is no part of it."""
        if self._is_proper(owner):
            return True
        return self._kinds.get(owner) == self._kinds.get(one) and one not in self._wholes(owner)

    def _wholes(self, one: str) -> set[str]:
        """All that an actor is part of."""
        found: set[str] = set()
        whole = self._actors[one].part_of if one in self._actors else None
        while whole is not None and whole not in found:
            found.add(whole)
            whole = self._actors[whole].part_of if whole in self._actors else None
        return found

    @cached_property
    def _declared_by_word(self) -> Mapping[str, list[tuple[Name, str]]]:
        return _by_word((name, one) for one in self._kinds for name in self.declared(one))

    @cached_property
    def _declared_table(self) -> str:
        """For each name of several words a line: its words between blanks, its owner, its text."""
        every = ((one, text) for one in self._kinds for text in self._names.met_as(one) if _has_several_words(text))
        return "".join(f" {' '.join(words(text))} \t{one}\t{text}\n" for one, text in every)

    def _shipped_longer(self, name: Name, one: str) -> Iterator[Name]:
        if self.language == ENGLISH:
            yield from self._longer_in_english(name, one)
            return
        entry = self._entry(one) if name.words else None
        for longer, ids in _candidates(name, self._shipped_by_word):
            if longer.holds(name) and entry not in ids:
                yield longer

    def _longer_in_english(self, name: Name, one: str) -> Iterator[Name]:
        from relgraph.countries.english import longer_names  # noqa: PLC0415 - as above

        actor = self._actors.get(one)
        for text, ids in longer_names(name.words[name.articles :]):
            own = actor is not None and actor.kind in _COUNTRIES and (actor.iso or actor.id) in ids
            longer = None if own else named(text)
            if longer and longer.holds(name):
                yield longer

    @cached_property
    def _spoken(self) -> tuple[Spoken, ...]:
        from relgraph.countries.spoken import spoken_in  # noqa: PLC0415 - as above

        return spoken_in(self.language)

    @cached_property
    def _shipped_by_word(self) -> Mapping[str, list[tuple[Name, frozenset[str]]]]:
        several = (one for one in self._spoken if _has_several_words(one.text))
        return _by_word((name, one.ids) for one in several if (name := self._as_shipped(one.text)))


def _has_several_words(text: str) -> bool:
    """Whether a name has, or may have, more words than one."""
    return not text.isalnum() or not text.isascii()


def _by_word(names: Iterable[tuple[Name, T]]) -> dict[str, list[tuple[Name, T]]]:
    """Names, each with something of its own, by each form of each of their words."""
    found: dict[str, list[tuple[Name, T]]] = {}
    for name, own in names:
        if len(name.words) > 1:
            for form in frozenset().union(*name.forms):
                found.setdefault(form, []).append((name, own))
    return found


def _candidates(name: Name, by_word: Mapping[str, list[tuple[Name, T]]]) -> list[tuple[Name, T]]:
    """The names that have the rarest word of a name."""
    having = ([one for form in choices for one in by_word.get(form, ())] for choices in name.forms)
    return min(having, key=len)
