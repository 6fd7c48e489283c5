"""The sources of several datasets: one where two have the very same, else told apart by their datasets."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.folder import TABLES
from relgraph.facts.united.ids import Called, ways_to_ask
from relgraph.facts.united.translate import card_of
from relgraph.reading.files import bytes_of
from relgraph.reading.place import Problem
from relgraph.sources.library import Library
from relgraph.tables.decisions import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from relgraph.facts.united.part import Part
    from relgraph.sources.card import Card

TOLD = ("publisher", "published", "language")
"""What of a source decides on answers, so that it is told where two cards of it differ."""


class Sources(NamedTuple):
    """The library of several datasets, what each of its sources is called in it, and what cards differ in."""

    library: Library
    called: list[Called]
    notes: list[Problem]


def united_sources(parts: Sequence[Part], ids: Sequence[Mapping[str, str]]) -> Sources:
    """Put the libraries of datasets together; `ids` are what actors of each are called, which cards may name."""
    own = [_sources_of(part) for part in parts]
    every = frozenset[str]().union(*own)
    called = [Called(part, mine, every) for part, mine in zip(parts, own, strict=True)]
    cards: dict[str, Card] = {}
    notes: list[Problem] = []
    for one in sorted(every):
        alike = _alike(one, [at for at, mine in enumerate(own) if one in mine], parts)
        for group in alike if len(alike) > 1 else ():
            name = min(parts[at].qualified(one) for at in group)
            for at in group:
                called[at][one] = name
        for group in alike:
            held = [parts[at].dataset.library.cards[one] for at in group if one in parts[at].dataset.library.cards]
            if held:
                notes += _differing(held)
                name = called[group[0]][one]
                cards[name] = card_of(_together(held), name, ids[group[0]])
    texts = {called[at][one]: text for at, one, text in _each(parts, "texts")}
    tables = {called[at][one]: path for at, one, path in _each(parts, "tables")}
    unread = frozenset(called[at][one] for at, part in enumerate(parts) for one in part.dataset.library.unread)
    problems = dict.fromkeys(problem for part in parts for problem in part.dataset.library.problems)
    ways = ways_to_ask(parts, called, own)
    library = Library(dict(sorted(cards.items())), texts, tuple(problems), unread, tables, ways)
    return Sources(library, called, notes)


def _sources_of(part: Part) -> set[str]:
    return {*part.dataset.library.cards, *part.dataset.library.unread}


def made_by(parts: Sequence[Part]) -> dict[tuple[int, str], str]:
    """What the actors of tables have in place of a code, by the number of the dataset and the file of the mapping.

    It is one for all datasets to which the table is the very same.
    """
    found: dict[tuple[int, str], str] = {}
    for at, part in enumerate(parts):
        for one in part.dataset.mappings:
            first = min(other.name for other in parts if other is part or _is_same(one, other, part))
            file = str(part.dataset.files[f"{TABLES}/{one}.yaml"])
            found[at, file] = f"table {one} of {first}"
    return found


def _each(parts: Sequence[Part], what: str) -> Iterator[tuple[int, str, Any]]:
    """What libraries hold of sources, of the first dataset last: that goes before others."""
    for at in reversed(range(len(parts))):
        for one, held in getattr(parts[at].dataset.library, what).items():
            yield at, one, held


def _alike(one: str, having: Sequence[int], parts: Sequence[Part]) -> list[list[int]]:
    """The datasets that have a source, those together to which it is the very same."""
    found: list[list[int]] = []
    for at in having:
        for group in found:
            if _is_same(one, parts[group[0]], parts[at]):
                group.append(at)
                break
        else:
            found.append([at])
    return found


def _is_same(one: str, mine: Part, other: Part) -> bool:
    """Whether a source is one: of one text by its hash, or by all that its card says; a table is read alike too."""
    card, its = (part.dataset.library.cards.get(one) for part in (mine, other))
    if card is None or its is None:
        return False
    same = card.sha256 == its.sha256 if card.sha256 and its.sha256 else card == its
    return same and (card.table is None) == (its.table is None) and _read_by(one, mine) == _read_by(one, other)


def _read_by(one: str, part: Part) -> list[bytes]:
    """The mapping of a table with its decisions, as they are written."""
    names = (f"{TABLES}/{one}.yaml", f"{TABLES}/{one}{DECISIONS}")
    return [bytes_of(part.dataset.files[name]) for name in names if name in part.dataset.files]


def _together(cards: Sequence[Card]) -> Card:
    """One card of several: what the first says, else what another does; each reason why a paragraph has no fact."""
    first = cards[0]
    reasons = {number: why for card in reversed(cards) for number, why in card.no_facts.items()}
    told: dict[str, Any] = {"no_facts": dict(sorted(reasons.items()))}
    for name in (one.name for one in fields(first) if one.name not in {"place", "no_facts", "id"}):
        if not getattr(first, name):
            told[name] = next(filter(None, (getattr(card, name) for card in cards)), getattr(first, name))
    return replace(first, **told)


def _differing(cards: Sequence[Card]) -> Iterator[Problem]:
    first = cards[0]
    for card in cards[1:]:
        for name in TOLD:
            mine, its = getattr(first, name), getattr(card, name)
            if mine is not None and its is not None and mine != its:
                told = f"{card.id} is one source with that of {first.place}, which says {name} {mine}; here it is {its}"
                yield Problem(card.place, "source-differs", told, "note")
