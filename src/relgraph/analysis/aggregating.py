"""What came of counting events: how many, in which ties, what was left out and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.candidates import Candidates, told
from relgraph.errors import InputError
from relgraph.events.texts import MATCHES_NOBODY
from relgraph.facts.imported.load import importer_of
from relgraph.facts.load import declared_in
from relgraph.reading.place import one_line
from relgraph.reading.plurals import agreeing, counted
from relgraph.tables.decisions import DECISIONS
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relgraph.events.aggregate import Aggregate
    from relgraph.events.groups import LeftOut
    from relgraph.events.mapping import EventMapping
    from relgraph.facts.load import Found
    from relgraph.store.shelf import Shelf

TOLD = 5
"""So many values of a reason are told one by one; JSON has all."""
GUESSED = 20
"""So many values that matched nobody are told with whom they may mean; JSON has all."""


@dataclass(frozen=True, slots=True, repr=False)
class AggregateReport(Answer):
    """The report of an aggregation; whom a value may mean is looked for when it is told."""

    columns: ClassVar = ("what", "rows", "column", "scheme", "value", "example", "candidates")

    made: Aggregate
    candidates: Candidates = field(compare=False)

    @property
    def found(self) -> bool:
        """Whether there is a tie."""
        return self.made.ties > 0

    def lines(self) -> Iterator[str]:
        """Events and ties; what was left out by reason, most events first, with the values that did it most often."""
        made = self.made
        span = f", {made.since:%Y-%m-%d} to {made.until:%Y-%m-%d}" if made.since and made.until else ""
        read = counted(made.rows, "event", grouped=True)
        ties = counted(made.ties, "tie", grouped=True)
        yield f"{made.mapping.id}: {read} read, {made.events:,} counted in {ties} by {made.mapping.period}{span}"
        for one in made.unread:
            yield f"  not read {one.rows:,}: {one.reason} (first {one.example})"
        by_reason = sorted(made.left_out, key=_reason)
        reasons = [list(some) for _, some in groupby(by_reason, key=_reason)]
        for some in sorted(reasons, key=lambda some: -sum(one.rows for one in some)):
            yield _told(some)
        yield from self._guesses()

    def _guesses(self) -> Iterator[str]:
        """The values that matched nobody with the most events, each with whom it may mean, and where to decide."""
        missed = [one for one in self.made.left_out if _is_missed(one)]
        if not missed:
            return
        yield f"{counted(len(missed), 'value')} that matched nobody:"
        for one in missed[:GUESSED]:
            where = f"{counted(one.rows, 'event', grouped=True)}, column {one.column}"
            yield f'  {one.scheme} "{one_line(one.value, 80)}" ({where}): {told(self._meant(one))}'
        if len(missed) > GUESSED:
            yield f"  and {len(missed) - GUESSED:,} more; --output json lists them"
        where = f"{self.made.mapping.id}{DECISIONS}, in graph/tables or beside the mapping"
        yield f"decide on each in {where}: decisions: [{{scheme, value, actor, from, until, who, when}}]"

    def rows(self) -> Iterator[dict[str, Any]]:
        """A row for each value, or reason, for which events were left out, and for lines that were no rows."""
        for unread in self.made.unread:
            yield {"what": unread.reason, "rows": unread.rows, "example": unread.example}
        for one in self.made.left_out:
            yield self._plain(one)

    def plain(self) -> dict[str, Any]:
        """The numbers, what was left out, and the digests by which the file can be known again."""
        made = self.made
        return {
            "mapping": made.mapping.id,
            "rows": made.rows,
            "events": made.events,
            "ties": made.ties,
            "period": made.mapping.period,
            "since": made.since.isoformat() if made.since else None,
            "until": made.until.isoformat() if made.until else None,
            "unread": [one._asdict() for one in made.unread],
            "left_out": [self._plain(one) for one in made.left_out],
            "mapping_sha256": made.mapping.digest,
            "query_sha256": made.query,
            "engine": made.engine,
        }

    def _plain(self, one: LeftOut) -> dict[str, Any]:
        found = one._asdict()
        what = {"what": found.pop("reason"), **{name: value for name, value in found.items() if value}}
        return what | ({"candidates": self._meant(one)} if _is_missed(one) else {})

    def _meant(self, one: LeftOut) -> tuple[str, ...]:
        return self.candidates.of(one.scheme, one.value)


def _is_missed(one: LeftOut) -> bool:
    """Whether it is a value that matched nobody."""
    return one.reason == MATCHES_NOBODY and bool(one.value)


def _reason(one: LeftOut) -> tuple[str, str]:
    return one.reason, one.column


def _told(some: list[LeftOut]) -> str:
    """One reason: how many events, the values that did it most often, one event as an example."""
    first = some[0]
    values = [f'"{one_line(one.value, 80)}" {one.rows:,}' for one in some if one.value]
    others = max(len(values) - TOLD, 0) + sum(one.others for one in some)
    more = f" and {others:,} {agreeing(others, 'other', 'others')}" if others else ""
    listed = f": {', '.join(values[:TOLD])}{more}" if values else ""
    where = f" (column {first.column})" if first.column else ""
    example = f"; such as {one_line(first.example, 80)}" if first.example else ""
    return f"  left out {sum(one.rows for one in some):,}: {first.reason}{where}{listed}{example}"


def report_of(made: Aggregate, schemes: Schemes) -> AggregateReport:
    """The report of an aggregation, with whom each value that matched nobody may mean."""
    return AggregateReport(made, Candidates(schemes))


def schemes_for(mapping: EventMapping, found: Found | None, shelf: Shelf | None) -> Schemes:
    """Whom codes and names mean for a mapping of events: by a dataset, where there is one, and by what ships.

    Raises InputError for a scheme of which nothing is known.
    """
    schemes = Schemes(NOBODY_KNOWN, {}, mapping.decisions)
    if found is not None:
        importer = importer_of(found, declared_in(found.files), shelf)
        schemes = Schemes(importer.known, importer.lists, mapping.decisions)
    for column in (mapping.of, mapping.to):
        if column.scheme not in schemes.names:
            known = ", ".join(sorted(schemes.names))
            told = f"no codes of the scheme {column.scheme} are known; import a list of them first. There are {known}"
            raise InputError(f"{column.place}: {told}")
    return schemes
