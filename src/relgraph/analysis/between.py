"""All that ties two actors: directly, through one node they share, and through the people of either."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from relgraph.analysis.answer import Answer
from relgraph.analysis.asked import asked
from relgraph.analysis.order import closest_first
from relgraph.analysis.plain import plain_fact, plain_held
from relgraph.analysis.silence import silence, tying
from relgraph.analysis.telling import FACT_COLUMNS, fact_line, fact_row, grounds, maybes, remarks, where_kept
from relgraph.errors import MisuseError
from relgraph.facts.acting import acting_for, parts_of, those_in
from relgraph.facts.valid_time import staying
from relgraph.facts.wholes import pairs_of_wholes
from relgraph.graph.group_statements import covering
from relgraph.graph.views import DEFAULT_VIEW, Held, select_concerning_any
from relgraph.reading.collector import paused_collector
from relgraph.reading.dates import Truth
from relgraph.reading.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relgraph.analysis.plain_types import PlainHeld
    from relgraph.analysis.silence import Silence
    from relgraph.facts.acting import Acting
    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.group_statements import GroupStatement
    from relgraph.graph.views import View


@dataclass(frozen=True, slots=True)
class Shared:
    """An agreement, event, mission or the like that both take part in, and the facts by which each does."""

    node: str
    of_source: tuple[Held, ...]
    of_target: tuple[Held, ...]

    @property
    def facts(self) -> tuple[Held, ...]:
        """The facts of both, each once."""
        return tuple(dict.fromkeys((*self.of_source, *self.of_target)))


@dataclass(frozen=True, slots=True, repr=False)
class Between(Answer):
    """What ties two actors, past, present and planned, each fact with its status.

    `direct` are facts in which both stand; `shared` nodes that each reaches by a fact of its own; `people` facts
    between those who hold an office of the one (or belong to it) and the other or those of the other. Where there is
    none of them, `may_cover` are statements about a group that may cover a tie of the two, and `silence` tells whether
    that is not there, not known, or not covered.
    """

    columns: ClassVar = ("how", *FACT_COLUMNS)
    shown: ClassVar = ("how", "says", "dates", "status", "holds", "derived", "superseded", "sources")

    source: str
    target: str
    direct: tuple[Held, ...]
    shared: tuple[Shared, ...]
    people: tuple[Held, ...]
    view: View
    dataset: Dataset = field(repr=False, compare=False)
    may_cover: tuple[GroupStatement, ...] = ()
    silence: Silence | None = None

    @property
    def found(self) -> bool:
        """Whether anything ties the two."""
        return bool(self.direct or self.shared or self.people)

    def lines(self) -> Iterator[str]:
        """All facts, a line each: direct ones, those of people, then node by node those that both reach."""
        label = self.dataset.names.label
        held = tuple(dict.fromkeys((*self.direct, *self.people, *(fact for one in self.shared for fact in one.facts))))
        maybe = f": {counted(len(held), 'fact')}{maybes(held)}" if maybes(held) else ""
        yield f"between {label(self.source)} and {label(self.target)}{maybe}"
        if not self.found:
            yield "nothing in this view ties them"
            for statement in self.may_cover:
                yield statement.told(self.dataset)
                yield from (f"  {line}" for line in grounds(self.dataset, statement.fact))
            if self.silence:
                yield self.silence.told(self.dataset)
        for title, facts in (("direct", self.direct), ("through people and organs", self.people)):
            if facts:
                yield ""
                yield f"{title} ({len(facts)}{maybes(facts)})"
                yield from self._told(facts, "  ")
        if self.shared:
            yield ""
            yield f"through one node ({len(self.shared)})"
        for one in self.shared:
            yield f"  {label(one.node)}"
            yield from self._told(one.facts, "    ")
        yield from where_kept(self.dataset, self._facts())

    def _facts(self) -> Iterator[Fact]:
        held = (*self.direct, *self.people, *(one for shared in self.shared for one in shared.facts))
        return (one.fact for one in held)

    def _told(self, facts: Iterable[Held], indent: str) -> Iterator[str]:
        for held in facts:
            yield f"{indent}{fact_line(self.dataset, held)}"
            yield from (f"{indent}  {line}" for line in remarks(held.fact))

    def rows(self) -> Iterator[dict[str, Any]]:
        """Each fact as a row; `how` it ties the two: direct, people, or through a node."""
        for how, facts in (("direct", self.direct), ("people", self.people)):
            yield from ({"how": how} | fact_row(self.dataset, held) for held in facts)
        for one in self.shared:
            yield from ({"how": f"through {one.node}"} | fact_row(self.dataset, held) for held in one.facts)

    def plain(self) -> dict[str, Any]:
        """The ends, and under `direct`, `shared` and `people` the facts."""

        def plain(facts: tuple[Held, ...]) -> list[PlainHeld]:
            return [plain_held(self.dataset, held) for held in facts]

        label = self.dataset.names.label
        shared = [
            {"node": one.node, "name": label(one.node), "from": plain(one.of_source), "to": plain(one.of_target)}
            for one in self.shared
        ]
        question = asked(self.dataset, self.view, self._facts(), between=[self.source, self.target])
        ends = {"asked": question, "from": self.source, "to": self.target}
        covering = [plain_fact(self.dataset, one.fact) for one in self.may_cover]
        found = {"direct": plain(self.direct), "shared": shared, "people": plain(self.people)}
        why = self.silence.plain() if self.silence else None
        return {**ends, **found, "may_cover": covering, "silence": why}


@paused_collector()
def between(dataset: Dataset, source: str, target: str, view: View = DEFAULT_VIEW) -> Between:
    """All that ties two actors. Raises MisuseError for an unknown or ambiguous name and for A equal to B."""
    one, other = dataset.names.resolve(source), dataset.names.resolve(target)
    if one == other:
        raise MisuseError(f"both are {dataset.names.label(one)}; between needs two")
    held = _of_either_side(dataset, one, other, view.widened(unsound=True))
    direct = _in_order(dataset, (fact for fact in held if _ties(dataset, fact, one, other)), one, other)
    told = {fact.fact.id for fact in direct}
    rest = [fact for fact in held if fact.fact.id not in told]
    mine, theirs = (acting_for(dataset, end, (fact.fact for fact in held)) for end in (one, other))
    people = _in_order(dataset, _between_people(dataset, rest, mine, theirs), one, other)
    shared = _shared(dataset, [fact for fact in rest if fact not in people], one, other, told)
    covered = () if direct or shared or people else covering(dataset, held, (one, other), ({one}, {other}))
    why = None if direct or shared or people else silence(dataset, (one, other), tying(dataset, view), view)
    return Between(one, other, direct, shared, people, view, dataset, covered, why)


def _of_either_side(dataset: Dataset, one: str, other: str, view: View) -> list[Held]:
    """The facts of a view that concern two actors, what is part of them, or who acts for them, in order of id."""
    parts = parts_of(dataset, one) | parts_of(dataset, other)
    held = select_concerning_any(dataset, view, parts)
    facts = [fact.fact for fact in held]
    people = acting_for(dataset, one, facts).everybody | acting_for(dataset, other, facts).everybody
    return held if people <= parts else select_concerning_any(dataset, view, people)


def _in_order(dataset: Dataset, facts: Iterable[Held], one: str, other: str) -> tuple[Held, ...]:
    """What holds before what is planned or over, each with the closest first."""
    return tuple(sorted(closest_first(dataset, facts, (one, other)), key=lambda held: held.holds is Truth.NO))


def _ties(dataset: Dataset, held: Held, one: str, other: str) -> bool:
    """Whether a fact ties two itself: both stand in it, or it is the other one, or is said of the other as a whole.

    An embassy at a city is in the country of that city.
    """
    there = _standing(dataset, held) | {held.fact.id}
    kind = dataset.vocabulary.relations[held.fact.kind]
    wholes = pairs_of_wholes(held.fact, kind, dataset.actors)
    return {one, other} <= there or any({one, other} == {*pair} for pair in wholes)


def _standing(dataset: Dataset, held: Held) -> set[str]:
    """Ids of all that stand in a fact; not of who had left it by the day that is asked for, and was not back."""
    stays = staying(held.fact, held.day) if held.day is not None else {}
    return those_in(dataset, held.fact) - {one for one, stood in stays.items() if stood is Truth.NO}


def _between_people(dataset: Dataset, rest: list[Held], mine: Acting, theirs: Acting) -> tuple[Held, ...]:
    """Facts in which someone of the one side and someone of the other stand."""
    ends = [(held, _standing(dataset, held)) for held in rest]
    sides = [(held, mine.among(there, held.fact), theirs.among(there, held.fact)) for held, there in ends]
    return tuple(held for held, ours, others in sides if ours - others and others - ours)


def _shared(dataset: Dataset, rest: list[Held], one: str, other: str, told: set[str]) -> tuple[Shared, ...]:
    """Nodes that both reach, each by a fact of its own."""
    nodes = dataset.kinds_of_nodes.keys() - told - {one, other}
    mine, theirs = _reached(dataset, rest, one, nodes), _reached(dataset, rest, other, nodes)
    both = sorted(mine.keys() & theirs.keys())
    return tuple(Shared(node, tuple(mine[node]), tuple(theirs[node])) for node in both)


def _reached(dataset: Dataset, rest: list[Held], one: str, nodes: set[str]) -> dict[str, list[Held]]:
    """For each node that an actor stands in, or is tied to, the facts by which it is."""
    found: dict[str, list[Held]] = {}
    for held in rest:
        there = _standing(dataset, held)
        if one in there:
            for node in sorted((there | {held.fact.id}) & nodes):
                found.setdefault(node, []).append(held)
    return found
