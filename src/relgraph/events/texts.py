"""What the different texts of a column mean, found out once for each: whom, of which kind, on which day.

Engines then only join numbers. An id from 0 is that of a name, in the order of the names; one below 0 that of a text
that means nothing to be counted, with the reason.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import InputError
from relgraph.events.codes import kind_of, lacks_a_zero
from relgraph.events.periods import A_WORD, first_day, period_of
from relgraph.tables.day_cells import iso_date
from relgraph.tables.decisions import NOBODY
from relgraph.tables.delimited import unfit
from relgraph.tables.mapping import OWN, SKIP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from relgraph.events.mapping import ActorColumn, EventMapping, KindColumn
    from relgraph.tables.schemes import Schemes

NO_DAY = "no day that can be read"
NO_KIND = "a kind that the mapping does not name"
PASSED_OVER = "a kind that the mapping passes over"
NO_ACTOR = "nobody"
MATCHES_NOBODY = "a value that matches nobody"
DECIDED = "a value of which it was decided that it stands for nobody"


class Meaning(NamedTuple):
    """A row of a lookup: a text and the number that it stands for; or, where that turns with the years, its `turn`."""

    text: str
    id: int
    turn: int = 0


class Turn(NamedTuple):
    """What a text that turns stands for in an era."""

    turn: int
    era: int
    id: int


class Day(NamedTuple):
    """What a text for a day stands for: its period, which day of it, and the era in which codes mean the same.

    The day is a `bit` of one of the `words` of its period, so that different days are counted as bits are. One that
    cannot be read has a `period` below 0.
    """

    text: str
    period: int
    word: int
    bit: int
    era: int


class Refused(NamedTuple):
    """Why something is not counted; and, where a text is why: that, in which column, in which scheme."""

    reason: str
    text: str = ""
    column: str = ""
    scheme: str = ""


class Meanings:
    """The lookups of a mapping: `days`, `actors` by column and `kinds`, the names behind the ids, what was refused."""

    def __init__(self, mapping: EventMapping, schemes: Schemes) -> None:
        self._mapping = mapping
        self._schemes = schemes
        self.refused: list[Refused] = []
        self.days: list[Day] = []
        self.eras: tuple[int, ...] = ()
        self.names: tuple[str, ...] = ()
        self.kind_names: tuple[str, ...] = ()
        self.actors: dict[str, list[Meaning]] = {}
        self.turns: list[Turn] = []
        self.kinds: list[Meaning] = []

    def refuse(self, reason: str, text: str, column: str, scheme: str = "") -> int:
        """The id of a text that means nothing to be counted."""
        self.refused.append(Refused(reason, text, column, scheme))
        return -len(self.refused)

    def refused_by(self, number: int) -> Refused:
        """What stands behind an id below 0."""
        return self.refused[-number - 1]

    def cell(self, text: str) -> str:
        """A text without blanks round it; nothing for what stands for nothing."""
        text = text.strip()
        return "" if text in self._mapping.missing else text

    def read(self, days: Iterable[str], of: Sequence[str], to: Sequence[str], kinds: Iterable[str]) -> None:
        """Find out what all texts of the four columns mean. Raises InputError for codes that lost their zeros."""
        read = {text: self._day(text) for text in days}
        years = {one.year for one in read.values() if one is not None}
        columns = {"of": (self._mapping.of, of), "to": (self._mapping.to, to)}
        self.eras = tuple(self._turns(columns.values(), years))
        self.days = [self._dated(text, one) for text, one in read.items()]
        self._read_actors(columns, sorted(years))
        self._read_kinds(self._mapping.kind, list(kinds))

    def _day(self, text: str) -> date | None:
        cell, day = self.cell(text), self._mapping.day
        try:
            if day.format:
                return datetime.strptime(cell, day.format).date()  # noqa: DTZ007 - days of such tables have no zone
            return date.fromisoformat(iso_date(cell, day.order))
        except ValueError:
            return None

    def _dated(self, text: str, day: date | None) -> Day:
        if day is None:
            return Day(text, self.refuse(NO_DAY, text, self._mapping.day.column), 0, 0, 0)
        period = period_of(day, self._mapping.period)
        word, bit = divmod((day - first_day(period, self._mapping.period)).days, A_WORD)
        return Day(text, period, word, 1 << bit, self._era(day.year))

    def _era(self, year: int) -> int:
        """How many turns lie up to a year."""
        return sum(turn <= year for turn in self.eras)

    def _turns(self, columns: Iterable[tuple[ActorColumn, Sequence[str]]], years: Collection[int]) -> list[int]:
        """The years from which some text means another, of those in which there are events."""
        first, last = min(years, default=0), max(years, default=0)
        found: set[int] = set()
        for column, texts in columns:
            for text in texts:
                found.update(self._schemes.turns(column.scheme, self.cell(text)))
        return sorted(year for year in found if first < year <= last)

    def _read_actors(self, columns: Mapping[str, tuple[ActorColumn, Sequence[str]]], years: Sequence[int]) -> None:
        in_era: dict[int, int | None] = {self._era(year): year for year in years} or {0: None}
        whom = {
            role: [(text, self._by_era(column, text, in_era)) for text in texts]
            for role, (column, texts) in columns.items()
        }
        found = {one for rows in whom.values() for _, by_era in rows for one in by_era if isinstance(one, str)}
        self.names = tuple(sorted(found))
        numbers = {name: number for number, name in enumerate(self.names)}
        for role, rows in whom.items():
            self.actors[role] = [
                self._meaning(text, [one if isinstance(one, int) else numbers[one] for one in by_era], in_era)
                for text, by_era in rows
            ]

    def _by_era(self, column: ActorColumn, text: str, in_era: Mapping[int, int | None]) -> tuple[str | int, ...]:
        """Whom a text means in each era; once, where that is the same in all."""
        years = list(in_era.values())
        if set(self._schemes.turns(column.scheme, self.cell(text))).isdisjoint(self.eras):
            years = years[:1]
        return tuple(self._whom(column, text, year) for year in years)

    def _meaning(self, text: str, ids: Sequence[int], in_era: Iterable[int]) -> Meaning:
        if len(ids) == 1:
            return Meaning(text, ids[0])
        turn = self.turns[-1].turn + 1 if self.turns else 1
        self.turns += (Turn(turn, era, one) for era, one in zip(in_era, ids, strict=True))
        return Meaning(text, ids[0], turn)

    def _whom(self, column: ActorColumn, text: str, year: int | None) -> str | int:
        """Whom a text means in a year; the id of its refusal where it means nobody."""
        cell = self.cell(text)
        one = self._schemes.find(column.scheme, cell, year) if cell else ""
        if one and one != NOBODY:
            return one
        reason = DECIDED if one else MATCHES_NOBODY if cell else NO_ACTOR
        return self.refuse(reason, cell, column.column, column.scheme)

    def _read_kinds(self, kind: KindColumn, texts: Sequence[str]) -> None:
        if kind.constant:
            self.kind_names = (kind.constant,)
            return
        found = {text: self._kind(kind, self.cell(text)) for text in texts}
        self.kind_names = tuple(sorted({one for one in found.values() if isinstance(one, str)}))
        numbers = {name: number for number, name in enumerate(self.kind_names)}
        self.kinds = [Meaning(text, one if isinstance(one, int) else numbers[one]) for text, one in found.items()]

    def _kind(self, kind: KindColumn, code: str) -> str | int:
        if code in kind.values:
            return kind.values[code]
        if kind.codes and lacks_a_zero(code, kind.codes):
            mend = "keep the codes as texts, or take the root codes; what is none at all, name under missing"
            told = f"{code}, which is no code: a leading zero was lost; {mend}"
            raise InputError(f"{kind.place}: column {kind.column} has {told}")
        named = kind_of(code, kind.codes) if kind.codes else ""
        if named:
            return named
        if kind.other == OWN and code:
            why = unfit([code])
            return self.refuse(why, code, kind.column) if why else code
        return self.refuse(PASSED_OVER if kind.other == SKIP else NO_KIND, code, kind.column)
