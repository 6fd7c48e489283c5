"""Finding an actor or a node by whatever it is called: id, name, alias, adjective, ISO code.

Folding (marks, case) finds candidates; it never makes two into one.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from relgraph.errors import MisuseError
from relgraph.reading.place import one_line
from relgraph.reading.suggest import nearest
from relgraph.sources.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relgraph.facts.records import Actor, Fact


class Names:
    """All names of a dataset's actors and of the facts that are nodes."""

    def __init__(self, actors: Mapping[str, Actor], nodes: Iterable[Fact]) -> None:
        """Index lazily: nothing is folded before the first question."""
        self._actors = actors
        self._nodes = {fact.id: fact for fact in nodes}
        self._spoken: dict[str, tuple[tuple[str, ...], ...]] = {}

    def label(self, one: str) -> str:
        """The name to show for an id; the id itself if it has none."""
        actor = self._actors.get(one)
        if actor is not None:
            return actor.name
        fact = self._nodes.get(one)
        return (fact.name if fact else None) or one

    def inside(self, one: str) -> str:
        """The name as it stands inside a sentence: with its article, if it has one."""
        article = self.article(one)
        return f"{article} {self.label(one)}" if article else self.label(one)

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
    def spoken_by_first(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The normalised words of every name there is, by the first of them."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for one in (*self._actors, *self._nodes):
            for name in self.spoken(one):
                found.setdefault(name[0], set()).add(name)
        return {first: tuple(sorted(names)) for first, names in found.items()}

    def all_of(self, one: str) -> tuple[str, ...]:
        """Every name of an id: name, aliases, adjectives; the ISO code not among them."""
        actor = self._actors.get(one)
        if actor is not None:
            return (actor.name, *actor.aliases, *actor.adjectives)
        fact = self._nodes.get(one)
        return tuple(name for name in (fact.name, *fact.aliases) if name) if fact else ()

    def spoken(self, one: str) -> tuple[tuple[str, ...], ...]:
        """The normalised words of every name of an id, as paragraphs are searched for them."""
        if one not in self._spoken:
            self._spoken[one] = tuple(dict.fromkeys(filter(None, map(words, self.all_of(one)))))
        return self._spoken[one]

    def find(self, text: str) -> tuple[str, ...]:
        """Ids that a text may mean, sorted: an id first of all, then whatever is called so."""
        if text in self._actors or text in self._nodes:
            return (text,)
        key = _key(text)
        found = self._by_name.get(key)
        if found is None:
            found = self._known_elsewhere(text)
        return tuple(sorted(found))

    def resolve(self, text: str) -> str:
        """The one id that a text means. Raises MisuseError, with suggestions, for none or several."""
        found = self.find(text)
        if len(found) == 1:
            return found[0]
        if found:
            which = ", ".join(f"{one} ({self.label(one)})" for one in found)
            raise MisuseError(f'"{one_line(text)}" may mean {which}; say which by its id')
        raise MisuseError(f'no actor is called "{one_line(text)}"{self._suggestion(text)}')

    def _suggestion(self, text: str) -> str:
        near = nearest(_key(text), self._by_name, most=2)
        ids = list(dict.fromkeys(one for name in near for one in sorted(self._by_name[name])))
        return f"; did you mean {' or '.join(f'{one} ({self.label(one)})' for one in ids)}?" if ids else ""

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        index: dict[str, set[str]] = {}
        for actor in self._actors.values():
            for name in (actor.id, *self.all_of(actor.id), *((actor.iso,) if actor.iso else ())):
                index.setdefault(_key(name), set()).add(actor.id)
        for fact in self._nodes.values():
            for name in (fact.id, *self.all_of(fact.id)):
                index.setdefault(_key(name), set()).add(fact.id)
        return index

    def _known_elsewhere(self, text: str) -> set[str]:
        """Countries by names and codes that only the ISO tables know (VNM, 704, Socialist Republic of Viet Nam)."""
        codes = {actor.iso: actor.id for actor in self._actors.values() if actor.iso}
        if not codes:
            return set()
        import pycountry

        try:
            country = pycountry.countries.lookup(text.strip())
        except LookupError:
            return set()
        return {codes[country.alpha_2]} if country.alpha_2 in codes else set()


def _key(name: str) -> str:
    """A name without marks, case, and the difference between blanks and dashes."""
    return " ".join(_DASHES.sub(" ", fold(name)).split())


_DASHES = re.compile("[-\u2010-\u2015]")
