"""The parts of a document that are made: each stands between two comments, the first of which names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.documents import architecture, reference
from tools.documents.layers import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

PARTS: Mapping[str, Callable[[], Iterable[str]]] = {
    "picture": architecture.picture,
    "rooms": architecture.table,
    "contracts": architecture.rules,
    "commands": reference.commands,
    "checks": reference.checks,
    "measures": reference.measures,
    "formats": reference.formats,
    "shapes": reference.shapes,
    "tables": reference.tables,
    "derivations": reference.derivations,
    "keys": reference.keys,
}
DOCUMENTS = tuple(sorted((ROOT / "docs").glob("*.md")))

_PART = re.compile(r"(<!-- made from the code: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def names(text: str) -> list[str]:
    """The names of the parts of a document that are made, in their order."""
    return [name for _, name, _ in _PART.findall(text)]


def renewed(text: str) -> str:
    """A document with its parts made anew. Raises KeyError for a part that nothing makes."""

    def part(found: re.Match[str]) -> str:
        lines = "".join(f"{line}\n" for line in PARTS[found[2]]())
        return f"{found[1]}\n{lines}\n{found[3]}"

    return _PART.sub(part, text)
