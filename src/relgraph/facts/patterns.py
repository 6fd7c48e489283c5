"""Patterns of sentences: texts with slots in braces; what is in brackets stands only where its slots are filled."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.plurals import indefinite

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


class Piece(NamedTuple):
    """A run of a pattern: texts and the slots between them, and what stands there `instead` when a slot is empty.

    A run without that always stands.
    """

    texts: tuple[str, ...]
    slots: tuple[str, ...]
    instead: str | None


class Filled(NamedTuple):
    """A pattern with its slots filled, the slots that were told, and whether the first word is one of theirs."""

    text: str
    used: frozenset[str]
    with_name: bool


_SLOT = re.compile(r"\{([\w-]+)\}")
_PIECE = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_ARTICLE = re.compile(r"(^|\W)a $")


@lru_cache(maxsize=1024)
def _pieces(pattern: str) -> tuple[Piece, ...]:
    found = []
    for one in _PIECE.finditer(pattern):
        run, _, instead = (one[1] or "").partition("|")
        parts = _SLOT.split(run or one[2] or "")
        found.append(Piece(tuple(parts[::2]), tuple(parts[1::2]), None if one[1] is None else instead))
    return tuple(found)


def names_one_of(pattern: str, slots: Collection[str]) -> bool:
    """Whether a pattern has one of some slots."""
    return any(slot in slots for piece in _pieces(pattern) for slot in piece.slots)


def filled(pattern: str, word_of: Callable[[str], str], units: Mapping[str, str]) -> Filled:
    """A pattern filled with the words of its slots; what follows one that has a unit does not say that again."""
    told, used, with_name, unit = "", set[str](), False, ""
    for piece in _pieces(pattern):
        if piece.instead is not None and not all(map(word_of, piece.slots)):
            told += piece.instead
            continue
        used.update(piece.slots)
        with_name = with_name or not (told or piece.texts[0])
        told = _joined(told, piece.texts[0], unit)
        for slot, text in zip(piece.slots, piece.texts[1:], strict=True):
            word = word_of(slot) or f"(unknown {spoken(slot)})"
            told = _joined(_with_article(told, word), word, unit)
            unit = units.get(slot, "")
            told = _joined(told, text, unit)
    return Filled(told, frozenset(used), with_name)


def _joined(told: str, text: str, unit: str) -> str:
    """A text behind what was told; where that ended with the unit of a figure, it is not said again: 9 people."""
    rest = text.lstrip()[len(unit) :]
    again = unit and text.lstrip().lower().startswith(unit.lower()) and not rest[:1].isalnum()
    return told.rstrip() + rest if again and told.rstrip().lower().endswith(unit.lower()) else told + text


def _with_article(told: str, word: str) -> str:
    """The article before a word made to fit it: an embassy."""
    fits = not told.endswith("a ") or indefinite(word) == "a" or not _ARTICLE.search(told)
    return told if fits else f"{told[:-1]}n "


def spoken(name: str) -> str:
    """The name of a slot as words."""
    return name.replace("_", " ").replace("-", " ")
