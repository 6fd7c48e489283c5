"""Numbers with their nouns, words that agree with a number (1 fact follows, 2 facts follow), and a or an."""

from __future__ import annotations

import re


def counted(number: float, noun: str, plural: str | None = None, *, grouped: bool = False) -> str:
    """A number with its noun: 1 fact, 2 facts; `plural` where an s does not make one, as in 2 entries.

    With `grouped` thousands are set apart: 50,000 facts.
    """
    return f"{number:{',' if grouped else ''}} {agreeing(number, noun, plural or f'{noun}s')}"


def of_them(number: float, what: str) -> str:
    """How many of those that were counted are what: ", 3 of them maybe"; nothing where none are."""
    return f", {number} of them {what}" if number else ""


def agreeing(number: float, one: str, several: str) -> str:
    """The word that goes with a number: `one` for 1, `several` for any other, none among them."""
    return one if number == 1 else several


_VOWEL = (
    r"(?!U[A-Z]|[Ee]u[a-z]|(?i:uni(?!n|m)|us[aeiu]|one\b|once|u[ktv][aeio]))[AEIOUaeiou]"  # a UN body, a user
    r"|(?i:hour|honou?r|heir|honest)"  # the h of an hour is not heard
    r"|[FHLMNRSX](?:[A-Z]|o[A-Z])"  # letters said by their names: an FTA, an MoU
)


_MAY_SOUND_OPEN = frozenset("AEIOUaeiouHhFLMNRSX")
"""The first letters of what the pattern may fit; most words begin with another, and it is slow to make ready."""


def indefinite(word: str) -> str:
    """The indefinite article of a word as it is heard: an embassy, a union, an hour, an MoU."""
    return "an" if word[:1] in _MAY_SOUND_OPEN and re.match(_VOWEL, word) else "a"


def one_of_a_kind(noun: str) -> str:
    """A noun with its indefinite article: an affiliation, a visit."""
    return f"{indefinite(noun)} {noun}"
