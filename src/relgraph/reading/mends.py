"""What a person likely did where a file is no YAML, and how it is mended.

A parser tells where it gave up, in words about itself. Here the text round that spot is looked at: a colon in plain
text, a line set too far to the left, a quote that is never closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from relgraph.reading.stray import STRANGE_SPACES, Mend

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml import MarkedYAMLError

LONGEST_QUOTED = 40

_STRANGE_SPACE = re.compile(f"[{STRANGE_SPACES}]")
_FIELD = re.compile(r"\s*(?:- +)*([^\s:#'\"{\[-][^:#{\[]*|'[^']*'|\"[^\"]*\"):(?=\s|$)")
_UNSPACED = re.compile(r"\s*(?:- +)*([\w-]+):(?!//)\S")
_WRONG_DASH = re.compile(r"\s*([\u2010-\u2015\u2022\u2043\u2212\u00b7*+])\s")
_UNSPACED_DASH = re.compile(r"\s*(-)[^\s-]")
_WIDE_COLON = "\uff1a"
_CLOSED = re.compile(r"(['\"])\s*$")


def mend_of(text: str, error: MarkedYAMLError) -> Mend:
    """What is likely wrong where a parser gave up."""
    spot = _spot(text, error)
    if spot is None:
        return Mend(f"not YAML: {error.problem}; look at its quotes, brackets and indentation", 0, 0)
    for guess in _GUESSES:
        found = guess(spot)
        if found is not None:
            return found._replace(message=f"not YAML: {found.message}")
    said = " ".join(part for part in (error.context, error.problem) if part)
    message = f"not YAML: look at quotes, brackets and indentation here and on the line before ({said})"
    return Mend(message, spot.line, spot.column)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a parser gave up: the lines of the text, the spot (from 1), what it was at and where that began."""

    lines: list[str]
    line: int
    column: int
    problem: str
    context: str
    begun: tuple[int, int]

    @property
    def before(self) -> str:
        """The line up to the spot."""
        return self._text[: self.column - 1]

    @property
    def rest(self) -> str:
        """The line from the spot on."""
        return self._text[self.column - 1 :]

    @property
    def _text(self) -> str:
        return self.text_of(self.line)

    def text_of(self, line: int) -> str:
        """A line by its number, without its end; empty beyond the last."""
        return self.lines[line - 1].rstrip("\r") if 0 < line <= len(self.lines) else ""

    def above(self) -> int:
        """The number of the last line before the spot that is neither blank nor a comment; 0 where there is none."""
        numbers = range(self.line - 1, 0, -1)
        return next((n for n in numbers if (text := self.text_of(n).strip()) and not text.startswith("#")), 0)


def _spot(text: str, error: MarkedYAMLError) -> _Spot | None:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    begun = error.context_mark or mark
    lines = text.split("\n") if "\n" in text else text.split("\r")
    places = (mark.line + 1, mark.column + 1), (begun.line + 1, begun.column + 1)
    return _Spot(lines, *places[0], error.problem or "", error.context or "", places[1])


def _strange_space(spot: _Spot) -> Mend | None:
    for line in (spot.line, spot.above()):
        if found := _STRANGE_SPACE.search(spot.text_of(line)):
            message = f"U+{ord(found.group()):04X} stands here, which is no blank; write a blank"
            return Mend(message, line, found.start() + 1)
    return None


def _second_colon(spot: _Spot) -> Mend | None:
    """A colon in the text of a field: the commonest slip."""
    if "values are not allowed" not in spot.problem or not _FIELD.match(spot.before):
        return None
    return Mend("a colon stands inside this text; put the whole text in quotes", spot.line, spot.column)


def _line_above(spot: _Spot) -> Mend | None:
    """The field of this line was taken for more of the text above, in which something is lacking or too much."""
    if "values are not allowed" not in spot.problem:
        return None
    line = spot.above()
    for number in (spot.line, line):
        if found := _WRONG_DASH.match(spot.text_of(number)):
            message = f"an item of a list begins with a hyphen and a blank, not with {found.group(1)}"
            return Mend(message, number, found.start(1) + 1)
        if mend := _unspaced_dash(spot.text_of(number), number):
            return mend
    text = spot.text_of(line)
    if mend := _wrong_colon(text, line):
        return mend
    if found := _FIELD.match(text):
        own, its = _column(spot.text_of(spot.line)), found.start(1) + 1
        deeper = f"indented deeper (column {own}) than {found.group(1)} in the line before (column {its})"
        return Mend(f"{_quoted(spot.text_of(spot.line))} is {deeper}, which is complete; align them", spot.line, own)
    return Mend(f"{_quoted(text)} is no field: it lacks the colon after its name", line, _column(text))


def _unspaced_dash(text: str, line: int) -> Mend | None:
    found = _UNSPACED_DASH.match(text)
    return Mend("a blank is missing after this hyphen", line, found.start(1) + 1) if found else None


def _wrong_colon(text: str, line: int) -> Mend | None:
    """A colon with no blank behind it, or one that is none."""
    if found := _UNSPACED.match(text):
        return Mend(f"a blank is missing after the colon of {found.group(1)}", line, found.end(1) + 1)
    if _WIDE_COLON in text:
        return Mend(f"{_WIDE_COLON} is no colon; write a colon and a blank", line, text.index(_WIDE_COLON) + 1)
    return None


def _in_list(spot: _Spot) -> Mend | None:
    """A line inside a list that is aligned neither with its hyphens nor with the fields of an item."""
    if "block collection" not in spot.context:
        return None
    own, hyphen = _column(spot.text_of(spot.line)), spot.begun[1]
    named = _quoted(spot.text_of(spot.line))
    if mend := _unspaced_dash(spot.text_of(spot.line), spot.line):
        return mend
    if own == hyphen:
        return Mend(
            f"{named} needs a hyphen before it, or more indentation to belong to the item above", spot.line, own
        )
    fields = f"; the fields of an item align with its first one, in column {hyphen + 2}" if own > hyphen else ""
    return Mend(f"{named} is indented wrongly: it stands in column {own}, the list in {hyphen}{fields}", spot.line, own)


def _goes_on(spot: _Spot) -> Mend | None:
    """Text after a quote or bracket that closed the value."""
    if "flow" in spot.context and spot.rest[:1].isalpha() and spot.before.endswith("'"):
        return _after_quote(spot, "'")
    if "block mapping" not in spot.context or not spot.before.strip():
        return None
    if spot.rest[:1] in {"]", "}"}:
        return Mend(f"a {spot.rest[0]} too many stands here", spot.line, spot.column)
    if found := _CLOSED.search(spot.before):
        return _after_quote(spot, found.group(1))
    if spot.before.rstrip()[-1:] in {"]", "}"}:
        return Mend("text goes on after the closing bracket; put the whole of it in quotes", spot.line, spot.column)
    return None


def _after_quote(spot: _Spot, quote: str) -> Mend:
    other = '"' if quote == "'" else "'"
    message = f"text goes on after the closing {quote}; put the whole of it in {other}, or double the {quote}"
    return Mend(message, spot.line, spot.column)


def _in_mapping(spot: _Spot) -> Mend | None:
    """A line that is not aligned with the fields beside it."""
    if "block mapping" not in spot.context or spot.before.strip():
        return None
    if spot.rest.startswith(":"):
        return Mend("the name of a field is missing before this colon", spot.line, spot.column)
    if spot.rest.startswith("- "):
        return Mend("an item of a list stands here, where a field is expected; look at its indentation", spot.line, 1)
    own, its = _column(spot.text_of(spot.line)), _column(spot.text_of(spot.above()))
    named = _quoted(spot.text_of(spot.line))
    return Mend(f"{named} is indented wrongly: it stands in column {own}, the line above in {its}", spot.line, own)


def _in_brackets(spot: _Spot) -> Mend | None:
    """A bracket that is not closed, a comma that is missing, a colon in a text between brackets."""
    if "flow" not in spot.context:
        return None
    line, column = spot.begun
    opened = spot.text_of(line)[column - 1 : column] or "["
    closing = "}" if opened == "{" else "]"
    if spot.rest[:1] in {"]", "}"} or not spot.rest.strip():
        return Mend(f"the {opened} that opens here is not closed by a {closing}", line, column)
    if line != spot.line:
        message = f"the {opened} that opens here is not closed, or a comma is missing on line {spot.line} or above it"
        return Mend(message, line, column)
    if spot.rest.startswith(","):
        return Mend("a comma too many stands here, or a value is missing before it", spot.line, spot.column)
    if spot.rest.startswith(":"):
        message = "a comma is missing before this colon, or the text with the colon needs quotes"
        return Mend(message, spot.line, spot.column)
    return Mend(f"a comma is missing before {_quoted(spot.rest)}", spot.line, spot.column)


def _open_quote(spot: _Spot) -> Mend | None:
    if "quoted scalar" not in spot.context and "double-quoted" not in spot.context:
        return None
    line, column = spot.begun
    if "end of stream" in spot.problem or "document" in spot.problem:
        return Mend("the quote that opens here is never closed", line, column)
    message = "a backslash in double quotes begins a code; write it twice, or put the text in single quotes"
    return Mend(message, spot.line, spot.column)


def _first_sign(spot: _Spot) -> Mend | None:
    """A text that begins with a sign which means something else in YAML."""
    for line, column in (spot.begun, (spot.line, spot.column)):
        sign = spot.text_of(line)[column - 1 : column]
        if sign and (sign in "@`%&*!|>?" or (sign in ",]}" and "block node" in spot.context)):
            return Mend(f"a text may not begin with {sign}; put it in quotes", line, column)
        if sign == "-" and "entries are not allowed" in spot.problem:
            return Mend("a list begins on a line of its own, or stands in [ ]; text goes in quotes", line, column)
    return None


def _no_colon(spot: _Spot) -> Mend | None:
    if "expected ':'" not in spot.problem:
        return None
    line = spot.begun[0]
    text = spot.text_of(line)
    if mend := _wrong_colon(text, line):
        return mend
    message = f"{_quoted(text)} is no field: it lacks a colon, or is more of the text above and needs indentation"
    return Mend(message, line, _column(text))


def _further_left(spot: _Spot) -> Mend | None:
    if "document start" not in spot.problem or not spot.text_of(spot.line).strip():
        return None
    named = _quoted(spot.text_of(spot.line))
    return Mend(f"{named} is indented less than the first line: all sections begin in one column", spot.line, 1)


_Guess: TypeAlias = "Callable[[_Spot], Mend | None]"

_GUESSES: tuple[_Guess, ...] = (
    _strange_space,
    _second_colon,
    _line_above,
    _open_quote,
    _first_sign,
    _in_list,
    _goes_on,
    _in_mapping,
    _in_brackets,
    _no_colon,
    _further_left,
)


def _column(text: str) -> int:
    """The column of a line's first letter, from 1."""
    return len(text) - len(text.lstrip()) + 1


def _quoted(text: str) -> str:
    """The name of a line's field in quotes, or its beginning."""
    plain = text.strip()
    found = _FIELD.match(plain)
    shown = found.group(1).strip("\"'") if found else plain
    return f'"{shown if len(shown) <= LONGEST_QUOTED else shown[: LONGEST_QUOTED - 1] + "…"}"'
