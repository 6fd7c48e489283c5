"""The table of all that was measured: what was done, beside what, and what is promised of it."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BEGIN, END = "<!-- measured by make bench -->", "<!-- end of what was measured -->"
HEAD = ("work", "peer", "promised", "seen", "limit", "on")


class Row(NamedTuple):
    """A piece of work beside that of a peer.

    `seen` is the ratio of the two, `promised` the highest that is promised; `taken` is what the work itself takes in
    `unit`, `limit` the most that it may.
    """

    work: str
    peer: str
    seen: float | None = None
    promised: float | None = None
    taken: float | None = None
    limit: float | None = None
    unit: str = "s"

    @property
    def kept(self) -> bool:
        """Whether it is as promised, and within its limit."""
        pairs = ((self.seen, self.promised), (self.taken, self.limit))
        return all(found is None or most is None or found <= most for found, most in pairs)

    def cells(self, on: str) -> tuple[str, ...]:
        """What stands in its line: that it is not kept, too."""
        taken = f"{_number(self.taken)} of {_number(self.limit)} {self.unit}" if self.limit is not None else ""
        seen = f"{_number(self.seen)}{'' if self.kept else ' (not kept)'}"
        return self.work, self.peer, _number(self.promised), seen.strip(), taken, on


def _number(found: float | None) -> str:
    return "" if found is None else f"{found:,.0f}" if found >= 100 else f"{found:.2f}"


ROWS: list[Row] = []
"""What was measured in this run, in order."""


def markdown(lines: Iterable[Iterable[str]]) -> Iterator[str]:
    for cells in (HEAD, ["---"] * len(HEAD), *lines):
        yield f"| {' | '.join(cells)} |"


def today() -> str:
    return datetime.now(UTC).date().isoformat()


def machine() -> str:
    """The machine on which it is measured."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("networkx", "scipy", "PyYAML"))
    system = f"{platform.system()} ({platform.machine()}), Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {system}, {libraries}"


def renewed(document: str, rows: Iterable[Row], on: str, where: str) -> str:
    """A document in which the rows that were measured stand for those of the same work; others stay, with their day."""
    before, begin, rest = document.partition(BEGIN)
    old, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"there is no place for the table between {BEGIN} and {END}")
    told = [
        tuple(cell.strip() for cell in line.strip("| ").split(" | ")) for line in old.splitlines() if line[:2] == "| "
    ]
    lines = {(cells[0], cells[1]): cells for cells in told[2:]}
    lines |= {(row.work, row.peer): row.cells(on) for row in rows}
    table = "\n".join(markdown(lines.values()))
    return f"{before}{BEGIN}\n\n{table}\n\nLast measured on {where}.\n\n{END}{after}"
