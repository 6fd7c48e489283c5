"""Finding an actor or a node by whatever it is called: id, name, alias, adjective, code.

Folding (marks, case) finds candidates; it never makes two into one. Codes are compared as they are written. Countries
answer to whatever the tables know of them too, whether the dataset declares them or only names them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from relgraph.errors import MisuseError
from relgraph.facts.shipped import ISO, SHIPPED_KINDS, entry_of
from relgraph.reading.place import one_line
from relgraph.sources.tags import ENGLISH
from relgraph.sources.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.countries.table import Country
    from relgraph.facts.near_names import NearNames
    from relgraph.facts.records import Actor


class Called(Protocol):
    """What a fact that is a node is called: its name, if it has one, its aliases, and what stands before the name."""

    @property
    def name(self) -> str | None:
        """Its name."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called."""

    @property
    def article(self) -> str | None:
        """What stands before its name inside a sentence."""


class Names:
    """All names of a dataset's actors and of the facts that are nodes."""

    def __init__(self, actors: Mapping[str, Actor], nodes: Mapping[str, Called]) -> None:
        """Index lazily: nothing is folded before the first question. Both are by their ids."""
        self._actors = actors
        self._nodes = nodes
        self._spoken: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._inside: dict[str, str] = {}
        self._met: dict[tuple[str, str], tuple[tuple[frozenset[str], ...], ...]] = {}

    def label(self, one: str) -> str:
        """The name to show for an id; the id itself if it has none."""
        actor = self._actors.get(one)
        if actor is not None:
            return actor.name
        fact = self._nodes.get(one)
        return (fact.name if fact else None) or one

    def inside(self, one: str) -> str:
        """The name as it stands inside a sentence: with its article, if it has one."""
        found = self._inside.get(one)
        if found is None:
            article = self.article(one)
            found = self._inside[one] = f"{article} {self.label(one)}" if article else self.label(one)
        return found

    def article(self, one: str) -> str | None:
        """What stands before the name of an id inside a sentence."""
        called = self._actors.get(one) or self._nodes.get(one)
        return called.article if called is not None else None

    @cached_property
    def articles(self) -> frozenset[str]:
        """Every article of the dataset: a sentence that begins with one begins with a capital."""
        actors, nodes = self._actors.values(), self._nodes.values()
        return frozenset(filter(None, (*(one.article for one in actors), *(one.article for one in nodes))))

    @cached_property
    def spoken_by_first(self) -> Mapping[str, Mapping[int, frozenset[tuple[str, ...]]]]:
        """The normalised words of every name there is, by the first of them and their number: many begin alike."""
        found: dict[str, dict[int, set[tuple[str, ...]]]] = {}
        for one in (*self._actors, *self._nodes):
            for name in self.spoken(one):
                found.setdefault(name[0], {}).setdefault(len(name), set()).add(name)
        return {first: {size: frozenset(names) for size, names in by_size.items()} for first, by_size in found.items()}

    def all_of(self, one: str) -> tuple[str, ...]:
        """Every name that the dataset gives an id: name, aliases, adjectives, names of a time; no code among them."""
        actor = self._actors.get(one)
        if actor is not None:
            return (actor.name, *actor.aliases, *(dated.name for dated in actor.names), *actor.adjectives)
        fact = self._nodes.get(one)
        return tuple(name for name in (fact.name, *fact.aliases) if name) if fact else ()

    def met_as(self, one: str) -> tuple[str, ...]:
        """Whatever the dataset says that an id is met as: its names, and what only texts say for it."""
        actor = self._actors.get(one)
        return (*self.all_of(one), *(actor.in_texts if actor is not None else ()))

    def known_as(self, one: str) -> tuple[str, ...]:
        """Every name of an id in English: those of the dataset, then those that ship for a country."""
        entry = self.entry(one)
        return tuple(dict.fromkeys((*self.all_of(one), *(entry.spoken if entry is not None else ()))))

    def entry(self, one: str) -> Country | None:
        """The entry of the shipped table that an actor is; None for what is no country, or one that is made up."""
        actor = self._actors.get(one)
        return entry_of(actor) if actor is not None else None

    def spoken(self, one: str) -> tuple[tuple[str, ...], ...]:
        """The normalised words of all that the dataset calls an id, as terms are searched for them."""
        if one not in self._spoken:
            self._spoken[one] = _in_words(self.met_as(one))
        return self._spoken[one]

    def met_in(self, one: str, language: str) -> tuple[tuple[frozenset[str], ...], ...]:
        """All that an id is met as in texts of a language, names that ship among it: for each word its forms there."""
        key = (one, language)
        if key not in self._met:
            from relgraph.sources.endings import forms_of_each  # noqa: PLC0415 - who cites one source asks for none

            texts = dict.fromkeys((*self.met_as(one), *self._shipped_in(one, language)))
            self._met[key] = tuple(filter(None, (forms_of_each(text, language) for text in texts)))
        return self._met[key]

    def _shipped_in(self, one: str, language: str) -> tuple[str, ...]:
        """What a country is called in a language by the tables that ship."""
        entry = self.entry(one)
        if entry is None or language == ENGLISH:
            return entry.spoken if entry is not None else ()
        from relgraph.countries.spoken import spoken_of  # noqa: PLC0415 - few questions need the table

        return spoken_of(language).get(entry.id, ())

    def find(self, text: str) -> tuple[str, ...]:
        """Ids that a text may mean, sorted: an id first of all, then whatever is called so.

        Of countries that a name means several of, those that the dataset does not know are among them: it is for the
        asker to say which.
        """
        if text in self._actors or text in self._nodes:
            return (text,)
        found = self.by_name.get(_key(text), set()) | self._by_code(text)
        found = found or self.by_name.get(_key(_turned(text)), set())
        return tuple(sorted(found or self._by_table(text)))

    def resolve(self, text: str) -> str:
        """The one id that a text means. Raises MisuseError, with suggestions, for none or several, and for no text."""
        if not isinstance(text, str):
            raise MisuseError(f"{text!r} is no text; name an actor by id, name or code")
        found = self.find(text)
        if len(found) == 1:
            return found[0]
        if found:
            which = ", ".join(f"{one} ({self.title(one)})" for one in found)
            raise MisuseError(f'"{one_line(text)}" may mean {which}; say which by its id')
        raise MisuseError(self._unknown(text))

    @property
    def size(self) -> int:
        """How many actors, and facts that are nodes, there are."""
        return len(self._actors) + len(self._nodes)

    def suggestions(self, text: str, most: int = 2) -> tuple[str, ...]:
        """Ids of the dataset with a name that is near to a text, the nearest first."""
        return tuple(self._near.near(text, most))

    def of_table(self, text: str, most: int = 1) -> tuple[str, ...]:
        """Ids of countries that ship whom a text means, or else with a name that is near to it."""
        from relgraph.countries.find import find  # noqa: PLC0415 - few questions need the table

        found = find(text) or tuple(self._near_in_table.near(text, most))
        return tuple(dict.fromkeys(map(self.id_for, found)))[:most]

    def title(self, one: str) -> str:
        """The name to show for an id of the dataset, or of the tables."""
        return self.label(one) if one in self._actors or one in self._nodes else _shipped_name(one)

    def id_for(self, entry: str) -> str:
        """The id that the dataset has for an entry of the table; that of the entry where it has none."""
        return self._by_entry.get(entry, entry)

    def _unknown(self, text: str) -> str:
        """That nobody is called so, and who was likely meant; or that a country that ships takes no part here."""
        from relgraph.countries.find import find  # noqa: PLC0415 - as below

        known = [one for one in find(text) if one not in self._by_entry]
        if len(known) == 1:
            return f"{_shipped_name(known[0])} ({known[0]}) takes no part in this dataset"
        ids = self.suggestions(text)
        meant = f"; did you mean {' or '.join(f'{one} ({self.label(one)})' for one in ids)}?" if ids else ""
        return f'no actor is called "{one_line(text)}"{meant}'

    @cached_property
    def by_name(self) -> Mapping[str, set[str]]:
        """The ids that each name means, by the name without marks and case."""
        index: dict[str, set[str]] = {}
        for one in (*self._actors, *self._nodes):
            for name in (one, *self.met_as(one)):
                index.setdefault(_key(name), set()).add(one)
        return index

    @cached_property
    def _near(self) -> NearNames:
        from relgraph.facts.near_names import NearNames  # noqa: PLC0415 - few questions need it

        return NearNames({one: (one, *self.all_of(one)) for one in (*self._actors, *self._nodes)})

    @cached_property
    def _near_in_table(self) -> NearNames:
        from relgraph.countries.table import table  # noqa: PLC0415 - as above
        from relgraph.facts.near_names import NearNames  # noqa: PLC0415 - as above

        return NearNames({one: (one, *entry.names) for one, entry in table().items()})

    def _by_code(self, text: str) -> set[str]:
        """Actors with a code: that of ISO 3166 as it is, any other behind its scheme, as in cow:255."""
        code = re.sub(r"\s*:\s*", ":", text.strip())
        return self._codes.get(code.casefold(), set()) if code.isascii() else set()

    @cached_property
    def _codes(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for actor in self._actors.values():
            own = [f"{scheme}:{code}" for scheme, code in actor.codes]
            for code in (*own, *((actor.iso, f"{ISO}:{actor.iso}") if actor.iso else ())):
                index.setdefault(code.casefold(), set()).add(actor.id)
        return index

    @cached_property
    def _by_entry(self) -> dict[str, str]:
        """The id that the dataset has for each entry of the table."""
        pairs = ((entry_of(actor), actor.id) for actor in self._actors.values())
        return {entry.id: one for entry, one in pairs if entry is not None}

    def _by_table(self, text: str) -> set[str]:
        """Whom the table knows by that name, if the dataset knows any of them."""
        if not any(actor.kind in SHIPPED_KINDS for actor in self._actors.values()):
            return set()
        from relgraph.countries.find import find  # noqa: PLC0415 - few questions need the table

        found = find(text)
        known = set(map(self.id_for, found))
        return known if known & self._actors.keys() else set()


def _in_words(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(filter(None, map(words, names))))


def _shipped_name(one: str) -> str:
    """The name of a country or a capital that ships."""
    from relgraph.countries.capitals import capitals  # noqa: PLC0415 - as above
    from relgraph.countries.table import table  # noqa: PLC0415 - as above

    return (table().get(one) or capitals()[one]).name


def _turned(name: str) -> str:
    """Ruto, William is William Ruto; a text with no comma in it, or several, stays."""
    parts = name.split(",")
    return " ".join((parts[1], parts[0])) if len(parts) == 2 else name  # noqa: PLR2004 - before and behind the comma


def _key(name: str) -> str:
    """A name without marks, case, and the difference between blanks and dashes."""
    return " ".join(fold(name).translate(_DASHES).split())


_DASHES = dict.fromkeys((ord("-"), *range(0x2010, 0x2016)), " ")
