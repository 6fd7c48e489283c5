"""The tables of words that languages have for dates and numbers, read a language at a time.

The head of each, lines that begin with #, says whence it comes, under what licence, and how it was made.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

CALENDAR = Path(__file__).with_name("calendar_words.tsv")
NUMBERS = Path(__file__).with_name("number_words.tsv")
SPELLED = Path(__file__).with_name("spelled_numbers.tsv")
LICENCE = Path(__file__).with_name("UNICODE-LICENSE")

Rows: TypeAlias = dict[str, tuple[str, ...]]


def rows(path: Path, language: str) -> Rows:
    """What a table has of a language or region: the forms of each thing by its name; nothing where it has no row."""
    table, key = _bytes(path), f"\n{language}\t".encode()
    start = table.find(key)
    if start < 0:
        return {}
    end = table.index(b"\n", table.rfind(key, start) + 1)  # the rows of a language stand together
    return _read(table[start + 1 : end].decode())


def every(path: Path) -> Mapping[str, Rows]:
    """The whole of a table: the rows of each language."""
    lines = [line for line in _bytes(path).decode().splitlines() if not line.startswith("#")]
    return {
        language: _read("\n".join(group))
        for language, group in groupby(lines, key=lambda line: line.partition("\t")[0])
    }


@cache
def powers_named(word: str) -> frozenset[int]:
    """The powers of ten that a word stands for in the languages that have it."""
    named = rf"^[^#\t]*\te(\d+)\t(?:[^\n]*\|)?{re.escape(word)}(?:[|\n])"
    lines = re.findall(named.encode(), _bytes(NUMBERS).lower() if word.isascii() else _lower(NUMBERS), re.MULTILINE)
    return frozenset(map(int, lines))


@cache
def _lower(path: Path) -> bytes:
    return _bytes(path).decode().lower().encode()


@cache
def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _read(lines: str) -> Rows:
    split = (line.split("\t") for line in lines.splitlines())
    return {what: tuple(forms.split("|")) for _, what, forms in split}
