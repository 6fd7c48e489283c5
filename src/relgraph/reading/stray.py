"""What may stand in a text that YAML is not made of: the marks of an unfinished merge, spaces that are no blanks."""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACES = ("\u00a0", *map(chr, range(0x2000, 0x200C)), "\u202f", "\u205f", "\u3000", "\ufeff")
STRANGE_SPACES = "".join(_SPACES)
"""Spaces that look like blanks."""

_MERGE_MARK = r"(?m)^(<{7}|\|{7}|={7}|>{7})(?: .*)?\r?$"
_STRANGE_INDENT = f"(?m)^ *(?:- *)?[{STRANGE_SPACES}]"


class Mend(NamedTuple):
    """What is wrong, in a sentence with its mend, and the line and column of it, both from 1."""

    message: str
    line: int
    column: int


def merge_marks(text: str) -> Mend | None:
    """The marks that an unfinished merge left in a text, if any."""
    if not any(sign in text for sign in ("<<<<<<<", "=======", ">>>>>>>")):
        return None
    lines = [text.count("\n", 0, found.start()) + 1 for found in re.finditer(_MERGE_MARK, text)]
    if not lines:
        return None
    told = ", ".join(map(str, lines[:6])) + (" and more" if len(lines) > 6 else "")  # noqa: PLR2004 - as in a list
    where = f"lines {told}" if len(lines) > 1 else f"line {told}"
    return Mend(f"a merge was not finished: its conflict marks stand on {where}; keep what is right there", lines[0], 1)


def strange_indent(text: str) -> Mend | None:
    """A space at the start of a line that looks like a blank and is none, as text from web pages has it."""
    found = re.search(_STRANGE_INDENT, text) if any(map(text.__contains__, _SPACES)) else None
    if found is None:
        return None
    line, column = text.count("\n", 0, found.start()) + 1, found.end() - found.start()
    return Mend(f"U+{ord(found.group()[-1]):04X} stands here, which is no blank; indent with blanks", line, column)
