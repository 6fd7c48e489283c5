"""Figures: a number as the source gives it, with its bound, scale and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from math import isclose
from typing import TYPE_CHECKING

from relgraph.reading.currencies import CODES, currency_at_start
from relgraph.sources.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.reading.amounts import Amount

BOUNDS = ("more than", "at least", "about", "nearly", "less than", "up to")
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_FORM = re.compile(
    rf"(?:({'|'.join(BOUNDS)}) )?"
    r"([-+]?\d[\d,]{0,30}(?:\.\d{1,30})?)"
    rf"(?: ({'|'.join(SCALES)}))?"
    r"(?:(?: |(?=[^\w\s.,]))([^\d\s.,].*))?",  # a unit that is a sign needs no blank before it: 7.09%
    re.IGNORECASE | re.ASCII,
)
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|[-+]?\d+(?:\.\d+)?", re.ASCII)
_BOUND = re.compile(rf"(?:({'|'.join(BOUNDS)}) )?(.*)", re.IGNORECASE)
_LANGUAGES = (None, "de", "fr", "es", "pt", "it", "ru", "pl")
"""Whose ways of writing an amount a curator may have copied, those of English first."""

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Figure:
    """A number said by a source: `value` in units of one, `digits` and `scale` as they were written.

    `bound` tells a limit from the number itself ("more than 400"), `currency` the codes that its unit may mean.
    Equality is that of the text.
    """

    text: str
    value: float = field(compare=False)
    digits: str = field(compare=False)
    scale: str | None = field(default=None, compare=False)
    unit: str | None = field(default=None, compare=False)
    bound: str | None = field(default=None, compare=False)
    currency: frozenset[str] = field(default=frozenset(), compare=False)

    def __str__(self) -> str:
        """Write the figure as it was written."""
        return self.text

    def spellings(self, *, ordinal: bool = False, language: str | None = None) -> tuple[tuple[str, ...], ...]:
        """The normalised words by which a paragraph may name it: 14; 615 billion, 615000000000; as an ordinal 4th.

        Of a language that is named, all ways to write it in that.
        """
        if ordinal and self.digits.isdigit():
            return ((self.digits + ordinal_suffix(int(self.digits)),),)
        usual = ((self.digits, self.scale), (f"{abs(self.value):.0f}",)) if self.scale else ((self.digits,),)
        return tuple(dict.fromkeys((*usual, *_spelled(self, language)))) if language else usual

    def has_value(self, value: float) -> bool:
        """Whether a number is the same, its sign aside."""
        return isclose(value, abs(self.value), rel_tol=1e-9)

    def is_given_by(self, amount: Amount) -> bool:
        """Whether an amount in a text is this one: the same value, and no other currency beside it."""
        return self.has_value(amount.value) and not (
            self.currency and amount.currency and self.currency.isdisjoint(amount.currency)
        )


def _spelled(figure: Figure, language: str) -> Iterator[tuple[str, ...]]:
    """The ways to write a figure in a language, as its words are cut."""
    from relgraph.reading.amounts import style_of  # noqa: PLC0415 - only checks ask for it
    from relgraph.reading.spelled import forms_of  # noqa: PLC0415 - as above

    style = style_of(language)
    plain = f"{abs(figure.value):.0f}" if abs(figure.value) >= 1 and figure.value % 1 == 0 else figure.digits
    yield (plain.replace(".", style.decimal),)
    for group in style.groups:
        grouped = f"{int(plain):,}" if plain.isdigit() else plain
        yield words(grouped.replace(",", group)) if group == " " else (grouped.replace(",", group),)
    yield from map(words, forms_of(abs(figure.value), language))
    for scale, power in (*style.scales.items(), *style.before.items()):
        number = f"{abs(figure.value) / 10**power:.3f}".rstrip("0").rstrip(".")
        if abs(figure.value) >= 10**power and isclose(float(number) * 10**power, abs(figure.value)):
            digits, named = number.replace(".", style.decimal), words(scale)
            yield (digits, *named)
            yield (digits + "".join(named),)


def ordinal_suffix(number: int) -> str:
    """The letters of an English ordinal: st, nd, rd or th."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


class NotAFigure(ValueError):  # noqa: N818 - it says what the text is not
    """The text is not a figure; the message says what to write."""


@cache
def parse_figure(text: str) -> Figure:
    """Read "more than 20 %", "615 billion VND", "€1.2 billion", "14". Raises NotAFigure with advice."""
    found = _FORM.fullmatch(text)
    figure = _figure(text, *found.groups()) if found else _written_otherwise(text)
    if figure is None:
        raise NotAFigure(f'"{text}" is not a figure; write 14, 7.09 %, 615 billion VND or more than 400')
    return figure


def _figure(text: str, bound: str | None, number: str, scale: str | None, unit: str | None) -> Figure | None:
    """A figure of the usual form; None if its commas part neither groups of three nor a fraction."""
    if _GROUPED.fullmatch(number):
        plain = number.replace(",", "")
    elif number.count(",") == 1 and "." not in number and not number.endswith(","):
        plain = number.replace(",", ".")
    else:
        return None
    digits = plain.lstrip("+-")
    power, unit = (None, unit) if scale or not unit else _power_of(unit)
    scale = scale.lower() if scale else None
    value = float(plain) * (10**power if power else SCALES.get(scale or "", 1))
    scale = next((name for name, size in SCALES.items() if power and size == 10**power), scale)
    return Figure(text, value, digits, scale, unit, bound.lower() if bound else None, _currency_of(unit))


def _power_of(unit: str) -> tuple[int | None, str | None]:
    """The power of ten that a unit begins with, and the rest of it."""
    if not unit[:2].isalpha() or unit in CODES:
        return None, unit
    from relgraph.reading.amounts import power_of  # noqa: PLC0415 - few figures have such units

    return power_of(unit)


def _currency_of(unit: str | None) -> frozenset[str]:
    return currency_at_start(unit) if unit else frozenset()


def _written_otherwise(text: str) -> Figure | None:
    """A figure as a text may have it: US$ 200m, €1,2 Mrd., sixty-four. It must be one amount from end to end."""
    from relgraph.reading.amounts import amounts_in  # noqa: PLC0415 - as above

    found = _BOUND.fullmatch(text)
    bound, rest = found.groups() if found else (None, text)
    if not rest or len(rest) > LONGEST or rest != rest.strip():
        return None
    for language in _LANGUAGES:
        amounts = amounts_in(rest, language)
        if len(amounts) == 1 and (amounts[0].start, amounts[0].end) == (0, len(rest)):
            return _of_amount(text, amounts[0], bound)
    return None


def _of_amount(text: str, amount: Amount, bound: str | None) -> Figure:
    scale = next(
        (name for name, size in reversed(SCALES.items()) if size <= amount.value and size > SCALES["thousand"]), None
    )
    digits = f"{amount.value / SCALES.get(scale or '', 1):.6f}".rstrip("0").rstrip(".")
    unit = amount.currency_as_written or None
    return Figure(text, amount.value, digits, scale, unit, bound.lower() if bound else None, amount.currency)
