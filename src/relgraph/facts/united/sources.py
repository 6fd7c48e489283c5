"""The sources of several datasets: one where two have the same text, or the very same card; else told apart."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from relgraph.facts.folder import TABLES
from relgraph.facts.united.ids import Called, ways_to_ask
from relgraph.facts.united.translate import card_of
from relgraph.reading.files import bytes_of
from relgraph.reading.place import Problem
from relgraph.sources.library import Library
from relgraph.tables.decisions import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from relgraph.facts.united.part import Part
    from relgraph.sources.card import Card

TOLD = ("publisher", "published", "language")
"""What of a source decides on answers, so that it is told where two cards of it differ."""


Group: TypeAlias = list[tuple[int, str]]
"""One source, as datasets have it: the number of each, in their order, with its id there."""


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
    groups = _of_one_text([group for one in sorted(every) for group in _alike(one, parts, own)], parts)
    users = Counter(one for group in groups for one in {one for _, one in group})
    cards: dict[str, Card] = {}
    notes: list[Problem] = []
    for group in groups:
        name = _called(group, users, parts)
        for at, one in group:
            called[at][one] = name
        held = [card_of(card, name, ids[at]) for at, one in group if (card := _card(parts[at], one)) is not None]
        if held:
            notes += _differing(held)
            cards[name] = _together(held)
    texts = {called[at][one]: text for at, one, text in _each(parts, "texts")}
    tables = {called[at][one]: path for at, one, path in _each(parts, "tables")}
    unread = frozenset(called[at][one] for at, part in enumerate(parts) for one in part.dataset.library.unread)
    problems = dict.fromkeys(problem for part in parts for problem in part.dataset.library.problems)
    ways = ways_to_ask(parts, called, own)
    library = Library(dict(sorted(cards.items())), texts, tuple(problems), unread, tables, ways)
    return Sources(library, called, notes)


def _called(group: Group, users: Mapping[str, int], parts: Sequence[Part]) -> str:
    """What a source is called: the first of its ids, with its dataset behind that where it is another's id too."""
    one = min(one for _, one in group)
    return one if users[one] == 1 else min(parts[at].qualified(one) for at, own in group if own == one)


def _card(part: Part, one: str) -> Card | None:
    return part.dataset.library.cards.get(one)


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


def _alike(one: str, parts: Sequence[Part], own: Sequence[Container[str]]) -> list[Group]:
    """The sources of an id, each as those datasets have it to which it is the very same."""
    found: list[Group] = []
    for at in (at for at, mine in enumerate(own) if one in mine):
        for group in found:
            if _is_same(one, parts[group[0][0]], parts[at]):
                group.append((at, one))
                break
        else:
            found.append([(at, one)])
    return found


def _of_one_text(groups: Sequence[Group], parts: Sequence[Part]) -> list[Group]:
    """Sources with those as one that are of the same text by its hash, whatever they are called.

    Where a dataset has several of one text, they stay as they are: another's may be each of them.
    """
    by_text: dict[str | int, list[Group]] = {}
    for number, group in enumerate(groups):
        card = _card(parts[group[0][0]], group[0][1])
        text = card.sha256 if card is not None and card.table is None else None
        by_text.setdefault(text or number, []).append(group)
    found: list[Group] = []
    for some in by_text.values():
        together = sorted(chain.from_iterable(some))
        found += [together] if len({at for at, _ in together}) == len(together) else some
    return found


def _is_same(one: str, mine: Part, other: Part) -> bool:
    """Whether a source is one: of one text by its hash, or by all that its card says; a table is read alike too."""
    card, its = _card(mine, one), _card(other, one)
    if card is None or its is None:
        return False
    same = card.sha256 == its.sha256 if card.sha256 and its.sha256 else card == its
    return same and (card.table is None) == (its.table is None) and _read_by(one, mine) == _read_by(one, other)


def _read_by(one: str, part: Part) -> list[bytes]:
    """The mapping of a table with its decisions, as they are written."""
    names = (f"{TABLES}/{one}.yaml", f"{TABLES}/{one}{DECISIONS}")
    return [bytes_of(part.dataset.files[name]) for name in names if name in part.dataset.files]


def _together(cards: Sequence[Card]) -> Card:
    """One card of several: what the first says, else what another does; each search, and each reason for no fact."""
    first = cards[0]
    reasons = {number: why for card in reversed(cards) for number, why in card.no_facts.items()}
    searches = dict.fromkeys(chain.from_iterable(card.looked_for for card in cards))
    told: dict[str, Any] = {"no_facts": dict(sorted(reasons.items())), "looked_for": tuple(searches)}
    for name in first._fields:
        if name not in {"place", "id", *told} and not getattr(first, name):
            told[name] = next(filter(None, (getattr(card, name) for card in cards)), getattr(first, name))
    return first._replace(**told)


def _differing(cards: Sequence[Card]) -> Iterator[Problem]:
    first = cards[0]
    for card in cards[1:]:
        one = f"{card.id} is one source with that of {first.place}, which says"
        for name in TOLD:
            mine, its = getattr(first, name), getattr(card, name)
            if mine is not None and its is not None and mine != its:
                yield Problem(card.place, "source-differs", f"{one} {name} {mine}; here it is {its}", "note")
        if first.coverage and card.coverage and first.coverage != card.coverage:
            yield Problem(card.place, "source-differs", f"{one} another coverage, and that counts", "note")
