"""What CLDR says of each language: the JSON of the npm packages cldr-dates-full and cldr-numbers-full, unpacked."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from relgraph.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LICENCE = "LICENSE"
_LEFT_OUT = re.compile(r"und|en-(?:Dsrt|Shaw)\b.*|(?:hi|ja|ko|zh)-Latn\b.*")
"""No language, and scripts that no newspaper is printed in."""


def locales(package: Path, name: str) -> Iterator[tuple[str, Any]]:
    """Each locale that a package has, sorted, with what its file of that name holds. Raises InputError."""
    folder = package / "main"
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; unpack the npm package there")
    for path in sorted(folder.glob(f"*/{name}")):
        locale = path.parent.name
        if not _LEFT_OUT.fullmatch(locale):
            yield locale, json.loads(path.read_text(encoding="utf-8"))["main"][locale]


def language_of(locale: str) -> str:
    """The language of a locale: ar of ar-MA, zh of zh-Hant-TW."""
    return locale.partition("-")[0]


def table(head: str, rows: dict[tuple[str, str], tuple[str, ...]]) -> str:
    """A table as text: its head, then language, what is named, and the forms of it, with tabs and bars between."""
    lines = (f"{language}\t{what}\t{'|'.join(forms)}\n" for (language, what), forms in sorted(rows.items()) if forms)
    return "".join((*(f"# {line}\n" for line in head.splitlines()), *lines))
