"""What changed from one day to another: what a view holds on the one and not on the other, for certain or maybe.

On each day a fact is so, maybe so, or not so, as `--as-of` has it. What is maybe so on either day never changed for
certain: that is said of it. The words stand here for all that tell of changes, the page too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from relgraph.errors import MisuseError
from relgraph.facts.valid_time import staying
from relgraph.graph.views import DEFAULT_VIEW, select
from relgraph.reading.dates import Truth
from relgraph.vocabulary.kinds import Effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from relgraph.facts.dataset import Dataset
    from relgraph.facts.records import Fact
    from relgraph.graph.views import View
    from relgraph.reading.dates import Date

RAISED, LOWERED = "raised", "lowered"
GAINED, ENDED, HAPPENED = "gained", "ended", "happened"
CHANGES = (RAISED, LOWERED, GAINED, ENDED, HAPPENED)
"""Every word for a change, in the order in which changes are told."""


def direction(*, up: bool) -> str:
    """The word for a rung that moved."""
    return RAISED if up else LOWERED


class Change(NamedTuple):
    """What changed: the word for it, whether that is certain, the fact that says so, and for a moved rung the earlier.

    The fact of what ended is the one that no longer is so. What goes on and ended, or is so again, for one alone who
    stands in it has that one as `who`.
    """

    word: str
    certain: bool
    fact: Fact
    instead_of: Fact | None = None
    who: str | None = None


class Changes(NamedTuple):
    """The changes between two days, in the order of CHANGES and of their facts' ids, and what is open.

    `open` are the facts that are only maybe so on both days: whether they changed is not known.
    """

    changes: tuple[Change, ...]
    open: tuple[Fact, ...]


class _Turn(NamedTuple):
    """A fact with how far it is so on the first day and on the second."""

    fact: Fact
    before: Truth
    after: Truth

    @property
    def comes(self) -> bool:
        """Whether it is so later rather than before."""
        return _DEGREES[self.after] > _DEGREES[self.before]

    @property
    def goes(self) -> bool:
        """Whether it is so before rather than later."""
        return _DEGREES[self.after] < _DEGREES[self.before]

    @property
    def is_certain(self) -> bool:
        """Whether it is known for both days."""
        return Truth.MAYBE not in (self.before, self.after)


_DEGREES = {Truth.NO: 0, Truth.MAYBE: 1, Truth.YES: 2}


def changes_between(dataset: Dataset, first: Date, second: Date, view: View = DEFAULT_VIEW) -> Changes:
    """What changed from the first day to the second; each may be any date, as `--as-of` takes it.

    Figures and totals change nothing by being counted, and are left out. Raises MisuseError where the second day lies
    before the first.
    """
    if second.before(first) is Truth.YES:
        raise MisuseError(f"{second} lies before {first}: give the earlier day first")
    turns = _without_repeats(_turns(dataset, first, second, view))
    moved = dict(_moves(turns, dataset))
    told = {id(fact) for pair in moved for fact in pair}
    found = [Change(word, certain, new, old) for (old, new), (word, certain) in moved.items()]
    found += [_change(turn, dataset) for turn in turns if id(turn.fact) not in told and (turn.comes or turn.goes)]
    found += _for_one_alone(turns, first, second)
    found.sort(key=_order)
    return Changes(tuple(found), tuple(turn.fact for turn in turns if turn.before is turn.after is Truth.MAYBE))


def _order(change: Change) -> tuple[int, str, str, str]:
    instead = change.instead_of.id if change.instead_of else ""
    return CHANGES.index(change.word), change.fact.id, instead, change.who or ""


def _for_one_alone(turns: Iterable[_Turn], first: Date, second: Date) -> Iterator[Change]:
    """Who left what went on for others, or came back; not where a fact of those two tells the same."""
    told = {(*sorted(turn.fact.pair), turn.comes) for turn in turns if turn.comes or turn.goes}
    for fact, before, after in turns:
        if before is after and fact.closed is not None:
            days = staying(fact, first), staying(fact, second)
            for one in days[0]:
                turn = _Turn(fact, before & days[0][one], after & days[1][one])
                if (turn.comes or turn.goes) and (*sorted((one, fact.id)), turn.comes) not in told:
                    yield Change(GAINED if turn.comes else ENDED, turn.is_certain, fact, who=one)


def _turns(dataset: Dataset, first: Date, second: Date, view: View) -> list[_Turn]:
    """Every fact that is so, or may be, on either day, in order of id."""
    on = [
        {held.fact.id: held for held in select(dataset, replace(view, as_of=day, superseded=False))}
        for day in (first, second)
    ]
    relations = dataset.vocabulary.relations
    facts = {one: held.fact for held_on in on for one, held in held_on.items()}
    return [
        _Turn(fact, *(held_on[one].holds if one in held_on else Truth.NO for held_on in on))
        for one, fact in sorted(facts.items())
        if not relations[fact.kind].is_figure and not fact.machine_read
    ]


def _without_repeats(turns: list[_Turn]) -> list[_Turn]:
    """The same, but of what is derived that other facts say too, one that is so where any of them is.

    A stated fact that says it stands for them. What follows from a tie that a later one replaced follows from the later
    one: nothing ended with it.
    """
    alike: dict[tuple[object, ...], list[_Turn]] = {}
    for turn in turns:
        alike.setdefault(_said(turn.fact), []).append(turn)
    found = []
    for turn in turns:
        others = alike[_said(turn.fact)]
        if not turn.fact.derived or len(others) == 1:
            found.append(turn)
        elif turn is others[0] and all(other.fact.derived for other in others):
            before = max((other.before for other in others), key=_DEGREES.__getitem__)
            after = max((other.after for other in others), key=_DEGREES.__getitem__)
            found.append(_Turn(turn.fact, before, after))
    return found


def _said(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.tier, tuple(sorted(end.id for end in fact.ends))


def _change(turn: _Turn, dataset: Dataset) -> Change:
    """A fact that came or went by itself."""
    if turn.goes:
        return Change(ENDED, turn.is_certain, turn.fact)
    happened = dataset.vocabulary.effect(turn.fact.status) is Effect.OCCURRED
    return Change(HAPPENED if happened else GAINED, turn.is_certain, turn.fact)


def _moves(turns: Iterable[_Turn], dataset: Dataset) -> Iterator[tuple[tuple[Fact, Fact], tuple[str, bool]]]:
    """Of each climb on which one rung went and another came: both facts, the word, and whether it is certain."""
    for rungs in _by_climb(turns, dataset).values():
        went = _highest((height, turn) for height, turn in rungs if turn.goes)
        came = _highest((height, turn) for height, turn in rungs if turn.comes)
        if went is not None and came is not None and went[0] != came[0]:
            certain = went[1].is_certain and came[1].is_certain
            yield (went[1].fact, came[1].fact), (direction(up=came[0] > went[0]), certain)


def _by_climb(turns: Iterable[_Turn], dataset: Dataset) -> Mapping[tuple[str, ...], list[tuple[int, _Turn]]]:
    found: dict[tuple[str, ...], list[tuple[int, _Turn]]] = {}
    for turn in turns:
        if turn.comes or turn.goes:
            for climb, height in dataset.alike.climbs(turn.fact):
                found.setdefault(climb, []).append((height, turn))
    return found


def _highest(rungs: Iterable[tuple[int, _Turn]]) -> tuple[int, _Turn] | None:
    """The highest of some rungs; of equal ones the first by id."""
    return min(rungs, key=lambda one: (-one[0], one[1].fact.id), default=None)
