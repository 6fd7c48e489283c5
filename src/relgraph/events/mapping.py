"""What a mapping of events says: of which files, what their columns mean, and into which periods they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.place import NOWHERE, Place
from relgraph.tables.mapping import NOTHING, REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.tables.decisions import Decision
    from relgraph.tables.delimited import Form
    from relgraph.tables.mapping import Where

MONTH, QUARTER, YEAR = "month", "quarter", "year"
PERIODS = (MONTH, QUARTER, YEAR)


class ActorColumn(NamedTuple):
    """A column that says who takes part, and the scheme that its values are codes or names in."""

    column: str
    scheme: str
    place: Place = NOWHERE


class KindColumn(NamedTuple):
    """What says of which kind an event is: a column of codes, or one kind for all.

    `codes` names a table that ships (see codes.py); `values` say what some values mean, before that table; `other` what
    becomes of a value that neither has: it is reported, taken as it is, or passed over.
    """

    column: str = ""
    constant: str = ""
    codes: str = ""
    values: Mapping[str, str] = NOTHING
    other: str = REPORT
    place: Place = NOWHERE


class DayColumn(NamedTuple):
    """The column of the day: dates by a `format` of strptime; without one, with the parts in an `order`."""

    column: str
    format: str = ""
    order: str = "ymd"


class EventMapping(NamedTuple):
    """A mapping of events.

    `path` names a file, a folder, or files by a pattern; `key` the column of the name of an event. `source` is the
    column that tells who reported an event, `scale` one of a figure of it, such as Goldstein's. Where events are not
    `directed`, those of a pair are counted together whoever of the two acted.
    """

    id: str
    what: str
    path: str
    form: Form
    of: ActorColumn
    to: ActorColumn
    kind: KindColumn
    day: DayColumn
    period: str = MONTH
    source: str = ""
    scale: str = ""
    key: str = ""
    directed: bool = True
    missing: frozenset[str] = frozenset({""})
    skip: tuple[Where, ...] = ()
    decisions: tuple[Decision, ...] = ()
    digest: str = ""
    place: Place = NOWHERE

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that it names, each once."""
        return tuple(dict.fromkeys(filter(None, self._named())))

    def _named(self) -> Iterator[str]:
        yield from (self.of.column, self.to.column, self.kind.column, self.day.column)
        yield from (self.source, self.scale, self.key)
        for where in self.skip:
            yield from where.columns
