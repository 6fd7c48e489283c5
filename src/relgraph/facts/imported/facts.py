"""Facts and actors of what a table makes: typed by the vocabulary, each with the row and columns that it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.facts.figures import NotAFigure, parse_figure
from relgraph.facts.parsing.ids import SEPARATOR, made_id
from relgraph.facts.parsing.values import end
from relgraph.facts.records import Actor, Citation, Fact, When
from relgraph.reading.dates import NotADate, Truth, parse_date
from relgraph.reading.place import one_line
from relgraph.sources.ids import id_of
from relgraph.tables.mapping import NODE_ID
from relgraph.tables.report import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.records import End
    from relgraph.tables.made import Made
    from relgraph.tables.mapping import TableMapping, Template
    from relgraph.tables.readers import MadeActor
    from relgraph.vocabulary.kinds import RelationKind
    from relgraph.vocabulary.model import Vocabulary

ENDED = "ended"
SHOWN = 80
"""Letters of a value that are told of one that is no figure or date."""

TEXTS = frozenset({"texts", "ids"})
FIGURES = frozenset({"figure", "ordinal"})
DATES = frozenset({"date", "interval"})
SAID_TWICE = "says the same as an earlier row"
SAID_OTHERWISE = "says otherwise of what an earlier row has the id of"


class FactsMade(NamedTuple):
    """The facts of a table, and rows that made none after all."""

    facts: list[Fact]
    left_out: list[LeftOut]


class _Unfit(Exception):  # noqa: N818 - it says what the value is
    """A value is not what the field takes; the text says which, `why` what all such have in common."""

    def __init__(self, told: str, why: str = "") -> None:
        super().__init__(told)
        self.why = why or told


class _Left:
    """Counts rows that make nothing after all, by what they have in common, of which the first is told."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._first: dict[str, tuple[str, int]] = {}
        self._several: set[str] = set()

    def out(self, why: str, told: str, row: int) -> None:
        """Note a row, why it makes nothing, and how that is told."""
        self._rows[why] = self._rows.get(why, 0) + 1
        if self._first.setdefault(why, (told, row))[0] != told:
            self._several.add(why)

    def told(self) -> list[LeftOut]:
        """Each reason, with the number of rows and the first."""
        found = []
        for why, rows in self._rows.items():
            told, row = self._first[why]
            found.append(LeftOut(f"{told}; and others like it" if why in self._several else told, rows, row))
        return found


def facts_of(mapping: TableMapping, made: Iterable[Made], vocabulary: Vocabulary) -> FactsMade:
    """The facts of all that a table makes. What is said twice is said once."""
    makers = {id(one): _Template(mapping, one, vocabulary.relations[one.kind]) for one in mapping.templates}
    left = _Left()
    said: set[object] = set()
    of_ids: dict[str, object] = {}
    facts: dict[str, Fact] = {}
    for one in made:
        maker = makers[id(one.template)]
        try:
            fact = maker.fact(one)
        except _Unfit as error:
            left.out(error.why, str(error), one.rows[0][0])
            continue
        key = _said(fact, one)
        if not maker.is_named:
            if maker.kind.is_node or key not in said:
                said.add(key)
                free = _free(fact, one, facts)
                facts[free.id] = free
            else:
                left.out(SAID_TWICE, SAID_TWICE, one.rows[0][0])
        elif of_ids.setdefault(fact.id, key) == key:
            facts.setdefault(fact.id, fact)
        else:
            left.out(SAID_OTHERWISE, SAID_OTHERWISE, one.rows[0][0])
    return FactsMade([*facts.values()], left.told())


def _said(fact: Fact, made: Made) -> object:
    """What a fact says, by which it is known again: in the texts that it was made of, since these are soon compared."""
    fields = repr(fact.fields) if fact.fields else ""
    return (fact.kind, made.ends, fact.type, fact.tier, made.dates, fact.name, fields)


def _free(fact: Fact, made: Made, facts: Mapping[str, Fact]) -> Fact:
    """A fact with an id that no other has: with its row behind it where one has it."""
    if fact.id not in facts:
        return fact
    node = SEPARATOR not in fact.id
    return fact._replace(id=f"{fact.id}-{made.rows[0][0]}" if node else f"{fact.id}{SEPARATOR}row={made.rows[0][0]}")


class _Template:
    """Makes the facts of one template."""

    def __init__(self, mapping: TableMapping, template: Template, kind: RelationKind) -> None:
        self.source = mapping.id
        self.kind = kind
        self.place = template.place
        self.columns = tuple(template.columns.items())
        self.is_named = NODE_ID in template.values
        self.ends: dict[tuple[str, str], tuple[End, ...]] = {}
        self.has_kinds = "kind" not in kind.fields
        self.has_tier = kind.fields.get("tier") == "tier"
        self.own_fields = frozenset(kind.fields) - ({"tier"} if self.has_tier else set())
        self.whens: dict[tuple[tuple[str, str], ...], When] = {}
        published = mapping.card.get("published")
        self.published = parse_date(published) if published else None

    def fact(self, made: Made) -> Fact:
        """The fact. Raises _Unfit for what a field cannot hold."""
        told: dict[str, tuple[str, ...]] = dict(made.values)
        ends = self._ends(made.ends)
        self._refuse_alike(made.ends)
        when = self._when(made.dates)
        type_ = self._one(told, "kind") if self.has_kinds else None
        tier = (self._one(told, "tier") if self.has_tier else None) or self.kind.rung
        over = (made.over or self._is_over(when)) and ENDED in self.kind.statuses
        status = self._one(told, "status") or (ENDED if over else self.kind.status)
        fields = {name: self._typed(name, texts) for name, texts in told.items() if name in self.own_fields}
        one = self._id(made, told, ends, when, (type_, tier, status if status != self.kind.status else None))
        evidence = tuple(
            [Citation(self.source, row, row=key, columns=self.columns, place=self.place) for row, key in made.rows]
        )
        return Fact(
            one,
            self.kind.id,
            ends,
            status,
            type_,
            tier,
            when,
            fields,
            evidence=evidence,
            place=self.place,
            name=self._one(told, "name"),
            note=self._one(told, "note"),
            stance=self._one(told, "stance"),
        )

    def _ends(self, ends: tuple[tuple[str, str], ...]) -> tuple[End, ...]:
        """The ends, in the order in which the template has them, which is that of the roles."""
        found: list[End] = []
        for pair in ends:
            known = self.ends.get(pair)
            if known is None:
                known = self.ends[pair] = end(*pair)
            found += known
        return tuple(found)

    def _is_over(self, when: When) -> bool:
        """Whether a state had ended before its table was published; where that is not known, any end has come."""
        if when.until is None or when.until.ongoing:
            return False
        return self.published is None or when.until.before(self.published) is Truth.YES

    def _refuse_alike(self, ends: tuple[tuple[str, str], ...]) -> None:
        """Raise _Unfit where one stands at two ends that must differ."""
        if len({who for _, who in ends}) == len(ends):
            return
        for role, other in self.kind.distinct:
            there = {who for at, who in ends if at == role}
            if any(at == other and who in there for at, who in ends):
                raise _Unfit(f"the same at {role} and at {other}")

    def _id(
        self,
        made: Made,
        told: Mapping[str, tuple[str, ...]],
        ends: Any,  # noqa: ANN401 - ends of a fact
        when: When,
        more: tuple[str | None, ...],
    ) -> str:
        if NODE_ID in made.template.values:
            if not (named := id_of(next(iter(told.get(NODE_ID, ())), ""))):
                raise _Unfit(f"no {NODE_ID} that could be one")
            return f"{self.source}-{named}"
        if not self.kind.is_node:
            return made_id(self.source, self.kind.id, ends, more, when)
        number, key = made.rows[0]
        by_row = id_of(key) if not key.startswith("#") else f"row-{number}"
        return f"{self.source}-{by_row}"

    def _when(self, dates: tuple[tuple[str, str], ...]) -> When:
        if dates not in self.whens:
            try:
                self.whens[dates] = When(**{word: parse_date(text) for word, text in dates})
            except NotADate as error:
                raise _Unfit(f"a date that cannot be: {error}", "a date that cannot be") from None
        return self.whens[dates]

    def _one(self, told: Mapping[str, tuple[str, ...]], name: str) -> str | None:
        texts = told.get(name)
        return texts[0] if texts else None

    def _typed(self, name: str, texts: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever a field may hold
        """The value of a field of the kind's own."""
        type_ = self.kind.fields[name]
        try:
            if type_ in FIGURES:
                return parse_figure(texts[0])
            if type_ in DATES:
                return parse_date(texts[0])
        except (NotAFigure, NotADate) as error:
            told = str(error).replace(texts[0], one_line(texts[0], SHOWN))
            raise _Unfit(f"{name}: {told}", f"{name}: {type_}") from None
        return texts if type_ in TEXTS else texts[0]


def actors_of(mapping: TableMapping, made: Iterable[MadeActor], facts: Iterable[Fact]) -> Iterator[Actor]:
    """The actors that a table makes, of those that its facts name and those that these are part of."""
    named = {one.id for fact in facts for one in fact.ends}
    for one in made:
        if one.id in named:
            yield Actor(
                one.id,
                one.kind,
                one.name,
                part_of=one.part_of or None,
                coordinates=one.coordinates,
                place=mapping.place,
            )
