"""Records as plain lists and back: what is unpacked is equal to what was packed, places included.

Dates and figures are kept as they were written, and read again.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from relgraph.facts.figures import Figure, parse_figure
from relgraph.facts.records import (
    UNDATED,
    Absence,
    Actor,
    Citation,
    DatedName,
    Derivation,
    End,
    Fact,
    When,
    Withdrawal,
)
from relgraph.reading.dates import Date, parse_date
from relgraph.reading.place import NOWHERE, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

K = TypeVar("K")
V = TypeVar("V")
DATE, FIGURE, MAP = "date", "figure", "map"
LEFT = "left"
"""The days on which some left who stood at ends, by the number of the end."""
_USUAL = ("id", "kind", "ends", "status", "type", "tier", "when", "evidence", "place")
_SELDOM = tuple(name for name in Fact._fields if name not in _USUAL)
_seldom_of = itemgetter(*map(Fact._fields.index, _SELDOM))


class Packer:
    """Packs records; the files that they stand in are numbered in `files`."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}

    def fact(self, fact: Fact) -> list[Any]:
        """A fact: what most have in a row, then what few have by its name."""
        when = fact.when
        return [
            fact.id,
            fact.kind,
            [part for end in fact.ends for part in (end.role, end.id, end.every + 2 * end.capital)],
            fact.status,
            fact.type,
            fact.tier,
            0 if when is UNDATED else [None if one is None else one.text for one in _dates(when)],
            list(map(self._citation, fact.evidence)),
            self.place(fact.place),
            self._seldom(fact),
        ]

    def _seldom(self, fact: Fact) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in zip(_SELDOM, _seldom_of(fact), strict=True):
            if value:
                found[name] = _OWN_PACKED[name](value) if name in _OWN_PACKED else value
        left = {str(at): [list(map(_text, one)) for one in end.away] for at, end in enumerate(fact.ends) if end.away}
        return found | {LEFT: left} if left else found

    def _citation(self, one: Citation) -> list[Any]:
        found = [one.source, one.paragraph, one.terms, self.place(one.place)]
        if one.row:
            return [*found, one.despite, one.inferred, one.row, [part for pair in one.columns for part in pair]]
        return [*found, one.despite, one.inferred] if one.despite or one.inferred else found

    def actor(self, actor: Actor) -> dict[str, Any]:
        """An actor: whatever it has, by name."""
        told = {name: _packed(value) for name, value in actor._asdict().items() if value and name != "place"}
        told["names"] = [[one.name, _text(one.since), _text(one.until)] for one in actor.names]
        return told | {"place": self.place(actor.place)}

    def problem(self, problem: Problem) -> list[Any]:
        """A problem, or a note."""
        return [self.place(problem.place), problem.rule, problem.message, problem.severity]

    def place(self, place: Place) -> list[int]:
        """A place by the number of its file; nothing for nowhere."""
        if place is NOWHERE:
            return []
        return [self.files.setdefault(place.file, len(self.files)), place.line, place.column]


class Unpacker:
    """Unpacks records that a Packer packed, whose `files` it is given in their order."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = tuple(files)
        self._place_of, self._end_of, self._when_of = _Once(self._place), _Once(_end), _Once(_when)

    def fact(self, packed: list[Any]) -> Fact:
        """A fact."""
        one, kind, ends, status, type_, tier, when, evidence, place, seldom = packed
        left = seldom.pop(LEFT, None) if seldom else None
        parts = iter(ends)
        end_of = self._end_of
        fact = Fact(
            one,
            kind,
            tuple([end_of[end] for end in zip(parts, parts, parts, strict=True)]),
            status,
            type_,
            tier,
            UNDATED if when == 0 else self._when_of[tuple(when)],
            evidence=tuple([self._citation(*parts) for parts in evidence]),
            place=self.place(place),
            **(_seldom_unpacked(seldom) if seldom else {}),
        )
        return fact._replace(ends=tuple([_with_absences(*one, left) for one in enumerate(fact.ends)])) if left else fact

    def _citation(  # noqa: PLR0913, PLR0917 - as it was packed
        self,
        source: str,
        paragraph: int,
        terms: list[str],
        place: list[int],
        despite: Iterable[str] = (),
        inferred: bool = False,  # noqa: FBT001, FBT002 - as it was packed
        row: str = "",
        columns: Iterable[str] = (),
    ) -> Citation:
        pairs = _pairs(tuple(columns)) if row else ()
        return Citation(source, paragraph, tuple(terms), tuple(despite), inferred, row, pairs, self.place(place))

    def actor(self, packed: Mapping[str, Any]) -> Actor:
        """An actor."""
        told = {name: _unpacked(value) for name, value in packed.items() if name not in {"names", "place"}}
        names = tuple(DatedName(name, _date(since), _date(until)) for name, since, until in packed["names"])
        return Actor(**told, names=names, place=self.place(packed["place"]))

    def problem(self, packed: list[Any]) -> Problem:
        """A problem, or a note."""
        place, rule, message, severity = packed
        return Problem(self.place(place), rule, message, severity)

    def place(self, packed: list[int]) -> Place:
        """A place."""
        return self._place_of[tuple(packed)] if packed else NOWHERE

    def _place(self, packed: tuple[int, ...]) -> Place:
        file, line, column = packed
        return Place(self._files[file], line, column)


class _Once(dict[K, V]):
    """What is unpacked once, however often it is met: thousands of facts share ends, days and lines of a mapping."""

    def __init__(self, unpack: Callable[[K], V]) -> None:
        super().__init__()
        self._unpack = unpack

    def __missing__(self, packed: K) -> V:
        found = self[packed] = self._unpack(packed)
        return found


def _end(packed: tuple[str, str, int]) -> End:
    role, who, flags = packed
    return End(role, who, bool(flags & 1), bool(flags & 2))


def _when(packed: tuple[str | None, ...]) -> When:
    return When(*[None if text is None else parse_date(text) for text in packed])


@lru_cache
def _pairs(parts: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Parts by twos: the columns that thousands of citations of a table share."""
    return tuple(zip(parts[::2], parts[1::2], strict=True))


def _dates(when: When) -> tuple[Date | None, ...]:
    return when.on, when.since, when.until, when.seen


def _text(date: Date | None) -> str | None:
    return None if date is None else date.text


def _date(text: str | None) -> Date | None:
    return None if text is None else parse_date(text)


def _packed(value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    """A value as JSON has it: what is neither text, number nor list is told by one key."""
    if isinstance(value, Date):
        return {DATE: value.text}
    if isinstance(value, Figure):
        return {FIGURE: value.text}
    if isinstance(value, tuple):
        return list(map(_packed, value))
    return {MAP: {name: _packed(one) for name, one in value.items()}} if isinstance(value, dict) else value


def _unpacked(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, list):
        return tuple(map(_unpacked, value))
    if not isinstance(value, dict):
        return value
    ((what, inner),) = value.items()
    if what == MAP:
        return {name: _unpacked(one) for name, one in inner.items()}
    return parse_date(inner) if what == DATE else parse_figure(inner)


def derivation(packed: list[Any]) -> Derivation:
    """A derivation, from its rule, its premises and their ladder."""
    rule, premises, ladder = packed
    return Derivation(rule, tuple(premises), ladder)


def derivation_packed(one: Derivation) -> list[Any]:
    """The rule and the premises of a derivation, and their ladder."""
    return [one.rule, one.premises, one.ladder]


def _with_absences(at: int, end: End, left: Mapping[str, list[list[str]]]) -> End:
    """An end, of which it is told under its place among the ends when it was away."""
    spans = left.get(str(at), ())
    return end._replace(away=tuple([Absence(_day(since), _date(until)) for since, until in spans])) if spans else end


_OWN_PACKED: dict[str, Callable[[Any], Any]] = {
    "fields": lambda value: {name: _packed(one) for name, one in value.items()},
    "withdrawn": lambda value: [value.on.text, value.why],
    "derivation": derivation_packed,
    "closed": derivation_packed,
}
_OWN_UNPACKED: dict[str, Callable[[Any], Any]] = {
    "fields": lambda value: {name: _unpacked(one) for name, one in value.items()},
    "withdrawn": lambda value: Withdrawal(_day(value[0]), value[1]),
    "derivation": derivation,
    "closed": derivation,
}


def _seldom_unpacked(seldom: Mapping[str, Any]) -> dict[str, Any]:
    """What few facts have, by the names of their fields."""
    return {name: _OWN_UNPACKED.get(name, _unpacked)(value) for name, value in seldom.items()}


def _day(text: str) -> Date:
    day = parse_date(text)
    if day is None:
        raise ValueError(text)
    return day
