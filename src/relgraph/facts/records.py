"""The records that a dataset is made of: actors, facts, and the citations that carry them.

All are frozen. The place in the file rides on a record outside equality. Facts and citations, which
come by the ten thousand, are named tuples: a frozen dataclass takes four times as long to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from relgraph.reading.dates import Date
from relgraph.reading.place import NOWHERE, Place
from relgraph.vocabulary.kinds import MACHINE_READ

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


GROUP = "group"
"""The kind of actor that stands for its members, and whom no path goes through."""


class DatedName(NamedTuple):
    """A name that was borne for a time: from `since` until `until`, as far as these are known."""

    name: str
    since: Date | None = None
    until: Date | None = None


class Actor(NamedTuple):
    """One who takes part: a country, person, office, body, organisation, city or group.

    `part_of` is the id of what it belongs to (a city's country, an office's state), `members` the
    ids of a group's members, `basis` where that membership is laid down; `article` what stands before the name
    inside a sentence: the United Kingdom. `since` and `until` are the limits of its life, `follows` the ids of those
    whose successor it is, `names` what it was called for a time. `codes` are pairs of scheme and code, besides `iso`;
    `listed` has the scheme of each list of codes that was imported and has it, with the first and the last such year.
    `in_texts` is what texts say for it that is no name of it, and is never shown as one. `seat` is the id of the city
    or country where it sits, `coordinates` where it lies in degrees north and east: only the map asks for these.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    iso: str | None = None
    part_of: str | None = None
    capital: str | None = None
    members: tuple[str, ...] = ()
    basis: str | None = None
    note: str | None = None
    article: str | None = None
    since: Date | None = None
    until: Date | None = None
    follows: tuple[str, ...] = ()
    names: tuple[DatedName, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    listed: tuple[tuple[str, int, int], ...] = ()
    in_texts: tuple[str, ...] = ()
    seat: str | None = None
    coordinates: tuple[float, float] | None = None
    place: Place = NOWHERE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Actor) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def declared(self) -> bool:
        """Whether the dataset has an entry for it; else it is one that ships."""
        return self.place is not NOWHERE

    @property
    def codes_by_scheme(self) -> dict[str, str]:
        """Its code in each scheme; where it has several, as in different years, all of them: 255, 260."""
        found: dict[str, list[str]] = {}
        for scheme, code in self.codes:
            found.setdefault(scheme, []).append(code)
        return {scheme: ", ".join(codes) for scheme, codes in found.items()}

    @property
    def is_group(self) -> bool:
        """Whether it stands for others, its members."""
        return self.kind == GROUP


class Absence(NamedTuple):
    """That somebody who stands in a fact had left it: since a day, and until the day of its return, if it came back."""

    since: Date
    until: Date | None = None


class End(NamedTuple):
    """Who stands at an end of a fact, and in which role.

    `every` marks a group that stands there for each of its members; without it a group is meant as such. `capital`
    marks a city that was given as a country's capital, or a country that is spoken of by its capital. Who left before
    the fact ended was `away`, once or more often, in order of time.
    """

    role: str
    id: str
    every: bool = False
    capital: bool = False
    away: tuple[Absence, ...] = ()

    @property
    def until(self) -> Date | None:
        """The day on which it left for good, as far as is known."""
        return self.away[-1].since if self.away and self.away[-1].until is None else None


def pair_of(ends: Sequence[End]) -> tuple[str, ...]:
    """Ids of the first two ends, or of those there are."""
    return tuple([end.id for end in ends[:2]])


_ROW = "#row="


class Citation(NamedTuple):
    """A paragraph of a source, with the few terms in it that carry the fact.

    `paragraph` counts the non-blank lines of the text from 1. `despite` lists words of the paragraph
    that seem to speak against the fact's status and were found not to. `inferred` marks one from which the curator
    concludes what the paragraph does not say itself. A citation of a table has the key of a `row`, and for ends, fields
    and dates the `columns` that give them; `paragraph` is then the number of the row, where an import found it, else 0.
    """

    source: str
    paragraph: int
    terms: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()
    inferred: bool = False
    row: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    place: Place = NOWHERE

    def __str__(self) -> str:
        """Write source and paragraph: vns-2026 p 9. Or source and row: missions row Q42 (#row=7)."""
        if not self.row:
            return f"{self.source} p {self.paragraph}"
        address = self.address
        return f"{self.source} row {self.row}{f' ({address})' if address not in ('', self.row) else ''}"

    @property
    def address(self) -> str:
        """The address of a row within its table, as RFC 7111 has it: #row=7; empty where it is not known."""
        if self.row.startswith(_ROW):
            return self.row
        return f"{_ROW}{self.paragraph}" if self.row and self.paragraph else ""

    @property
    def row_number(self) -> int:
        """The number of a row within its table; 0 where it is not known."""
        number = self.address.removeprefix(_ROW)
        return int(number) if number.isascii() and number.isdigit() else 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Citation) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])


@dataclass(frozen=True, slots=True)
class When:
    """The dates of a fact: `on` it happened, `since`/`until` it held, `seen` a source says it held.

    Gone through, it gives each date there is with its word: ("since", 2025), ("seen", 2026-01). So dict(when) has them
    by their words.
    """

    on: Date | None = None
    since: Date | None = None
    until: Date | None = None
    seen: Date | None = None

    def __iter__(self) -> Iterator[tuple[str, Date]]:
        if self.on is not None:
            yield "on", self.on
        if self.since is not None:
            yield "since", self.since
        if self.until is not None:
            yield "until", self.until
        if self.seen is not None:
            yield "seen", self.seen

    @property
    def first(self) -> Date | None:
        """The first of its dates, in the order of their words."""
        return self.on or self.since or self.until or self.seen


UNDATED = When()


class Derivation(NamedTuple):
    """Why a fact is held that no source states: the rule, and the ids of the facts (or groups) it rests on.

    `ladder` is the owner's ladder on which those stand whose tier it follows from.
    """

    rule: str
    premises: tuple[str, ...]
    ladder: str | None = None


class Withdrawal(NamedTuple):
    """When and why the curator took a fact back."""

    on: Date
    why: str


AS_OF = "as_of"
TAKES_EFFECT = "takes_effect"
"""The field for the day from which an event counts, where that is another than the day on which it happened."""

"""The field of a kind of totals that tells when they were counted."""

AGAINST = "against"
"""The stance of a source that denies what a fact says."""

IMPLIED = "derived"
"""How the ids of facts begin that follow from facts of other kinds."""

NO_FIELDS: Mapping[str, Any] = {}  # shared; like all of a record, never to be changed


class Fact(NamedTuple):
    """One relation that a source states, or that follows from others (`derivation`).

    `kind` and `status` are names of the vocabulary, `type` a narrower kind. `ends` stand in the order
    of the kind's roles; for a tie the first two are the ends of the edge. `tier` is a rung, or a label
    beside the ladder. `fields` holds the kind's own fields, typed by the vocabulary. `per` says who
    says so, where the source attributes it; `inferred` marks what the curator concludes and no source says;
    nothing is derived from one that `implies_nothing`, and nothing by the rules that are `rules_off` for it: those that
    its dataset switches off, and not all of several do (their ids in order). `also` holds the ids of records that say
    the same and were put together with it. What another fact ended, or changed, is `closed` by it. `article` stands
    before its name inside a sentence.
    """

    id: str
    kind: str
    ends: tuple[End, ...]
    status: str
    type: str | None = None
    tier: str | None = None
    when: When = UNDATED
    fields: Mapping[str, Any] = NO_FIELDS
    per: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
    name: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None
    stance: str | None = None
    disputed: bool = False
    withdrawn: Withdrawal | None = None
    implies_nothing: bool = False
    inferred: bool = False
    article: str | None = None
    also: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    derivation: Derivation | None = None
    closed: Derivation | None = None
    place: Place = NOWHERE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fact) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def derived(self) -> bool:
        """Whether no source states it and a rule gives it."""
        return self.derivation is not None

    @property
    def machine_read(self) -> bool:
        """Whether it is a count of events that a machine read, and no curated fact."""
        return self.status == MACHINE_READ

    @property
    def implied(self) -> bool:
        """Whether it follows from a fact of another kind, as relations do from an embassy."""
        return self.derivation is not None and self.id.startswith(IMPLIED)

    @property
    def is_inferred(self) -> bool:
        """Whether it is the curator's inference: marked so itself, or resting on nothing but citations that are."""
        evidence = self.evidence
        return self.inferred or (bool(evidence) and evidence[0].inferred and all(one.inferred for one in evidence))

    @property
    def sources(self) -> frozenset[str]:
        """The sources that it cites, by their ids."""
        return frozenset([citation.source for citation in self.evidence])

    @property
    def happened(self) -> Date | None:
        """The date `on` which it happened; of a total, the one `as_of` which it was counted."""
        counted = self.fields.get(AS_OF)
        return self.when.on or (counted if isinstance(counted, Date) else None)

    @property
    def effective(self) -> Date | None:
        """The day from which what happened counts: a denunciation of this year may end a treaty in the next."""
        later = self.fields.get(TAKES_EFFECT)
        return later if isinstance(later, Date) else self.when.on

    @property
    def dates(self) -> tuple[Date, ...]:
        """Every date of it: when it happened, or a total was counted, then those of its `when` besides."""
        return tuple(filter(None, ({"on": self.happened} | dict(self.when)).values()))

    @property
    def every(self) -> tuple[str, ...]:
        """Ids of the groups that stand in it for each of their members."""
        return tuple([end.id for end in self.ends if end.every])

    @property
    def pair(self) -> tuple[str, ...]:
        """Ids of its first two ends: of those that a tie is between. Fewer, where a figure or a node has no more."""
        ends = self.ends
        return (ends[0].id, ends[1].id) if len(ends) > 1 else pair_of(ends)  # asked of every fact

    def at(self, role: str) -> tuple[str, ...]:
        """Ids of all that stand in a role, in order."""
        return tuple([end.id for end in self.ends if end.role == role])
