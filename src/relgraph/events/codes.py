"""Kinds of event by the codes of CAMEO and PLOVER, which ship as tables; or the four classes that these belong to."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.shipped_tables import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

TABLES = Path(__file__).with_name("tables")
COLUMNS = ("code", "kind", "class", "label")
CAMEO, PLOVER = "cameo", "plover"
OF_CLASSES = "-class"
CODES = (CAMEO, f"{CAMEO}{OF_CLASSES}", PLOVER, f"{PLOVER}{OF_CLASSES}")
"""The tables that a mapping may name, and behind each the same with its four classes as kinds."""
_ROOT = 2  # digits of a root code of CAMEO, of which longer ones are narrower
_LONGEST = 4


class EventKind(NamedTuple):
    """A kind of event: our name for it, which of the four classes it is of, and what happened in such events."""

    kind: str
    class_: str
    label: str


@cache
def kinds_of(name: str) -> Mapping[str, EventKind]:
    """The kinds of event by their codes: root codes of CAMEO, or types of PLOVER."""
    _, *cells = (row.split("\t") for row in rows(TABLES / f"{name}.tsv"))
    return MappingProxyType({code: EventKind(kind, class_, label) for code, kind, class_, label in cells})


def kind_of(code: str, codes: str) -> str:
    """The kind that a code stands for in one of CODES; nothing where it has none. Of CAMEO, its root code counts."""
    name = codes.removesuffix(OF_CLASSES)
    found = kinds_of(name).get(_root(code) if name == CAMEO else code.upper())
    if found is None:
        return ""
    return found.class_ if codes.endswith(OF_CLASSES) else found.kind


def lacks_a_zero(code: str, codes: str) -> bool:
    """Whether a code is plainly one of CAMEO whose leading zero was lost: 42 for 042, 251 for 0251; roots end at 20."""
    is_short = _ROOT <= len(code) < _LONGEST and code.isascii() and code.isdigit()
    return codes.startswith(CAMEO) and is_short and int(code[:_ROOT]) > len(kinds_of(CAMEO))


def _root(code: str) -> str:
    digits = code.zfill(_ROOT)
    return digits[:_ROOT] if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST else ""
