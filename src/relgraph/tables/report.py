"""What came of reading a table: rows, facts, rows left out and why, values that matched nobody."""

from __future__ import annotations

from typing import NamedTuple

from relgraph.tables.schemes import LONGEST_VALUE

MOST_UNMATCHED = 10_000
"""So many different values are told one by one; of others, in how many cells they stand."""


class Unmatched(NamedTuple):
    """A value that matched nobody: in how many rows, the first of them with its column, and for which years."""

    scheme: str
    value: str
    rows: int
    first_row: int
    column: str
    since: int | None = None
    until: int | None = None


class LeftOut(NamedTuple):
    """Why rows were left out, how many, and the first of them."""

    reason: str
    rows: int
    first_row: int


class Report(NamedTuple):
    """How many rows there are, and facts (or codes) were made; what was left out; what matched nobody.

    `more` is in how many cells there stand values that matched nobody besides those that are told one by one.
    """

    rows: int
    made: int
    left_out: tuple[LeftOut, ...]
    unmatched: tuple[Unmatched, ...]
    more: int = 0


class Ledger:
    """Counts while a table is read: rows, facts made, and how often a value was `noted` that matched nobody."""

    def __init__(self) -> None:
        self.rows = 0
        self.made = 0
        self.noted = 0
        self._left: dict[str, list[int]] = {}
        self._unmatched: dict[tuple[str, str, str], list[int]] = {}
        self._more = 0

    def leave_out(self, reason: str, row: int, rows: int = 1) -> None:
        """Note rows that made nothing."""
        found = self._left.setdefault(reason, [0, row])
        found[0] += rows
        found[1] = min(found[1], row)

    def unmatched(self, scheme: str, value: str, column: str, row: int, year: int | None) -> None:
        """Note a value that matched nobody."""
        self.noted += 1
        key = (scheme, value[:LONGEST_VALUE], column)
        found = self._unmatched.get(key)
        if found is None:
            if len(self._unmatched) >= MOST_UNMATCHED:
                self._more += 1
                return
            found = self._unmatched[key] = [0, row, -1, -1]
        found[0] += 1
        if year is not None:
            found[2] = year if found[2] < 0 else min(found[2], year)
            found[3] = max(found[3], year)

    def report(self) -> Report:
        """All that was counted, most rows first."""
        left = [LeftOut(reason, rows, first) for reason, (rows, first) in self._left.items()]
        wrong = [
            Unmatched(scheme, value, rows, first, column, *(None if year < 0 else year for year in years))
            for (scheme, value, column), (rows, first, *years) in self._unmatched.items()
        ]
        return Report(
            self.rows,
            self.made,
            tuple(sorted(left, key=lambda one: (-one.rows, one.reason))),
            tuple(sorted(wrong, key=lambda one: (one.scheme, -one.rows, one.value))),
            self._more,
        )
