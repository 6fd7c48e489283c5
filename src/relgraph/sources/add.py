"""Making a card from a text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from relgraph.errors import InputError, MisuseError
from relgraph.reading.characters import described, unprintable
from relgraph.reading.decoding import MAX_LINE
from relgraph.reading.tree import LONGEST_TEXT, too_long
from relgraph.sources.card import index_line
from relgraph.sources.plain_text import refuse_other_forms
from relgraph.sources.text import decode, paragraphs, read, sha256
from relgraph.sources.words import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from relgraph.reading.held import File
    from relgraph.sources.card import TableCard

NOTHING: Mapping[str, str] = MappingProxyType({})
COMMENT = "# The word index: for each paragraph (non-blank line) its distinct normalised words, sorted.\n"


def source_id(path: File) -> str:
    """An id made from the name of a file: lower case, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(path.stem)).strip("-") or "source"


def new_card(path: File, about: Mapping[str, str]) -> str:
    """The YAML of a card for a text. `about` gives its id and what else is known (see card.ABOUT).

    Raises InputError when the text cannot be read, is no plain text or holds no paragraph, MisuseError when a value
    could not be read back.
    """
    _refuse_unreadable(about)
    made = _made_from(path)
    lines = "".join(f"{key}: {_scalar(value)}\n" for key, value in about.items())
    return lines + made["file"] + made["sha256"] + COMMENT + made["paragraphs"]


def renewed_card(old: str, path: File, about: Mapping[str, str] = NOTHING) -> str:
    """An existing card with file, hash and index made anew from a text; all else that a person wrote stays.

    `about` gives what is to be written in place of what the card says, and it raises as `new_card` does.
    """
    _refuse_unreadable(about)
    return _with_entries(old, {key: f"{key}: {_scalar(value)}\n" for key, value in about.items()} | _made_from(path))


def table_card(old: str, about: Mapping[str, str], table: TableCard, path: Path, digest: str) -> str:
    """The YAML of a card for a table, which holds no row of it: `about` as for a text, the key, the number of rows.

    An `old` card keeps what a person wrote. Raises MisuseError for what could not be read back.
    """
    _refuse_unreadable({**about, "file": path.name, "key": "".join(table.key)})
    new = "".join(f"{key}: {_scalar(value)}\n" for key, value in about.items())
    key = ", ".join(map(_scalar, table.key))
    made = {
        "file": f"file: {_scalar(path.name)}\n",
        "sha256": f"sha256: {digest}\n",
        "table": f"table: {{key: [{key}], rows: {table.rows}{_numbered(table)}}}\n",
    }
    return _with_entries(old or new, made)


def _numbered(table: TableCard) -> str:
    """The numbers of the columns of a table, but for names that a card cannot hold."""
    told = [
        f"{_scalar(name)}: {number}"
        for name, number in table.columns.items()
        if name and not unprintable(name) and len(name) <= LONGEST_TEXT
    ]
    return f", columns: {{{', '.join(told)}}}" if told else ""


def _with_entries(old: str, made: dict[str, str]) -> str:
    """A card with some entries in place of those that it has, all else as it was written."""
    entries = set(made)
    lines: list[str] = []
    replaced = False
    for line in old.splitlines(keepends=True):
        if top := _TOP_LEVEL.match(line):
            replaced = top.group(1) in entries
            lines.append(made.pop(top.group(1), "") if replaced else line)
        elif not replaced or not line.strip():
            lines.append(line)
    kept = "".join(lines)
    return kept + "\n" * (not kept.endswith("\n")) + "".join(made.values())


_TOP_LEVEL = re.compile(r"(?!\s)['\"]?([^\s:'\"]*)")
"""A line that is no continuation of the entry before it: an entry, whose key is the group, or a comment."""


def _made_from(path: File) -> dict[str, str]:
    """The entries of a card that are made from its text, by key, each with its line end."""
    if wrong := unprintable(path.name):
        raise InputError(f"{path}: a card cannot hold the name of this file: {described(wrong)}; rename it")
    data = read(path)
    refuse_other_forms(data, str(path))
    found = paragraphs(decode(data, str(path)))
    if not found:
        raise InputError(f"{path}: holds no text")
    index = [f"  {number}: {_scalar(index_line(line))}" for number, line in enumerate(found, start=1)]
    if long := next((number for number, line in enumerate(index, start=1) if len(line) > MAX_LINE), 0):
        raise InputError(f"{path}: paragraph {long} has more words than a card can hold; part it into several lines")
    return {
        "file": f"file: {_scalar(path.name)}\n",
        "sha256": f"sha256: {sha256(data)}\n",
        "paragraphs": "\n".join(["paragraphs:", *index, ""]),
    }


def _refuse_unreadable(about: Mapping[str, str]) -> None:
    for key, value in about.items():
        if wrong := unprintable(value):
            raise MisuseError(f"{key}: {described(wrong)}; take it out")
        if len(value) > LONGEST_TEXT:
            raise MisuseError(f"{key} is {too_long(value)}")


_PLAIN = re.compile(r"[^\W_][\w .()\u2013-]*")


def _scalar(text: str) -> str:
    """Write a YAML scalar, in quotes where it could be read as anything else."""
    if _PLAIN.fullmatch(text) and text == text.strip():
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
