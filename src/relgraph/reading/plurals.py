"""Numbers with their nouns, and words that agree with a number: 1 fact follows, 2 facts follow."""

from __future__ import annotations


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
