"""Rows that are alike but for the year, as those of a panel are: what such a row says is found out once for all.

A line whose text was met before, but for the year, is of the group of the row that it was met in: it need not be parted
into cells. That holds where each cell lies between two delimiters: where quotation marks hide none, and no line end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.tables.delimited import LONGEST_CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from relgraph.tables.delimited import Delimited
    from relgraph.tables.spells import Observations

ROOM = 16 * 1024 * 1024
"""Letters of texts that are remembered at a time, each with some more besides."""
_BESIDES = 128
TRIED = 32_768
"""So many rows may be met for the first time before it is asked whether most are."""
_LONGEST_YEAR = 32
"""Letters of a year that is known by its text alone."""


def observe(
    file: Delimited, at: int, years: Mapping[str, int], group_of: Callable[[list[str], int], Observations | None]
) -> None:
    """Add every row of a file to its group, as an observation: that of the year in column `at`, and its number.

    `years` has an observation without a row for each year as it is written, less than 0 for what is none. `group_of`
    tells the group of a row by its cells and its number, None for one that has no year or is none at all; of rows that
    are alike but for the year it is asked once. Where most rows differ in more, the others are read as such.
    """
    known, delimiter = _Plain(years), file.form.delimiter
    behind = len(file.columns) - at
    near_end = behind <= at
    place = 1 if near_end else at
    met, join = _Met(len(file.columns), delimiter), delimiter.join
    plain, groups = known.found, met.found  # these two are asked for every row

    def add(cells: list[str] | None, number: int) -> Observations | None:
        group = group_of(cells, number) if cells else None
        if cells and group is not None:
            group.append(years[cells[at]] + number)
        return group

    with file.by_lines() as opened:
        for number, line in enumerate(opened.lines, start=2 if file.form.header else 1):
            parts = line.rsplit(delimiter, behind) if near_end else line.split(delimiter, at + 1)
            try:
                year = plain[parts.pop(place)]
                groups[join(parts)](year + number)
            except LookupError:
                cells = opened.record(line, number)
                group = add(cells, number)
                if group is not None and opened.is_one_line and known.learn(cells[at]):
                    met.remember(line, join(parts), group)
                met.missed += 1
                if met.missed > TRIED and 2 * met.missed > number:
                    for other, others in opened.others(number):
                        add(others, other)
                    break


class _Met:
    """What adds an observation to the group of a line is `found` by the text of the line without its year."""

    def __init__(self, width: int, delimiter: str) -> None:
        self.found: dict[str, Callable[[int], None]] = {}
        self._delimiter = delimiter
        self._delimiters = width - 1
        self._room = ROOM
        self.missed = 0

    def remember(self, line: str, text: str, group: Observations) -> None:
        """Remember the group of a line, if each cell lies between two delimiters; where there are many, others go."""
        if len(line) < LONGEST_CELL and line.count(self._delimiter) == self._delimiters:
            self._room -= len(text) + _BESIDES
            if self._room < 0:
                self.found.clear()
                self._room = ROOM
            self.found[text] = group.append


class _Plain:
    """The years of texts that stand for themselves in a line are `found` by the text."""

    def __init__(self, years: Mapping[str, int]) -> None:
        self.found: dict[str, int] = {}
        self._years = years

    def learn(self, text: str) -> bool:
        """Take in a text that was met as a cell; whether it stands for itself wherever it is met."""
        if len(text) > _LONGEST_YEAR or not text.isascii() or '"' in text or self._years[text] < 0:
            return False
        self.found[text] = self._years[text]
        return True
