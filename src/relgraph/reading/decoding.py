"""What a file of YAML is made of, before any of it is read: bytes that are UTF-8, blanks, and lines of a length."""

from __future__ import annotations

import codecs

from relgraph.reading.characters import described
from relgraph.reading.stray import merge_marks, strange_indent

MAX_LINE = 1_000_000
_STRANGE_SPACES = {"\t": "a tab", "\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}


class Refused(Exception):  # noqa: N818 - it is a refusal, told as a Problem by read_bytes() of `tree`
    """The file cannot be read any further; carries the sentence, the line and the column."""

    def __init__(self, message: str, line: int, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def decoded(data: bytes) -> str:
    """The text of a file, a blank being the only space in it and no line longer than MAX_LINE; raises Refused."""
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (b"\0" in data[:2] and len(data) > 1):
        raise Refused("the file is UTF-16; save it as UTF-8", 1)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        at = spot(data[: error.start].decode(), error.start)
        raise Refused(f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8", *at) from None
    for space, name in _STRANGE_SPACES.items():
        if space in text:
            raise Refused(f"{name} stands here; use blanks and plain line ends", *spot(text, text.index(space)))
    _refuse_long_line(text)
    if wrong := merge_marks(text) or strange_indent(text):
        raise Refused(*wrong)
    return text


def _refuse_long_line(text: str) -> None:
    start = 0
    while len(text) - start > MAX_LINE:
        end = text.rfind("\n", start, start + MAX_LINE + 1)
        if end < 0:
            raise Refused(f"the line is longer than {MAX_LINE:,} characters", *spot(text, start))
        start = end + 1


def spot(text: str, at: int) -> tuple[int, int]:
    """Line and column, both from 1, of a position in a text."""
    before = text[:at]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def control_character(character: str, line: int, column: int = 1) -> Refused:
    """That a character which nobody sees stands at a place."""
    return Refused(f"{described(character)}; take it out", line, column)
