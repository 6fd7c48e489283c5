"""What came of importing a table: rows, facts, what was left out and why, values that matched nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.candidates import Candidates, told
from relgraph.reading.place import one_line
from relgraph.reading.plurals import counted
from relgraph.tables.ready import Ready, ready_mappings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.facts.imported.bring import Brought
    from relgraph.facts.machine_read.bring import TiesBrought
    from relgraph.tables.report import Unmatched

TOLD = 20
"""Values that matched nobody are told one by one up to so many; JSON has all."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that matched nobody, and ids of those who may be meant."""

    unmatched: Unmatched
    candidates: tuple[str, ...]

    def told(self) -> str:
        """Scheme, value, where it stands, and who may be meant."""
        one = self.unmatched
        years = f"{one.since}–{one.until}, " if one.since is not None else ""
        where = f"{years}{counted(one.rows, 'row')}, first #row={one.first_row}, column {one.column}"
        return f'{one.scheme} "{one_line(one.value, 80)}" ({where}): {told(self.candidates)}'


@dataclass(frozen=True, slots=True, repr=False)
class ImportReport(Answer):
    """The report of an import; whom a value may mean is looked for when it is told."""

    columns: ClassVar = ("what", "value", "year", "rows", "first_row", "candidates")

    brought: Brought
    candidates: Candidates = field(compare=False)

    @property
    def found(self) -> bool:
        """Whether the table makes anything."""
        return self.brought.imported.report.made > 0

    def lines(self) -> Iterator[str]:
        """Rows and facts; what was left out, most rows first; what matched nobody."""
        report, mapping = self.brought.imported.report, self.brought.mapping
        made = counted(report.made, "code" if mapping.codes else "fact")
        yield f"{mapping.id}: {counted(report.rows, 'row')} read, {made} made"
        for one in report.left_out:
            yield f"  left out {one.rows:,}: {one.reason} (first #row={one.first_row})"
        number = len(report.unmatched)
        if number:
            others = f", and others in {counted(report.more, 'cell', grouped=True)}" if report.more else ""
            yield f"{counted(number, 'value', grouped=True)} that matched nobody{others}:"
        for missed in report.unmatched[:TOLD]:
            yield f"  {self._guess(missed).told()}"
        if number > TOLD:
            yield f"  and {number - TOLD:,} more; --output json lists them"
        if number:
            beside = f"graph/tables/{mapping.id}.decisions.yaml"
            yield f"decide on each in {beside}: decisions: [{{scheme, value, actor, from, until, who, when}}]"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each reason to leave rows out, and for each value that matched nobody."""
        for one in self.brought.imported.report.left_out:
            yield {"what": one.reason, "rows": one.rows, "first_row": one.first_row}
        for missed in self.brought.imported.report.unmatched:
            told = {"what": f"unmatched {missed.scheme}", "value": missed.value, "year": missed.since}
            candidates = self._guess(missed).candidates
            yield told | {"rows": missed.rows, "first_row": missed.first_row, "candidates": candidates}

    def _guess(self, one: Unmatched) -> Guess:
        return Guess(one, self.candidates.of(one.scheme, one.value, one.since))

    def plain(self) -> dict[str, Any]:
        """The numbers, the reasons, and each value that matched nobody with its candidates."""
        report = self.brought.imported.report
        return {
            "rows": report.rows,
            "facts": 0 if self.brought.mapping.codes else report.made,
            "codes": report.made if self.brought.mapping.codes else 0,
            "left_out": [
                {"reason": one.reason, "rows": one.rows, "first_row": one.first_row} for one in report.left_out
            ],
            "unmatched": [_plain(self._guess(one)) for one in report.unmatched],
            "unmatched_more": report.more,
            "source": self.brought.mapping.id,
        }


def _plain(guess: Guess) -> dict[str, Any]:
    one = guess.unmatched
    years = {"year": one.since, "until": one.until}
    where = {"rows": one.rows, "first_row": one.first_row, "column": one.column}
    return {"scheme": one.scheme, "value": one.value, **years, "candidates": list(guess.candidates), **where}


def report_of(brought: Brought) -> ImportReport:
    """The report of an import, with whom each value that matched nobody may mean."""
    return ImportReport(brought, Candidates(brought.schemes))


@dataclass(frozen=True, slots=True, repr=False)
class TiesReport(Answer):
    """The report of an import of ties that a machine read."""

    columns: ClassVar = ("what", "rows")

    brought: TiesBrought

    def lines(self) -> Iterator[str]:
        """Ties taken of those in the file, as which kinds; what was left out, most ties first; by which query."""
        read, mapping = self.brought.read, self.brought.mapping
        kinds = ", ".join(kind.id for kind in mapping.kinds)
        yield f"{mapping.id}: machine-read; {read.ties:,} of {counted(read.rows, 'tie', grouped=True)} taken ({kinds})"
        for reason, rows in read.left_out:
            yield f"  left out {rows:,}: {reason}"
        yield f"  by {read.period}; query {read.query}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each reason to leave ties out."""
        return ({"what": reason, "rows": rows} for reason, rows in self.brought.read.left_out)

    def plain(self) -> dict[str, Any]:
        """The numbers, the reasons, and how the ties were made."""
        read = self.brought.read
        return {
            "rows": read.rows,
            "ties": read.ties,
            "kinds": [kind.id for kind in self.brought.mapping.kinds],
            "left_out": [{"reason": reason, "rows": rows} for reason, rows in read.left_out],
            "machine_read": True,
            "period": read.period,
            "directed": read.directed,
            "query_sha256": read.query,
            "source": read.source,
        }


@dataclass(frozen=True, slots=True, repr=False)
class ReadyList(Answer):
    """The mappings that ship."""

    columns: ClassVar = Ready._fields

    mappings: tuple[Ready, ...]

    def lines(self) -> Iterator[str]:
        """Each with what it is for, and whence that comes."""
        for one in self.mappings:
            yield f"{one.name}: {one.what}"
            yield f"  {one.path}; licence: {one.licence or 'see its publisher'}; {one.url}"
            if one.codebook:
                yield f"  codebook: {one.codebook}"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A mapping a row."""
        return (one._asdict() for one in self.mappings)

    def plain(self) -> list[dict[str, str]]:
        """The mappings, each with all that is told of it."""
        return [one._asdict() for one in self.mappings]


def list_ready() -> ReadyList:
    """The mappings that ship."""
    return ReadyList(ready_mappings())
