"""Figures: a number as the source gives it, with its bound, scale and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

BOUNDS = ("more than", "at least", "about", "less than", "up to", "nearly")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_FORM = re.compile(
    rf"(?:({'|'.join(BOUNDS)}) )?"
    r"([-+]?\d[\d,]{0,30}(?:\.\d{1,30})?)"
    rf"(?: ({'|'.join(SCALES)}))?"
    r"(?:(?: |(?=[^\w\s.,]))([^\d\s.,].*))?",  # a unit that is a sign needs no blank before it: 7.09%
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number said by a source: `value` in units of one, `digits` and `scale` as they were written.

    `bound` tells a limit from the number itself ("more than 400"). Equality is that of the text.
    """

    text: str
    value: float = field(compare=False)
    digits: str = field(compare=False)
    scale: str | None = field(default=None, compare=False)
    unit: str | None = field(default=None, compare=False)
    bound: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Write the figure as it was written."""
        return self.text

    def spellings(self, *, ordinal: bool = False) -> tuple[tuple[str, ...], ...]:
        """The normalised words by which a paragraph may name it: 14; 615 billion, 615000000000; as an ordinal 4th."""
        if self.scale:
            return ((self.digits, self.scale), (f"{self.value:.0f}",))
        if ordinal and self.digits.isdigit():
            return ((self.digits + ordinal_suffix(int(self.digits)),),)
        return ((self.digits,),)


def ordinal_suffix(number: int) -> str:
    """The letters of an English ordinal: st, nd, rd or th."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


class NotAFigure(ValueError):  # noqa: N818 - it says what the text is not
    """The text is not a figure; the message says what to write."""


@cache
def parse_figure(text: str) -> Figure:
    """Read "more than 20 %", "615 billion VND", "14". Raises NotAFigure with advice."""
    found = _FORM.fullmatch(text)
    if not found:
        raise NotAFigure(f'"{text}" is not a figure; write 14, 7.09 %, 615 billion VND or more than 400')
    bound, number, scale, unit = found.groups()
    digits = number.replace(",", "").lstrip("+-")
    scale = scale.lower() if scale else None
    value = float(number.replace(",", "")) * SCALES.get(scale or "", 1)
    return Figure(text, value, digits, scale, unit, bound.lower() if bound else None)
