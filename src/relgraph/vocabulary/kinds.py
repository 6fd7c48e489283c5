"""Kinds of actor and relation, and statuses: what a vocabulary is made of. All are read from YAML; none is in code.

They are named tuples, which Python makes ready three times faster than frozen dataclasses: every command
starts with them.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from relgraph.reading.plurals import one_of_a_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from relgraph.vocabulary.consequences import Closing, Implication, Settling

NONE: Mapping[str, str] = MappingProxyType({})
NO_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({})

TIE, NODE, FIGURE = "tie", "node", "figure"
FORMS = (TIE, NODE, FIGURE)
SINCE = "since"
DATES = ("on", SINCE, "until", "seen")
"""The words for the dates of a fact: it happened, it held from and until then, a source says that it was so."""

TIMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"moment": ("on",), "state": ("since", "until", "seen"), "both": DATES, "none": ()}
)
"""The words for dates that each `time` of a kind allows."""

FIELD_TYPES = ("text", "texts", "date", "figure", "ordinal", "tier", "interval", "relation", "ids", "parts")

CALLED = "called"
"""The word of a narrower kind for what {narrower} says, where its id with blanks would not do."""

MACHINE_READ = "machine-read"
"""The status of what no curator read and no rule gives: a count of events, taken up where it is asked for alone."""

COUNTS = "counts"
"""The field of a total for the kind of relation that it counts."""

FACT_ITSELF = "fact"
"""Stands for the node of the fact itself where a walk or a phrase names a role."""


class OfPlan(NamedTuple):
    """What a reading may say of a plan, of one that is denied, and of one that came to nothing, or waits."""

    planned: str
    denied: str
    dropped: str


OF_PLANS: Mapping[str, OfPlan] = MappingProxyType(
    {
        "plans": OfPlan("{verb}", "{no_verb}", "{verb}"),
        "plans_to": OfPlan("is to", "does not plan to", "was to"),
        "plan_to": OfPlan("are to", "do not plan to", "were to"),
        "is_to": OfPlan("is to", "is not to", "was to"),
        "is_planned": OfPlan("is {label}", "is not {label}", "was {label}"),
        "planned": OfPlan("{label}", "", "{label}"),
    }
)
"""What a reading may say of a plan (intends, does not intend, called off), by the words of its status."""


class Effect(StrEnum):
    """What a status means for the world, in the order of a relation's life.

    `binds` is true of what has come about, signed or in force or occurred: such facts take part in answers and
    carry others. `is_so` is true of what need not be qualified: what is signed only may not be in force. `over` is
    true of what has ended. All three are kept with each member, since they are asked of every fact.
    """

    PLANNED = "planned"
    AGREED = "agreed"
    CURRENT = "current"
    OCCURRED = "occurred"
    ENDED = "ended"

    def __init__(self, value: str) -> None:
        self.over = value == "ended"
        self.binds = not self.over and value != "planned"
        self.is_so = self.binds and value != "agreed"


class ActorKind(NamedTuple):
    """A kind of actor, the section it stands in, the kinds it may be part of, and those of its members.

    Paths go through actors of the kinds that are `walked`. One may stand wherever the kind may that it is `like`. The
    names of a `proper` kind are never made of common nouns: they keep to their capitals, and hide what they hold.
    """

    id: str
    section: str
    label: str
    plural: str
    part_of: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    walked: bool = False
    like: str | None = None
    proper: bool = False


class Role(NamedTuple):
    """An end of a relation: which kinds may stand there, how many, and whether any must.

    `where` is that of the country in which it takes place: a city that the fact names tells it.
    """

    name: str
    types: frozenset[str]
    many: bool = False
    optional: bool = False
    where: bool = False


DENIED = "denied"
"""The form of a reading for what a source says is not so; the other forms are effects of a status, or a status."""

PAST = "past"
"""The form for what held when its premises did, and may hold still: a closed embassy tells no end of relations."""

READING_FORMS = (*(effect.value for effect in Effect), PAST, DENIED)


class Reading(NamedTuple):
    """How a fact reads from the one side and from the other, as patterns (see facts.sentences)."""

    forward: str
    back: str


class Walk(NamedTuple):
    """Two roles of a relation that it ties together, and how that reads from either side.

    `most` limits the walk to facts with at most so many in the role (a convention of sixty states
    ties no two of them). `forms` are readings of their own for what is planned, agreed, current, occurred, ended, past
    or denied, or has one status; what has none there reads as always, with words around it that say so.
    """

    source: str
    target: str
    forward: str
    back: str
    most: int | None = None
    forms: tuple[tuple[str, Reading], ...] = ()

    def reading(self, *forms: str) -> Reading | None:
        """The reading that the walk has for the first of some forms that has one of its own."""
        own = dict(self.forms)
        return next((own[form] for form in forms if form in own), None)


class RelationKind(NamedTuple):
    """All that the program knows of a kind of relation; see the vocabulary's terms/README.md for the words.

    `whole` is how a fact of the kind reads as a whole where that is not the way along its first walk; `unsaid` are
    fields that its sentence leaves out. `words` are what its readings say for it (under ""), and for each of its
    narrower `kinds` that says it in other words. `subject` is its chapter of the dictionary; a dataset's own have none.
    `details` are fields without which a fact is the same, and `since` where two are tied so but once at a time. Of a
    kind that `acts`, the first end does for the second what it does, as who holds an office; of one that `belongs`, the
    first is part of the second.
    """

    id: str
    section: str
    label: str
    form: str
    time: str
    statuses: tuple[str, ...]
    status: str
    roles: Mapping[str, Role]
    symmetric: bool = False
    path: bool = False
    rung: str | None = None
    kinds: tuple[str, ...] = ()
    fields: Mapping[str, str] = NONE
    walks: tuple[Walk, ...] = ()
    implies: tuple[Implication, ...] = ()
    distinct: tuple[tuple[str, str], ...] = ()
    plural: str | None = None
    whole: Walk | None = None
    unsaid: tuple[str, ...] = ()
    words: Mapping[str, Mapping[str, str]] = NO_WORDS
    closes: tuple[Closing, ...] = ()
    settles: tuple[Settling, ...] = ()
    subject: str = ""
    details: tuple[str, ...] = ()
    acts: bool = False
    belongs: bool = False

    @property
    def rules(self) -> Iterator[Implication | Closing | Settling]:
        """All that follows from its facts: what they imply, what ends with them, and what status they give."""
        yield from self.implies
        yield from self.closes
        yield from self.settles

    def words_of(self, narrower: str | None) -> Mapping[str, str]:
        """What its readings say for a narrower kind, or for itself."""
        return (self.words.get(narrower) if narrower else None) or self.words.get("") or NONE

    @property
    def plural_label(self) -> str:
        """What several of the kind are called: the words of its section, unless `plural` says better."""
        return self.plural or self.section.replace("_", " ")

    @property
    def one(self) -> str:
        """What one of the kind is called: a visit; diplomatic relations, which are several in any case."""
        return self.label if self.is_several else one_of_a_kind(self.label)

    @property
    def is_several(self) -> bool:
        """Whether even one of the kind is spoken of as several: hostilities."""
        return self.label == self.plural_label

    def lacks(self, role: str) -> str:
        """That an end is missing in a record of the kind."""
        return f"{role} is missing: {self.one} {'need' if self.is_several else 'needs'} that end"

    @property
    def is_tie(self) -> bool:
        """Whether its facts are edges, each from its first end to its second."""
        return self.form == TIE

    @property
    def is_node(self) -> bool:
        """Whether its facts are nodes that others may name."""
        return self.form == NODE

    def is_walked(self, role: str | None, standing: int) -> bool:
        """Whether paths walk an edge of its: a tie or, beside a fact's node, that of a role that is walked.

        No more than a walk through the role allows may stand in it; so many do.
        """
        if not self.path or self.is_tie:
            return self.path
        through = (walk for walk in self.walks if role in (walk.source, walk.target))
        return any(walk.most is None or standing <= walk.most for walk in through)

    @property
    def is_figure(self) -> bool:
        """Whether its facts are numbers said of their first end."""
        return self.form == FIGURE

    @property
    def is_total(self) -> bool:
        """Whether its facts are totals, set against members: figures that say what kind of relation they count."""
        return self.is_figure and self.fields.get(COUNTS) == "relation"

    @property
    def pair(self) -> tuple[str, ...]:
        """The first two roles: those that a tie is between. One, where there is no other."""
        return tuple(self.roles)[:2]

    @property
    def dates(self) -> tuple[str, ...]:
        """The words for dates that its facts may have."""
        return TIMES[self.time]


class Status(NamedTuple):
    """Where a relation stands in its life, and what that means for the world; `beware` lists words against it.

    `verb` is what one does of whom a plan is told (intends), `no_verb` what one does not (does not intend). What was
    planned and is `dropped` is told of the past: was to come.
    """

    id: str
    label: str
    effect: Effect
    beware: tuple[str, ...] = ()
    verb: str | None = None
    no_verb: str | None = None
    dropped: bool = False
