"""Ties of a file as facts of a kind of their own, each of which says that a machine read it, and from how much."""

from __future__ import annotations

from collections import Counter
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.facts.figures import parse_figure
from relgraph.facts.machine_read.ties_file import EXAMPLES
from relgraph.facts.machine_read.weight import WEIGHT
from relgraph.facts.parsing.ids import SEPARATOR
from relgraph.facts.records import Citation, End, Fact, When
from relgraph.reading.characters import unprintable
from relgraph.reading.dates import parse_date
from relgraph.reading.plurals import counted
from relgraph.sources.ids import id_of
from relgraph.vocabulary.kinds import MACHINE_READ, TIE, Effect, RelationKind, Role, Status, Walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from relgraph.facts.figures import Figure
    from relgraph.facts.machine_read.mapping import KindOfTies, TiesMapping
    from relgraph.facts.machine_read.ties_file import Made, Row
    from relgraph.vocabulary.model import Vocabulary

STATUS = Status(MACHINE_READ, MACHINE_READ, Effect.OCCURRED)
OF, TO = "of", "to"
FIELDS = MappingProxyType({**dict.fromkeys(("events", "sources", "days", "scale"), "figure"), EXAMPLES: "texts"})
SHOWN = 12
"""Letters of a digest that are told in words; programs have all."""
LONGEST = 80
"""Letters of the name of an event, and of a kind of event."""
NOBODY = "an actor that is not known here"
TWICE = "the same as an earlier tie"
UNFIT = "a kind of event whose name cannot be shown"


class MachineRead(NamedTuple):
    """What is known of a source of ties: by which query they were counted and over which periods, how many are taken.

    `left_out` tells why others are not, and how many, of so many `rows`.
    """

    source: str
    query: str
    period: str
    directed: bool
    rows: int
    ties: int
    left_out: tuple[tuple[str, int], ...]
    kinds: tuple[str, ...]

    @property
    def told(self) -> str:
        """Such as: machine-read, 111 ties by quarter, query 7ade4d0c7bb2."""
        ties = counted(self.ties, "tie", grouped=True)
        return f"{MACHINE_READ}, {ties} by {self.period}, query {self.query[:SHOWN]}"

    def plain(self) -> dict[str, str | int | bool]:
        """The same for programs."""
        return {
            "query_sha256": self.query,
            "period": self.period,
            "directed": self.directed,
            "rows": self.rows,
            "ties": self.ties,
        }


def kind_of(told: KindOfTies, mapping: TiesMapping, made: Made, vocabulary: Vocabulary) -> RelationKind:
    """The kind of relation that ties make: one between all kinds of actor, which no path walks unless it is named."""
    anybody = frozenset(vocabulary.actors)
    counts = "events {events}[, sources {sources}], days {days}[, mean scale {scale}]"
    what = f"{told.label}[ ({{narrower}})], {MACHINE_READ} ({counts})"
    forward = f"{{{OF}}} {'towards' if made.directed else 'and'} {{{TO}}}: {what}"
    back = f"{{{TO}}} {'from' if made.directed else 'and'} {{{OF}}}: {what}"
    return RelationKind(
        id=told.id,
        section=told.id.replace("-", "_"),
        label=told.label,
        form=TIE,
        time="state",
        statuses=(MACHINE_READ,),
        status=MACHINE_READ,
        roles={name: Role(name, anybody) for name in (OF, TO)},
        symmetric=not made.directed,
        fields=FIELDS,
        walks=(Walk(OF, TO, forward, back),),
        distinct=((OF, TO),),
        plural=f"{told.label}, {MACHINE_READ}",
        unsaid=(EXAMPLES,),
        words={"": {WEIGHT: mapping.weight}},
    )


def with_kinds(vocabulary: Vocabulary, kinds: Iterable[RelationKind]) -> Vocabulary:
    """A vocabulary that has kinds of ties besides, and their status."""
    relations = {**vocabulary.relations, **{kind.id: kind for kind in kinds}}
    return vocabulary._replace(relations=relations, statuses={**vocabulary.statuses, MACHINE_READ: STATUS})


def facts_of(
    mapping: TiesMapping, made: Made, rows: Iterable[Row], known: Collection[str]
) -> tuple[list[Fact], dict[str, int]]:
    """The facts of ties between actors that are `known`, and why others make none, with how many."""
    maker, facts, left = _Maker(mapping, made), dict[str, Fact](), dict[str, int]()
    for row in rows:
        why = maker.unfit(row)
        if not why and not (row.a in known and row.b in known):
            why = NOBODY
        if not why:
            fact = maker.fact(row)
            why = TWICE if facts.setdefault(fact.id, fact) is not fact else ""
        if why:
            left[why] = left.get(why, 0) + 1
    return list(facts.values()), left


class _Maker:
    """Makes the facts of one file."""

    def __init__(self, mapping: TiesMapping, made: Made) -> None:
        self._mapping = mapping
        self._query = f"{MACHINE_READ} by query {made.query[:SHOWN]}"
        self._types: dict[str, str] = {}
        events = [event for kind in mapping.kinds for event in kind.of]
        ids = Counter(map(id_of, events))
        self._names = {one: id_of(one) if id_of(one) and ids[id_of(one)] == 1 else one for one in events}

    def unfit(self, row: Row) -> str:
        """Why a row can make no fact at all; nothing where it can."""
        if row.event not in self._types:
            is_fit = len(row.event) <= LONGEST and unprintable(row.event) is None
            self._types[row.event] = row.event if is_fit else ""
        if not self._types[row.event]:
            return UNFIT
        return (
            "" if getattr(row, self._mapping.weight) > 0 else f"no {self._mapping.weight}, which are to be its weight"
        )

    def fact(self, row: Row) -> Fact:
        """The fact of a tie: its id is made of what it is about, never of where it stands."""
        kind = self._mapping.kinds[row.kind]
        since = row.since.isoformat()
        event = self._names[row.event]
        named = tuple(one for one in row.examples if len(one) <= LONGEST and unprintable(one) is None)
        return Fact(
            SEPARATOR.join((self._mapping.id, kind.id, row.a, row.b, event, since)),
            kind.id,
            (_end(OF, row.a), _end(TO, row.b)),
            MACHINE_READ,
            type=row.event if row.event != kind.id else None,
            when=_when(row.since, row.until),
            fields=self._fields(row, named),
            evidence=(Citation(self._mapping.id, 0, row=f"{row.a}-{row.b}-{row.event}-{since}", place=kind.place),),
            note=f"{self._query}; such as the events {', '.join(named)}" if named else self._query,
            place=kind.place,
        )

    def _fields(self, row: Row, named: tuple[str, ...]) -> dict[str, Figure | tuple[str, ...]]:
        fields: dict[str, Figure | tuple[str, ...]] = {"events": _whole(row.events), "days": _whole(row.days)}
        if row.sources:
            fields["sources"] = _whole(row.sources)
        if row.scale is not None:
            fields["scale"] = parse_figure(f"{row.scale:.2f}")
        return {**fields, EXAMPLES: named} if named else fields


@cache
def _end(role: str, one: str) -> End:
    return End(role, one)


@cache
def _when(since: date, until: date) -> When:
    return When(since=parse_date(since.isoformat()), until=parse_date(until.isoformat()))


@cache
def _whole(number: int) -> Figure:
    return parse_figure(str(number))
